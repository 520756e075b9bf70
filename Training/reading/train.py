#!/usr/bin/env python3
"""Trains the classifier that finds an article's blocks, and writes it as Swift.

    swift build -c release --package-path Training/reading
    train.py PARSING [--cv]

PARSING is a folder with `news`, `readability` and `segments`, each with `html/*.html.gz` and `gold.json` or `gold.jsonl`.
Needs numpy, lightgbm and, for the pages whose gold names only a few segments, trafilatura and readability-lxml: a block
of those pages that the gold does not name is labelled where the two agree on it. With --cv it only measures, by five
folds of sites. Weights go to Sources/WiredeskEngine/Reading/HTML/MainText.
"""
import argparse
import os
import zlib

import lightgbm
import numpy as np

import context
import export
import pages
import teachers

HERE = os.path.dirname(os.path.abspath(__file__))
TARGET = os.path.join(HERE, "../../Sources/WiredeskEngine/Reading/HTML/MainText")
DUMP = os.path.join(HERE, ".build/release/dump-blocks")
FOLDS = 5
HOPELESS = 0.02
PARAMETERS = dict(
    num_leaves=16, learning_rate=0.1, min_child_samples=20, subsample=0.8, subsample_freq=1, colsample_bytree=0.5,
    reg_lambda=5, max_bin=63, n_jobs=1, seed=1, verbose=-1)
FIRST, SECOND = dict(PARAMETERS, n_estimators=100), dict(PARAMETERS, n_estimators=80)


def weights(page):
    """Long blocks weigh more, pages the same; a block that a person has judged by itself more than others."""
    size = np.clip(page.features[:, 1], 1, 60) ** 0.5
    share = size / size.sum() * 60
    if page.set == "segments":
        return np.where(page.judged, size * 2, share * 0.5)
    return share * {"news": 1.0, "readability": 0.5}[page.set]


def fit(parameters, chosen, matrices):
    rows, labels, shares = [], [], []
    for page, matrix, mask in matrices:
        if not chosen(page):
            continue
        use = (page.labels >= 0) & mask
        rows.append(matrix[use])
        labels.append(page.labels[use])
        shares.append(weights(page)[use])
    return lightgbm.LGBMClassifier(**parameters).fit(
        np.vstack(rows), np.concatenate(labels), sample_weight=np.concatenate(shares))


def fold(page):
    return zlib.crc32(page.site.encode()) % FOLDS


def out_of_fold(parameters, matrices, otherwise):
    result = {}
    for k in range(FOLDS):
        model = fit(parameters, lambda page: fold(page) != k, matrices)
        for page, matrix, mask in matrices:
            if fold(page) == k:
                guess = model.predict_proba(matrix)[:, 1]
                result[id(page)] = np.where(mask, guess, otherwise(page))
    return result


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("parsing")
    arguments.add_argument("--cv", action="store_true")
    arguments = arguments.parse_args()
    everything = teachers.label(pages.load(arguments.parsing, DUMP), arguments.parsing)
    alone = [(page, page.features, np.ones(len(page.texts), bool)) for page in everything]
    first = out_of_fold(FIRST, alone, lambda page: np.zeros(len(page.texts)))
    together = [
        (page, np.column_stack([page.features, context.features(page, first[id(page)])]).astype(np.float32),
         first[id(page)] > HOPELESS) for page in everything]
    if arguments.cv:
        second = out_of_fold(SECOND, together, lambda page: first[id(page)])
        for name, found in (("first look", first), ("second look", second)):
            right = sum(((found[id(p)] > 0.5) == p.labels)[p.labels >= 0].sum() for p in everything)
            print(f"{name}: {right / sum((p.labels >= 0).sum() for p in everything):.4f} of labelled blocks right")
        return
    for name, parameters, matrices, says in (
            ("first", FIRST, alone, "For each block by itself."), ("second", SECOND, together, "For each block among its neighbours.")):
        model = fit(parameters, lambda page: True, matrices)
        path = os.path.join(TARGET, f"BlockModel+{name.capitalize()}.swift")
        with open(path, "w", encoding="utf-8") as out:
            out.write(export.swift(model, name, says))


if __name__ == "__main__":
    main()
