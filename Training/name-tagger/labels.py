"""The labels of `NameLabel.swift`: 0 outside, then four classes for each of begin, inside, last and unit."""

import numpy
import torch

CLASSES = ["PER", "ORG", "LOC", "MISC"]
LABELS = 17
BEGIN, INSIDE, LAST, UNIT = range(4)


def without_misc():
    """To be added to the scores of words in texts that do not mark names of the last class."""
    mask = torch.zeros(LABELS)
    mask[4::4] = -1e4
    return mask


def place(label):
    return (label - 1) // 4


def _followers():
    allowed = numpy.zeros((LABELS, LABELS), bool)
    for before in range(LABELS):
        is_open = before > 0 and place(before) in (BEGIN, INSIDE)
        for label in range(LABELS):
            goes_on = label > 0 and place(label) in (INSIDE, LAST)
            allowed[before, label] = goes_on and (label - before) % 4 == 0 if is_open else not goes_on
    return allowed


FORBIDDEN = numpy.where(_followers(), 0, -1e9).astype(numpy.float32)


def decode(scores):
    """The likeliest labels that make whole names. `scores` has a row of 17 for each word."""
    if not len(scores):
        return numpy.zeros(0, numpy.uint8)
    best = scores[0] + FORBIDDEN[0]
    choices = []
    for row in scores[1:]:
        totals = best[:, None] + FORBIDDEN
        choice = totals.argmax(0)
        choices.append(choice)
        best = totals[choice, numpy.arange(LABELS)] + row
    # As if a word outside followed.
    label = int((best + FORBIDDEN[:, 0]).argmax())
    labels = [label]
    for choice in reversed(choices):
        label = int(choice[label])
        labels.append(label)
    return numpy.array(labels[::-1], numpy.uint8)


def names(labels):
    found = set()
    start = 0
    for index, label in enumerate(labels):
        if label == 0:
            continue
        if place(label) in (BEGIN, UNIT):
            start = index
        if place(label) in (LAST, UNIT):
            found.add((start, index + 1, (int(label) - 1) % 4))
    return found


def f1(gold, found, has_misc=True):
    """Strict F1, in per cent, and that of each class."""
    gold, found = names(gold), names(found)
    if not has_misc:
        found = {name for name in found if name[2] != 3}

    def of(right, one, other):
        return round(200 * right / max(1, one + other), 2)

    result = {"all": of(len(gold & found), len(gold), len(found))}
    for number, name in enumerate(CLASSES[: 4 if has_misc else 3]):
        own, theirs = ({n for n in names if n[2] == number} for names in (gold, found))
        result[name] = of(len(own & theirs), len(own), len(theirs))
    return result
