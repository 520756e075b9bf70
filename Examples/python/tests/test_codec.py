"""Frames and bodies against the golden vectors."""

from __future__ import annotations

import json
import struct
import unittest
import zlib
from typing import Any

from vectors import all_vectors
from wiredesk import Result
from wiredesk import frames as wire
from wiredesk.bodies import BadBody, read
from wiredesk.frames import BadFrame, FrameDecoder, encode_frame, inflate
from wiredesk.results import Hello

TYPES = ["HELLO", "REQUEST", "PART", "RESULT", "ERROR", "CANCEL", "CREDIT", "PING", "PONG", "GOAWAY"]
FLAG_NAMES = {1: "EXTENDED", 2: "COMPRESSED", 4: "JSON", 8: "STREAM"}


def shown(frame: wire.Frame) -> dict[str, Any]:
    """A frame as the vectors write it."""
    names = {wire.DEADLINE: "deadline", wire.RAW_LENGTH: "rawLength", wire.PRIORITY: "priority"}
    extensions: dict[str, Any] = {}
    for kind, value in frame.extensions.items():
        if kind in names:
            extensions[names[kind]] = int.from_bytes(value, "little")
        elif kind == wire.TRACE:
            extensions["trace"] = value.decode()
    return {
        "type": TYPES[frame.type - 1],
        "flags": [name for bit, name in FLAG_NAMES.items() if frame.flags & bit],
        "code": frame.code,
        "id": frame.id,
        "extensions": extensions,
        "payload": frame.payload.hex(),
    }


def decoded(pieces: list[bytes]) -> dict[str, Any]:
    decoder = FrameDecoder()
    outcome: dict[str, Any] = {"frames": []}
    try:
        for piece in pieces:
            for frame in decoder.feed(piece):
                outcome["frames"].append(shown(frame))
        if decoder.is_inside_frame:
            outcome["incomplete"] = True
    except BadFrame:
        outcome["error"] = "bad_frame"
    if decoder.oversized:
        outcome["oversized"] = decoder.oversized
    return outcome


class Codec(unittest.TestCase):
    def test_vectors_whole_and_byte_by_byte(self) -> None:
        vectors = list(all_vectors("frames"))
        self.assertGreater(len(vectors), 80)
        for vector in vectors:
            with self.subTest(vector.path):
                self.assertEqual(decoded([vector.data]), vector.expect)
                if len(vector.data) < 10_000:
                    self.assertEqual(decoded([bytes([byte]) for byte in vector.data]), vector.expect)

    def test_encoder_and_decoder_agree(self) -> None:
        extensions = {wire.TRACE: b"00-1-2-03", wire.DEADLINE: struct.pack("<I", 9)}
        for checksum in (False, True):
            data = encode_frame(
                wire.REQUEST, b"body", flags=wire.JSON, code=1, id=2**64 - 1, extensions=extensions, checksum=checksum
            )
            (frame,) = FrameDecoder().feed(data)
            self.assertEqual((frame.payload, frame.id, frame.code), (b"body", 2**64 - 1, 1))
            self.assertEqual({kind: frame.extensions[kind] for kind in extensions}, extensions)
            self.assertEqual(wire.CRC32 in frame.extensions, checksum)

    def test_inflation_stops_at_the_length_announced(self) -> None:
        bomb = zlib.compress(bytes(8 << 20))
        good = zlib.compress(b"article")
        for declared, data in ((7, bomb), (6, good), (8, good), (7, good[:-1]), (7, good + b"x"), (65 << 20, good)):
            extensions = {wire.RAW_LENGTH: struct.pack("<I", declared)}
            with self.assertRaises(BadFrame):
                inflate(wire.Frame(wire.RESULT, wire.COMPRESSED, 0, 1, data, extensions))


class Bodies(unittest.TestCase):
    def test_vectors_in_json(self) -> None:
        kinds: dict[str, Any] = {"analysis": Result, "hello": Hello}
        played = 0
        for vector in all_vectors(*kinds):
            if vector.header["encoding"] != "json" or vector.header.get("from") == "client":
                continue
            played += 1
            with self.subTest(vector.path):
                if "error" in vector.expect:
                    with self.assertRaises(BadBody):
                        read(kinds[vector.kind], vector.data)
                else:
                    # Unknown keys stay, and empty lists: more than the vector lists, never less.
                    found = read(kinds[vector.kind], vector.data)
                    self.assertEqual(known(found, vector.expect["json"]), vector.expect["json"])
        self.assertGreater(played, 40)


def known(found: Any, expected: Any) -> Any:
    """What was found, as far as the vector names it."""
    if isinstance(expected, dict):
        return {key: known(found[key], item) for key, item in expected.items()}
    if isinstance(expected, list):
        return [known(one, two) for one, two in zip(found, expected, strict=True)]
    return found
