"""Connections come and are dropped in every state: nothing crashes, and nothing of them is left."""

from __future__ import annotations

import random
import socket

from wiredesk import Client
from wiredesk import frames as wire
from wiredesk.connection import PREFACE

from ..articles import known, text
from ..outcome import Extent, Outcome, Promise
from ..peer import GREETING, HELLO, connect, request, reset
from ..server import Server, Usage, comes

ARTICLE = text(1).encode()
REQUEST = request(1, ARTICLE, stages=["reading"])
# What a peer has sent when it goes.
BEGINNINGS = [
    b"",
    PREFACE[:3],
    PREFACE,
    PREFACE + HELLO[:9],
    PREFACE + HELLO[:-1],
    GREETING,
    GREETING + REQUEST[:7],
    GREETING + REQUEST[:-1],
    GREETING + REQUEST,
    GREETING + REQUEST + request(2, ARTICLE) + request(3, ARTICLE)[:40],
    GREETING + REQUEST + wire.encode_frame(wire.CANCEL, id=1),
    GREETING + wire.encode_frame(wire.PING, b"ping", id=9),
    GREETING + b"\xff" * 64,
    b"\x89XYZ",
    b"\x16\x03\x01\x02\x00\x01\x00",
    b"GET / HTTP/1.1\r\n\r\n",
    b"PING\nSTATS\n",
    b"PIN",
]
# Connections held open meanwhile.
HELD = 200
# Two of these, and the reaper has taken whoever is stuck.
IDLE_SECONDS = 5
# What a process may keep beyond what it held after its first connections: pools that have grown, and threads that
# Dispatch has not let go yet. A leak of 32 bytes a connection is past it in a million.
KEPT_BYTES, KEPT_THREADS = 32 << 20, 4


def run(extent: Extent) -> Outcome:
    chance = random.Random(3)
    article = known([text(7)])[0]
    limits = ["--handshake-timeout", "2s", "--frame-timeout", "2s", "--idle-timeout", f"{IDLE_SECONDS}s"]
    outcome = Outcome()
    with Server(*limits) as server:
        held: list[socket.socket] = []
        warm: Usage | None = None
        threads = 0
        for number in range(extent.count):
            held.append(begin(server, number, chance))
            if len(held) > HELD:
                place = chance.randrange(HELD)
                held[place], held[-1] = held[-1], held[place]
                end(held.pop(), chance)
            if number % (extent.count // 20) == 0:
                outcome.expect(server.is_running, f"the server has ended: {server.log()[-500:]}")
                with Client(server.uri) as client:
                    right = client.analyze(article.text, timings=False) == article.result
                outcome.expect(right, f"a wrong answer after {number} connections")
                usage = server.usage()
                threads = max(threads, usage.threads)
                extent.note(f"{number:,} connections, {usage.memory >> 20} MiB, {usage.threads} threads")
                if number >= extent.count // 10 and not warm:
                    warm = settled(server, held, outcome)
        last = settled(server, held, outcome)
        assert warm
        outcome.figures = {
            "connections": extent.count,
            "RSS after a tenth, MiB": warm.memory / (1 << 20),
            "at the end": last.memory / (1 << 20),
            "fds": f"{warm.descriptors} then {last.descriptors}",
            "threads": f"{warm.threads} then {last.threads}, at most {threads}",
        }
        outcome.expect(last.memory - warm.memory <= KEPT_BYTES, "memory has grown")
        outcome.expect(last.descriptors == warm.descriptors, "descriptors have leaked")
        outcome.expect(last.threads <= warm.threads + KEPT_THREADS, "threads have leaked")
        outcome.expect(server.stop() == 0, "the server did not stop well")
    return outcome


def begin(server: Server, number: int, chance: random.Random) -> socket.socket:
    peer = connect(server.address, number)
    if beginning := chance.choice(BEGINNINGS):
        peer.send(beginning)
    if chance.random() < 0.1:
        peer.shutdown(socket.SHUT_WR)
    return peer


def end(peer: socket.socket, chance: random.Random) -> None:
    if chance.random() < 0.5:
        reset(peer)
    else:
        peer.close()


def settled(server: Server, held: list[socket.socket], outcome: Outcome) -> Usage:
    """What the server holds when everybody has gone; who is stuck past the idle time is a broken promise."""
    while held:
        reset(held.pop())
    everybody_went = comes(lambda: server.statistics()["connections"] == "1", 3 * IDLE_SECONDS)
    outcome.expect(everybody_went, f"stuck: {server.statistics()['connections']} connections")
    comes(lambda: server.usage().threads <= 8, 2 * IDLE_SECONDS)
    return server.usage()


PROMISE = Promise(
    "churn", "connections dropped in any state leave nothing behind", "connections", 2_000, 1_000_000, run
)
