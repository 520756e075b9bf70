"""A socket inside TLS that one thread may write while another reads, and that can be closed in one direction: Python's
own SSLSocket can do neither."""

from __future__ import annotations

import socket
import ssl
import threading


class SecureSocket:
    """The part of a socket that a `Link` uses."""

    def __init__(self, plain: socket.socket, context: ssl.SSLContext, host: str | None) -> None:
        self._plain = plain
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._incoming, self._outgoing, server_hostname=host)
        # Held while OpenSSL works, never while the network does.
        self._state = threading.Lock()
        self._order = threading.Lock()
        while True:
            try:
                self._tls.do_handshake()
                self._flush()
                return
            except ssl.SSLWantReadError:
                self._flush()
                self._fill()

    def _flush(self) -> None:
        with self._order:
            with self._state:
                data = self._outgoing.read()
            if data:
                self._plain.sendall(data)

    def _fill(self) -> None:
        data = self._plain.recv(262_144)
        with self._state:
            if data:
                self._incoming.write(data)
            else:
                self._incoming.write_eof()

    def sendall(self, data: bytes) -> None:
        for start in range(0, len(data), 65_536):
            with self._state:
                self._tls.write(data[start : start + 65_536])
            self._flush()

    def recv(self, size: int) -> bytes:
        while True:
            try:
                with self._state:
                    return self._tls.read(size)
            except ssl.SSLZeroReturnError:
                return b""
            except ssl.SSLWantReadError:
                self._flush()
                self._fill()

    def shutdown(self, how: int) -> None:
        """Ends our direction with close_notify; the other goes on."""
        with self._state:
            try:
                self._tls.unwrap()
            except ssl.SSLWantReadError:
                pass  # The peer's close_notify has not come yet.
        self._flush()
        self._plain.shutdown(how)

    def settimeout(self, seconds: float | None) -> None:
        self._plain.settimeout(seconds)

    def setsockopt(self, level: int, name: int, value: int) -> None:
        self._plain.setsockopt(level, name, value)

    def close(self) -> None:
        self._plain.close()
