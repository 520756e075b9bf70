"""A case: one rule of protocol.md, and a function that fails if it does not hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, NoReturn

from .protocol import SECTIONS


class Failure(AssertionError):
    """The peer does something else than protocol.md says."""


class Skip(Exception):
    """The case says nothing about this peer, and why."""


@dataclass
class Case:
    section: str
    title: str
    play: Callable[[Any], None]
    # Seconds that the rule itself makes it last; cases that last are left out of a quick run.
    lasts: float = 0

    def __post_init__(self) -> None:
        if self.section not in SECTIONS:
            raise ValueError(f"protocol.md has no section {self.section!r}")

    @property
    def name(self) -> str:
        return f"{self.section}: {self.title}"


@dataclass
class Cases:
    """Where the modules of rules put their cases."""

    all: list[Case] = field(default_factory=list)

    def rule(self, section: str, title: str, *, lasts: float = 0) -> Callable[[Callable[[Any], None]], Any]:
        def take(play: Callable[[Any], None]) -> Callable[[Any], None]:
            self.all.append(Case(section, title, play, lasts))
            return play

        return take

    def rules(
        self, section: str, rows: Iterable[tuple[str, Any]], *, lasts: float = 0
    ) -> Callable[[Callable[[Any, Any], None]], Any]:
        """One case for each row, a title and what the function gets besides the peer."""

        def take(play: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
            for title, value in rows:
                self.all.append(Case(section, title, lambda peer, value=value: play(peer, value), lasts))
            return play

        return take


def fail(message: str) -> NoReturn:
    raise Failure(message)


def check(condition: object, message: str) -> None:
    if not condition:
        raise Failure(message)


def equal(found: object, expected: object, what: str) -> None:
    if found != expected:
        raise Failure(f"{what}: {shortened(found)} instead of {shortened(expected)}")


def shortened(value: object, length: int = 400) -> str:
    text = repr(value)
    return text if len(text) <= length else f"{text[:length]}… ({len(text)} characters)"
