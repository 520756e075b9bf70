"""Full load for long: memory, descriptors and threads stay where they were."""

from __future__ import annotations

import time

from .. import ROOT
from ..articles import known, text
from ..batch import Batch
from ..outcome import Extent, Outcome, Promise
from ..server import Server, Usage

# What memory may grow by in half an hour at the pace of the whole run, in bytes: an article keeps no byte.
MOST = 16 << 20
HALF_HOUR = 1800


def run(extent: Extent) -> Outcome:
    examples = [(ROOT / "Examples" / name).read_text() for name in ("ferry.html", "dam.txt", "opinion.txt")]
    articles = known(examples + [text(number, number) for number in range(30)])
    samples: list[tuple[float, Usage]] = []
    with Server() as server:
        batches = [Batch(articles, [server.uri]) for _ in range(2)]
        start = time.monotonic()
        while (now := time.monotonic() - start) < extent.count and server.is_running:
            samples.append((now, server.usage()))
            if len(samples) % 60 == 0:
                extent.note(f"{now:.0f} s, {samples[-1][1].memory >> 20} MiB")
            time.sleep(min(1.0, extent.count / 20))
        statuses = [batch.end() for batch in batches]
        outcome = Outcome()
        outcome.expect(server.is_running, "the server has ended")
    # In the first quarter pools and caches grow.
    rest = [(when, usage) for when, usage in samples if when > extent.count / 4]
    slope = least_squares([(when, usage.memory) for when, usage in rest])
    descriptors = {usage.descriptors for _, usage in rest}
    threads = [usage.threads for _, usage in rest]
    outcome.figures = {
        "seconds": extent.count,
        "articles": sum(batch.right for batch in batches),
        "RSS MiB": rest[-1][1].memory / (1 << 20),
        "slope KiB/min": slope * 60 / 1024,
        "fds": " ".join(map(str, sorted(descriptors))),
        "threads": f"{min(threads)} to {max(threads)}",
    }
    for batch, status in zip(batches, statuses, strict=True):
        outcome.expect(status == 0 and batch.right == batch.sent, f"wrong: {batch.wrong[:3]} {batch.errors[:3]}")
    outcome.expect(len(descriptors) == 1, f"descriptors are not constant: {descriptors}")
    outcome.expect(max(threads) - min(threads) <= 4, "threads are not constant")
    if extent.is_long:
        outcome.expect(
            slope * HALF_HOUR <= MOST, f"memory grows by {slope * HALF_HOUR / (1 << 20):.1f} MiB in half an hour"
        )
    return outcome


def least_squares(points: list[tuple[float, float]]) -> float:
    """The slope of the line through the points."""
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / sum((x - mean_x) ** 2 for x, _ in points)


PROMISE = Promise("steady", "at full load memory, descriptors and threads stay the same", "seconds", 3, HALF_HOUR, run)
