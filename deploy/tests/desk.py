"""What the tests of deploy/ share: the executable, servers, ports, other programs and articles."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import unittest
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
sys.path[:0] = [str(ROOT / "Tests" / "Conformance"), str(ROOT / "Examples" / "python")]

from conformance.launch import LaunchedServer  # noqa: E402 - its folder is not a package of ours

BINARY = os.environ.get("WIREDESK_BIN", str(ROOT / ".build" / "release" / "wiredesk"))
# Where questions in line mode come from: not where balancers connect from, whose word servers take.
ASKER = "127.0.0.9"
PEOPLE = ["Mara Quill", "Tomas Brandt", "Rosario Lenz", "Delphine Aramburu", "Ilse Okafor"]


def needs(*programs: str) -> Callable[[type[unittest.TestCase]], type[unittest.TestCase]]:
    missing = [program for program in programs if not shutil.which(program)]
    if not Path(BINARY).exists():
        missing.append("the executable (WIREDESK_BIN)")
    return unittest.skipIf(missing, f"missing: {', '.join(missing)}")


def article(number: int) -> str:
    """One of any number of articles, all different, about as long as a news brief."""
    person = PEOPLE[number % len(PEOPLE)]
    return (
        f"Bridge number {number} opens in Port Esker\n\n{person} opened the harbour bridge of Port Esker on Monday. "
        f"It cost {number} million euros and took nine years to build. “We waited for a long time,” {person} said.\n\n"
        "The old ferry makes its last trip on Friday. The company that runs it lets forty people go.\n"
    )


def corpus(path: Path, count: int) -> Path:
    with path.open("w") as file:
        for number in range(count):
            file.write(json.dumps({"id": f"a{number}", "text": article(number)}) + "\n")
    return path


def server(test: unittest.TestCase, *arguments: str) -> LaunchedServer:
    """A server that does not outlive the test."""
    launched = LaunchedServer(BINARY, *arguments)
    test.addCleanup(launched.process.kill)
    return launched


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


def line(port: int, command: str) -> str:
    """What line mode answers; nothing if nobody does."""
    try:
        with socket.create_connection(("127.0.0.1", port), 2, source_address=(ASKER, 0)) as peer:
            peer.sendall(f"{command}\nQUIT\n".encode())
            with peer.makefile("r", encoding="ascii") as stream:
                return stream.readline().strip()
    except OSError:
        return ""


def until(condition: Callable[[], object], seconds: float = 15) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError(f"not so after {seconds} s")
        time.sleep(0.05)


class Running:
    """A program in the background, ended with the block."""

    def __init__(self, *command: str, **environment: str) -> None:
        self.process = subprocess.Popen(
            command, env={**os.environ, **environment}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def __enter__(self) -> Running:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill(signal.SIGTERM)

    def kill(self, number: int = signal.SIGKILL) -> None:
        if self.process.poll() is None:
            self.process.send_signal(number)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
