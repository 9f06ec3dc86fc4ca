#!/usr/bin/env python3
"""Lists English word forms that look like finite verbs: often behind a pronoun, seldom behind a
determiner. Standard library only.

  count_verbs.py TRAIN.jsonl

Prints candidates for the `verb` lines of resources/en/words.tsv, which are then read through by hand.
"""
import json
import re
import sys
from collections import Counter

WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?|[^\w\s]")
SUBJECTS = {'he', 'she', 'they', 'who', 'we', 'i'}
DETERMINERS = {'the', 'a', 'an', 'his', 'her', 'their', 'of', 'this', 'that', 'its'}


def main(path):
    seen, after_subject, after_determiner = Counter(), Counter(), Counter()
    with open(path, encoding='utf-8') as file:
        for line in file:
            words = WORD.findall(json.loads(line)['text'])
            for before, word in zip(words, words[1:]):
                if not (word.isalpha() and word.islower()):
                    continue
                seen[word] += 1
                after_subject[word] += before.lower() in SUBJECTS
                after_determiner[word] += before.lower() in DETERMINERS
    print(' '.join(sorted(
        w for w in seen if after_subject[w] >= 2 and after_subject[w] > 0.06 * seen[w]
        and after_determiner[w] < 0.7 * after_subject[w] and not w.endswith('ly') and len(w) > 2)))


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
