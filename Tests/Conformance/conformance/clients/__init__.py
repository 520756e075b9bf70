"""The rules that a client has to keep, by section of protocol.md."""

from __future__ import annotations

from collections.abc import Iterator

from ..case import Case
from . import connection, ends, replies, requests, tokens, vectors

MODULES = (connection, requests, replies, ends, tokens, vectors)


def client_cases() -> Iterator[Case]:
    for module in MODULES:
        yield from module.cases.all
