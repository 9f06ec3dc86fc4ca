#!/usr/bin/env python3
"""Compares `quoth eval` with score.py: both score the same predictions, and must print the same.

The predictions are made from gold data of ../shared by a seeded random: spans moved, quotations
dropped, added and split, names written in other ways, matches shuffled, ratings confused.
Exit code 77 (skipped) where ../shared is not there.
"""
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

NAMES = ['', None, 'the President', 'The  Hague', 'Barack Hussein Obama', 'Obama', "Obama’s", 'D.J. Trump', 'Trump Jr.',
         'İstanbul Valiliği', 'ΟΔΥΣΣΕΥΣ', 'Straße', 'STRASSE', 'ﬁne Co', 'an', 'the ?', "'s", 'Ⅻ Group', '٣ men', 'Мостель', 'O\'Neill', 'é', 'é']


def moved(span, text, rng):
    begin, end = (max(0, x + rng.choice([0, 0, 0, -1, 1, -2, 5])) for x in span)
    return [min(begin, len(text)), min(max(begin, end), len(text))]


def predicted_quotes(document, rng):
    text, quotes = document['text'], []
    for quote in document['quotes']:
        if rng.random() < .15:
            continue
        parts = [moved(span, text, rng) for span in quote.get('content', [])]
        if parts and rng.random() < .2:
            middle = sum(parts[0]) // 2
            parts[0:1] = [[parts[0][0], middle], [min(middle + 1, parts[0][1]), parts[0][1]]]
        source = quote.get('source') or []
        source = [moved(source, text, rng)] if source and isinstance(source[0], int) else [moved(s, text, rng) for s in source]
        if rng.random() < .3 and source:
            source = source[0]
        name = quote.get('speaker') if rng.random() < .5 else rng.choice(NAMES)
        quotes.append({'parts': parts, 'cue': [moved(s, text, rng) for s in quote.get('cue', [])], 'source': source,
                       'speaker': {'name': name} if rng.random() < .8 else name})
    for _ in range(rng.randrange(3)):
        begin = rng.randrange(len(text) + 1)
        quotes.append({'parts': [[begin, min(len(text), begin + rng.randrange(80))]], 'speaker': None})
    rng.shuffle(quotes)
    return {'id': document['id'], 'quotes': quotes}


def match(record, text, rng):
    made = {'record': {'id': f'{record}#s{rng.randrange(9)}', 'text': text}, 'score': round(rng.random(), 3)}
    if rng.random() < .1:
        made['score'] = rng.choice([None, 0, 1, .5])
    return made


def predicted_claims(document, ids, rng):
    text = document.get('quote') or document.get('text') or ''
    gold = document.get('gold')
    right = gold if isinstance(gold, list) else [gold.get('source_id') or 'x'] if isinstance(gold, dict) else document.get('evidence') or ['x']
    ratings = ['on-record', 'altered', 'misattributed', 'spliced', 'refuted', 'unsupported', 'out-of-record', None]
    claims = []
    for _ in range(rng.randrange(4)):
        words = text.split()
        rng.shuffle(words)
        sentence = document.get('sentence') or 'Nothing of the kind, he said.'
        matches = [match(rng.choice(right + ids), rng.choice([sentence, sentence.upper(), sentence[:len(sentence) // 2], 'No.', '']), rng)
                   for _ in range(rng.randrange(8))]
        claims.append({'text': ' '.join(words[:rng.randrange(len(words) + 1)]), 'speaker': rng.choice([document.get('speaker'), *NAMES]),
                       'matches': matches, 'verdict': rng.choice([None, {'rating': rng.choice(ratings)}])})
    return {'id': document['id'], 'claims': claims}


def load(path):
    return [json.loads(line) for line in path.read_text(encoding='utf-8').splitlines() if line.strip()]


def write(path, documents, rng):
    kept = [d for d in documents if rng.random() < .95]
    path.write_text(''.join(json.dumps(d, ensure_ascii=rng.random() < .5) + '\n' for d in kept), encoding='utf-8')


def main():
    quoth, shared = sys.argv[1], pathlib.Path(sys.argv[2])
    scorer = shared / 'eval' / 'score.py'
    if not scorer.is_file():
        print(f'skipped: {shared} is not there')
        sys.exit(77)
    data, rng = shared / 'data', random.Random(20240620)
    cases = [('quotes', 'polnear/dev.jsonl', predicted_quotes), ('quotes', 'wikinews-de/dev.jsonl', predicted_quotes),
             ('speakers', 'polnear/speakers-dev.jsonl', predicted_quotes), ('match', 'checkthat/dev.jsonl', predicted_claims),
             ('sentence', 'politifact/dev.jsonl', predicted_claims), ('verify', 'verify/dev.jsonl', predicted_claims)]
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        runs = []
        for kind, name, predict in cases:
            gold = load(data / name)
            ids = [d['id'] for d in gold[:20]]
            path = folder / f'{kind}-{name.replace("/", "-")}'
            write(path, [predict(d, rng) if predict is predicted_quotes else predict(d, ids, rng) for d in gold], rng)
            runs.append((kind, data / name, path))
            if kind != 'speakers' and predict is predicted_quotes:
                runs.append((kind, data / name, data / name))  # gold against itself
        (folder / 'scenarios').mkdir()
        for scenario in sorted((data / 'scenarios').iterdir())[:-1]:  # the last has no prediction
            gold = load(scenario / 'gold.jsonl')
            write(folder / 'scenarios' / f'{scenario.name}.jsonl', [predicted_claims(d, ['a', 'b'], rng) for d in gold], rng)
            runs.append(('scenario', f'{scenario}/', folder / 'scenarios' / f'{scenario.name}.jsonl'))
        runs.append(('scenarios', data / 'scenarios', folder / 'scenarios'))
        for kind, gold, predicted in runs:
            expected = subprocess.run([sys.executable, scorer, kind, gold, predicted], capture_output=True, text=True,
                                      env={**os.environ, 'PYTHONUTF8': '1'})
            came = subprocess.run([quoth, 'eval', kind, gold, predicted], capture_output=True, text=True, encoding='utf-8')
            same = (expected.stdout, expected.stderr, expected.returncode) == (came.stdout, came.stderr, came.returncode)
            print(f'{"same   " if same else "DIFFERS"} {kind} {gold} {predicted.name}')
            if not same:
                failed += 1
                print(f'score.py:\n{expected.stdout}{expected.stderr}\nquoth eval:\n{came.stdout}{came.stderr}')
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
