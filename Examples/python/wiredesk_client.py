#!/usr/bin/env python3
"""A Wiredesk client in Python's standard library, written from protocol.md.

    with Client("wiredesk://127.0.0.1:7411") as client:
        print(client.analyze("Mara Quill opened the bridge on Monday.")["entities"])

Needs wiredesk_connection.py and wiredesk_frames.py beside it.
"""

from __future__ import annotations

import argparse
import json
import os
import ssl
import struct
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import wiredesk_frames as wire
from wiredesk_connection import Body, Connection, Event, Request, Token, WiredeskError, tls_context

__all__ = ["Client", "Token", "WiredeskError", "tls_context"]

DEFAULT_SERVER = "wiredesk://127.0.0.1:7411"
# Seconds beyond a request's deadline that its answer may take on the way.
MARGIN = 1.0


class Client:
    """Connects when first needed, and again after the connection was lost or the server has said GOAWAY.

    `timeout` (seconds) goes to the server as each request's deadline. A request that failed with a `retryable` error
    can be sent again: requests have no side effects. One client is for one thread.
    """

    def __init__(
        self,
        server: str = DEFAULT_SERVER,
        *,
        timeout: float = 30.0,
        connect_timeout: float = 2.0,
        compress: bool = True,
        checksums: bool = False,
        token: Token | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.server = server
        self.timeout = timeout
        self.connect_timeout = connect_timeout
        self.compress = compress
        self.checksums = checksums
        self.token = token
        self.tls = tls
        self._connection: Connection | None = None

    def __enter__(self) -> Client:
        self._connected()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        if self._connection:
            self._connection.close()

    @property
    def limits(self) -> Body:
        """The server's HELLO."""
        return self._connected().hello

    def ping(self) -> float:
        """Round trip in seconds."""
        return self._connected().ping()

    def analyze(self, article: bytes | str, **options: Any) -> Body:
        """The result for one article. The options are those of protocol.md, "Options"."""
        *_, (_, result) = self._replies(*self._begin(article, options))
        return dict(result)

    def stream(self, article: bytes | str, **options: Any) -> Iterator[tuple[str, Body]]:
        """Each stage's part as soon as it is ready, and last `("result", …)`. Leaving early cancels the request."""
        return self._replies(*self._begin(article, options, wire.STREAM))

    def analyze_many(
        self, articles: Iterable[bytes | str], **options: Any
    ) -> Iterator[tuple[int, Body | WiredeskError]]:
        """`(position, result or error)` for each article as it becomes ready, with as many in flight as the server's
        credit allows. Leaving early cancels those in flight."""
        pending: dict[int, tuple[Connection, Request]] = {}

        def finished() -> Iterator[tuple[int, Any]]:
            for position in [position for position, (_, request) in pending.items() if request.events]:
                _, request = pending.pop(position)
                yield position, request.events[-1][1]

        try:
            for position, article in enumerate(articles):
                try:
                    pending[position] = self._begin(article, options)
                except WiredeskError as error:
                    yield position, error
                yield from finished()
            while pending:
                connection, request = next(iter(pending.values()))
                if not request.events:
                    connection.turn()
                yield from finished()
        finally:
            for connection, request in pending.values():
                connection.cancel(request)

    def _connected(self) -> Connection:
        if not self._connection or not self._connection.is_open:
            silence = self.timeout + MARGIN
            self._connection = Connection(
                self.server, silence, self.connect_timeout, self.checksums, self.token, self.tls
            )
        return self._connection

    def _begin(self, article: bytes | str, options: Body, flags: int = 0) -> tuple[Connection, Request]:
        """Sends a request as soon as there is credit for it."""
        head = json.dumps(options).encode()
        article = article.encode() if isinstance(article, str) else article
        payload = struct.pack("<I", len(head)) + head + article
        flags |= wire.JSON
        extensions = {wire.DEADLINE: struct.pack("<I", int(self.timeout * 1000))}
        connection = self._connected()
        if self.compress and "zlib" in connection.hello.get("codecs", []) and len(payload) > 256:
            extensions[wire.RAW_LENGTH] = struct.pack("<I", len(payload))
            payload = zlib.compress(payload, 1)
            flags |= wire.COMPRESSED
        size = len(wire.encode_frame(wire.REQUEST, payload, extensions=extensions, checksum=self.checksums))
        if size - wire.HEADER.size > connection.hello["maxFrame"] or size > connection.hello["bytes"]:
            raise WiredeskError("frame_too_large", f"{size} bytes, more than the server takes")
        while connection.is_draining or not connection.has_credit(size):
            if connection.is_draining and not connection.unanswered:
                connection.close()
            if connection.is_open:
                connection.turn()
            connection = self._connected()
        return connection, connection.send_request(payload, flags, extensions)

    def _replies(self, connection: Connection, request: Request) -> Iterator[Event]:
        try:
            while True:
                while not request.events:
                    connection.turn()
                kind, value = request.events.popleft()
                if kind == "error":
                    raise value
                yield kind, value
                if kind == "result":
                    return
        finally:
            connection.cancel(request)


def main() -> int:
    parser = argparse.ArgumentParser(description="Analyse one article on a Wiredesk server and print the result.")
    parser.add_argument("file", help="the article, HTML or text; - for standard input")
    parser.add_argument("--server", default=DEFAULT_SERVER, metavar="URI")
    parser.add_argument("--timeout", type=float, default=30.0, metavar="SECONDS")
    parser.add_argument("-o", "--option", action="append", default=[], metavar="NAME=JSON", help="such as sentences=2")
    parser.add_argument("--token-file", default=os.environ.get("WIREDESK_TOKEN_FILE"), metavar="FILE")
    arguments = parser.parse_args()
    article = sys.stdin.buffer.read() if arguments.file == "-" else Path(arguments.file).read_bytes()
    options = {name: json.loads(value) for name, _, value in (option.partition("=") for option in arguments.option)}
    try:
        token = Token.read(arguments.token_file) if arguments.token_file else None
        with Client(arguments.server, timeout=arguments.timeout, token=token) as client:
            result = client.analyze(article, **options)
    except WiredeskError as error:
        print(f"wiredesk_client: {error}", file=sys.stderr)
        return 69 if error.code in ("unreachable", "unauthenticated") else 75 if error.retryable else 65
    json.dump(result, sys.stdout, ensure_ascii=False, indent=2)
    print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
