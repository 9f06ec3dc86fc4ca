#!/usr/bin/env python3
"""Trains the teacher on annotated articles.

  train_teacher.py LANG EXTRACT_FILE TRAIN.jsonl MINILM FOLDER

MINILM is the folder that mini_lm.py reads. FOLDER is train_tagger.py's: documents.pkl is made or read
there, teacher.pt and teacher.txt (its figures on the articles held back) are written.
"""
import argparse
import os
import random
from collections import Counter

import numpy as np
import torch

from tagger_batches import Prepared, Vocabulary
from teacher import Teacher
from train_tagger import HELD_BACK, LEAST_FORM, RATE, SEED, read_documents, train


def main():
    parser = argparse.ArgumentParser()
    for name in ('language', 'tool', 'train', 'minilm', 'folder'):
        parser.add_argument(name)
    parser.add_argument('--epochs', type=int, default=4)
    parser.add_argument('--rate', type=float, default=RATE)
    parser.add_argument('--batch', type=int, default=2000)
    args = parser.parse_args()
    os.makedirs(args.folder, exist_ok=True)
    for seed in (random.seed, np.random.seed, torch.manual_seed):
        seed(SEED)
    documents = read_documents(args)
    held = documents[::HELD_BACK]
    learn = [d for i, d in enumerate(documents) if i % HELD_BACK]
    counts = Counter(h for d in learn for h in d.words[:, 3].tolist())
    forms, own = Vocabulary([]), Vocabulary([h for h, n in counts.items() if n >= LEAST_FORM])
    model = Teacher(len(own), args.minilm)
    with open(os.path.join(args.folder, 'teacher.txt'), 'w', encoding='utf-8') as log:
        weights = train(model, [Prepared(d, forms, own) for d in learn], [],
                        [Prepared(d, forms, own) for d in held], args, log, args.rate)
    torch.save({'weights': weights, 'own': own.hashes}, os.path.join(args.folder, 'teacher.pt'))


if __name__ == '__main__':
    main()
