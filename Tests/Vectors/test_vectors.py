#!/usr/bin/env python3
"""Checks the vectors and protocol.md against each other, with a reader of bodies of its own.

Needs nothing that runs, and nothing of generator/.
"""

from __future__ import annotations

import hmac
import json
import re
import unittest
import zlib
from typing import Any

import reference
from vectors import PROTOCOL, all_vectors, unhex

TEXT = PROTOCOL.read_text(encoding="utf-8")
SCHEMAS = {"options": "options", "analysis": "result"}
BODIES = ("options", "hello", "analysis")


def exchange_blocks() -> dict[str, list[tuple[str, bytes]]]:
    """Each worked exchange as runs of one direction."""
    blocks = {}
    for name, block in re.findall(r"<!-- exchange: (\w+) -->\n```hex\n(.*?)\n```\n<!-- end -->", TEXT, re.DOTALL):
        runs: list[tuple[str, bytes]] = []
        for line in block.splitlines():
            if not line:
                runs.append(("", b""))
                continue
            data = unhex(line[1:].partition("#")[0])
            if runs and runs[-1][0] == line[0]:
                data = runs.pop()[1] + data
            runs.append((line[0], data))
        blocks[name] = [run for run in runs if run[0]]
    return blocks


def split_frame(data: bytes) -> tuple[int, int, int, int, dict[int, bytes], bytes]:
    """Type, flags, code, id, extensions and payload of the one frame that `data` is."""
    length = int.from_bytes(data[:4], "little")
    assert len(data) == 16 + length, "the header's length does not fit the bytes"
    rest = data[16:]
    extensions = {}
    if data[5] & 1:
        end = 2 + int.from_bytes(rest[:2], "little")
        at = 2
        while at < end:
            extensions[rest[at]] = rest[at + 2 : at + 2 + rest[at + 1]]
            at += 2 + rest[at + 1]
        rest = rest[end:]
    return data[4], data[5], int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:16], "little"), extensions, rest


class Vectors(unittest.TestCase):
    def test_every_vector_names_a_section(self) -> None:
        headings = set(re.findall(r"^#+ (.+)$", TEXT, re.MULTILINE))
        for vector in all_vectors("frames", "server", "proof", *BODIES):
            self.assertIn(vector.header["section"], headings, vector.path)

    def test_bodies_mean_what_they_say(self) -> None:
        bodies = list(all_vectors(*BODIES))
        self.assertGreater(len(bodies), 150)
        for vector in bodies:
            with self.subTest(vector.path):
                schema = SCHEMAS.get(vector.kind) or f"{vector.header['from']}-hello"
                try:
                    outcome: dict[str, Any] = {"json": reference.read(schema, vector.data, vector.header["encoding"])}
                except reference.Refused as error:
                    outcome = {"error": error.name}
                self.assertEqual(outcome, vector.expect)
                self.assertEqual(json.dumps(outcome), json.dumps(vector.expect), "keys in another order")

    def test_the_schema_has_the_fields_that_bodies_are_read_by(self) -> None:
        match = re.search(r"```cddl\n(.*?)```", TEXT, re.DOTALL)
        assert match
        schema = re.sub(r";.*", "", match[1])
        fields = {field[0] for record in reference.RECORDS.values() for field in record}
        self.assertEqual(set(re.findall(r"\b(\w+)\"?: ", schema)), fields)

    def test_both_encodings_mean_the_same(self) -> None:
        outcomes: dict[str, set[str]] = {}
        for vector in all_vectors(*BODIES):
            outcomes.setdefault(vector.path.rsplit("-", 1)[0], set()).add(vector.header["expect"])
        for name, expected in outcomes.items():
            self.assertEqual(len(expected), 1, name)


class Exchanges(unittest.TestCase):
    def test_frames_and_bodies(self) -> None:
        blocks = exchange_blocks()
        self.assertEqual(list(blocks), ["compressed", "refused", "draining", "authenticated", "lines"])
        schemas = {3: "result", 4: "result", 5: "error"}
        seen = set()
        for name in ("compressed", "refused", "draining", "authenticated"):
            inflated, spent = b"", {}
            for direction, data in blocks[name]:
                if data == bytes.fromhex("8957444b0d0a1a0a"):
                    continue
                if direction == "=":
                    self.assertEqual(data, inflated)
                    continue
                kind, flags, code, id, extensions, payload = split_frame(data)
                seen.add(kind)
                encoding = "json" if flags & 4 else "cbor"
                if flags & 2:
                    payload = inflated = zlib.decompress(payload)
                    self.assertEqual(len(payload), int.from_bytes(extensions[2], "little"))
                if kind == 1:
                    reference.read("client-hello" if direction == "C" else "server-hello", payload, encoding)
                elif kind == 2:
                    spent[id] = len(data)
                    count = int.from_bytes(payload[:4], "little")
                    try:
                        reference.read("options", payload[4 : 4 + count], encoding)
                    except reference.Refused as error:
                        self.assertEqual((name, id, error.name), ("refused", 1, "unknown_option"))
                elif kind in schemas:
                    value = reference.read(schemas[kind], payload, encoding)
                    if kind == 5:
                        self.assertIn(f"| {code} | `{value['code']}` |", TEXT)
                        retryable = "yes" if value["retryable"] else "no"
                        self.assertIn(f"| {code} | `{value['code']}` | {retryable} |", TEXT)
                    last = id
                elif kind == 7 and name == "authenticated":
                    self.assertEqual(payload, (64).to_bytes(4, "little") + (16 << 20).to_bytes(4, "little"))
                elif kind == 7:
                    self.assertEqual(payload, (1).to_bytes(4, "little") + spent[last].to_bytes(4, "little"))
        self.assertEqual(seen, set(range(1, 11)))

    def test_proof(self) -> None:
        runs = exchange_blocks()["authenticated"]
        asked, shown = (json.loads(split_frame(runs[index][1])[5])["auth"] for index in (3, 4))
        message = b"wiredesk/1 client" + bytes.fromhex(asked["nonce"])
        self.assertEqual(shown["mac"], hmac.digest(b"correct horse battery staple", message, "sha256").hex())

    def test_line_mode(self) -> None:
        self.assertEqual(b"".join(data for direction, data in exchange_blocks()["lines"] if direction == "S"),
                         b"PONG\nOK\nERR unknown command, try HELP\nBYE\n")  # fmt: skip


if __name__ == "__main__":
    unittest.main()
