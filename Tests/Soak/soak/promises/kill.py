"""Servers are killed under load behind a client with retries: every article gets its one right answer."""

from __future__ import annotations

import random
import time
from functools import partial

from ..articles import known, text
from ..batch import Batch
from ..outcome import Extent, Outcome, Promise
from ..server import Server, comes, until


def run(extent: Extent) -> Outcome:
    chance = random.Random(1)
    articles = known([text(number) for number in range(40)])
    under_load = 0
    with Server() as first, Server() as second:
        batch = Batch(articles, [first.uri, second.uri])
        until(lambda: batch.right > 0, "no answer")
        for kill in range(extent.count):
            time.sleep(chance.uniform(0.05, 0.4))
            # Every tenth time nobody is left.
            victims = [first, second] if kill % 10 == 9 else [(first, second)[kill % 2]]
            under_load += comes(partial(has_work, victims), 10)
            for victim in victims:
                victim.kill()
            time.sleep(chance.uniform(0, 0.2))
            for victim in victims:
                victim.restart()
            if kill % 10 == 9:
                extent.note(f"{kill + 1} kills, {batch.right:,} right")
        status = batch.end()
    outcome = Outcome(
        {
            "kills": extent.count,
            "under load": under_load,
            "articles": batch.sent,
            "right": batch.right,
            "wrong": len(batch.wrong),
            "errors": len(batch.errors),
            "lost": batch.lost,
        }
    )
    outcome.expect(status == 0, f"batch ended with {status}")
    outcome.expect(not batch.wrong, f"wrong: {batch.wrong[:3]}")
    outcome.expect(not batch.errors, f"errors: {batch.errors[:3]}")
    outcome.expect(batch.lost == 0, f"{batch.lost} articles without an answer")
    outcome.expect(
        under_load >= 0.8 * extent.count, f"only {under_load} of {extent.count} kills met requests in flight"
    )
    return outcome


def has_work(servers: list[Server]) -> bool:
    return any(server.in_flight for server in servers)


PROMISE = Promise("kill", "a crash of the server loses nothing behind a client with retries", "kills", 4, 100, run)
