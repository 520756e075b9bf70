"""What a promise's run found."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Outcome:
    """Figures for people, and every way in which the promise was broken."""

    figures: dict[str, object] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)

    def expect(self, holds: bool, otherwise: str) -> None:
        if not holds:
            self.broken.append(otherwise)

    def __str__(self) -> str:
        return ", ".join(f"{name} {_text(value)}" for name, value in self.figures.items())


def _text(value: object) -> str:
    return f"{value:,.4g}" if isinstance(value, float) else f"{value:,}" if isinstance(value, int) else str(value)


@dataclass(frozen=True)
class Extent:
    """How far a run goes."""

    # What is counted is the promise's own: kills, connections, faults, seconds.
    count: int
    # Whether the machine is expected to have time for nothing else, so that times can be compared.
    is_long: bool

    def note(self, progress: str) -> None:
        """How far it is, for those who wait for the long form."""
        if self.is_long:
            print(f"  {time.strftime('%H:%M:%S')} {progress}", flush=True)


@dataclass(frozen=True)
class Promise:
    name: str
    promise: str
    # What `count` counts.
    unit: str
    short: int
    long: int
    run: Callable[[Extent], Outcome]
