"""Writes new texts for the teacher: the labelled ones with their names, and some of their words, exchanged for others.

    mixtures.py VECTORS OUTPUT.jsonl COPIES FILE.jsonl...

The labelled texts are of few topics, and the texts alone are news. What the network then knows of other kinds of writing
comes from mixtures (data augmentation for distillation: Jiao et al., "TinyBERT", 2020). A name becomes another of its
class, the same one throughout a text, and a surname goes with its name; a word becomes one that `vectors.py` finds near.
"""

import collections
import json
import random
import re
import sys

import numpy

WORD_SHARE = 0.2
NAME_SHARE = 0.8
# A name comes from a text of the same file, or else from any.
OWN_FILE_SHARE = 0.5
COMMON_WORDS = 150
KNOWN_WORDS = 50_000
NEIGHBOURS = 8
LEAST_LIKENESS = 0.45
# In small letters, and no part of an address or of a longer word.
WORD = re.compile(r"(?<![\w@#/.’'-])[a-z]{3,}(?![\w@/:’'-]|\.\w)")


def neighbours_of(vectors, words, wanted):
    """For each wanted word those whose vectors are nearest."""
    known = [index for index, word in enumerate(words[:KNOWN_WORDS]) if WORD.fullmatch(word)]
    # Which words are like which is for the model to say that knows no names: its numbers are the last third.
    matrix = vectors[known, -vectors.shape[1] // 3 :].astype(numpy.float32)
    matrix /= numpy.linalg.norm(matrix, axis=1, keepdims=True) + 1e-9
    rows = [row for row, index in enumerate(known) if words[index] in wanted]
    near = {}
    for start in range(0, len(rows), 1000):
        chosen = rows[start : start + 1000]
        likeness = matrix[chosen] @ matrix.T
        likeness[numpy.arange(len(chosen)), chosen] = 0
        best = numpy.argpartition(-likeness, NEIGHBOURS, axis=1)[:, :NEIGHBOURS]
        for place, row in enumerate(chosen):
            names = [words[known[other]] for other in best[place] if likeness[place, other] > LEAST_LIKENESS]
            if names:
                near[words[known[row]]] = names
    return near


def mixed_names(entities, text, own, others, choice):
    """What each name of a text becomes."""
    becomes = {}
    for entity in entities:
        name = text[entity["start"] : entity["end"]]
        kind = entity["type"]
        key = (kind, name)
        if key in becomes:
            continue
        longer = [full for full in becomes if full[0] == kind == "PER" and full[1].endswith(" " + name)]
        if longer:
            becomes[key] = becomes[longer[0]].split(" ")[-1]
        elif choice.random() > NAME_SHARE:
            becomes[key] = name
        else:
            pool = own[kind] if choice.random() < OWN_FILE_SHARE else others[kind]
            becomes[key] = choice.choice(pool)
    return becomes


def mixture(record, own, others, near, choice):
    text = record["text"]
    entities = sorted(record["entities"], key=lambda entity: entity["start"])
    becomes = mixed_names(entities, text, own, others, choice)

    def other_words(part):
        def other(match):
            found = near.get(match.group())
            return choice.choice(found) if found and choice.random() < WORD_SHARE else match.group()

        return WORD.sub(other, part)

    parts = []
    end = 0
    for entity in entities:
        if entity["start"] < end:
            continue
        parts.append(other_words(text[end : entity["start"]]))
        parts.append(becomes[entity["type"], text[entity["start"] : entity["end"]]])
        end = entity["end"]
    parts.append(other_words(text[end:]))
    return "".join(parts)


def main():
    files = []
    for path in sys.argv[4:]:
        with open(path, encoding="utf-8") as file:
            files.append([json.loads(line) for line in file])
    pools = []
    counts = collections.Counter()
    for records in files:
        pool = collections.defaultdict(list)
        for record in records:
            counts.update(WORD.findall(record["text"]))
            for entity in record["entities"]:
                pool[entity["type"]].append(record["text"][entity["start"] : entity["end"]])
        pools.append(pool)
    others = {kind: [name for pool in pools for name in pool[kind]] for kind in ("PER", "ORG", "LOC", "MISC")}
    with open(sys.argv[1] + ".txt", encoding="utf-8") as file:
        words = file.read().split("\n")
    wanted = set(counts) - set(words[:COMMON_WORDS])
    near = neighbours_of(numpy.load(sys.argv[1] + ".npy"), words, wanted)
    choice = random.Random(0)
    with open(sys.argv[2], "w", encoding="utf-8") as output:
        for _ in range(int(sys.argv[3])):
            for records, own in zip(files, pools):
                for record in records:
                    text = mixture(record, own, others, near, choice)
                    output.write(json.dumps({"text": text}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
