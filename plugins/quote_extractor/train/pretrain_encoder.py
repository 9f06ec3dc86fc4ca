#!/usr/bin/env python3
"""Teaches the tagger's convolutions what MiniLM makes of words where they stand.

  pretrain_encoder.py CONTEXTUAL.npz FORMS.npz OUT.pt

CONTEXTUAL.npz is from contextual_vectors.py, FORMS.npz from form_vectors.py. OUT.pt is a start for
train_tagger.py: the encoder learns on any text, the quotes only on annotated articles. A second network
gets the words alone: two that begin apart err apart.
"""
import random
import sys
import time
from collections import Counter

import numpy as np
import torch

from tagger_batches import Prepared, Vocabulary, tensors
from tagger_corpus import Document
from tagger_network import PRETRAINED, Tagger

SEED = 7
EPOCHS = 4
RATE = 2e-3
PART = 256                   # words
BATCH = 24                   # parts
HELD_BACK = 100
LEAST_FORM = 10              # times a form must occur to get a vector of its own
UNKNOWN_SHARE = 0.15
DROPOUT = 0.1


def read_form_vectors(path):
    stored = np.load(path)
    rows = np.zeros((len(stored['hashes']) + 1, PRETRAINED), dtype=np.float32)
    rows[1:] = stored['vectors'][np.argsort(stored['hashes'])]
    return Vocabulary(stored['hashes']), torch.from_numpy(rows)


def parts(stored):
    """(part of an article, its vectors)"""
    for begin, end in zip(stored['starts'][:-1], stored['starts'][1:]):
        for a in range(begin, end, PART):
            b = min(a + PART, end)
            yield Document('', '', stored['words'][a:b], np.zeros((0, 14), dtype=np.int64)), stored['vectors'][a:b]


def loss_of(model, head, some, forms, own, unknown):
    prepared = [Prepared(document, forms, own) for document, _ in some]
    words, mask, _, _ = tensors([(p, 0, len(p.document), 0, len(p.document)) for p in prepared], unknown)
    wanted = torch.zeros(*mask.shape[:2], some[0][1].shape[1])
    for row, (_, vectors) in enumerate(some):
        wanted[row, :len(vectors)] = torch.from_numpy(vectors.astype(np.float32))
    given = head(model.dropout(model.encode(words, mask)))
    return ((given - wanted) ** 2 * mask).sum() / (mask.sum() * wanted.shape[2])


def held_back_loss(model, head, held, forms, own):
    model.eval()
    with torch.no_grad():
        losses = [loss_of(model, head, held[i:i + BATCH], forms, own, 0.0).item() for i in range(0, len(held), BATCH)]
    model.train()
    return sum(losses) / len(losses)


def main(argv):
    contextual, form_vectors, target = argv[1:]
    random.seed(SEED)
    np.random.seed(SEED)
    torch.manual_seed(SEED)
    stored = dict(np.load(contextual))
    forms, vectors = read_form_vectors(form_vectors)
    counts = Counter(stored['words'][:, 3].tolist())
    own = Vocabulary([h for h, n in counts.items() if n >= LEAST_FORM])
    everything = list(parts(stored))
    held = everything[::HELD_BACK]
    learn = [part for i, part in enumerate(everything) if i % HELD_BACK]
    model = Tagger(vectors, len(own), DROPOUT)
    head = torch.nn.Linear(model.rows.shape[1], stored['vectors'].shape[1])
    parameters = [*model.parameters(), *head.parameters()]
    optimizer = torch.optim.AdamW(parameters, lr=RATE, betas=(0.9, 0.98), weight_decay=0.01)
    steps = EPOCHS * -(-len(learn) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1.0, (s + 1) / 200) * max(0.03, 1 - s / steps))
    for epoch in range(EPOCHS):
        started, total = time.process_time(), 0.0
        random.shuffle(learn)
        for i in range(0, len(learn), BATCH):
            loss = loss_of(model, head, learn[i:i + BATCH], forms, own, UNKNOWN_SHARE)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(parameters, 2.0)
            optimizer.step()
            schedule.step()
            total += loss.item() * min(BATCH, len(learn) - i)
        print(f'epoch {epoch + 1}: loss {total / len(learn):.4f}, held back '
              f'{held_back_loss(model, head, held, forms, own):.4f}, {time.process_time() - started:.0f} s', flush=True)
    weights = model.state_dict()
    words = {name: weights[name] for name in ('pretrained', 'own.weight')}
    torch.save({'networks': [weights, words], 'forms': forms.hashes, 'own': own.hashes}, target)


if __name__ == '__main__':
    main(sys.argv)
