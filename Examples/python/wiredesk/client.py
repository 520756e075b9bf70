"""The client: one article, many, or as a stream of parts."""

from __future__ import annotations

import json
import queue
import ssl
import struct
import threading
import time
import zlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from . import frames as wire
from .addresses import DEFAULT_SERVER
from .connection import STAGES, Connection, Deliver, Greeting, Reply, outcome
from .errors import WiredeskError
from .frames import Frame
from .many import Many
from .results import Hello, Options, Result
from .retries import MARGIN, Retries
from .tokens import Token

if TYPE_CHECKING:
    from typing import Unpack

# Shorter articles are not worth compressing, bytes.
COMPRESSED_FROM = 256


def extensions(priority: int, trace: str | None) -> dict[int, bytes]:
    """What a caller says about a request. Raises ValueError for a trace that the protocol does not carry."""
    asked = {} if priority == 1 else {wire.PRIORITY: bytes([priority])}
    if trace is not None:
        if not 1 <= len(trace) <= 128 or not all(0x21 <= ord(character) <= 0x7E for character in trace):
            raise ValueError(f"no traceparent: {trace!r}")
        asked[wire.TRACE] = trace.encode("ascii")
    return asked


class Client:
    """One connection, made when it is first needed and again after it was lost or the server has said GOAWAY. Any number
    of threads may use a client at the same time: their requests share the connection, as far as its credit goes.

    `timeout` (seconds) is what a request may take in all, further tries included; the server gets what is left of it as
    deadline. A request that fails with a `retryable` error is sent again up to `retries` times: requests have no side
    effects.
    """

    def __init__(
        self,
        server: str = DEFAULT_SERVER,
        *,
        timeout: float = 30.0,
        connect_timeout: float = 2.0,
        retries: int = 5,
        compress: bool = True,
        checksums: bool = False,
        token: Token | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.timeout = timeout
        self.retries = retries
        self.compress = compress
        self._greeting = Greeting(server, connect_timeout, checksums, token, tls)
        self._connecting = threading.Lock()
        self._connection: Connection | None = None

    def __enter__(self) -> Client:
        self._connected()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends what is in flight. A client that is used again connects again."""
        with self._connecting:
            if self._connection:
                self._connection.close()

    @property
    def limits(self) -> Hello:
        """The server's HELLO."""
        return self._connected().hello

    def ping(self) -> float:
        """Round trip in seconds."""
        return self._connected().ping(self.timeout)

    def analyze(
        self, article: bytes | str, *, priority: int = 1, trace: str | None = None, **options: Unpack[Options]
    ) -> Result:
        """The result for one article. `priority` is 0 (low), 1 or 2 (high); `trace` a W3C `traceparent`, which the
        server's log and the error have if the request fails."""
        *_, (_, result) = self._stream(article, options, 0, extensions(priority, trace))
        return result

    def stream(
        self, article: bytes | str, *, priority: int = 1, trace: str | None = None, **options: Unpack[Options]
    ) -> Iterator[tuple[str, Result]]:
        """Each stage's part as soon as it is ready, and last `("result", …)`. Leaving early cancels the request."""
        return self._stream(article, options, wire.STREAM, extensions(priority, trace))

    def analyze_many(
        self,
        articles: Iterable[bytes | str],
        *,
        priority: int = 1,
        trace: str | None = None,
        **options: Unpack[Options],
    ) -> Iterator[tuple[int, Result | WiredeskError]]:
        """`(position, result or error)` for each article as it becomes ready, with as many in flight as the server's
        credit allows; articles are taken no faster than that. Leaving early cancels those in flight."""

        asked = extensions(priority, trace)

        def begin(article: bytes | str, deliver: Deliver, until: float) -> tuple[Connection, int]:
            return self._begin(article, options, 0, asked, deliver, until)

        return Many(begin, self.retries, self.timeout).run(articles)

    def _connected(self) -> Connection:
        with self._connecting:
            if not self._connection or not self._connection.is_open or self._connection.is_draining:
                self._connection = Connection(self._greeting)
            return self._connection

    def _begin(
        self,
        article: bytes | str,
        options: Options,
        flags: int,
        asked: dict[int, bytes],
        deliver: Deliver,
        until: float,
    ) -> tuple[Connection, int]:
        """Sends a request as soon as there is credit for it."""
        head = json.dumps(options).encode()
        raw = struct.pack("<I", len(head)) + head + (article.encode() if isinstance(article, str) else article)
        while True:
            connection = self._connected()
            left = max(int((until - time.monotonic()) * 1000), 1)
            extensions = {**asked, wire.DEADLINE: struct.pack("<I", min(left, 2**32 - 1))}
            if len(raw) > connection.hello["maxRaw"]:
                raise WiredeskError("article_too_large", f"{len(raw)} bytes, more than the server takes")
            payload, more = raw, 0
            if self.compress and "zlib" in connection.hello.get("codecs", []) and len(raw) > COMPRESSED_FROM:
                extensions[wire.RAW_LENGTH] = struct.pack("<I", len(raw))
                payload, more = zlib.compress(raw, 1), wire.COMPRESSED
            try:
                return connection, connection.send_request(
                    payload, flags | more | wire.JSON, extensions, deliver, until
                )
            except WiredeskError as error:
                # It went away meanwhile: nothing was sent, and another connection will do.
                if error.code != "going_away" or time.monotonic() >= until:
                    raise

    def _stream(
        self, article: bytes | str, options: Options, flags: int, asked: dict[int, bytes]
    ) -> Iterator[tuple[str, Result]]:
        retries = Retries(self.retries, time.monotonic() + self.timeout)
        while True:
            is_begun = False
            try:
                for event in self._replies(article, options, flags, asked, retries.until):
                    is_begun = True
                    yield event
                return
            except WiredeskError as error:
                # What somebody has seen parts of is not begun again.
                pause = None if is_begun else retries.pause_after(error)
                if pause is None:
                    raise
            time.sleep(pause)

    def _replies(
        self, article: bytes | str, options: Options, flags: int, asked: dict[int, bytes], until: float
    ) -> Iterator[tuple[str, Result]]:
        replies: queue.SimpleQueue[Reply] = queue.SimpleQueue()
        connection, id = self._begin(article, options, flags, asked, replies.put, until)
        try:
            while True:
                try:
                    reply = replies.get(timeout=max(until + MARGIN - time.monotonic(), 0))
                except queue.Empty:
                    connection.give_up()
                    continue
                found = outcome(reply, connection)
                if isinstance(found, WiredeskError):
                    raise found
                assert isinstance(reply, Frame)
                if reply.type == wire.RESULT:
                    yield "result", found
                    return
                if reply.code in STAGES:
                    yield STAGES[reply.code], found
        finally:
            connection.cancel(id)
