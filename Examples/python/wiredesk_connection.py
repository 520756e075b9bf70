"""One connection to a Wiredesk server, written from protocol.md: handshake, credit, replies, GOAWAY."""

from __future__ import annotations

import hmac
import json
import os
import selectors
import socket
import ssl
import struct
import time
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import wiredesk_frames as wire
from wiredesk_frames import BadFrame, Frame, FrameDecoder, encode_frame, inflate

PREFACE = b"\x89WDK\r\n\x1a\n"
STAGES = {1: "reading", 2: "entities", 3: "summary"}
# A refusal that comes before the server has read a HELLO has its body in CBOR; the number says enough.
REFUSALS = {1: ("bad_preface", False), 5: ("handshake_timeout", True), 9: ("too_many_connections", True)}
Body = dict[str, Any]


class WiredeskError(Exception):
    """Why a request or a connection failed. `code` is a name of protocol.md, "Errors"; `retry_after` is in seconds."""

    def __init__(self, code: str, message: str, retryable: bool = False, retry_after: float | None = None):
        super().__init__(f"{code}: {message}")
        self.code = code
        self.message = message
        self.retryable = retryable
        self.retry_after = retry_after


@dataclass(frozen=True)
class Token:
    """What a server may ask for: a name and a secret, which is never sent."""

    name: str
    secret: bytes = field(repr=False)

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> Token:
        """The first token of a file, `NAME SECRET` in a line of its own. Only the file's owner may have rights to it."""
        file = Path(path)
        if os.name == "posix" and file.stat().st_mode & 0o077:
            raise PermissionError(f"{file} holds a secret, but others have rights to it")
        for line in file.read_bytes().splitlines():
            words = line.split()
            if len(words) > 1 and not words[0].startswith(b"#"):
                return cls(words[0].decode(), words[1])
        raise ValueError(f"{file} holds no token")

    def proof(self, challenge: Body) -> Body:
        """`auth` of the second HELLO. Python's `ssl` exports no keying material, hence no `binding`."""
        if challenge["scheme"] != "hmac-sha256" or "binding" in challenge:
            raise WiredeskError("unauthenticated", "the server asks for a proof that this client cannot give")
        message = b"wiredesk/1 client" + bytes.fromhex(challenge["nonce"])
        return {"name": self.name, "mac": hmac.digest(self.secret, message, "sha256").hex()}


# What a request has been answered: (stage, body), ("result", body) or ("error", WiredeskError).
Event = tuple[str, Any]


@dataclass
class Request:
    """A request that was sent, and the replies to it that nobody has taken yet."""

    id: int
    events: deque[Event] = field(default_factory=deque)


class Connection:
    """Connects and shakes hands at once. `silence` is how many seconds without a byte mean that the server is lost."""

    def __init__(
        self,
        server: str,
        silence: float,
        connect_timeout: float,
        checksums: bool,
        token: Token | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.hello: Body = {}
        self.is_open = True
        self.is_draining = False
        self.unanswered: dict[int, Request] = {}
        self._silence = silence
        self._last_id = 0
        self._credit_requests = self._credit_bytes = 0
        self._checksums = False
        self._token = token
        self._is_admitted = False
        self._pongs = 0
        self._out = bytearray()
        self._decoder = FrameDecoder()
        self._end = WiredeskError("connection_lost", "not connected", retryable=True)
        try:
            self._socket = open_socket(server, connect_timeout, tls)
        except OSError as error:
            raise WiredeskError("unreachable", f"{server}: {error}", retryable=True) from error
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._socket, selectors.EVENT_READ)
        self._shake_hands(checksums)
        self._socket.setblocking(False)

    def _shake_hands(self, checksums: bool) -> None:
        hello = {
            "minVersion": 1,
            "maxVersion": 1,
            "agent": "wiredesk-python/1",
            "maxFrame": wire.MAX_FRAME,
            "maxRaw": wire.MAX_RAW,
            "codecs": ["zlib"],
            "encodings": ["json"],
            "crc32": checksums,
        }
        try:
            self._socket.sendall(PREFACE + encode_frame(wire.HELLO, json.dumps(hello).encode(), flags=wire.JSON))
            greeting = b""
            while len(greeting) < len(PREFACE) and (data := self._socket.recv(len(PREFACE) - len(greeting))):
                greeting += data
            if greeting != PREFACE:
                self.close(WiredeskError("bad_reply", "this is no Wiredesk server"))
            while self.is_open and not self._is_admitted:
                self._read()
        except OSError as error:
            self.close(WiredeskError("unreachable", f"no handshake: {error}", retryable=True))
        if not self.is_open:
            raise self._end

    def has_credit(self, size: int) -> bool:
        return self._credit_requests >= 1 and self._credit_bytes >= size

    def send_request(self, payload: bytes, flags: int, extensions: dict[int, bytes]) -> Request:
        self._last_id += 1
        frame = encode_frame(
            wire.REQUEST,
            payload,
            flags=flags,
            code=1,
            id=self._last_id,
            extensions=extensions,
            checksum=self._checksums,
        )
        self._credit_requests -= 1
        self._credit_bytes -= len(frame)
        request = self.unanswered[self._last_id] = Request(self._last_id)
        self._send(frame)
        return request

    def cancel(self, request: Request) -> None:
        if self.is_open and request.id in self.unanswered:
            self._send(encode_frame(wire.CANCEL, id=request.id, checksum=self._checksums))

    def ping(self) -> float:
        """Round trip in seconds."""
        start, seen = time.perf_counter(), self._pongs
        self._send(encode_frame(wire.PING, b"ping", checksum=self._checksums))
        while self.is_open and self._pongs == seen:
            self.turn()
        if self._pongs == seen:
            raise self._end
        return time.perf_counter() - start

    def close(self, error: WiredeskError | None = None) -> None:
        """Ends the connection, and every unanswered request with the error."""
        if self.is_open:
            self._end = error or WiredeskError("connection_lost", "closed by this client", retryable=True)
            self.is_open = False
            self._selector.close()
            self._socket.close()
            for id in list(self.unanswered):
                self._answer(id, ("error", self._end))

    def _send(self, frame: bytes) -> None:
        # Reads meanwhile: a server that nobody reads from stops reading.
        self._out += frame
        while self._out and self.is_open:
            self.turn()

    def turn(self) -> None:
        """Waits until bytes can be read or, if any are left, sent, and does it once."""
        events = selectors.EVENT_READ | (selectors.EVENT_WRITE if self._out else 0)
        self._selector.modify(self._socket, events)
        ready = self._selector.select(self._silence)
        try:
            if not ready:
                self.close(WiredeskError("connection_lost", "no sign of life from the server", retryable=True))
            elif ready[0][1] & selectors.EVENT_READ:
                self._read()
            else:
                del self._out[: self._socket.send(self._out)]
        except (ssl.SSLWantReadError, ssl.SSLWantWriteError):
            pass  # There will be more to read, or room to write.
        except OSError as error:
            self.close(WiredeskError("connection_lost", str(error), retryable=True))

    def _read(self) -> None:
        try:
            data = self._socket.recv(1 << 18)
            # What is opened already makes no socket readable.
            while data and isinstance(self._socket, ssl.SSLSocket) and (more := self._socket.pending()):
                data += self._socket.recv(more)
        except ssl.SSLWantReadError:
            return
        if not data:
            self.close(WiredeskError("connection_lost", "closed by the server", retryable=True))
        try:
            for frame in self._decoder.feed(data):
                self._take(frame)
            if self._decoder.oversized:
                raise BadFrame("a frame larger than this client accepts")
        except (BadFrame, ValueError, LookupError, TypeError, struct.error) as error:
            self.close(WiredeskError("bad_reply", f"{type(error).__name__}: {error}"))

    def _take(self, frame: Frame) -> None:
        if frame.type == wire.HELLO:
            self.hello = json.loads(frame.payload)
            if self.hello["version"] != 1:
                raise BadFrame("a version that this client did not offer")
            self._credit_requests, self._credit_bytes = self.hello["requests"], self.hello["bytes"]
            self._checksums = self.hello.get("crc32", False)
            if "auth" in self.hello:
                self._prove(self.hello["auth"])
            else:
                self._is_admitted = True
        elif frame.type == wire.CREDIT:
            requests, size = struct.unpack("<II", frame.payload)
            self._credit_requests += requests
            self._credit_bytes += size
            if not self._is_admitted:
                # The first credit: the proof was taken.
                self._is_admitted = True
                self.hello |= {"requests": requests, "bytes": size}
        elif frame.type == wire.PING:
            self._out += encode_frame(wire.PONG, frame.payload, id=frame.id, checksum=self._checksums)
        elif frame.type == wire.PONG:
            self._pongs += 1
        elif frame.type == wire.GOAWAY:
            last, _ = struct.unpack("<QI", frame.payload)
            self.is_draining = True
            for id in [id for id in self.unanswered if id > last]:
                self._answer(id, ("error", WiredeskError("going_away", "the server is going away", retryable=True)))
        elif frame.type == wire.ERROR and frame.id == 0:
            self.close(error_from(frame))
        elif frame.type in (wire.PART, wire.RESULT, wire.ERROR):
            if frame.id > self._last_id:
                raise BadFrame(f"a reply to request {frame.id}, which was never sent")
            if frame.type == wire.ERROR:
                self._answer(frame.id, ("error", error_from(frame)))
            elif frame.type == wire.RESULT:
                self._answer(frame.id, ("result", json.loads(inflate(frame))))
            elif frame.code in STAGES and frame.id in self.unanswered:
                self.unanswered[frame.id].events.append((STAGES[frame.code], json.loads(inflate(frame))))

    def _prove(self, challenge: Body) -> None:
        if not self._token:
            self.close(WiredeskError("unauthenticated", "the server asks for a token"))
            return
        try:
            hello = {"minVersion": 1, "maxVersion": 1, "auth": self._token.proof(challenge)}
        except WiredeskError as error:
            self.close(error)
            return
        body = json.dumps(hello).encode()
        self._socket.sendall(encode_frame(wire.HELLO, body, flags=wire.JSON, checksum=self._checksums))

    def _answer(self, id: int, event: Event) -> None:
        """The final reply. One that comes after GOAWAY gave its request up is of no use any more."""
        if request := self.unanswered.pop(id, None):
            request.events.append(event)


def error_from(frame: Frame) -> WiredeskError:
    if not frame.flags & wire.JSON:
        name, retryable = REFUSALS.get(frame.code, (f"error_{frame.code}", False))
        return WiredeskError(name, "refused before the handshake", retryable)
    body = json.loads(frame.payload)
    wait = body.get("retryAfter")
    return WiredeskError(body["code"], body["message"], body["retryable"], None if wait is None else wait / 1000)


def tls_context(authorities: str | None = None) -> ssl.SSLContext:
    """TLS as protocol.md asks for it; `authorities` is a PEM file of whom to trust instead of the system's. A client
    certificate is shown after `load_cert_chain`."""
    context = ssl.create_default_context(cafile=authorities)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.set_alpn_protocols(["wiredesk/1"])
    return context


def open_socket(server: str, timeout: float, tls: ssl.SSLContext | None = None) -> socket.socket:
    """A connected socket for `wiredesk://HOST:PORT`, `wiredesks://HOST:PORT` (TLS) or `wiredesk+unix:/PATH`."""
    address = urlsplit(server)
    if address.scheme == "wiredesk+unix":
        connection = socket.socket(socket.AF_UNIX)
        connection.settimeout(timeout)
        connection.connect(address.path)
        return connection
    if address.scheme in ("wiredesk", "wiredesks"):
        connection = socket.create_connection((address.hostname or "127.0.0.1", address.port or 7411), timeout)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if address.scheme == "wiredesks":
            return (tls or tls_context()).wrap_socket(connection, server_hostname=address.hostname)
        return connection
    raise ValueError(f"no such kind of address: {server}")
