"""A server's end of one connection, which sends whatever it is told and checks whatever comes."""

from __future__ import annotations

import hmac
import socket
import struct
import time
import zlib
from dataclasses import dataclass
from typing import Any

import reference
from generator.wire import Chunk, body, frame, joined
from wiredesk import frames as wire
from wiredesk.frames import BadFrame, Frame, FrameDecoder, inflate

from .case import check, equal, fail
from .link import NAMES, PREFACE, SMALL_FRAME, raw_length

HELLO: dict[str, Any] = {
    "version": 1,
    "agent": "conformance/1",
    "maxFrame": 4_194_304,
    "maxRaw": 8_454_144,
    "maxHTML": 8_388_608,
    "maxText": 1_048_576,
    "codecs": ["zlib"],
    "encodings": ["cbor", "json"],
    "requests": 64,
    "bytes": 16_777_216,
}
RESULT: dict[str, Any] = {"engine": {"version": "0", "model": "0"}, "stages": []}


@dataclass
class Received:
    """A REQUEST, read."""

    id: int
    options: dict[str, Any]
    article: bytes
    is_json: bool
    frame: Frame

    @property
    def size(self) -> int:
        """What it spends of the bytes."""
        extensions = sum(2 + len(value) for value in self.frame.extensions.values())
        return 16 + len(self.frame.payload) + (2 + extensions if self.frame.flags & wire.EXTENDED else 0)


class Peer:
    def __init__(self, connection: socket.socket, patience: float = 5.0) -> None:
        self.socket = connection
        self.socket.settimeout(patience)
        self.hello: dict[str, Any] = {}
        self.is_json = True
        # Every frame that came, and when.
        self.log: list[Frame] = []
        self.requests: list[Received] = []
        self.times: list[float] = []
        self.checksums = False
        self.announced: dict[str, Any] = {}
        self._decoder = FrameDecoder(1 << 30)
        self._waiting: list[Frame] = []
        self._credit_requests = self._credit_bytes = 0
        self._said_goaway = False

    # What the client says.

    def greet(self, *, drip: bool = False, **changes: Any) -> None:
        """Reads the client's preface and HELLO, and answers with ours."""
        self.expect_hello()
        self.answer_hello(drip=drip, **changes)

    def expect_hello(self) -> None:
        greeting = b""
        while len(greeting) < len(PREFACE):
            data = self.socket.recv(len(PREFACE) - len(greeting))
            if not data:
                raise EOFError
            greeting += data
        equal(greeting, PREFACE, "the client's preface")
        found = self.next()
        equal((found.type, found.id, found.code), (wire.HELLO, 0, 0), "type, id and code of the first frame")
        check(len(found.payload) <= SMALL_FRAME, f"a HELLO of {len(found.payload)} bytes")
        self.is_json = bool(found.flags & wire.JSON)
        self.hello = self.read("client-hello", found.payload, self.is_json)
        check(self.hello["minVersion"] <= 1 <= self.hello["maxVersion"], "the client does not offer version 1")
        check("auth" not in self.hello, "auth in the first HELLO")

    def answer_hello(self, *, drip: bool = False, **changes: Any) -> None:
        value = {key: item for key, item in {**HELLO, **changes}.items() if item is not None}
        data = PREFACE + self.body_frame("HELLO", value, is_json=self.is_json)
        self.announce(value)
        self.raw(data, drip=drip)

    def announce(self, hello: dict[str, Any]) -> None:
        """What the client is held to from now on."""
        self.announced = hello
        self._credit_requests, self._credit_bytes = hello["requests"], hello["bytes"]
        self.checksums = hello.get("crc32", False)

    def next(self) -> Frame:
        """The next frame; EOFError if the client has closed its side."""
        while not self._waiting:
            data = self.socket.recv(262_144)
            if not data:
                raise EOFError
            try:
                self._waiting += self._decoder.feed(data)
            except BadFrame as error:
                fail(f"a frame against protocol.md: {error}")
        found = self._waiting.pop(0)
        self.log.append(found)
        self._check(found)
        return found

    @property
    def has_more(self) -> bool:
        """Whether frames came that nobody has looked at."""
        return bool(self._waiting)

    def _check(self, found: Frame) -> None:
        name = NAMES[found.type - 1]
        check(name in ("HELLO", "REQUEST", "CANCEL", "PING", "PONG", "GOAWAY"), f"a client sent {name}")
        if found.type not in (wire.REQUEST, wire.GOAWAY):
            equal(found.code, 0, f"code of {name}")
        if found.type in (wire.PING, wire.PONG):
            check(len(found.payload) <= 64, f"{name} of {len(found.payload)} bytes")
        elif found.type == wire.CANCEL:
            equal(found.payload, b"", "payload of CANCEL")
        elif found.type == wire.GOAWAY:
            equal(len(found.payload), 12, "bytes of GOAWAY")
        if self.checksums and self.log[0] is not found:
            check(wire.CRC32 in found.extensions, f"{name} without a CRC32 although it was agreed")
        if found.type == wire.REQUEST:
            self._check_request(found)

    def _check_request(self, found: Frame) -> None:
        check(self.announced, "a REQUEST before the handshake was done")
        request = self.request_of(found)
        last = max([0, *[one.id for one in self.requests]])
        check(found.id > last, f"id {found.id} behind {last}")
        equal(found.code, 1, "method")
        length = request.size - 16
        check(length <= self.announced["maxFrame"], f"a frame of {length} bytes over maxFrame")
        if self.announced.get("auth"):
            check(self._credit_requests > 0, "a REQUEST before the proof was taken")
        self._credit_requests -= 1
        self._credit_bytes -= request.size
        check(self._credit_requests >= 0, "a REQUEST without credit for requests")
        check(self._credit_bytes >= 0, "a REQUEST without credit for its bytes")
        check(not self._said_goaway, "a REQUEST behind the client's GOAWAY")
        self.requests.append(request)
        self.times.append(time.monotonic())

    def request_of(self, found: Frame) -> Received:
        if found.flags & wire.COMPRESSED:
            check("zlib" in self.announced.get("codecs", []), "a compressed REQUEST to a server that cannot inflate")
            raw = int.from_bytes(found.extensions.get(wire.RAW_LENGTH, b"\xff" * 4), "little")
            check(raw <= self.announced["maxRaw"], f"RAW_LENGTH {raw} is over maxRaw, or missing")
        try:
            payload = inflate(found, 1 << 30)
        except BadFrame as error:
            fail(f"payload of a REQUEST: {error}")
        check(len(payload) >= 4, "a REQUEST without the length of its options")
        count = int.from_bytes(payload[:4], "little")
        check(count <= 65_536 and 4 + count <= len(payload), f"options of {count} bytes in {len(payload)}")
        is_json = bool(found.flags & wire.JSON)
        options = self.read("options", payload[4 : 4 + count], is_json) if count else {}
        return Received(found.id, options, payload[4 + count :], is_json, found)

    def read(self, schema: str, data: bytes, is_json: bool) -> dict[str, Any]:
        try:
            return reference.read(schema, data, "json" if is_json else "cbor")
        except reference.Refused as error:
            fail(f"{schema}: {error}")

    def request(self) -> Received:
        """The next REQUEST; PINGs before it are answered."""
        while True:
            found = self.next()
            if found.type == wire.REQUEST:
                return self.requests[-1]
            if found.type == wire.PING:
                self.send("PONG", found.payload, id=found.id)
            elif found.type == wire.GOAWAY:
                self._said_goaway = True

    def until_closed(self, answer: bool = True) -> list[Frame]:
        """What comes until the client closes its side."""
        found = []
        try:
            while True:
                found.append(self.next())
                if answer and found[-1].type == wire.PING:
                    self.send("PONG", found[-1].payload, id=found[-1].id)
        except (EOFError, ConnectionError):
            return found
        except TimeoutError:
            fail("the client did not close the connection")

    def proven(self, secret: bytes, name: str) -> None:
        """The client's second HELLO has to prove this token."""
        found = self.next()
        equal(found.type, wire.HELLO, "answer to the challenge")
        auth = self.read("client-hello", found.payload, bool(found.flags & wire.JSON)).get("auth", {})
        nonce = bytes.fromhex(self.announced["auth"]["nonce"])
        mac = hmac.digest(secret, b"wiredesk/1 client" + nonce, "sha256").hex()
        equal(auth, {"name": name, "mac": mac}, "proof")

    # What the server says.

    def raw(self, data: bytes, drip: bool = False) -> None:
        if not drip:
            self.socket.sendall(data)
            return
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for byte in data:
            self.socket.sendall(bytes([byte]))

    def send(self, kind: str | int, payload: bytes = b"", *, drip: bool = False, **fields: Any) -> None:
        fields.setdefault("crc", 0 if self.checksums else None)
        self.raw(joined(frame(kind, payload, **fields)), drip=drip)

    def body_frame(self, kind: str, value: Any, *, is_json: bool, **fields: Any) -> bytes:
        data = body(value, "json" if is_json else "cbor")
        fields.setdefault("crc", 0 if self.checksums else None)
        fields["flags"] = fields.get("flags", 0) | (wire.JSON if is_json else 0)
        return joined(frame(kind, data, **fields))

    def result(
        self, request: Received | int, data: bytes | None = None, *, compress: bool = False, drip: bool = False, **more: Any
    ) -> None:
        """A RESULT in the request's encoding; `data` is its body as it is."""
        if isinstance(request, int):
            request = next(one for one in self.requests if one.id == request)
        given = {"id": request.options["id"]} if "id" in request.options else {}
        payload = body({**given, **RESULT, **more}, "json" if request.is_json else "cbor") if data is None else data
        flags = wire.JSON if request.is_json else 0
        extensions: list[Chunk] | None = None
        if compress:
            extensions, flags = [raw_length(len(payload))], flags | wire.COMPRESSED
            payload = zlib.compress(payload, 1)
        self.send("RESULT", payload, id=request.id, flags=flags, extensions=extensions, drip=drip)

    def error(
        self, id: int, number: int, name: str, retryable: bool, *, trace: bytes | None = None, **more: Any
    ) -> None:
        is_json = self.is_json if id == 0 else next(one.is_json for one in self.requests if one.id == id)
        value = {"code": name, "message": "because", "retryable": retryable, **more}
        extensions = None if trace is None else [(bytes([wire.TRACE, len(trace)]) + trace, "TRACE")]
        self.raw(self.body_frame("ERROR", value, is_json=is_json, id=id, code=number, extensions=extensions))

    def credit(self, requests: int, size: int) -> None:
        self._credit_requests += requests
        self._credit_bytes += size
        self.send("CREDIT", struct.pack("<II", requests, size))

    def goaway(self, last: int, drain: int = 1000, reason: int = 0) -> None:
        self.send("GOAWAY", struct.pack("<QI", last, drain), code=reason)
