#!/usr/bin/env python3
"""Learns whether a claim tells what a statement says, bends it, or says something else.

  retelling_trees.py QUOTH RETELLING_FILE OUT.trees [FOLDER]

QUOTH, RETELLING_FILE: those programs of the build. FOLDER (default: beside this file, retellings): JSON
lines, each a speaker ("name, office"), statements, and claims of what that speaker said: words, label
(faithful, bent, other), number of the statement or -1, and how it is bent. The figures printed are those
of every tenth speaker, left out; OUT.trees is then learned from all. The seed is fixed.
Needs requirements.txt; two minutes.
"""
import json
import os
import random
import subprocess
import sys
import tempfile
import zlib
from collections import namedtuple

import lightgbm
import numpy as np

LABELS = ('told', 'bent', 'other')
LABEL_OF = {'faithful': 0, 'bent': 1, 'other': 2}
AT_ONCE = 36                 # statements in a record
OWN_STATEMENTS = 3           # at least, of a speaker
LABEL_WEIGHTS = (1.5, 1.0, 1.0)  # posts retell faithfully more often than the examples do
NEAREST_WEIGHTS = (1.5, 1.0, 0.5)  # of the statements nearest to a claim that none of them says
ELSEWHERE = 2                # statements that say something else, of another claim
ELSEWHERE_WEIGHT = 0.5
HELD_BACK = 10
SETTINGS = dict(objective='multiclass', num_class=3, num_leaves=12, learning_rate=0.06, min_child_samples=30,
                colsample_bytree=0.4, subsample=0.8, subsample_freq=1, random_state=7, n_jobs=1,
                deterministic=True, force_row_wise=True, verbose=-1)
ROUNDS = 160
SAID = {'en': '“{}” said {}, {}.', 'de': '„{}“, sagte {}, {}.', 'uk': '«{}», — сказав {}, {}.'}

Claim = namedtuple('Claim', 'lang speaker words label document')


def read_speakers(path):
    """Those with few statements together under one name, as a record has several of each."""
    out = []
    with open(path, encoding='utf-8') as file:
        for line in file:
            read = json.loads(line)
            if out and len(out[-1]['statements']) < OWN_STATEMENTS > len(read['statements']):
                first = len(out[-1]['statements'])
                out[-1]['statements'] += read['statements']
                out[-1]['claims'] += [[w, label, at + first if at >= 0 else at, how] for w, label, at, how in read['claims']]
            else:
                out.append(read)
    return out


def document(lang, number, name, office, statement):
    """A transcript or a report; its statement is in no other."""
    made = {'id': f's{number}', 'lang': lang, 'date': f'2031-{1 + number % 12:02}-{1 + number % 28:02}'}
    if number % 2:
        return {**made, 'turns': [{'speaker': name, 'text': statement}]}
    inner = statement.translate(str.maketrans('“”"', "‘’'")) if lang == 'en' else statement
    if inner.endswith('.'):
        inner = inner[:-1] + (',' if lang == 'en' else '')
    return {**made, 'text': SAID[lang].format(inner, name, office or 'resident')}


def records(folder):
    """(documents, claims), some speakers at once"""
    for file in sorted(os.listdir(folder)):
        lang = file[:2]
        documents, claims = [], []
        for speaker in read_speakers(os.path.join(folder, file)):
            name, _, office = (part.strip() for part in speaker['speaker'].partition(','))
            first = len(documents)
            documents += [document(lang, first + i, name, office, s) for i, s in enumerate(speaker['statements'])]
            claims += [Claim(lang, name, words, LABEL_OF[label], f's{first + at}' if at >= 0 else None)
                       for words, label, at, _ in speaker['claims']]
            if len(documents) >= AT_ONCE:
                yield documents, claims
                documents, claims = [], []
        if documents:
            yield documents, claims


def measured(quoth, tool, documents, claims, model):
    """(names of the features, for each claim its rows: document, numbers)"""
    with tempfile.TemporaryDirectory() as folder:
        archive, record, asked = (os.path.join(folder, name) for name in ('archive.jsonl', 'record', 'claims.tsv'))
        with open(archive, 'w', encoding='utf-8') as file:
            file.writelines(json.dumps(d, ensure_ascii=False) + '\n' for d in documents)
        with open(asked, 'w', encoding='utf-8') as file:
            file.writelines(f'{c.lang}\t{c.speaker}\t{c.words}\n' for c in claims)
        subprocess.run([quoth, 'record', 'build', record, archive], check=True, capture_output=True)
        lines = subprocess.run([tool, record, asked] + ([model] if model else []), check=True, capture_output=True,
                               text=True).stdout.splitlines()
    rows = [[] for _ in claims]
    for line in lines[1:]:
        number, match, *numbers = line.split('\t')
        rows[int(number)].append((match.split('#')[0], np.array(numbers, dtype=np.float32)))
    return lines[0].split('\t')[2:], rows


def examples(quoth, tool, folder, model):
    """Names of the features, numbers, labels, weights, which are held back, and for each of these its claim's rows."""
    random.seed(7)
    numbers, labels, weights, held, claims_held = [], [], [], [], []
    for documents, claims in records(folder):
        names, found = measured(quoth, tool, documents, claims, model)
        for claim, rows in zip(claims, found):
            left_out = zlib.crc32(claim.speaker.encode()) % HELD_BACK == 0
            own = next((row for document, row in rows if document == claim.document), None)
            others = [row for document, row in rows if document != claim.document]
            taken = [(own, claim.label, LABEL_WEIGHTS[claim.label])] if own is not None else []
            if claim.document is None:  # the best of them is what it is taken for
                taken += [(row, 2, weight) for row, weight in zip(others, NEAREST_WEIGHTS)]
            else:
                taken += [(row, 2, ELSEWHERE_WEIGHT) for row in random.sample(others, min(ELSEWHERE, len(others)))]
            for row, label, weight in taken:
                numbers.append(row)
                labels.append(label)
                weights.append(weight)
                held.append(left_out)
            if left_out and rows:
                claims_held.append((claim, np.array([row for _, row in rows])))
    return names, np.array(numbers), np.array(labels), np.array(weights), np.array(held), claims_held


def learn(numbers, labels, weights):
    return lightgbm.LGBMClassifier(n_estimators=ROUNDS, **SETTINGS).fit(numbers, labels, sample_weight=weights)


def report(model, claims):
    """As the matcher reads a claim: by the statement that is likeliest of the same."""
    confusion = np.zeros((3, 3), dtype=int)
    for claim, rows in claims:
        likely = model.predict_proba(rows)
        confusion[claim.label, likely[np.argmin(likely[:, 2])].argmax()] += 1
    print(f'{confusion.trace()} of {confusion.sum()} claims right ({100 * confusion.trace() / confusion.sum():.1f} of 100)')
    for label, row in zip(LABELS, confusion):
        print(f'{label:6}', *(f'{n:5}' for n in row))


def write(model, names, path):
    def lines(tree):
        nodes = []

        def place(node):
            at = len(nodes)
            nodes.append(None)
            low, high = (f"={child['leaf_value']:.6g}" if 'leaf_value' in child else str(place(child))
                         for child in (node['left_child'], node['right_child']))
            nodes[at] = f"{names[node['split_feature']]}\t{node['threshold']:.9g}\t{low}\t{high}"
            return at

        if 'leaf_value' not in tree:
            place(tree)
        return nodes

    with open(path, 'w', encoding='utf-8') as file:
        print('# Written by train/retelling_trees.py; the format is told in decision_trees.hpp.', file=file)
        print('features', *names, sep='\t', file=file)
        print('classes', *LABELS, sep='\t', file=file)
        for number, tree in enumerate(model.booster_.dump_model()['tree_info']):
            nodes = lines(tree['tree_structure'])
            if nodes:
                print('tree', LABELS[number % 3], sep='\t', file=file)
                print(*nodes, sep='\n', file=file)


def main(argv):
    quoth, tool, target = argv[1:4]
    folder = argv[4] if len(argv) > 4 else os.path.join(os.path.dirname(os.path.abspath(__file__)), 'retellings')
    # The first model chooses the statements that the second one learns from.
    for model in (None, target):
        names, numbers, labels, weights, held, claims = examples(quoth, tool, folder, model)
        print(f'{len(labels)} pairs')
        report(learn(numbers[~held], labels[~held], weights[~held]), claims)
        write(learn(numbers, labels, weights), names, target)


if __name__ == '__main__':
    main(sys.argv)
