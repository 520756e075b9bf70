"""The executable as a server, and what the system knows about its process."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from . import BINARY

# Seconds in which it starts, and in which it drains and ends.
PATIENCE = 30.0


Address = tuple[str, int]


@dataclass(frozen=True)
class Usage:
    """What a process holds. Memory is what is resident, in bytes."""

    memory: int
    descriptors: int
    threads: int


class Server:
    """Runs until the block ends. `port` 0 is one that the system chooses."""

    def __init__(self, *arguments: str, port: int = 0) -> None:
        self._arguments = arguments
        self._log = tempfile.TemporaryFile()
        self._start(port)

    def _start(self, port: int) -> None:
        self._log.seek(0, os.SEEK_END)
        begin = self._log.tell()
        self.process = subprocess.Popen(
            [BINARY, "serve", "--listen", f"127.0.0.1:{port}", "--log-level", "error", *self._arguments],
            stdin=subprocess.DEVNULL,
            stderr=self._log,
        )
        found: list[re.Match[str]] = []

        def is_listening() -> bool:
            if self.process.poll() is not None:
                raise AssertionError(f"the server ended before it listened: {self.log(begin)}")
            found[:] = re.finditer(r"wiredesk: listening on 127\.0\.0\.1:(\d+)\n", self.log(begin))
            return bool(found)

        until(is_listening, "the server does not listen")
        self.address: Address = ("127.0.0.1", int(found[0][1]))
        self.uri = f"wiredesk://127.0.0.1:{found[0][1]}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.is_running:
            self.kill()
        self._log.close()

    def log(self, begin: int = 0) -> str:
        size = self._log.seek(0, os.SEEK_END)
        return os.pread(self._log.fileno(), size - begin, begin).decode(errors="replace")

    @property
    def is_running(self) -> bool:
        return self.process.poll() is None

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def restart(self) -> None:
        """Again, at the same address."""
        self._start(self.address[1])

    def stop(self) -> int:
        """Asks it to drain, and gives its exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE)

    def usage(self) -> Usage:
        folder = Path("/proc", str(self.process.pid))
        return Usage(
            int((folder / "statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE"),
            len(os.listdir(folder / "fd")),
            len(os.listdir(folder / "task")),
        )

    def peak_memory(self) -> int:
        """The most that was ever resident, in bytes."""
        status = Path("/proc", str(self.process.pid), "status").read_text()
        return int(re.findall(r"VmHWM:\s+(\d+) kB", status)[0]) * 1024

    def statistics(self) -> dict[str, str]:
        """The answer to STATS."""
        answer = self._line("STATS")
        if not answer.startswith("version="):
            raise AssertionError(f"STATS is answered with {answer!r}")
        return dict(pair.split("=", 1) for pair in answer.split())

    def _line(self, command: str) -> str:
        with (
            socket.create_connection(self.address, PATIENCE) as peer,
            peer.makefile("rw", encoding="latin-1") as stream,
        ):
            stream.write(f"{command}\nQUIT\n")
            stream.flush()
            answer = stream.readline()
            stream.read()
        return answer

    @property
    def in_flight(self) -> int:
        """Requests that it has not answered."""
        return int(self.statistics()["in_flight"])


def until(condition: Callable[[], object], otherwise: str, seconds: float = PATIENCE) -> None:
    """Waits for something that has to come; AssertionError if it does not."""
    if not comes(condition, seconds):
        raise AssertionError(f"{otherwise} after {seconds:.0f} s")


def comes(condition: Callable[[], object], seconds: float = PATIENCE) -> bool:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True
