"""Replies: compression, errors and what is against protocol.md."""

from __future__ import annotations

import struct
import zlib
from typing import Any

from generator.wire import body, frame, joined
from wiredesk import frames as wire

from ..case import Cases, Skip, check, equal
from ..client import Client
from ..link import raw_length
from ..peer import RESULT, Peer, Received

cases = Cases()


@cases.rules("Result", [("a compressed one is inflated", {"padding": "x" * 10_000}), ("a large one is read", {"padding": "x" * 3_000_000})])
def _(client: Client, more: dict[str, Any]) -> None:
    def script(peer: Peer) -> None:
        peer.greet()
        can_inflate = "zlib" in peer.hello.get("codecs", [])
        peer.result(peer.request(), compress=can_inflate, **more)
        peer.until_closed()

    client.run(script).succeeded()


def result_of(request: Received, padding: int = 5000) -> bytes:
    return body({**RESULT, "padding": "x" * padding}, "json" if request.is_json else "cbor")


def _short(raw: bytes) -> tuple[int | None, bytes]:
    return len(raw), zlib.compress(raw)[:-5]


STREAMS: list[tuple[str, Any]] = [
    ("no RAW_LENGTH", lambda raw: (None, zlib.compress(raw))),
    ("a RAW_LENGTH that is too small", lambda raw: (len(raw) - 1, zlib.compress(raw))),
    ("a RAW_LENGTH that is too large", lambda raw: (len(raw) + 1, zlib.compress(raw))),
    ("a stream cut short", _short),
    ("a byte behind the stream", lambda raw: (len(raw), zlib.compress(raw) + b"x")),
    ("no stream", lambda raw: (len(raw), raw)),
    ("a bomb", lambda raw: (len(raw), zlib.compress(bytes(32 << 20)))),
    ("a RAW_LENGTH over maxRaw", lambda raw: (2**32 - 1, zlib.compress(raw))),
]


@cases.rules("Compression", [(f"{title} in a RESULT is refused", spoil) for title, spoil in STREAMS])
def _(client: Client, spoil: Any) -> None:
    def script(peer: Peer) -> None:
        peer.greet()
        if "zlib" not in peer.hello.get("codecs", []):
            raise Skip("the client does not inflate")
        request = peer.request()
        declared, stream = spoil(result_of(request))
        extensions = None if declared is None else [raw_length(declared)]
        flags = wire.COMPRESSED | (wire.JSON if request.is_json else 0)
        peer.send("RESULT", stream, id=request.id, flags=flags, extensions=extensions)
        peer.until_closed()

    client.run(script).failed()


REFUSALS = [(33, "unknown_method"), (40, "bad_body"), (44, "empty_article"), (45, "not_text"), (65, "deadline_exceeded"),
            (66, "cancelled"), (61, "a_later_refusal")]  # fmt: skip


@cases.rules("Errors", [(f"{name}, not retryable, is the end of the request", (number, name)) for number, name in REFUSALS])
def _(client: Client, what: tuple[int, str]) -> None:
    def script(peer: Peer) -> None:
        peer.greet()
        peer.error(peer.request().id, what[0], what[1], False)
        peer.until_closed()

    run = client.run(script)
    run.failed()
    equal(run.requests, 1, "requests")


RETRYABLE = [(64, "busy"), (67, "going_away"), (68, "internal_error"), (90, "a_later_trouble")]


@cases.rules("Errors", [(f"{name} may be retried, not before retryAfter", (number, name)) for number, name in RETRYABLE])
def _(client: Client, what: tuple[int, str]) -> None:
    refused: list[float] = []

    def script(peer: Peer) -> None:
        peer.greet()
        while True:
            request = peer.request()
            if not refused:
                refused.append(peer.times[-1])
                peer.error(request.id, what[0], what[1], True, retryAfter=400, later={"more": 1})
                peer.credit(1, request.size)
            else:
                check(peer.times[-1] - refused[0] >= 0.39, f"again after {peer.times[-1] - refused[0]:.3f} s")
                peer.result(request)

    run = client.run(script)
    if run.requests == 1:
        run.failed()
    else:
        run.succeeded()


@cases.rules("Errors", [(f"a TRACE of {size} bytes on one changes nothing", size) for size in (1, 55, 128)])
def _(client: Client, size: int) -> None:
    def script(peer: Peer) -> None:
        peer.greet()
        peer.error(peer.request().id, 45, "not_text", False, trace=b"~" * size)
        peer.until_closed()

    run = client.run(script)
    run.failed()
    equal(run.requests, 1, "requests")


@cases.rule("Errors", "a retryable one that goes on is given up after a few")
def _(client: Client) -> None:
    def script(peer: Peer) -> None:
        peer.greet()
        while True:
            request = peer.request()
            peer.error(request.id, 64, "busy", True, retryAfter=10)
            peer.credit(1, request.size)

    run = client.run(script)
    run.failed()
    check(run.requests <= 20, f"{run.requests} requests")


@cases.rule("Errors", "one with id 0 ends the connection and what is open on it")
def _(client: Client) -> None:
    def script(peer: Peer) -> None:
        peer.greet()
        peer.request()
        peer.error(0, 3, "bad_frame", False)

    client.run(script).failed()


@cases.rule("Errors", "an ERROR without its required fields is refused")
def _(client: Client) -> None:
    def script(peer: Peer) -> None:
        peer.greet()
        request = peer.request()
        peer.raw(peer.body_frame("ERROR", {"later": 1}, is_json=request.is_json, id=request.id, code=44))
        peer.until_closed()

    client.run(script).failed()


@cases.rule("Replies", "one to a request that was never sent is refused (SHOULD)")
def _(client: Client) -> None:
    def script(peer: Peer) -> None:
        peer.greet()
        request = peer.request()
        peer.raw(peer.body_frame("RESULT", RESULT, is_json=request.is_json, id=request.id + 1000))
        peer.until_closed()

    client.run(script).failed()


WRONG_FRAMES = [
    ("a CREDIT of 7 bytes", joined(frame("CREDIT", bytes(7)))),
    ("a GOAWAY of 11 bytes", joined(frame("GOAWAY", bytes(11)))),
    ("a PING of 65 bytes", joined(frame("PING", bytes(65), id=1))),
    ("COMPRESSED on an ERROR", joined(frame("ERROR", b"{}", id=1, code=44, flags=wire.JSON | wire.COMPRESSED))),
    ("an extension block past its frame", struct.pack("<IBBHQ", 2, wire.PONG, wire.EXTENDED, 0, 1) + b"\x09\x00"),
]


@cases.rules("Frame types", [(f"{title} ends the connection", data) for title, data in WRONG_FRAMES])
def _(client: Client, data: bytes) -> None:
    def script(peer: Peer) -> None:
        peer.greet()
        request = peer.request()
        peer.raw(data)
        try:
            peer.result(request)
        except ConnectionError:
            pass
        peer.until_closed()

    client.run(script).failed()
