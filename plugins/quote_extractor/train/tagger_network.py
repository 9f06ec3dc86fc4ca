"""The tagger: which words head an attribution, and for each of them who speaks, with which words,
and what.

Words are embedded (pretrained vector, own vector, prefix, suffix; features of few values) and read
by dilated convolutions. Every likely anchor then gets a small network of its own over the words
around it, conditioned on the anchor and on what the rules propose for it, and a chain of labels.

All multiplications are of activations of 7 bits without sign and weights of 8 bits, as the plugin
computes them; training rounds in the forward pass and lets gradients through.
"""
import torch
import torch.nn.functional as F
from torch import nn

from tagger_corpus import CLASS_BITS, FEATURE_ROWS, LABELS

HASHED = 4096                # rows of prefixes and of suffixes
PRETRAINED = 64              # dimensions of pretrained vectors
OWN = 64                     # of learned ones
OWN_STEP = 1 / 32            # of their numbers
PRETRAINED_STEP = 1 / 16
WIDTH, NARROW = 192, 64      # channels of the two parts
DILATIONS = (1, 2, 4, 8, 1)
NARROW_DILATIONS = (1, 2, 4, 8)
ROLES = 14                   # attribution_role in word_features.hpp
DISTANCES = 45
FORBIDDEN = -1e4


def straight(rounded, x):
    """Rounds forwards, passes gradients backwards."""
    return x + (rounded - x).detach()


class Activation(nn.Module):
    """ReLU to 0..127 steps of a learned size."""

    def __init__(self):
        super().__init__()
        self.log_step = nn.Parameter(torch.tensor(-3.0))
        self.register_buffer('known', torch.tensor(False))

    def forward(self, x):
        if not self.known:
            with torch.no_grad():
                self.log_step.copy_(torch.log(x.amax().clamp(min=0.1) * 0.6 / 127))
                self.known.fill_(True)
        step = self.log_step.exp()
        scaled = (x / step).clamp(0, 127)
        return straight(scaled.round(), scaled) * step


class Linear(nn.Module):
    """A product with 8-bit weights, one step size an output."""

    def __init__(self, inputs, outputs, gain=1.0):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(outputs, inputs) * gain / inputs ** 0.5)
        self.bias = nn.Parameter(torch.zeros(outputs))

    def steps(self):
        return self.weight.detach().abs().amax(1).clamp(min=1e-6) / 127

    def forward(self, x):
        steps = self.steps()[:, None]
        scaled = self.weight / steps
        return F.linear(x, straight(scaled.round(), scaled) * steps, self.bias)


class Dropout(nn.Module):
    """Drops channels for a whole row: cheap, and as good as dropping numbers one by one."""

    def __init__(self, share):
        super().__init__()
        self.share = share

    def forward(self, x):
        if not self.training:
            return x
        keep = torch.rand(x.shape[0], 1, x.shape[2]) >= self.share
        return x * (keep / (1 - self.share))


class Layer(nn.Module):
    """x + a convolution over three words `dilation` apart of the rounded x."""

    def __init__(self, width, dilation, dropout):
        super().__init__()
        self.dilation = dilation
        self.activation = Activation()
        self.linear = Linear(3 * width, width, 0.7)
        self.dropout = Dropout(dropout)

    def forward(self, x, mask):
        y = self.activation(x) * mask
        d = self.dilation
        padded = F.pad(y, (0, 0, d, d))
        n = x.shape[1]
        wide = torch.cat([padded[:, :n], y, padded[:, 2 * d:]], 2)
        return x + self.dropout(self.linear(wide))


def distance_bucket(d):
    """0..44 of a distance in words; mirrored in tagger.cpp."""
    far = d.abs()
    bucket = torch.where(far <= 16, far, 17 + (far > 20).long() + (far > 26).long() + (far > 34).long() + (far > 46).long() + (far > 60).long())
    return torch.where(d < 0, 22 - bucket, 22 + bucket)


class Tagger(nn.Module):
    def __init__(self, pretrained, own_forms, dropout=0.15, width=WIDTH, narrow=NARROW):
        super().__init__()
        self.register_buffer('pretrained', (pretrained / PRETRAINED_STEP).round().clamp(-63, 63) * PRETRAINED_STEP)
        self.own = nn.Embedding(own_forms, OWN)
        self.prefix = nn.Embedding(HASHED, OWN)
        self.suffix = nn.Embedding(HASHED, OWN)
        for table in (self.own, self.prefix, self.suffix):
            nn.init.normal_(table.weight, std=0.15)
        self.rows = nn.Parameter(torch.randn(FEATURE_ROWS, width) * 0.1)
        self.input = Linear(PRETRAINED + OWN, width)
        self.layers = nn.ModuleList(Layer(width, d, dropout) for d in DILATIONS)
        self.output = Activation()
        self.anchors = Linear(width, 3)
        self.near = Linear(width, narrow)
        self.anchor = Linear(width, narrow)
        self.distances = nn.Parameter(torch.randn(DISTANCES, narrow) * 0.1)
        self.roles = nn.Parameter(torch.randn(ROLES, narrow) * 0.1)
        self.kinds = nn.Parameter(torch.randn(2, narrow) * 0.1)
        self.sentences = nn.Parameter(torch.randn(3, narrow) * 0.1)
        self.narrow_layers = nn.ModuleList(Layer(narrow, d, dropout) for d in NARROW_DILATIONS)
        self.narrow_output = Activation()
        self.labels = Linear(narrow, LABELS)
        self.valid = Linear(narrow, 1)
        self.transitions = nn.Parameter(torch.zeros(LABELS, LABELS))
        self.dropout = Dropout(dropout)
        allowed = torch.ones(LABELS, LABELS)
        for inside in (2, 4, 6):
            allowed[:, inside] = 0
            allowed[inside - 1, inside] = allowed[inside, inside] = 1
        self.register_buffer('allowed', allowed)

    @staticmethod
    def small(table, indices):
        scaled = table(indices) / OWN_STEP
        return straight(scaled.round(), scaled).clamp(-127, 127)

    def embed(self, words):
        """words: dict of [B, L] indices, [B, L, 8] rows, [B, L, 41] class bits -> [B, L, width]."""
        own = self.small(self.own, words['own']) + self.small(self.prefix, words['prefix']) + self.small(self.suffix, words['suffix'])
        own = own.clamp(-63, 63) * OWN_STEP
        x = torch.cat([self.pretrained[words['form']], own], 2)
        x = self.input(self.dropout(x))
        return x + F.embedding(words['rows'], self.rows).sum(2) + words['classes'] @ self.rows[FEATURE_ROWS - CLASS_BITS:]

    def encode(self, words, mask):
        """words as for embed -> rounded states [B, L, width]."""
        x = self.embed(words)
        for layer in self.layers:
            x = layer(x, mask)
        return self.output(x) * mask

    def parameter_groups(self):
        decayed = [p for n, p in self.named_parameters() if p.dim() > 1 and 'layer' in n or 'weight' in n]
        known = set(map(id, decayed))
        return [{'params': decayed, 'weight_decay': 0.01},
                {'params': [p for p in self.parameters() if id(p) not in known], 'weight_decay': 0.0}]

    def window(self, near, anchor, kinds, distances, roles, sentences, mask):
        """near [N, W, NARROW], anchor [N, WIDTH] -> label scores [N, W, 7], validity [N]."""
        u = near + self.anchor(anchor)[:, None] + self.kinds[kinds][:, None]
        u = u + F.embedding(distances, self.distances) + F.embedding(roles, self.roles) + F.embedding(sentences, self.sentences)
        for layer in self.narrow_layers:
            u = layer(u, mask)
        u = self.dropout(self.narrow_output(u))
        return self.labels(u), u

    def chain(self):
        return self.transitions * self.allowed + FORBIDDEN * (1 - self.allowed)

    def negative_log_likelihood(self, scores, labels, lengths):
        """Of chains of labels; scores [N, W, 7], a chain begins as if after O."""
        chain = self.chain()
        n, width, _ = scores.shape
        at = torch.arange(width)
        inside = at[None, :] < lengths[:, None]
        before = torch.cat([torch.zeros(n, 1, dtype=torch.long), labels[:, :-1]], 1)
        gold = (scores.gather(2, labels[..., None])[..., 0] + chain[before, labels]) * inside
        alpha = chain[0][None] + scores[:, 0]
        for t in range(1, width):
            step = torch.logsumexp(alpha[:, :, None] + chain[None], 1) + scores[:, t]
            alpha = torch.where(inside[:, t, None], step, alpha)
        return torch.logsumexp(alpha, 1) - gold.sum(1)


@torch.no_grad()
def best_labels(scores, chain, lengths):
    """Viterbi; scores [N, W, 7], chain [7, 7] -> labels [N, W]."""
    n, width, _ = scores.shape
    best = chain[0][None] + scores[:, 0]
    back = torch.zeros(n, width, LABELS, dtype=torch.long)
    identity = torch.arange(LABELS)[None].expand(n, -1)
    for t in range(1, width):
        total, source = (best[:, :, None] + chain[None]).max(1)
        inside = (t < lengths)[:, None]
        best = torch.where(inside, total + scores[:, t], best)
        back[:, t] = torch.where(inside, source, identity)
    labels = torch.zeros(n, width, dtype=torch.long)
    labels[:, -1] = best.argmax(1)
    for t in range(width - 1, 0, -1):
        labels[:, t - 1] = back[:, t].gather(1, labels[:, t, None])[:, 0]
    return labels


def loaded(weights):
    """The network that has these weights."""
    width, narrow = weights['near.weight'].shape[::-1]
    model = Tagger(torch.zeros_like(weights['pretrained']), len(weights['own.weight']), 0.0, width, narrow)
    model.load_state_dict(weights)
    return model.eval()
