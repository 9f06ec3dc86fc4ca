#!/usr/bin/env python3
"""What confidences say, and how often the ratings were right. Standard library only.

  reliability.py GOLD.jsonl DOCUMENTS.jsonl [GOLD.jsonl DOCUMENTS.jsonl]...

GOLD is that of `quoth eval verify` or of a scenario, DOCUMENTS what `quoth run fact-check` made of its posts; all pairs are
taken together. Prints a row for each tenth of confidence, the expected calibration error (mean distance between confidence and share
of right ratings, by tenths, weighted by claims) and the Brier score.
"""
import json
import re
import sys

OTHER_NAMES = {'verbatim': 'on-record', 'fabricated': 'unsupported'}


def lines_of(path):
    with open(path, encoding='utf-8') as file:
        return [json.loads(line) for line in file if line.strip()]


def words_of(text):
    return set(re.findall(r'\w+', text.lower()))


def rated_claims(gold_path, documents_path):
    """(claim, whether its rating is right) for each line of gold, as `quoth eval` picks the claims."""
    documents = {d['id']: d for d in lines_of(documents_path)}
    for gold in lines_of(gold_path):
        wanted = gold['rating'] if 'rating' in gold else [gold['gold']['rating']]
        words = words_of(gold['quote'])
        claims = documents.get(gold['id'], {}).get('claims', [])
        near = lambda c: len(words & words_of(c['text'])) / (len(words | words_of(c['text'])) or 1)
        claim = max(claims, key=near, default=None)
        if claim and claim.get('verdict'):
            yield claim, claim['verdict']['rating'] in [OTHER_NAMES.get(w, w) for w in wanted]


def tenths(pairs):
    """(first confidence, claims, mean confidence, share right) of each tenth that has any."""
    for tenth in range(10):
        here = [(p, right) for p, right in pairs if min(9, int(p * 10)) == tenth]
        if here:
            yield tenth / 10, len(here), sum(p for p, _ in here) / len(here), sum(r for _, r in here) / len(here)


def calibration_error(pairs):
    return sum(count * abs(mean - right) for _, count, mean, right in tenths(pairs)) / len(pairs)


def brier_score(pairs):
    return sum((p - right) ** 2 for p, right in pairs) / len(pairs)


def main(paths):
    if not paths or len(paths) % 2:
        sys.exit(__doc__)
    pairs = [(claim['verdict']['confidence'], right) for gold, documents in zip(paths[::2], paths[1::2])
             for claim, right in rated_claims(gold, documents)]
    if not pairs:
        sys.exit('no claim of the gold has a verdict')
    print('confidence  claims   mean  right')
    for first, count, mean, right in tenths(pairs):
        print(f'{first:.1f}-{first + .1:.1f}    {count:7}  {mean:.3f}  {right:.3f}')
    print(f'{len(pairs)} claims, right {sum(r for _, r in pairs) / len(pairs):.3f}, '
          f'calibration error {calibration_error(pairs):.3f}, Brier score {brier_score(pairs):.4f}')


if __name__ == '__main__':
    main(sys.argv[1:])
