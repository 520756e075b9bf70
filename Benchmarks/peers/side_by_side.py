"""Lets Wiredesk and systems in Python work on the same pages in turn, each on one thread, and prints how long they took."""
import argparse
import glob
import os
import statistics
import subprocess
import sys
import time
from importlib.metadata import version  # For those who name what they compare.

ENGINE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../.build/release/wiredesk-benchmarks")


def arguments(description, rounds=5):
    """What the program was called with: `folder` and `rounds`."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--rounds", type=int, default=rounds)
    return parser.parse_args()


def read(folder, suffix=".html"):
    """The files of a folder; there has to be one."""
    files = [open(path, "rb").read() for path in sorted(glob.glob(os.path.join(folder, "*" + suffix)))]
    if not files:
        sys.exit(f"no {suffix} in {folder}")
    return files


class Comparison:
    """Systems and the files that they work on."""

    def __init__(self, workload, folder, rounds, suffix=".html"):
        """`workload` is what the engine does, as `wiredesk-benchmarks pass` names it."""
        self.rounds = rounds
        files = read(folder, suffix)
        self.size = sum(map(len, files))
        self.pages = [file.decode("utf-8", "replace") for file in files]
        self.things = "pages" if suffix == ".html" else "articles"
        self.systems = {"Wiredesk": lambda: engine(workload, folder)}

    def add(self, name, work):
        """A system whose `work` takes a file as text."""
        self.systems[name] = lambda: self.seconds(work)

    def seconds(self, work):
        """Processor seconds for all files. What a system cannot read counts too."""
        start = time.process_time()
        for page in self.pages:
            try:
                work(page)
            except Exception:  # A page that a library fails on is part of its speed.
                pass
        return time.process_time() - start

    def run(self):
        taken = {name: [] for name in self.systems}
        # The first page of a process is not the rule.
        for measure in self.systems.values():
            measure()
        for turn in range(self.rounds):
            print(f"  round {turn + 1} of {self.rounds}", file=sys.stderr)
            for name, measure in self.systems.items():
                taken[name].append(measure())
        self.print(taken)

    def print(self, taken):
        count = len(self.pages)
        print(f"{count} {self.things}, {figure(self.size / count / 1024)} KiB on average, median of {self.rounds} rounds.\n")
        print(f"| system | {self.things} a CPU second | MB/s | times Wiredesk's time | slowest to fastest round |")
        print("| --- | ---: | ---: | ---: | --- |")
        ours = statistics.median(taken["Wiredesk"])
        for name, seconds in taken.items():
            middle = statistics.median(seconds)
            print(
                f"| {name} | {figure(count / middle)} | {figure(self.size / middle / 1e6)} | {middle / ours:,.1f} | "
                f"{figure(count / max(seconds))} to {figure(count / min(seconds))} |")


def figure(value):
    """Three digits that count, at most two of them behind the point."""
    return f"{value:,.0f}" if value >= 99.95 else f"{value:.1f}" if value >= 9.995 else f"{value:.2f}"


def engine(workload, folder):
    """Seconds that one thread of the engine takes for all files, after a pass that makes its tables."""
    line = subprocess.run([ENGINE, "pass", workload, folder], capture_output=True, text=True, check=True).stdout
    return float(line.split()[2])
