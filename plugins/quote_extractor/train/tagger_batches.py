"""Batches of articles and of anchors' windows as tensors."""
import random

import numpy as np
import torch

from tagger_corpus import (CLASS_BITS, CONTENT_B, CUE_B, HEAD, NO_ANCHOR, OPENING, SOURCE_B)
from tagger_network import HASHED, distance_bucket

LONGEST = 1400               # words of an article in one batch row
HALO = 88                    # words beside a part of a longer article that are read, not learned


class Vocabulary:
    """Hashes of forms to rows; row 0 is for all others."""

    def __init__(self, hashes):
        self.hashes = np.array(sorted(set(int(h) for h in hashes)), dtype=np.int64)

    def __len__(self):
        return len(self.hashes) + 1

    def rows(self, hashes):
        if not len(self.hashes):
            return np.zeros(len(hashes), dtype=np.int64)
        at = np.searchsorted(self.hashes, hashes).clip(max=len(self.hashes) - 1)
        return np.where(self.hashes[at] == hashes, at + 1, 0)


class Prepared:
    """An article as arrays for the network."""

    def __init__(self, document, forms, own):
        w = document.words
        self.document = document
        self.form = forms.rows(w[:, 3])
        self.own = own.rows(w[:, 3])
        self.prefix = w[:, 4] % HASHED
        self.suffix = w[:, 5] % HASHED
        self.rows = w[:, 8:16]
        bits = w[:, 6] | (w[:, 7] << 32)
        self.classes = ((bits[:, None] >> np.arange(CLASS_BITS)) & 1).astype(np.float32)
        self.anchors = np.zeros(len(w), dtype=np.int64)
        self.quote_at = {}
        for quote in document.quotes:
            self.anchors[quote.anchor] = quote.kind
            self.quote_at[quote.anchor] = quote
        self.likely = np.eye(3, dtype=np.float32)[self.anchors]
        if document.judged:
            self.likely = document.judged.anchors.astype(np.float32)
        self.windows = {}
        self.rule_at = {}
        for n, rule in enumerate(document.rules):
            head, cue_begin, cue_end, _, _, content, _, _, _, quotation = rule[:10].tolist()
            for i in {*range(cue_begin, cue_end), *([head] if head < len(w) else [])}:
                self.rule_at.setdefault(i, n)
        for n, rule in enumerate(document.rules):
            _, _, _, _, _, content, content_end, _, _, quotation, quotation_end, *_ = rule.tolist()
            if content < content_end:
                self.rule_at.setdefault(content, n)
            if quotation < quotation_end:
                self.rule_at.setdefault(quotation, n)
                self.rule_at.setdefault(quotation + 1, n)

    def window(self, anchor):
        if anchor not in self.windows:
            self.windows[anchor] = self.document.window(anchor)
        return self.windows[anchor]

    def roles(self, anchor, begin, end):
        out = np.zeros(end - begin, dtype=np.int64)
        n = self.rule_at.get(anchor)
        if n is None:
            return out
        head, cb, ce, sb, se, xb, xe, mb, me, qb, qe, pb, pe, _ = self.document.rules[n].tolist()

        def put(b, e, value):
            out[max(0, b - begin):max(0, e - begin)] = value

        for b, e, first in ((qb, qe, 11), (mb, me, 8), (xb, xe, 5)):
            if b < e:
                put(b, e, first + 1)
                put(e - 1, e, first + 2)
                put(b, b + 1, first)
        if sb < se:
            put(sb, se, 4)
            put(sb, sb + 1, 3)
        put(cb, ce, 2)
        put(pb, pe, 2)
        if begin <= head < end:
            out[head - begin] = 1
        return out

    def labels(self, anchor, begin, end):
        out = np.zeros(end - begin, dtype=np.int64)
        for label, b, e in self.quote_at[anchor].spans:
            b, e = max(b, begin), min(e, end)
            if b < e:
                out[b - begin:e - begin] = label + 1
                out[b - begin] = label
        for i, label in enumerate(out):      # what an overlapping span cut off begins anew
            if label in (2, 4, 6) and (i == 0 or out[i - 1] not in (label, label - 1)):
                out[i] = label - 1
        return out


def parts(prepared):
    """(article, first word read, last, first word learned, last)"""
    out = []
    for p in prepared:
        n = len(p.document)
        pieces = max(1, -(-n // LONGEST))
        for k in range(pieces):
            a, b = n * k // pieces, n * (k + 1) // pieces
            if a < b:
                out.append((p, max(0, a - HALO), min(n, b + HALO), a, b))
    return out


def batches(prepared, words, shuffle):
    """Lists of parts of similar size, about `words` words each."""
    todo = parts(prepared)
    todo.sort(key=lambda part: (part[2] - part[1]) * (1 + 0.1 * random.random() if shuffle else 1))
    out, batch = [], []
    for part in todo:
        if batch and (len(batch) + 1) * (part[2] - part[1]) > words:
            out.append(batch)
            batch = []
        batch.append(part)
    if batch:
        out.append(batch)
    if shuffle:
        random.shuffle(out)
    return out


def tensors(batch, unknown_share=0.0):
    """Indices of words, their mask, which are learned, likelihoods of the kinds of anchor."""
    width = max(end - begin for _, begin, end, _, _ in batch)
    n = len(batch)
    words = {name: torch.zeros(n, width, dtype=torch.long) for name in ('form', 'own', 'prefix', 'suffix')}
    words['rows'] = torch.zeros(n, width, 8, dtype=torch.long)
    words['classes'] = torch.zeros(n, width, CLASS_BITS)
    mask = torch.zeros(n, width, 1)
    learned = torch.zeros(n, width)
    anchors = torch.zeros(n, width, 3)
    words['parts'] = batch
    for k, (p, begin, end, a, b) in enumerate(batch):
        size = end - begin
        for name in ('form', 'own', 'prefix', 'suffix', 'rows', 'classes'):
            words[name][k, :size] = torch.from_numpy(np.ascontiguousarray(getattr(p, name)[begin:end]))
        mask[k, :size] = 1
        learned[k, a - begin:b - begin] = 1
        anchors[k, :size] = torch.from_numpy(p.likely[begin:end])
    if unknown_share:
        keep = torch.rand(n, width) >= unknown_share
        words['own'] *= keep
    return words, mask, learned, anchors


def windows(batch, chosen, with_labels):
    """chosen: (row of the batch, anchor, kind). Tensors of their windows, as wide as the widest."""
    spans = [batch[k][0].window(anchor) for k, anchor, _ in chosen]
    width = max(e - b for b, e in spans)
    n = len(chosen)
    gather = torch.zeros(n, width, dtype=torch.long)
    roles = torch.zeros(n, width, dtype=torch.long)
    sentences = torch.zeros(n, width, dtype=torch.long)
    labels = torch.zeros(n, width, dtype=torch.long)
    valid = torch.zeros(n)
    lengths = torch.tensor([e - b for b, e in spans])
    rows = torch.tensor([k for k, _, _ in chosen])
    at = torch.zeros(n, dtype=torch.long)
    inside = torch.arange(width)[None] < lengths[:, None]
    offset = torch.tensor([b - anchor for (b, _), (_, anchor, _) in zip(spans, chosen)])
    for i, ((k, anchor, kind), (b, e)) in enumerate(zip(chosen, spans)):
        p, begin, end, _, _ = batch[k]
        at[i] = anchor - begin
        gather[i, :e - b] = torch.arange(b - begin, e - begin)
        roles[i, :e - b] = torch.from_numpy(p.roles(anchor, b, e))
        sentence = p.document.words[b:e, 2] - p.document.words[anchor, 2]
        sentences[i, :e - b] = torch.from_numpy(np.sign(sentence) + 1)
        if with_labels and anchor in p.quote_at:
            labels[i, :e - b] = torch.from_numpy(p.labels(anchor, b, e))
            valid[i] = 1
        if with_labels and p.document.judged:
            valid[i] = p.document.judged.valid.get(anchor, 0.0)
    distances = distance_bucket(offset[:, None] + torch.arange(width)[None])
    kinds = torch.tensor([kind - 1 for _, _, kind in chosen])
    return dict(rows=rows, at=at, gather=gather, roles=roles, sentences=sentences, labels=labels,
                valid=valid, lengths=lengths, mask=inside[..., None].float(), distances=distances, kinds=kinds,
                begins=[b for b, _ in spans])
