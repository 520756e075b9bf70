"""Many articles over one connection, in any order, with those that failed for a while tried again."""

from __future__ import annotations

import heapq
import queue
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from .connection import Connection, Deliver, Reply, outcome
from .errors import WiredeskError
from .results import Result
from .retries import MARGIN, Retries

# Sends an article before a time (`time.monotonic`): the connection it went over, and its id there.
Begin = Callable[[bytes | str, Deliver, float], tuple[Connection, int]]
# Articles that wait for another try before no new ones are taken.
MOST_WAITING = 64


@dataclass(order=True)
class Task:
    """One article, from its first try to its outcome."""

    due: float
    position: int
    article: bytes | str = field(compare=False)
    retries: Retries = field(compare=False)
    sent: tuple[Connection, int] | None = field(default=None, compare=False)


class Many:
    def __init__(self, begin: Begin, retries: int, timeout: float) -> None:
        self._begin = begin
        self._retries = retries
        self._timeout = timeout
        self._replies: queue.SimpleQueue[tuple[Task, Reply]] = queue.SimpleQueue()
        self._in_flight: dict[int, Task] = {}
        self._waiting: list[Task] = []  # A heap: the next one due is the first.

    def run(self, articles: Iterable[bytes | str]) -> Iterator[tuple[int, Result | WiredeskError]]:
        source = enumerate(articles)
        has_more = True
        try:
            while has_more or self._in_flight or self._waiting:
                if self._waiting and self._waiting[0].due <= time.monotonic():
                    self._start(heapq.heappop(self._waiting))
                elif has_more and len(self._waiting) < MOST_WAITING:
                    if (item := next(source, None)) is None:
                        has_more = False
                    else:
                        retries = Retries(self._retries, time.monotonic() + self._timeout)
                        self._start(Task(0, item[0], item[1], retries))
                else:
                    yield from self._wait()
                while not self._replies.empty():
                    yield from self._finish(*self._replies.get())
        finally:
            for task in self._in_flight.values():
                if task.sent:
                    task.sent[0].cancel(task.sent[1])

    def _start(self, task: Task) -> None:
        """Waits for credit if there is none."""
        self._in_flight[task.position] = task
        task.sent = None
        try:
            task.sent = self._begin(task.article, lambda reply: self._replies.put((task, reply)), task.retries.until)
        except WiredeskError as error:
            self._replies.put((task, error))

    def _wait(self) -> Iterator[tuple[int, Result | WiredeskError]]:
        """Until a reply comes or a try is due."""
        times = [task.retries.until + MARGIN for task in self._in_flight.values()]
        times += [self._waiting[0].due] if self._waiting else []
        try:
            reply = self._replies.get(timeout=max(min(times) - time.monotonic(), 0))
        except queue.Empty:
            for task in list(self._in_flight.values()):
                if task.sent and task.retries.until + MARGIN <= time.monotonic():
                    task.sent[0].give_up()
        else:
            yield from self._finish(*reply)

    def _finish(self, task: Task, reply: Reply) -> Iterator[tuple[int, Result | WiredeskError]]:
        del self._in_flight[task.position]
        found = outcome(reply, task.sent[0] if task.sent else None)
        pause = task.retries.pause_after(found) if isinstance(found, WiredeskError) else None
        if pause is None:
            yield task.position, found
        else:
            task.due = time.monotonic() + pause
            heapq.heappush(self._waiting, task)
