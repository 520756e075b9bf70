"""The command line of the soak."""

from __future__ import annotations

import argparse
import signal
import sys
import time

from .outcome import Extent, Promise
from .peer import allow_descriptors
from .promises import budgets, churn, drain, fairness, guesses, kill, networks, slow, steady

PROMISES: list[Promise] = [
    module.PROMISE for module in (kill, drain, networks, budgets, slow, fairness, guesses, churn, steady)
]


def main() -> int:
    names = [promise.name for promise in PROMISES]
    parser = argparse.ArgumentParser(
        prog="scripts/soak", description="Puts the server's promises to the test, in the long form. WIREDESK_BIN names an executable."
    )  # fmt: skip
    parser.add_argument("promises", metavar="PROMISE", nargs="*", help=f"which: {', '.join(names)} (default: all)")
    parser.add_argument("--short", action="store_true", help="the form that CI runs")
    parser.add_argument("--count", type=int, help="another extent, in the promise's own unit")
    arguments = parser.parse_args()
    if unknown := set(arguments.promises) - set(names):
        parser.error(f"no such promise: {', '.join(sorted(unknown))}")
    allow_descriptors()
    # The servers end with it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    chosen = [promise for promise in PROMISES if promise.name in (arguments.promises or names)]
    return sum(not is_kept(promise, arguments.short, arguments.count) for promise in chosen) > 0


def is_kept(promise: Promise, is_short: bool, count: int | None) -> bool:
    count = count or (promise.short if is_short else promise.long)
    print(f"{promise.name}: {promise.promise} ({count:,} {promise.unit})", flush=True)
    start = time.monotonic()
    outcome = promise.run(Extent(count, is_long=not is_short))
    print(f"  {outcome}", flush=True)
    for broken in outcome.broken[:10]:
        print(f"  BROKEN: {broken}", flush=True)
    print(f"  {'broken' if outcome.broken else 'kept'}, {time.monotonic() - start:.0f} s", flush=True)
    return not outcome.broken
