"""Starts the executable for tests: a server on a port of its own choice."""

from __future__ import annotations

import re
import subprocess
import threading

# Seconds in which it drains and ends.
PATIENCE = 15.0


class LaunchedServer:
    def __init__(self, binary: str, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [binary, "serve", "--listen", "127.0.0.1:0", *arguments],
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            text=True,
        )
        # What it logged, once it has ended.
        self.log = ""
        assert self.process.stderr
        for line in self.process.stderr:
            if found := re.match(r"wiredesk: listening on ([\d.]+):(\d+)", line):
                self.address = (found[1], int(found[2]))
                self.uri = f"wiredesk://{found[1]}:{found[2]}"
                self._reader = threading.Thread(target=self._read_log, daemon=True)
                self._reader.start()
                return
        raise AssertionError("the server ended before it listened")

    def _read_log(self) -> None:
        assert self.process.stderr
        with self.process.stderr as stream:
            self.log = stream.read()

    def stop(self) -> int:
        self.process.terminate()
        status = self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        return status
