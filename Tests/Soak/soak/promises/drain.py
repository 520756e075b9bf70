"""SIGTERM under load: every request that the server has accepted gets its right answer."""

from __future__ import annotations

import json
import random
import signal
import struct
import threading
import time
from functools import partial

from wiredesk import WiredeskError
from wiredesk import frames as wire
from wiredesk.connection import Connection, Greeting, Reply, outcome

from ..articles import Article, known, text
from ..outcome import Extent, Outcome, Promise
from ..server import PATIENCE, Server

CONNECTIONS = 4
OPTIONS = json.dumps({"timings": False}).encode()


class Load:
    """As many requests on one connection as its credit allows, none of them sent twice."""

    def __init__(self, server: Server, articles: list[Article]) -> None:
        self.replies: list[tuple[Article, Reply]] = []
        self.sent = 0
        self._articles = articles
        self._connection = Connection(Greeting(server.uri, PATIENCE))
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        while True:
            article = self._articles[self.sent % len(self._articles)]
            payload = struct.pack("<I", len(OPTIONS)) + OPTIONS + article.text.encode()
            try:
                self._connection.send_request(
                    payload, wire.JSON, {}, partial(self._note, article), time.monotonic() + PATIENCE
                )
            except WiredeskError:
                return  # It goes away, or has gone.
            self.sent += 1

    def _note(self, article: Article, reply: Reply) -> None:
        self.replies.append((article, reply))

    def end(self) -> None:
        self._thread.join(PATIENCE)
        self._connection.close()


def run(extent: Extent) -> Outcome:
    chance = random.Random(2)
    articles = known([text(number) for number in range(40)])
    found = Outcome(
        {"drains": extent.count, "under load": 0, "accepted": 0, "right": 0, "sent elsewhere": 0, "lost": 0}
    )
    figures: dict[str, int] = found.figures  # type: ignore[assignment]
    for _ in range(extent.count):
        with Server() as server:
            loads = [Load(server, articles) for _ in range(CONNECTIONS)]
            time.sleep(chance.uniform(0.05, 0.5))
            figures["under load"] += server.in_flight > 0
            server.process.send_signal(signal.SIGTERM)
            status = server.process.wait(PATIENCE)
            found.expect(status == 0, f"the server ended with {status}")
            for load in loads:
                load.end()
                judge(load, found)
    found.expect(figures["under load"] >= 0.8 * extent.count, "the server had too little to do")
    return found


def judge(load: Load, found: Outcome) -> None:
    figures: dict[str, int] = found.figures  # type: ignore[assignment]
    found.expect(len(load.replies) == load.sent, f"{load.sent} requests, {len(load.replies)} replies")
    for article, reply in load.replies:
        if isinstance(reply, WiredeskError) and reply.code == "going_away":
            # The client's own word: its id is above the one that GOAWAY named, so it never was accepted.
            figures["sent elsewhere"] += 1
            continue
        figures["accepted"] += 1
        answer = outcome(reply, None)
        if answer == article.result:
            figures["right"] += 1
        else:
            figures["lost"] += 1
            found.expect(False, f"instead of the result: {str(answer)[:200]}")


PROMISE = Promise("drain", "SIGTERM loses no request that was accepted", "SIGTERMs", 2, 50, run)
