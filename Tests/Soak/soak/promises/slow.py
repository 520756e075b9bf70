"""A thousand who send a byte now and then, and two hundred who do not read: an honest client hardly notices, and they do
not keep the server from ending."""

from __future__ import annotations

import multiprocessing
import time
from multiprocessing.connection import Connection
from typing import Self

from ..articles import known, text
from ..crowd import Crowd
from ..honest import Honest
from ..outcome import Extent, Outcome, Promise
from ..peer import allow_descriptors, request
from ..server import Address, Server, comes

# Times by which the honest client's 99th percentile may grow.
MOST = 2.0
# One round after the other, because other work on the machine comes and goes.
ROUNDS, SECONDS = 6, 10


def run(extent: Extent) -> Outcome:
    outcome = Outcome()
    articles = known([text(number) for number in range(20)])
    seconds = SECONDS if extent.is_long else 1
    sizes: tuple[int, ...] = ()
    with Server("--frame-timeout", "5s", "--idle-timeout", "10s") as server:
        with Honest(server.uri, articles) as honest:
            for _ in range(ROUNDS if extent.is_long else 1):
                honest.during("alone", seconds)
                with Siege(server.address, extent.count, extent.count // 5) as siege:
                    outcome.expect(comes(siege.stands, 60), "the slow ones do not get in")
                    # Their articles are work as any other's; what counts is when nobody takes the results.
                    outcome.expect(comes(lambda: server.in_flight <= 1, 300), "what was sent is never worked off")
                    honest.during("beset", seconds)
                    sizes = siege.sizes
                extent.note(f"{sizes[0]:,} slow, {sizes[1]:,} deaf, {sizes[2]:,} sent away")
                outcome.expect(comes(lambda: int(server.statistics()["connections"]) <= 2), "some stay")
        peak = server.peak_memory()
        with Siege(server.address, extent.count, extent.count // 5) as siege:
            outcome.expect(comes(siege.stands, 60), "the slow ones do not get in again")
            start = time.monotonic()
            outcome.expect(server.stop() == 0, "the server does not end in order while they hold on")
            ending = time.monotonic() - start
    outcome.broken += honest.broken
    alone, beset = (honest.percentile(phase, 99) for phase in ("alone", "beset"))
    outcome.figures = {
        "slow, deaf, sent away": sizes,
        "p99 alone ms": alone,
        "beset": beset,
        "ratio": beset / alone,
        "peak MiB": peak >> 20,
        "SIGTERM to end s": ending,
    }
    if extent.is_long:
        outcome.expect(beset <= MOST * alone, f"p99 is {beset / alone:.1f} times as long")
    return outcome


class Siege:
    """The slow ones, in a process of their own, so that they do not take the honest client's time.

    All that the two share is a pipe, whose end each notices when the other is killed. To set an event whose waiter was
    killed blocks for good.
    """

    def __init__(self, server: Address, slow: int, deaf: int) -> None:
        context = multiprocessing.get_context("spawn")
        self._sizes: tuple[int, ...] = (0, 0, 0)
        self._slow = slow
        self._pipe, self._theirs = context.Pipe()
        self._process = context.Process(target=besiege, args=(server, slow, deaf, self._theirs))

    def __enter__(self) -> Self:
        self._process.start()
        self._theirs.close()
        return self

    def __exit__(self, *_: object) -> None:
        self._pipe.close()
        self._process.join()

    @property
    def sizes(self) -> tuple[int, ...]:
        """Slow, deaf and sent away, as they were last told."""
        try:
            while self._pipe.poll():
                self._sizes = self._pipe.recv()
        except (EOFError, ConnectionError):
            pass  # They are gone.
        return self._sizes

    def stands(self) -> bool:
        return self.sizes[0] >= 0.9 * self._slow


def besiege(server: Address, slow: int, deaf: int, pipe: Connection) -> None:
    """Until the other end of the pipe is closed, or the server has gone."""
    allow_descriptors()
    dripped = request(1, text(1, 50).encode())
    # Results that are larger than any socket's buffers.
    unread = b"".join(request(id, text(2, 600).encode(), stages=["reading"]) for id in range(1, 9))
    with (
        Crowd(server, lambda _: dripped, reads=True, pace=1) as drippers,
        Crowd(server, lambda _: unread, reads=False) as others,
    ):
        try:
            others.grow(deaf)
            while others.is_sending and not pipe.poll():
                others.turn()
            while not pipe.poll(0.5):
                # Whom the server has sent away comes again.
                drippers.grow(slow)
                drippers.turn()
                others.turn()
                pipe.send((drippers.size, others.size, drippers.came - drippers.size + deaf - others.size))
        except ConnectionError:
            pass


PROMISE = Promise("slow", "slow peers do not slow the others down", "slow peers", 25, 1_000, run)
