#!/usr/bin/env python3
"""Writes a trained tagger as the plugin reads it, and scores of a few words to compare with.

  tagger_export.py STATE.pt MODEL [EXTRACT_FILE LANG TEXTS.jsonl SCORES.txt]

Numbers are little-endian. Order: "QTHTAG01"; u32 feature rows, width, narrow width, size of
pretrained and own vectors, hashed rows; f32 threshold (log odds); u32 nested; forms with vectors,
forms with own ones (count, ascending hashes, rows of i8: first that of all other forms); hashed
prefixes, suffixes (i8); feature table (f32); input, layers (count; each dilation, step, product),
step, anchors, near, anchor; distances, roles, kinds, sentences (f32); narrow layers, step, labels,
validity; 7 × 7 chain; FNV-1a of all before, 64 bits. A product is its weights (i8, a row an
output), steps and biases (f32).
"""
import math
import os
import struct
import sys
import tempfile

import numpy as np
import torch

from tagger_batches import Prepared, Vocabulary
from tagger_corpus import (CONTENT_B, CUE_B, FEATURE_ROWS, SOURCE_B, features, read_articles,
                           write_articles)
from tagger_network import (HASHED, NARROW, OWN, OWN_STEP, PRETRAINED,
                            PRETRAINED_STEP, WIDTH, Tagger)
from tagger_scores import accepted, predict

PART_ROLE = {CONTENT_B: 0, CUE_B: 1, SOURCE_B: 2}   # as quoth::part_role


def checksum(data):
    h = 14695981039346656037
    for byte in data:
        h = (h ^ byte) * 1099511628211 & 0xFFFFFFFFFFFFFFFF
    return h


def load(path):
    state = torch.load(path, weights_only=False)
    weights = state['model']
    model = Tagger(torch.zeros_like(weights['pretrained']), weights['own.weight'].shape[0])
    model.load_state_dict(weights)
    model.eval()
    return model, state


class Writer:
    def __init__(self):
        self.parts = [b'QTHTAG01']

    def u32(self, *values):
        self.parts.append(struct.pack(f'<{len(values)}I', *values))

    def floats(self, values):
        values = values.detach().numpy() if torch.is_tensor(values) else np.asarray(values)
        self.parts.append(values.astype('<f4').tobytes())

    def small(self, values):
        self.parts.append(values.detach().round().clamp(-127, 127).numpy().astype(np.int8).tobytes())

    def forms(self, hashes, rows):
        self.u32(len(hashes))
        self.parts.append(np.asarray(hashes).astype('<u4').tobytes())
        self.small(rows)

    def linear(self, layer, scale=1.0):
        steps = layer.steps()
        self.small(layer.weight / steps[:, None])
        self.floats(steps * scale)
        self.floats(layer.bias)

    def convolutions(self, layers):
        self.u32(len(layers))
        for layer in layers:
            step = layer.activation.log_step.exp().item()
            self.u32(layer.dilation)
            self.floats([step])
            self.linear(layer.linear, step)


def export(model, state, path):
    out = Writer()
    out.u32(FEATURE_ROWS, WIDTH, NARROW, PRETRAINED, OWN, HASHED)
    threshold = state['threshold']
    out.floats([math.log(threshold / (1 - threshold))])
    out.u32(int(state['nested']))
    out.forms(state['forms'], model.pretrained[:len(state['forms']) + 1] / PRETRAINED_STEP)
    out.forms(state['own'], model.own.weight / OWN_STEP)
    out.small(model.prefix.weight / OWN_STEP)
    out.small(model.suffix.weight / OWN_STEP)
    out.floats(model.rows)
    assert PRETRAINED_STEP == 2 * OWN_STEP
    out.linear(model.input, OWN_STEP)
    out.convolutions(model.layers)
    step = model.output.log_step.exp().item()
    out.floats([step])
    for layer in (model.anchors, model.near, model.anchor):
        out.linear(layer, step)
    for table in (model.distances, model.roles, model.kinds, model.sentences):
        out.floats(table)
    out.convolutions(model.narrow_layers)
    step = model.narrow_output.log_step.exp().item()
    out.floats([step])
    out.linear(model.labels, step)
    out.linear(model.valid, step)
    out.floats(model.chain())
    data = b''.join(out.parts)
    with open(path, 'wb') as file:
        file.write(data + struct.pack('<Q', checksum(data)))


def write_scores(model, state, tool, language, texts, path):
    """What the network makes of the texts of a language: a line a quote, as extract_file tags."""
    forms, own = Vocabulary(state['forms']), Vocabulary(state['own'])
    articles = [a for a in read_articles(texts) if a['lang'] == language]
    with tempfile.TemporaryDirectory() as folder:
        chosen = os.path.join(folder, 'texts.jsonl')
        write_articles([{**a, 'quotes': []} for a in articles], chosen)
        documents = features(tool, language, chosen, read_articles(chosen))
    prepared = [Prepared(d, forms, own) for d in documents]
    predicted = predict(model, prepared)
    with open(path, 'w', encoding='utf-8') as out:
        for n, document in enumerate(documents):
            found = {tuple(spans): (anchor, valid) for valid, anchor, _, spans in predicted[document.id]}
            kept = accepted(predicted[document.id], state['threshold'], state['nested'])
            for anchor, valid, spans in sorted((*found[tuple(spans)], spans) for spans in kept):
                columns = [f'{PART_ROLE[role]}:{b}-{e}' for role, b, e in sorted(spans, key=lambda s: s[1])]
                out.write('\t'.join([str(n), str(anchor), f'{math.log(valid / (1 - valid)):.4f}', *columns]) + '\n')


def main(argv):
    model, state = load(argv[1])
    export(model, state, argv[2])
    if len(argv) > 3:
        write_scores(model, state, *argv[3:])


if __name__ == '__main__':
    main(sys.argv)
