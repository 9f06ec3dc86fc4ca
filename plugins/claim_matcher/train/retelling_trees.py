#!/usr/bin/env python3
"""Learns whether a claim tells what a statement says, bends it, or says something else.

  retelling_trees.py QUOTH RETELLING_FILE OUT.trees [NETWORK [FOLDER]]

QUOTH, RETELLING_FILE: those programs of the build. NETWORK: what retelling_export.py wrote, learned from the same
examples without the same speakers; or "". FOLDER: of the examples (default: beside this file, retellings). The
figures printed are those of every tenth speaker, left out; OUT.trees is then learned from all. The last line
has what retelling_export.py takes: how the network is weighed beside the trees, fitted on the speakers left
out. The seed is fixed. Needs requirements.txt; two minutes, and five more with a network.
"""
import json
import os
import random
import subprocess
import sys
import tempfile
from collections import namedtuple

import lightgbm
import numpy as np
import scipy.optimize

from retelling_examples import FOLDER, LABEL_OF, LABELS, files, is_held_back, read_file

AT_ONCE = 36                 # statements in a record
OWN_STATEMENTS = 3           # at least, of a speaker
LABEL_WEIGHTS = (1.5, 1.0, 1.0)  # posts retell faithfully more often than the examples do
NEAREST_WEIGHTS = (1.5, 1.0, 0.5)  # of the statements nearest to a claim that none of them says
ELSEWHERE = 2                # statements that say something else, of another claim
ELSEWHERE_WEIGHT = 0.5
SETTINGS = dict(objective='multiclass', num_class=3, num_leaves=12, learning_rate=0.06, min_child_samples=30,
                colsample_bytree=0.4, subsample=0.8, subsample_freq=1, random_state=7, n_jobs=1,
                deterministic=True, force_row_wise=True, verbose=-1)
ROUNDS = 160
SAID = {'en': '“{}” said {}, {}.', 'de': '„{}“, sagte {}, {}.', 'uk': '«{}», — сказав {}, {}.'}

Claim = namedtuple('Claim', 'lang speaker words label document')


def read_speakers(path):
    """Those with few statements together under one name, as a record has several of each."""
    out = []
    for read in read_file(path):
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
    for path in files(folder):
        lang = os.path.basename(path)[:2]
        documents, claims = [], []
        for speaker in read_speakers(path):
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


def measured(quoth, tool, documents, claims, model, network=None):
    """(names of the features, for each claim its rows: document, numbers, likelihoods by the network)"""
    with tempfile.TemporaryDirectory() as folder:
        archive, record, asked = (os.path.join(folder, name) for name in ('archive.jsonl', 'record', 'claims.tsv'))
        with open(archive, 'w', encoding='utf-8') as file:
            file.writelines(json.dumps(d, ensure_ascii=False) + '\n' for d in documents)
        with open(asked, 'w', encoding='utf-8') as file:
            file.writelines(f'{c.lang}\t{c.speaker}\t{c.words}\n' for c in claims)
        subprocess.run([quoth, 'record', 'build', record, archive], check=True, capture_output=True)
        lines = subprocess.run([tool, record, asked] + [file for file in (model, network) if file], check=True,
                               capture_output=True, text=True).stdout.splitlines()
    rows = [[] for _ in claims]
    for line in lines[1:]:
        number, match, told, bent, other, *numbers = line.split('\t')
        read = np.array([told, bent, other], dtype=np.float64) if told else None
        rows[int(number)].append((match.split('#')[0], np.array(numbers, dtype=np.float32), read))
    return lines[0].split('\t')[5:], rows


def examples(quoth, tool, folder, model):
    """Names of the features, numbers, labels, weights, which are held back, and for each of these its claim's rows."""
    random.seed(7)
    numbers, labels, weights, held, claims_held = [], [], [], [], []
    for documents, claims in records(folder):
        names, found = measured(quoth, tool, documents, claims, model)
        for claim, rows in zip(claims, found):
            left_out = is_held_back(claim.speaker)
            own = next((row for document, row, _ in rows if document == claim.document), None)
            others = [row for document, row, _ in rows if document != claim.document]
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
                claims_held.append((claim, np.array([row for _, row, _ in rows])))
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


def pooled(trees, network, weights):
    """As retelling_model: likelihoods [N, 3] of the two in one."""
    weight, weight_of_trees, *gains = weights
    logits = weight_of_trees * np.log(np.maximum(trees, 1e-6)) + weight * np.log(np.maximum(network, 1e-6)) + gains
    odds = np.exp(logits - logits.max(axis=1, keepdims=True))
    return odds / odds.sum(axis=1, keepdims=True)


def weigh(quoth, tool, folder, model, shipped, network):
    """How the network is weighed beside the trees, by the likelihood of the labels of speakers whom neither
    `model` nor the network has learned from."""
    trees, read, labels, weights, asked = [], [], [], [], []
    for documents, claims in records(folder):
        held = [claim for claim in claims if is_held_back(claim.speaker)]
        if not held or held[0].lang != 'en':
            continue
        _, found = measured(quoth, tool, documents, held, shipped, network)
        for claim, rows in zip(held, found):
            rows = [row for row in rows if row[2] is not None]
            if not rows:
                continue
            likely = model.predict_proba(np.array([row for _, row, _ in rows]))
            asked.append((claim.label, likely, np.array([one for _, _, one in rows])))
            for at, (document, _, one) in enumerate(rows):
                own = document == claim.document
                trees.append(likely[at])
                read.append(one)
                labels.append(claim.label if own else 2)
                weights.append(LABEL_WEIGHTS[claim.label] if own else 1.0 / len(rows))
    trees, read, labels, weights = map(np.array, (trees, read, labels, weights))

    def loss(x):
        return -(weights * np.log(pooled(trees, read, x)[range(len(labels)), labels])).sum() / weights.sum()

    best = scipy.optimize.minimize(loss, [0.5, 0.5, 0, 0, 0], method='Nelder-Mead', options={'maxiter': 4000}).x
    best[2:] -= best[4]
    for name, x in (('trees', [0, 1, 0, 0, 0]), ('network', [1, 0, 0, 0, 0]), ('both', best)):
        confusion = np.zeros((3, 3), dtype=int)
        for label, by_trees, by_network in asked:
            likely = pooled(by_trees, by_network, x)
            confusion[label, likely[np.argmin(likely[:, 2])].argmax()] += 1
        print(f'{name}: {confusion.trace()} of {confusion.sum()} English claims right', *map(list, confusion))
    return best


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
    network = argv[4] if len(argv) > 4 else ''
    folder = argv[5] if len(argv) > 5 else FOLDER
    # The first model chooses the statements that the second one learns from.
    for model in (None, target):
        names, numbers, labels, weights, held, claims = examples(quoth, tool, folder, model)
        print(f'{len(labels)} pairs')
        without = learn(numbers[~held], labels[~held], weights[~held])
        report(without, claims)
        write(learn(numbers, labels, weights), names, target)
    if network:
        print('weights', *(f'{x:.3f}' for x in weigh(quoth, tool, folder, without, target, network)))


if __name__ == '__main__':
    main(sys.argv)
