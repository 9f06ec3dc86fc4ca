"""The teacher: a tagger that reads, beside the features of words, what MiniLM makes of them where they
stand. It is too slow to be shipped; what it says of many texts is what the shipped one learns from.
"""
import torch
from torch import nn

from mini_lm import SIZE, MiniLM
from tagger_batches import Vocabulary
from tagger_network import PRETRAINED, WIDTH, Tagger

AT_ONCE = 8                  # sequences of similar length
RATE = 1e-4                  # of MiniLM's weights, which are trained already


class Teacher(Tagger):
    def __init__(self, own_forms, folder, dropout=0.15):
        """`folder`: MiniLM's, as for mini_lm.py."""
        super().__init__(torch.zeros(1, PRETRAINED), own_forms, dropout)
        self.mini = MiniLM(folder)
        self.from_mini = nn.Linear(SIZE, WIDTH)

    def parameter_groups(self):
        mini = set(map(id, self.mini.parameters()))
        groups = super().parameter_groups()
        for group in groups:
            group['params'] = [p for p in group['params'] if id(p) not in mini]
        return groups + [{'params': list(self.mini.parameters()), 'weight_decay': 0.01, 'lr': RATE}]

    def mini_states(self, parts, width):
        """[parts, width, SIZE] of MiniLM's last layer."""
        rows = [(k * width + first - begin, words)
                for k, (p, begin, end, _, _) in enumerate(parts)
                for first, words in self.mini.sequences(p.document.text, p.document.words[begin:end], begin)]
        rows.sort(key=lambda row: sum(map(len, row[1])))
        at, states = [], []
        for first in range(0, len(rows), AT_ONCE):
            some = rows[first:first + AT_ONCE]
            at += [torch.arange(begin, begin + len(words)) for begin, words in some]
            states += self.mini([words for _, words in some])
        flat = torch.zeros(len(parts) * width, SIZE).index_add(0, torch.cat(at), torch.cat(states))
        return flat.view(len(parts), width, SIZE)

    def embed(self, words):
        width = words['own'].shape[1]
        return super().embed(words) + self.dropout(self.from_mini(self.mini_states(words['parts'], width)))


def loaded_teacher(path, folder):
    """The teacher that train_teacher.py wrote, and the vocabularies of its words."""
    state = torch.load(path, weights_only=False)
    forms, own = Vocabulary([]), Vocabulary(state['own'])
    model = Teacher(len(own), folder, 0.0)
    model.load_state_dict(state['weights'])
    return model.eval(), forms, own
