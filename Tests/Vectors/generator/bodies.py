"""`as: options`, `as: hello` and `as: analysis`: one body each, in both encodings where both can say it."""

from __future__ import annotations

import struct
from typing import Any

from .vector import Vector
from .wire import Raw, body, cbor, cbor_chunks, cbor_head, text

ENGINE = {"version": "0.1.0", "model": "rules-1"}
BARE = {"engine": ENGINE, "stages": []}
TEXT = "Mara Quill opened the bridge on Monday.\n\n\u201cAt last\u201d, she said."


def full_analysis() -> dict[str, Any]:
    """Every field of the result once, in the order that Wiredesk writes them."""
    return {
        "id": "story-17",
        "engine": ENGINE,
        "article": {
            "title": "Harbour bridge opens", "subtitle": "After nine years", "authors": [{"name": "Jo Penn"}],
            "published": "2024-03-04", "modified": "2024-03-05T08:30:00Z", "siteName": "The Esker Post",
            "section": "Local", "tags": ["bridges", "Port Esker"], "language": "en",
            "url": "https://esker.example/bridge", "image": "https://esker.example/bridge.jpg",
            "wordCount": 11, "readingSeconds": 3, "fingerprint": "0123456789abcdef", "text": TEXT,
            "paragraphs": [
                {
                    "start": 0, "end": 39, "kind": "body", "source": {"start": 22, "end": 61},
                    "pieces": [
                        {"start": 0, "end": 17, "source": {"start": 22, "end": 39}},
                        {"start": 18, "end": 39, "source": {"start": 40, "end": 61}},
                    ],
                },
                {"start": 41, "end": 61, "kind": "quote"},
            ],
            "sentences": [{"start": 0, "end": 39, "paragraph": 0}, {"start": 41, "end": 61, "paragraph": 1}],
            "removed": [{"source": {"start": 0, "end": 20}, "text": "Share this article", "reason": "social"}],
        },
        "entities": [
            {
                "id": 1, "name": "Mara Quill", "type": "PERSON", "salience": 0.75, "aliases": ["Quill"],
                "expansion": "M. Q.", "roles": [{"title": "mayor", "start": 56, "end": 60}], "country": "NO",
                "value": "x", "basis": "published", "mentions": [{"start": 0, "end": 10, "confidence": 0.875}],
            },
            {
                "id": 2, "name": "Monday", "type": "DATE", "salience": 0, "value": "2024-03-04",
                "basis": "published", "mentions": [{"start": 32, "end": 38, "confidence": 1}],
            },
        ],
        "quotes": [{"start": 41, "end": 50, "speaker": 1}],
        "keyphrases": [{"text": "bridge", "score": 0.5}],
        "summary": {"sentences": [{"index": 0, "start": 0, "end": 39, "score": 0.25}], "text": TEXT[:39]},
        "stages": [
            {"name": "reading", "status": "ok", "microseconds": 812},
            {"name": "entities", "status": "timeout", "microseconds": 5_000_000, "message": "compute deadline"},
            {"name": "summary", "status": "skipped"},
        ],
        "warnings": ["declared charset was wrong"],
    }  # fmt: skip


def backwards(value: Any) -> Any:
    """The same value with every map's keys in the opposite order."""
    if isinstance(value, dict):
        return {key: backwards(value[key]) for key in reversed(value)}
    if isinstance(value, list):
        return [backwards(item) for item in value]
    return value


def nested(levels: int, encoding: str) -> Raw:
    """An array in an array, `levels` deep."""
    return Raw(b"\x81" * (levels - 1) + b"\x80" if encoding == "cbor" else b"[" * levels + b"]" * levels)


class Group:
    """Vectors of one kind of body."""

    def __init__(self, kind: str, section: str) -> None:
        self.kind, self.section = kind, section
        self.vectors: list[Vector] = []

    def add(self, name: str, encoding: str, value: Any, expect: dict[str, Any], **fields: Any) -> None:
        if encoding == "cbor" and not isinstance(value, Raw):
            chunks = cbor_chunks(value)
        else:
            data = body(value, encoding)
            shown = data.decode("utf-8", "replace") if encoding == "json" and len(data) <= 160 else "body"
            chunks = [(data, shown)]
        section = fields.pop("section", self.section)
        self.vectors.append(
            Vector(self.kind, f"{name}-{encoding}", section, self.kind, expect, chunks, encoding, **fields)
        )

    def good(self, name: str, meaning: Any, value: Any = None, **fields: Any) -> None:
        """The same meaning from both encodings."""
        for encoding in ("cbor", "json"):
            self.add(name, encoding, meaning if value is None else value, {"json": meaning}, **fields)

    def bad(self, name: str, error: str, value: Any, **fields: Any) -> None:
        for encoding in ("cbor", "json"):
            self.add(name, encoding, value, {"error": error}, **fields)

    def one(self, name: str, encoding: str, value: bytes, expect: Any, **fields: Any) -> None:
        """A body that only this encoding can say; `expect` is its meaning, or the name of an error."""
        shown = {"error": expect} if isinstance(expect, str) else {"json": expect}
        section = {"cbor": "CBOR", "json": "JSON"}[encoding]
        self.add(name, encoding, Raw(value), shown, section=section, **fields)


def options() -> list[Vector]:
    group = Group("options", "Options")
    everything = {
        "id": "r\u00e9sum\u00e9-\U0001f4f0", "content": "text", "charset": "windows-1252",
        "url": "https://esker.example/bridge", "published": "2024-03-04", "verbatim": True,
        "stages": ["reading", "summary"], "sentences": 5, "offsets": "utf16", "timings": False,
    }  # fmt: skip
    group.good("empty", {})
    group.good("everything", everything)
    group.good("any-order", everything, backwards(everything))
    group.good("reading-only", {"stages": []})
    group.good("words", {"words": 100_000})
    group.good("ratio", {"ratio": 0.25})
    group.good("ratio-integer", {"ratio": 1})
    group.good("defaults-left-out", {}, {
        "content": "auto", "verbatim": False, "stages": ["reading", "entities", "summary"], "offsets": "scalar",
        "timings": True,
    })  # fmt: skip
    group.bad("unknown", "unknown_option", {"id": "1", "sentances": 3})
    group.bad("unknown-case", "unknown_option", {"ID": "1"})
    group.bad("wrong-type-text", "bad_body", {"id": 17})
    group.bad("wrong-type-integer", "bad_body", {"sentences": "3"})
    group.bad("wrong-type-boolean", "bad_body", {"timings": 1})
    group.bad("wrong-type-array", "bad_body", {"stages": "reading"})
    group.bad("wrong-type-item", "bad_body", {"stages": ["reading", 2]})
    group.bad("fraction-for-integer", "bad_body", {"sentences": 2.5})
    group.bad("unknown-content", "bad_option", {"content": "pdf"})
    group.bad("unknown-stage", "bad_option", {"stages": ["translation"]})
    group.bad("unknown-offsets", "bad_option", {"offsets": "bytes"})
    group.one("nothing", "cbor", b"", "bad_body")
    group.one("nothing", "json", b"", "bad_body")
    group.one("array", "json", b"[]", "bad_body")
    group.one("array", "cbor", b"\x80", "bad_body")
    group.one("null", "json", b'{"id":null}', "bad_body")
    group.one("null", "cbor", b"\xa1\x62id\xf6", "bad_body")
    group.one("twice", "json", b'{"id":"a","id":"b"}', "bad_body")
    group.one("twice", "cbor", b"\xa2\x62id\x61a\x62id\x61b", "bad_body")
    group.one("integer-too-wide", "json", b'{"sentences":9223372036854775808}', "bad_option")
    group.one("integer-too-wide", "cbor", b"\xa1\x69sentences" + cbor_head(0, 2**63), "bad_option")
    group.one("byte-string", "cbor", b"\xa1\x62id\x41a", "bad_body")
    return group.vectors


def integers(group: Group) -> None:
    """Every width of a CBOR integer, shortest or not, and the floats of every width."""

    def speaker(data: bytes) -> bytes:
        return (b"\xa3\x66engine" + cbor(ENGINE) + b"\x66stages\x80\x66quotes\x81\xa3"
                b"\x65start\x00\x63end\x01\x67speaker" + data)  # fmt: skip

    def score(data: bytes) -> bytes:
        return (b"\xa3\x66engine" + cbor(ENGINE) + b"\x66stages\x80\x6akeyphrases\x81\xa2\x64text\x61k\x65score"
                + data)  # fmt: skip

    def with_speaker(value: int) -> dict[str, Any]:
        return {"engine": ENGINE, "quotes": [{"start": 0, "end": 1, "speaker": value}], "stages": []}

    def with_score(value: float) -> dict[str, Any]:
        return {"engine": ENGINE, "keyphrases": [{"text": "k", "score": value}], "stages": []}

    for value in (0, 23, 24, 255, 256, 65_535, 65_536, 2**32 - 1, 2**32, 2**63 - 1, -1, -24, -25, -256, -257, -(2**63)):
        name = f"integer-{'minus-' if value < 0 else ''}{abs(value)}"
        group.one(name, "cbor", speaker(cbor(value)), with_speaker(value))
        group.one(name, "json", text(with_speaker(value)).encode(), with_speaker(value))
    for width in (1, 2, 4, 8):
        group.one(f"integer-5-in-{width}-bytes", "cbor", speaker(cbor_head(0, 5, width)), with_speaker(5))
    group.one("integer-too-wide", "cbor", speaker(cbor_head(0, 2**63)), "bad_body")
    group.one("integer-too-low", "cbor", speaker(cbor_head(1, 2**63)), "bad_body")
    group.one("float16", "cbor", score(b"\xf9\x38\x00"), with_score(0.5))
    group.one("float16-subnormal", "cbor", score(b"\xf9\x00\x01"), with_score(2.0**-24))
    group.one("float32", "cbor", score(b"\xfa" + struct.pack(">f", 0.125)), with_score(0.125))
    group.one("float64", "cbor", score(b"\xfb" + struct.pack(">d", 0.1)), with_score(0.1))
    group.one("float-infinite", "cbor", score(b"\xf9\x7c\x00"), "bad_body")
    group.one("float-nan", "cbor", score(b"\xfb\x7f\xf8" + bytes(6)), "bad_body")
    group.one("float-from-integer", "cbor", score(b"\x01"), with_score(1))
    group.one("float-for-integer", "cbor", speaker(b"\xfb" + struct.pack(">d", 1.0)), "bad_body")
    group.one("number-exponent", "json", text(with_score(0.5)).replace("0.5", "50E-2").encode(), with_score(0.5))
    group.one("number-leading-zero", "json", text(with_score(0.5)).replace("0.5", "00.5").encode(), "bad_body")
    group.one("number-without-digit", "json", text(with_score(0.5)).replace("0.5", ".5").encode(), "bad_body")
    group.one("number-nan", "json", text(with_score(0.5)).replace("0.5", "NaN").encode(), "bad_body")
    group.one("number-too-large", "json", text(with_score(0.5)).replace("0.5", "1e999").encode(), "bad_body")


def analysis() -> list[Vector]:
    group = Group("analysis", "Result")
    full = full_analysis()
    group.good("bare", BARE)
    group.good("full", full)
    group.good("any-order", full, backwards(full))
    ran = {"engine": ENGINE, "entities": [], "quotes": [], "keyphrases": [], "stages": []}
    group.good("empty-lists-of-stages-that-ran", ran, {**ran, "warnings": []})
    group.good("unknown-keys-skipped", BARE, {
        "mood": {"joy": [1, 2.5, True, "x", {"y": []}]}, "engine": {**ENGINE, "build": 7}, "stages": [], "z": "z",
    }, section="Versions")  # fmt: skip
    group.good(
        "unknown-labels",
        {
            "engine": ENGINE,
            "entities": [{"id": 1, "name": "X", "type": "MISC", "salience": 0.5, "mentions": []}],
            "stages": [{"name": "reading", "status": "failed"}],
        },
        {
            "engine": ENGINE,
            "entities": [{"id": 1, "name": "X", "type": "VEHICLE", "salience": 0.5, "mentions": []}],
            "stages": [{"name": "reading", "status": "postponed"}],
        },
        section="Versions",
    )
    for path, name in ((("engine",), "engine"), (("stages",), "stages"), (("engine", "model"), "model")):
        broken: Any = {**BARE, "engine": dict(ENGINE)}
        inner = broken
        for key in path[:-1]:
            inner = inner[key]
        del inner[path[-1]]
        group.bad(f"missing-{name}", "bad_body", broken)
    group.bad("missing-text", "bad_body", {**BARE, "article": {
        "wordCount": 0, "readingSeconds": 0, "paragraphs": [], "sentences": []}})  # fmt: skip
    group.bad("wrong-type-text-for-integer", "bad_body", {**BARE, "quotes": [{"start": "0", "end": 1}]})
    group.bad("wrong-type-map-for-array", "bad_body", {**BARE, "entities": {}})
    group.bad("wrong-type-integer-for-text", "bad_body", {**BARE, "warnings": [5]})
    integers(group)

    bare = cbor(BARE)[1:]
    group.one("duplicate-key", "cbor", b"\xa3" + bare + b"\x66stages\x80", "bad_body")
    group.one("duplicate-key-inside", "cbor",
              b"\xa2\x66engine\xa3\x67version\x611\x65model\x611\x65model\x612\x66stages\x80", "bad_body")  # fmt: skip
    group.one("indefinite-map", "cbor", b"\xbf" + bare + b"\xff", "bad_body")
    group.one("indefinite-array", "cbor", b"\xa2\x66engine" + cbor(ENGINE) + b"\x66stages\x9f\xff", "bad_body")
    group.one("indefinite-text", "cbor", b"\xa3\x62id\x7f\x61a\x61b\xff" + bare, "bad_body")
    group.one("indefinite-in-unknown", "cbor", b"\xa3\x61z\x9f\xff" + bare, "bad_body")
    group.one("tag", "cbor", b"\xa3\x62id\xc0\x61a" + bare, "bad_body")
    group.one("tag-on-top", "cbor", b"\xd9\xd9\xf7" + cbor(BARE), "bad_body")
    group.one("tag-in-unknown", "cbor", b"\xa3\x61z\xc1\x01" + bare, "bad_body")
    group.one("key-not-text", "cbor", b"\xa3\x01\x01" + bare, "bad_body")
    group.one("null", "cbor", b"\xa3\x62id\xf6" + bare, "bad_body")
    group.one("null-in-unknown", "cbor", b"\xa3\x61z\xf6" + bare, BARE)
    group.one("byte-string-in-unknown", "cbor", b"\xa3\x61z\x42\x00\xff" + bare, BARE)
    group.one("reserved-length", "cbor", b"\xa3\x61z\x1c" + bare, "bad_body")
    group.one("not-utf8", "cbor", b"\xa3\x62id\x62\xc3\x28" + bare, "bad_body")
    group.one("surrogate-in-utf8", "cbor", b"\xa3\x62id\x63\xed\xa0\x80" + bare, "bad_body")
    group.one("overlong-utf8", "cbor", b"\xa3\x62id\x62\xc0\xaf" + bare, "bad_body")
    group.one("bytes-after", "cbor", cbor(BARE) + b"\x00", "bad_body")
    group.one("cut", "cbor", cbor(full)[:-1], "bad_body")
    group.one("cut-in-head", "cbor", b"\xa3\x62id\x79\x01", "bad_body")
    group.one("text-longer-than-body", "cbor", b"\xa3\x62id\x7a\xff\xff\xff\xff", "bad_body")
    group.one("array-longer-than-body", "cbor",
              b"\xa2\x66engine" + cbor(ENGINE) + b"\x66stages\x9b" + b"\xff" * 8, "bad_body")  # fmt: skip
    group.one("map-longer-than-body", "cbor", b"\xbb" + b"\xff" * 8 + bare, "bad_body")
    group.one("nested-32", "cbor", b"\xa3\x61z" + nested(31, "cbor") + bare, BARE)
    group.one("nested-33", "cbor", b"\xa3\x61z" + nested(32, "cbor") + bare, "bad_body")
    group.one("nested-100000", "cbor", b"\xa3\x61z" + b"\x81" * 100_000, "bad_body")

    plain = text(BARE).encode()
    group.one("white-space", "json", b" \t\r\n" + plain.replace(b":", b" :\n").replace(b",", b"\t, ") + b"\n", BARE)
    group.one("duplicate-key", "json", plain[:-1] + b',"stages":[]}', "bad_body")
    group.one("escaped-key", "json", plain.replace(b'"stages"', b'"st\\u0061ges"'), BARE)
    group.one("escapes", "json", b'{"id":"\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\udcf0",' + plain[1:],
              {"id": '"\\/\b\f\n\r\t\u00e9\U0001f4f0', **BARE})  # fmt: skip
    group.one("lone-high-surrogate", "json", b'{"id":"a\\ud83db",' + plain[1:], {"id": "a\ufffdb", **BARE})
    group.one("lone-low-surrogate", "json", b'{"id":"a\\udcf0b",' + plain[1:], {"id": "a\ufffdb", **BARE})
    group.one("bad-escape", "json", b'{"id":"\\x41",' + plain[1:], "bad_body")
    group.one("short-escape", "json", b'{"id":"\\u12",' + plain[1:], "bad_body")
    group.one("line-feed-in-string", "json", b'{"id":"a\nb",' + plain[1:], "bad_body")
    group.one("not-utf8", "json", b'{"id":"\xc3\x28",' + plain[1:], "bad_body")
    group.one("byte-order-mark", "json", b"\xef\xbb\xbf" + plain, "bad_body")
    group.one("comma-at-end", "json", plain[:-1] + b",}", "bad_body")
    group.one("single-quotes", "json", plain.replace(b'"', b"'"), "bad_body")
    group.one("comment", "json", plain + b" // done", "bad_body")
    group.one("two-values", "json", plain + plain, "bad_body")
    group.one("cut", "json", plain[:-1], "bad_body")
    group.one("string-not-ended", "json", b'{"id":"abc', "bad_body")
    group.one("null", "json", b'{"id":null,' + plain[1:], "bad_body")
    group.one("null-in-unknown", "json", b'{"z":null,' + plain[1:], BARE)
    group.one("nested-32", "json", b'{"z":' + nested(31, "json") + b"," + plain[1:], BARE)
    group.one("nested-33", "json", b'{"z":' + nested(32, "json") + b"," + plain[1:], "bad_body")
    group.one("nested-100000", "json", b'{"z":' + b"[" * 100_000, "bad_body")
    return group.vectors


def hello() -> list[Vector]:
    group = Group("hello", "HELLO")
    least = {"minVersion": 1, "maxVersion": 1}
    most = {
        **least, "agent": "wiredesk-python/1", "maxFrame": 1_048_576, "maxRaw": 8_388_608, "codecs": ["zlib"],
        "encodings": ["json", "cbor"], "crc32": True, "auth": {"name": "crawler-3", "mac": "0f" * 32},
    }  # fmt: skip
    server = {
        "version": 1, "agent": "wiredesk/0.1.0", "maxFrame": 4_194_304, "maxRaw": 8_454_144, "maxHTML": 8_388_608,
        "maxText": 1_048_576, "codecs": ["zlib"], "encodings": ["cbor", "json"], "crc32": True, "requests": 64,
        "bytes": 16_777_216, "auth": {"scheme": "hmac-sha256", "nonce": "a5" * 32},
    }  # fmt: skip
    client = {"sender": "client"}
    group.good("client-least", least, **client)
    group.good("client-most", most, **client)
    group.good("client-any-order", most, backwards(most), **client)
    group.good("client-range", {"minVersion": 1, "maxVersion": 9}, **client)
    group.good("client-defaults-left-out", least, {
        **least, "maxFrame": 4_194_304, "maxRaw": 67_108_864, "codecs": [], "encodings": [], "crc32": False,
    }, **client)  # fmt: skip
    group.good("client-unknown-skipped", least, {"colour": ["red", {"deep": 1}], **least, "x": 1}, **client)
    group.bad("client-missing-version", "bad_body", {"minVersion": 1}, **client)
    group.bad("client-wrong-type", "bad_body", {**least, "codecs": "zlib"}, **client)
    group.bad("client-version-text", "bad_body", {"minVersion": "1", "maxVersion": "1"}, **client)
    group.one("client-twice", "cbor", b"\xa3" + cbor(least)[1:] + b"\x6aminVersion\x01", "bad_body", **client)
    group.one("client-twice", "json", b'{"minVersion":1,"maxVersion":1,"minVersion":1}', "bad_body", **client)
    group.one("client-cut", "cbor", cbor(least)[:-1], "bad_body", **client)
    group.one("client-cut", "json", text(least).encode()[:-1], "bad_body", **client)
    group.good("server", server, sender="server")
    group.good("server-unknown-skipped", server, {**server, "region": "north"}, sender="server")
    return group.vectors


def vectors() -> list[Vector]:
    return options() + hello() + analysis()
