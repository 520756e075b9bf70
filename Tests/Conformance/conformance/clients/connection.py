"""Preface, HELLO and what a server may send between frames."""

from __future__ import annotations

import struct
from typing import Any

from generator.wire import cbor
from wiredesk import frames as wire

from ..case import Cases, Skip, check, equal
from ..client import ARTICLE, Client
from ..link import PREFACE
from ..peer import HELLO, Peer

cases = Cases()


def answer(peer: Peer) -> None:
    """What a server does that has nothing to hide."""
    peer.greet()
    request = peer.request()
    equal(request.article, ARTICLE, "the article")
    peer.result(request)
    peer.credit(1, request.size)
    peer.until_closed()


@cases.rule("HELLO", "preface, HELLO, one REQUEST, and the result is taken")
def _(client: Client) -> None:
    run = client.run(answer)
    run.succeeded()
    equal(run.requests, 1, "requests")


@cases.rule("HELLO", "the server's bytes may come one by one")
def _(client: Client) -> None:
    def script(peer: Peer) -> None:
        peer.greet(drip=True)
        peer.result(peer.request(), drip=True)
        peer.until_closed()

    client.run(script).succeeded()


OTHERS = [("a mail server", b"220 mail.example ESMTP ready\r\n"), ("a web server", b"HTTP/1.1 400 Bad Request\r\n\r\n"),
          ("one wrong byte", PREFACE[:-1] + b"\x0b" + bytes(64)), ("line ends rewritten", PREFACE.replace(b"\r\n", b"\n") + bytes(64))]  # fmt: skip


@cases.rules("Preface", [(f"{title} is no Wiredesk server: the client closes", data) for title, data in OTHERS])
def _(client: Client, data: bytes) -> None:
    def script(peer: Peer) -> None:
        peer.expect_hello()
        peer.raw(data)
        peer.until_closed()

    run = client.run(script)
    run.failed()
    equal(run.requests, 0, "requests")


WRONG_HELLOS: list[tuple[str, dict[str, Any]]] = [
    ("a version that nobody offered", {"version": 2}),
    ("no version", {"version": None}),
    ("no credit field", {"requests": None}),
    ("a text for a number", {"maxFrame": "4194304"}),
]


@cases.rules("HELLO", [(f"{title} in the server's: the client closes", changes) for title, changes in WRONG_HELLOS])
def _(client: Client, changes: dict[str, Any]) -> None:
    def script(peer: Peer) -> None:
        peer.expect_hello()
        value = {key: item for key, item in {**HELLO, **changes}.items() if item is not None}
        peer.raw(PREFACE + peer.body_frame("HELLO", value, is_json=peer.is_json))
        peer.until_closed()

    client.run(script).failed()


@cases.rule("Versions", "unknown fields, codecs and encodings in the server's HELLO are skipped")
def _(client: Client) -> None:
    def script(peer: Peer) -> None:
        peer.greet(later={"deep": [1, {"x": "y"}]}, codecs=["brotli", "zlib"], encodings=["xml", "cbor", "json"])
        peer.result(peer.request())
        peer.until_closed()

    client.run(script).succeeded()


@cases.rule("HELLO", "a server without optional fields is served as well, without compression")
def _(client: Client) -> None:
    def script(peer: Peer) -> None:
        peer.greet(agent=None, codecs=None, encodings=None)
        peer.result(peer.request())
        peer.until_closed()

    client.run(script, article=ARTICLE * 100).succeeded()


@cases.rules("Errors", [(f"{name} instead of a HELLO, in CBOR", (number, name, retryable)) for number, name, retryable in
             ((2, "unsupported_version", False), (9, "too_many_connections", True), (30, "something_later", False))])  # fmt: skip
def _(client: Client, what: tuple[int, str, bool]) -> None:
    number, name, retryable = what

    def script(peer: Peer) -> None:
        peer.expect_hello()
        peer.raw(PREFACE)
        peer.send("ERROR", cbor({"code": name, "message": "because", "retryable": retryable}), code=number)

    run = client.run(script)
    run.failed()
    equal(run.requests, 0, "requests")
    if not retryable:
        equal(len(run.peers), 1, "connections after a refusal that is not retryable")


@cases.rule("Frame types", "frames of unknown types are passed over without an answer")
def _(client: Client) -> None:
    def script(peer: Peer) -> None:
        peer.greet()
        peer.send(77, b"later", flags=0xF0, id=1)
        request = peer.request()
        peer.send(255, b"\xff" * 1000, flags=0xFF, id=request.id)
        peer.send(11, b"", id=0)
        peer.result(request)
        answers = [found for found in peer.until_closed() if found.type not in (wire.PING, wire.GOAWAY, wire.CANCEL)]
        equal(answers, [], "answers")

    client.run(script).succeeded()


@cases.rules("PING", [(f"a PING of {size} bytes is answered", size) for size in (0, 8, 64)])
def _(client: Client, size: int) -> None:
    def script(peer: Peer) -> None:
        peer.greet()
        request = peer.request()
        payload = bytes(range(size))
        peer.send("PING", payload, id=2**63 + 5)
        while (found := peer.next()).type != wire.PONG:
            check(found.type in (wire.PING, wire.REQUEST), f"type {found.type} instead of PONG")
        equal((found.id, found.payload), (2**63 + 5, payload), "PONG")
        peer.result(request)
        peer.until_closed()

    client.run(script).succeeded()


@cases.rule("PING", "a PONG that was not asked for is ignored")
def _(client: Client) -> None:
    def script(peer: Peer) -> None:
        peer.greet()
        request = peer.request()
        peer.send("PONG", b"why", id=99)
        peer.result(request)
        peer.until_closed()

    client.run(script).succeeded()


@cases.rule("CRC-32", "right ones are taken without agreement, and an agreed one is kept by the client")
def _(client: Client) -> None:
    def script(peer: Peer) -> None:
        peer.expect_hello()
        peer.answer_hello(crc32=peer.hello.get("crc32") or None)
        request = peer.request()
        peer.send("PONG", b"x", id=1, crc=0)
        peer.checksums = True
        peer.result(request)
        peer.checksums = bool(peer.hello.get("crc32"))
        peer.until_closed()

    client.run(script).succeeded()


@cases.rule("CRC-32", "a wrong one ends the connection")
def _(client: Client) -> None:
    def script(peer: Peer) -> None:
        peer.greet()
        request = peer.request()
        peer.send("PONG", b"x", id=1, crc=1)
        try:
            peer.result(request)
        except ConnectionError:
            pass
        peer.until_closed()

    client.run(script).failed()


@cases.rules("Flags", [(f"{flags:#04x} on a RESULT ends the connection", flags) for flags in (0x08, 0x10, 0x80)])
def _(client: Client, flags: int) -> None:
    def script(peer: Peer) -> None:
        peer.greet()
        request = peer.request()
        peer.send("RESULT", b"{}", id=request.id, flags=flags | wire.JSON)
        peer.until_closed()

    client.run(script).failed()


@cases.rule("Extensions", "unknown ones on a RESULT are skipped")
def _(client: Client) -> None:
    def script(peer: Peer) -> None:
        peer.greet()
        request = peer.request()
        data = peer.body_frame("RESULT", {"engine": {"version": "0", "model": "0"}, "stages": []},
                               is_json=request.is_json, id=request.id,
                               extensions=[(b"\x63\x03abc", "unknown"), (b"\x63\x00", "unknown")])  # fmt: skip
        peer.raw(data)
        peer.until_closed()

    client.run(script).succeeded()


@cases.rule("Frames that are too large", "one over the client's maxFrame ends the connection before its bytes come")
def _(client: Client) -> None:
    def script(peer: Peer) -> None:
        peer.greet()
        request = peer.request()
        size = peer.hello.get("maxFrame", 4_194_304) + 1
        if size >= 2**32:
            raise Skip("the client takes any frame")
        peer.raw(struct.pack("<IBBHQ", size, wire.RESULT, wire.JSON, 0, request.id))
        peer.until_closed()

    client.run(script).failed()
