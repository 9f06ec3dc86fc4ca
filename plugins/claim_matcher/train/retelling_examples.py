"""Reads the examples of retellings: JSON lines, each a speaker ("name, office"), statements, and claims of
what that speaker said: words, label (faithful, bent, other), number of the statement or -1, and how it is bent.
"""
import json
import os
import zlib

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'retellings')
LABELS = ('told', 'bent', 'other')
LABEL_OF = {'faithful': 0, 'bent': 1, 'other': 2}
HELD_BACK = 10


def files(folder, lang=''):
    """Those of a language, or all, in order."""
    return [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.startswith(lang)]


def read_file(path):
    """Speakers as they stand there."""
    with open(path, encoding='utf-8') as file:
        return [json.loads(line) for line in file]


def name_of(speaker):
    return speaker['speaker'].partition(',')[0].strip()


def is_held_back(name):
    """Whether a speaker's claims are left out of learning, to measure on."""
    return zlib.crc32(name.encode()) % HELD_BACK == 0
