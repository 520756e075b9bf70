"""Scores articles against the gold, as /parsing/score.py of the evaluation does."""
import importlib.util
import os
import subprocess
import tempfile

import export

SETS = ("news", "readability", "segments")


def scorer(path):
    spec = importlib.util.spec_from_file_location("score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(tool, pages, first, second):
    """What the engine makes of the pages with a pair of models: the articles by set and id."""
    with tempfile.TemporaryDirectory() as scratch:
        files = []
        for name, model in (("first", first), ("second", second)):
            files.append(os.path.join(scratch, name))
            with open(files[-1], "w", encoding="ascii") as out:
                out.write(" ".join(export.words(model)))
        by_path = {page.path: page for page in pages}
        shown = subprocess.run([tool, "--read", *files, *by_path], stdout=subprocess.PIPE, check=True).stdout
    found = {}
    for line in shown.decode("utf-8").split("\n"):
        if line:
            path, *paragraphs = line.split("\t")
            page = by_path[path]
            found[page.set, page.id] = "\n\n".join(paragraphs)
    return found


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
