#!/usr/bin/env python3
"""Measures how fast Wiredesk, trafilatura and Resiliparse read the same pages, and prints a table.

    reading.py FOLDER [--rounds 5]

`Benchmarks/measure` runs it. FOLDER holds `.html` files. Everything runs on one thread and is measured in processor time, the
systems in turn, so that a busy machine slows them all down. A peer gets a page as decoded text and gives the article's text
alone; Wiredesk gets bytes and gives the article with its metadata, language, sentences and fingerprint.
"""
import trafilatura
from resiliparse.extract.html2text import extract_plain_text

import side_by_side
from side_by_side import version


def main():
    arguments = side_by_side.arguments(__doc__)
    comparison = side_by_side.Comparison("reading", arguments.folder, arguments.rounds)
    comparison.add(f"Resiliparse {version('resiliparse')}", lambda page: extract_plain_text(
        page, main_content=True, alt_texts=False, links=False))
    comparison.add(f"trafilatura {version('trafilatura')} fast", lambda page: trafilatura.extract(
        page, fast=True, include_comments=False))
    comparison.add(f"trafilatura {version('trafilatura')}", lambda page: trafilatura.extract(
        page, include_comments=False))
    comparison.run()


if __name__ == "__main__":
    main()
