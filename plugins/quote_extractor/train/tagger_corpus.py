"""Annotated articles as the tagger learns them: rows of features a word, and its quotes as labels.

Features come from extract_file, so that training reads exactly what the plugin will. The lexicons
were counted on the same articles, so the features of each article are made with lexicons counted
on others (cross-fitting): else the tagger would trust them too much.
"""
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field

import numpy as np

FOLDS = 5
FEATURES = 8                 # feature_values in word_features.hpp: rows are global to the table
CLASS_BITS = 41
FEATURE_ROWS = 100 + CLASS_BITS
TRIM = ' \t\r\n\u00a0"“”„‟«»‹›‘’‚‛\'`.,;:!?…()[]–—-'

# Labels of a word for one anchor.
O, CONTENT_B, CONTENT_I, SOURCE_B, SOURCE_I, CUE_B, CUE_I = range(7)
LABELS = 7
ROLES = (('content', CONTENT_B), ('source', SOURCE_B), ('cue', CUE_B))

# The window of an anchor, in words; mirrored in tagger.cpp.
BEFORE, AFTER = 56, 72
# Kinds of anchor: the head of a cue, the first word of a content that no cue reports.
NO_ANCHOR, HEAD, OPENING = range(3)
CLOSED = (1 << 10) - 1 | 1 << 11 | 1 << 12 | 1 << 13 | 1 << 17


@dataclass
class Quote:
    anchor: int
    kind: int
    spans: list               # (first label of the role, begin, end), words


@dataclass
class Judgement:
    """What a teacher says of a document that nobody annotated."""
    anchors: np.ndarray       # [n, 3] likelihoods of the kinds of anchor
    valid: dict               # of those that it looked at: likelihood that it heads a quote


@dataclass
class Document:
    id: str
    text: str
    words: np.ndarray         # [n, 16] as extract_file prints them
    rules: np.ndarray         # [attributions, 14]
    quotes: list = field(default_factory=list)
    judged: Judgement | None = None

    def __len__(self):
        return len(self.words)

    def window(self, anchor):
        """The words that the labels of an anchor may reach: its sentence and its neighbours."""
        sentence = self.words[:, 2]
        here = int(sentence[anchor])
        begin, end = max(0, anchor - BEFORE), min(len(self), anchor + AFTER)
        while sentence[begin] + 1 < here:
            begin += 1
        while sentence[end - 1] > here + 1:
            end -= 1
        return begin, end


def trimmed_spans(text, pieces):
    """Contiguous pieces without white space and punctuation at their ends, as score.py has them."""
    out = []
    for begin, end in sorted(map(tuple, pieces or [])):
        if out and not text[out[-1][1]:begin].strip(TRIM):
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((begin, end))
    trimmed = []
    for begin, end in out:
        while begin < end and text[begin] in TRIM:
            begin += 1
        while end > begin and text[end - 1] in TRIM:
            end -= 1
        if begin < end:
            trimmed.append((begin, end))
    return trimmed


def word_range(words, begin, end):
    """The words that lie at least half in a span of code points."""
    first = int(np.searchsorted(words[:, 1], begin, side='right'))
    last = first
    while last < len(words) and words[last, 0] < end:
        last += 1
    inside = [i for i in range(first, last)
              if 2 * (min(end, words[i, 1]) - max(begin, words[i, 0])) >= words[i, 1] - words[i, 0]]
    return (inside[0], inside[-1] + 1) if inside else None


def anchor_of(words, spans):
    """The first open-class word of the cue; without a cue, the first word of the content."""
    cue = [i for role, begin, end in spans if role == CUE_B for i in range(begin, end)]
    if not cue:
        return next((begin for role, begin, _ in spans if role == CONTENT_B), None), OPENING
    small = [i for i in cue if 16 <= words[i, 8] <= 22]     # shapes with letters
    heads = [i for i in small if not int(words[i, 6]) & CLOSED]
    return (heads or small or cue)[0], HEAD


def read_quotes(article, words):
    quotes, taken = [], set()
    for quote in article['quotes']:
        spans = []
        for role, label in ROLES:
            for piece in trimmed_spans(article['text'], quote.get(role)):
                found = word_range(words, *piece)
                if found:
                    spans.append((label, *found))
        if not any(role == CONTENT_B for role, _, _ in spans):
            continue
        anchor, kind = anchor_of(words, spans)
        if anchor is None or anchor in taken or words[anchor, 2] == 0xFFFFFFFF:
            continue
        taken.add(anchor)
        quotes.append(Quote(anchor, kind, spans))
    return quotes


def parse(raw, articles):
    numbers = np.frombuffer(raw, dtype=np.uint32).astype(np.int64)
    at, documents = 0, []
    for article in articles:
        n, rules = numbers[at], numbers[at + 1]
        at += 2
        words = numbers[at:at + 16 * n].reshape(n, 16)
        at += 16 * n
        document = Document(article['id'], article['text'], words, numbers[at:at + 14 * rules].reshape(rules, 14))
        at += 14 * rules
        document.quotes = read_quotes(article, words)
        documents.append(document)
    assert at == len(numbers)
    return documents


def read_articles(path):
    with open(path, encoding='utf-8') as file:
        return [json.loads(line) for line in file]


def write_articles(articles, path):
    with open(path, 'w', encoding='utf-8') as out:
        for article in articles:
            out.write(json.dumps(article) + '\n')


def features(tool, language, path, articles, lexicon=None):
    command = [tool, 'features', language, path] + ([lexicon] if lexicon else [])
    return parse(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout, articles)


def cross_fitted(tool, language, path, resources, folder):
    """The documents of a training file, each read with lexicons counted on the other folds."""
    here = os.path.dirname(os.path.abspath(__file__))
    articles = read_articles(path)
    documents = [None] * len(articles)
    for fold in range(FOLDS):
        lexicon = os.path.join(folder, f'lexicon-{fold}')
        os.makedirs(lexicon, exist_ok=True)
        for name in ('words.tsv', 'grammar.tsv'):
            shutil.copy(os.path.join(resources, language, name), lexicon)
        rest = os.path.join(folder, 'rest.jsonl')
        held = os.path.join(folder, 'held.jsonl')
        write_articles([a for i, a in enumerate(articles) if i % FOLDS != fold], rest)
        write_articles([a for i, a in enumerate(articles) if i % FOLDS == fold], held)
        table = os.path.join(folder, 'words.tsv')
        with open(table, 'wb') as out:
            subprocess.run([tool, 'words', language, rest], check=True, stdout=out)
        subprocess.run([sys.executable, os.path.join(here, 'fit_cues.py'), rest, table,
                        os.path.join(lexicon, 'cues.tsv'), os.path.join(lexicon, 'tails.tsv')], check=True)
        documents[fold::FOLDS] = features(tool, language, held, articles[fold::FOLDS], lexicon)
    return documents
