#!/usr/bin/env python3
"""Measures how fast Wiredesk, trafilatura and Resiliparse read the same pages, and writes Benchmarks/RESULTS.md.

    python3 -m venv /tmp/peers && /tmp/peers/bin/pip install trafilatura==2.3.1 resiliparse==2.0.1 lxml_html_clean
    swift build -c release --package-path Benchmarks
    /tmp/peers/bin/python Benchmarks/peers/reading.py FOLDER [--rounds 5] [--pages NAME]

FOLDER holds `.html` files. Everything runs on one thread and is measured in processor time, the systems in turn, so that
a busy machine slows them all down. A peer gets a page as decoded text and gives the article's text alone; Wiredesk gets
bytes and gives the article with its metadata, language, sentences and fingerprint.
"""
import argparse
import datetime
import glob
import os
import platform
import statistics
import subprocess
import time

import trafilatura
from resiliparse.extract.html2text import extract_plain_text

HERE = os.path.dirname(os.path.abspath(__file__))
ENGINE = os.path.join(HERE, "../.build/release/wiredesk-benchmarks")
RESULTS = os.path.join(HERE, "../RESULTS.md")


def version(module):
    from importlib.metadata import version as of
    return of(module)


def peer(pages, extract):
    """Processor seconds that a peer takes for all pages. What it cannot read counts too."""
    start = time.process_time()
    for page in pages:
        try:
            extract(page)
        except Exception:  # A page that a library fails on is part of its speed.
            pass
    return time.process_time() - start


def engine(folder):
    """Processor seconds that one thread of the engine takes for all pages, after a pass that makes its tables."""
    line = subprocess.run([ENGINE, "pass", folder], capture_output=True, text=True, check=True).stdout
    return float(line.split()[2])


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder")
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--pages", default="pages", help="what the pages are, for the table's head")
    arguments = arguments.parse_args()
    raw = [open(path, "rb").read() for path in sorted(glob.glob(os.path.join(arguments.folder, "*.html")))]
    pages = [page.decode("utf-8", "replace") for page in raw]
    systems = {
        "Wiredesk": lambda: engine(arguments.folder),
        f"Resiliparse {version('resiliparse')}": lambda: peer(pages, lambda page: extract_plain_text(
            page, main_content=True, alt_texts=False, links=False)),
        f"trafilatura {version('trafilatura')} fast": lambda: peer(pages, lambda page: trafilatura.extract(
            page, fast=True, include_comments=False)),
        f"trafilatura {version('trafilatura')}": lambda: peer(pages, lambda page: trafilatura.extract(
            page, include_comments=False)),
    }
    seconds = {name: [] for name in systems}
    load = [os.getloadavg()[0]]
    for measure in systems.values():
        measure()
    for _ in range(arguments.rounds):
        for name, measure in systems.items():
            seconds[name].append(measure())
    load.append(os.getloadavg()[0])
    write(arguments, raw, seconds, load)


def write(arguments, raw, seconds, load):
    size = sum(map(len, raw))
    ours = statistics.median(seconds["Wiredesk"])
    rows = []
    for name, taken in seconds.items():
        middle = statistics.median(taken)
        rows.append(
            f"| {name} | {len(raw) / middle:,.0f} | {size / middle / 1e6:,.1f} | {middle / ours:.1f} | "
            f"{len(raw) / max(taken):,.0f} to {len(raw) / min(taken):,.0f} |")
    text = f"""# Results

Reading, one thread, processor time, medians of {arguments.rounds} rounds in turn: {len(raw)} {arguments.pages}, {size / len(raw) / 1024:.0f} KiB on
average. {datetime.date.today()}, {platform.machine()}, {os.cpu_count()} processors, load {load[0]:.1f} before and {load[1]:.1f} after. Made by
`Benchmarks/peers/reading.py FOLDER --rounds {arguments.rounds}`.

| system | pages a second | MB/s | times Wiredesk's time | slowest to fastest round |
| --- | ---: | ---: | ---: | --- |
{chr(10).join(rows)}

The peers get decoded text and give the article's text alone. Wiredesk gets bytes and gives the article with its metadata,
language, sentences and fingerprint.
"""
    with open(RESULTS, "w", encoding="utf-8") as out:
        out.write(text)
    print(text)


if __name__ == "__main__":
    main()
