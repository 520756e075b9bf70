"""A client with one article after the other, and how long it waits for each."""

from __future__ import annotations

import statistics
import threading
import time
from typing import Self

from wiredesk import Client, WiredeskError

from .articles import Article


class Honest:
    """Asks in a thread of its own until it ends. What it notes goes to the phase that it is told."""

    def __init__(self, uri: str, articles: list[Article], priority: int = 1) -> None:
        self.times: dict[str, list[float]] = {}
        self.broken: list[str] = []
        self.phase = ""
        self._articles = articles
        self._priority = priority
        self._client = Client(uri)
        self._is_ending = False
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._is_ending = True
        self._thread.join()
        self._client.close()

    def during(self, phase: str, seconds: float) -> None:
        """What is asked in these seconds belongs to the phase."""
        self.phase = phase
        time.sleep(seconds)
        self.phase = ""

    def percentile(self, phase: str, share: int) -> float:
        """In milliseconds."""
        return 1000 * statistics.quantiles(self.times[phase], n=100)[share - 1]

    def _run(self) -> None:
        number = 0
        while not self._is_ending:
            article = self._articles[number % len(self._articles)]
            number += 1
            phase, start = self.phase, time.monotonic()
            try:
                answer = self._client.analyze(article.text, priority=self._priority, timings=False)
                if answer != article.result:
                    self.broken.append(f"a wrong answer: {str(answer)[:200]}")
            except WiredeskError as error:
                self.broken.append(f"no answer: {error}")
            if phase == self.phase:
                self.times.setdefault(phase, []).append(time.monotonic() - start)
