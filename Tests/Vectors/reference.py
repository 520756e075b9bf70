"""A slow, strict reader of bodies, written from protocol.md ("Bodies", "Schema") to check the vectors with."""

from __future__ import annotations

import json
import math
import struct
from typing import Any

DEPTH = 32
# A field: name, type, presence ("required", "optional", "list"), or a default as the third item.
# A type: "integer", "number", "boolean", "text", a tuple of labels, a record's name, or a list of one of these.
SPAN = [("start", "integer", "required"), ("end", "integer", "required")]
STAGE = ("reading", "entities", "summary")
KIND = ("body", "heading", "list", "quote", "caption")
REASON = ("boilerplate", "navigation", "advertisement", "consent", "related", "subscription", "social", "comments",
          "byline", "dateline", "title", "credit", "legal", "duplicate", "hidden")  # fmt: skip
ENTITY = ("MISC", "PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "LAW", "WORK", "PRODUCT", "DATE", "TIME",
          "DURATION", "SET", "MONEY", "PERCENT", "QUANTITY")  # fmt: skip
STATUS = ("failed", "ok", "skipped", "timeout")
# Labels of results: what is not in the list reads as its first.
LENIENT = (KIND, REASON, ENTITY, STATUS)

RECORDS: dict[str, list[tuple[Any, ...]]] = {
    "options": [
        ("id", "text", "optional"), ("content", ("auto", "html", "text"), "default", "auto"),
        ("charset", "text", "optional"), ("url", "text", "optional"), ("published", "text", "optional"),
        ("verbatim", "boolean", "default", False), ("stages", [STAGE], "default", list(STAGE)),
        ("sentences", "integer", "optional"), ("words", "integer", "optional"), ("ratio", "number", "optional"),
        ("offsets", ("scalar", "utf8", "utf16"), "default", "scalar"), ("timings", "boolean", "default", True),
    ],
    "client-hello": [
        ("minVersion", "integer", "required"), ("maxVersion", "integer", "required"), ("agent", "text", "optional"),
        ("maxFrame", "integer", "default", 4194304), ("maxRaw", "integer", "default", 67108864),
        ("codecs", ["text"], "list"), ("encodings", ["text"], "list"), ("crc32", "boolean", "default", False),
        ("auth", "client-auth", "optional"),
    ],
    "client-auth": [("name", "text", "required"), ("mac", "text", "required")],
    "server-hello": [
        ("version", "integer", "required"), ("agent", "text", "optional"), ("maxFrame", "integer", "required"),
        ("maxRaw", "integer", "required"), ("maxHTML", "integer", "required"), ("maxText", "integer", "required"),
        ("codecs", ["text"], "list"), ("encodings", ["text"], "list"), ("crc32", "boolean", "default", False),
        ("requests", "integer", "required"), ("bytes", "integer", "required"), ("auth", "server-auth", "optional"),
    ],
    "server-auth": [("scheme", "text", "required"), ("nonce", "text", "required"), ("binding", "text", "optional")],
    "error": [
        ("code", "text", "required"), ("message", "text", "required"), ("retryable", "boolean", "required"),
        ("retryAfter", "integer", "optional"), ("stage", STAGE, "optional"),
    ],
    "result": [
        ("id", "text", "optional"), ("engine", "engine", "required"), ("article", "article", "optional"),
        ("entities", ["entity"], "optional"), ("quotes", ["quote"], "optional"),
        ("keyphrases", ["keyphrase"], "optional"), ("summary", "summary", "optional"),
        ("stages", ["stage"], "required"), ("warnings", ["text"], "list"),
    ],
    "engine": [("version", "text", "required"), ("model", "text", "required")],
    "article": [
        ("title", "text", "optional"), ("subtitle", "text", "optional"), ("authors", ["author"], "list"),
        ("published", "text", "optional"), ("modified", "text", "optional"), ("siteName", "text", "optional"),
        ("section", "text", "optional"), ("tags", ["text"], "list"), ("language", "text", "optional"),
        ("url", "text", "optional"), ("image", "text", "optional"), ("wordCount", "integer", "required"),
        ("readingSeconds", "integer", "required"), ("fingerprint", "text", "optional"), ("text", "text", "required"),
        ("paragraphs", ["paragraph"], "required"), ("sentences", ["sentence"], "required"),
        ("removed", ["removed"], "list"),
    ],
    "author": [("name", "text", "required")],
    "span": SPAN,
    "paragraph": [*SPAN, ("kind", KIND, "required"), ("source", "span", "optional"), ("pieces", ["piece"], "list")],
    "piece": [*SPAN, ("source", "span", "required")],
    "sentence": [*SPAN, ("paragraph", "integer", "required")],
    "removed": [("source", "span", "optional"), ("text", "text", "required"), ("reason", REASON, "required")],
    "entity": [
        ("id", "integer", "required"), ("name", "text", "required"), ("type", ENTITY, "required"),
        ("salience", "number", "required"), ("aliases", ["text"], "list"), ("expansion", "text", "optional"),
        ("roles", ["role"], "list"), ("country", "text", "optional"), ("value", "text", "optional"),
        ("basis", "text", "optional"), ("mentions", ["mention"], "required"),
    ],
    "role": [("title", "text", "required"), *SPAN],
    "mention": [*SPAN, ("confidence", "number", "required")],
    "quote": [*SPAN, ("speaker", "integer", "optional")],
    "keyphrase": [("text", "text", "required"), ("score", "number", "required")],
    "summary": [("sentences", ["chosen"], "required"), ("text", "text", "required")],
    "chosen": [("index", "integer", "required"), *SPAN, ("score", "number", "required")],
    "stage": [
        ("name", STAGE, "required"), ("status", STATUS, "required"), ("microseconds", "integer", "optional"),
        ("message", "text", "optional"),
    ],
}  # fmt: skip


class Refused(Exception):
    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"{name}: {why}")
        self.name = name


class Pairs(list[tuple[Any, Any]]):
    """A map as it stands in the body."""


def read(record: str, data: bytes, encoding: str) -> dict[str, Any]:
    value = parse_cbor(data) if encoding == "cbor" else parse_json(data)
    return meaning(record, value, strict=record == "options")


def meaning(record: str, value: Any, strict: bool) -> dict[str, Any]:
    if not isinstance(value, Pairs):
        raise Refused("bad_body", f"{record} is no map")
    fields = {field[0]: field for field in RECORDS[record]}
    found: dict[str, Any] = {}
    for key, item in value:
        if key not in fields:
            if strict:
                raise Refused("unknown_option", key)
            continue
        if key in found:
            raise Refused("bad_body", f"{key} twice")
        found[key] = convert(fields[key][1], item, strict)
    out = {}
    for name, _, presence, *default in RECORDS[record]:
        if name not in found:
            if presence == "required":
                raise Refused("bad_body", f"{record} without {name}")
        elif not (presence == "list" and found[name] == [] or presence == "default" and found[name] == default[0]):
            out[name] = found[name]
    return out


def convert(kind: Any, value: Any, strict: bool) -> Any:
    def require(condition: bool) -> None:
        if not condition:
            raise Refused("bad_body", f"{value!r} is no {kind}")

    if isinstance(kind, list):
        require(isinstance(value, list) and not isinstance(value, Pairs))
        return [convert(kind[0], item, strict) for item in value]
    if isinstance(kind, tuple):
        require(isinstance(value, str))
        if value in kind:
            return value
        if kind in LENIENT:
            return kind[0]
        raise Refused("bad_option" if strict else "bad_body", f"{value!r} is not in the list")
    if kind == "text":
        require(isinstance(value, str))
    elif kind == "boolean":
        require(isinstance(value, bool))
    elif kind == "integer":
        require(isinstance(value, int) and not isinstance(value, bool))
        if not -(2**63) <= value < 2**63:
            raise Refused("bad_option" if strict else "bad_body", "integer too wide")
    elif kind == "number":
        require(isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value))
        return int(value) if float(value).is_integer() and abs(value) < 1e15 else value
    else:
        return meaning(kind, value, strict)
    return value


def parse_json(data: bytes) -> Any:
    def refuse(_: str) -> None:
        raise Refused("bad_body", "no JSON number")

    try:
        text = data.decode("utf-8")
        value = json.loads(text, object_pairs_hook=Pairs, parse_constant=refuse)
    except RecursionError:
        raise Refused("bad_body", "nested too deep") from None
    except ValueError as error:
        raise Refused("bad_body", str(error)) from None
    level, depth = [value], 0
    while level := [item for item in level if isinstance(item, list)]:
        depth += 1
        level = [pair[1] if isinstance(item, Pairs) else pair for item in level for pair in item]
    if depth > DEPTH:
        raise Refused("bad_body", "nested too deep")
    return without_surrogates(value)


def without_surrogates(value: Any) -> Any:
    if isinstance(value, str):
        return "".join("\ufffd" if 0xD800 <= ord(character) < 0xE000 else character for character in value)
    if isinstance(value, Pairs):
        return Pairs((without_surrogates(key), without_surrogates(item)) for key, item in value)
    if isinstance(value, list):
        return [without_surrogates(item) for item in value]
    return value


def parse_cbor(data: bytes) -> Any:
    try:
        value, end = cbor_item(data, 0, 0)
    except (IndexError, struct.error):
        raise Refused("bad_body", "cut short") from None
    except UnicodeDecodeError as error:
        raise Refused("bad_body", str(error)) from None
    if end != len(data):
        raise Refused("bad_body", "bytes after the body")
    return value


def cbor_item(data: bytes, at: int, depth: int) -> tuple[Any, int]:
    major, info = data[at] >> 5, data[at] & 31
    at += 1
    size = {24: 1, 25: 2, 26: 4, 27: 8}.get(info, 0)
    if info > 27 or major == 6:
        raise Refused("bad_body", "indefinite, reserved or tagged")
    if at + size > len(data):
        raise Refused("bad_body", "cut short")
    head = data[at : at + size]
    argument = int.from_bytes(head, "big") if size else info
    at += size
    if major == 0:
        return argument, at
    if major == 1:
        return -1 - argument, at
    if major in (2, 3):
        if at + argument > len(data):
            raise Refused("bad_body", "cut short")
        raw = data[at : at + argument]
        return (raw if major == 2 else raw.decode("utf-8")), at + argument
    if major == 7:
        if size >= 2:
            return struct.unpack({2: ">e", 4: ">f", 8: ">d"}[size], head)[0], at
        return {20: False, 21: True}.get(argument), at
    if depth == DEPTH:
        raise Refused("bad_body", "nested too deep")
    items: list[Any] = Pairs() if major == 5 else []
    for _ in range(argument):
        item, at = cbor_item(data, at, depth + 1)
        if major == 5:
            if not isinstance(item, str):
                raise Refused("bad_body", "key is no text")
            value, at = cbor_item(data, at, depth + 1)
            item = (item, value)
        items.append(item)
    return items, at
