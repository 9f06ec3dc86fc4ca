"""Predicted quotes of articles, and figures on them: word-level kin of ../shared/eval/score.py."""
from collections import defaultdict
from typing import NamedTuple

import numpy as np
import torch

from tagger_batches import batches, tensors, windows
from tagger_corpus import CLOSED, CONTENT_B, CUE_B, SOURCE_B
from tagger_network import best_labels

LEAST_ANCHOR = 0.1           # probability from which a word is looked at as an anchor
NEARLY = 0.01                # networks of other seeds differ by as much
NEARLY_NAMED = 0.02          # what may be lost to find more of what persons say
THRESHOLDS = [t / 25 for t in range(3, 16)]
SUBJECT_PRONOUN, THING = 1 << 1, 1 << 33   # bits of word_class in lexicon.hpp


class Found(NamedTuple):
    """What a tagger makes of an anchor that it looks at."""
    valid: float             # likelihood of a quote
    anchor: int
    kind: int
    spans: list              # (first label of the role, begin, end)
    named: bool              # the source has a name or a personal pronoun


class Choice(NamedTuple):
    """From which likelihood a quote counts, and whether one may stand within another's content."""
    named: float             # of a quote whose source has a name or a personal pronoun
    other: float
    nested: bool


def runs(labels, begin):
    """Labels of a window -> (first label of the role, begin, end)."""
    out, role, start = [], 0, 0
    for i, label in enumerate(list(labels) + [0]):
        first = label if label in (0, 1, 3, 5) else label - 1
        if role and label != role + 1:
            out.append((role, begin + start, begin + i))
            role = 0
        if label and not role:
            role, start = first, i
    return out


def mean_chain(models):
    return sum(model.chain() for model in models) / len(models)


def has_named_source(words, spans):
    """Whether a quote's source has a name or a personal pronoun. Mirrored in tagger.cpp."""
    for role, begin, end in spans:
        for i in range(begin, end) if role == SOURCE_B else ():
            classes = int(words[i, 6]) | int(words[i, 7]) << 32
            if classes & SUBJECT_PRONOUN and not classes & THING:
                return True
            if 18 <= words[i, 8] <= 22 and not classes & CLOSED:   # shapes with a capital
                return True
    return False


@torch.no_grad()
def predict(models, prepared, anchors=None):
    """Per article: what is found, by the mean of what the models score.

    `anchors` gets, per article, the likelihoods [n, 3] of the kinds of anchor.
    """
    for model in models:
        model.eval()
    chain = mean_chain(models)
    found = defaultdict(list)
    for batch in batches(prepared, 12000, False):
        words, mask, learned, _ = tensors(batch)
        states = [model.encode(words, mask) for model in models]
        likely = (sum(model.anchors(s) for model, s in zip(models, states)) / len(models)).softmax(2)
        if anchors is not None:
            for k, (p, begin, _, a, b) in enumerate(batch):
                kinds = anchors.setdefault(p.document.id, np.zeros((len(p.document), 3), dtype=np.float16))
                kinds[a:b] = likely[k, a - begin:b - begin].numpy()
        chosen = []
        for k, i, kind in ((likely[..., 1:] > LEAST_ANCHOR) & (learned[..., None] > 0)).nonzero().tolist():
            p, begin = batch[k][:2]
            if p.document.words[begin + i, 2] == 0xFFFFFFFF:
                continue
            if likely[k, i, 1 + kind] >= likely[k, i, 2 - kind]:
                chosen.append((k, begin + i, kind + 1))
        near = [model.near(s) for model, s in zip(models, states)]
        for first in range(0, len(chosen), 256):
            some = chosen[first:first + 256]
            w = windows(batch, some, False)
            here = torch.tensor([a - b for (_, a, _), b in zip(some, w['begins'])])
            scores, valid = 0, 0
            for model, s, n in zip(models, states, near):
                seen, u = model.window(n[w['rows'][:, None], w['gather']] * w['mask'], s[w['rows'], w['at']],
                                       w['kinds'], w['distances'], w['roles'], w['sentences'], w['mask'])
                scores = scores + seen / len(models)
                valid = valid + model.valid(u[torch.arange(len(some)), here])[:, 0] / len(models)
            valid = valid.sigmoid()
            labels = best_labels(scores, chain, w['lengths'])
            for i, (k, anchor, kind) in enumerate(some):
                spans = runs(labels[i, :w['lengths'][i]].tolist(), w['begins'][i])
                document = batch[k][0].document
                found[document.id].append(
                    Found(valid[i].item(), anchor, kind, spans, has_named_source(document.words, spans)))
    for model in models:
        model.train()
    return found


def accepted(found, choice):
    """The likeliest first; one quote a cue, and none within another's content unless nested."""
    nested = choice.nested
    cues, contents, out = set(), set(), []
    for valid, anchor, kind, spans, named in sorted(found, reverse=True):
        if valid < (choice.named if named else choice.other):
            continue
        content = [i for role, b, e in spans if role == CONTENT_B for i in range(b, e)]
        cue = [i for role, b, e in spans if role == CUE_B for i in range(b, e)]
        if not content or cues & set(cue) or anchor in cues or (not nested and anchor in contents):
            continue
        if not nested and len(contents & set(content)) * 2 > len(content):
            continue
        cues.update(cue)
        contents.update(content)
        out.append(spans)
    return out


def f1(right, found, gold):
    return 200 * right / max(1, found + gold)


def figures(predicted, prepared, choice):
    counts = defaultdict(lambda: [0, 0, 0])

    def add(name, ours, gold):
        for k, n in enumerate((len(ours & gold), len(ours), len(gold))):
            counts[name][k] += n

    for p in prepared:
        ours = {s for spans in accepted(predicted[p.document.id], choice) for s in spans}
        gold = {s for quote in p.document.quotes for s in quote.spans}
        for name, role in (('content', CONTENT_B), ('source', SOURCE_B), ('cue', CUE_B)):
            a, b = {s for s in ours if s[0] == role}, {s for s in gold if s[0] == role}
            add(name, a, b)
            if role == CONTENT_B:
                add('words', {i for _, x, y in a for i in range(x, y)}, {i for _, x, y in b for i in range(x, y)})
    return {name: round(f1(*n), 1) for name, n in counts.items()}


def value_of(f):
    return f['content'] + 0.5 * f['words'] + 0.25 * f['cue'] + 0.25 * f['source']


def values_of_choices(predicted, prepared, choices):
    return {choice: value_of(figures(predicted, prepared, choice)) for choice in choices}


def plain_choices():
    """Those of one threshold for all quotes."""
    return [Choice(t, t, nested) for t in THRESHOLDS for nested in (False, True)]


def choice_of(predicted, prepared, by_name):
    """The choice that finds most of those nearly as good as the best: `by_name`, most of what persons say.

    One quotation missed costs its reader more than one too many, and who reports that another said
    something is not to hide the other.
    """
    choices = plain_choices()
    if by_name:
        choices = [Choice(named, c.other, c.nested) for named in THRESHOLDS for c in choices]
    values = values_of_choices(predicted, prepared, choices)
    best = {nested: max(v for c, v in values.items() if c.nested == nested) for nested in (False, True)}
    nested = best[True] >= (1 - NEARLY) * best[False]
    least = (1 - (NEARLY_NAMED if by_name else NEARLY)) * best[nested]
    enough = [c for c, v in values.items() if c.nested == nested and v >= least]
    if by_name:
        other = next(c.other for c in enough if values[c] == best[nested])
        enough = [c for c in enough if c.other == other]
    return min(enough)
