"""A golden vector and the file it is kept in."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .wire import Chunks

WIDTH = 24
LONG_RUN = re.compile(rb"(.)\1{4096,}", re.DOTALL)


@dataclass
class Vector:
    """`group` and `name` make the path; see Tests/Vectors/README.md for the meaning of the other fields."""

    group: str
    name: str
    section: str
    kind: str
    expect: dict[str, Any]
    chunks: Chunks
    encoding: str | None = None
    sender: str | None = None
    needs: str | None = None
    then: str | None = None

    @property
    def path(self) -> Path:
        return Path(self.group) / f"{self.name}.hex"

    def text(self) -> str:
        header = {
            "name": self.name.replace("-", " "), "section": self.section, "as": self.kind, "encoding": self.encoding,
            "from": self.sender, "needs": self.needs, "then": self.then,
            "expect": json.dumps(self.expect, ensure_ascii=False, separators=(",", ":")),
        }  # fmt: skip
        lines = [f"# {key}: {value}" for key, value in header.items() if value is not None]
        lines.append("")
        for data, comment in self.chunks:
            lines += hex_lines(data, comment)
        return "\n".join(lines) + "\n"


def hex_lines(data: bytes, comment: str, width: int = WIDTH) -> list[str]:
    """Hex with the comment behind its first line. A run of more than 4096 times one byte is written as `hh*N`."""
    comment = "".join(character if character.isprintable() else "." for character in comment)
    rows = []
    start = 0
    for run in [*LONG_RUN.finditer(data), None]:
        end = run.start() if run else len(data)
        rows += [data[at : min(at + width, end)].hex(" ") for at in range(start, end, width)]
        if run:
            rows.append(f"{run[1].hex()}*{len(run[0])}")
            start = run.end()
    if rows:
        rows[0] = f"{rows[0]}  # {comment}".rstrip()
    return rows
