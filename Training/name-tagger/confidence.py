"""Fits the curve that makes a name's margin its confidence, and prints how well it holds.

    confidence.py WIREDESK DIRECTORY

WIREDESK is the program, DIRECTORY holds labelled texts (`*.jsonl`). The margin is taken back from the confidence that the
program gives, by the curve that `NameRefiner` has now; the new curve, of the same form, is fitted to every other document
and checked on those between. Names whose class the texts do not mark are left out.
"""

import glob
import json
import os
import subprocess
import sys

import numpy

# `NameRefiner.confidence`: LEAST + RISE * m / (m + SCALE), at most MOST, for a margin m.
LEAST, RISE, SCALE, MOST = 0.42, 1.16, 1650, 0.95
CLASSES = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
OTHERS = {"NORP", "EVENT", "LAW", "WORK", "PRODUCT", "MISC"}
WITHOUT_MISC = ("uner_ewt", "broad_twitter")


def names(program, path):
    """Of each name the confidence, whether it is right, and the number of its document."""
    with open(path, encoding="utf-8") as file:
        texts = [json.loads(line) for line in file]
    lines = [json.dumps({"id": text["id"], "text": text["text"], "verbatim": True}) for text in texts]
    command = [program, "batch", "--stages", "reading,entities", "--offsets", "scalar"]
    # Its status is 1 where a text without words has no result.
    output = subprocess.run(command, input="\n".join(lines) + "\n", stdout=subprocess.PIPE, text=True).stdout
    results = {answer["id"]: answer.get("result", {}) for answer in map(json.loads, output.splitlines())}
    found = []
    for number, text in enumerate(texts):
        gold = {(name["start"], name["end"], name["type"]) for name in text["entities"]}
        for entity in results[text["id"]].get("entities", []):
            kind = CLASSES.get(entity["type"], "MISC" if entity["type"] in OTHERS else None)
            if kind is None or kind == "MISC" and any(name in path for name in WITHOUT_MISC):
                continue
            for mention in entity["mentions"]:
                found.append((mention["confidence"], (mention["start"], mention["end"], kind) in gold, number))
    return found


def curve(margins, least, rise, scale):
    return numpy.minimum(MOST, least + rise * margins / (margins + scale))


def main():
    found = []
    for path in sorted(glob.glob(sys.argv[2] + "/*.jsonl")):
        if "silver" not in os.path.basename(path):
            found += names(sys.argv[1], path)
    said, right, document = (numpy.array(column, float) for column in zip(*found))
    share = numpy.minimum((said - LEAST) / RISE, 0.999)
    margins = SCALE * share / (1 - share)
    fitted = document % 2 == 0
    best = None
    for least in numpy.arange(0.2, 0.5, 0.02):
        for rise in numpy.arange(0.4, 1.2, 0.04):
            for scale in numpy.arange(100, 2000, 50):
                chance = curve(margins[fitted], least, rise, scale).clip(0.01, 0.99)
                loss = -numpy.where(right[fitted] > 0, numpy.log(chance), numpy.log(1 - chance)).mean()
                if best is None or loss < best[0]:
                    best = (loss, least, rise, scale)
    print("least {:.2f}, rise {:.2f}, scale {:.0f}".format(*best[1:]))
    chance = curve(margins, *best[1:])[~fitted]
    right = right[~fitted]
    edges = [0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]
    error = 0
    for low, high in zip(edges, edges[1:]):
        part = (chance >= low) & (chance < high)
        if part.any():
            error += part.sum() * abs(chance[part].mean() - right[part].mean())
            print(f"{low:.1f} to {high:.1f} {part.sum():6} said {chance[part].mean():.2f} right {right[part].mean():.2f}")
    print(f"mean difference {error / len(chance):.3f}")


if __name__ == "__main__":
    main()
