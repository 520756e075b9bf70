"""`wiredesk batch` against servers, without an end to its input: the Swift client with its pool and its retries."""

from __future__ import annotations

import json
import subprocess
import threading
import time
from collections.abc import Sequence

from . import BINARY
from .articles import Article


class Batch:
    """Sends the articles again and again, and compares every line that comes back with the one right line."""

    def __init__(self, articles: Sequence[Article], servers: Sequence[str], *arguments: str) -> None:
        self.sent = self.right = 0
        # The first few of each.
        self.wrong: list[str] = []
        self.errors: list[str] = []
        self.longest_silence = 0.0
        self._articles = articles
        self._is_ending = False
        addresses = [argument for server in servers for argument in ("--server", server)]
        self._process = subprocess.Popen(
            [BINARY, "batch", "--no-timings", "--fail-on-error", "never", *addresses, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._threads = [threading.Thread(target=work, daemon=True) for work in (self._write, self._read)]
        for thread in self._threads:
            thread.start()

    @property
    def is_running(self) -> bool:
        return self._process.poll() is None

    def end(self, patience: float = 120) -> int:
        """Sends no more, waits for the answers to everything that was sent, and gives the exit status."""
        self._is_ending = True
        try:
            return self._process.wait(patience)
        except subprocess.TimeoutExpired:
            self._process.kill()
            return -1
        finally:
            for thread in self._threads:
                thread.join()

    @property
    def lost(self) -> int:
        return self.sent - self.right - len(self.wrong) - len(self.errors)

    def _write(self) -> None:
        assert self._process.stdin
        lines = [json.dumps(article.text) for article in self._articles]
        try:
            with self._process.stdin as stream:
                while not self._is_ending:
                    stream.write(f'{{"id":"{self.sent}","text":{lines[self.sent % len(lines)]}}}\n')
                    self.sent += 1
        except BrokenPipeError:
            pass  # How it ended says why.

    def _read(self) -> None:
        assert self._process.stdout
        last = time.monotonic()
        with self._process.stdout as stream:
            for number, line in enumerate(stream):
                now = time.monotonic()
                self.longest_silence = max(self.longest_silence, now - last)
                last = now
                # Answers come in the order of the input.
                if line.rstrip("\n") == self._articles[number % len(self._articles)].answer(str(number)):
                    self.right += 1
                elif '"error"' in line[:40] and json.loads(line)["id"] == str(number):
                    self.errors.append(line)
                else:
                    self.wrong.append(line)
