#!/usr/bin/env python3
"""What MiniLM makes of every word of texts where it stands, for pretrain_encoder.py.

  contextual_vectors.py MINILM EXTRACT_FILE LANG OUT.npz TEXT.jsonl[:N]...

MINILM is the folder that mini_lm.py reads. Every Nth article of a file is read, and of one no more
than LONGEST code points. OUT.npz: `words` as extract_file prints them, `starts` of the articles
among them, `vectors` of the words on the SIZE principal axes, of mean deviation 1.
"""
import json
import os
import sys
import tempfile

import numpy as np
import torch

import mini_lm
from tagger_corpus import features, read_articles, write_articles

LONGEST = 6000
SIZE = 128
AT_ONCE = 32                 # sequences
LAYERS = 4                   # the last ones, of which the mean is taken


def text_of(article):
    if 'turns' in article:
        return '\n\n'.join(f"{turn['speaker']}: {turn['text']}" for turn in article['turns'])
    return article.get('text') or '\n\n'.join(article[k] for k in ('claim', 'title', 'subtitle') if article.get(k))


def read_file(path):
    if path.endswith('.jsonl'):
        return read_articles(path)
    with open(path, encoding='utf-8') as file:      # web pages with their texts
        return [{'id': name, 'text': page['articleBody']} for name, page in sorted(json.load(file).items())]


def read_texts(arguments):
    for argument in arguments:
        path, _, every = argument.partition(':')
        for article in read_file(path)[::int(every or 1)]:
            text = text_of(article)
            if len(text) > LONGEST:
                text = text[:LONGEST].rsplit('\n\n', 1)[0]
            if text:
                yield {'id': article['id'], 'lang': article.get('lang', ''), 'text': text, 'quotes': [],
                       'transcript': 'turns' in article}


def main(argv):
    model, tool, language, target, *files = argv[1:]
    articles = list(read_texts(files))
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'texts.jsonl')
        write_articles(articles, path)
        documents = features(tool, language, path, articles)
    encoder = mini_lm.MiniLM(model).eval()
    starts = np.cumsum([0] + [len(d) for d in documents])
    sequences = [s for article, d, first in zip(articles, documents, starts.tolist())
                 for s in encoder.sequences(article['text'], d.words, first)]
    sequences.sort(key=lambda s: sum(map(len, s[1])))
    vectors = np.zeros((starts[-1], mini_lm.SIZE), dtype=np.float16)
    for k in range(0, len(sequences), AT_ONCE):
        some = sequences[k:k + AT_ONCE]
        with torch.no_grad():
            for (begin, words), found in zip(some, encoder([words for _, words in some], LAYERS)):
                vectors[begin:begin + len(words)] = found.numpy()
    sample = vectors[::7].astype(np.float64)
    mean = sample.mean(0)
    _, axes = np.linalg.eigh((sample - mean).T @ (sample - mean))
    axes = axes[:, ::-1][:, :SIZE].astype(np.float32)
    small = (vectors.astype(np.float32) - mean.astype(np.float32)) @ axes
    small /= small.std(0).mean()
    np.savez(target, words=np.concatenate([d.words for d in documents]), starts=starts,
             vectors=small.astype(np.float16))
    print(f'{starts[-1]} words in {len(articles)} articles')


if __name__ == '__main__':
    main(sys.argv)
