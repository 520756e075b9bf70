"""A client's end of one connection, which sends whatever it is told and checks whatever comes back."""

from __future__ import annotations

import json
import socket
import ssl
import struct
import threading
import time
import zlib
from typing import Any

import reference
from generator.wire import Chunk, Chunks, body, frame, joined, request_payload
from wiredesk import frames as wire
from wiredesk.frames import BadFrame, Frame, FrameDecoder, inflate

from .case import Failure, check, equal, fail
from .protocol import ERRORS, NUMBERS, SMALL_FRAME, STAGES
from .secure_socket import SecureSocket

PREFACE = b"\x89WDK\r\n\x1a\n"
# Seconds until a server that does not answer has failed, if nobody says otherwise.
PATIENCE = 10.0
PROBE = 0xFEED
CODED = (wire.PART, wire.ERROR, wire.GOAWAY)
NAMES = ["HELLO", "REQUEST", "PART", "RESULT", "ERROR", "CANCEL", "CREDIT", "PING", "PONG", "GOAWAY"]


class Closed(Failure):
    """The server closed the connection while the case waited for a frame."""


class Link:
    def __init__(self, connection: socket.socket | SecureSocket, patience: float = PATIENCE) -> None:
        self.socket = connection
        self.patience = patience
        self.socket.settimeout(patience)
        self.hello: dict[str, Any] = {}
        # What the case said in its HELLO.
        self.codecs: list[str] = []
        self.max_frame = wire.MAX_FRAME
        self.asked_checksums = False
        self.credit_requests = self.credit_bytes = 0
        # The TRACE of each request that `request` sent, or none.
        self._traces: dict[int, bytes | None] = {}
        self.closed = False
        self.raw = bytearray()
        self._decoder = FrameDecoder(1 << 30)
        self._frames: list[Frame] = []
        self._greeted = False
        self._checksums = False
        self._next_id = 1

    def __enter__(self) -> Link:
        return self

    def __exit__(self, *_: object) -> None:
        self.socket.close()

    # What the client says.

    def send(self, data: bytes | Chunks) -> None:
        self.socket.sendall(data if isinstance(data, bytes) else joined(data))

    def send_in_background(self, data: bytes, half_close: bool = False) -> threading.Thread:
        """For more than the server may take before it is read from, or after which it closes."""

        def run() -> None:
            try:
                self.socket.sendall(data)
                if half_close:
                    self.socket.shutdown(socket.SHUT_WR)
            except OSError:
                pass  # It closed already; what it sent says whether it should have.

        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        return thread

    def say_hello(self, encoding: str = "json", **fields: Any) -> None:
        self.codecs = fields.get("codecs", [])
        self.max_frame = fields.get("maxFrame", wire.MAX_FRAME)
        self.asked_checksums = fields.get("crc32", False)
        self.send(PREFACE + hello_frame(encoding, **fields))

    def greet(self, encoding: str = "json", **fields: Any) -> dict[str, Any]:
        """Preface and HELLO both ways."""
        self.say_hello(encoding, **fields)
        answer = self.next()
        if answer.type == wire.ERROR:
            fail(f"refused: {self.body(answer)}")
        equal(answer.type, wire.HELLO, "type of the first frame")
        equal(bool(answer.flags & wire.JSON), encoding == "json", "JSON flag of the server's HELLO")
        return self.hello

    def request(
        self,
        options: Any = None,
        article: bytes = b"Rain fell.",
        *,
        id: int | None = None,
        code: int = 1,
        flags: int = 0,
        encoding: str = "json",
        extensions: list[Chunk] | None = None,
        options_length: int | None = None,
        crc: int | None = None,
        compress: int | None = None,
    ) -> int:
        """Sends a REQUEST, right or wrong, and returns its id. `compress` is zlib's level."""
        id = self._next_id if id is None else id
        self._next_id = max(self._next_id, id + 1)
        payload = joined(request_payload(options, article, encoding, options_length))
        flags |= wire.JSON if encoding == "json" else 0
        if compress is not None:
            extensions = [*(extensions or []), raw_length(len(payload))]
            flags |= wire.COMPRESSED
            payload = zlib.compress(payload, compress)
        data = joined(frame("REQUEST", payload, flags=flags, code=code, id=id, extensions=extensions, crc=crc))
        self.credit_requests -= 1
        self.credit_bytes -= len(data)
        entries = [entry for entry, _ in extensions or []]
        self._traces[id] = next((entry[2:] for entry in entries if entry[0] == wire.TRACE), None)
        self.send(data)
        return id

    # What the server says.

    def next(self, timeout: float | None = None) -> Frame:
        """The next frame, checked by itself."""
        deadline = time.monotonic() + (self.patience if timeout is None else timeout)
        while not self._frames:
            data = self.receive(deadline)
            if not data:
                raise Closed("the server closed the connection")
            self._decode(data)
        found = self._frames.pop(0)
        self._check(found)
        return found

    def receive(self, deadline: float) -> bytes:
        self.socket.settimeout(max(deadline - time.monotonic(), 0.001))
        try:
            data = self.socket.recv(262_144)
        except TimeoutError:
            raise Failure(f"no answer in time; so far: {bytes(self.raw[:200])!r}") from None
        except (ConnectionResetError, ssl.SSLEOFError):
            data = b""
        self.closed = not data
        self.raw += data
        return data

    def _decode(self, data: bytes) -> None:
        if not self._greeted:
            if not PREFACE.startswith(self.raw[: len(PREFACE)]):
                fail(f"no preface: {bytes(self.raw[:32])!r}")
            if len(self.raw) < len(PREFACE):
                return
            self._greeted = True
            data = bytes(self.raw[len(PREFACE) :])
        try:
            self._frames += self._decoder.feed(data)
        except BadFrame as error:
            fail(f"a frame against protocol.md: {error}")

    def _check(self, found: Frame) -> None:
        """Whether the frame may be sent by a server at all, and what it means for the connection."""
        name = NAMES[found.type - 1]
        if found.type in (wire.REQUEST, wire.CANCEL):
            fail(f"a server sent {name}")
        if found.type not in CODED:
            equal(found.code, 0, f"code of {name}")
        if found.type in (wire.HELLO, wire.CREDIT, wire.GOAWAY):
            equal(found.id, 0, f"id of {name}")
        if found.type not in (wire.PART, wire.RESULT):
            check(len(found.payload) + 16 <= SMALL_FRAME, f"{name} of {len(found.payload)} bytes")
        if self._checksums:
            check(wire.CRC32 in found.extensions, f"{name} without a CRC32 although it was agreed")
        if found.type == wire.HELLO:
            self.hello = self.body(found)
            self._checksums = self.hello.get("crc32", False)
            check(self.asked_checksums or not self._checksums, "crc32 without being asked")
            self.credit_requests, self.credit_bytes = self.hello["requests"], self.hello["bytes"]
        elif found.type == wire.CREDIT:
            equal(len(found.payload), 8, "bytes of a CREDIT")
            requests, size = struct.unpack("<II", found.payload)
            self.credit_requests += requests
            self.credit_bytes += size
        elif found.type == wire.GOAWAY:
            equal(len(found.payload), 12, "bytes of a GOAWAY")
        elif found.type in (wire.PART, wire.RESULT):
            check(found.type != wire.PART or found.code in STAGES, f"a PART with code {found.code}")
            raw = self.payload(found)
            if found.flags & wire.COMPRESSED:
                check("zlib" in self.codecs, "a compressed reply to a client that cannot inflate")
                check(len(raw) >= 4096, f"a compressed reply of {len(raw)} bytes")
            check(len(raw) <= wire.MAX_RAW, "a reply over the client's maxRaw")
            self.body(found)
        elif found.type == wire.ERROR:
            trace = found.extensions.get(wire.TRACE)
            equal(trace, self._traces.get(found.id, trace), f"TRACE of {self.error(found)} to request {found.id}")

    def payload(self, found: Frame) -> bytes:
        try:
            return inflate(found, 1 << 30)
        except BadFrame as error:
            fail(f"payload: {error}")

    def body(self, found: Frame) -> dict[str, Any]:
        """The body, read strictly with the vectors' own reader."""
        schema = {wire.HELLO: "server-hello", wire.ERROR: "error"}.get(found.type, "result")
        try:
            return reference.read(schema, self.payload(found), "json" if found.flags & wire.JSON else "cbor")
        except reference.Refused as error:
            fail(f"body of {NAMES[found.type - 1]}: {error}")

    def error(self, found: Frame) -> str:
        """The error's name, if number, name and `retryable` are one row of the table."""
        value = self.body(found)
        known = ERRORS.get(found.code)
        check(known, f"error number {found.code} is not in the table")
        assert known
        equal((value["code"], value["retryable"]), (known.name, known.retryable), f"error {found.code}")
        check(value["message"], "an error without a message")
        check(known.number < 96, f"{known.name} crossed the wire")
        return known.name

    # What a case may ask for.

    def final(self, id: int, timeout: float | None = None) -> Frame:
        """The request's final reply; PARTs, CREDITs and others' replies are passed over."""
        deadline = time.monotonic() + (self.patience if timeout is None else timeout)
        while True:
            found = self.next(deadline - time.monotonic())
            if found.id == id and found.type in (wire.RESULT, wire.ERROR):
                return found
            if found.type == wire.ERROR and found.id == 0:
                fail(f"the connection ended: {self.body(found)}")

    def result(self, id: int, timeout: float | None = None) -> dict[str, Any]:
        found = self.final(id, timeout)
        if found.type == wire.ERROR:
            fail(f"request {id} got {self.body(found)}")
        return self.body(found)

    def refused(self, id: int, name: str) -> dict[str, Any]:
        """The request's final reply has to be this error."""
        found = self.final(id)
        if found.type != wire.ERROR:
            fail(f"request {id} got a RESULT instead of {name}")
        equal(self.error(found), name, f"answer to request {id}")
        return self.body(found)

    def analyze(self, options: Any = None, article: bytes = b"Rain fell.", **fields: Any) -> dict[str, Any]:
        return self.result(self.request(options, article, **fields))

    def ends(self, name: str, *, json: bool | None = None, timeout: float | None = None) -> None:
        """The server has to send this error with id 0, and close behind it."""
        while True:
            found = self.next(timeout)
            if found.type == wire.ERROR and found.id == 0:
                break
            if found.type not in (wire.HELLO, wire.CREDIT, wire.RESULT, wire.PONG):
                fail(f"{NAMES[found.type - 1]} {found.id} instead of {name}")
        equal(self.error(found), name, "end of the connection")
        equal(found.code, NUMBERS[name], "number of the error")
        if json is not None:
            equal(bool(found.flags & wire.JSON), json, "JSON flag of the error")
        self.closes()

    def closes(self, timeout: float | None = None) -> list[Frame]:
        """The server has to close; what it sends before."""
        found = []
        try:
            while True:
                found.append(self.next(timeout))
        except Closed:
            return found

    def lives(self) -> list[Frame]:
        """The connection has to work: what came before the answer to a PING, CREDITs left out."""
        before = []
        self.send(frame("PING", b"alive", id=PROBE))
        while (found := self.next()).type != wire.PONG or found.id != PROBE:
            if found.type == wire.ERROR and found.id == 0:
                fail(f"the connection ended: {self.body(found)}")
            if found.type != wire.CREDIT:
                before.append(found)
        equal(found.payload, b"alive", "payload of the PONG")
        return before


def hello_frame(encoding: str = "json", **fields: Any) -> bytes:
    value = {"minVersion": 1, "maxVersion": 1, **fields}
    return joined(frame("HELLO", body(value, encoding), flags=wire.JSON if encoding == "json" else 0))


def raw_length(count: int) -> Chunk:
    return b"\x02\x04" + struct.pack("<I", count), "RAW_LENGTH"


def ping(id: int, payload: bytes = b"", **fields: Any) -> bytes:
    return joined(frame("PING", payload, id=id, **fields))


def compact(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
