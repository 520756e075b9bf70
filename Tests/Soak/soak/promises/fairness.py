"""One article does not wait for a batch's hundreds, and an urgent one passes all that wait."""

from __future__ import annotations

from ..articles import known, text
from ..batch import Batch
from ..honest import Honest
from ..outcome import Extent, Outcome, Promise
from ..server import Server, until

# Times by which an article's median may grow: it waits for what the workers have in hand and, at most, one more for
# each of the two connections of the others. In line behind their hundreds it would be fifty times and more.
MOST = 6.0


def run(extent: Extent) -> Outcome:
    outcome = Outcome()
    articles = known([text(number) for number in range(20)])
    with Server() as server, Honest(server.uri, articles) as honest:
        honest.during("alone", extent.count)
        batches = [Batch(articles, [server.uri], "--jobs", "64") for _ in range(2)]
        until(lambda: int(server.statistics()["queued"]) > 50, "the batches do not fill the queue")
        honest.during("among batches", extent.count)
        with Honest(server.uri, articles, priority=2) as urgent:
            urgent.during("urgent", extent.count)
        for batch in batches:
            outcome.expect(batch.end() == 0 and batch.right == batch.sent, "a batch went wrong")
    outcome.broken += honest.broken + urgent.broken
    alone = honest.percentile("alone", 50)
    outcome.figures["alone: median ms"] = alone
    for client, phase in ((honest, "among batches"), (urgent, "urgent")):
        median = client.percentile(phase, 50)
        outcome.figures[f"{phase}: median ms"] = median
        if extent.is_long:
            outcome.expect(median <= MOST * alone, f"{phase}: {median / alone:.1f} times as long")
    return outcome


PROMISE = Promise("fairness", "a greedy client does not keep the others waiting", "seconds each", 1, 15, run)
