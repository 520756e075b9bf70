"""Credits."""

from __future__ import annotations

import struct
import zlib

from generator.wire import frame, joined, request_payload
from wiredesk import frames as wire

from ..case import Cases, Skip, check, equal
from ..link import Link, raw_length
from ..server import Server

cases = Cases()


def settle(link: Link, requests: int, size: int) -> None:
    """Reads CREDITs until the credit is what it was."""
    while (link.credit_requests, link.credit_bytes) != (requests, size):
        check(link.credit_requests <= requests and link.credit_bytes <= size, "more credit than was spent")
        reply = link.next()
        equal(reply.type, wire.CREDIT, "what follows the replies")


@cases.rules("Credits", [(title, options) for title, options in (
    ("a RESULT gives back what its request spent", {}), ("an ERROR gives back what its request spent", {"sentances": 3}),
    ("16 and length bytes are spent, the extension block included", None))])  # fmt: skip
def _(server: Server, options: dict[str, int] | None) -> None:
    with server.link() as link:
        before = (link.credit_requests, link.credit_bytes)
        extensions = None if options is not None else [(b"\x63\x0a0123456789", "unknown")]
        link.final(link.request(options, extensions=extensions))
        settle(link, *before)
        equal(link.lives(), [], "more frames")
        equal((link.credit_requests, link.credit_bytes), before, "credit in the end")


@cases.rule("Credits", "a compressed request spends its bytes as sent")
def _(server: Server) -> None:
    with server.link(codecs=["zlib"]) as link:
        before = (link.credit_requests, link.credit_bytes)
        link.result(link.request({}, b"Rain fell on the port all night. " * 500, compress=9))
        settle(link, *before)


@cases.rule("Credits", "all comes back after many requests, good and bad")
def _(server: Server) -> None:
    with server.link(codecs=["zlib"]) as link:
        before = (link.credit_requests, link.credit_bytes)
        ids = {link.request({} if number % 3 else {"words": 0}) for number in range(min(before[0], 60))}
        while ids:
            reply = link.next()
            if reply.type in (wire.RESULT, wire.ERROR):
                ids.discard(reply.id)
        settle(link, *before)


@cases.rule("Credits", "a request without credit is credit_exceeded, spends nothing, and its id counts as used")
def _(server: Server) -> None:
    with server.link() as link:
        before = (link.credit_requests, link.credit_bytes)
        if before[0] > 1000:
            raise Skip("the server gives credit for more requests than this case sends")
        # In one write, so that the server reads them before it can have answered the first.
        link.send(b"".join(small_request(id) for id in range(1, before[0] + 3)))
        refused = []
        given = requests = 0
        for _ in range(before[0] + 2):
            while (reply := link.next()).type == wire.CREDIT:
                amount, size = struct.unpack("<II", reply.payload)
                requests, given = requests + amount, given + size
            if reply.type == wire.ERROR:
                equal(link.error(reply), "credit_exceeded", "error")
                refused.append(reply.id)
        if not refused:
            raise Skip("the server answered the first ones before it had read the last")
        check(refused[-1] == before[0] + 2 or len(refused) <= 2, f"refused: {refused}")
        link.lives()
        link.refused(link.request(id=refused[-1]), "duplicate_id")


@cases.rule("Credits", "bytes are counted too")
def _(server: Server) -> None:
    with server.link(codecs=["zlib"]) as link:
        size = min(link.hello["maxFrame"], link.hello["maxHTML"]) - 100
        count = link.credit_bytes // size + 2
        if count > link.credit_requests or count * size > 64 << 20:
            raise Skip("the server gives credit for more bytes than this case sends")
        payload = joined(request_payload({"content": "html", "stages": ["reading"]}, b"<p>Rain fell.</p>" + b" " * (size - 99)))
        sent = [joined(frame("REQUEST", payload, id=id, code=1, flags=wire.JSON)) for id in range(1, count + 1)]
        link.send_in_background(b"".join(sent))
        outcomes = {}
        while len(outcomes) < count:
            reply = link.next(30)
            if reply.type in (wire.RESULT, wire.ERROR):
                outcomes[reply.id] = "result" if reply.type == wire.RESULT else link.error(reply)
        check(set(outcomes.values()) <= {"result", "credit_exceeded", "busy"}, f"outcomes {outcomes}")
        link.lives()


def small_request(id: int) -> bytes:
    return joined(frame("REQUEST", request_payload({"stages": ["reading"]}, b"Rain fell."), id=id, code=1, flags=wire.JSON))


@cases.rule("Credits", "a request that was too large spends nothing")
def _(server: Server) -> None:
    with server.link() as link:
        before = (link.credit_requests, link.credit_bytes)
        size = link.hello["maxFrame"] + 1
        sender = link.send_in_background(struct.pack("<IBBHQ", size, wire.REQUEST, wire.JSON, 1, 1) + bytes(size))
        equal(link.error(link.next()), "frame_too_large", "answer")
        sender.join()
        equal(link.lives(), [], "more frames")
        equal((link.credit_requests, link.credit_bytes), before, "credit")


@cases.rule("Credits", "a frame that is refused for its deadline, method or compression gives back as well")
def _(server: Server) -> None:
    with server.link(codecs=["zlib"]) as link:
        before = (link.credit_requests, link.credit_bytes)
        link.refused(link.request(code=7), "unknown_method")
        link.refused(link.request(extensions=[(b"\x01\x04" + bytes(4), "DEADLINE 0")]), "deadline_exceeded")
        data = joined(frame("REQUEST", zlib.compress(b"x")[:-2], id=9, code=1, flags=wire.JSON | wire.COMPRESSED,
                            extensions=[raw_length(1)]))  # fmt: skip
        link.credit_requests -= 1
        link.credit_bytes -= len(data)
        link.send(data)
        link.refused(9, "bad_compression")
        settle(link, *before)
