"""The server under test."""

from __future__ import annotations

import hmac
import socket
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from generator.wire import body, frame, joined
from wiredesk import Token, tls_context
from wiredesk import frames as wire

from .case import Skip
from .link import PATIENCE, Link, hello_frame
from .secure_socket import SecureSocket


class Server:
    """Opens connections to the address. `token` is proven wherever the server asks for one."""

    def __init__(
        self, uri: str, token: Token | None = None, authorities: str | None = None, patience: float = PATIENCE
    ) -> None:
        self.uri = uri
        self.address = urlsplit(uri)
        if self.address.scheme not in ("wiredesk", "wiredesks", "wiredesk+unix"):
            raise ValueError(f"no such kind of address: {uri}")
        self.token = token
        self.authorities = authorities
        self.patience = patience

    @property
    def is_tls(self) -> bool:
        return self.address.scheme == "wiredesks"

    def connect(self) -> Link:
        """A connection on which nothing was said yet, inside TLS if the address says so."""
        plain = self.plain()
        if not self.is_tls:
            return Link(plain, self.patience)
        return Link(SecureSocket(plain, tls_context(self.authorities), self.address.hostname), self.patience)

    def plain(self) -> socket.socket:
        """A socket without TLS, whatever the server speaks."""
        if self.address.scheme == "wiredesk+unix":
            connection = socket.socket(socket.AF_UNIX)
            connection.settimeout(PATIENCE)
            connection.connect(self.address.path)
            return connection
        host, port = self.address.hostname or "127.0.0.1", self.address.port or 7411
        connection = socket.create_connection((host, port), PATIENCE)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection

    def link(self, encoding: str = "json", **hello: Any) -> Link:
        """A connection after the handshake, the proof of a token included."""
        link = self.connect()
        link.greet(encoding, **hello)
        if "auth" in link.hello:
            if not self.token:
                link.socket.close()
                raise Skip("the server asks for a token, and none was given")
            link.send(proof(link, self.token, encoding, 0 if link.hello.get("crc32") else None))
            link.next()
        return link

    @property
    def asks_for_tokens(self) -> bool:
        with self.connect() as link:
            return "auth" in link.greet()

    def requires_open_door(self) -> None:
        """For cases that say everything in one go, which a server that asks for tokens does not allow."""
        if self.asks_for_tokens:
            raise Skip("the server asks for a token first")


def proof(link: Link, token: Token, encoding: str = "json", crc: int | None = None, **changes: Any) -> bytes:
    """The second HELLO."""
    auth = link.hello["auth"]
    if "binding" in auth:
        raise Skip("Python's ssl exports no keying material for the binding")
    mac = hmac.digest(token.secret, b"wiredesk/1 client" + bytes.fromhex(auth["nonce"]), "sha256").hex()
    value = {"name": token.name, "mac": mac, **changes}
    if crc is None:
        return hello_frame(encoding, auth=value)
    data = body({"minVersion": 1, "maxVersion": 1, "auth": value}, encoding)
    return joined(frame("HELLO", data, flags=wire.JSON if encoding == "json" else 0, crc=crc))


def read_token(path: str | None) -> Token | None:
    return Token.read(Path(path)) if path else None
