#!/usr/bin/env python3
"""Fits the strength of reporting cues from annotated articles. Standard library only.

  extract_file words LANG TRAIN.jsonl > WORDS.tsv
  fit_cues.py TRAIN.jsonl WORDS.tsv CUES.tsv TAILS.tsv [--held-out SHARE]

TRAIN.jsonl holds articles with quotes (source, cue, content; offsets in code points); WORDS.tsv says
for each word where it stands, whether it is quoted, what stands before and after it, and its
classes. Writes the word forms that head cues with their log odds in tenths (cues.tsv) and the words
after a head that belong to the cue (tails.tsv). No text of the articles is kept, only word forms
and numbers. --held-out fits on the rest and prints how well heads are found in that share.
"""
import json
import math
import random
import sys
from collections import Counter, defaultdict

# Bits of word_class in lexicon.hpp: forms of closed classes do not head a cue.
CLOSED = (1 << 0 | 1 << 1 | 1 << 2 | 1 << 3 | 1 << 4 | 1 << 5 | 1 << 6 | 1 << 7 | 1 << 8 | 1 << 9 |
          1 << 10 | 1 << 11 | 1 << 12 | 1 << 13 | 1 << 14 | 1 << 15 | 1 << 17)
EPOCHS, RATE, DECAY, SEED = 5, 0.25, 1e-3, 7
LEAST = 0.12  # of a fitted weight, to be written


def read_words(path):
    documents = defaultdict(list)
    with open(path, encoding='utf-8') as file:
        for line in file:
            n, begin, end, quoted, left, right, further, classes, form = line.rstrip('\n').split('\t')
            form = form.lower().replace('’', "'")
            documents[int(n)].append((int(begin), int(end), quoted == '1', left, right, int(classes), form, further.split(' ')))
    return documents


def is_head(word):
    return not word[5] & CLOSED and word[6].isalpha() and len(word[6]) > 1


def cue_words(words, cue):
    return [i for i, w in enumerate(words) if w[0] >= cue[0] and w[1] <= cue[1]]


def collect(articles, documents):
    """Every unquoted word of an open class with its contexts and whether it heads a cue; tails."""
    events, tails, parted, heads_seen = [], Counter(), Counter(), Counter()
    for n, article in enumerate(articles):
        words = documents.get(n, [])
        begins = {w[0]: i for i, w in enumerate(words)}
        heads = {}
        for quote in article['quotes']:
            behind = None  # the head of the piece before: teilte (… mit)
            for begin, end in sorted(quote['cue']):
                at = begins.get(begin)
                if at is None:
                    inside = cue_words(words, (begin, end))
                else:
                    inside = []
                    while at < len(words) and words[at][1] <= end:
                        inside.append(at)
                        at += 1
                head = next((i for i in inside if is_head(words[i])), None)
                if len(inside) == 1 and behind is not None:
                    parted[words[behind][6] + ' … ' + words[inside[0]][6]] += 1
                if head is not None:
                    heads[head] = max(heads.get(head, 0), inside[-1])
                behind = head
        for i, word in enumerate(words):
            if word[2] or not is_head(word):
                continue
            events.append((n, word[6], (word[3], word[4], *word[7]), i in heads))
            if i in heads:
                heads_seen[word[6]] += 1
                run = [w[6] for w in words[i + 1:i + 5]]
                for k in range(1, len(run) + 1):
                    form = ' '.join([word[6]] + run[:k])
                    tails[form, i + k <= heads[i]] += 1
    for form, n in parted.items():
        tails[form, True] += n
    return events, tails, heads_seen


def features(form, contexts):
    left, right, further_left, further_right = contexts
    keys = ['', form, '<' + left, '>' + right, form + ' <' + left, form + ' >' + right]
    if further_left != 'none':
        keys.append('<<' + further_left)
    if further_right != 'none':
        keys.append('>>' + further_right)
    return keys


def fit(events, forms):
    """Logistic regression over the form, its contexts and both together, by AdaGrad."""
    weights, squares = defaultdict(float), defaultdict(lambda: 1e-2)
    rows = [(features(f, c), y) for _, f, c, y in events if f in forms]
    random.seed(SEED)
    for _ in range(EPOCHS):
        random.shuffle(rows)
        for keys, y in rows:
            score = sum(weights[k] for k in keys)
            error = y - 1 / (1 + math.exp(-max(-30, min(30, score))))
            for k in keys:
                gradient = error - DECAY * weights[k] * (300 if ' ' in k else 4)
                squares[k] += gradient * gradient
                weights[k] += RATE * gradient / math.sqrt(squares[k])
    return weights


def report(weights, events, forms):
    total = sum(y for *_, y in events)
    scored = [(sum(weights[k] for k in features(f, c)), y) for _, f, c, y in events if f in forms]
    for threshold in (-1.5, -1, -0.5, 0, 0.5, 1):
        found = sum(s > threshold for s, _ in scored)
        right = sum(y for s, y in scored if s > threshold)
        print(f'{threshold:5}  P {right / found:.3f}  R {right / total:.3f}  F1 {2 * right / (found + total):.3f}')


def tenths(weight):
    return max(-127, min(127, round(10 * weight)))


def contexts(weights, prefix, base=None):
    out = []
    for key, weight in sorted(weights.items()):
        if not key.startswith(prefix) or abs(weight) < LEAST:
            continue
        total = weight if base is None else weight + base.get(key[len(prefix) - 1:], 0.0)
        out.append(f'{key[len(prefix) - 1:]}={tenths(total)}')
    return out


def write(weights, forms, tails, heads_seen, cues_path, tails_path):
    every = {k: v for k, v in weights.items() if k[:1] in '<>' and k}
    by_form = defaultdict(list)
    for key, weight in weights.items():
        if ' ' in key and abs(weight) >= LEAST:
            form, context = key.split(' ')
            by_form[form].append(f'{context}={tenths(weight + every.get(context, 0.0))}')
    with open(cues_path, 'w', encoding='utf-8') as out:
        out.write('# Word forms that head reporting cues, their log odds in tenths, and what differs by context.\n'
                  '# Written by train/fit_cues.py; not to be edited by hand.\n')
        out.write('*\t0\t' + ' '.join(f'{k}={tenths(v)}' for k, v in sorted(every.items())) + '\n')
        left = max([0] + [weights[k] for k in weights if k[:1] == '<'])
        for form in sorted(forms):
            base = weights[form] + weights['']
            best = base + left + 3
            if best < -1:
                continue
            out.write(f'{form}\t{tenths(base)}\t{" ".join(sorted(by_form[form]))}'.rstrip() + '\n')
    with open(tails_path, 'w', encoding='utf-8') as out:
        out.write('# Heads of cues with the words after them that belong to the cue. Written by train/fit_cues.py.\n')
        general = Counter()
        for (form, inside), n in tails.items():
            if form.count(' ') == 1:
                general['* ' + form.split()[1], inside] += n
        for form, inside in sorted(general):
            if inside and general[form, True] >= 25 and general[form, True] > 0.6 * (general[form, True] + general[form, False]):
                out.write(form + '\tyes\n')
        for form in sorted({f for f, _ in tails}):
            within, without = tails[form, True], tails[form, False]
            least = 2 if form.count(' ') == 1 or ' … ' in form else 3
            if max(within, without) < least:
                continue
            if within > without:
                out.write(form + '\tyes\n')
            elif general['* ' + form.split()[1], True] > general['* ' + form.split()[1], False] and form.count(' ') == 1:
                out.write(form + '\tno\n')


def main(argv):
    held_out = float(argv[6]) if len(argv) == 7 and argv[5] == '--held-out' else 0.0
    if len(argv) not in (5, 7):
        sys.exit(__doc__)
    with open(argv[1], encoding='utf-8') as file:
        articles = [json.loads(line) for line in file]
    events, tails, heads_seen = collect(articles, read_words(argv[2]))
    if held_out:
        border = len(articles) * (1 - held_out)
        train, rest = [e for e in events if e[0] < border], [e for e in events if e[0] >= border]
        forms = {f for _, f, _, y in train if y}
        report(fit(train, forms), rest, forms)
        return
    forms = {f for f, n in heads_seen.items() if n >= 1}
    write(fit(events, forms), forms, tails, heads_seen, argv[3], argv[4])


if __name__ == '__main__':
    main(sys.argv)
