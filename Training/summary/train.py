#!/usr/bin/env python3
"""Trains what chooses the sentences of summaries: a line that scores each sentence, and trees that compare sets of those
that it likes best. Writes the line and its words' frequencies as Swift, the trees as text.

    train.py TRAIN.jsonl [--only idf|weights|trees|score|ablation] [--l2 X]

TRAIN.jsonl has one article a line: {"id", "text", "reference", "origin"}, the reference's sentences separated by newlines.
Only numbers leave the texts: one weight for each feature, thresholds and leaves of trees, and how many articles have a word
of each hash. The tables were trained on CNN/DailyMail articles (their publishers' copyright), none of whose text is in the
tables. `--only score` prints what five folds by article reach, `--only ablation` what they reach without a group of features;
both write nothing.
Needs numpy and lightgbm, and the program beside this file, built first and again between steps, which read what the ones
before have written:

    swift build -c release -Xswiftc -enable-testing
"""
import argparse, collections, json, os, re, subprocess, sys, tempfile, zlib
import lightgbm
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
from logistic import logistic
import trees

ENGINE = os.path.join(HERE, '../../Sources/WiredeskEngine/Summary')
TABLES = os.path.join(HERE, '../../Sources/CWiredeskTables')
SLOTS = 8192
FOLDS = 5
# The Daily Mail's articles are few here and nine in ten of the published test set.
WEIGHTS = {'dm': 3.0}
SCORES = 2  # the feature of a set that is the sum of its sentences' scores
TEST_SHARES = {'cnn': 0.0951, 'dm': 0.9049}
PARAMETERS = dict(
    objective='regression', n_estimators=200, learning_rate=0.05, num_leaves=12, min_child_samples=400, subsample=0.7,
    subsample_freq=1, colsample_bytree=0.5, reg_lambda=50, n_jobs=1, seed=1, deterministic=True, verbose=-1)


def tool(*arguments):
    binary = os.path.join(HERE, '.build/release/SummaryFeatures')
    return subprocess.run([binary, *arguments], stdout=subprocess.PIPE, check=True, text=True).stdout.splitlines()


def idf_table(path):
    """Two rows of slots: a word's frequency is the lower of its two slots', which the words it shares them with raise."""
    counts, documents = np.zeros((2, SLOTS)), 0
    for line in tool('frequencies', path):
        documents += 1
        hashes = [int(x) for x in line.split()]
        for row, shift in enumerate((0, 13)):
            counts[row, sorted({h >> shift & SLOTS - 1 for h in hashes})] += 1
    idf = np.log((documents + 1) / (counts + 0.5))
    return np.clip(np.round(idf * 8), 0, 62).astype(int)


def words(text):
    return [re.sub(r'(ies|es|s|ed|ing)$', '', w) or w for w in re.findall(r'[a-z0-9]+', text.lower())]


class Article:
    """An article's sentences: their features, and what they share with its reference."""

    def __init__(self, gold, record):
        self.id, self.origin = gold['id'], gold.get('origin')
        sentences = [words(s) for s in record['sentences']]
        self.features = np.array(record['features'], dtype=np.float64).reshape(len(sentences), -1)
        reference = words(gold['reference'].replace('\n', ' '))
        self.grams = [self.shared(sentences, reference, n) for n in (1, 2)]
        self.chosen = self.oracle()

    @staticmethod
    def shared(sentences, reference, n):
        """-> of each of the reference's n-grams, how often each sentence and the reference have it; n-grams of each"""
        grams = lambda tokens: zip(*(tokens[i:] for i in range(n)))
        gold = collections.Counter(grams(reference))
        column = {gram: i for i, gram in enumerate(gold)}
        found = np.zeros((len(sentences), len(column)), np.int32)
        for row, tokens in enumerate(sentences):
            for gram in grams(tokens):
                if gram in column:
                    found[row, column[gram]] += 1
        sizes = np.array([max(0, len(tokens) - n + 1) for tokens in sentences])
        return found, np.array(list(gold.values())), sizes, sum(gold.values())

    def rouge(self, sets):
        """ROUGE-1 and ROUGE-2, F1, of sets of as many sentences each (Lin, 2004) -> two columns"""
        sets = np.array(sets)
        return np.stack([
            2 * np.minimum(found[sets].sum(1), gold).sum(1) / np.maximum(1, sizes[sets].sum(1) + size)
            for found, gold, sizes, size in self.grams], 1)

    def oracle(self, limit=3):
        """The sentences that greedily raise ROUGE the most (Nallapati et al., 2017)."""
        chosen, best = [], 0.0
        rest = list(range(min(len(self.features), 60)))
        while len(chosen) < limit and rest:
            gains = self.rouge([chosen + [i] for i in rest]).sum(1)
            if gains.max() <= best:
                break
            best = gains.max()
            chosen.append(rest.pop(int(gains.argmax())))
        return chosen

    @property
    def labels(self):
        return np.isin(np.arange(len(self.features)), self.chosen).astype(float)

    @property
    def fold(self):
        return zlib.crc32(self.id.encode()) % FOLDS


def load(path):
    """-> articles, and the features' names"""
    gold = {article['id']: article for article in map(json.loads, open(path, encoding='utf-8'))}
    records = [json.loads(line) for line in tool('features', path)]
    return [Article(gold[record['id']], record) for record in records], records[0]['names']


def folds(articles, train):
    """What a model that has not seen the article makes of it, article by article. train(articles) -> a model"""
    models = [train([a for a in articles if a.fold != fold]) for fold in range(FOLDS)]
    return [models[a.fold](a) for a in articles]


def line(articles, l2, columns=slice(None)):
    """A line over some of the features -> what it makes of an article's sentences"""
    weights, bias = fit_line(articles, l2, columns)
    return lambda article: article.features[:, columns] @ weights + bias


def fit_line(articles, l2, columns=slice(None)):
    return fit(
        np.vstack([a.features[:, columns] for a in articles]), np.concatenate([a.labels for a in articles]), l2)


def sets(path, articles, l2):
    """-> of each article by its id the sets of leaders, and their features. Their scores come from lines that have not seen
    the article, because the trees must learn how far a score can be trusted."""
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl') as file:
        for scores in folds(articles, lambda some: line(some, l2)):
            file.write(json.dumps(scores.tolist()) + '\n')
        file.flush()
        records = [json.loads(line) for line in tool('sets', path, file.name)]
    return {
        article.id: (np.array(record['sets'], int), np.array(record['features'], np.float32))
        for article, record in zip(articles, records) if record['sets']}


def fresh_scores(articles, found):
    """What trees that have not seen an article make of its sets, article by article."""
    def train(some):
        model = comparison(some, found)
        return lambda article: model.predict(found[article.id][1])
    return folds(articles, train)


def comparison(articles, found):
    """Trees that foresee by how much the ROUGE of a set exceeds that of the article's other sets."""
    rows, gains, weights = [], [], []
    for article in articles:
        if article.id in found:
            members, features = found[article.id]
            rouge = article.rouge(members).sum(1)
            rows.append(features)
            gains.append(rouge - rouge.mean())
            weights.append(np.full(len(members), WEIGHTS.get(article.origin, 1.0)))
    return lightgbm.LGBMRegressor(**PARAMETERS).fit(
        np.vstack(rows), np.concatenate(gains), sample_weight=np.concatenate(weights))


def report(articles, found):
    """ROUGE-1 and ROUGE-2 of the best set, and of the line's, on articles that neither has seen."""
    articles = [article for article in articles if article.id in found]
    chosen = []
    for article, scores in zip(articles, fresh_scores(articles, found)):
        members, features = found[article.id]
        rouge = article.rouge(members)
        chosen.append([rouge[scores.argmax()], rouge[features[:, SCORES].argmax()], rouge[rouge.sum(1).argmax()]])
    for name, row in zip(('trees', 'line', 'best of the sets'), mix(articles, chosen)):
        print('%-16s R1 %.2f R2 %.2f' % (name, *row))


def mix(articles, scores):
    """ROUGE-1 and ROUGE-2 of a row of numbers for each article, weighted as the published test set's origins."""
    totals = collections.defaultdict(list)
    for article, score in zip(articles, scores):
        totals[article.origin].append(score)
    return sum(share * np.mean(totals[origin], axis=0) for origin, share in TEST_SHARES.items()) * 100


def ablation(articles, names, found, l2):
    """What the line's three best sentences, and the trees' best set, lose without a group of features."""
    def without(columns, width):
        return np.setdiff1d(np.arange(width), columns)

    def line_score(columns):
        kept = without(columns, len(names))
        scores = folds(articles, lambda some: line(some, l2, kept))
        return mix(articles, [a.rouge([np.argsort(-own)[:3]])[0] for a, own in zip(articles, scores)])

    def trees_score(columns):
        some = [article for article in articles if article.id in found]
        kept = without(columns, len(next(iter(found.values()))[1][0]))
        left = {id: (members, features[:, kept]) for id, (members, features) in found.items()}
        scores = fresh_scores(some, left)
        return mix(some, [a.rouge(left[a.id][0])[own.argmax()] for a, own in zip(some, scores)])

    for title, groups, score in (('line', line_groups(names), line_score), ('trees', SET_GROUPS, trees_score)):
        whole = score([])
        print('%-40s R1 %.2f R2 %.2f' % (title, *whole), flush=True)
        for name, columns in groups.items():
            print('%-40s R1 %+.2f R2 %+.2f' % ('  without ' + name, *(score(columns) - whole)), flush=True)


def line_groups(names):
    """-> of each group of features their columns; those of standard scores go with what they are scores of"""
    plain = [name[8].lower() + name[9:] if name.startswith('standard') else name for name in names]
    return {
        group: [i for i, name in enumerate(plain) if name.lower() in known.lower().split()]
        for group, known in LINE_GROUPS.items()}


LINE_GROUPS = {
    'place': 'reciprocalPosition relativePosition cappedPosition distanceFromEnd isFirst isSecond isThird documentSize wordsBefore',
    'length': 'length isShort isLong contentWords',
    'likeness to article, lead, neighbours': 'centroid rank degree highestCosine cosineWithFirst cosineWithLead '
    'cosineWithPrevious cosineWithNext redundancy',
    'frequency and rarity of words': 'meanFrequency meanIDF',
    'words new and words used again': 'newTerms laterTerms laterWeight',
    'names and numbers': 'capitalShare capitals newCapitals hasKnownCapital numbers',
    'quotes, pronouns, marks, cue words': 'quotationMarks startsWithQuotation startsWithPronoun startsWithContrast endsLikeCaption '
    'isQuestion hasBracket hasCaptionWord hasSpeechVerb',
}
SET_GROUPS = {
    "the line's scores": range(0, 4),
    'places': range(4, 11),
    'lengths': range(11, 16),
    'likeness of its sentences': range(16, 20),
    "its sentences' own features": range(20, 36),
}


def fit(X, y, l2):
    """-> weights and bias for the raw features; the regression's are standardised, so that the penalty is fair."""
    mean, scale = X.mean(0), X.std(0)
    scale[scale < 1e-6] = 1
    weights, bias = logistic((X - mean) / scale, y, l2)
    weights = weights / scale
    return weights, bias - weights @ mean


def write(path, text):
    with open(path, 'w', encoding='utf-8') as f:
        f.write(text)
    print('wrote', path)


def write_line(articles, names, l2):
    weights, bias = fit_line(articles, l2)
    rows = ''.join(f'        {v:.5g},  // {n}\n' for n, v in zip(names, weights))
    write(os.path.join(ENGINE, 'SummaryWeights.swift'), WEIGHTS_FILE % (bias, rows))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('train')
    parser.add_argument('--l2', type=float, default=10)
    parser.add_argument('--only', choices=['idf', 'weights', 'trees', 'score', 'ablation'])
    args = parser.parse_args()
    if args.only in (None, 'idf'):
        rows = [''.join(chr(0x3F + v) if 0x3F + v != 0x5C else chr(0x3E) for v in row) for row in idf_table(args.train)]
        lines = [row[i:i + 100] for row in rows for i in range(0, SLOTS, 100)]
        write(os.path.join(ENGINE, 'InverseDocumentFrequency+Table.swift'), TABLE % '\n'.join(f'        {x}\\' for x in lines))
    if args.only == 'idf':
        return
    articles, names = load(args.train)
    if args.only in (None, 'weights'):
        write_line(articles, names, args.l2)
    if args.only in (None, 'trees', 'score', 'ablation'):
        found = sets(args.train, articles, args.l2)
        if args.only == 'score':
            report(articles, found)
        elif args.only == 'ablation':
            ablation(articles, names, found, args.l2)
        else:
            write(os.path.join(TABLES, 'summary-sets.txt'), trees.text(comparison(articles, found)))


TABLE = '''extension InverseDocumentFrequency {
    /// Made by `Training/summary`; not to be edited. Two rows of 8192 slots, one character each: eight times the inverse
    /// document frequency above `?`, with `>` for the backslash's place.
    static let table: StaticString = """
%s

        """
}
'''
WEIGHTS_FILE = '''/// Made by `Training/summary`; not to be edited. The weights stand in the order of `SummaryFeature`.
enum SummaryWeights {
    static let bias: Float = %.5g

    static let weights: [Float] = [
%s    ]
}
'''

if __name__ == '__main__':
    main()
