"""`as: server`: everything that a client sends, from its first byte on, and what the server answers."""

from __future__ import annotations

import zlib
from typing import Any

from .vector import Vector
from .wire import (
    FLAGS,
    PREFACE,
    Chunk,
    Chunks,
    Raw,
    body,
    deadline,
    deflated,
    frame,
    joined,
    preface,
    priority,
    raw_length,
    request_payload,
    trace,
    u32,
    u64,
)  # fmt: skip

COMPRESSED, JSON, STREAM = FLAGS["COMPRESSED"], FLAGS["JSON"], FLAGS["STREAM"]
ARTICLE = (
    b"Harbour bridge opens after nine years\n\n"
    b"Mara Quill opened the harbour bridge of Port Esker on Monday. "
    b"The bridge cost 422 million euros and took nine years to build. "
    b'"We waited for a long time," the mayor said.\n'
)
MAX_RAW = 8_454_144
MAX_FRAME = 4_194_304
HELLO = {"minVersion": 1, "maxVersion": 1}

TRACE_VALUE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"

HELLO_REPLY = {"type": "HELLO"}


def reply(kind: str, id: int) -> dict[str, Any]:
    return {"type": kind, "id": id}


def error(name: str, id: int = 0, **more: Any) -> dict[str, Any]:
    return {"type": "ERROR", "id": id, "error": name, **more}


def hello(value: Any = None, encoding: str = "json", **fields: Any) -> Chunks:
    data = body(value or {**HELLO, **fields}, encoding)
    shown = data.decode("utf-8", "replace") if encoding == "json" else "body"
    return frame("HELLO", [(data, shown)], flags=JSON if encoding == "json" else 0)


def opening(encoding: str = "json", **fields: Any) -> Chunks:
    return preface() + hello(None, encoding, **fields)


def request(
    options: Any = None, article: bytes = ARTICLE, *, id: int = 1, code: int = 1, flags: int = 0,
    encoding: str = "json", extensions: list[Chunk] | None = None, options_length: int | None = None,
) -> Chunks:  # fmt: skip
    payload = request_payload(options, article, encoding, options_length)
    flags |= JSON if encoding == "json" else 0
    return frame("REQUEST", payload, id=id, code=code, flags=flags, extensions=extensions)


def packed(
    payload: bytes, declared: int | None, *, id: int = 1, stream: bytes | None = None, extra: bytes = b""
) -> Chunks:
    """A compressed request whose payload, declared length and stream need not agree."""
    data = (deflated(payload) if stream is None else stream) + extra
    extensions = None if declared is None else [raw_length(declared)]
    return frame("REQUEST", data, id=id, code=1, flags=JSON | COMPRESSED, extensions=extensions)


def stream(
    group: str, name: str, section: str, chunks: Chunks, *replies: dict[str, Any], closes: bool = False, **fields: Any
) -> Vector:
    expect = {"replies": list(replies), "closes": closes}
    return Vector(group, name, section, "server", expect, chunks, **fields)


def handshake() -> list[Vector]:
    def case(name: str, section: str, chunks: Chunks, *replies: dict[str, Any], closes: bool = False) -> Vector:
        return stream("handshake", name, section, chunks, *replies, closes=closes)

    wrong = bytearray(PREFACE)
    wrong[4:6] = b"\n\n"
    refused = {"closes": True}
    return [
        case("hello-json", "HELLO", opening("json", agent="vectors/1"), HELLO_REPLY),
        case("hello-cbor", "HELLO", opening("cbor", agent="vectors/1"), HELLO_REPLY),
        case("hello-everything", "HELLO", opening(
            "cbor", agent="vectors/1", maxFrame=1 << 20, maxRaw=1 << 22, codecs=["zlib"], encodings=["json", "cbor"],
        ), HELLO_REPLY),
        case("hello-unknown-fields", "HELLO", opening(shoeSize=44, extras={"a": [1, {"b": None}]}), HELLO_REPLY),
        case("hello-unknown-codecs", "HELLO", opening(codecs=["zstd", "zlib"], encodings=["msgpack"]), HELLO_REPLY),
        case("hello-future-range", "HELLO", opening(maxVersion=7), HELLO_REPLY),
        case("hello-then-ping", "HELLO", opening() + frame("PING", b"first", id=5), HELLO_REPLY, reply("PONG", 5)),
        case("hello-crc", "CRC-32", opening(crc32=True) + frame("PING", b"sum", id=1, crc=0),
             HELLO_REPLY, reply("PONG", 1)),
        case("crc-without-agreement", "CRC-32", opening() + frame("PING", b"sum", id=1, crc=0),
             HELLO_REPLY, reply("PONG", 1)),
        case("crc-left-out", "CRC-32", opening(crc32=True) + frame("PING", b"no sum", id=1),
             HELLO_REPLY, reply("PONG", 1)),
        case("crc-wrong", "CRC-32", opening(crc32=True) + frame("PING", b"sum", id=1, crc=1),
             HELLO_REPLY, error("bad_frame"), **refused),
        case("preface-wrong", "Preface", [(bytes(wrong), "a preface whose CR LF became LF LF")],
             error("bad_preface"), **refused),
        case("preface-other", "Preface", [(b"\x96\x03\x01\x02\x00\x01\x00\x01", "not ours, and not ASCII")],
             error("bad_preface"), **refused),
        case("version-too-new", "HELLO", opening(minVersion=2, maxVersion=9),
             error("unsupported_version"), **refused),
        case("version-too-old", "HELLO", opening("cbor", minVersion=0, maxVersion=0),
             error("unsupported_version"), **refused),
        case("version-empty-range", "HELLO", opening(minVersion=2, maxVersion=0),
             error("unsupported_version"), **refused),
        case("handshake-required", "HELLO", preface() + request(), error("handshake_required"), **refused),
        case("handshake-required-ping", "HELLO", preface() + frame("PING", id=1),
             error("handshake_required"), **refused),
        case("hello-twice", "HELLO", opening() + hello(), HELLO_REPLY, error("bad_frame"), **refused),
        case("hello-not-a-map", "HELLO", preface() + hello(Raw(b"[1,1]")), error("bad_frame"), **refused),
        case("hello-without-versions", "HELLO", preface() + hello(Raw(b'{"agent":"x"}')),
             error("bad_frame"), **refused),
        case("hello-broken-cbor", "HELLO", preface() + hello(Raw(b"\xa2\x6aminVersion"), "cbor"),
             error("bad_frame"), **refused),
        case("hello-too-large", "HELLO", preface() + frame("HELLO", flags=JSON, length=16_385),
             error("frame_too_large"), **refused),
        case("hello-bad-flags", "Flags", preface() + frame("HELLO", b"{}", flags=COMPRESSED | JSON),
             error("bad_frame"), **refused),
    ]  # fmt: skip


def requests() -> list[Vector]:
    def case(name: str, section: str, chunks: Chunks, *replies: dict[str, Any], **fields: Any) -> Vector:
        return stream("requests", name, section, opening() + chunks, HELLO_REPLY, *replies, **fields)

    ok = reply("RESULT", 1)
    engine = {"needs": "engine"}
    page = b"<!doctype html><html><head><title>Rain</title></head><body><article><p>" + ARTICLE + b"</p></article>"
    rubbish = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes((index * 167 + 13) % 256 for index in range(500)) + bytes(64)
    every = {
        "id": "story-17", "content": "text", "charset": "utf-8", "url": "https://esker.example/bridge",
        "published": "2024-03-04", "stages": ["reading", "summary"], "words": 40, "offsets": "utf16", "timings": False,
    }  # fmt: skip
    out = [
        case("good-json", "REQUEST", request({"id": "1"}), ok),
        case("good-cbor", "REQUEST", request({"id": "1"}, encoding="cbor"), ok),
        case("good-without-options", "REQUEST", request(None), ok),
        case("good-empty-map", "REQUEST", request({}, encoding="cbor"), ok),
        case("good-every-option", "Options", request(every), ok),
        case("good-verbatim", "Options", request({"verbatim": True, "sentences": 1}), ok),
        case("good-html", "Options", request({"content": "html", "ratio": 0.5}, page, encoding="cbor"), ok),
        case("good-extensions", "Extensions", request({}, extensions=[
            deadline(60_000), priority(2), trace(TRACE_VALUE),
        ]), ok),
        case("trace-in-refusal", "Errors", request({}, code=2, extensions=[trace(TRACE_VALUE)]),
             error("unknown_method", 1, trace=TRACE_VALUE)),
        case("trace-in-error", "Errors", request({"sentances": 3}, extensions=[trace("~" * 128), deadline(60_000)]),
             error("unknown_option", 1, trace="~" * 128)),
        case("trace-of-each", "Errors", request({"sentances": 3}, extensions=[trace(TRACE_VALUE)])
             + request({}, code=2, id=2), error("unknown_option", 1, trace=TRACE_VALUE), error("unknown_method", 2)),
        case("good-two", "Replies", request({}, id=1) + request({}, id=900), ok, reply("RESULT", 900)),
        case("good-largest-id", "REQUEST", request({}, id=2**64 - 1), reply("RESULT", 2**64 - 1)),
        case("stream-parts", "Streaming", request({}, flags=STREAM),
             {"type": "PART", "id": 1, "stage": "reading"}, {"type": "PART", "id": 1, "stage": "entities"},
             {"type": "PART", "id": 1, "stage": "summary"}, ok),
        case("stream-one-part", "Streaming", request({"stages": ["reading"]}, flags=STREAM, encoding="cbor"),
             {"type": "PART", "id": 1, "stage": "reading"}, ok),
        case("unknown-method", "REQUEST", request({}, code=2) + request({}, id=2),
             error("unknown_method", 1), reply("RESULT", 2)),
        case("method-0", "REQUEST", request({}, code=0), error("unknown_method", 1)),
        case("id-0", "REQUEST", request({}, id=0), error("bad_frame"), closes=True),
        case("id-twice", "REQUEST", request({}, id=5) + request({}, id=5),
             reply("RESULT", 5), error("duplicate_id", 5)),
        case("id-going-down", "REQUEST", request({}, id=5) + request({}, id=4),
             reply("RESULT", 5), error("duplicate_id", 4)),
        case("payload-of-3-bytes", "REQUEST", frame("REQUEST", b"\0\0\0", id=1, code=1, flags=JSON),
             error("bad_body", 1)),
        case("payload-empty", "REQUEST", frame("REQUEST", id=1, code=1), error("bad_body", 1)),
        case("options-length-past-payload", "REQUEST", request({}, options_length=60_000), error("bad_body", 1)),
        case("options-length-over-limit", "REQUEST", request(Raw(b" " * 65_537)), error("bad_body", 1)),
        case("options-length-most", "REQUEST", request({}, options_length=0xFFFF_FFFF), error("bad_body", 1)),
        case("options-length-too-small", "REQUEST", request({"id": "1"}, options_length=4), error("bad_body", 1)),
        case("options-broken-json", "Options", request(Raw(b'{"id":"1"')), error("bad_body", 1)),
        case("options-broken-cbor", "Options", request(Raw(b"\xa1\x62id"), encoding="cbor"), error("bad_body", 1)),
        case("options-cbor-called-json", "Options", request(Raw(b"\xa1\x62id\x611")), error("bad_body", 1)),
        case("options-not-a-map", "Options", request(Raw(b'["id"]')), error("bad_body", 1)),
        case("options-wrong-type", "Options", request({"sentences": "three"}), error("bad_body", 1)),
        case("options-unknown", "Options", request({"sentances": 3}), error("unknown_option", 1)),
        case("options-unknown-cbor", "Options", request({"id": "1", "max": 3}, encoding="cbor"),
             error("unknown_option", 1)),
        case("options-unknown-content", "Options", request({"content": "pdf"}), error("bad_option", 1)),
        case("options-unknown-stage", "Options", request({"stages": ["reading", "translation"]}, encoding="cbor"),
             error("bad_option", 1)),
    ]  # fmt: skip
    for name, options in {
        "sentences-0": {"sentences": 0}, "sentences-1001": {"sentences": 1001}, "words-0": {"words": 0},
        "words-100001": {"words": 100_001}, "ratio-0": {"ratio": 0}, "ratio-above-1": {"ratio": 1.01},
        "two-lengths": {"sentences": 3, "words": 50}, "verbatim-html": {"verbatim": True, "content": "html"},
        "published": {"published": "last Monday"},
    }.items():  # fmt: skip
        out.append(case(f"option-{name}", "Options", request(options), error("bad_option", 1), **engine))
    out += [
        case("unsupported-charset", "Options", request({"charset": "x-klingon"}),
             error("unsupported_charset", 1), **engine),
        case("empty-article", "Errors", request({}, b""), error("empty_article", 1), **engine),
        case("blank-article", "Errors", request({}, b" \n\n\t \n"), error("empty_article", 1), **engine),
        case("not-text", "Errors", request({}, rubbish), error("not_text", 1), **engine),
        case("text-too-large", "Limits", request({}, b"a" * 1_048_577), error("article_too_large", 1), **engine),
        case("deadline-0", "Deadlines and priorities", request({}, extensions=[deadline(0)]),
             error("deadline_exceeded", 1)),
        case("goes-on-after-errors", "Errors",
             request({"nope": 1}, id=1) + request(Raw(b"{"), id=2) + request({}, id=3),
             error("unknown_option", 1), error("bad_body", 2), reply("RESULT", 3)),
    ]  # fmt: skip
    return out


def compression() -> list[Vector]:
    def case(name: str, chunks: Chunks, *replies: dict[str, Any], **fields: Any) -> Vector:
        start = opening(codecs=["zlib"]) + chunks
        return stream("compression", name, "Compression", start, HELLO_REPLY, *replies, **fields)

    raw = joined(request_payload({"id": "1"}, ARTICLE))
    zipped = deflated(raw)
    corrupt = bytearray(zipped)
    corrupt[len(zipped) // 2] ^= 0xFF
    checksum = bytearray(zipped)
    checksum[-1] ^= 1
    dictionary = zlib.compressobj(zdict=b"harbour bridge Monday")
    with_dictionary = dictionary.compress(raw) + dictionary.flush()
    gzip = zlib.compressobj(wbits=31)
    gzipped = gzip.compress(raw) + gzip.flush()
    plain = zlib.compressobj(wbits=-15)
    headless = plain.compress(raw) + plain.flush()
    next_good = frame("PING", id=77)
    pong = reply("PONG", 77)
    bad, wrong = error("bad_compression", 1), error("length_mismatch", 1)
    bomb = zlib.compress(u32(0) + bytes(10 << 20), 9)
    page = joined(request_payload({"content": "html"}, b"<!doctype html><p>" + b"a" * (8 << 20)))
    big = joined(request_payload({}, b"Rain fell on the port all night. " * 3971))
    out = [
        case("good-level-1", packed(raw, len(raw)), reply("RESULT", 1)),
        case("good-level-9", packed(raw, len(raw), stream=deflated(raw, 9)), reply("RESULT", 1)),
        case("good-stored", packed(raw, len(raw), stream=deflated(raw, 0)), reply("RESULT", 1)),
        case("good-128-kilobytes", packed(big, len(big)), reply("RESULT", 1)),
        case("raw-length-on-plain", request({"id": "1"}, extensions=[raw_length(len(raw))]), reply("RESULT", 1)),
        case("raw-length-wrong-on-plain", request({"id": "1"}, extensions=[raw_length(len(raw) + 1)]) + next_good,
             wrong, pong),
        case("truncated", packed(raw, len(raw), stream=zipped[: len(zipped) // 2]) + next_good, bad, pong),
        case("truncated-checksum", packed(raw, len(raw), stream=zipped[:-2]) + next_good, bad, pong),
        case("empty", packed(raw, len(raw), stream=b"") + next_good, bad, pong),
        case("corrupt", packed(raw, len(raw), stream=bytes(corrupt)) + next_good, bad, pong),
        case("corrupt-checksum", packed(raw, len(raw), stream=bytes(checksum)) + next_good, bad, pong),
        case("not-zlib", packed(raw, len(raw), stream=raw) + next_good, bad, pong),
        case("gzip", packed(raw, len(raw), stream=gzipped) + next_good, bad, pong),
        case("raw-deflate", packed(raw, len(raw), stream=headless) + next_good, bad, pong),
        case("dictionary", packed(raw, len(raw), stream=with_dictionary) + next_good, bad, pong),
        case("bytes-after-stream", packed(raw, len(raw), extra=b"\0") + next_good, bad, pong),
        case("two-streams", packed(raw, len(raw), extra=zipped) + next_good, bad, pong),
        case("raw-length-too-small", packed(raw, len(raw) - 1) + next_good, wrong, pong),
        case("raw-length-too-large", packed(raw, len(raw) + 1) + next_good, wrong, pong),
        case("raw-length-0", packed(raw, 0) + next_good, wrong, pong),
        case("raw-length-missing", packed(raw, None) + next_good, wrong, pong),
        case("raw-length-over-limit", packed(raw, MAX_RAW + 1) + next_good, error("article_too_large", 1), pong),
        case("raw-length-most", packed(raw, 2**32 - 1) + next_good, error("article_too_large", 1), pong),
        case("html-too-large", packed(page, len(page), stream=deflated(page, 9)) + next_good,
             error("article_too_large", 1), pong, needs="engine"),
        case("bomb", packed(b"", 1 << 20, stream=bomb) + next_good, wrong, pong),
        case("bomb-at-limit", packed(b"", MAX_RAW, stream=bomb) + next_good, wrong, pong),
        case("bomb-declared", packed(b"", 4 + (10 << 20), stream=bomb) + next_good,
             error("article_too_large", 1), pong),
    ]  # fmt: skip
    return out


def control() -> list[Vector]:
    def case(
        name: str, section: str, chunks: Chunks, *replies: dict[str, Any], hello: Chunks | None = None, **fields: Any
    ) -> Vector:
        return stream("control", name, section, (hello or opening()) + chunks, HELLO_REPLY, *replies, **fields)

    ping = frame("PING", b"after", id=77)
    pong = reply("PONG", 77)
    ends: dict[str, Any] = {"closes": True}
    crowd: Chunks = []
    for id in range(1, 66):
        crowd += request({"stages": ["reading"]}, b"Rain fell.", id=id)
    return [
        case("ping", "PING", frame("PING", b"hello", id=0) + ping, reply("PONG", 0), pong),
        case("ping-64-bytes", "PING", frame("PING", bytes(64), id=3), reply("PONG", 3)),
        case("ping-65-bytes", "PING", frame("PING", bytes(65), id=3), error("bad_frame"), **ends),
        case("pong-not-asked-for", "PING", frame("PONG", b"what?", id=3) + ping, pong),
        case("cancel-nothing", "CANCEL", frame("CANCEL", id=12) + ping, pong),
        case("cancel-0", "CANCEL", frame("CANCEL", id=0) + ping, pong),
        case("cancel-with-payload", "CANCEL", frame("CANCEL", b"now", id=12), error("bad_frame"), **ends),
        case("credit-overrun", "Credits", crowd,
             *[reply("RESULT", id) for id in range(1, 65)], error("credit_exceeded", 65)),
        case("unknown-type", "Frame types", frame(42, b"from later", id=8) + ping, error("unknown_frame", 8), pong),
        case("type-0", "Frame types", frame(0, id=8) + ping, error("unknown_frame", 8), pong),
        case("type-255", "Frame types", frame(255, b"x" * 100, id=2**63) + ping, error("unknown_frame", 2**63), pong),
        case("unknown-type-unknown-flags", "Frame types", frame(42, b"from later", flags=0xF1, id=8) + ping,
             error("unknown_frame", 8), pong),
        case("result-to-server", "Frame types", frame("RESULT", b"{}", flags=JSON, id=8) + ping,
             error("unknown_frame", 8), pong),
        case("part-to-server", "Frame types", frame("PART", b"{}", flags=JSON, code=1, id=8) + ping,
             error("unknown_frame", 8), pong),
        case("credit-to-server", "Frame types", frame("CREDIT", u32(1) + u32(1), id=8) + ping,
             error("unknown_frame", 8), pong),
        case("frame-too-large", "Frames that are too large",
             frame("REQUEST", [(bytes(MAX_FRAME + 1), f"{MAX_FRAME + 1} bytes of zero")], id=8, code=1, flags=JSON)
             + ping, error("frame_too_large", 8), pong),
        case("bad-flag", "Flags", frame("PING", flags=0x40), error("bad_frame"), **ends),
        case("bad-extension", "Extensions", request({}, extensions=[priority(9)]), error("bad_frame"), **ends),
        case("goaway", "GOAWAY", request({}) + frame("GOAWAY", u64(0) + u32(0)), reply("RESULT", 1), **ends),
        case("goaway-then-request", "GOAWAY", request({}) + frame("GOAWAY", u64(0) + u32(0)) + request({}, id=2),
             reply("RESULT", 1), error("going_away", 2), **ends),
        case("goaway-of-11-bytes", "GOAWAY", frame("GOAWAY", bytes(11)), error("bad_frame"), **ends),
        case("goaway-empty", "GOAWAY", frame("GOAWAY"), error("bad_frame"), **ends),
        case("half-close", "Half-close", request({}) + request({}, id=2), reply("RESULT", 1), reply("RESULT", 2),
             then="half-close", **ends),
        case("half-close-idle", "Half-close", [], then="half-close", **ends),
        case("half-close-inside-frame", "Half-close",
             request({}) + [(joined(request({}, id=2))[:30], "a REQUEST cut short")], reply("RESULT", 1),
             then="half-close", **ends),
    ]  # fmt: skip


def line_mode() -> list[Vector]:
    def case(name: str, data: bytes, *lines: str, closes: bool = False, then: str | None = None) -> Vector:
        expect = {"lines": list(lines), "closes": closes}
        shown = data.decode("latin-1").replace("\r", "").replace("\n", " / ")
        return Vector("line-mode", name, "Line mode", "server", expect, [(data, shown[:60])], then=then)

    unknown = "ERR unknown command, try HELP"
    return [
        case("ping", b"PING\n", "PONG"),
        case("ping-crlf", b"PING\r\nping\r\n", "PONG", "PONG"),
        case("health", b"HEALTH\n", "OK"),
        case("stats", b"STATS\n", "version=*"),
        case("several", b"health\nPiNg\nQUIT\nPING\n", "OK", "PONG", "BYE", closes=True),
        case("unknown", b"GET / HTTP/1.1\nPING\n", unknown, "PONG"),
        case("empty-line", b"\nPING\n", unknown, "PONG"),
        case("longest", b"x" * 256 + b"\nPING\n", unknown, "PONG"),
        case("too-long", b"x" * 257 + b"\nPING\n", "ERR *", closes=True),
        case("too-long-unfinished", b"x" * 4096, "ERR *", closes=True),
        case("not-ascii", b"PING\xff\nPING\n", "ERR *", closes=True),
        case("control-byte", b"PI\0NG\nPING\n", "ERR *", closes=True),
        case("half-close", b"PING\nPI", "PONG", closes=True, then="half-close"),
    ]


def vectors() -> list[Vector]:
    return handshake() + requests() + compression() + control() + line_mode()
