"""Reads golden vectors; see README.md for their form."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PROTOCOL = HERE.parent.parent / "protocol.md"


@dataclass
class Vector:
    path: str
    header: dict[str, str]
    data: bytes

    @property
    def kind(self) -> str:
        return self.header["as"]

    @property
    def expect(self) -> dict[str, Any]:
        value: dict[str, Any] = json.loads(self.header["expect"])
        return value


def load(path: Path) -> Vector:
    header: dict[str, str] = {}
    data: list[bytes] = []
    in_header = True
    for line in path.read_text(encoding="utf-8").splitlines():
        if in_header and line.startswith("# "):
            key, _, value = line[2:].partition(": ")
            header[key] = value
        else:
            in_header = False
            data.append(unhex(line.partition("#")[0]))
    return Vector(str(path.relative_to(HERE)), header, b"".join(data))


def unhex(text: str) -> bytes:
    out = b""
    for token in text.split():
        digits, _, count = token.partition("*")
        out += bytes.fromhex(digits) * int(count or 1)
    return out


def all_vectors(*kinds: str) -> Iterator[Vector]:
    for path in sorted(HERE.glob("*/*.hex")):
        vector = load(path)
        if vector.kind in kinds:
            yield vector
