#!/usr/bin/env python3
"""Trains the classifier that tells an article's blocks from page furniture in scraped plain text.

    train.py TEXTS [--more DUMPS.jsonl] [--export]

TEXTS is a folder of sets, each with `gold.json` or `gold.jsonl` (an article's `id`, `articleBody` or `text`, perhaps `url`)
and dumps `*.jsonl.gz` (lines of `{"id", "text"}`: whole pages as text). DUMPS.jsonl comes from `dumps.py`. Features come
from the engine itself through the `blocks` executable of this package. Prints scores of a cross-validation by site;
--export then trains on everything and writes the trees. Needs numpy and lightgbm.
"""
import argparse, collections, os, sys, zlib
import lightgbm
import numpy as np
import heads
import texts
sys.path.insert(0, os.path.dirname(texts.HERE))
import trees

TABLES = os.path.join(texts.HERE, '../../Sources/CWiredeskTables')
FOLDS = 5
# As in TextBlockFeatures.ownCount and TextBlockClassifier.
OWN, RADIUS, BIAS, CHANGE = 50, 1, 0.5, 0.75
WEIGHTS = {'news': 1.0, 'readability': 0.5, 'more': 0.5}
# Splits at random thresholds (Geurts et al., 2006) fit so few pages' peculiarities less.
PARAMETERS = dict(
    n_estimators=160, learning_rate=0.07, num_leaves=12, min_child_samples=50, subsample=0.8, subsample_freq=1,
    colsample_bytree=0.3, reg_lambda=10, max_bin=63, extra_trees=True, n_jobs=1, seed=1, deterministic=True, verbose=-1)


def windows(x):
    """Each block's own features and its neighbours', then its context."""
    own, context = x[:, :OWN], x[:, OWN:]
    padded = np.pad(own, ((RADIUS, RADIUS), (0, 0)))
    return np.hstack([padded[i:i + len(x)] for i in range(2 * RADIUS + 1)] + [context]).astype(np.float32)


def weights(dump):
    """Pages weigh the same, long blocks more; a block that a person has judged by itself more than others."""
    size = np.clip([len(t) for t in dump.tokens], 1, 60) ** 0.5
    share = size / size.sum() * 60 * WEIGHTS[dump.set]
    return np.where(dump.judged, size, share) if dump.other is not None else share


def fit(dumps):
    use = [d.y >= 0 for d in dumps]
    return lightgbm.LGBMClassifier(**PARAMETERS).fit(
        np.vstack([windows(d.x)[u] for d, u in zip(dumps, use)]), np.concatenate([d.y[u] for d, u in zip(dumps, use)]),
        sample_weight=np.concatenate([weights(d)[u] for d, u in zip(dumps, use)]))


def log_odds(model, dump):
    return model.predict(windows(dump.x), raw_score=True)


def decode(scores):
    """Which blocks TextBlockClassifier keeps: the likeliest at least."""
    keep = best_sequence(scores + BIAS)
    return keep if keep.any() else best_sequence(scores - scores.max() + 2 * CHANGE + BIAS)


def best_sequence(scores):
    """Viterbi over keep and drop."""
    drop, keep, back = 0.0, scores[0] - CHANGE, [(False, False)]
    for s in scores[1:]:
        back.append((keep - CHANGE > drop, keep > drop - CHANGE))
        drop, keep = max(drop, keep - CHANGE), max(drop - CHANGE, keep) + s
    kept, path = keep > drop, np.zeros(len(scores), bool)
    for i in range(len(scores) - 1, -1, -1):
        path[i] = kept
        kept = back[i][int(kept)]
    return path


def overlap(gold, found):
    a, b = collections.Counter(texts.shingles(gold)), collections.Counter(texts.shingles(found))
    hit = sum((a & b).values())
    return (hit / sum(b.values()) if b else None), (hit / sum(a.values()) if a else None)


def score(rows):
    p = np.mean([a for a, _ in rows if a is not None] or [0])
    r = np.mean([b for _, b in rows if b is not None] or [0])
    return (2 * p * r / (p + r) if p + r else 0), p, r


def row(dump, keep):
    return overlap(texts.WORD.findall(dump.gold), [t for k, b in zip(keep, dump.tokens) if k for t in b])


def report(name, dumps, keeps):
    for chosen in sorted({(d.set, d.kind) for d in dumps if d.set != 'more'}):
        rows = [row(d, k) for d, k in zip(dumps, keeps) if (d.set, d.kind) == chosen]
        print(name, *chosen, 'F1 %.4f (P %.3f R %.3f)' % score(rows))


def fold(dump):
    return zlib.crc32(dump.site.encode()) % FOLDS


def cross_validate(dumps):
    scores = [None] * len(dumps)
    for k in range(FOLDS):
        model = fit([d for d in dumps if fold(d) != k])
        for i, d in enumerate(dumps):
            if fold(d) == k:
                scores[i] = log_odds(model, d)
    return scores


def train_heads(dumps, scores):
    """Scores of a cross-validation by site are printed; the trees are those of all pages."""
    found = [(d, *heads.examples(d, windows(d.x), s, decode(s))) for d, s in zip(dumps, scores)]
    models = []
    for column, name in ((1, 'title'), (2, 'byline')):
        examples = [(row[0], row[column]) for row in found if row[column] is not None]
        unseen = [None] * len(examples)
        for k in range(FOLDS):
            model = heads.fit([e for d, e in examples if fold(d) != k])
            for i, (d, (x, _)) in enumerate(examples):
                if fold(d) == k:
                    unseen[i] = model.predict(x, raw_score=True)
        for kind in sorted({d.kind for d in dumps}):
            chosen = [i for i, (d, _) in enumerate(examples) if d.kind == kind]
            heads.report(f'{name} {kind}', [examples[i][1] for i in chosen], [unseen[i] for i in chosen])
        models.append(heads.fit([e for _, e in examples]))
    return models


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('texts')
    ap.add_argument('--more')
    ap.add_argument('--worst', type=int, default=0, help='list so many pages that it reads worst when it has not seen them')
    ap.add_argument('--export', action='store_true')
    args = ap.parse_args()
    dumps = texts.load(args.texts, args.more)
    print(len(dumps), 'dumps', sum(len(d.y) for d in dumps), 'blocks')
    scores = cross_validate(dumps)
    keeps = [decode(s) for s in scores]
    report('unseen', dumps, keeps)
    report('by the labels', dumps, [d.y == 1 for d in dumps])
    scored = [(score([row(d, k)]), d) for d, k in zip(dumps, keeps) if d.set != 'more']
    for (f, p, r), d in sorted(scored, key=lambda x: x[0][0])[:args.worst]:
        print('%.3f (P %.3f R %.3f)' % (f, p, r), d.set, d.kind, d.site, d.id)
    # The head is found from an article found, so its trees learn from articles as they are found on unseen pages.
    title, byline = train_heads(dumps, scores)
    if args.export:
        model = fit(dumps)
        report('seen', dumps, [decode(log_odds(model, d)) for d in dumps])
        for name, ensemble in (('keeping', model), ('title', title), ('byline', byline)):
            with open(os.path.join(TABLES, f'text-{name}.txt'), 'w') as file:
                file.write(trees.text(ensemble))


if __name__ == '__main__':
    main()
