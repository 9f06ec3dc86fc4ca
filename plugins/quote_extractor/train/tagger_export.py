#!/usr/bin/env python3
"""Writes a trained tagger as the plugin reads it, and scores of a few words to compare with.

  tagger_export.py STATE.pt MODEL [EXTRACT_FILE LANG TEXTS.jsonl SCORES.txt]

Numbers are little-endian. Order: "QTHTAG03"; u32 feature rows, networks, size of pretrained
vectors, hashed rows; f32 thresholds (log odds; of any source, of named ones); u32 nested; 7 × 7 chain; forms with vectors (count,
ascending hashes, rows of i8: first that of all other forms); the networks; FNV-1a of all before, 64
bits. A network: u32 width, narrow width, size of own vectors; forms with own vectors; hashed
prefixes, suffixes (i8); feature table (f32); input, layers (count; each dilation, step, product),
step, anchors, near, anchor; distances, roles, kinds, sentences (f32); narrow layers, step, labels,
validity. A product is its weights (i8, a row an output), steps and biases (f32).
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
from tagger_network import HASHED, OWN, OWN_STEP, PRETRAINED, PRETRAINED_STEP, loaded
from tagger_scores import Choice, accepted, mean_chain, predict

PART_ROLE = {CONTENT_B: 0, CUE_B: 1, SOURCE_B: 2}   # as quoth::part_role


def checksum(data):
    h = 14695981039346656037
    for byte in data:
        h = (h ^ byte) * 1099511628211 & 0xFFFFFFFFFFFFFFFF
    return h


class Writer:
    def __init__(self):
        self.parts = [b'QTHTAG03']

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


    def network(self, network, own_forms):
        width, narrow = network.near.weight.shape[::-1]
        self.u32(width, narrow, OWN)
        self.forms(own_forms, network.own.weight / OWN_STEP)
        self.small(network.prefix.weight / OWN_STEP)
        self.small(network.suffix.weight / OWN_STEP)
        self.floats(network.rows)
        assert PRETRAINED_STEP == 2 * OWN_STEP
        self.linear(network.input, OWN_STEP)
        self.convolutions(network.layers)
        step = network.output.log_step.exp().item()
        self.floats([step])
        for layer in (network.anchors, network.near, network.anchor):
            self.linear(layer, step)
        for table in (network.distances, network.roles, network.kinds, network.sentences):
            self.floats(table)
        self.convolutions(network.narrow_layers)
        step = network.narrow_output.log_step.exp().item()
        self.floats([step])
        self.linear(network.labels, step)
        self.linear(network.valid, step)


def export(networks, state, path):
    out = Writer()
    out.u32(FEATURE_ROWS, len(networks), PRETRAINED, HASHED)
    choice = Choice(*state['choice'])
    out.floats([math.log(t / (1 - t)) for t in (choice.other, choice.named)])
    out.u32(int(choice.nested))
    out.floats(mean_chain(networks))
    out.forms(state['forms'], networks[0].pretrained / PRETRAINED_STEP)
    for network in networks:
        assert torch.equal(network.pretrained, networks[0].pretrained)
        out.network(network, state['own'])
    data = b''.join(out.parts)
    with open(path, 'wb') as file:
        file.write(data + struct.pack('<Q', checksum(data)))


def write_scores(networks, state, tool, language, texts, path):
    """What the network makes of the texts of a language: a line a quote, as extract_file tags."""
    forms, own = Vocabulary(state['forms']), Vocabulary(state['own'])
    articles = [a for a in read_articles(texts) if a['lang'] == language]
    with tempfile.TemporaryDirectory() as folder:
        chosen = os.path.join(folder, 'texts.jsonl')
        write_articles([{**a, 'quotes': []} for a in articles], chosen)
        documents = features(tool, language, chosen, read_articles(chosen))
    prepared = [Prepared(d, forms, own) for d in documents]
    predicted = predict(networks, prepared)
    with open(path, 'w', encoding='utf-8') as out:
        for n, document in enumerate(documents):
            found = {tuple(f.spans): (f.anchor, f.valid) for f in predicted[document.id]}
            kept = accepted(predicted[document.id], Choice(*state['choice']))
            for anchor, valid, spans in sorted((*found[tuple(spans)], spans) for spans in kept):
                columns = [f'{PART_ROLE[role]}:{b}-{e}' for role, b, e in sorted(spans, key=lambda s: s[1])]
                out.write('\t'.join([str(n), str(anchor), f'{math.log(valid / (1 - valid)):.4f}', *columns]) + '\n')


def main(argv):
    state = torch.load(argv[1], weights_only=False)
    networks = [loaded(weights) for weights in state['networks']]
    export(networks, state, argv[2])
    if len(argv) > 3:
        write_scores(networks, state, *argv[3:])


if __name__ == '__main__':
    main(sys.argv)
