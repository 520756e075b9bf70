"""A server for tests that does as it is told: one script for each connection."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from types import TracebackType

from conformance.peer import Peer


class FakeServer:
    """Runs one script for each connection that comes, in order. An exception in a script fails its test."""

    def __init__(self, *scripts: Callable[[Peer], None], path: str | None = None) -> None:
        self.listener = socket.socket(socket.AF_UNIX if path else socket.AF_INET)
        self.listener.bind(path or ("127.0.0.1", 0))
        self.listener.listen()
        self.listener.settimeout(5)
        self.address = f"wiredesk+unix:{path}" if path else f"wiredesk://127.0.0.1:{self.listener.getsockname()[1]}"
        self.failures: list[BaseException] = []
        self._thread = threading.Thread(target=self._serve, args=(scripts,), daemon=True)

    def _serve(self, scripts: tuple[Callable[[Peer], None], ...]) -> None:
        for script in scripts:
            try:
                connection, _ = self.listener.accept()
                with connection:
                    connection.settimeout(5)
                    script(Peer(connection))
            except Exception as failure:  # noqa: BLE001 - whatever it is, the test has to see it
                self.failures.append(failure)

    def __enter__(self) -> str:
        self._thread.start()
        return self.address

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._thread.join(timeout=10)
        self.listener.close()
        if self.failures and error is None:
            raise self.failures[0]
