#!/usr/bin/env python3
"""Trains the tagger of a language: networks that differ by their seed, and their common thresholds.

  train_tagger.py LANG EXTRACT_FILE TRAIN.jsonl FOLDER [--start STATE | --transfer STATE] [--labelled FILE]
      [--by-name]

EXTRACT_FILE is the program of that name from the build. FOLDER gets documents.pkl (what the
networks read; made again only where it is missing), lexicons of the folds, a network-N.pt and a
figures-N.txt for each network, and state.pt. STATE is from pretrain_encoder.py, whose words are kept
(--start; of another width, only the words), or a tagger of another language, whose words are not
(--transfer). FILE is from label_texts.py. Articles of TRAIN are held back (every 12th) to choose
epochs and thresholds; --by-name: with a threshold of its own for sources with a name, for languages
where a capital tells one. Networks are trained beside one another, with one core each;
the same seed gives the same model on the same machine.
"""
import argparse
import multiprocessing
import os
import pickle
import random
import time
from collections import Counter

import numpy as np
import torch
import torch.nn.functional as F

import tagger_corpus as corpus
from tagger_batches import Prepared, Vocabulary, batches, tensors, windows
from tagger_network import NARROW, PRETRAINED, WIDTH, Tagger, loaded
from tagger_scores import choice_of, figures, plain_choices, predict, values_of_choices

SEED = 7
HELD_BACK = 12
BATCH_WORDS = 6000
RATE = 1.5e-3
FRESH_RATE = 4 / 3           # times that, of a network that begins without a trained encoder
AVERAGING = 0.997            # of weights over steps: the averaged ones are kept
UNKNOWN_SHARE = 0.25         # of words whose own vector is hidden in training
LEAST_VALID = 0.4            # likelihood from which the labels of a teacher's quote are learned
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
    loss = -(anchors * scores.log_softmax(2)).sum(2)
    loss = (loss * learned).sum() / max(1.0, anchors[..., 1:].sum().item())
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
        gold = w['valid'] > LEAST_VALID
        if gold.any():
            likelihood = model.negative_log_likelihood(labels[gold], w['labels'][gold], w['lengths'][gold])
            total = total + 0.35 * likelihood.sum()
    return loss + total / max(1, len(chosen))


def train(model, learn, labelled, held, args, log, rate):
    """The weights of the best epoch. `labelled`: what a teacher says of texts."""
    optimizer = torch.optim.AdamW(model.parameter_groups(), lr=rate, betas=(0.9, 0.98))

    def batches_of_epoch():
        todo = batches(learn, args.batch, True) + batches(labelled, args.batch, True)
        random.shuffle(todo)
        return todo

    steps = len(batches_of_epoch()) * args.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1.0, (s + 1) / 100) * max(0.02, 1 - s / steps))
    best, kept = -1.0, None
    average = torch.optim.swa_utils.AveragedModel(
        model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(AVERAGING))
    for epoch in range(args.epochs):
        started, total, n = time.process_time(), 0.0, 0
        for batch in batches_of_epoch():
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
            predicted = predict([average.module], held)
            values = values_of_choices(predicted, held, plain_choices())
            choice = max(values, key=values.get)
            line += f'; {choice}: {figures(predicted, held, choice)}'
            if values[choice] > best:
                best = values[choice]
                kept = {name: weights.clone() for name, weights in average.module.state_dict().items()}
        print(line, flush=True)
        print(line, file=log, flush=True)
    return kept


def first_network(number, learn, args):
    """A network to train, the vocabularies of its forms with vectors and its own ones, and its rate."""
    path = args.start or args.transfer
    state = torch.load(path, weights_only=False) if path else {'networks': [{}]}
    weights = state['networks'][number % len(state['networks'])]
    if args.start:
        forms, own = Vocabulary(state['forms']), Vocabulary(state['own'])
    else:
        counts = Counter(h for d in learn for h in d.words[:, 3].tolist())
        forms, own = Vocabulary([]), Vocabulary([h for h, n in counts.items() if n >= LEAST_FORM])
        weights = {name: w for name, w in weights.items() if name not in ('pretrained', 'own.weight')}
    model = Tagger(torch.zeros(len(forms), PRETRAINED), len(own), args.dropout, args.width, args.narrow)
    sizes = {name: w.shape for name, w in model.state_dict().items()}
    fitting = {name: w for name, w in weights.items() if sizes.get(name) == w.shape}
    model.load_state_dict(fitting, strict=False)    # of another width: the words' vectors
    fresh = args.start and not any(name.startswith('layers.') for name in fitting)
    return model, forms, own, args.rate * (FRESH_RATE if fresh else 1)


def network_file(number, args):
    return os.path.join(args.folder, f'network-{number}.pt')


def train_network(number, learn, labelled, held, args):
    torch.set_num_threads(1)  # two would wait for one another on a busy machine
    for seed in (random.seed, np.random.seed, torch.manual_seed):
        seed(SEED + number)
    model, forms, own, rate = first_network(number, learn, args)
    with open(os.path.join(args.folder, f'figures-{number}.txt'), 'w', encoding='utf-8') as log:
        some = ([Prepared(d, forms, own) for d in documents] for documents in (learn, labelled, held))
        weights = train(model, *some, args, log, rate)
    torch.save({'weights': weights, 'forms': forms.hashes, 'own': own.hashes}, network_file(number, args))


def join(held, args):
    """The networks in one state, with the choice that suits them together."""
    networks = [torch.load(network_file(n, args), weights_only=False) for n in range(args.networks)]
    forms, own = Vocabulary(networks[0]['forms']), Vocabulary(networks[0]['own'])
    prepared = [Prepared(d, forms, own) for d in held]
    predicted = predict([loaded(n['weights']) for n in networks], prepared)
    choice = choice_of(predicted, prepared, args.by_name)
    print(f'together: {choice}: {figures(predicted, prepared, choice)}')
    torch.save({'networks': [n['weights'] for n in networks], 'choice': tuple(choice),
                'forms': forms.hashes, 'own': own.hashes}, os.path.join(args.folder, 'state.pt'))


def read_documents(args):
    kept = os.path.join(args.folder, 'documents.pkl')
    if os.path.exists(kept):
        with open(kept, 'rb') as file:
            return pickle.load(file)
    resources = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'resources')
    documents = corpus.cross_fitted(args.tool, args.language, args.train, resources, args.folder)
    with open(kept, 'wb') as file:
        pickle.dump(documents, file)
    return documents


def main():
    parser = argparse.ArgumentParser()
    for name in ('language', 'tool', 'train', 'folder'):
        parser.add_argument(name)
    parser.add_argument('--epochs', type=int, default=8)
    parser.add_argument('--networks', type=int, default=2)
    parser.add_argument('--rate', type=float, default=RATE)
    parser.add_argument('--dropout', type=float, default=0.15)
    parser.add_argument('--batch', type=int, default=BATCH_WORDS)
    parser.add_argument('--width', type=int, default=WIDTH)
    parser.add_argument('--narrow', type=int, default=NARROW)
    parser.add_argument('--start')
    parser.add_argument('--transfer')
    parser.add_argument('--labelled')
    parser.add_argument('--by-name', action='store_true')
    args = parser.parse_args()
    os.makedirs(args.folder, exist_ok=True)
    documents = read_documents(args)
    held = documents[::HELD_BACK]
    learn = [d for i, d in enumerate(documents) if i % HELD_BACK]
    labelled = []
    if args.labelled:
        with open(args.labelled, 'rb') as file:
            labelled = pickle.load(file)
    with multiprocessing.get_context('fork').Pool(min(args.networks, os.cpu_count())) as pool:
        pool.starmap(train_network, [(n, learn, labelled, held, args) for n in range(args.networks)])
    join(held, args)


if __name__ == '__main__':
    main()
