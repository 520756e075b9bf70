"""Spark and GNU parallel over a corpus of JSON lines."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from collections import Counter
from pathlib import Path

from desk import BINARY, DEPLOY, ROOT, corpus, needs, server

LINES = 10_000
# Another program of that name, of moreutils, does not know the option.
HAS_PARALLEL = shutil.which("parallel") and not subprocess.run(["parallel", "--version"], capture_output=True).returncode
HAS_SPARK = importlib.util.find_spec("pyspark") is not None


@needs("java")
@unittest.skipUnless(HAS_SPARK, "missing: pyspark")
class Spark(unittest.TestCase):
    def submit(self, script: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "Examples" / "python"), "SPARK_LOCAL_IP": "127.0.0.1",
                       "PYSPARK_PYTHON": sys.executable, "PYSPARK_DRIVER_PYTHON": sys.executable}  # fmt: skip
        return subprocess.run(
            [str(Path(sys.executable).parent / "spark-submit"), "--master", "local[2]", str(DEPLOY / "spark" / script),
             *map(str, arguments)], env=environment, capture_output=True, text=True, timeout=500)  # fmt: skip

    def check(self, folder: Path, count: int) -> list[dict[str, object]]:
        """One answer for each line, whatever partition it was in."""
        found = [json.loads(line) for part in sorted(folder.glob("part-*")) for line in part.open()]
        self.assertGreater(len(list(folder.glob("part-*"))), 1)
        self.assertEqual(Counter(one["id"] for one in found), Counter(f"a{number}" for number in range(count)))
        return found

    def test_pipe_loses_no_line(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            articles, results = corpus(Path(folder) / "articles.jsonl", LINES), Path(folder) / "results"
            with articles.open("a") as file:
                file.write('{"id": "a10000", "text": ""}\n')  # An error in the output, not a failure of the job.
            run = self.submit("analyze_with_pipe.py", "--input", articles, "--output", results, "--wiredesk", BINARY,
                              "--partitions", "8")  # fmt: skip
            self.assertEqual(run.returncode, 0, run.stderr[-3000:])
            found = self.check(results, LINES + 1)
            self.assertEqual([one["id"] for one in found if "error" in one], ["a10000"])

    def test_pipe_fails_when_the_executable_does(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            articles = corpus(Path(folder) / "articles.jsonl", 100)
            run = self.submit("analyze_with_pipe.py", "--input", articles, "--output", Path(folder) / "results",
                              "--wiredesk", BINARY, "--options=--no-such-option")  # fmt: skip
            self.assertNotEqual(run.returncode, 0, "lines vanished in silence")

    def test_partitions_with_a_server_lose_no_line(self) -> None:
        desk = server(self)
        with tempfile.TemporaryDirectory() as folder:
            articles, results = corpus(Path(folder) / "articles.jsonl", LINES), Path(folder) / "results"
            run = self.submit("analyze_with_servers.py", "--server", desk.uri, "--input", articles, "--output", results,
                              "--partitions", "8")  # fmt: skip
            self.assertEqual(run.returncode, 0, run.stderr[-3000:])
            found = self.check(results, LINES)
            self.assertTrue(all("result" in one for one in found))
        self.assertEqual(desk.stop(), 0)


@needs()
@unittest.skipUnless(HAS_PARALLEL, "missing: GNU parallel")
class Parallel(unittest.TestCase):
    def test_the_line_of_the_readme(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            articles = corpus(Path(folder) / "articles.jsonl", 2000)
            with articles.open() as file:
                run = subprocess.run(["parallel", "--will-cite", "--pipe", "--block", "100k", "-k", BINARY, "batch",
                                      "--jobs", "1", "--stages", "reading"], stdin=file, capture_output=True, timeout=200)  # fmt: skip
            self.assertEqual(run.returncode, 0, run.stderr[-2000:])
            ids = [json.loads(line)["id"] for line in run.stdout.splitlines()]
            self.assertEqual(ids, [f"a{number}" for number in range(2000)])
