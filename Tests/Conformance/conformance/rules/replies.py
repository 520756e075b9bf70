"""Replies, streaming, deadlines, priorities and CANCEL."""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Any

from generator.wire import Chunk, frame, joined
from wiredesk import frames as wire

from ..case import Cases, Skip, check, equal

from ..link import Link, raw_length
from ..protocol import SECTIONS_OF_STAGES, STAGES
from ..server import Server

cases = Cases()
STORY = b"Mara Quill opened the harbour bridge of Port Esker on Monday. The bridge cost 422 million euros.\n\n" * 30
SHORT_STORY = STORY[:800]


def deadline(milliseconds: int) -> tuple[bytes, str]:
    return b"\x01\x04" + struct.pack("<I", milliseconds), "DEADLINE"


def trace(value: str) -> tuple[bytes, str]:
    return b"\x04" + bytes([len(value)]) + value.encode(), "TRACE"


def priority(level: int) -> tuple[bytes, str]:
    return b"\x03\x01" + bytes([level]), "PRIORITY"


@cases.rule("Replies", "a reply has the encoding of its request, not of the HELLO")
def _(server: Server) -> None:
    for hello in ("json", "cbor"):
        with server.link(hello) as link:
            for encoding in ("cbor", "json", "cbor"):
                for options in ({}, {"sentences": 0}):
                    reply = link.final(link.request(options, encoding=encoding))
                    equal(bool(reply.flags & wire.JSON), encoding == "json", f"JSON flag of a reply in {encoding}")


REFUSED_WITH_TRACE: list[tuple[str, Callable[[Link, list[Chunk]], int]]] = [
    ("unknown_method", lambda link, entries: link.request(code=9, extensions=entries)),
    ("duplicate_id", lambda link, entries: link.request(id=link.request(id=7) - 1, extensions=entries)),
    ("unknown_option", lambda link, entries: link.request({"sentances": 1}, extensions=entries)),
    ("bad_compression", lambda link, entries: link.request(flags=wire.COMPRESSED, extensions=[*entries, raw_length(50)])),
    ("deadline_exceeded", lambda link, entries: link.request(extensions=[*entries, deadline(0)])),
    ("empty_article", lambda link, entries: link.request(article=b"", extensions=entries)),
]


@cases.rules("Errors", [(f"{name} has its request's TRACE", (name, send)) for name, send in REFUSED_WITH_TRACE])
def _(server: Server, what: tuple[str, Callable[[Link, list[Chunk]], int]]) -> None:
    name, send = what
    for encoding, value in (("json", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"), ("cbor", "~" * 128)):
        with server.link(encoding) as link:
            # The link compares the TRACE of every answer to a request.
            link.refused(send(link, [trace(value)]), name)
            link.refused(send(link, []), name)


@cases.rule("Errors", "cancelled has its request's TRACE")
def _(server: Server) -> None:
    with server.link() as link:
        ids = [link.request({}, STORY, extensions=[trace(f"trace-{number}")]) for number in range(20)]
        link.send(b"".join(joined(frame("CANCEL", id=id)) for id in ids))
        for _ in ids:
            while link.next().type not in (wire.RESULT, wire.ERROR):
                pass


@cases.rule("Replies", "CBOR and JSON mean the same")
def _(server: Server) -> None:
    with server.link() as link:
        results = [link.analyze({"timings": False}, STORY, encoding=encoding) for encoding in ("cbor", "json")]
        equal(results[0], results[1], "result in CBOR")


@cases.rule("Replies", "every one of many requests has exactly one final reply")
def _(server: Server) -> None:
    with server.link() as link:
        count = min(link.hello.get("requests") or link.credit_requests, 40)
        ids = [link.request({"id": f"{number}"} if number % 5 else {"id": 1}) for number in range(count)]
        finals: dict[int, str] = {}
        while len(finals) < count:
            reply = link.next()
            if reply.type in (wire.RESULT, wire.ERROR):
                check(reply.id not in finals, f"request {reply.id} was answered twice")
                body = link.body(reply)
                finals[reply.id] = body["code"] if reply.type == wire.ERROR else body["id"]
        equal(finals, {id: f"{number}" if number % 5 else "bad_body" for number, id in enumerate(ids)}, "replies")
        equal(link.lives(), [], "more replies")


@cases.rules("Streaming", [(f"stages {stages}", stages) for stages in ([], ["reading"], ["entities"], ["summary"],
             ["reading", "entities", "summary"])])  # fmt: skip
def _(server: Server, stages: list[str]) -> None:
    with server.link(codecs=["zlib"]) as link:
        id = link.request({"id": "s", "stages": stages, "timings": False}, STORY, flags=wire.STREAM)
        parts: list[str] = []
        merged: dict[str, Any] = {}
        while (reply := link.next()).type == wire.PART:
            equal(reply.id, id, "id of a PART")
            name, body = STAGES[reply.code], link.body(reply)
            parts.append(name)
            equal([stage["name"] for stage in body["stages"]], [name], "stages of a PART")
            extra = set(body) - {"engine", "stages", "id"} - SECTIONS_OF_STAGES[name]
            equal(extra, set(), f"sections of the PART of {name}")
            merged = {**merged, **body, "stages": merged.get("stages", []) + body["stages"]}
        equal((reply.type, reply.id), (wire.RESULT, id), "what follows the PARTs")
        equal(parts, [name for name in STAGES.values() if name in stages or name == "reading"], "PARTs")
        equal(merged, link.body(reply), "the PARTs together")


@cases.rule("Streaming", "without STREAM there are no PARTs")
def _(server: Server) -> None:
    with server.link() as link:
        link.request({}, STORY)
        equal(link.next().type, wire.RESULT, "first reply")


@cases.rule("Streaming", "a refused request has no PARTs")
def _(server: Server) -> None:
    with server.link() as link:
        for options, article in (({"sentences": 0}, STORY), ({}, b"")):
            link.request(options, article, flags=wire.STREAM)
            while (reply := link.next()).type == wire.CREDIT:
                pass
            equal(reply.type, wire.ERROR, "first reply")


@cases.rules("Deadlines and priorities", [("a deadline of 0 is deadline_exceeded at once, in CBOR and in JSON", 0)])
def _(server: Server, milliseconds: int) -> None:
    with server.link() as link:
        for encoding in ("json", "cbor"):
            link.refused(link.request({}, STORY, extensions=[deadline(milliseconds)], encoding=encoding), "deadline_exceeded")
        link.analyze()


@cases.rule("Deadlines and priorities", "a deadline too short for the article is deadline_exceeded, and soon")
def _(server: Server) -> None:
    with server.link(codecs=["zlib"]) as link:
        article = (STORY * 400)[: link.hello["maxText"] - 1]
        id = link.request({}, article, extensions=[deadline(1)], compress=1)
        reply = link.final(id, timeout=5)
        if reply.type == wire.RESULT:
            raise Skip("the server read a megabyte in a millisecond")
        equal(link.error(reply), "deadline_exceeded", "answer")
        link.analyze()


@cases.rule("Deadlines and priorities", "a long deadline changes nothing")
def _(server: Server) -> None:
    with server.link() as link:
        link.analyze({}, STORY, extensions=[deadline(2**32 - 1)])


@cases.rule("Deadlines and priorities", "what is urgent overtakes what waits")
def _(server: Server) -> None:
    with server.link(codecs=["zlib"]) as link:
        count = min(link.credit_requests - 1, 40)
        if count < 20:
            raise Skip("the server lets too few requests wait")
        data = b"".join(
            joined(frame("REQUEST", bytes(4) + SHORT_STORY, id=id, code=1, flags=wire.JSON, extensions=[priority(0)]))
            for id in range(1, count + 1)
        )
        urgent = count + 1
        data += joined(frame("REQUEST", bytes(4) + SHORT_STORY, id=urgent, code=1, flags=wire.JSON, extensions=[priority(2)]))
        link.send_in_background(data)
        order = []
        while len(order) < count + 1:
            reply = link.next()
            if reply.type == wire.RESULT:
                order.append(reply.id)
        check(order.index(urgent) < count * 3 // 4, f"the urgent one came {order.index(urgent) + 1}th of {count + 1}")


@cases.rule("CANCEL", "what waits is cancelled, or answered if it was done; one final reply either way")
def _(server: Server) -> None:
    with server.link(codecs=["zlib"]) as link:
        count = min(link.credit_requests, 20)
        before = (link.credit_requests, link.credit_bytes)
        ids = [link.request({}, STORY * 3) for _ in range(count)]
        link.send(b"".join(joined(frame("CANCEL", id=id)) for id in ids))
        outcomes: dict[int, str] = {}
        while len(outcomes) < count or (link.credit_requests, link.credit_bytes) != before:
            reply = link.next()
            if reply.type in (wire.RESULT, wire.ERROR):
                check(reply.id not in outcomes, f"request {reply.id} was answered twice")
                outcomes[reply.id] = "result" if reply.type == wire.RESULT else link.error(reply)
        check(set(outcomes.values()) <= {"result", "cancelled"}, f"outcomes {set(outcomes.values())}")
        check("cancelled" in outcomes.values(), f"none of {count} waiting requests was cancelled")
        equal(link.lives(), [], "more replies")


@cases.rule("CANCEL", "unknown and finished ids are ignored")
def _(server: Server) -> None:
    with server.link() as link:
        id = link.request()
        link.result(id)
        for gone in (id, 0, 999, 2**64 - 1):
            link.send(frame("CANCEL", id=gone))
        equal(link.lives(), [], "answers to CANCEL")
        link.analyze()


