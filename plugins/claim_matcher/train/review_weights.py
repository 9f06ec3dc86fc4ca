#!/usr/bin/env python3
"""Learns the weights of review_ranking.cpp from posts with the fact-checks that are about them.

  pip install numpy PyStemmer
  review_weights.py CLAIMS.jsonl TRAIN.jsonl [DEV.jsonl]

CLAIMS: {"id","claim","title","subtitle","date"}; TRAIN, DEV: {"text","gold":[ids]} (CheckThat! 2022
task 2A). First a listwise model ranks the 60 nearest reviews of each post by relevance, then a
logistic fit of its sum gives the scale and the bias, so that a score is a probability. The features
are those of review_ranking.cpp, with English stop words for its function words.
"""
import collections
import datetime
import json
import math
import re
import sys

import numpy as np
import Stemmer

LOOKED_AT, UNKNOWN_IDF, K1, B = 60, 6.0, 1.2, 0.6
NAMES = ['relevance', 'claim', 'title', 'mass', 'day', 'rarest']
STOP = set('''a an the of in on at to for from by with as and or but is are was were be been being do
does did have has had it its this that these those he she they we i you his her their our my your them
him us me who which what when where how than then there here about into over'''.split())
MONTHS = 'January February March April May June July August September October November December'
stem = Stemmer.Stemmer('english').stemWords


def load(path):
    with open(path, encoding='utf-8') as lines:
        return [json.loads(line) for line in lines if line.strip()]


def words(text):
    text = re.sub(r"'s\b", '', text.lower().replace('’', "'"))
    text = text.replace('%', ' percent ').replace('$', ' dollar ')
    found = re.findall(r'[a-z]+|\d+(?:[.,]\d+)*', text)
    return [w for w in stem(found) if w not in STOP]


def day(text):
    for form in ('%d %B %Y', '%B %d, %Y', '%Y-%m-%d'):
        try:
            return datetime.datetime.strptime(text, form)
        except ValueError:
            pass
    return None


def post(text):
    """The post's words, and its day where it ends in a signature."""
    signature = re.search(r'(?:%s) \d+, \d{4}\s*$' % MONTHS.replace(' ', '|'), text)
    when = day(signature.group().strip()) if signature else None
    text = text[:signature.start()] if signature else text
    text = re.sub(r'https?://\S*|pic\.twitter\.com/\S*', ' ', text)

    def parted(tag):
        name = re.sub(r'([a-z\d])([A-Z])', r'\1 \2', tag.group(1))
        return ' ' + re.sub(r'([A-Z]+)([A-Z][a-z])', r'\1 \2', name).replace('_', ' ') + ' '
    return words(re.sub(r'[#@](\w+)', parted, text)), when


class Reviews:
    def __init__(self, claims):
        self.ids = [c['id'] for c in claims]
        self.days = [day(c.get('date') or '') for c in claims]
        self.claims = [words(c['claim']) for c in claims]
        self.titles = [words(c.get('title') or '') for c in claims]
        whole = [a + b + words(c.get('subtitle') or '')
                 for a, b, c in zip(self.claims, self.titles, claims)]
        self.counts = [collections.Counter(w) for w in whole]
        self.lengths = [len(w) for w in whole]
        self.average = sum(self.lengths) / len(whole)
        self.postings = collections.defaultdict(list)
        for i, count in enumerate(self.counts):
            for w in count:
                self.postings[w].append(i)
        self.idf = {w: math.log((len(whole) + 1) / (len(p) + 0.5)) for w, p in self.postings.items()}

    def relevance(self, i, sought):
        norm = K1 * (1 - B + B * self.lengths[i] / self.average)
        return sum(self.idf[w] * n * (K1 + 1) / (n + norm)
                   for w in sought if (n := self.counts[i][w]))

    def features(self, text):
        found, when = post(text)
        sought = {w for w in found if w in self.idf}
        most = sum(self.idf[w] for w in sought) or 1.0
        sums = collections.Counter()
        for w in sought:
            for i in self.postings[w]:
                sums[i] += self.idf[w]
        near = sorted(((self.relevance(i, sought), i) for i, _ in sums.most_common(4 * LOOKED_AT)),
                      key=lambda x: (-x[0], x[1]))[:LOOKED_AT]

        def had(field):
            shared = sum(self.idf[w] for w in field if w in sought)
            return shared / (shared + UNKNOWN_IDF * sum(w not in sought for w in field)) if shared else 0
        rows = []
        for score, i in near:
            days = abs((self.days[i] - when).days) if when and self.days[i] else None
            rows.append([score / most, had(self.claims[i]), had(self.titles[i]), min(score / 40, 1.5),
                         math.exp(-days / 30) if days is not None else 0,
                         max((self.idf[w] for w in sought if self.counts[i][w]), default=0) / 9])
        return np.array(rows).reshape(-1, len(NAMES)), [i for _, i in near]


def sets(reviews, posts):
    made = []
    for p in posts:
        rows, near = reviews.features(p['text'])
        made.append((rows, np.array([reviews.ids[i] in p['gold'] for i in near]),
                     [reviews.ids[i] for i in near], set(p['gold'])))
    return made


def map5(data, weights):
    total = 0
    for rows, _, ids, gold in data:
        hits = found = 0
        for rank, i in enumerate(np.argsort(-(rows @ weights), kind='stable')[:5], 1):
            if ids[i] in gold:
                hits += 1
                found += hits / rank
        total += found / min(5, len(gold))
    return total / len(data)


def rank(data, rounds=500, rate=0.5, decay=1e-3):
    weights, pace = np.zeros(len(NAMES)), np.zeros(len(NAMES))
    weights[0] = 5
    usable = [(rows, right) for rows, right, *_ in data if right.any() and not right.all()]
    for _ in range(rounds):
        slope = np.zeros_like(weights)
        for rows, right in usable:
            chance = np.exp(rows @ weights - (rows @ weights).max())
            slope += rows.T @ (right / right.sum() - chance / chance.sum())
        pace = 0.9 * pace + slope / len(usable) - decay * weights
        weights = weights + rate * pace
    return weights


def calibrate(data, weights, rounds=4000, rate=0.3):
    sums = np.concatenate([rows @ weights for rows, *_ in data])
    right = np.concatenate([right for _, right, *_ in data]).astype(float)
    scale, bias = 0.65, -10.0
    for _ in range(rounds):
        missing = right - 1 / (1 + np.exp(-(scale * sums + bias)))
        scale += rate * (missing * sums).mean()
        bias += rate * missing.mean()
    return scale, bias


def main(argv):
    if len(argv) not in (3, 4):
        sys.exit(__doc__)
    reviews = Reviews(load(argv[1]))
    train = sets(reviews, load(argv[2]))
    weights = rank(train)
    scale, bias = calibrate(train, weights)
    print('MAP@5 train %.4f' % map5(train, weights))
    if len(argv) == 4:
        print('MAP@5 dev %.4f' % map5(sets(reviews, load(argv[3])), weights))
    print('bias %.2f' % bias, ' '.join('%s %.2f' % x for x in zip(NAMES, scale * weights)))


if __name__ == '__main__':
    main(sys.argv)
