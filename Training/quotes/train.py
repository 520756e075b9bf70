#!/usr/bin/env python3
"""Trains what tells speech from other words in quotation marks, and writes its weights as Swift.

    train.py TRAIN.jsonl [--engine DIR] [--l2 X]

TRAIN.jsonl has one article a line: {"id", "text", "quotes": [{"start", "end", "kind"}]}, offsets in Unicode scalars; a
"direct" quote is speech, "none" is not, and a part of a paraphrase ("mixed") is left out. Only one weight for each value
of each sign leaves the texts. The shipped weights were trained on the first ten months of PolNeAR 1.0 (Newell, Margolin
and Ruths, 2018), whose texts are their publishers'; none of them is in the weights.
Needs numpy, and the program beside this file, built first:

    swift build -c release -Xswiftc -enable-testing

The signs see what was decided about the stretch before, so run it, build again, and run it once more.
"""
import argparse, json, os, subprocess, sys
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
from logistic import logistic

MARKS = '"“”„«»‘’\' \t\n\u00a0'
FOLDS = 5


def label(text, start, end, quotes):
    """-> 1 for speech, 0 for none, None for a part of a paraphrase."""
    while start < end and text[start] in MARKS:
        start += 1
    while start < end and text[end - 1] in MARKS:
        end -= 1
    best, kind = 0, 'none'
    for quote in quotes:
        shared = min(end, quote['end']) - max(start, quote['start'])
        overlap = shared / max(1, max(end, quote['end']) - min(start, quote['start']))
        if overlap > best:
            best, kind = overlap, quote['kind']
    return None if kind == 'mixed' else int(kind == 'direct' and best >= 0.7)


def load(path):
    """-> a row of ones and zeros for each stretch, labels, articles' numbers, and the columns' names."""
    binary = os.path.join(HERE, '.build/release/QuoteSigns')
    lines = subprocess.run([binary, path], stdout=subprocess.PIPE, check=True, text=True).stdout.splitlines()
    signs = json.loads(lines[0])['signs']
    gold = {}
    with open(path, encoding='utf-8') as file:
        for article in map(json.loads, file):
            gold[article['id']] = article
    rows, labels, groups = [], [], []
    for number, record in enumerate(map(json.loads, lines[1:])):
        article = gold[record['id']]
        encoded = article['text'].encode()
        for start, end, *values in record['stretches']:
            y = label(article['text'], len(encoded[:start].decode()), len(encoded[:end].decode()), article['quotes'])
            if y is None:
                continue
            row = []
            for names, value in zip(signs, values):
                row += [float(value == i) for i in range(len(names))]
            rows.append(row), labels.append(y), groups.append(number)
    return np.array(rows), np.array(labels, dtype=float), np.array(groups), sum(signs, [])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('train')
    parser.add_argument('--engine', default=os.path.join(HERE, '../../Sources/WiredeskEngine/Entities/Quotes'))
    parser.add_argument('--l2', type=float, default=5)
    args = parser.parse_args()
    X, y, groups, names = load(args.train)
    held_out = np.zeros(len(y))
    for fold in range(FOLDS):
        test = groups % FOLDS == fold
        weights, bias = logistic(X[~test], y[~test], args.l2)
        held_out[test] = X[test] @ weights + bias
    right = ((held_out > 0) & (y > 0)).sum()
    print(f'{len(y)} stretches, {int(y.sum())} of speech; held out: precision {right / (held_out > 0).sum():.4f}, '
          f'recall {right / y.sum():.4f}')
    weights, bias = logistic(X, y, args.l2)
    path = os.path.join(args.engine, 'SpeechWeights.swift')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(WEIGHTS % (bias, ''.join(f'        {w:.4g},  // {n}\n' for n, w in zip(names, weights))))
    print('wrote', path)


WEIGHTS = '''/// Made by `Training/quotes`; not to be edited. One weight for each value of each of `SpeechSigns`, in their order.
enum SpeechWeights {
    static let bias: Float = %.4g

    static let weights: [Float] = [
%s    ]
}
'''

if __name__ == '__main__':
    main()
