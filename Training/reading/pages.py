"""Reads pages, their blocks and their gold; says which blocks belong to the article."""
import difflib
import glob
import gzip
import json
import os
import re
import subprocess
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import numpy as np

WORD = re.compile(r"\w+")


@dataclass
class Page:
    set: str
    id: str
    site: str
    gold: dict
    path: str = ""
    texts: list = field(default_factory=list)
    # Columns of numbers, a row for each block.
    numbers: list = field(default_factory=list)
    # Whether each block is one that the classifier never looks at.
    menu: list = field(default_factory=list)
    # 1 part of the article, 0 not, -1 unknown.
    labels: np.ndarray = None


def words(text):
    return WORD.findall(text)


def body(gold):
    return gold.get("articleBody") or gold.get("text") or ""


def align(page):
    """Labels by the longest common stretches of words of the page and the gold text."""
    gold = words(body(page.gold))
    mine, owner = [], []
    for index, text in enumerate(page.texts):
        found = words(text)
        mine += found
        owner += [index] * len(found)
    hits = np.zeros(len(page.texts))
    sizes = np.zeros(len(page.texts))
    for index in owner:
        sizes[index] += 1
    matcher = difflib.SequenceMatcher(None, mine, gold, autojunk=False)
    for block in matcher.get_matching_blocks():
        # A stretch of a word or two that is a small part of its block has met by chance.
        for offset in range(block.size):
            hits[owner[block.a + offset]] += 1
    return np.where(sizes == 0, 0, hits / np.maximum(1, sizes) >= 0.6).astype(int)


def squash(text):
    return " ".join(text.split())


def by_segments(page):
    """Labels of the blocks that hold a segment of the gold; the others are unknown."""
    labels = np.full(len(page.texts), -1)
    joined = [squash(t) for t in page.texts]
    for segment in page.gold.get("with") or []:
        holders = [i for i, t in enumerate(joined) if squash(segment) in t]
        # A segment found twice may be the article's and a teaser's: the longest is the article's.
        if holders:
            labels[max(holders, key=lambda i: len(joined[i]))] = 1
    for segment in page.gold.get("without") or []:
        for i, t in enumerate(joined):
            if squash(segment) in t and labels[i] != 1:
                labels[i] = 0
    return labels


def golds(folder, name):
    path = glob.glob(f"{folder}/{name}/gold.json*")[0]
    with open(path, encoding="utf-8") as file:
        if path.endswith("jsonl"):
            return {row["id"]: row for row in map(json.loads, file)}
        return json.load(file)


def real(folder):
    """The pages of `readability` that are no snippets, where the folder says which; nothing for all."""
    path = f"{folder}/readability/ids-real.txt"
    if not os.path.exists(path):
        return ()
    with open(path, encoding="utf-8") as file:
        return set(file.read().split())


def load(folder, tool, scratch, sets=("news", "readability", "segments")):
    """The pages of a folder as `dump-blocks` shows them; unpacks them into the scratch folder."""
    found = {}
    for name in sets:
        gold = golds(folder, name)
        for packed in sorted(glob.glob(f"{folder}/{name}/html/*.html.gz")):
            key = os.path.basename(packed)[:-len(".html.gz")]
            path = os.path.join(scratch, f"{name}-{key}.html")
            with gzip.open(packed) as source, open(path, "wb") as out:
                out.write(source.read())
            site = urlsplit(gold[key].get("url") or "").netloc.removeprefix("www.") or key
            found[path] = Page(name, key, site, gold[key], path)
    shown = subprocess.run([tool, *found], stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")
    for line in shown.split("\n"):
        if line:
            path, text, is_menu_entry, numbers = line.split("\t")
            found[path].texts.append(text)
            found[path].menu.append(is_menu_entry == "1")
            found[path].numbers.append(np.frombuffer(bytes.fromhex(numbers), np.uint8))
    # A page without blocks teaches nothing.
    pages = [page for page in found.values() if page.texts]
    for page in pages:
        page.numbers = np.vstack(page.numbers)
        page.labels = by_segments(page) if page.set == "segments" else align(page)
    return pages
