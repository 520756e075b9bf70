#!/usr/bin/env python3
"""Makes the table of the language identifier: how likely the pieces of words are in each language.

    train.py PO_DIR [--out FILE]

PO_DIR holds gettext catalogues (`**/locale/LANG/**/*.po`) unpacked from the PyPI packages Django, wagtail, django-cms,
django-oscar, Sphinx (BSD licences) and django-allauth (MIT):

    pip download --no-deps -d wheels Django wagtail django-cms django-oscar sphinx django-allauth
    for wheel in wheels/*.whl; do unzip -qo $wheel '*.po' -d po; done

Only counts of word pieces leave the catalogues. The function words come from StopWords+Languages.swift and DISTINCTIVE
below. Needs numpy.

The table has 2^14 rows, one for each hash of a piece, of 48 bytes, one for each language in COLUMNS: log probabilities
above the row's lowest, 25 steps a nat (naive Bayes over character 2-, 3- and 4-grams and whole words).
"""
import argparse, collections, glob, os, re
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
ENGINE = os.path.join(HERE, '../../Sources')
BITS = 14
LATIN = ('en de fr es it pt nl sv da nb fi is pl cs sk sl hr sr hu ro lt lv tr vi id gl ca et eu sq af ms').split()
OTHER = ('ru uk bg sr mk be kk mn ar fa ur ckb ug hi mr ne').split()
COLUMNS = [('latin', x) for x in LATIN] + [
    ('cyrillic' if i < 8 else 'arabic' if i < 13 else 'devanagari', x) for i, x in enumerate(OTHER)]
REGIONS = {'no': 'nb', 'pt_BR': 'pt', 'sr_Latn': 'sr', 'sr@latin': 'sr', 'es_AR': 'es', 'es_MX': 'es', 'es_CO': 'es'}
# How much of a language's text its function words and its distinctive words make up, on top of the catalogues.
FUNCTION_SHARE, DISTINCTIVE_SHARE, SMOOTHING, DAMPING = 0.2, 0.05, 2.5e-6, 0.8

# Words that tell near languages apart, and function words of languages without a list of their own.
DISTINCTIVE = {
    'hr': '''prije poslije gdje ovdje uvijek vrijeme mjesto dio djeca cijeli riječ rijeka svijet čovjek ljeto dvije
        vijeće izvješće tisuća europa europski europske europskoj općina sustav tvrtka glazba tijekom također tko netko
        nitko siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca
        predsjednik predsjednica županija povijest povjerenstvo promet kazalište nogometaš zrakoplov vlak kruh obitelj
        opasnost sudjelovati sudjelovao primjer smjer vjera mjesec mjeseca mjera bijeli dijete lijepo vijest vijesti
        nedjelja ponedjeljak srijeda smjestiti željeti htjeti vidjeti živjeti razumjeti organizirati financirati
        priopćenje priopćenju izvijestio gospodarstvo gospodarski znanost znanstvenik središte snijeg stoljeće
        stoljeća njemački njemačka španjolska''',
    'sr': '''pre posle gde ovde uvek vreme mesto deo deca ceo reč reka svet čovek leto dve veće izveštaj hiljada evropa
        evropski evropske evropskoj opština sistem preduzeće muzika tokom takođe ko neko niko šta januara februara marta
        aprila maja juna jula avgusta septembra oktobra novembra decembra predsednik predsednica pokrajina istorija
        komisija saobraćaj pozorište fudbaler avion voz hleb porodica opasnost učestvovati učestvovao primer smer vera
        mesec meseca mera beli dete lepo vest vesti nedelja ponedeljak sreda smestiti želeti hteti videti živeti razumeti
        organizovati finansirati saopštenje saopštenju izvestio privreda privredni nauka naučnik centar sneg vek veka
        nemački nemačka španija pre posle где овде увек време место део деца реч свет човек године председник''',
    'da': '''af blev hvad meget efter nogen noget uge også gennem hvordan kunne skulle ville mellem nu nej tror
        selv lige mig dig deres sammen danske københavn sprog højre venstre mænd brug bruges adgang regering''',
    'nb': '''av ble hva mye etter noen noe uke også gjennom hvordan kunne skulle ville mellom nå nei tror selv like meg
        deg deres sammen norske oslo språk høyre venstre menn bruk brukes tilgang regjering regjeringen''',
    'mr': 'आहे आणि आहेत या हे ते ती तो होते होता होती नाही केले केली म्हणून असे पण साठी मध्ये वर झाले झाली त्यांच्या त्या एक काही तर की च्या ला ने',
    'ne': 'छ र हो को का मा ले लाई यो त्यो छन् भएको गरेको पनि थियो गर्न हुन् भने तर एक आफ्नो हुने गरी सबै नेपाल भन्ने देखि सम्म',
    'hi': 'है हैं का के की को में से ने पर और यह वह नहीं भी था थे थी गया लिए साथ कर किया तक होता रहा सकता',
    'id': '''bahwa karena bisa mereka kata pada akan oleh telah adalah anda uang kantor mobil rumah sakit polisi
        presiden menteri daerah perusahaan negara kota tahun jumat kamis selasa rabu senin''',
    'ms': '''bahawa kerana boleh mereka kata pada akan oleh telah ialah anda wang pejabat kereta hospital polis presiden
        menteri kawasan syarikat negara bandar tahun jumaat khamis selasa rabu isnin beliau ahad''',
    'bg': 'в на от за се са че по като който която беше ще между след този тази през или където някои една еднo всички година години',
    'ru': 'в на от за не что по как который которая был была будет между после этот эта через или где некоторые один одна все год года',
    'gl': 'unha polo pola máis ata despois non xa moi dende así tamén onde ou nunha dunha concello goberno galego xunta lingua',
    'sl': 'bil bila bilo tudi kot pri zaradi med ker lahko bo bodo leta slovenski slovenija vlada predsednik podjetje mesto',
    'sk': 'sa nie aj alebo ktorý ktorá ktoré bol bola bolo boli pri keď len už ich pred slovensko slovenský vláda rok roku',
    'cs': 'se není také nebo který která které byl byla bylo byli při když jen již jejich před česko český vláda rok roku',
    'nl': 'het een van niet ook zijn wordt werd maar naar door bij uit meer kan jaar mensen heeft hij',
    'af': 'die van het nie ook is word was maar na deur by uit meer kan jaar mense hy sy wat en vir om te',
}


def unquote(text):
    return text.replace('\\n', ' ').replace('\\"', '"').replace('\\t', ' ')


def messages(path):
    """The original texts and the translations of a catalogue."""
    for block in re.split(r'\n\s*\n', open(path, encoding='utf-8', errors='ignore').read()):
        if re.search(r'^#.*fuzzy', block, re.M):
            continue
        fields, key = {}, None
        for line in block.split('\n'):
            m = re.match(r'(msgid|msgid_plural|msgstr(?:\[\d\])?)\s+"(.*)"$', line)
            if m:
                key = m.group(1)
                fields[key] = unquote(m.group(2))
            elif line.startswith('"') and key:
                fields[key] += unquote(line[1:-1])
        original = fields.get('msgid')
        if original:
            yield original, [v for k, v in fields.items() if k.startswith('msgstr') and v and v != original]


def clean(text):
    text = re.sub(r'%\([^)]*\)[sd]|%[sd]|\{[^}]*\}|<[^>]*>|&\w+;|https?:\S+|:[a-z]+:`[^`]*`|``[^`]*``', ' ', text)
    return re.sub(r'\s+', ' ', text).strip()


def catalogues(folder):
    texts = collections.defaultdict(set)
    for path in sorted(glob.glob(folder + '/**/*.po', recursive=True)):
        m = re.search(r'/locales?/([A-Za-z_@]+)/', path)
        if not m:
            continue
        language = REGIONS.get(m.group(1)) or (m.group(1) if len(m.group(1)) < 4 else m.group(1)[:2])
        for original, translations in messages(path):
            texts['en'].add(clean(original))
            texts[language].update(clean(x) for x in translations)
    return texts


def script(character):
    code = ord(character)
    if code < 0x250 or 0x1E00 <= code < 0x1F00:
        return 'latin'
    if 0x400 <= code < 0x530:
        return 'cyrillic'
    if 0x600 <= code < 0x700 or 0x750 <= code < 0x780:
        return 'arabic'
    return 'devanagari' if 0x900 <= code < 0x980 else 'other'


LETTERS = dict(zip('абвгдђежзијклљмнњопрстћуфхцчџш',
                   'a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š'.split()))


def words(text, wanted):
    for word in re.findall(r'[^\W\d_]+(?:[\u0300-\u036F\u0900-\u097F\u064B-\u0652]+[^\W\d_]*)*', text.lower()):
        if script(word[0]) == wanted:
            yield word


def pieces(word):
    """The pieces that LanguageIdentifier looks up, each with the seed of its hash."""
    word = word[:24]
    yield 0x9747B28C, word
    padded = ' ' + word + ' '
    for n in (2, 3, 4):
        for i in range(len(padded) - n + 1):
            yield 0x811C9DC5 + n, padded[i:i + n]


def row(seed, piece):
    value = seed
    for character in piece:
        value = (value ^ ord(character)) * 0x01000193 & 0xFFFFFFFF
    value ^= value >> 15
    value = value * 0x2C1B3C6D & 0xFFFFFFFF
    return (value ^ value >> 12) & (1 << BITS) - 1


def function_words():
    source = open(os.path.join(ENGINE, 'WiredeskEngine/Language/StopWords+Languages.swift'), encoding='utf-8').read()
    lists = re.findall(r'"(\w\w)": WordSet\(\s*(?:"""(.*?)"""|"(.*?)")', source, re.S)
    found = {language: (a or b).replace('\\', ' ').split() for language, a, b in lists}
    english = re.search(r'static let english = WordSet\(\s*"""(.*?)"""', source, re.S)
    found['en'] = english.group(1).replace('\\', ' ').split()
    return found


def column(texts, language, alphabet, function):
    """Counts of pieces, hashed."""
    if language == 'sr' and alphabet == 'latin':
        texts = [''.join(LETTERS.get(c, c) for c in t.lower()) for t in texts]
    counts = collections.Counter(w for t in texts for w in words(t, alphabet))
    # Catalogues repeat the same words over and over.
    counts = collections.Counter({w: k ** DAMPING for w, k in counts.items()})
    total = sum(counts.values())
    listed = [w for w in function if script(w[0]) == alphabet]
    zipf = sum(1 / (i + 8) for i in range(len(listed)))
    for i, w in enumerate(listed):
        counts[w] += total * FUNCTION_SHARE / (i + 8) / zipf
    distinctive = list(words(DISTINCTIVE.get(language, ''), alphabet))
    for w in distinctive:
        counts[w] += total * DISTINCTIVE_SHARE / len(distinctive)
    hashed = np.zeros(1 << BITS)
    for w, k in counts.items():
        for seed, piece in pieces(w):
            hashed[row(seed, piece)] += k
    return hashed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('po')
    parser.add_argument('--out', default=os.path.join(ENGINE, 'CWiredeskTables/language.bin'))
    args = parser.parse_args()
    texts, function = catalogues(args.po), function_words()
    table = np.zeros((1 << BITS, len(COLUMNS)))
    for j, (alphabet, language) in enumerate(COLUMNS):
        hashed = column(sorted(texts[language]), language, alphabet, function.get(language, []))
        table[:, j] = np.log(hashed / max(1, hashed.sum()) + SMOOTHING)
    for alphabet in ('latin', 'cyrillic', 'arabic', 'devanagari'):
        own = [j for j, (a, _) in enumerate(COLUMNS) if a == alphabet]
        table[:, own] -= table[:, own].min(1, keepdims=True)
    np.clip(np.round(table * 25), 0, 255).astype(np.uint8).tofile(args.out)
    print('wrote', args.out, ' '.join(x for _, x in COLUMNS))


if __name__ == '__main__':
    main()
