#!/usr/bin/env python3
"""Trains the classifier that tells an article's blocks from page furniture in scraped plain text.

    swift build && python3 train.py [--more DUMPS.jsonl]... [--export WEIGHTS.swift] TEXTS

TEXTS is a folder of sets, each with `gold.json` or `gold.jsonl` (an article's `id`, and `articleBody` or `text`) and
dumps `*.jsonl.gz` (lines of `{"id", "text"}`: whole pages as text). DUMPS.jsonl has lines of `{"id", "text", "gold"}`,
trained on but not scored. Needs numpy and scikit-learn. Features come from the engine itself through the `blocks`
executable of this package. Prints scores of a cross-validation by page; --export then trains on everything.
"""
import argparse, collections, gzip, json, os, random, re, subprocess, warnings
import numpy as np
from sklearn.neural_network import MLPClassifier
from sklearn.linear_model import LogisticRegression

warnings.filterwarnings('ignore')  # the number of epochs is chosen, not found by convergence
HERE = os.path.dirname(os.path.abspath(__file__))
RADIUS = 3
OWN = 50  # TextBlockFeatures.ownCount
WORD = re.compile(r'\w+')


def read_lines(path):
    with (gzip.open if path.endswith('.gz') else open)(path, 'rt', encoding='utf-8') as f:
        return [json.loads(x) for x in f if x.strip()]


def load_sets(folder):
    """-> [(set, kind, id, text, gold)]"""
    found = []
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if os.path.exists(path + '/gold.json'):
            gold = json.load(open(path + '/gold.json', encoding='utf-8'))
        elif os.path.exists(path + '/gold.jsonl'):
            gold = {x['id']: x for x in read_lines(path + '/gold.jsonl')}
        else:
            continue
        gold = {k: v.get('articleBody') or v.get('text') or '' for k, v in gold.items()}
        for dump in sorted(os.listdir(path)):
            if dump.endswith('.jsonl.gz'):
                for x in read_lines(os.path.join(path, dump)):
                    if x['id'] in gold:
                        found.append((name, dump.split('.')[0], x['id'], x['text'], gold[x['id']]))
    return found


def features(texts):
    """-> for each text (ranges of each block, matrix of features)."""
    feed = b''.join(str(len(t)).encode() + b'\n' + t + (b'' if t.endswith(b'\n') else b'\n') for t in texts)
    out = subprocess.run([HERE + '/.build/debug/blocks'], input=feed, stdout=subprocess.PIPE, check=True).stdout.decode()
    lines, at, result = out.split('\n'), 0, []
    for _ in texts:
        n = int(lines[at])
        ranges, rows = [], []
        for line in lines[at + 1:at + 1 + n]:
            spans, values = line.split('\t')
            ranges.append([tuple(map(int, s.split('-'))) for s in spans.split(',')])
            rows.append(np.array(values.split(), dtype=np.float32))
        at += 1 + n
        result.append((ranges, np.array(rows) if rows else np.zeros((0, 1), np.float32)))
    return result


def shingles(tokens, n=4):
    return [tuple(tokens[i:i + n]) for i in range(len(tokens) - n + 1)]


def label(blocks, gold):
    """Which blocks (token lists) are in the gold text: those whose shingles mostly are, then short ones between them."""
    want = WORD.findall(gold)
    grams = {n: collections.Counter(shingles(want, n)) for n in (1, 2, 3, 4)}
    hit = np.zeros(len(blocks))
    for i, b in enumerate(blocks):
        if len(b) >= 4:
            s = shingles(b)
            hit[i] = np.mean([x in grams[4] for x in s])
    keep = hit > 0.5
    # A text that stands more often on the page than in the article: the copies among other kept blocks count.
    same = collections.defaultdict(list)
    for i, b in enumerate(blocks):
        if keep[i]:
            same[tuple(b)].append(i)
    density = np.convolve(keep * np.array([len(b) for b in blocks], float), np.ones(9), 'same') if len(blocks) >= 9 else keep * 1.0
    for b, where in same.items():
        allowed = max(1, grams[4][b[:4]])
        for i in sorted(where, key=lambda i: -density[i])[allowed:]:
            keep[i] = False
    for _ in range(2):
        for i, b in enumerate(blocks):
            if keep[i] or not b or len(b) >= 12:
                continue
            before = next((blocks[j] for j in range(i - 1, max(-1, i - 4), -1) if keep[j] and blocks[j]), [])[-3:]
            after = next((blocks[j] for j in range(i + 1, min(len(blocks), i + 4)) if keep[j] and blocks[j]), [])[:3]
            for run in (before + b, b + after):
                s = shingles(run)
                if len(run) > len(b) and s and all(x in grams[4] for x in s):
                    keep[i] = True
    return keep


def tokens(text, ranges):
    return WORD.findall(' '.join(text[a:b].decode('utf-8', 'replace') for a, b in ranges))


class Document:
    def __init__(self, group, kind, key, text, gold, weight=1.0):
        self.group, self.kind, self.key, self.text, self.gold, self.weight = group, kind, key, text.encode(), gold, weight

    def attach(self, found):
        self.ranges, self.x = found
        self.tokens = [tokens(self.text, r) for r in self.ranges]
        self.y = label(self.tokens, self.gold) if self.ranges else np.zeros(0, bool)


def variations(document, rng):
    """Texts as users have them besides whole dumps: the bare article, a part of it, the article with a little junk."""
    kept = [i for i, y in enumerate(document.y) if y]
    if len(kept) < 2:
        return
    sep = '\n\n' if document.kind == 'layout' else '\n'
    def text(indices):
        return sep.join(' '.join(document.text[a:b].decode('utf-8', 'replace') for a, b in document.ranges[i]) for i in indices)
    def make(indices, weight):
        return Document(document.group, 'clean', document.key, text(indices), document.gold, weight)
    title = [0] if document.kind == 'layout' and not document.y[0] else []
    yield make(title + kept, 1.5)
    start = rng.randrange(len(kept))
    yield make(kept[start:start + rng.randint(1, 6)], 2.0)
    yield make(kept[:rng.randint(1, 5)], 2.0)
    low = max(0, kept[0] - rng.randint(0, 8))
    high = min(len(document.y), kept[-1] + 1 + rng.randint(0, 25))
    yield make(title + list(range(low, high)), 1.0)
    yield make(kept + list(range(kept[-1] + 1, high)), 1.0)


def windows(x):
    """Each block's own features and its neighbours', then its context."""
    own, context = x[:, :OWN], x[:, OWN:]
    padded = np.pad(own, ((RADIUS, RADIUS), (0, 0)))
    return np.hstack([padded[i:i + len(x)] for i in range(2 * RADIUS + 1)] + [context])


def fit(documents, args, seed=1):
    x = np.vstack([windows(d.x) for d in documents])
    y = np.concatenate([d.y for d in documents])
    if args.model == 'linear':
        return [LogisticRegression(C=0.1, max_iter=300).fit(x, y)]
    weight = np.concatenate([np.full(len(d.y), d.weight) for d in documents])
    # The network takes no weights: heavier texts come more often.
    rng = np.random.default_rng(seed)
    repeat = np.floor(weight + rng.random(len(weight))).astype(int)
    rows = np.repeat(np.arange(len(y)), repeat)
    return [MLPClassifier((args.hidden,), alpha=args.alpha, max_iter=args.epochs, early_stopping=False,
                          learning_rate_init=2e-3, batch_size=1024, random_state=seed + s).fit(x[rows], y[rows])
            for s in range(args.nets)]


def transitions(documents):
    """Log odds of keep and drop following keep and drop."""
    count = np.ones((2, 2))
    for d in documents:
        for a, b in zip(d.y[:-1], d.y[1:]):
            count[int(a), int(b)] += 1
    return np.log(count / count.sum(1, keepdims=True)), np.log(count.sum(0) / count.sum())


def decode(logits, trans, prior, strength, bias):
    """Viterbi over keep and drop."""
    if not len(logits):
        return np.zeros(0, bool)
    score = np.zeros((len(logits), 2)); back = np.zeros((len(logits), 2), int)
    emit = np.stack([np.zeros(len(logits)), logits + bias], 1)
    score[0] = emit[0]
    for i in range(1, len(logits)):
        for s in (0, 1):
            options = score[i - 1] + strength * (trans[:, s] - prior[s])
            back[i, s] = int(options[1] > options[0])
            score[i, s] = options[back[i, s]] + emit[i, s]
    path = [int(score[-1, 1] > score[-1, 0])]
    for i in range(len(logits) - 1, 0, -1):
        path.append(back[i, path[-1]])
    return np.array(path[::-1], bool)


def logit(model, x):
    p = np.clip(np.mean([m.predict_proba(x)[:, 1] for m in model], 0), 1e-6, 1 - 1e-6)
    return np.log(p / (1 - p))


def overlap(gold, pred):
    a, b = collections.Counter(shingles(gold)), collections.Counter(shingles(pred))
    hit = sum((a & b).values())
    return (hit / sum(b.values()) if b else None), (hit / sum(a.values()) if a else None)


def score(rows):
    p = np.mean([a for a, _ in rows if a is not None] or [0]); r = np.mean([b for _, b in rows if b is not None] or [0])
    return 2 * p * r / (p + r) if p + r else 0, p, r


def export(path, net, trans, prior, strength, bias):
    """Writes the network as Swift. Weights are whole numbers, `scale` of them to one."""
    scale = 1000
    hidden, output = net.coefs_
    numbers = [np.round(a * scale).astype(int) for a in (hidden.T, net.intercepts_[0], output[:, 0], net.intercepts_[1])]
    step = strength * (trans - prior)
    rows = []
    for a in numbers:
        for row in np.atleast_2d(a):
            rows += [' '.join(map(str, row[i:i + 20])) for i in range(0, len(row), 20)]
    with open(path, 'w') as f:
        f.write(f'''/// The weights of `TextBlockClassifier`, written by `Training/reading-text/train.py`.
enum TextBlockWeights {{
    static let inputs = {hidden.shape[0]}
    static let hidden = {hidden.shape[1]}
    /// So much of a number is one.
    static let scale: Float = {scale}
    /// Added to the log odds of keeping a block.
    static let bias: Float = {bias}
    /// Log odds, over chance, of dropping and of keeping a block after one that was dropped, then after one kept.
    static let steps: [Float] = [{', '.join(f'{v:.4f}' for v in step.ravel())}]
    /// Whole numbers: for each hidden unit its weight for each input; the units' biases; their weights; the bias.
    static let numbers: StaticString = """
''')
        f.write(''.join(f'        {row}\n' for row in rows))
        f.write('        """\n}\n')


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('texts')
    ap.add_argument('--more', action='append', default=[])
    ap.add_argument('--model', choices=['net', 'linear'], default='net')
    ap.add_argument('--hidden', type=int, default=16)
    ap.add_argument('--alpha', type=float, default=3.0)
    ap.add_argument('--epochs', type=int, default=12)
    ap.add_argument('--nets', type=int, default=1)
    ap.add_argument('--folds', type=int, default=5)
    ap.add_argument('--strength', type=float, default=0.25, help='of the transitions, for --export')
    ap.add_argument('--bias', type=float, default=0.25, help='towards keeping, for --export')
    ap.add_argument('--export')
    args = ap.parse_args()
    rng = random.Random(1)

    dumps = [Document(s + k, kind, s, t, g) for s, kind, k, t, g in load_sets(args.texts)]
    more = [Document('more' + x['id'], x.get('kind', 'layout'), 'more', x['text'], x['gold'], 0.7) for p in args.more for x in read_lines(p)]
    for d, f in zip(dumps + more, features([d.text for d in dumps + more])):
        d.attach(f)
    extra = [v for d in dumps for v in variations(d, rng)]
    for d, f in zip(extra, features([d.text for d in extra])):
        d.attach(f)
    more = [d for d in more if d.y.sum() > 2]
    print(len(dumps), 'dumps', len(more), 'more', len(extra), 'variations', sum(len(d.y) for d in dumps), 'blocks')

    groups = sorted({d.group for d in dumps})
    rng.shuffle(groups)
    logits = {}
    for fold in range(args.folds):
        out = set(groups[fold::args.folds])
        train = [d for d in dumps + extra if d.group not in out] + more
        model = fit(train, args)
        for d in dumps + extra:
            if d.group in out:
                logits[id(d)] = logit(model, windows(d.x)) if len(d.y) else np.zeros(0)
    trans, prior = transitions(dumps)
    kinds = sorted({(d.key, d.kind) for d in dumps})
    for strength in (0, 0.25, 0.5, 1.0):
        for bias in (-0.5, 0, 0.5):
            line = []
            for kind in kinds:
                rows = []
                for d in dumps:
                    if (d.key, d.kind) == kind:
                        keep = decode(logits[id(d)], trans, prior, strength, bias)
                        rows.append(overlap(WORD.findall(d.gold), [t for k, b in zip(keep, d.tokens) if k for t in b]))
                line.append('/'.join(kind) + ' %.4f (%.3f %.3f)' % score(rows))
            lost = [1 - decode(logits[id(d)], trans, prior, strength, bias)[d.y].mean() for d in extra if d.y.any()]
            print(f'strength {strength} bias {bias}:', '  '.join(line), ' lost of clean %.4f' % np.mean(lost))
    ceiling = []
    for kind in kinds:
        rows = [overlap(WORD.findall(d.gold), [t for k, b in zip(d.y, d.tokens) if k for t in b]) for d in dumps if (d.key, d.kind) == kind]
        ceiling.append('/'.join(kind) + ' %.4f (%.3f %.3f)' % score(rows))
    print('labels:', '  '.join(ceiling))
    if args.export:
        export(args.export, fit(dumps + extra + more, args)[0], trans, prior, args.strength, args.bias)


if __name__ == '__main__':
    main()