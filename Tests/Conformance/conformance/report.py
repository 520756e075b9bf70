"""Plays cases and reports them as TAP (Test Anything Protocol, version 13)."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TextIO

from .case import Case, Skip


@dataclass
class Outcome:
    case: Case
    failure: str | None
    skipped: str | None
    seconds: float


def play(case: Case, peer: Any) -> Outcome:
    start = time.monotonic()
    failure = skipped = None
    try:
        case.play(peer)
    except Skip as reason:
        skipped = str(reason)
    except Exception as error:  # noqa: BLE001 - whatever a peer does to a case is an outcome, never the run's end
        failure = f"{type(error).__name__}: {error}" if not isinstance(error, AssertionError) else str(error)
    return Outcome(case, failure, skipped, time.monotonic() - start)


def report(cases: list[Case], peer: Any, out: TextIO, jobs: int = 1, is_alive: Callable[[], bool] | None = None) -> int:
    """Returns the number of cases that failed."""
    print(f"TAP version 13\n1..{len(cases)}", file=out)
    failed = skipped = 0
    start = time.monotonic()
    with ThreadPoolExecutor(jobs) as pool:
        for number, outcome in enumerate(pool.map(lambda case: play(case, peer), cases), 1):
            title = outcome.case.name.replace("#", "\\#")
            if outcome.skipped is not None:
                skipped += 1
                print(f"ok {number} - {title} # SKIP {outcome.skipped}", file=out)
            elif outcome.failure is None:
                print(f"ok {number} - {title}", file=out)
            else:
                failed += 1
                print(f"not ok {number} - {title}", file=out)
                for line in outcome.failure.splitlines() or ["no reason"]:
                    print(f"# {line}", file=out)
            out.flush()
    passed = len(cases) - failed - skipped
    print(f"# {passed} passed, {failed} failed, {skipped} skipped in {time.monotonic() - start:.1f} s", file=out)
    return failed
