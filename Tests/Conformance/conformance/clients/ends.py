"""How connections end: GOAWAY, closing, silence."""

from __future__ import annotations

import time

from wiredesk import frames as wire

from ..case import Cases, check, equal
from ..client import LIMIT, Client
from ..link import PREFACE
from ..peer import Peer

cases = Cases()


def answer(peer: Peer) -> None:
    peer.greet()
    peer.result(peer.request())
    peer.until_closed()


@cases.rules("GOAWAY", [("the request up to the last id is still waited for", 0), ("a reason that is unknown is ignored", 77)])
def _(client: Client, reason: int) -> None:
    def script(peer: Peer) -> None:
        peer.greet()
        request = peer.request()
        peer.goaway(request.id, reason=reason)
        time.sleep(0.2)
        peer.result(request)
        requests = [found for found in peer.until_closed() if found.type == wire.REQUEST]
        equal(requests, [], "requests behind GOAWAY")

    run = client.run(script)
    run.succeeded()
    equal(run.requests, 1, "requests")


@cases.rule("GOAWAY", "a request behind the last id goes elsewhere, on a new connection, or fails")
def _(client: Client) -> None:
    def leaving(peer: Peer) -> None:
        peer.greet()
        request = peer.request()
        peer.goaway(0)
        peer.error(request.id, 67, "going_away", True)
        requests = [found for found in peer.until_closed() if found.type == wire.REQUEST]
        equal(requests, [], "requests behind GOAWAY on the same connection")

    run = client.run(leaving, answer)
    if len(run.peers) > 1:
        run.succeeded()
    else:
        run.failed()


@cases.rule("GOAWAY", "one right behind HELLO")
def _(client: Client) -> None:
    def leaving(peer: Peer) -> None:
        peer.greet()
        peer.goaway(0)
        # A REQUEST may have crossed it.
        for found in peer.until_closed():
            if found.type == wire.REQUEST:
                peer.error(found.id, 67, "going_away", True)

    run = client.run(leaving, answer)
    if len(run.peers) > 1:
        run.succeeded()
    else:
        run.failed()


CLOSINGS = [("before the preface", 0), ("behind the preface", 1), ("behind HELLO", 2), ("instead of a reply", 3),
            ("in the middle of a RESULT", 4)]  # fmt: skip


@cases.rules("Errors", [(f"a connection lost {title} is an error, or the request is sent again", stage) for title, stage in CLOSINGS])
def _(client: Client, stage: int) -> None:
    def script(peer: Peer) -> None:
        peer.expect_hello()
        if stage == 1:
            peer.raw(PREFACE)
        if stage >= 2:
            peer.answer_hello()
        if stage >= 3:
            request = peer.request()
        if stage >= 4:
            peer.raw(peer.body_frame("RESULT", {"engine": {}}, is_json=request.is_json, id=request.id)[:-1])

    run = client.run(script)
    run.failed()
    check(len(run.peers) <= 20, f"{len(run.peers)} connections")


@cases.rule("Errors", "a request that was lost once may be sent again")
def _(client: Client) -> None:
    def lost(peer: Peer) -> None:
        peer.greet()
        peer.request()

    run = client.run(lost, answer)
    if len(run.peers) > 1:
        run.succeeded()
    else:
        run.failed()


@cases.rule("Timeouts", "a server without a word is given up (SHOULD)", lasts=2)
def _(client: Client) -> None:
    def script(peer: Peer) -> None:
        peer.expect_hello()
        peer.until_closed()

    run = client.run(script)
    run.failed()
    check(run.seconds < LIMIT, f"it took {run.seconds:.0f} s")
