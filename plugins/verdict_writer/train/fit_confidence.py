#!/usr/bin/env python3
"""Fits the verdict-writer's confidence on made claims. Standard library only, about a minute on two cores.

  fit_confidence.py QUOTH SHARED FOLDER    writes ../resources/confidence.txt

QUOTH is the built program, SHARED the folder with data/record and data/archive (see make_claims.py). FOLDER gets the claims, their records
and what a fact-check with fitted="false" says of them; what is there already is used again. The weights are a logistic regression
with a light penalty, fitted by Newton's method; what is printed is measured on fifths that were left out in turn.
"""
import math
import pathlib
import random
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path.insert(0, str(ROOT / 'tests/bench'))
import reliability  # noqa: E402

RATINGS = ['on-record', 'altered', 'misattributed', 'spliced', 'refuted', 'hearsay', 'unsupported', 'out-of-record']
NAMES = ['bias', 'strength', 'margin'] + RATINGS
PENALTY = 1.0
WRITER = '<quoth.verdict-writer/>'


def signs_of(claim):
    """As signs_of and confidence_weights::of in ../confidence.cpp see them."""
    verdict = claim['verdict']
    strength = min(.99, max(.01, verdict['confidence']))
    margin = 0.0
    if verdict['rating'] not in ('unsupported', 'out-of-record') and verdict['evidence']:
        scores = {m['record']['id']: m['score'] for m in claim['matches']}
        next_best = max([s for i, s in scores.items() if i not in verdict['evidence']], default=0.0)
        margin = min(.4, max(-.2, scores[verdict['evidence'][0]] - next_best))
    return [1.0, math.log(strength / (1 - strength)), margin] + [float(verdict['rating'] == r) for r in RATINGS]


def confidence(weights, signs):
    return 1 / (1 + math.exp(-sum(w * s for w, s in zip(weights, signs))))


def solved(rows):
    """The solution of linear equations, each row with its right side last; Gauss, with pivots."""
    n = len(rows)
    for i in range(n):
        pivot = max(range(i, n), key=lambda k: abs(rows[k][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for k in range(i + 1, n):
            factor = rows[k][i] / rows[i][i]
            for j in range(i, n + 1):
                rows[k][j] -= factor * rows[i][j]
    found = [0.0] * n
    for i in reversed(range(n)):
        found[i] = (rows[i][n] - sum(rows[i][j] * found[j] for j in range(i + 1, n))) / rows[i][i]
    return found


def fitted(cases):
    n = len(NAMES)
    weights = [0.0] * n
    for _ in range(30):
        slope = [0.0 if i == 0 else -PENALTY * w for i, w in enumerate(weights)]
        curve = [[0.0] * n for _ in range(n)]
        for signs, right in cases:
            p = confidence(weights, signs)
            seen = [i for i in range(n) if signs[i]]
            for i in seen:
                slope[i] += (right - p) * signs[i]
                for j in seen:
                    curve[i][j] += p * (1 - p) * signs[i] * signs[j]
        for i in range(n):
            curve[i][i] += PENALTY if i else 1e-9
        step = solved([row + [s] for row, s in zip(curve, slope)])
        weights = [w + s for w, s in zip(weights, step)]
        if max(map(abs, step)) < 1e-7:
            return weights
    sys.exit('the weights do not settle')


def strength_pipeline(path):
    """The pipeline at `path`, the verdicts' strength in the place of confidence."""
    source = path.read_text(encoding='utf-8')
    if source.count(WRITER) != 1:
        sys.exit(f'{path}: has {WRITER} {source.count(WRITER)} times, and must have it once, without parameters: '
                 f'write the step so, or change WRITER in {pathlib.Path(__file__).name}')
    return source.replace(WRITER, WRITER.replace('/>', ' fitted="false"/>'))


def run(command):
    """Runs a program; where it fails, ends with what it said."""
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors='replace')
    if done.returncode:
        sys.exit(f'failed with status {done.returncode}: {" ".join(command)}\n{done.stderr.rstrip()}')


def check_facts(quoth, folder):
    """Runs the pipelines over the claims below `folder`, the verdicts' strength in the place of confidence."""
    pipeline = folder / 'strength.xml'
    pipeline.write_text(strength_pipeline(ROOT / 'pipelines/fact-check.xml'), encoding='utf-8')
    for archive in sorted(folder.glob('*/archive.jsonl')):
        here = archive.parent
        if (here / 'out/documents.jsonl').exists():
            continue
        for pipe, given, out in ((ROOT / 'pipelines/build-record.xml', archive, 'built'), (pipeline, here / 'claims.jsonl', 'out')):
            run([quoth, 'run', str(pipe), str(given), '-o', str(here / out), '-D', f'record={here / "record"}', '--quiet'])


def main(quoth, shared, folder):
    folder = pathlib.Path(folder).resolve()
    if not (folder / 'large').exists():
        run([sys.executable, str(HERE / 'make_claims.py'), shared, str(folder)])
    check_facts(str(pathlib.Path(quoth).resolve()), folder)
    claims = [c for gold in sorted(folder.glob('*/claims.jsonl')) for c in reliability.rated_claims(gold, gold.parent / 'out/documents.jsonl')]
    cases = [(signs_of(claim), right) for claim, right in claims]
    chance = random.Random(1)
    fifth = [chance.randrange(5) for _ in cases]
    left_out = []
    for k in range(5):
        weights = fitted([c for c, f in zip(cases, fifth) if f != k])
        left_out += [(confidence(weights, signs), right) for (signs, right), f in zip(cases, fifth) if f == k]
    by_rule = [(claim['verdict']['confidence'], right) for claim, right in claims]
    print(f'{len(cases)} claims, {sum(r for _, r in cases)} rated right; strength by rule: calibration error {reliability.calibration_error(by_rule):.3f}, '
          f'Brier score {reliability.brier_score(by_rule):.4f}; fitted, on fifths left out: {reliability.calibration_error(left_out):.3f}, {reliability.brier_score(left_out):.4f}')
    weights = fitted(cases)
    target = HERE.parent / 'resources/confidence.txt'
    kept = [line for line in target.read_text(encoding='utf-8').splitlines() if line.startswith('#')]
    target.write_text('\n'.join(kept + [f'{n}\t{w:.3f}' for n, w in zip(NAMES, weights)]) + '\n', encoding='utf-8')


if __name__ == '__main__':
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
