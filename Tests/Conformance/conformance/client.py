"""The client under test: a command that analyses one article."""

from __future__ import annotations

import os
import shlex
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .case import check, fail
from .peer import Peer

# Seconds that a client may take for one article, its own timeouts and retries included.
LIMIT = 20.0
ARTICLE = b"Mara Quill opened the harbour bridge of Port Esker on Monday. The bridge took nine years to build.\n"
TOKEN_NAME, TOKEN_SECRET = "crawler", b"correct-horse-battery-staple"
Script = Callable[[Peer], None]


@dataclass
class Run:
    """What a client did, from its start to its end."""

    exit_code: int
    output: bytes
    peers: list[Peer]
    seconds: float

    @property
    def requests(self) -> int:
        return sum(len(peer.requests) for peer in self.peers)

    def succeeded(self) -> None:
        check(self.exit_code == 0, f"the client failed with {self.exit_code}: {self.output[-400:].decode(errors='replace')}")

    def failed(self) -> None:
        check(self.exit_code != 0, f"the client took it for a result: {self.output[:400].decode(errors='replace')}")
        check(self.exit_code > 0, f"the client ended by signal {-self.exit_code}")


class Client:
    """`{server}` in the command is replaced by the address. The article comes on standard input."""

    def __init__(self, command: str) -> None:
        self.command = shlex.split(command)
        if not any("{server}" in word for word in self.command):
            raise ValueError("the command needs {server} where the server's address goes")

    def run(self, *scripts: Script, article: bytes = ARTICLE, token: bool = False) -> Run:
        """Each connection gets its script, and those that come after gets the last. A script's failure is the case's."""
        with socket.create_server(("127.0.0.1", 0)) as listener, tempfile.TemporaryDirectory() as folder:
            environment = {key: value for key, value in os.environ.items() if not key.startswith("WIREDESK_")}
            if token:
                file = Path(folder) / "token"
                file.touch(0o600)
                file.write_bytes(TOKEN_NAME.encode() + b" " + TOKEN_SECRET + b"\n")
                environment["WIREDESK_TOKEN_FILE"] = str(file)
            uri = f"wiredesk://127.0.0.1:{listener.getsockname()[1]}"
            performance = Performance(listener, scripts)
            start = time.monotonic()
            process = subprocess.Popen(
                [word.replace("{server}", uri) for word in self.command],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                env=environment,
            )
            try:
                output, _ = process.communicate(article, timeout=LIMIT)
            except subprocess.TimeoutExpired:
                process.kill()
                process.communicate()
                fail(f"the client was still there after {LIMIT:.0f} s")
            finally:
                performance.end()
            if performance.failure:
                raise performance.failure
            return Run(process.returncode, output, performance.peers, time.monotonic() - start)


class Performance:
    """Accepts connections and plays scripts on them, one thread each."""

    def __init__(self, listener: socket.socket, scripts: tuple[Script, ...]) -> None:
        self.peers: list[Peer] = []
        self.failure: BaseException | None = None
        self._listener = listener
        self._scripts = scripts
        self._threads: list[threading.Thread] = []
        self._accepting = threading.Thread(target=self._accept, daemon=True)
        self._accepting.start()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            script = self._scripts[min(len(self.peers), len(self._scripts) - 1)]
            peer = Peer(connection, patience=LIMIT)
            self.peers.append(peer)
            thread = threading.Thread(target=self._play, args=(peer, script), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _play(self, peer: Peer, script: Script) -> None:
        try:
            with peer.socket:
                script(peer)
        except (EOFError, ConnectionError):
            pass  # The client left; its exit code says whether it should have.
        except BaseException as failure:  # noqa: BLE001 - the case has to see it, whatever it is
            self.failure = self.failure or failure

    def end(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._accepting.join(5)
        for thread in self._threads:
            thread.join(5)
