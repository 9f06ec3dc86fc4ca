#!/usr/bin/env python3
"""Trains the network that reads a claim and a statement together: told, bent or other.

  retelling_network.py MINILM DATA OUT.pt [FOLDER]

MINILM: the folder that mini_lm.py reads. DATA: the folder of the corpora, whose texts only tell which word
pieces are common. FOLDER: of the examples (default: beside this file, retellings), of which the English ones
are read. A cross-encoder (Humeau and others, ICLR 2020; Nogueira and Cho 2019): all-MiniLM-L6-v2 over
"[CLS] claim [SEP] statement [SEP]"; the state of [CLS] and the mean of the claim's are classified. The figures
printed are those of every tenth speaker, left out. The seed is fixed; half an hour of two cores.
"""
import json
import os
import random
import re
import sys
import time
import unicodedata
from collections import Counter

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from mini_lm import SIZE, MiniLM, pieces
from retelling_examples import FOLDER, LABEL_OF, LABELS, files, is_held_back, name_of, read_file

EPOCHS = 5
RATE, HEAD_RATE = 1e-4, 1e-3
AT_ONCE = 16                 # pairs
MOST_OF_CLAIM, MOST_OF_STATEMENT = 64, 160  # pieces
SMOOTHING = 0.05
WITH_NEIGHBOUR = 0.3         # of the statements: read with another of the same speaker
OF_ANOTHER = 0.3             # of the claims: read once more, beside a statement that they are not of, …
OF_STRANGER = 0.3            # … of these: another speaker's
AS_POSTED = 0.3              # of the claims: with what a post has around them
BEFORE = ('that ', 'that ', '{name}: ', '{surname}: ', '{surname} says ', '{name} has said that ', '{surname} admits that ',
          'according to {name}, ', '{name} on the radio: ', 'Heard it this morning. {name} says ', 'BREAKING: ', 'So now it is official: ',
          'has promised that ', 'gave an assurance that ', 'Even {name} knows: ', 'For {surname}, ')
BEHIND = ('', '', '', '!', '!!', ', {surname} says', ', says {name}', ', according to {surname}', '. Unbelievable', '. Shame on them',
          '. At last somebody says it', '. Share this', ', {surname} told reporters')
COMMON = 8                   # times that a word piece stands in the corpora, or it is cut into smaller ones
CORPORA = ('polnear/train.jsonl', 'record/kremlin-en.jsonl', 'record/us-debates.jsonl', 'checkthat/claims.jsonl')
SPECIAL = ('[PAD]', '[UNK]', '[CLS]', '[SEP]')
STRAIGHT = str.maketrans({**dict.fromkeys('“”„«»', '"'), **dict.fromkeys('‘’‚', "'"), **dict.fromkeys('‒–—', '-'),
                          **dict(zip('ŁłØøĐđ', 'LlOoDd'))})
WORD = re.compile(r'[^\W_]+|[^\w\s]|_')


def words(text):
    return WORD.findall(unicodedata.normalize('NFKC', text.translate(STRAIGHT)).casefold())


def texts_of(article):
    yield from (article[key] for key in ('text', 'claim', 'title') if isinstance(article.get(key), str))
    yield from (turn['text'] for turn in article.get('turns') or [])


def common_pieces(vocabulary, data, speakers):
    """The vocabulary without the pieces that neither the examples have nor the corpora COMMON times."""
    told, read = Counter(), Counter()
    for speaker in speakers:
        for text in speaker['statements'] + [claim[0] for claim in speaker['claims']]:
            told.update(words(text))
    for path in CORPORA:
        with open(os.path.join(data, path), encoding='utf-8') as file:
            for line in file:
                for text in texts_of(json.loads(line)):
                    read.update(words(text))
    names = {number: piece for piece, number in vocabulary.items()}
    kept = set(SPECIAL) | {p for p in vocabulary if len(p.removeprefix('##')) == 1 and ord(p[-1]) < 0x250}
    kept |= {names[p] for word in told for p in pieces(word, vocabulary)}
    times = Counter()
    for word, n in read.items():
        for p in pieces(word, vocabulary):
            times[p] += n
    kept |= {names[p] for p, n in times.items() if n >= COMMON}
    return {piece: number for piece, number in vocabulary.items() if piece in kept}


class CrossEncoder(nn.Module):
    """`vocabulary`: the pieces that it knows, with their numbers in MiniLM's."""

    def __init__(self, folder, vocabulary):
        super().__init__()
        self.mini = MiniLM(folder)
        self.vocabulary = vocabulary
        self.known = {}
        self.head = nn.Sequential(nn.Linear(2 * SIZE, SIZE), nn.GELU(), nn.Dropout(0.1), nn.Linear(SIZE, len(LABELS)))

    def cut(self, text):
        if text not in self.known:
            unknown = [self.vocabulary['[UNK]']]
            self.known[text] = [p for word in words(text) for p in pieces(word, self.vocabulary) or unknown]
        return self.known[text]

    def size(self, pair):
        return len(self.cut(pair[0])) + len(self.cut(pair[1]))

    def forward(self, pairs):
        """(claim, statement)... -> logits [B, 3]"""
        first, end = self.vocabulary['[CLS]'], self.vocabulary['[SEP]']
        rows = [([first, *self.cut(claim)[:MOST_OF_CLAIM], end], [*self.cut(statement)[:MOST_OF_STATEMENT], end])
                for claim, statement in pairs]
        longest = max(len(a) + len(b) for a, b in rows)
        ids = torch.zeros(len(rows), longest, dtype=torch.long)
        mask, second = torch.zeros(2, *ids.shape, dtype=torch.bool)
        for i, (a, b) in enumerate(rows):
            ids[i, :len(a) + len(b)] = torch.tensor(a + b)
            mask[i, :len(a) + len(b)] = True
            second[i, len(a):] = mask[i, len(a):]
        *_, x = self.mini.states(ids, mask, second)
        claim = (mask & ~second).float()
        mean = (x * claim[..., None]).sum(1) / claim.sum(1, keepdim=True)
        return self.head(torch.cat([x[:, 0], mean], 1))


def pairs_of(speaker, strangers, drawn):
    """(claim, statement, label)..., drawn anew each epoch."""
    statements = speaker['statements']

    def beside(at):
        others = [s for i, s in enumerate(statements) if i != at]
        if others and drawn.random() < WITH_NEIGHBOUR:
            both = [statements[at], drawn.choice(others)]
            drawn.shuffle(both)
            return ' '.join(both)
        return statements[at]

    def posted(claim):
        if drawn.random() >= AS_POSTED:
            return claim
        name = name_of(speaker)
        return (drawn.choice(BEFORE) + claim + drawn.choice(BEHIND)).format(name=name, surname=name.rpartition(' ')[2])

    for claim, label, at, _ in speaker['claims']:
        claim = posted(claim.replace('{', '(').replace('}', ')'))
        yield claim, beside(at if at >= 0 else drawn.randrange(len(statements))), LABEL_OF[label]
        if drawn.random() < OF_ANOTHER:
            others = [s for i, s in enumerate(statements) if i != at]
            if not others or drawn.random() < OF_STRANGER:
                others = drawn.choice(strangers)['statements']
            yield claim, drawn.choice(others), LABEL_OF['other']


def train(model, speakers):
    drawn = random.Random(7)
    groups = [{'params': [p for name, p in model.named_parameters() if not name.startswith('head')], 'lr': RATE},
              {'params': model.head.parameters(), 'lr': HEAD_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    schedule = None
    begun = time.time()
    for epoch in range(EPOCHS):
        pairs = [p for speaker in speakers for p in pairs_of(speaker, speakers, drawn)]
        pairs.sort(key=lambda p: model.size(p) + drawn.random() * 20)
        batches = [pairs[i:i + AT_ONCE] for i in range(0, len(pairs) - AT_ONCE + 1, AT_ONCE)]
        drawn.shuffle(batches)
        if schedule is None:
            steps = EPOCHS * len(batches)
            schedule = torch.optim.lr_scheduler.LambdaLR(
                optimizer, lambda step: min(1, (step + 1) / 100) * max(0.02, 1 - step / steps))
        model.train()
        total = 0.0
        for batch in batches:
            loss = F.cross_entropy(model([p[:2] for p in batch]), torch.tensor([p[2] for p in batch]),
                                   label_smoothing=SMOOTHING)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
        print(f'epoch {epoch + 1}: {len(pairs)} pairs, loss {total / len(batches):.3f}, {(time.time() - begun) / 60:.0f} min',
              flush=True)


@torch.no_grad()
def likelihoods(model, pairs):
    """[N, 3]"""
    model.eval()
    order = sorted(range(len(pairs)), key=lambda i: model.size(pairs[i]))
    out = np.zeros((len(pairs), len(LABELS)), dtype=np.float32)
    for first in range(0, len(order), 2 * AT_ONCE):
        some = order[first:first + 2 * AT_ONCE]
        out[some] = model([pairs[i] for i in some]).softmax(1).numpy()
    return out


def report(model, speakers):
    """As the matcher reads a claim: by the statement that is likeliest of the same."""
    confusion = np.zeros((3, 3), dtype=int)
    for speaker in speakers:
        for claim, label, _, _ in speaker['claims']:
            likely = likelihoods(model, [(claim, s) for s in speaker['statements']])
            confusion[LABEL_OF[label], likely[np.argmin(likely[:, 2])].argmax()] += 1
    print(f'{confusion.trace()} of {confusion.sum()} claims right ({100 * confusion.trace() / confusion.sum():.1f} of 100)')
    for label, row in zip(LABELS, confusion):
        print(f'{label:6}', *(f'{n:5}' for n in row), flush=True)


def load(folder, path):
    """A trained one."""
    saved = torch.load(path)
    model = CrossEncoder(folder, saved['vocabulary'])
    model.load_state_dict(saved['state'])
    return model.eval()


def main(argv):
    minilm, data, out = argv[1:4]
    torch.manual_seed(7)
    speakers = [s for path in files(argv[4] if len(argv) > 4 else FOLDER, 'en') for s in read_file(path)]
    held = [s for s in speakers if is_held_back(name_of(s))]
    learned = [s for s in speakers if not is_held_back(name_of(s))]
    model = CrossEncoder(minilm, {})
    model.vocabulary = common_pieces(model.mini.vocabulary, data, speakers)
    print(f'{len(model.vocabulary)} word pieces, {len(learned)} speakers, {len(held)} held back', flush=True)
    train(model, learned)
    torch.save({'vocabulary': model.vocabulary, 'state': model.state_dict()}, out)
    report(model, held)


if __name__ == '__main__':
    main(sys.argv)
