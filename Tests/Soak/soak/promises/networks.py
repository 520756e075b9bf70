"""Real clients reach a real server over a network that misbehaves: no answer is wrong, and none stays out."""

from __future__ import annotations

import time

from ..articles import known, text
from ..batch import Batch
from ..outcome import Extent, Outcome, Promise
from ..proxy import FaultyNetwork
from ..server import Server

WAYS = 8
# Articles under way: few enough that most get through between two faults.
JOBS = 4 * WAYS
# Seconds within which an article has to have its answer, further tries included, and in which nothing at all may come.
TIMEOUT, SILENCE = 60, 90


def run(extent: Extent) -> Outcome:
    articles = known([text(number, paragraphs=1 + number % 30) for number in range(60)])
    with Server("--frame-timeout", "2s") as server, FaultyNetwork(server.address, WAYS, seed=4) as network:
        batch = Batch(articles, network.uris, "--checksums", "--timeout", f"{TIMEOUT}s", "--jobs", f"{JOBS}")
        start, noted = time.monotonic(), 0
        while network.faults.total() < extent.count and batch.is_running and time.monotonic() - start < 3600:
            time.sleep(1 if extent.is_long else 0.05)
            if network.faults.total() // 200 > noted:
                noted = network.faults.total() // 200
                extent.note(f"{network.faults.total():,} faults, {batch.right:,} right")
        status = batch.end(SILENCE)
        is_well = server.is_running
    faults = ", ".join(f"{count} {fault}" for fault, count in sorted(network.faults.items()))
    outcome = Outcome(
        {
            "faults": f"{network.faults.total()} ({faults})",
            "articles": batch.sent,
            "right": batch.right,
            "wrong": len(batch.wrong),
            "errors": len(batch.errors),
            "lost": batch.lost,
            "longest wait s": batch.longest_silence,
        }
    )
    outcome.expect(is_well, "the server has ended")
    outcome.expect(status == 0, f"batch ended with {status}")
    outcome.expect(network.faults.total() >= extent.count, "too few faults")
    outcome.expect(not batch.wrong, f"wrong: {batch.wrong[:3]}")
    outcome.expect(not batch.errors, f"errors: {batch.errors[:3]}")
    outcome.expect(batch.lost == 0, f"{batch.lost} articles without an answer")
    outcome.expect(batch.longest_silence <= SILENCE, "nothing came for too long")
    return outcome


PROMISE = Promise("networks", "a bad network makes no answer wrong and keeps none back", "faults", 30, 2_000, run)
