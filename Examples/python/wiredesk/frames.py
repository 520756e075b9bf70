"""Frames of the Wiredesk protocol, written from protocol.md ("Frames"): bytes to meaning and back, no I/O."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

HELLO, REQUEST, PART, RESULT, ERROR, CANCEL, CREDIT, PING, PONG, GOAWAY = range(1, 11)
EXTENDED, COMPRESSED, JSON, STREAM = 1, 2, 4, 8
DEADLINE, RAW_LENGTH, PRIORITY, TRACE, CRC32 = range(1, 6)
MAX_FRAME, MAX_RAW = 4 << 20, 64 << 20
HEADER = struct.Struct("<IBBHQ")
EXTENSION_SIZES = {
    DEADLINE: range(4, 5),
    RAW_LENGTH: range(4, 5),
    PRIORITY: range(1, 2),
    TRACE: range(1, 129),
    CRC32: range(4, 5),
}
FLAGS = {
    HELLO: JSON,
    REQUEST: COMPRESSED | JSON | STREAM,
    PART: COMPRESSED | JSON,
    RESULT: COMPRESSED | JSON,
    ERROR: JSON,
}


class BadFrame(Exception):
    """The bytes are not what protocol.md allows; nothing behind them can be trusted."""


@dataclass
class Frame:
    type: int
    flags: int
    code: int
    id: int
    payload: bytes
    extensions: dict[int, bytes] = field(default_factory=dict)


def encode_frame(
    type: int,
    payload: bytes = b"",
    *,
    flags: int = 0,
    code: int = 0,
    id: int = 0,
    extensions: dict[int, bytes] | None = None,
    checksum: bool = False,
) -> bytes:
    entries = {**(extensions or {}), **({CRC32: bytes(4)} if checksum else {})}
    block = b"".join(bytes([kind, len(value)]) + value for kind, value in entries.items())
    if entries:
        flags |= EXTENDED
        block = struct.pack("<H", len(block)) + block
    head = HEADER.pack(len(block) + len(payload), type, flags, code, id) + block
    if checksum:
        head = head[:-4] + struct.pack("<I", zlib.crc32(payload, zlib.crc32(head)))
    return head + payload


class FrameDecoder:
    """Bytes to frames. Frames longer than `max_frame` are passed over; `oversized` has their ids."""

    def __init__(self, max_frame: int = MAX_FRAME) -> None:
        self.max_frame = max_frame
        self.oversized: list[int] = []
        self._buffer = bytearray()
        self._skip = 0

    @property
    def is_inside_frame(self) -> bool:
        return bool(self._buffer) or self._skip > 0

    def feed(self, data: bytes) -> Iterator[Frame]:
        self._buffer += data
        while True:
            passed = min(self._skip, len(self._buffer))
            del self._buffer[:passed]
            self._skip -= passed
            if len(self._buffer) < HEADER.size:
                return
            length, type, flags, code, id = HEADER.unpack_from(self._buffer)
            if length > self.max_frame:
                self.oversized.append(id)
                self._skip = HEADER.size + length
                continue
            if len(self._buffer) < HEADER.size + length:
                return
            raw = bytes(self._buffer[: HEADER.size + length])
            del self._buffer[: len(raw)]
            if HELLO <= type <= GOAWAY:
                yield self._frame(raw, type, flags, code, id)

    def _frame(self, raw: bytes, type: int, flags: int, code: int, id: int) -> Frame:
        if flags & ~(FLAGS.get(type, 0) | EXTENDED):
            raise BadFrame(f"flags {flags:#04x} on type {type}")
        frame = Frame(type, flags, code, id, raw[HEADER.size :])
        if flags & EXTENDED:
            at, end = HEADER.size + 2, HEADER.size + 2 + int.from_bytes(frame.payload[:2], "little")
            if len(frame.payload) < 2 or end > len(raw) or end - at > 4096:
                raise BadFrame("extension block runs past the frame or is too long")
            while at < end:
                if at + 2 > end or at + 2 + raw[at + 1] > end:
                    raise BadFrame("extension runs past its block")
                kind, value = raw[at], raw[at + 2 : at + 2 + raw[at + 1]]
                at += 2 + len(value)
                if kind in EXTENSION_SIZES:
                    if len(value) not in EXTENSION_SIZES[kind] or kind in frame.extensions:
                        raise BadFrame(f"extension {kind} has a wrong length or occurs twice")
                    frame.extensions[kind] = value
                if kind == CRC32:
                    whole = raw[: at - 4] + bytes(4) + raw[at:]
                    if zlib.crc32(whole) != int.from_bytes(value, "little"):
                        raise BadFrame("wrong CRC-32")
            frame.payload = raw[end:]
            if frame.extensions.get(PRIORITY, b"\0")[0] > 2 or any(
                not 0x21 <= byte <= 0x7E for byte in frame.extensions.get(TRACE, b"")
            ):
                raise BadFrame("PRIORITY or TRACE has a bad value")
        return frame


def inflate(frame: Frame, limit: int = MAX_RAW) -> bytes:
    """The raw payload, never more than announced."""
    if not frame.flags & COMPRESSED:
        return frame.payload
    raw = int.from_bytes(frame.extensions.get(RAW_LENGTH, b"\xff" * 8), "little")
    if raw > limit:
        raise BadFrame("RAW_LENGTH is missing or too large")
    stream = zlib.decompressobj()
    try:
        data = stream.decompress(frame.payload, raw + 1)
    except zlib.error as error:
        raise BadFrame(str(error)) from None
    if len(data) != raw or not stream.eof or stream.unused_data:
        raise BadFrame("payload does not inflate to RAW_LENGTH bytes")
    return data
