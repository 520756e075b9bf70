"""Which blocks are an article's title and byline, for training the trees that find them."""
import re, unicodedata
import lightgbm
import numpy as np
import texts

# As in HeadClassifier.
TITLE_REACH, BYLINE_REACH = (60, 3), (15, 6)
PARAMETERS = dict(
    n_estimators=60, learning_rate=0.1, num_leaves=8, min_child_samples=20, subsample=0.8, subsample_freq=1,
    colsample_bytree=0.3, reg_lambda=5, max_bin=63, extra_trees=True, n_jobs=1, seed=1, deterministic=True, verbose=-1)
# Words of a line besides the names.
MOST_OTHERS = 14


def words(text):
    return tuple(texts.WORD.findall(unicodedata.normalize('NFKC', text).casefold()))


def rows(features, scores, first, candidates):
    """What the trees see: a block's features, and where it stands to the article that was found."""
    following = np.append(scores[1:], 0)
    more = [[np.clip(i - first, -60, 60), scores[i], following[i], i] for i in candidates]
    return np.hstack([features[candidates], np.array(more)]).astype(np.float32)


def is_title(dump, index, title):
    found = words(dump.block(index))
    # The first line of a dump is the page's title, with the site's name behind the headline.
    return found == title or (index == 0 and len(title) >= 3 and found[:len(title)] == title)


def is_byline(dump, index, names):
    found = words(dump.block(index))
    return names <= set(found) and len(found) <= len(names) + MOST_OTHERS


def examples(dump, features, scores, keep):
    """-> ((rows, labels) for the title, the same for the byline); None for what is not known of the page."""
    first = int(np.argmax(keep))
    if not keep[first]:
        return None, None
    title = words(dump.known.get('title') or '')
    byline = dump.known.get('byline') or []
    names = set(words(byline if isinstance(byline, str) else ' '.join(byline)))
    found = []
    for wanted, (above, below), test, always in (
            (title, TITLE_REACH, is_title, [0]), (names, BYLINE_REACH, is_byline, [])):
        candidates = always + list(range(max(len(always), first - above), min(len(keep), first + below)))
        labels = np.array([test(dump, i, wanted) for i in candidates], int)
        found.append((rows(features, scores, first, candidates), labels) if wanted and candidates else None)
    return tuple(found)


def fit(examples):
    return lightgbm.LGBMClassifier(**PARAMETERS).fit(
        np.vstack([x for x, _ in examples]), np.concatenate([y for _, y in examples]))


def report(name, examples, scores, thresholds=(-2, -1.5, -1, -0.5, 0)):
    """How often the best block is right, and how often where one is given."""
    for threshold in thresholds:
        given = [y[s.argmax()] for (_, y), s in zip(examples, scores) if s.max() > threshold]
        print(f'{name}, log odds above {threshold}: {sum(given) / len(examples):.3f} found, '
              f'{sum(given) / max(1, len(given)):.3f} of those given right')
