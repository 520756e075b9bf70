"""Builds annotated bytes: frames, extension blocks, CBOR and request payloads.

It can build wrong bytes as easily as right ones, so nothing here checks anything.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterable
from typing import Any

# Bytes and what they are. A vector is a list of these.
Chunk = tuple[bytes, str]
Chunks = list[Chunk]

PREFACE = bytes.fromhex("8957444b0d0a1a0a")
TYPES = {
    "HELLO": 1, "REQUEST": 2, "PART": 3, "RESULT": 4, "ERROR": 5,
    "CANCEL": 6, "CREDIT": 7, "PING": 8, "PONG": 9, "GOAWAY": 10,
}  # fmt: skip
FLAGS = {"EXTENDED": 1, "COMPRESSED": 2, "JSON": 4, "STREAM": 8}
DEADLINE, RAW_LENGTH, PRIORITY, TRACE, CRC32, DICTIONARY = 1, 2, 3, 4, 5, 6
EXTENSION_NAMES = {1: "DEADLINE", 2: "RAW_LENGTH", 3: "PRIORITY", 4: "TRACE", 5: "CRC32", 6: "dictionary id"}


def u8(value: int) -> bytes:
    return struct.pack("<B", value)


def u16(value: int) -> bytes:
    return struct.pack("<H", value)


def u32(value: int) -> bytes:
    return struct.pack("<I", value)


def u64(value: int) -> bytes:
    return struct.pack("<Q", value)


def joined(chunks: Iterable[Chunk]) -> bytes:
    return b"".join(data for data, _ in chunks)


def preface() -> Chunks:
    return [(PREFACE, "preface")]


def entry(kind: int, value: bytes, comment: str | None = None) -> Chunk:
    name = EXTENSION_NAMES.get(kind, f"extension {kind}")
    return u8(kind) + u8(len(value)) + value, comment or f"{name}"


def deadline(milliseconds: int) -> Chunk:
    return entry(DEADLINE, u32(milliseconds), f"DEADLINE {milliseconds} ms")


def raw_length(count: int) -> Chunk:
    return entry(RAW_LENGTH, u32(count), f"RAW_LENGTH {count}")


def priority(level: int) -> Chunk:
    return entry(PRIORITY, u8(level), f"PRIORITY {level}")


def trace(value: str) -> Chunk:
    return entry(TRACE, value.encode(), "TRACE")


def frame(
    kind: str | int,
    payload: bytes | Chunks = b"",
    *,
    flags: int = 0,
    code: int = 0,
    id: int = 0,
    extensions: list[Chunk] | None = None,
    crc: int | None = None,
    length: int | None = None,
    block: bytes | None = None,
) -> Chunks:
    """One frame. `extensions` sets EXTENDED and writes the block's length; `block` is a block as it is, right or wrong.
    `crc` appends a CRC32 entry: 0 for the right one, anything else is added to it. `length` overrides the header's."""
    if isinstance(payload, bytes):
        payload = [(payload, "payload")] if payload else []
    entries = list(extensions or [])
    if crc is not None:
        entries.append(entry(CRC32, u32(0), "CRC32"))
    head: Chunks = []
    if block is not None:
        flags |= FLAGS["EXTENDED"]
        head = [(block, "extension block")]
    elif extensions is not None or crc is not None:
        flags |= FLAGS["EXTENDED"]
        head = [(u16(len(joined(entries))), f"extension block: {len(joined(entries))} bytes")] + entries
    number = TYPES[kind] if isinstance(kind, str) else kind
    after = len(joined(head)) + len(joined(payload)) if length is None else length
    names = [name for name, bit in FLAGS.items() if flags & bit]
    if flags & 0xF0:
        names.append(f"{flags & 0xF0:#04x}")
    title = kind if isinstance(kind, str) else f"type {kind}"
    comment = f"{title}, id {id}" + (f", code {code}" if code else "")
    comment += (f", {' '.join(names)}" if names else "") + f": {after} bytes follow"
    header = u32(after) + u8(number) + u8(flags) + u16(code) + u64(id)
    if crc is not None:
        whole = header + joined(head) + joined(payload)
        value = (zlib.crc32(whole) + crc) & 0xFFFFFFFF
        head[-1] = entry(CRC32, u32(value), "CRC32" if crc == 0 else "CRC32, wrong")
    return [(header, comment)] + head + payload


def cbor_head(major: int, value: int, width: int | None = None) -> bytes:
    """The head of an item; `width` 1, 2, 4 or 8 makes it longer than it must be."""
    if width is None:
        if value < 24:
            return bytes([major << 5 | value])
        width = 1 if value < 1 << 8 else 2 if value < 1 << 16 else 4 if value < 1 << 32 else 8
    info = {1: 24, 2: 25, 4: 26, 8: 27}[width]
    return bytes([major << 5 | info]) + value.to_bytes(width, "big")


class Raw(bytes):
    """CBOR or JSON written by hand."""


def cbor(value: Any) -> bytes:
    """Shortest heads, 64-bit floats, definite lengths."""
    if isinstance(value, Raw):
        return bytes(value)
    if isinstance(value, bool):
        return b"\xf5" if value else b"\xf4"
    if isinstance(value, int):
        return cbor_head(0, value) if value >= 0 else cbor_head(1, ~value)
    if isinstance(value, float):
        return b"\xfb" + struct.pack(">d", value)
    if isinstance(value, str):
        return cbor_head(3, len(value.encode())) + value.encode()
    if isinstance(value, list):
        return cbor_head(4, len(value)) + b"".join(cbor(item) for item in value)
    if isinstance(value, dict):
        return cbor_head(5, len(value)) + b"".join(cbor(key) + cbor(item) for key, item in value.items())
    raise TypeError(type(value))


def cbor_chunks(value: Any, indent: str = "", lead: bytes = b"", prefix: str = "") -> Chunks:
    """CBOR with one line for each scalar and each opening of a map or an array."""
    if isinstance(value, dict):
        out: Chunks = [(lead + cbor_head(5, len(value)), f"{indent}{prefix}map of {len(value)}")]
        for key, item in value.items():
            out += cbor_chunks(item, indent + "  ", cbor(key), f"{key}: ")
        return out
    if isinstance(value, list):
        out = [(lead + cbor_head(4, len(value)), f"{indent}{prefix}array of {len(value)}")]
        for item in value:
            out += cbor_chunks(item, indent + "  ")
        return out
    return [(lead + cbor(value), f"{indent}{prefix}{text(value)}")]


def text(value: Any) -> str:
    """Compact JSON, as Wiredesk writes it: whole numbers without a fraction."""

    def plain(item: Any) -> Any:
        if isinstance(item, float) and item.is_integer() and abs(item) < 1e15:
            return int(item)
        if isinstance(item, list):
            return [plain(one) for one in item]
        if isinstance(item, dict):
            return {key: plain(one) for key, one in item.items()}
        return item

    return json.dumps(plain(value), ensure_ascii=False, separators=(",", ":"))


def body(value: Any, encoding: str) -> bytes:
    if isinstance(value, Raw):
        return bytes(value)
    return cbor(value) if encoding == "cbor" else text(value).encode()


def request_payload(options: Any, article: bytes, encoding: str = "json", options_length: int | None = None) -> Chunks:
    """`options` None writes none at all: a length of 0."""
    data = b"" if options is None else body(options, encoding)
    count = len(data) if options_length is None else options_length
    out: Chunks = [(u32(count), f"length of the options: {count}")]
    if data:
        shown = data.decode() if encoding == "json" and not isinstance(options, Raw) else "options"
        out.append((data, shown))
    if article:
        out.append((article, "the article"))
    return out


def deflated(data: bytes, level: int = 1) -> bytes:
    return zlib.compress(data, level)
