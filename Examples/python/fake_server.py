"""A server for tests that does as it is told: one script for each connection."""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Any

import wiredesk_frames as wire
from wiredesk_connection import PREFACE
from wiredesk_frames import Frame, FrameDecoder, encode_frame

HELLO = {
    "version": 1,
    "agent": "fake/1",
    "maxFrame": 4_194_304,
    "maxRaw": 8_454_144,
    "maxHTML": 8_388_608,
    "maxText": 1_048_576,
    "codecs": ["zlib"],
    "encodings": ["cbor", "json"],
    "requests": 64,
    "bytes": 16_777_216,
}
RESULT = {"engine": {"version": "0", "model": "0"}, "stages": []}


class Peer:
    """The server's end of one connection."""

    def __init__(self, connection: socket.socket) -> None:
        self.socket = connection
        self.checksums = False
        self.hello: dict[str, Any] = {}
        self._decoder = FrameDecoder()
        self._frames: list[Frame] = []

    def greet(self, **changes: Any) -> None:
        """Reads the client's preface and HELLO, and answers with ours."""
        greeting = b""
        while len(greeting) < len(PREFACE):
            greeting += self.socket.recv(len(PREFACE) - len(greeting))
        assert greeting == PREFACE, greeting
        frame = self.next()
        assert frame.type == wire.HELLO and frame.id == 0, frame
        self.hello = json.loads(frame.payload)
        reply = {**HELLO, **changes}
        self.socket.sendall(PREFACE + encode_frame(wire.HELLO, json.dumps(reply).encode(), flags=wire.JSON))
        self.checksums = reply.get("crc32", False)

    def next(self) -> Frame:
        while not self._frames:
            data = self.socket.recv(65_536)
            if not data:
                raise EOFError
            self._frames += self._decoder.feed(data)
        return self._frames.pop(0)

    def send(self, type: int, payload: bytes = b"", **fields: Any) -> None:
        self.socket.sendall(encode_frame(type, payload, checksum=self.checksums, **fields))

    def result(self, id: int, /, **body: Any) -> None:
        self.send(wire.RESULT, json.dumps({**RESULT, **body}).encode(), id=id, flags=wire.JSON)

    def error(self, id: int, number: int, name: str, retryable: bool, **more: Any) -> None:
        body = {"code": name, "message": "because", "retryable": retryable, **more}
        self.send(wire.ERROR, json.dumps(body).encode(), id=id, code=number, flags=wire.JSON)

    def credit(self, requests: int, size: int) -> None:
        self.send(wire.CREDIT, struct.pack("<II", requests, size))

    def goaway(self, last: int, drain: int = 1000) -> None:
        self.send(wire.GOAWAY, struct.pack("<QI", last, drain))


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
