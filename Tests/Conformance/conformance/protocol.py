"""What the tests read out of protocol.md itself, so that the two cannot drift apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vectors import PROTOCOL

TEXT = PROTOCOL.read_text(encoding="utf-8")
SECTIONS = frozenset(re.findall(r"^#+ (.+)$", TEXT, re.MULTILINE))


@dataclass(frozen=True)
class ErrorCode:
    number: int
    name: str
    retryable: bool


ERRORS = {
    int(number): ErrorCode(int(number), name, retryable == "yes")
    for number, name, retryable in re.findall(r"^\| (\d+) \| `(\w+)` \| (yes|no) \|", TEXT, re.MULTILINE)
}
NUMBERS = {error.name: error.number for error in ERRORS.values()}
STATS_KEYS = re.findall(r"`([a-z_]+)`", next(line for line in TEXT.splitlines() if line.startswith("| `STATS` |")))
STAGES = {1: "reading", 2: "entities", 3: "summary"}
SECTIONS_OF_STAGES = {
    "reading": {"article", "warnings"},
    "entities": {"entities", "quotes"},
    "summary": {"summary", "keyphrases"},
}
# A client keeps to the 16 384 bytes of protocol.md, "Frames that are too large", for these.
SMALL_FRAME = 16_384
