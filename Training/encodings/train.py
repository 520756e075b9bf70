#!/usr/bin/env python3
"""Makes the table of the encoding detector: how likely one character is after another in each language.

    train.py PO_DIR [--out FILE]

PO_DIR holds gettext catalogues as for ../language/train.py, whose head says where they come from and under which
licences. Only counts of character pairs leave them. Standard library only.

Layout, little endian: u32 number of languages; for each language u32 index of its first entry and u32 number of entries;
then the keys of all entries, u32 each (previous character << 16 | character), ascending in each language; then their
costs, u8 each, in 1/16 nat. A previous character of 0 stands for any. EncodingModel.swift reads it.
"""
import argparse
import collections
import importlib.util
import math
import os
import struct
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
TABLE = os.path.join(HERE, '../../Sources/CWiredeskTables/encodings.bin')
STEPS = 16
# In the order of EncodingModel.Language.
LANGUAGES = ('en de fr es it pt nl sv da nb fi is gl ca et pl cs sk sl hr hu ro sq lt lv tr vi '
             'ru uk bg sr mk be el he ar fa th ja ko zh-hans zh-hant').split()
# Whose characters are too many for pairs.
UNIGRAM = {'ja', 'ko', 'zh-hans', 'zh-hant'}
# News sets its texts in typographic signs that catalogues lack: the share of each among all characters.
SIGNS = dict.fromkeys('’“”–—…«»„‚‘\u00a0€°·•§®©£', 0.0008)
EAST_ASIAN_SIGNS = dict.fromkeys('、。，．・：；？！「」『』（）“”‘’《》〈〉【】…—～％０１２３４５６７８９\u3000', 0.004)


# A pair that the table lacks costs this more than its second character alone; nothing costs more than the floor.
BACK_OFF, FLOOR = 1.5, 14.0


def siblings(name):
    spec = importlib.util.spec_from_file_location(name, os.path.join(HERE, '../language/train.py'))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def legacy(text, language):
    """The text as the language's legacy encodings can hold it."""
    if language == 'ro':
        return text.translate(str.maketrans('șțȘȚ', 'şţŞŢ'))
    if language == 'vi':
        # windows-1258 writes the tone marks apart, the other marks with their letter.
        tones = {'\u0300', '\u0301', '\u0303', '\u0309', '\u0323'}
        out = []
        for character in text:
            parts = unicodedata.normalize('NFD', character)
            base = unicodedata.normalize('NFC', ''.join(p for p in parts if p not in tones))
            out.append(base + ''.join(p for p in parts if p in tones))
        return ''.join(out)
    return text


def fold(character):
    """A character as the table knows it: ASCII but letters is one boundary, letters are in lower case."""
    if character < '\u0080':
        return ord(character.lower()) if character.isalpha() else 0x20
    lower = character.lower()
    return ord(lower) if len(lower) == 1 and ord(lower) < 0x10000 else min(ord(character), 0xFFFF)


def entries(texts, language):
    """Costs in nats of the characters alone, and of those pairs that differ from it."""
    alone, pairs, before = collections.Counter(), collections.Counter(), collections.Counter()
    for text in texts:
        previous = 0x20
        for character in legacy(text, language) + ' ':
            current = fold(character)
            alone[current] += 1
            if language not in UNIGRAM:
                pairs[previous, current] += 1
                before[previous] += 1
            previous = current
    total = sum(alone.values())
    share = {c: n / total for c, n in alone.items() if n > 2 or (n > 1 and language in UNIGRAM)}
    for sign, least in (EAST_ASIAN_SIGNS if language in UNIGRAM else SIGNS).items():
        share[ord(sign)] = max(least, share.get(ord(sign), 0))
    costs = {(0, c): -math.log(p) for c, p in share.items()}
    for (a, b), n in pairs.items():
        if n < 3 or b not in share:
            continue
        # Smoothed towards the character alone (Witten-Bell).
        kinds = 20
        cost = -math.log((n + kinds * share[b]) / (before[a] + kinds))
        if abs(cost - min(BACK_OFF + costs[0, b], FLOOR)) > 0.4:
            costs[a, b] = cost
    return costs


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('po')
    parser.add_argument('--out', default=TABLE)
    arguments = parser.parse_args()
    language = siblings('language')
    language.REGIONS.update({'zh_Hans': 'zh-hans', 'zh_CN': 'zh-hans', 'zh_Hant': 'zh-hant', 'zh_TW': 'zh-hant'})
    texts = language.catalogues(arguments.po)
    index, keys, costs = [], [], []
    for name in LANGUAGES:
        found = sorted(entries(sorted(texts[name]), name).items())
        index.append((len(keys), len(found)))
        keys += [a << 16 | b for (a, b), _ in found]
        costs += [min(255, round(cost * STEPS)) for _, cost in found]
        print(name, len(texts[name]), len(found))
    with open(arguments.out, 'wb') as out:
        out.write(struct.pack('<I', len(LANGUAGES)))
        for first, count in index:
            out.write(struct.pack('<II', first, count))
        out.write(struct.pack(f'<{len(keys)}I', *keys))
        out.write(bytes(costs))
    print('wrote', arguments.out, os.path.getsize(arguments.out), 'bytes')


if __name__ == '__main__':
    main()
