"""The life of a connection: PING, GOAWAY, half-close, timeouts and slow readers."""

from __future__ import annotations

import socket
import time

from generator.wire import frame, joined, request_payload
from wiredesk import frames as wire

from ..case import Cases, check, equal
from ..link import PATIENCE, ping
from ..server import Server

cases = Cases()
REQUEST = joined(frame("REQUEST", request_payload({}, b"Rain fell."), id=1, code=1, flags=wire.JSON))


@cases.rules("PING", [(f"a payload of {size} bytes comes back", size) for size in (0, 1, 63, 64)])
def _(server: Server, size: int) -> None:
    with server.link() as link:
        payload = bytes(range(size))
        link.send(ping(2**63 + size, payload))
        pong = link.next()
        equal((pong.type, pong.id, pong.payload), (wire.PONG, 2**63 + size, payload), "answer")


@cases.rule("PING", "an id of 0 is an id")
def _(server: Server) -> None:
    with server.link() as link:
        link.send(ping(0, b"x"))
        pong = link.next()
        equal((pong.type, pong.id), (wire.PONG, 0), "answer")


@cases.rule("PING", "it is answered before requests that came later")
def _(server: Server) -> None:
    with server.link() as link:
        link.send(ping(7) + REQUEST)
        equal(link.next().type, wire.PONG, "first answer")
        link.result(1)


@cases.rule("PING", "it is answered while requests are worked on")
def _(server: Server) -> None:
    with server.link(codecs=["zlib"]) as link:
        for _ in range(10):
            link.request({}, b"Mara Quill opened the bridge of Port Esker on Monday. " * 200)
        link.send(ping(7))
        before = 0
        while link.next().type != wire.PONG:
            before += 1
        check(before < 10, f"{before} frames came before it")


@cases.rule("PING", "a PONG that was not asked for is ignored")
def _(server: Server) -> None:
    with server.link() as link:
        link.send(frame("PONG", b"why", id=3))
        equal(link.lives(), [], "answers")


@cases.rule("GOAWAY", "after a client's, what is in flight is answered and the server closes")
def _(server: Server) -> None:
    with server.link(codecs=["zlib"]) as link:
        link.send(REQUEST + joined(frame("GOAWAY", bytes(12))))
        link.result(1)
        check(all(reply.type in (wire.CREDIT, wire.GOAWAY) for reply in link.closes()), "more replies")


@cases.rule("GOAWAY", "with nothing in flight, the server closes at once")
def _(server: Server) -> None:
    with server.link() as link:
        start = time.monotonic()
        link.send(frame("GOAWAY", bytes(12)))
        link.closes()
        check(time.monotonic() - start < 3, "it took its time")


@cases.rules("GOAWAY", [("a client's values mean nothing", (b"\xff" * 12, 0)), ("an unknown reason is ignored", (bytes(12), 99))])
def _(server: Server, what: tuple[bytes, int]) -> None:
    with server.link() as link:
        link.send(REQUEST + joined(frame("GOAWAY", what[0], code=what[1])))
        link.result(1)
        link.closes()


@cases.rule("GOAWAY", "requests behind a client's are going_away")
def _(server: Server) -> None:
    with server.link() as link:
        late = joined(frame("REQUEST", request_payload({}, b"Rain fell."), id=2, code=1, flags=wire.JSON))
        link.send(REQUEST + joined(frame("GOAWAY", bytes(12))) + late)
        outcomes = {}
        while len(outcomes) < 2:
            reply = link.next()
            if reply.type in (wire.RESULT, wire.ERROR):
                outcomes[reply.id] = "result" if reply.type == wire.RESULT else link.error(reply)
        equal(outcomes, {1: "result", 2: "going_away"}, "outcomes")
        link.closes()


@cases.rule("Half-close", "everything in flight is answered, then the server closes")
def _(server: Server) -> None:
    with server.link(codecs=["zlib"]) as link:
        ids = {link.request({}, b"Mara Quill opened the bridge on Monday. " * 50) for _ in range(5)}
        link.socket.shutdown(socket.SHUT_WR)
        for reply in link.closes():
            if reply.type == wire.RESULT:
                ids.discard(reply.id)
        equal(ids, set(), "requests without an answer")


@cases.rules("Half-close", [(f"a frame cut after {count} bytes is dropped without an answer", count)
             for count in (1, 15, 16, 20, len(REQUEST) - 1)])  # fmt: skip
def _(server: Server, count: int) -> None:
    with server.link() as link:
        link.send(REQUEST[:count])
        link.socket.shutdown(socket.SHUT_WR)
        equal(link.closes(), [], "answers")


@cases.rule("Half-close", "a client that closes at once is closed too")
def _(server: Server) -> None:
    with server.connect() as link:
        link.socket.shutdown(socket.SHUT_WR)
        link.receive(time.monotonic() + PATIENCE)
        check(link.closed, f"it answered {bytes(link.raw)!r}")


@cases.rule("Timeouts", "a frame that does not end is partial_frame_timeout after 10 s", lasts=10)
def _(server: Server) -> None:
    with server.link() as link:
        start = time.monotonic()
        link.send(REQUEST[:-1])
        link.ends("partial_frame_timeout", json=True, timeout=20)
        check(9 <= time.monotonic() - start <= 14, f"it took {time.monotonic() - start:.1f} s")


@cases.rule("Slow readers", "who reads late gets everything, whole and in order")
def _(server: Server) -> None:
    with server.link(codecs=["zlib"]) as link:
        count = min(link.credit_requests, 30)
        article = b"Mara Quill opened the harbour bridge of Port Esker on Monday. " * 300
        ids = {link.request({"stages": ["reading"]}, article) for _ in range(count)}
        time.sleep(0.5)
        while ids:
            reply = link.next(30)
            if reply.type == wire.RESULT:
                ids.remove(reply.id)


@cases.rule("Slow readers", "one who does not read is dropped, and nobody else suffers", lasts=20)
def _(server: Server) -> None:
    with server.link() as link, server.link() as other:
        link.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        flood = ping(1, bytes(64)) * 20_000
        deadline = time.monotonic() + 20
        link.socket.settimeout(3)
        try:
            while time.monotonic() < deadline:
                link.socket.sendall(flood)
        except (TimeoutError, ConnectionError):
            pass  # Not read from any more, or dropped: both bound what the server keeps.
        else:
            check(False, "the server kept on reading for 20 s from a client that reads nothing")
        other.analyze()


@cases.rule("HELLO", "connections are independent of one another")
def _(server: Server) -> None:
    with server.link("cbor") as one, server.link("json") as two:
        first = one.request({"id": "one"}, encoding="cbor")
        second = two.request({"id": "two"})
        equal(two.result(second)["id"], "two", "id on the second")
        equal(one.result(first)["id"], "one", "id on the first")
