"""Bytes for hostile and careless clients, and sockets to send them by."""

from __future__ import annotations

import json
import resource
import socket
import struct
import zlib

from wiredesk import frames as wire
from wiredesk.connection import PREFACE

from .server import Address

HELLO = wire.encode_frame(
    wire.HELLO, json.dumps({"minVersion": 1, "maxVersion": 1, "codecs": ["zlib"]}).encode(), flags=wire.JSON
)
GREETING = PREFACE + HELLO
# Linux: a port is chosen when the socket connects, so that a pair of addresses and not an address runs out of them.
IP_BIND_ADDRESS_NO_PORT = 24


def request(id: int, article: bytes, **options: object) -> bytes:
    return wire.encode_frame(wire.REQUEST, _payload(article, options), flags=wire.JSON, code=1, id=id)


def bomb(id: int, raw: int, announced: int | None = None) -> bytes:
    """A compressed request of about a thousandth of `raw` bytes."""
    payload = zlib.compress(_payload(b" " * raw, {}), 9)
    extensions = {wire.RAW_LENGTH: struct.pack("<I", raw + 6 if announced is None else announced)}
    flags = wire.JSON | wire.COMPRESSED
    return wire.encode_frame(wire.REQUEST, payload, flags=flags, code=1, id=id, extensions=extensions)


def _payload(article: bytes, options: dict[str, object]) -> bytes:
    head = json.dumps(options).encode()
    return struct.pack("<I", len(head)) + head + article


def connect(server: Address, number: int = 0) -> socket.socket:
    """A connection from one of 250 addresses of this machine: one has too few ports for a million."""
    peer = socket.socket()
    peer.setsockopt(socket.IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, 1)
    peer.bind((f"127.0.0.{2 + number % 250}", 0))
    peer.connect(server)
    return peer


def reset(peer: socket.socket) -> None:
    """Ends it as a crashed machine does: the other side gets an RST."""
    peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    peer.close()


def allow_descriptors() -> int:
    """As many as the system lets this process and its children have."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    return most
