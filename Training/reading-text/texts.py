"""Reads dumps of pages and what is known of their articles; says which blocks belong to the article."""
import collections, gzip, json, os, re, subprocess
from urllib.parse import urlsplit
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
WORD = re.compile(r'\w+')


class Dump:
    """A page as text, with its blocks (`ranges`, `tokens`), their features (`x`) and labels (`y`: 1 article, 0 page, -1
    unknown; `judged` where a person has said so of that very block)."""

    def __init__(self, set, kind, id, site, text, gold, known, other=None):
        self.set, self.kind, self.id, self.site = set, kind, id, site
        self.text, self.gold, self.known, self.other = text.encode(), gold, known, other

    def attach(self, ranges, features):
        self.ranges, self.x = ranges, features
        self.tokens = [WORD.findall(self.block(i)) for i in range(len(ranges))]
        self.y = label(self.tokens, self.gold).astype(int)
        self.judged = np.full(len(ranges), self.other is None)
        if self.other is not None:
            self.y = np.where(label(self.tokens, self.other) == self.y, self.y, -1)
            self.judge()

    def block(self, index):
        return ' '.join(self.text[a:b].decode('utf-8', 'replace') for a, b in self.ranges[index])

    def judge(self):
        """Labels the blocks that hold a segment which the gold names."""
        texts = [' '.join(self.block(i).split()) for i in range(len(self.ranges))]
        for value, segments in ((1, self.known['with']), (0, self.known['without'])):
            for segment in segments:
                holders = [i for i, t in enumerate(texts) if ' '.join(segment.split()) in t]
                # A segment found twice may be the article's and a teaser's: the longest is the article's.
                if value and holders:
                    holders = [max(holders, key=lambda i: len(texts[i]))]
                for i in holders:
                    if value or not (self.judged[i] and self.y[i] == 1):
                        self.y[i], self.judged[i] = value, True


def read_lines(path):
    with (gzip.open if path.endswith('.gz') else open)(path, 'rt', encoding='utf-8') as f:
        return [json.loads(x) for x in f if x.strip()]


def load(folder, more):
    """The dumps of a folder of sets, and those that `dumps.py` wrote; with their blocks and features."""
    found = []
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if os.path.exists(path + '/gold.json'):
            gold = json.load(open(path + '/gold.json', encoding='utf-8'))
        else:
            gold = {x['id']: x for x in read_lines(path + '/gold.jsonl')}
        for dump in sorted(os.listdir(path)):
            if dump.endswith('.jsonl.gz'):
                for x in read_lines(os.path.join(path, dump)):
                    known = gold[x['id']]
                    # Pages without an address are called after their site and a number.
                    site = urlsplit(known.get('url') or '').netloc.removeprefix('www.') or x['id'].split('-')[0]
                    found.append(Dump(name, dump.split('.')[0], x['id'], site, x['text'],
                                      known.get('articleBody') or known.get('text') or '', known))
    for x in read_lines(more) if more else []:
        found.append(Dump('more', x['kind'], x['id'], x['site'], x['text'], x['gold'], x, x['other']))
    for dump, (ranges, features) in zip(found, blocks([d.text for d in found])):
        dump.attach(ranges, features)
    return [d for d in found if d.ranges]


def blocks(texts):
    """-> for each text (ranges of each block, matrix of features), by the engine itself."""
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
            hit[i] = np.mean([x in grams[4] for x in shingles(b)])
    keep = hit > 0.5
    # A text that stands more often on the page than in the article: the copies among other kept blocks count.
    same = collections.defaultdict(list)
    for i, b in enumerate(blocks):
        if keep[i]:
            same[tuple(b)].append(i)
    sizes = keep * np.array([len(b) for b in blocks], float)
    density = np.convolve(sizes, np.ones(9), 'same') if len(blocks) >= 9 else sizes
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
                found = shingles(run)
                if len(run) > len(b) and found and all(x in grams[4] for x in found):
                    keep[i] = True
    return keep
