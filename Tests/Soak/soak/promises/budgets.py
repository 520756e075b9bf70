"""Bombs, and the largest frames on a thousand connections at once: memory stays in its budget, others are served."""

from __future__ import annotations

import struct
import time
from collections.abc import Callable

from wiredesk import Client, WiredeskError
from wiredesk import frames as wire

from ..articles import Article, known, text
from ..crowd import Crowd
from ..outcome import Extent, Outcome, Promise
from ..peer import bomb, request
from ..server import Server

MIB = 1 << 20
BUDGET = 256 * MIB
# What the process may take beside the budget: what it needs anyway, buffers of each connection, and what the workers
# make of the articles that they have in hand.
BESIDE, BESIDE_EACH = 96 * MIB, 96 << 10
FRAME = 4 * MIB
# Of an attack, and the least times that everybody has his turn.
SECONDS, LEAST = 60, 20


def run(extent: Extent) -> Outcome:
    outcome = Outcome()
    article = known([text(3)])[0]
    large = request(1, (text(5, 20).encode() * 4000)[: FRAME - 64])
    announced = struct.pack("<IBBHQ", FRAME, wire.REQUEST, 0, 1, 1) + bytes(40)
    bombs = b"".join(bomb(id, 8 * MIB) for id in range(1, 33))
    liars = b"".join(bomb(id, 8 * MIB, announced=5000) for id in range(1, 33))
    unread = b"".join(request(id, text(2, 600).encode(), stages=["reading"]) for id in range(1, 65))
    attacks: dict[str, Callable[[int], bytes]] = {
        "announced": lambda _: announced,
        "largest": lambda _: large,
        "unfinished": lambda _: large[:-1],
        "bombs": lambda _: bombs,
        "liars": lambda _: liars,
    }
    outcome.figures["connections"] = extent.count
    for name, send in attacks.items():
        extent.note(name)
        with Server("--memory", f"{BUDGET}") as server:
            crowd = Crowd(server.address, send, reads=True)
            attack(name, server, crowd, article, extent.count, outcome)
    with Server("--memory", f"{BUDGET}") as server:
        # A twentieth: here it is work that the server is asked for.
        crowd = Crowd(server.address, lambda _: unread, reads=False)
        attack("unread", server, crowd, article, extent.count // 20, outcome)
    return outcome


def attack(name: str, server: Server, crowd: Crowd, article: Article, connections: int, outcome: Outcome) -> None:
    until = time.monotonic() + SECONDS
    with crowd, Client(server.uri, retries=50) as client:
        crowd.grow(connections)
        turns = 0
        while (crowd.is_sending or server.in_flight or turns < LEAST) and time.monotonic() < until:
            crowd.turn()
            turns += 1
            try:
                right = client.analyze(article.text, timings=False) == article.result
                outcome.expect(right, f"{name}: a wrong answer")
            except WiredeskError as error:
                outcome.expect(False, f"{name}: another client is not served: {error}")
    peak, most = server.peak_memory(), BUDGET + BESIDE + connections * BESIDE_EACH
    outcome.figures[f"{name}: MiB in"] = int(server.statistics()["bytes_in"]) // MIB
    outcome.figures["peak of RSS " + name] = peak // MIB
    outcome.expect(server.is_running, f"{name}: the server has ended")
    outcome.expect(peak <= most, f"{name}: {peak // MIB} MiB, at most {most // MIB} allowed")


PROMISE = Promise(
    "budgets", "bombs and the largest frames stay within the memory budget", "connections", 40, 1_000, run
)
