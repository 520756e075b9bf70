"""`as: frames`: bytes after the handshake, as a decoder with the default limits sees them."""

from __future__ import annotations

from typing import Any

from .vector import Vector
from .wire import (
    DEADLINE,
    DICTIONARY,
    FLAGS,
    PRIORITY,
    RAW_LENGTH,
    TYPES,
    Chunk,
    Chunks,
    deadline,
    deflated,
    entry,
    frame,
    joined,
    priority,
    raw_length,
    request_payload,
    text,
    trace,
    u16,
    u32,
    u64,
)  # fmt: skip

EXTENDED, COMPRESSED, JSON, STREAM = (FLAGS[name] for name in ("EXTENDED", "COMPRESSED", "JSON", "STREAM"))
TRACE_VALUE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"


def decoded(
    kind: str, payload: bytes | Chunks = b"", *, flags: int = 0, code: int = 0, id: int = 0, **extensions: Any
) -> dict[str, Any]:
    """What a decoder says of a frame. CRC32 and unknown extensions leave no trace."""
    data = payload if isinstance(payload, bytes) else joined(payload)
    names = [name for name, bit in FLAGS.items() if flags & bit]
    return {
        "type": kind, "flags": names, "code": code, "id": id, "extensions": extensions, "payload": data.hex()
    }  # fmt: skip


def good(name: str, section: str, chunks: Chunks, *frames: dict[str, Any], **rest: Any) -> Vector:
    return Vector("frames", name, section, "frames", {"frames": list(frames), **rest}, chunks)


def bad(name: str, section: str, chunks: Chunks, *before: dict[str, Any]) -> Vector:
    return Vector("frames", name, section, "frames", {"frames": list(before), "error": "bad_frame"}, chunks)


def types() -> list[Vector]:
    hello = b'{"minVersion":1,"maxVersion":1}'
    request = request_payload(None, b"Rain fell on the port.", "cbor")
    json_request = request_payload({"id": "a1"}, b"Rain fell.")
    packed = deflated(joined(json_request))
    result = b'{"engine":{"version":"0.1.0","model":"rules-1"},"stages":[]}'
    packed_result = deflated(result)
    error = text({"code": "busy", "message": "the queue is full", "retryable": True, "retryAfter": 250}).encode()
    out: list[Vector] = []

    def each(
        name: str, kind: str, payload: bytes | Chunks, extensions: list[Chunk] | None = None, **fields: Any
    ) -> None:
        shown = dict(fields)
        if extensions is not None:
            shown["flags"] = shown.get("flags", 0) | EXTENDED
            shown["rawLength"] = len(joined(json_request)) if kind == "REQUEST" else len(result)
        chunks = frame(kind, payload, extensions=extensions, **fields)
        out.append(good(name, "Frame types", chunks, decoded(kind, payload, **shown)))

    each("hello-json", "HELLO", hello, flags=JSON)
    each("request-cbor", "REQUEST", request, code=1, id=1)
    each("request-json-stream", "REQUEST", json_request, code=1, id=2, flags=JSON | STREAM)
    each("request-compressed", "REQUEST", packed, [raw_length(len(joined(json_request)))],
         code=1, id=3, flags=JSON | COMPRESSED)  # fmt: skip
    each("part-json", "PART", result, code=1, id=3, flags=JSON)
    each("result-json", "RESULT", result, id=3, flags=JSON)
    each("result-compressed", "RESULT", packed_result, [raw_length(len(result))], id=3, flags=JSON | COMPRESSED)
    each("error-json", "ERROR", error, code=64, id=4, flags=JSON)
    each("cancel", "CANCEL", b"", id=4)
    each("credit", "CREDIT", u32(2) + u32(4096))
    each("ping-empty", "PING", b"", id=7)
    each("ping-64-bytes", "PING", bytes(range(64)), id=2**64 - 1)
    each("pong", "PONG", b"still there?", id=7)
    each("goaway", "GOAWAY", u64(41) + u32(10_000), code=0)
    each("goaway-idle", "GOAWAY", u64(41) + u32(0), code=1)
    return out


def headers() -> list[Vector]:
    ping = frame("PING", b"one", id=1)
    section = "Header"
    return [
        good("empty", section, []),
        good("header-cut", section, [(joined(ping)[:15], "all of a header but its last byte")], incomplete=True),
        good("payload-cut", section, [(joined(ping)[:-1], "a PING without its last byte")], incomplete=True),
        good(
            "several", section,
            ping + frame("CANCEL", id=9) + frame("PONG", b"two", id=2),
            decoded("PING", b"one", id=1), decoded("CANCEL", id=9), decoded("PONG", b"two", id=2),
        ),
        good(
            "several-last-cut", section,
            ping + [(joined(frame("PING", b"two", id=2))[:17], "a PING cut after one byte of its payload")],
            decoded("PING", b"one", id=1), incomplete=True,
        ),
        good("code-ignored", section, frame("PING", b"x", id=1, code=513), decoded("PING", b"x", id=1, code=513)),
        good(
            "oversized", "Frames that are too large", frame("REQUEST", id=9, code=1, length=4_194_305),
            oversized=[9], incomplete=True,
        ),
        good(
            "oversized-most", "Frames that are too large", frame("REQUEST", id=2, code=1, length=0xFFFF_FFFF),
            oversized=[2], incomplete=True,
        ),
        good(
            "oversized-passed-over", "Frames that are too large",
            frame("REQUEST", [(bytes(4_194_305), "4194305 bytes of zero")], id=9, code=1) + frame("PING", id=10),
            decoded("PING", id=10), oversized=[9],
        ),
        good(
            "largest", "Frames that are too large",
            frame("PING", b"", id=1) + frame("REQUEST", id=2, code=1, length=4_194_304),
            decoded("PING", id=1), incomplete=True,
        ),
    ]  # fmt: skip


def flags() -> list[Vector]:
    allowed = {
        "HELLO": JSON, "REQUEST": JSON | COMPRESSED | STREAM, "PART": JSON | COMPRESSED,
        "RESULT": JSON | COMPRESSED, "ERROR": JSON,
    }  # fmt: skip
    names = {bit: name for name, bit in FLAGS.items()}
    out = []
    for kind in TYPES:
        for bit in (COMPRESSED, JSON, STREAM):
            if not allowed.get(kind, 0) & bit:
                name = f"flag-{names[bit].lower()}-on-{kind.lower()}"
                out.append(bad(name, "Flags", frame(kind, flags=bit)))
    for bit in (0x10, 0x20, 0x40, 0x80):
        out.append(bad(f"flag-{bit:02x}", "Flags", frame("REQUEST", id=1, code=1, flags=bit)))
    ping = frame("PING", b"one", id=1)
    out.append(bad("flag-bad-after-good", "Flags", ping + frame("PING", flags=0x80), decoded("PING", b"one", id=1)))
    return out


def extensions() -> list[Vector]:
    section = "Extensions"
    out: list[Vector] = []

    def read(name: str, entries: list[Chunk], **meaning: Any) -> None:
        chunks = frame("REQUEST", b"body", id=1, code=1, extensions=entries)
        out.append(good(name, section, chunks, decoded("REQUEST", b"body", id=1, code=1, flags=EXTENDED, **meaning)))

    def refused(name: str, entries: list[Chunk]) -> None:
        out.append(bad(name, section, frame("REQUEST", b"body", id=1, code=1, extensions=entries)))

    def block(name: str, data: bytes) -> None:
        out.append(bad(name, section, frame("REQUEST", id=1, code=1, block=data)))

    read("extension-none", [])
    read("extension-deadline", [deadline(2500)], deadline=2500)
    read("extension-deadline-largest", [deadline(2**32 - 1)], deadline=2**32 - 1)
    read("extension-raw-length", [raw_length(4)], rawLength=4)
    for level, name in enumerate(("low", "normal", "high")):
        read(f"extension-priority-{name}", [priority(level)], priority=level)
    read("extension-trace", [trace(TRACE_VALUE)], trace=TRACE_VALUE)
    read("extension-trace-longest", [trace("t" * 128)], trace="t" * 128)
    out.append(good(
        "extension-trace-on-error", section,
        frame("ERROR", b"body", id=1, code=64, extensions=[trace(TRACE_VALUE)]),
        decoded("ERROR", b"body", id=1, code=64, flags=EXTENDED, trace=TRACE_VALUE),
    ))  # fmt: skip
    read("extension-all", [trace(TRACE_VALUE), priority(2), raw_length(4), deadline(1)],
         deadline=1, rawLength=4, priority=2, trace=TRACE_VALUE)  # fmt: skip
    read("extension-unknown-skipped", [entry(200, b"later"), deadline(7), entry(0, b"")], deadline=7)
    read("extension-unknown-twice", [entry(99, b"a"), entry(99, b"b")])
    read("extension-reserved-skipped", [entry(DICTIONARY, u32(5)), entry(DICTIONARY, b"x")])
    most = [entry(250, bytes(255))] * 15 + [entry(251, bytes(239))]
    assert len(joined(most)) == 4096
    read("extension-block-largest", most)

    refused("extension-block-too-large", most + [entry(252, b"")])
    refused("extension-deadline-twice", [deadline(1), deadline(1)])
    refused("extension-trace-twice", [trace("a"), trace("b")])
    refused("extension-deadline-of-3-bytes", [entry(DEADLINE, b"\1\2\3")])
    refused("extension-deadline-of-8-bytes", [entry(DEADLINE, bytes(8))])
    refused("extension-raw-length-of-2-bytes", [entry(RAW_LENGTH, b"\1\2")])
    refused("extension-priority-of-4-bytes", [entry(PRIORITY, u32(1))])
    refused("extension-priority-3", [priority(3)])
    refused("extension-trace-empty", [trace("")])
    refused("extension-trace-of-129-bytes", [trace("t" * 129)])
    refused("extension-trace-not-ascii", [trace("caf\u00e9")])
    refused("extension-trace-line-feed", [trace("a\nb")])
    refused("extension-crc-of-2-bytes", [entry(5, b"\1\2")])

    block("extension-block-missing", b"")
    block("extension-block-half-a-length", b"\0")
    block("extension-block-past-frame", u16(20) + joined([deadline(1)]))
    block("extension-entry-half-a-head", u16(1) + b"\1")
    block("extension-entry-past-block", u16(6) + b"\xc8\x05late")
    return out


def checksums() -> list[Vector]:
    section = "CRC-32"
    flags = EXTENDED
    return [
        good("crc-ping", section, frame("PING", b"one", id=1, crc=0), decoded("PING", b"one", id=1, flags=flags)),
        good(
            "crc-among-others", section,
            frame("REQUEST", b"body", id=1, code=1, extensions=[entry(200, b"x"), deadline(9)], crc=0),
            decoded("REQUEST", b"body", id=1, code=1, flags=flags, deadline=9),
        ),
        good("crc-without-payload", section, frame("CANCEL", id=3, crc=0), decoded("CANCEL", id=3, flags=flags)),
        bad("crc-wrong", section, frame("PING", b"one", id=1, crc=1)),
        bad("crc-twice", section, frame("PING", b"one", id=1, extensions=[entry(5, u32(0))], crc=0)),
        bad(
            "crc-wrong-in-second-frame", section,
            frame("PING", b"one", id=1, crc=0) + frame("PING", b"two", id=2, crc=0x8000_0000),
            decoded("PING", b"one", id=1, flags=flags),
        ),
    ]  # fmt: skip


def vectors() -> list[Vector]:
    return types() + headers() + flags() + extensions() + checksums()
