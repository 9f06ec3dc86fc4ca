#!/usr/bin/env python3
"""Writes a trained network as cross_encoder_model reads it, and what it makes of a test's pairs.

  retelling_export.py MINILM NETWORK.pt OUT.network [WEIGHT WEIGHT_OF_TREES GAIN GAIN GAIN [PAIRS.tsv]]

The numbers tell how its likelihoods are weighed beside those of the trees (retelling_weights.py prints them).
PAIRS.tsv: claim, statement and three likelihoods a line, which are written anew.

The file, little-endian: "QTHCRE01"; u32 each: size of a state, heads, size of the wide layer, layers, most pieces
of a claim, of a statement, number of pieces, bytes of the pieces; the pieces, a line each; their vectors, i8, and
a step for each, f32; positions, what a statement's piece has more, the first normalisation (gains, biases), f32; for
each layer: queries, keys and values as one product, the product of attention, a normalisation, the wide and the narrow product,
a normalisation; the hidden and the last product; weight, weight of trees, gains, f32; a 64-bit FNV-1a sum of all.
A product: i8 weights (outputs x inputs), f32 steps, f32 biases.
"""
import struct
import sys

import numpy as np
import torch
import torch.nn.functional as F

from mini_lm import HEADS, LAYERS, SIZE
from retelling_network import MOST_OF_CLAIM, MOST_OF_STATEMENT, likelihoods, load

MOST = 127
ACTIVATIONS = 127


def rounded(weights):
    """(i8 weights, f32 steps) of rows"""
    weights = weights.detach().numpy().astype(np.float32)
    steps = np.maximum(np.abs(weights).max(axis=1), 1e-12) / MOST
    return np.rint(weights / steps[:, None]).astype(np.int8), steps.astype(np.float32)


def checksum(data):
    total = 14695981039346656037
    for byte in data:
        total = (total ^ byte) * 1099511628211 & 0xFFFFFFFFFFFFFFFF
    return total


def product(linear):
    weights, steps = rounded(linear.weight)
    return weights.tobytes() + steps.tobytes() + floats(linear.bias)


def floats(*tensors):
    return b''.join(t.detach().numpy().astype('<f4').tobytes() for t in tensors)


def contents(model, weights):
    mini = model.mini
    pieces = sorted(model.vocabulary, key=model.vocabulary.get)
    vectors, steps = rounded(mini.words[[model.vocabulary[p] for p in pieces]])
    text = '\n'.join(pieces).encode()
    out = [b'QTHCRE01', struct.pack('<8I', SIZE, HEADS, mini.layers[0].wide.out_features, LAYERS, MOST_OF_CLAIM,
                                    MOST_OF_STATEMENT, len(pieces), len(text)), text, vectors.tobytes(), steps.tobytes(),
           floats(mini.positions[:MOST_OF_CLAIM + MOST_OF_STATEMENT + 3], mini.second, mini.norm.weight, mini.norm.bias)]
    for layer in mini.layers:
        out += [product(layer.seen), product(layer.attention), floats(layer.attention_norm.weight, layer.attention_norm.bias),
                product(layer.wide), product(layer.narrow), floats(layer.norm.weight, layer.norm.bias)]
    out += [product(model.head[0]), product(model.head[3]), np.array(weights, dtype='<f4').tobytes()]
    body = b''.join(out)
    return body + struct.pack('<Q', checksum(body))


class Rounded(torch.nn.Module):
    """A linear layer as the program computes it."""

    def __init__(self, linear):
        super().__init__()
        weights, steps = rounded(linear.weight)
        self.weight = torch.from_numpy(weights.astype(np.float32) * steps[:, None])
        self.bias = linear.bias.detach()

    def forward(self, x):
        least, most = x.amin(-1, keepdim=True), x.amax(-1, keepdim=True)
        step = (most - least).clamp(min=1e-30) / ACTIVATIONS
        return F.linear(((x - least) / step).round() * step + least, self.weight, self.bias)


def as_shipped(model):
    vectors, steps = rounded(model.mini.words)
    model.mini.words = torch.from_numpy(vectors.astype(np.float32) * steps[:, None])
    for layer in model.mini.layers:
        for name in ('seen', 'attention', 'wide', 'narrow'):
            setattr(layer, name, Rounded(getattr(layer, name)))
    model.mini.brief = False
    model.head[0], model.head[3] = Rounded(model.head[0]), Rounded(model.head[3])
    return model


def main(argv):
    minilm, path, out = argv[1:4]
    weights = [float(w) for w in argv[4:9]] or [1, 1, 0, 0, 0]
    model = load(minilm, path)
    with open(out, 'wb') as file:
        file.write(contents(model, weights))
    if len(argv) > 9:
        with open(argv[9], encoding='utf-8') as file:
            pairs = [tuple(line.rstrip('\n').split('\t')[:2]) for line in file]
        read = likelihoods(as_shipped(model), pairs)
        with open(argv[9], 'w', encoding='utf-8') as file:
            for pair, likely in zip(pairs, read):
                print(*pair, *(f'{x:.4f}' for x in likely), sep='\t', file=file)


if __name__ == '__main__':
    main(sys.argv)
