"""Scores articles against the gold, as /parsing/score.py of the evaluation does."""
import importlib.util
import os
import subprocess
import tempfile

import numpy as np

SETS = ("news", "readability", "segments")


def scorer(path):
    spec = importlib.util.spec_from_file_location("score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def columns(tool):
    """The names of the columns of numbers, and `signs` for those whose bits are a sign each."""
    shown = subprocess.run([tool, "--columns"], stdout=subprocess.PIPE, check=True).stdout
    return [tuple(line.split("\t")) for line in shown.decode("ascii").splitlines()]


def show(tool, option, models, pages):
    """The lines that the engine prints of the pages with models in its weights' place."""
    with tempfile.TemporaryDirectory() as scratch:
        files = []
        for model in models:
            files.append(os.path.join(scratch, str(len(files))))
            with open(files[-1], "wb") as out:
                out.write(model.packed())
        shown = subprocess.run(
            [tool, option, *files, *(page.path for page in pages)], stdout=subprocess.PIPE, check=True).stdout
    return (line.split("\t") for line in shown.decode("utf-8").split("\n") if line)


def read(tool, pages, first, second):
    """The articles that the engine finds with a pair of models, by set and id."""
    by_path = {page.path: page for page in pages}
    found = {}
    for path, *paragraphs in show(tool, "--read", (first, second), pages):
        page = by_path[path]
        found[page.set, page.id] = "\n\n".join(paragraphs)
    return found


def around(tool, pages, first):
    """What a first look says of the pages' blocks, and all numbers that the second sees, by path."""
    found = {}
    for path, alone, numbers in show(tool, "--around", (first,), pages):
        entry = found.setdefault(path, ([], []))
        entry[0].append(float(alone))
        entry[1].append(np.frombuffer(bytes.fromhex(numbers), np.uint8))
    return {path: (np.array(alone), np.vstack(numbers)) for path, (alone, numbers) in found.items()}


def table(score, pages, found, real=()):
    """Lines of figures, a set a line; `real` names the pages of `readability` that are no snippets."""
    lines = []
    for name in SETS:
        chosen = [page for page in pages if page.set == name and (name != "readability" or not real or page.id in real)]
        gold = {page.id: page.gold for page in chosen}
        ours = {page.id: {"articleBody": found.get((name, page.id), "")} for page in chosen}
        if name == "segments":
            figures = score.score_segments(gold, ours)
            lines.append("%-12s F1 %.4f  P %.4f  R %.4f" % (
                name, figures["f1"], figures["precision"], figures["recall"]))
        else:
            figures, _ = score.score_body(gold, ours, 0)
            lines.append("%-12s F1 %.4f  P %.4f  R %.4f  exact %.3f  pageF1 %.4f  paraF1 %.4f" % (
                name, figures["f1"], figures["precision"], figures["recall"], figures["exact"], figures["page_f1"],
                figures["para_f1"]))
    return "\n".join(lines)
