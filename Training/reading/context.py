"""The numbers of NeighbourhoodFeatures.swift, in its order."""
import numpy as np

# Columns of a block's own numbers (PageFeatures.swift).
CHARACTERS, KIND, OWN, PATH, INLINE = 0, 20, 121, 158, 195


def features(page, probabilities):
    count = len(probabilities)
    characters = page.features[:, CHARACTERS].astype(np.float64)
    mass = probabilities * characters
    total = mass.sum() + 1
    before = np.concatenate([[0], np.cumsum(mass)])
    text = np.concatenate([[0], np.cumsum(characters)])
    index = np.arange(count)
    padded = np.concatenate([np.zeros(3), probabilities, np.zeros(3)])
    columns = [padded[3 + offset:3 + offset + count] for offset in range(-3, 4)]
    columns += [before[:-1] / total, 1 - before[1:] / total]
    certain = (probabilities > 0.7) & (characters > 80)
    last = np.maximum.accumulate(np.where(certain, index, -1000))
    columns.append(np.minimum(index - np.concatenate([[-1000], last[:-1]]), 100))
    following = np.minimum.accumulate(np.where(certain, index, 100000)[::-1])[::-1]
    columns.append(np.minimum(np.concatenate([following[1:], [100000]]) - index, 100))
    for width in (3, 8):
        low, high = np.maximum(index - width, 0), np.minimum(index + width + 1, count)
        columns.append((before[high] - before[low] - mass) / (text[high] - text[low] - characters + 1))
    columns += [np.full(count, total), np.full(count, total / (characters.sum() + 1))]
    for chosen in ([KIND] + list(range(OWN, INLINE)), list(range(PATH, INLINE))):
        keys = [row.tobytes() for row in page.features[:, chosen]]
        sums = {}
        for key, m, c in zip(keys, mass, characters):
            entry = sums.setdefault(key, [0.0, 0.0])
            entry[0] += m
            entry[1] += c
        columns.append(np.array([(sums[k][0] - m) / (sums[k][1] - c + 1) for k, m, c in zip(keys, mass, characters)]))
        columns.append(np.array([sums[k][0] / total for k in keys]))
    return np.column_stack(columns)
