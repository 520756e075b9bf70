#!/usr/bin/env python3
"""Trains the classifier that finds an article's blocks, and writes its weights.

    swift build -c release --package-path Training/reading
    train.py PARSING [--cv SCORE]

PARSING is a folder with `news`, `readability` and `segments`, each with `html/*.html.gz` and `gold.json` or `gold.jsonl`.
Needs numpy, lightgbm and, for the pages whose gold names only a few segments, trafilatura and readability-lxml: a block
of those pages that the gold does not name is labelled where the two agree on it. With --cv it only measures: for each
of five folds of sites it trains on the others, lets the engine read the fold's pages with those weights, and scores the
articles with the functions of the file SCORE. Weights go to Sources/CWiredeskTables.
"""
import argparse
import os
import tempfile
import zlib

import lightgbm
import numpy as np

import evaluation
import export
import pages
import ruled
import teachers

HERE = os.path.dirname(os.path.abspath(__file__))
TARGET = os.path.join(HERE, "../../Sources/CWiredeskTables")
TOOL = os.path.join(HERE, ".build/release/dump-blocks")
FOLDS = 5
HOPELESS = 0.02
# Thresholds chosen at random (extremely randomized trees; Geurts and others, 2006) carry over to other sites far better
# than the best ones: there are few sites. More leaves gain little and take as much more time as there are more of them.
PARAMETERS = dict(
    extra_trees=True, feature_fraction_bynode=0.3, learning_rate=0.1, min_child_samples=20, subsample=0.8,
    subsample_freq=1, reg_lambda=5, max_bin=63, n_jobs=1, seed=1, deterministic=True, force_row_wise=True, verbose=-1)
FIRST = dict(PARAMETERS, num_leaves=20, n_estimators=110)
SECOND = dict(PARAMETERS, num_leaves=16, n_estimators=110)


def weights(page):
    """Long blocks weigh more, pages the same; a block that a person has judged by itself at least as much as others."""
    size = np.clip(page.features[:, 1], 1, 60) ** 0.5
    share = size / size.sum() * 60
    if page.set == "segments":
        return np.where(page.judged, np.maximum(size * 3, share), share)
    return share * {"news": 1.0, "readability": 0.8}[page.set]


def fit(parameters, rows):
    """A model of rows: the page, its numbers and which of its blocks count."""
    use = [(page.labels >= 0) & mask for page, _, mask in rows]
    return lightgbm.LGBMClassifier(**parameters).fit(
        np.vstack([numbers[u] for (_, numbers, _), u in zip(rows, use)]),
        np.concatenate([page.labels[u] for (page, _, _), u in zip(rows, use)]),
        sample_weight=np.concatenate([weights(page)[u] for (page, _, _), u in zip(rows, use)]))


def fold(page):
    return zlib.crc32(page.site.encode()) % FOLDS


def parts(rows):
    """For each fold what it trains on."""
    return [[row for row in rows if fold(row[0]) != k] for k in range(FOLDS)]


def look_alone(everything):
    return [(page, page.features, np.ones(len(page.texts), bool)) for page in everything]


def look_around(alone, models):
    """Rows for the second look, from what the first says of pages that it was not trained on."""
    found = {}
    for k, model in enumerate(models):
        found |= evaluation.around(TOOL, [page for page, _, _ in alone if fold(page) == k], model)
    return [
        (page, np.column_stack([numbers, found[page.path][1]]), found[page.path][0] > HOPELESS)
        for page, numbers, _ in alone]


def measure(everything, first, around, arguments):
    score = evaluation.scorer(arguments.cv)
    real = pages.real(arguments.parsing)
    second = [fit(SECOND, part) for part in parts(around)]
    found = {}
    for k in range(FOLDS):
        found |= evaluation.read(TOOL, [page for page in everything if fold(page) == k], first[k], second[k])
    print("trained, on pages of sites not trained on")
    print(evaluation.table(score, everything, found, real))
    print("rules")
    print(evaluation.table(score, everything, ruled.read(everything), real))


def write(alone, around):
    for name, parameters, rows in (("first", FIRST, alone), ("second", SECOND, around)):
        with open(os.path.join(TARGET, f"block-{name}.txt"), "w", encoding="ascii") as out:
            out.write(export.text(fit(parameters, rows)))


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("parsing")
    arguments.add_argument("--cv", metavar="SCORE")
    arguments = arguments.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        everything = teachers.label(pages.load(arguments.parsing, TOOL, scratch))
        alone = look_alone(everything)
        first = [fit(FIRST, part) for part in parts(alone)]
        around = look_around(alone, first)
        if arguments.cv:
            measure(everything, first, around, arguments)
        else:
            write(alone, around)


if __name__ == "__main__":
    main()
