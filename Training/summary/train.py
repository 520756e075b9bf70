#!/usr/bin/env python3
"""Trains the sentence scorer of the summaries and writes its tables as Swift.

    train.py TRAIN.jsonl [--engine DIR] [--l2 X]

TRAIN.jsonl has one article a line: {"id", "text", "reference"}, the reference's sentences separated by newlines. Only
numbers leave the texts: one weight for each feature, and how many articles have a word of each hash. The tables were
trained on CNN/DailyMail articles (their publishers' copyright), none of whose text is in the tables.
Needs numpy, and the program beside this file, built first:

    swift build -c release -Xswiftc -enable-testing
"""
import argparse, json, os, re, subprocess, sys
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
from logistic import logistic

SLOTS = 8192


def tool(mode, path):
    binary = os.path.join(HERE, '.build/release/SummaryFeatures')
    return subprocess.run([binary, mode, path], stdout=subprocess.PIPE, check=True, text=True).stdout.splitlines()


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


def counts(tokens, n):
    out = {}
    for gram in zip(*(tokens[i:] for i in range(n))):
        out[gram] = out.get(gram, 0) + 1
    return out


def rouge(tokens, reference):
    """ROUGE-1 plus ROUGE-2, F1 (Lin, 2004)."""
    total = 0
    for n, gold in ((1, reference[0]), (2, reference[1])):
        own = counts(tokens, n)
        hits = sum(min(k, gold.get(g, 0)) for g, k in own.items())
        size = sum(own.values()) + sum(gold.values())
        total += 2 * hits / size if size else 0
    return total


def oracle(sentences, reference, limit=3):
    """The sentences that greedily raise ROUGE the most (Nallapati et al., 2017)."""
    chosen, best = [], 0.0
    while len(chosen) < limit:
        gain, pick = best, -1
        for i in range(min(len(sentences), 60)):
            if i not in chosen:
                value = rouge([w for j in sorted(chosen + [i]) for w in sentences[j]], reference)
                if value > gain:
                    gain, pick = value, i
        if pick < 0:
            break
        chosen.append(pick)
        best = gain
    return chosen


def load(path):
    """-> features and labels of the sentences, and the features' names."""
    gold = {}
    for line in open(path, encoding='utf-8'):
        article = json.loads(line)
        gold[article['id']] = article
    X, y, names = [], [], []
    for line in tool('features', path):
        record = json.loads(line)
        names = record['names']
        article = gold[record['id']]
        reference = words(article['reference'].replace('\n', ' '))
        reference = (counts(reference, 1), counts(reference, 2))
        sentences = [words(s) for s in record['sentences']]
        labels = np.zeros(len(sentences))
        labels[oracle(sentences, reference)] = 1
        X.append(np.array(record['features'], dtype=np.float64).reshape(len(sentences), -1))
        y.append(labels)
    return np.vstack(X), np.concatenate(y), names


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


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('train')
    parser.add_argument('--engine', default=os.path.join(HERE, '../../Sources/WiredeskEngine/Summary'))
    parser.add_argument('--l2', type=float, default=10)
    parser.add_argument('--only', choices=['idf', 'weights'], help='write one table (idf first, then build, then weights)')
    args = parser.parse_args()
    if args.only != 'weights':
        rows = [''.join(chr(0x3F + v) if 0x3F + v != 0x5C else chr(0x3E) for v in row) for row in idf_table(args.train)]
        lines = [row[i:i + 100] for row in rows for i in range(0, SLOTS, 100)]
        write(os.path.join(args.engine, 'InverseDocumentFrequency+Table.swift'), TABLE % '\n'.join(f'        {x}\\' for x in lines))
    if args.only != 'idf':
        X, y, names = load(args.train)
        weights, bias = fit(X, y, args.l2)
        rows = ''.join(f'        {v:.5g},  // {n}\n' for n, v in zip(names, weights))
        write(os.path.join(args.engine, 'SummaryWeights.swift'), WEIGHTS % (bias, rows))


TABLE = '''extension InverseDocumentFrequency {
    /// Made by `Training/summary`; not to be edited. Two rows of 8192 slots, one character each: eight times the inverse
    /// document frequency above `?`, with `>` for the backslash's place.
    static let table: StaticString = """
%s

        """
}
'''
WEIGHTS = '''/// Made by `Training/summary`; not to be edited. The weights stand in the order of `SummaryFeature`.
enum SummaryWeights {
    static let bias: Float = %.5g

    static let weights: [Float] = [
%s    ]
}
'''

if __name__ == '__main__':
    main()
