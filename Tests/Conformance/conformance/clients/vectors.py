"""Every golden vector that says something about a client, as a case of its section."""

from __future__ import annotations

from collections.abc import Iterator

from generator.wire import frame, joined
from vectors import Vector, all_vectors
from wiredesk import frames as wire

from ..case import Cases, Skip
from ..client import TOKEN_NAME, TOKEN_SECRET, Client
from ..link import NAMES, PREFACE
from ..peer import Peer

cases = Cases()
SERVERS_SEND = ("HELLO", "PART", "RESULT", "ERROR", "CREDIT", "PING", "PONG", "GOAWAY")


def of_analysis() -> Iterator[tuple[str, str, Vector]]:
    for vector in all_vectors("analysis"):
        outcome = "refused" if "error" in vector.expect else "read"
        yield vector.header["section"], f"vector {vector.path.removesuffix('.hex')} in a RESULT is {outcome}", vector


def of_frames() -> Iterator[tuple[str, str, Vector]]:
    """Those whose wrong frame is of a type that servers send."""
    for vector in all_vectors("frames"):
        if "error" not in vector.expect or any(one["type"] == "RESULT" for one in vector.expect["frames"]):
            continue
        at = 0
        for _ in vector.expect["frames"]:
            at += 16 + int.from_bytes(vector.data[at : at + 4], "little")
        if NAMES[vector.data[at + 4] - 1] in SERVERS_SEND:
            yield vector.header["section"], f"vector {vector.path.removesuffix('.hex')} ends the connection", vector


def of_hellos() -> Iterator[tuple[str, str, Vector]]:
    for vector in all_vectors("hello"):
        if vector.header["from"] == "server":
            yield vector.header["section"], f"vector {vector.path.removesuffix('.hex')} is read, and its challenge answered", vector


for section, title, vector in of_analysis():

    @cases.rules(section, [(title, vector)])
    def _(client: Client, vector: Vector) -> None:
        def script(peer: Peer) -> None:
            peer.greet()
            request = peer.request()
            if request.is_json != (vector.header["encoding"] == "json"):
                raise Skip(f"the client asks for another encoding than {vector.header['encoding']}")
            peer.result(request, vector.data)
            peer.until_closed()

        run = client.run(script)
        if "error" in vector.expect:
            run.failed()
        else:
            run.succeeded()


for section, title, vector in of_frames():

    @cases.rules(section, [(title, vector)])
    def _(client: Client, vector: Vector) -> None:
        def script(peer: Peer) -> None:
            peer.greet()
            request = peer.request()
            try:
                peer.raw(vector.data)
                peer.result(request)
            except ConnectionError:
                pass
            peer.until_closed()

        client.run(script).failed()


for section, title, vector in of_hellos():

    @cases.rules(section, [(title, vector)])
    def _(client: Client, vector: Vector) -> None:
        def script(peer: Peer) -> None:
            peer.expect_hello()
            if peer.is_json != (vector.header["encoding"] == "json"):
                raise Skip(f"the client says HELLO in another encoding than {vector.header['encoding']}")
            peer.raw(PREFACE + joined(frame("HELLO", vector.data, flags=wire.JSON if peer.is_json else 0)))
            peer.announce(vector.expect["json"])
            if peer.checksums and not peer.hello.get("crc32"):
                peer.checksums = False  # The vector agrees to what this client did not ask for.
            peer.proven(TOKEN_SECRET, TOKEN_NAME)
            peer.credit(4, 1_000_000)
            peer.result(peer.request())
            peer.until_closed()

        client.run(script, token=True).succeeded()
