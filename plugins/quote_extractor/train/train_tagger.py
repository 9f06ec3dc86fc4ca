#!/usr/bin/env python3
"""Trains the tagger of a language.

  train_tagger.py LANG EXTRACT_FILE TRAIN.jsonl FOLDER [--epochs N] [--vectors NPZ] [--start STATE]

EXTRACT_FILE is the program of that name from the build. FOLDER is for intermediate files and gets
state.pt and figures.txt. Articles of TRAIN are held back (every 12th) to choose the epoch and the
threshold. The same seed gives the same model on the same machine.
"""
import argparse
import os
import pickle
import random
import sys
import time
from collections import Counter

import numpy as np
import torch
import torch.nn.functional as F

import tagger_corpus as corpus
from tagger_batches import Prepared, Vocabulary, batches, tensors, windows
from tagger_network import PRETRAINED, Tagger
from tagger_scores import best_threshold, figures, predict

SEED = 7
HELD_BACK = 12
BATCH_WORDS = 6000
RATE = 2.5e-3
AVERAGING = 0.997            # of weights over steps: the averaged ones are kept
UNKNOWN_SHARE = 0.25         # of words whose own vector is hidden in training
LEAST_FORM = 3               # times a form must occur to get a vector of its own


def choose_anchors(batch, likely, learned, anchors):
    """All gold anchors, and as many of the likeliest others."""
    chosen = []
    for k, (p, begin, _, a, b) in enumerate(batch):
        gold = [i for i in p.quote_at if a <= i < b]
        chosen += [(k, i, int(p.anchors[i])) for i in gold]
        other = likely[k, a - begin:b - begin].clone()
        other[torch.from_numpy(p.anchors[a:b] != 0)] = 0
        other[torch.from_numpy(p.document.words[a:b, 2] == 0xFFFFFFFF)] = 0
        value, flat = other.max(1)
        count = min(len(gold) + 3, len(value))
        top = value.topk(count)
        for v, i in zip(top.values.tolist(), top.indices.tolist()):
            if v > 0.05:
                chosen.append((k, a + i, int(flat[i]) + 1))
    return chosen


def loss_of(model, batch):
    words, mask, learned, anchors = tensors(batch, UNKNOWN_SHARE)
    states = model.encode(words, mask)
    states = model.dropout(states)
    scores = model.anchors(states)
    loss = F.cross_entropy(scores.flatten(0, 1), anchors.flatten(), reduction='none')
    loss = (loss * learned.flatten()).sum() / max(1, (anchors > 0).sum().item())
    chosen = choose_anchors(batch, scores.detach().softmax(2)[..., 1:], learned, anchors)
    near = model.near(states)
    chosen.sort(key=lambda c: (lambda w: w[1] - w[0])(batch[c[0]][0].window(c[1])))
    total = 0
    half = len(chosen) // 2
    for some in (chosen[:half], chosen[half:]):
        if not some:
            continue
        w = windows(batch, some, True)
        labels, u = model.window(near[w['rows'][:, None], w['gather']] * w['mask'], states[w['rows'], w['at']],
                                 w['kinds'], w['distances'], w['roles'], w['sentences'], w['mask'])
        here = torch.tensor([a - b for (_, a, _), b in zip(some, w['begins'])])
        valid = model.valid(u[torch.arange(len(some)), here])[:, 0]
        total = total + F.binary_cross_entropy_with_logits(valid, w['valid'], reduction='sum')
        gold = w['valid'] > 0
        if gold.any():
            likelihood = model.negative_log_likelihood(labels[gold], w['labels'][gold], w['lengths'][gold])
            total = total + 0.35 * likelihood.sum()
    return loss + total / max(1, len(chosen))


def train(model, learn, held, args, log):
    groups = [{'params': [p for n, p in model.named_parameters() if p.dim() > 1 and 'layer' in n or 'weight' in n], 'weight_decay': 0.01},
              {'params': [p for n, p in model.named_parameters() if not (p.dim() > 1 and 'layer' in n or 'weight' in n)], 'weight_decay': 0.0}]
    optimizer = torch.optim.AdamW(groups, lr=args.rate, betas=(0.9, 0.98))
    steps = len(batches(learn, args.batch, False)) * args.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1.0, (s + 1) / 100) * max(0.02, 1 - s / steps))
    best = -1.0
    average = torch.optim.swa_utils.AveragedModel(
        model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(AVERAGING))
    for epoch in range(args.epochs):
        started, total, n = time.process_time(), 0.0, 0
        for batch in batches(learn, args.batch, True):
            loss = loss_of(model, batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimizer.step()
            schedule.step()
            average.update_parameters(model)
            if average.n_averaged == 1:
                for ours, theirs in zip(average.module.buffers(), model.buffers()):
                    ours.copy_(theirs)
            total, n = total + loss.item(), n + 1
        line = f'epoch {epoch + 1}: loss {total / n:.4f}, {time.process_time() - started:.0f} s'
        if epoch >= args.epochs * 3 // 4 or epoch % 4 == 3 or epoch == 0:
            predicted = predict(average.module, held)
            threshold, nested = best_threshold(predicted, held)
            f = figures(predicted, held, threshold, nested)
            line += f'; threshold {threshold}, nested {nested}: {f}'
            value = f['content'] + 0.5 * f['words'] + 0.25 * f['cue'] + 0.25 * f['source']
            if value > best:
                best = value
                torch.save({'model': average.module.state_dict(), 'threshold': threshold, 'nested': nested,
                            'forms': model.form_hashes, 'own': model.own_hashes}, os.path.join(args.folder, 'state.pt'))
        print(line, flush=True)
        print(line, file=log, flush=True)


def main():
    parser = argparse.ArgumentParser()
    for name in ('language', 'tool', 'train', 'folder'):
        parser.add_argument(name)
    parser.add_argument('--epochs', type=int, default=12)
    parser.add_argument('--rate', type=float, default=RATE)
    parser.add_argument('--dropout', type=float, default=0.15)
    parser.add_argument('--batch', type=int, default=BATCH_WORDS)
    parser.add_argument('--vectors')
    parser.add_argument('--start')
    parser.add_argument('--share', type=float, default=1.0)
    args = parser.parse_args()
    random.seed(SEED)
    np.random.seed(SEED)
    torch.manual_seed(SEED)
    torch.set_num_threads(1)  # two would wait for one another on a busy machine
    os.makedirs(args.folder, exist_ok=True)
    resources = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'resources')
    kept = os.path.join(args.folder, 'documents.pkl')
    if os.path.exists(kept):
        documents = pickle.load(open(kept, 'rb'))
    else:
        _, documents = corpus.cross_fitted(args.tool, args.language, args.train, resources, args.folder)
        pickle.dump(documents, open(kept, 'wb'))
    held = [d for i, d in enumerate(documents) if i % HELD_BACK == 0]
    learn = [d for i, d in enumerate(documents) if i % HELD_BACK]
    learn = learn[:int(len(learn) * args.share)]
    counts = Counter(h for d in learn for h in d.words[:, 3].tolist())
    own = Vocabulary([h for h, n in counts.items() if n >= LEAST_FORM])
    if args.vectors:
        stored = np.load(args.vectors)
        order = np.argsort(stored['hashes'])
        forms = Vocabulary(stored['hashes'])
        vectors = np.concatenate([np.zeros((1, PRETRAINED)), stored['vectors'][order]])
    else:
        forms, vectors = Vocabulary([0]), np.zeros((2, PRETRAINED))
    model = Tagger(torch.from_numpy(vectors).float(), len(own), args.dropout)
    model.form_hashes, model.own_hashes = forms.hashes, own.hashes
    if args.start:
        begin = torch.load(args.start, weights_only=False)
        same = len(begin['own']) == len(own.hashes) and (begin['own'] == own.hashes).all()
        others = () if same else ('pretrained', 'own.weight')     # of another language
        model.load_state_dict({k: v for k, v in begin['model'].items() if k not in others}, strict=False)
    print(f'{len(learn)} articles to learn, {len(held)} held back; {len(own)} own forms, {len(forms)} with vectors; '
          f'{sum(p.numel() for p in model.parameters())} parameters', flush=True)
    with open(os.path.join(args.folder, 'figures.txt'), 'a', encoding='utf-8') as log:
        train(model, [Prepared(d, forms, own) for d in learn], [Prepared(d, forms, own) for d in held],
              args, log)


if __name__ == '__main__':
    main()
