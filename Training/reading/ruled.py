"""A reader by rules alone, to compare the trained one with: Readability's idea on the blocks' own numbers.

The article is what stands in the element that looks most like it: its long blocks with few links, and shorter ones
between two of them, but nothing whose markup or first words name it furniture.
"""
import numpy as np

# Columns of PageFeatures.swift.
CHARACTERS, WORDS, LINKS, ENDS_SENTENCE, HEADING = 0, 1, 2, 10, 19
IN_MAIN = 66
AT_START = 86
PATH = 158
# Numbers of MarkupEvidence and PhraseCue.
FURNITURE_NAMES = (0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11)
FURNITURE_WORDS = (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)


def keeps(features):
    long = (features[:, CHARACTERS] >= 80) & (features[:, LINKS] < 0.4)
    named = features[:, [PATH + bit for bit in FURNITURE_NAMES]].any(axis=1)
    worded = features[:, [AT_START + bit for bit in FURNITURE_WORDS]].any(axis=1) & (features[:, WORDS] <= 20)
    inside = features[:, IN_MAIN] > 0
    sure = inside & long & ~named & ~worded
    if not sure.any():
        return inside | long
    first, last = np.flatnonzero(sure)[[0, -1]]
    between = np.zeros(len(features), bool)
    between[first:last + 1] = True
    short = inside & between & ~named & ~worded & (features[:, LINKS] < 0.5)
    return sure | short & ((features[:, ENDS_SENTENCE] > 0) | (features[:, HEADING] > 0) | (features[:, WORDS] > 8))


def read(pages):
    return {
        (page.set, page.id): "\n\n".join(text for text, kept in zip(page.texts, keeps(page.features)) if kept)
        for page in pages}
