"""Connection, Preface and HELLO."""

from __future__ import annotations

import time
from typing import Any

from generator.wire import Raw, frame, joined
from wiredesk import frames as wire

from ..case import Cases, check, equal
from ..link import PREFACE, compact, hello_frame, ping
from ..server import Server

cases = Cases()
# What a server may take longer than its two seconds on a busy machine.
GRACE = 3.0


@cases.rule("Preface", "it may come byte by byte")
def _(server: Server) -> None:
    with server.connect() as link:
        for byte in PREFACE + hello_frame():
            link.send(bytes([byte]))
        equal(link.next().type, wire.HELLO, "answer")


@cases.rules("Preface", [(f"another byte {at} is refused with bad_preface", at) for at in range(1, 8)])
def _(server: Server, at: int) -> None:
    with server.connect() as link:
        wrong = bytearray(PREFACE)
        wrong[at] ^= 0x04
        link.send(bytes(wrong))
        link.ends("bad_preface", json=False)


@cases.rules("Preface", [(f"a first byte {first:#04x} is refused with bad_preface", first) for first in (0x80, 0x8A, 0xFF)])
def _(server: Server, first: int) -> None:
    with server.connect() as link:
        link.send(bytes([first]) + PREFACE[1:])
        link.ends("bad_preface", json=False)


@cases.rule("Preface", "the server's first frame follows its preface at once")
def _(server: Server) -> None:
    with server.connect() as link:
        link.say_hello()
        equal(link.next().type, wire.HELLO, "first frame")
        check(link.raw.startswith(PREFACE), "no preface")
        equal(link.raw.count(PREFACE), 1, "prefaces")


@cases.rules("HELLO", [(f"the answer to one in {encoding} is in {encoding}", encoding) for encoding in ("cbor", "json")])
def _(server: Server, encoding: str) -> None:
    with server.connect() as link:
        hello = link.greet(encoding)
        equal(hello["version"], 1, "version")
        for name in ("maxFrame", "maxRaw", "maxHTML", "maxText"):
            check(hello[name] > 0, f"{name} is {hello[name]}")
        check(hello["maxFrame"] >= 16_384, "maxFrame below what every peer takes")
        check(set(hello.get("encodings", [])) <= {"cbor", "json"}, f"encodings: {hello.get('encodings')}")
        if "auth" not in hello:
            check(hello["requests"] >= 1 and hello["bytes"] >= 1, "no credit")


@cases.rules(
    "HELLO", [("versions 0 to 0", (0, 0)), ("versions 2 to 9", (2, 9)), ("versions 2 to 0, which is none", (2, 0))]
)
def _(server: Server, versions: tuple[int, int]) -> None:
    for encoding in ("cbor", "json"):
        with server.connect() as link:
            link.say_hello(encoding, minVersion=versions[0], maxVersion=versions[1])
            link.ends("unsupported_version", json=encoding == "json")


@cases.rule("HELLO", "of versions 0 to 9 the server chooses 1")
def _(server: Server) -> None:
    with server.connect() as link:
        equal(link.greet(minVersion=0, maxVersion=9)["version"], 1, "version")


@cases.rules("HELLO", [(f"a first frame {kind} is refused with handshake_required", kind)
                       for kind in ("REQUEST", "CANCEL", "PONG", "GOAWAY", 99)])  # fmt: skip
def _(server: Server, kind: str | int) -> None:
    with server.connect() as link:
        payload = bytes(12) if kind == "GOAWAY" else b""
        link.send(PREFACE + joined(frame(kind, payload, id=1)))
        link.ends("handshake_required", json=False)


@cases.rule("HELLO", "a second one that was not asked for is bad_frame, in the first one's encoding")
def _(server: Server) -> None:
    for encoding in ("cbor", "json"):
        with server.link(encoding) as link:
            link.send(hello_frame(encoding))
            link.ends("bad_frame", json=encoding == "json")


UNREADABLE: list[tuple[str, Any]] = [
    ("a list for a body", Raw(b"[]")),
    ("a text for a version", {"minVersion": "1", "maxVersion": 1}),
    ("a null for a version", {"minVersion": None, "maxVersion": 1}),
    ("a fraction for a version", Raw(b'{"minVersion":1.0,"maxVersion":1}')),
    ("no maxVersion", {"minVersion": 1}),
    ("a key twice", Raw(b'{"minVersion":1,"minVersion":1,"maxVersion":1}')),
    ("bytes behind the body", Raw(b'{"minVersion":1,"maxVersion":1}}')),
    ("a byte order mark", Raw(b'\xef\xbb\xbf{"minVersion":1,"maxVersion":1}')),
]


@cases.rules("HELLO", [(f"{title} is bad_frame", value) for title, value in UNREADABLE])
def _(server: Server, value: Any) -> None:
    data = bytes(value) if isinstance(value, Raw) else compact(value)
    with server.connect() as link:
        link.send(PREFACE + joined(frame("HELLO", data, flags=wire.JSON)))
        link.ends("bad_frame")


@cases.rule("HELLO", "unknown fields, codecs and encodings are skipped")
def _(server: Server) -> None:
    with server.connect() as link:
        hello = link.greet(codecs=["brotli", "zlib", "zstd"], encodings=["xml", "json"], later={"deep": [1, {"x": None}]})
        equal(hello["version"], 1, "version")


@cases.rule("HELLO", "requests may follow it without waiting")
def _(server: Server) -> None:
    server.requires_open_door()
    with server.connect() as link:
        link.say_hello()
        id = link.request()
        equal(link.next().type, wire.HELLO, "first frame")
        link.result(id)


@cases.rule("HELLO", "a body of 16 384 bytes is read")
def _(server: Server) -> None:
    server.requires_open_door()
    with server.connect() as link:
        padding = 16_384 - len(hello_frame(agent="")) + 16
        link.send(PREFACE + hello_frame(agent="x" * padding))
        equal(link.next().type, wire.HELLO, "answer")


@cases.rule("Frames that are too large", "a HELLO of 16 385 bytes ends the connection, with id 0")
def _(server: Server) -> None:
    with server.connect() as link:
        padding = 16_385 - len(hello_frame(agent="")) + 16
        link.send(PREFACE + hello_frame(agent="x" * padding))
        link.ends("frame_too_large", json=False)


@cases.rules("Timeouts", [("a client that says nothing", b""), ("a preface without HELLO", PREFACE),
                          ("half a HELLO", PREFACE + hello_frame()[:-1])], lasts=2)  # fmt: skip
def _(server: Server, said: bytes) -> None:
    start = time.monotonic()
    with server.connect() as link:
        if said:
            link.send(said)
        link.ends("handshake_timeout", json=False)
    lasted = time.monotonic() - start
    check(1.5 <= lasted <= 2 + GRACE, f"it took {lasted:.1f} s instead of 2")


@cases.rule("Header", "the code of a HELLO and a PING means nothing")
def _(server: Server) -> None:
    with server.connect() as link:
        hello = bytearray(hello_frame())
        hello[6:8] = b"\x07\x00"
        link.send(PREFACE + bytes(hello))
        equal(link.next().type, wire.HELLO, "answer")
        if "auth" not in link.hello:
            link.send(ping(3, b"x", code=9))
            pong = link.next()
            equal((pong.type, pong.id, pong.payload), (wire.PONG, 3, b"x"), "answer to the PING")


