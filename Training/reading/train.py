#!/usr/bin/env python3
"""Trains the classifier that finds an article's blocks, and writes its weights.

    swift build -c release --package-path Training/reading
    train.py PARSING [--cv SCORE]

PARSING is a folder with `news`, `readability` and `segments`, each with `html/*.html.gz` and `gold.json` or `gold.jsonl`.
Needs numpy, a C compiler and, for the pages whose gold names only a few segments, trafilatura and readability-lxml: a block
of those pages that the gold does not name is labelled where the two agree on it. With --cv it only measures: for each
of five folds of sites it trains on the others, lets the engine read the fold's pages with those weights, and scores the
articles with the functions of the file SCORE. Weights go to Sources/CWiredeskTables.
"""
import argparse
import os
import tempfile
import zlib

import numpy as np

import boosting
import evaluation
import pages
import teachers

HERE = os.path.dirname(os.path.abspath(__file__))
TARGET = os.path.join(HERE, "../../Sources/CWiredeskTables")
TOOL = os.path.join(HERE, ".build/release/dump-blocks")
FOLDS = 5
HOPELESS = 0.02
# Which columns of other blocks a question may look at, and how far from the block that it is about.
AROUND = {
    1: "characters words linkShare commas sentenceEnds capitals capitalizedWords boldShare headingLevel mediaBefore"
       " titleShare kinship1 kinship2 kinship3 manner start kind cuesAtStart0 cuesAtStart1 probability".split(),
    2: "characters linkShare headingLevel kinship1 kinship2 kinship3 manner kind cuesAtStart0 probability".split(),
    3: "characters linkShare kinship3 probability".split(),
    4: ["probability"], 5: ["probability"],
}


def features(columns):
    """The features that questions are asked about: column, shift to another block and the bits that count."""
    found = []
    for index, (name, kind, reach) in enumerate(columns):
        assert reach == "around" or all(name not in names for names in AROUND.values())
        shifts = [0] + [sign * far for far, names in AROUND.items() if name in names for sign in (-1, 1)]
        masks = [1 << bit for bit in range(8)] if kind == "signs" else [255]
        found += [(index, shift, mask) for shift in shifts for mask in masks]
    return found


def expand(numbers, asked):
    """The features of a page's blocks, a feature a row."""
    reach = max(AROUND)
    padded = np.pad(numbers, ((reach, reach), (0, 0)))
    return np.vstack([
        padded[reach + shift:reach + shift + len(numbers), column] & mask for column, shift, mask in asked])


def weights(page):
    """Long blocks weigh more, pages the same; a block that a person has judged by itself at least as much as others."""
    size = np.array([min(60, max(1, len(text.split()))) for text in page.texts]) ** 0.5
    share = size / size.sum() * 60
    if page.set == "segments":
        return np.where(page.judged, np.maximum(size * 3, share), share)
    return share * {"news": 1.0, "readability": 0.8}[page.set]


def fit(rows, asked, seed=1):
    """A model of rows: the page, its numbers and which of its blocks count."""
    use = [(page.labels >= 0) & mask for page, _, mask in rows]
    columns = np.hstack([expand(numbers, asked)[:, u] for (_, numbers, _), u in zip(rows, use)])
    return boosting.fit(
        asked, columns, np.concatenate([page.labels[u] for (page, _, _), u in zip(rows, use)]),
        np.concatenate([weights(page)[u] for (page, _, _), u in zip(rows, use)]), seed=seed)


def fold(page):
    return zlib.crc32(page.site.encode()) % FOLDS


def parts(rows):
    """For each fold what it trains on."""
    return [[row for row in rows if fold(row[0]) != k] for k in range(FOLDS)]


def look_alone(everything):
    return [(page, page.numbers, ~np.array(page.menu)) for page in everything]


def look_around(alone, models):
    """Rows for the second look, from what the first says of pages that it was not trained on."""
    found = {}
    for k, model in enumerate(models):
        found |= evaluation.around(TOOL, [page for page, _, _ in alone if fold(page) == k], model)
    return [(page, found[page.path][1], found[page.path][0] > HOPELESS) for page, _, _ in alone]


def measure(everything, first, around, asked, arguments):
    score = evaluation.scorer(arguments.cv)
    real = pages.real(arguments.parsing)
    second = [fit(part, asked, arguments.seed) for part in parts(around)]
    found = {}
    for k in range(FOLDS):
        found |= evaluation.read(TOOL, [page for page in everything if fold(page) == k], first[k], second[k])
    print("trained, on pages of sites not trained on")
    print(evaluation.table(score, everything, found, real))
    return found


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("parsing")
    arguments.add_argument("--cv", metavar="SCORE")
    arguments.add_argument("--seed", type=int, default=1)
    arguments = arguments.parse_args()
    columns = evaluation.columns(TOOL)
    both = features(columns)
    # The first look sees nothing of what it says itself.
    count = next(index for index, (name, *_) in enumerate(columns) if name == "probability")
    own = [feature for feature in both if feature[0] < count]
    with tempfile.TemporaryDirectory() as scratch:
        everything = teachers.label(pages.load(arguments.parsing, TOOL, scratch))
        alone = look_alone(everything)
        first = [fit(part, own, arguments.seed) for part in parts(alone)]
        around = look_around(alone, first)
        if arguments.cv:
            measure(everything, first, around, both, arguments)
            return
        for name, rows, asked in (("first", alone, own), ("second", around, both)):
            with open(os.path.join(TARGET, f"block-{name}.bin"), "wb") as out:
                out.write(fit(rows, asked, arguments.seed).packed())


if __name__ == "__main__":
    main()
