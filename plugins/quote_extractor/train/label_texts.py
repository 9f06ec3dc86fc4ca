#!/usr/bin/env python3
"""What the teacher says of texts that nobody annotated, for train_tagger.py --labelled.

  label_texts.py TEACHER.pt MINILM EXTRACT_FILE LANG OUT.pkl TEXT.jsonl[:N]...

MINILM is the folder that mini_lm.py reads; files are read as by contextual_vectors.py, without the
transcripts in them. OUT.pkl: documents with the teacher's judgement and its quotes.
"""
import os
import pickle
import sys
import tempfile

from contextual_vectors import read_texts
from tagger_batches import Prepared
from tagger_corpus import CONTENT_B, Judgement, Quote, features, write_articles
from tagger_scores import predict
from teacher import loaded_teacher

LEAST_VALID = 0.15           # likelihood from which the teacher's labels are kept


def judge(model, prepared):
    anchors = {}
    found = predict([model], prepared, anchors)
    for p in prepared:
        own = found[p.document.id]
        p.document.judged = Judgement(anchors[p.document.id], {f.anchor: f.valid for f in own})
        p.document.quotes = [Quote(f.anchor, f.kind, f.spans) for f in own
                             if f.valid > LEAST_VALID and any(role == CONTENT_B for role, _, _ in f.spans)]


def main(argv):
    teacher, minilm, tool, language, target, *files = argv[1:]
    articles = [a for a in read_texts(files) if not a['transcript']]
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'texts.jsonl')
        write_articles(articles, path)
        documents = [d for d in features(tool, language, path, articles) if len(d)]
    model, forms, own = loaded_teacher(teacher, minilm)
    judge(model, [Prepared(d, forms, own) for d in documents])
    with open(target, 'wb') as file:
        pickle.dump(documents, file)
    print(f'{sum(map(len, documents))} words in {len(documents)} articles, '
          f'{sum(len(d.quotes) for d in documents)} quotes')


if __name__ == '__main__':
    main(sys.argv)
