"""One connection, which any number of threads may use: a thread of its own reads and writes."""

from __future__ import annotations

import json
import selectors
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from . import frames as wire
from .addresses import open_socket
from .bodies import BadBody, read
from .errors import WiredeskError
from .frames import BadFrame, Frame, FrameDecoder, encode_frame, inflate
from .results import ErrorBody, Hello, Result
from .tokens import Token

PREFACE = b"\x89WDK\r\n\x1a\n"
STAGES = {1: "reading", 2: "entities", 3: "summary"}
VERSION = 1
MAX_PING = 64
# A refusal that comes before the server has read a HELLO has its body in CBOR; the number says enough.
REFUSALS = {1: ("bad_preface", False), 5: ("handshake_timeout", True), 9: ("too_many_connections", True)}

# A reply to a request, or why none comes any more.
Reply = Frame | WiredeskError
# Takes replies. Called by the connection's thread; must not block.
Deliver = Callable[[Reply], None]


@dataclass(frozen=True)
class Greeting:
    """What a client brings to a connection."""

    server: str
    connect_timeout: float
    checksums: bool = False
    token: Token | None = None
    tls: ssl.SSLContext | None = None


class Connection:
    """Connects and shakes hands at once. Raises WiredeskError if that fails."""

    def __init__(self, greeting: Greeting) -> None:
        self.hello: Hello
        self.is_draining = False
        self._greeting = greeting
        # Guards everything below; notified when credit comes, a PONG comes or the connection ends.
        self._changed = threading.Condition()
        self._end: WiredeskError | None = None
        self._unanswered: dict[int, Deliver] = {}
        self._out = bytearray()
        self._last_id = self._last_ping = 0
        self._credit_requests = self._credit_bytes = 0
        self._checksums = False
        self._is_admitted = False
        self._pings: set[int] = set()  # Those without an answer.
        self._decoder = FrameDecoder()
        try:
            self._socket = open_socket(greeting.server, greeting.connect_timeout, greeting.tls)
        except ssl.SSLError as error:
            raise WiredeskError("tls_failed", f"{greeting.server}: {error}") from error
        except OSError as error:
            raise WiredeskError("unreachable", f"{greeting.server}: {error}", retryable=True) from error
        self._shake_hands()
        self._socket.setblocking(False)
        self._bell, self._ear = socket.socketpair()
        self._ear.setblocking(False)
        threading.Thread(target=self._run, name="wiredesk", daemon=True).start()

    # For the threads that use it.

    @property
    def is_open(self) -> bool:
        return self._end is None

    def send_request(
        self, payload: bytes, flags: int, extensions: dict[int, bytes], deliver: Deliver, until: float
    ) -> int:
        """Waits for credit until the time given (`time.monotonic`), sends a REQUEST and returns its id."""
        size = len(encode_frame(wire.REQUEST, payload, extensions=extensions, checksum=self._checksums))
        if size - wire.HEADER.size > self.hello["maxFrame"] or size > self.hello["bytes"]:
            raise WiredeskError("frame_too_large", f"{size} bytes, more than the server takes")
        with self._changed:
            while self._end is None and not self.is_draining and not self._has_credit(size):
                if not self._changed.wait(until - time.monotonic()):
                    raise WiredeskError("deadline_exceeded", "the server gave no credit in time")
            if self._end:
                raise self._end
            if self.is_draining:
                raise WiredeskError("going_away", "the server is going away", retryable=True)
            self._last_id += 1
            id = self._last_id
            self._credit_requests -= 1
            self._credit_bytes -= size
            self._unanswered[id] = deliver
            self._write(
                encode_frame(
                    wire.REQUEST, payload, flags=flags, code=1, id=id, extensions=extensions, checksum=self._checksums
                )
            )
        return id

    def cancel(self, id: int) -> None:
        """Nobody waits for the request any more."""
        with self._changed:
            if self._end is None and id in self._unanswered:
                self._unanswered[id] = lambda _: None
                self._write(encode_frame(wire.CANCEL, id=id, checksum=self._checksums))

    def ping(self, timeout: float) -> float:
        """Round trip in seconds."""
        start = time.monotonic()
        with self._changed:
            self._last_ping += 1
            id = self._last_ping
            self._pings.add(id)
            self._write(encode_frame(wire.PING, b"ping", id=id, checksum=self._checksums))
            self._changed.wait_for(lambda: self._end or id not in self._pings, timeout)
            if id in self._pings:
                self._pings.discard(id)
                raise self._end or WiredeskError("connection_lost", "no sign of life from the server", retryable=True)
        return time.monotonic() - start

    def close(self, error: WiredeskError | None = None) -> None:
        """Ends the connection, and every unanswered request with the error."""
        with self._changed:
            if self._end is None:
                self._end = error or WiredeskError("connection_lost", "closed by this client", retryable=True)
                self._ring()
                unanswered, self._unanswered = self._unanswered, {}
                self._changed.notify_all()
                for deliver in unanswered.values():
                    deliver(self._end)

    def give_up(self) -> None:
        """The server has let a request's deadline pass without a word: it is lost."""
        self.close(WiredeskError("connection_lost", "no sign of life from the server", retryable=True))

    def _has_credit(self, size: int) -> bool:
        return self._credit_requests >= 1 and self._credit_bytes >= size

    def _write(self, data: bytes) -> None:
        self._out += data
        self._ring()

    def _ring(self) -> None:
        try:
            self._bell.send(b"\0")
        except (AttributeError, OSError):
            pass  # The thread is not there yet, is awake anyway, or gone.

    # The handshake, in the thread that connects.

    def _shake_hands(self) -> None:
        hello = {
            "minVersion": VERSION,
            "maxVersion": VERSION,
            "agent": "wiredesk-python/1",
            "maxFrame": wire.MAX_FRAME,
            "maxRaw": wire.MAX_RAW,
            "codecs": ["zlib"],
            "encodings": ["json"],
            "crc32": self._greeting.checksums,
        }
        until = time.monotonic() + self._greeting.connect_timeout
        try:
            self._socket.sendall(PREFACE + encode_frame(wire.HELLO, json.dumps(hello).encode(), flags=wire.JSON))
            greeting = b""
            while len(greeting) < len(PREFACE) and PREFACE.startswith(greeting):
                data = self._receive_before(until, len(PREFACE) - len(greeting))
                greeting += data
                if not data:
                    break
            if greeting != PREFACE and not PREFACE.startswith(greeting):
                self.close(WiredeskError("bad_reply", "this is no Wiredesk server"))
            while self.is_open and not self._is_admitted:
                self._take(self._receive_before(until, 1 << 16))
                self._flush_handshake()
        except ssl.SSLError as error:
            self.close(WiredeskError("tls_failed", f"{self._greeting.server}: {error}"))
        except OSError as error:
            self.close(WiredeskError("unreachable", f"no handshake: {error}", retryable=True))
        if self._end:
            self._socket.close()
            raise self._end

    def _receive_before(self, until: float, size: int) -> bytes:
        self._socket.settimeout(max(until - time.monotonic(), 0.001))
        return self._socket.recv(size)

    def _flush_handshake(self) -> None:
        if self._out and self.is_open:
            self._socket.sendall(self._out)
            self._out.clear()

    # The connection's own thread.

    def _run(self) -> None:
        with selectors.DefaultSelector() as selector, self._socket, self._bell, self._ear:
            selector.register(self._ear, selectors.EVENT_READ)
            selector.register(self._socket, selectors.EVENT_READ)
            while self._end is None:
                with self._changed:
                    events = selectors.EVENT_READ | (selectors.EVENT_WRITE if self._out else 0)
                selector.modify(self._socket, events)
                ready = selector.select()
                try:
                    for key, mask in ready:
                        if key.fileobj is self._ear:
                            self._ear.recv(4096)
                            continue
                        if mask & selectors.EVENT_READ:
                            self._read()
                        if mask & selectors.EVENT_WRITE:
                            self._flush()
                except (ssl.SSLWantReadError, ssl.SSLWantWriteError, BlockingIOError):
                    pass  # There will be more to read, or room to write.
                except OSError as error:
                    self.close(WiredeskError("connection_lost", str(error), retryable=True))

    def _flush(self) -> None:
        with self._changed:
            data = bytes(self._out[: 1 << 18])
            if data:
                del self._out[: self._socket.send(data)]

    def _read(self) -> None:
        data = self._socket.recv(1 << 18)
        # What TLS has opened already makes no socket readable.
        while data and isinstance(self._socket, ssl.SSLSocket) and (more := self._socket.pending()):
            data += self._socket.recv(more)
        self._take(data)

    def _take(self, data: bytes) -> None:
        """Bytes came, or none: the end."""
        if not data:
            self.close(WiredeskError("connection_lost", "closed by the server", retryable=True))
            return
        try:
            for frame in self._decoder.feed(data):
                with self._changed:
                    self._handle(frame)
            if self._decoder.oversized:
                raise BadFrame("a frame larger than this client accepts")
        except (BadFrame, BadBody, struct.error) as error:
            self.close(WiredeskError("bad_reply", str(error)))

    def _handle(self, frame: Frame) -> None:
        if self._end:
            return
        if frame.type == wire.ERROR and frame.id == 0:
            self.close(error_from(frame))
        elif frame.type == wire.HELLO:
            self._greet(frame)
        elif not hasattr(self, "hello"):
            raise BadFrame("the first frame is no HELLO")
        elif frame.type == wire.CREDIT:
            self._add_credit(*struct.unpack("<II", frame.payload))
        elif frame.type == wire.PING:
            if len(frame.payload) > MAX_PING:
                raise BadFrame("a PING that is too long")
            self._write(encode_frame(wire.PONG, frame.payload, id=frame.id, checksum=self._checksums))
        elif frame.type == wire.PONG:
            if len(frame.payload) > MAX_PING:
                raise BadFrame("a PONG that is too long")
            self._pings.discard(frame.id)
            self._changed.notify_all()
        elif frame.type == wire.GOAWAY:
            self._drain(*struct.unpack("<QI", frame.payload))
        elif frame.type in (wire.PART, wire.RESULT, wire.ERROR):
            self._answer(frame)

    def _greet(self, frame: Frame) -> None:
        if hasattr(self, "hello"):
            raise BadFrame("a second HELLO")
        self.hello = read(Hello, frame.payload)
        if self.hello["version"] != VERSION:
            raise BadFrame("a version that this client did not offer")
        self._credit_requests, self._credit_bytes = self.hello["requests"], self.hello["bytes"]
        self._checksums = self.hello.get("crc32", False) and self._greeting.checksums
        if "auth" not in self.hello:
            self._is_admitted = True
            return
        token = self._greeting.token
        try:
            if not token:
                raise WiredeskError("unauthenticated", "the server asks for a token")
            hello = {"minVersion": VERSION, "maxVersion": VERSION, "auth": token.proof(self.hello["auth"])}
        except WiredeskError as error:
            self.close(error)
            return
        self._write(encode_frame(wire.HELLO, json.dumps(hello).encode(), flags=wire.JSON, checksum=self._checksums))

    def _add_credit(self, requests: int, size: int) -> None:
        self._credit_requests += requests
        self._credit_bytes += size
        if not self._is_admitted:
            # The first credit: the proof was taken.
            self._is_admitted = True
            self.hello["requests"], self.hello["bytes"] = requests, size
        self._changed.notify_all()

    def _drain(self, last: int, _: int) -> None:
        self.is_draining = True
        for id in [id for id in self._unanswered if id > last]:
            self._unanswered.pop(id)(WiredeskError("going_away", "the server is going away", retryable=True))
        self._changed.notify_all()
        self._close_if_drained()

    def _answer(self, frame: Frame) -> None:
        if frame.id > self._last_id:
            raise BadFrame(f"a reply to request {frame.id}, which was never sent")
        if frame.type == wire.PART:
            deliver = self._unanswered.get(frame.id)
        else:
            # One that comes after GOAWAY gave its request up is of no use any more.
            deliver = self._unanswered.pop(frame.id, None)
        if deliver:
            deliver(frame)
        self._close_if_drained()

    def _close_if_drained(self) -> None:
        if self.is_draining and not self._unanswered:
            self.close()


def outcome(reply: Reply, connection: Connection | None) -> Result | WiredeskError:
    """What a reply says. One that is against protocol.md ends its connection."""
    if isinstance(reply, WiredeskError):
        return reply
    try:
        return error_from(reply) if reply.type == wire.ERROR else read(Result, inflate(reply))
    except (BadFrame, BadBody) as error:
        refusal = WiredeskError("bad_reply", str(error))
        if connection:
            connection.close(refusal)
        return refusal


def error_from(frame: Frame) -> WiredeskError:
    """What an ERROR says."""
    if not frame.flags & wire.JSON:
        name, retryable = REFUSALS.get(frame.code, (f"error_{frame.code}", False))
        return WiredeskError(name, "refused before the handshake", retryable)
    body = read(ErrorBody, frame.payload)
    wait = body.get("retryAfter")
    trace = frame.extensions.get(wire.TRACE)
    return WiredeskError(
        body["code"],
        body["message"],
        body["retryable"],
        None if wait is None else wait / 1000,
        None if trace is None else trace.decode("ascii"),
    )
