#!/usr/bin/env python3
"""Vectors of word forms for pretrain_encoder.py, from the word pieces of a MiniLM.

  form_vectors.py MODEL_FOLDER OUT.npz TEXT.jsonl...

MODEL_FOLDER is the folder that mini_lm.py reads.
Every form that occurs LEAST times in the texts gets the mean of its pieces' vectors, on their 64
principal axes.
"""
import json
import re
import sys
from collections import Counter

import numpy as np

from mini_lm import pieces, read_vocabulary, read_weights

LEAST = 4
MOST = 40000
SIZE = 64
FORM = re.compile(r"\w+(?:-\w+)*|'\w+|[^\w\s]")


def form_hash(form):
    h = 2166136261
    for byte in form.encode():
        h = (h ^ byte) * 16777619 & 0xFFFFFFFF
    return h


def count_forms(paths):
    counts = Counter()
    for path in paths:
        with open(path, encoding='utf-8') as file:
            for line in file:
                article = json.loads(line)
                text = article.get('text') or ' '.join(t.get('text', '') for t in article.get('turns', []))
                counts.update(FORM.findall(text.lower().replace('’', "'")))
    return counts


def main(argv):
    model, target, *texts = argv[1:]
    vocabulary = read_vocabulary(model)
    table = read_weights(model)['embeddings.word_embeddings.weight'].numpy()
    forms = [f for f, n in count_forms(texts).most_common(MOST) if n >= LEAST]
    cut = [pieces(f, vocabulary) for f in forms]
    kept = [(f, table[p].mean(0)) for f, p in zip(forms, cut) if p]
    vectors = np.array([v for _, v in kept], dtype=np.float64)
    vectors -= vectors.mean(0)
    _, axes = np.linalg.eigh(vectors.T @ vectors)
    vectors = vectors @ axes[:, ::-1][:, :SIZE]
    vectors /= vectors.std() * 1.5
    np.savez(target, hashes=np.array([form_hash(f) for f, _ in kept], dtype=np.int64), vectors=vectors)
    print(f'{len(kept)} forms')


if __name__ == '__main__':
    main(sys.argv)
