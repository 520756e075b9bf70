"""A thousand who send a byte now and then, and two hundred who do not read: an honest client hardly notices."""

from __future__ import annotations

import multiprocessing
from multiprocessing.synchronize import Event
from typing import Any, Self

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
    with Server("--frame-timeout", "5s", "--idle-timeout", "10s") as server, Honest(server.uri, articles) as honest:
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
    outcome.broken += honest.broken
    alone, beset = (honest.percentile(phase, 99) for phase in ("alone", "beset"))
    outcome.figures = {
        "slow, deaf, sent away": sizes,
        "p99 alone ms": alone,
        "beset": beset,
        "ratio": beset / alone,
        "peak MiB": peak >> 20,
    }
    if extent.is_long:
        outcome.expect(beset <= MOST * alone, f"p99 is {beset / alone:.1f} times as long")
    return outcome


class Siege:
    """The slow ones, in a process of their own, so that they do not take the honest client's time."""

    def __init__(self, server: Address, slow: int, deaf: int) -> None:
        context = multiprocessing.get_context("spawn")
        self._is_over = context.Event()
        self._sizes: Any = context.Array("i", 3)
        self._slow = slow
        self._process = context.Process(target=besiege, args=(server, slow, deaf, self._sizes, self._is_over))

    def __enter__(self) -> Self:
        self._process.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        self._process.join()

    @property
    def sizes(self) -> tuple[int, ...]:
        return tuple(self._sizes)

    def stands(self) -> bool:
        return self.sizes[0] >= 0.9 * self._slow


def besiege(server: Address, slow: int, deaf: int, sizes: Any, is_over: Event) -> None:
    allow_descriptors()
    dripped = request(1, text(1, 50).encode())
    # Results that are larger than any socket's buffers.
    unread = b"".join(request(id, text(2, 600).encode(), stages=["reading"]) for id in range(1, 9))
    with (
        Crowd(server, lambda _: dripped, reads=True, pace=1) as drippers,
        Crowd(server, lambda _: unread, reads=False) as others,
    ):
        others.grow(deaf)
        while others.is_sending and not is_over.is_set():
            others.turn()
        while not is_over.wait(0.5):
            # Whom the server has sent away comes again.
            drippers.grow(slow)
            drippers.turn()
            others.turn()
            sizes[:] = [drippers.size, others.size, drippers.came - drippers.size + deaf - others.size]


PROMISE = Promise("slow", "slow peers do not slow the others down", "slow peers", 25, 1_000, run)
