"""REQUEST and credits, as a client keeps them. Their form is checked with every case."""

from __future__ import annotations

import random
import time

from wiredesk import frames as wire

from ..case import Cases, check, equal
from ..client import ARTICLE, Client
from ..peer import Peer

cases = Cases()


def arrives_whole(client: Client, article: bytes) -> None:
    """Sees that the client sends the article's bytes as they are."""

    def script(peer: Peer) -> None:
        peer.greet()
        request = peer.request()
        equal(request.article, article, "the article")
        peer.result(request)
        peer.until_closed()

    client.run(script, article=article).succeeded()


@cases.rule("REQUEST", "a long article comes whole, compressed or not")
def _(client: Client) -> None:
    arrives_whole(client, ARTICLE * 2000)


@cases.rule("REQUEST", "bytes come as they are, whatever they are")
def _(client: Client) -> None:
    arrives_whole(client, "Złota Brama".encode("utf-16") + bytes(range(256)) * 3)


@cases.rule("Deadlines and priorities", "the client's timeout goes along as DEADLINE (SHOULD)")
def _(client: Client) -> None:
    def script(peer: Peer) -> None:
        peer.greet()
        request = peer.request()
        check(wire.DEADLINE in request.frame.extensions, "no DEADLINE")
        peer.result(request)
        peer.until_closed()

    client.run(script).succeeded()


@cases.rule("Credits", "without credit for requests the client waits for some")
def _(client: Client) -> None:
    granted: list[float] = []

    def script(peer: Peer) -> None:
        peer.greet(requests=0)
        time.sleep(0.3)
        granted.append(time.monotonic())
        peer.credit(1, 0)
        request = peer.request()
        check(peer.times[0] >= granted[0], "the REQUEST came before its credit")
        peer.result(request)
        peer.until_closed()

    client.run(script).succeeded()


@cases.rule("Credits", "without credit for its bytes a REQUEST waits, or is not sent at all")
def _(client: Client) -> None:
    article = random.Random(1).randbytes(40_000)

    def script(peer: Peer) -> None:
        peer.greet(bytes=30_000)
        time.sleep(0.3)
        peer.credit(0, 70_000)
        request = peer.request()
        peer.result(request)
        peer.until_closed()

    run = client.run(script, article=article)
    check(run.requests == 1 or run.exit_code > 0, "no request, and no error either")


@cases.rule("Limits", "an article that does not fit the server's maxFrame is not sent")
def _(client: Client) -> None:
    def script(peer: Peer) -> None:
        peer.greet(maxFrame=16_384)
        peer.until_closed()

    run = client.run(script, article=random.Random(2).randbytes(60_000))
    run.failed()
    equal(run.requests, 0, "requests")


@cases.rule("Limits", "an article that does not fit the server's maxRaw is not sent")
def _(client: Client) -> None:
    def script(peer: Peer) -> None:
        peer.greet(maxRaw=20_000)
        try:
            peer.error(peer.request().id, 39, "article_too_large", False)
        finally:
            peer.until_closed()

    client.run(script, article=ARTICLE * 1000).failed()
