"""Extensions."""

from __future__ import annotations

import struct

from generator.wire import frame, joined, request_payload
from wiredesk import frames as wire

from ..case import Cases, equal
from ..server import Server

cases = Cases()


def u32(value: int) -> bytes:
    return struct.pack("<I", value)


def entry(kind: int, value: bytes) -> bytes:
    return bytes([kind, len(value)]) + value


def block(*entries: bytes, length: int | None = None) -> bytes:
    data = b"".join(entries)
    return struct.pack("<H", len(data) if length is None else length) + data


DEADLINE = entry(1, u32(60_000))
PRIORITY = entry(3, b"\x01")
TRACE = entry(4, b"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
LARGEST = b"".join(entry(200, bytes(252)) for _ in range(16)) + entry(201, bytes(30))

GOOD = [
    ("an empty block", block()),
    ("all in one order", block(DEADLINE, PRIORITY, TRACE)),
    ("all in another order", block(TRACE, PRIORITY, DEADLINE)),
    ("an unknown one, of no bytes", block(entry(99, b""))),
    ("an unknown one, many times", block(*[entry(0, b"x"), entry(255, b"y" * 255)] * 3, entry(0, b""))),
    ("a dictionary's id, which is reserved", block(entry(6, u32(1)), entry(6, u32(2)))),
    ("the lowest priority", block(entry(3, b"\x00"))),
    ("the highest priority", block(entry(3, b"\x02"))),
    ("the longest deadline", block(entry(1, u32(2**32 - 1)))),
    ("a trace of 1 byte", block(entry(4, b"!"))),
    ("a trace of 128 bytes", block(entry(4, b"~" * 128))),
    ("4096 bytes of entries", block(LARGEST)),
]
BAD = [
    ("half a length", b"\x01"),
    ("no block at all", b""),
    ("a block that runs past the frame", block(DEADLINE, length=3000)),
    ("an entry that runs past the block", block(b"\x63\x09x")),
    ("half the head of an entry", block(b"\x63")),
    ("4097 bytes of entries", block(LARGEST, b"\xc8") + bytes(1)),
    ("a deadline of 3 bytes", block(entry(1, bytes(3)))),
    ("a deadline of 8 bytes", block(entry(1, bytes(8)))),
    ("a raw length of 2 bytes", block(entry(2, bytes(2)))),
    ("a priority of 2 bytes", block(entry(3, bytes(2)))),
    ("a priority of 3", block(entry(3, b"\x03"))),
    ("no trace in a trace", block(entry(4, b""))),
    ("a trace of 129 bytes", block(entry(4, b"x" * 129))),
    ("a space in a trace", block(entry(4, b"a b"))),
    ("a line feed in a trace", block(entry(4, b"a\nb"))),
    ("a high byte in a trace", block(entry(4, b"a\x7fb"))),
    ("a checksum of 2 bytes", block(entry(5, bytes(2)))),
    ("a deadline twice", block(DEADLINE, DEADLINE)),
    ("a trace twice", block(TRACE, TRACE)),
]
assert len(LARGEST) == 4096


@cases.rules("Extensions", [(f"{title} on a REQUEST is read", data) for title, data in GOOD])
def _(server: Server, data: bytes) -> None:
    with server.link() as link:
        link.send(frame("REQUEST", request_payload({}, b"Rain fell."), id=1, code=1, flags=wire.JSON, block=data))
        link.result(1)


@cases.rules("Extensions", [(f"{title} on a REQUEST is bad_frame", data) for title, data in BAD])
def _(server: Server, data: bytes) -> None:
    with server.link() as link:
        payload = b"" if len(data) < 2 else joined(request_payload({}, b"Rain fell."))
        link.send(frame("REQUEST", payload, id=1, code=1, flags=wire.JSON, block=data))
        link.ends("bad_frame", json=True)


@cases.rule("Extensions", "one that says nothing about a PING is checked and ignored")
def _(server: Server) -> None:
    with server.link() as link:
        link.send(frame("PING", b"x", id=3, block=block(DEADLINE, PRIORITY, TRACE)))
        equal(link.next().payload, b"x", "payload of the PONG")
        link.send(frame("PING", b"x", id=4, block=block(entry(1, bytes(3)))))
        link.ends("bad_frame", json=True)
