"""Whoever guesses tokens learns nothing from how long the refusal takes."""

from __future__ import annotations

import hashlib
import hmac
import json
import random
import socket
import statistics
import tempfile
import time
from pathlib import Path
from typing import BinaryIO

from wiredesk import frames as wire
from wiredesk.connection import PREFACE

from ..outcome import Extent, Outcome, Promise
from ..peer import GREETING
from ..server import PATIENCE, Address, Server

NAME, SECRET = "crawler", "correct-horse-battery-staple"
UNAUTHENTICATED = 6
# By how much the medians may differ. A comparison that stops at the first difference, or a name that is looked up before
# anything is computed, saves less than a microsecond of a hundred; what can be told at this distance is told here.
MOST = 0.1


def run(extent: Extent) -> Outcome:
    chance = random.Random(5)
    times: dict[str, list[float]] = {"another name": [], "wrong at once": [], "wrong at the end": []}
    outcome = Outcome({"guesses each": extent.count})
    with tempfile.TemporaryDirectory() as folder:
        tokens = Path(folder, "tokens")
        tokens.touch(mode=0o600)
        tokens.write_text(f"{NAME} {SECRET}\n")
        with Server("--token-file", str(tokens)) as server:
            for _ in range(extent.count):
                # In another order each time: what comes first may pay for something.
                for kind in chance.sample(sorted(times), len(times)):
                    code, seconds = guess(server.address, kind)
                    times[kind].append(seconds)
                    outcome.expect(code == UNAUTHENTICATED, f"{kind}: the answer has code {code}")
            outcome.expect(SECRET not in server.log(), "the log has the secret")
    medians = {kind: statistics.median(values) for kind, values in times.items()}
    outcome.figures |= {f"{kind} us": 1e6 * median for kind, median in medians.items()}
    spread = max(medians.values()) / min(medians.values()) - 1
    outcome.figures["spread %"] = 100 * spread
    if extent.is_long:
        outcome.expect(spread <= MOST, f"the medians differ by {100 * spread:.0f} %")
    return outcome


def read_frame(stream: BinaryIO) -> tuple[int, bytes]:
    """Its code and its payload."""
    length, _, _, code, _ = wire.HEADER.unpack(stream.read(wire.HEADER.size))
    return code, stream.read(length)


def guess(server: Address, kind: str) -> tuple[int, float]:
    """The code of the server's refusal, and how long it took to come."""
    with socket.create_connection(server, PATIENCE) as peer, peer.makefile("rb") as stream:
        peer.sendall(GREETING)
        assert stream.read(len(PREFACE)) == PREFACE
        challenge = json.loads(read_frame(stream)[1])["auth"]
        mac = bytearray(
            hmac.digest(SECRET.encode(), b"wiredesk/1 client" + bytes.fromhex(challenge["nonce"]), hashlib.sha256)
        )
        mac[0 if kind == "wrong at once" else -1] ^= 1
        name = NAME[::-1] if kind == "another name" else NAME
        body = {"minVersion": 1, "maxVersion": 1, "auth": {"name": name, "mac": mac.hex()}}
        start = time.perf_counter()
        peer.sendall(wire.encode_frame(wire.HELLO, json.dumps(body).encode(), flags=wire.JSON))
        code, _ = read_frame(stream)
        return code, time.perf_counter() - start


PROMISE = Promise("guesses", "the answer to a wrong token does not say how wrong it is", "guesses each", 20, 3_000, run)
