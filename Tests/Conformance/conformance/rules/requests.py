"""REQUEST: ids, methods, the payload's form and the order in which a server checks."""

from __future__ import annotations

from typing import Any

from generator.wire import frame, joined, request_payload
from wiredesk import frames as wire

from ..case import Cases, equal
from ..link import Link, raw_length
from ..server import Server

cases = Cases()
DEADLINE_0 = (b"\x01\x04" + bytes(4), "DEADLINE 0")
BROKEN_STREAM = b"\x78\x01broken"


def send(link: Link, payload: bytes, id: int, code: int = 1, compressed: bool = False, extensions: Any = None) -> None:
    flags = wire.JSON | (wire.COMPRESSED if compressed else 0)
    link.send(frame("REQUEST", payload, id=id, code=code, flags=flags, extensions=extensions))


@cases.rule("REQUEST", "ids may leave gaps, up to the largest")
def _(server: Server) -> None:
    with server.link() as link:
        for id in (1, 5, 2**40, 2**64 - 1):
            link.result(link.request(id=id))


@cases.rule("REQUEST", "an id that is not larger is duplicate_id, and the connection goes on")
def _(server: Server) -> None:
    with server.link() as link:
        link.result(link.request(id=5))
        for id in (5, 4, 1):
            link.refused(link.request(id=id), "duplicate_id")
        link.result(link.request(id=6))


@cases.rule("REQUEST", "id 0 is bad_frame")
def _(server: Server) -> None:
    with server.link() as link:
        link.request(id=0)
        link.ends("bad_frame", json=True)


@cases.rules("REQUEST", [(f"method {method} is unknown_method", method) for method in (0, 2, 255, 65_535)])
def _(server: Server, method: int) -> None:
    with server.link() as link:
        link.refused(link.request(code=method), "unknown_method")
        link.analyze()


@cases.rules("REQUEST", [(f"a payload of {size} bytes is bad_body", size) for size in range(4)])
def _(server: Server, size: int) -> None:
    with server.link() as link:
        send(link, bytes(size), 1)
        link.refused(1, "bad_body")
        link.analyze(id=2)


@cases.rules(
    "REQUEST",
    [("n of 65 537", 65_537), ("n of 4 294 967 295", 2**32 - 1), ("n one past the payload", 2 + len(b"Rain fell.") + 1)],
)
def _(server: Server, length: int) -> None:
    with server.link() as link:
        link.refused(link.request({}, options_length=length), "bad_body")
        link.analyze()


@cases.rule("REQUEST", "options of 65 536 bytes are read")
def _(server: Server) -> None:
    with server.link(codecs=["zlib"]) as link:
        id = "x" * (65_536 - len('{"id":""}'))
        equal(link.analyze({"id": id})["id"], id, "id of the result")


@cases.rule("REQUEST", "no options, an empty map and CBOR's empty map mean the same")
def _(server: Server) -> None:
    with server.link() as link:
        stages = [[stage["name"] for stage in link.analyze(options, encoding=encoding)["stages"]]
                  for options, encoding in ((None, "json"), ({}, "json"), (None, "cbor"), ({}, "cbor"))]  # fmt: skip
        equal(stages, [["reading", "entities", "summary"]] * 4, "stages")


GOOD = joined(request_payload({}, b"Rain fell."))
MISTYPED = joined(request_payload({"sentances": 1}, b""))
ORDER: list[tuple[str, dict[str, Any], str]] = [
    ("its id before its method", {"payload": GOOD, "id": 1, "code": 9}, "duplicate_id"),
    ("its method before RAW_LENGTH", {"payload": BROKEN_STREAM, "id": 2, "code": 9, "compressed": True}, "unknown_method"),
    ("RAW_LENGTH before the deadline",
     {"payload": BROKEN_STREAM, "id": 2, "compressed": True, "extensions": [DEADLINE_0]}, "length_mismatch"),
    ("the deadline before compression",
     {"payload": BROKEN_STREAM, "id": 2, "compressed": True, "extensions": [DEADLINE_0, raw_length(99)]},
     "deadline_exceeded"),
    ("the deadline before the options", {"payload": MISTYPED, "id": 2, "extensions": [DEADLINE_0]}, "deadline_exceeded"),
    ("the length of the options before them", {"payload": b"\xff\xff\xff\xff[]", "id": 2}, "bad_body"),
    ("the options before the article", {"payload": MISTYPED, "id": 2}, "unknown_option"),
    ("the article last", {"payload": joined(request_payload({}, b"")), "id": 2}, "empty_article"),
]  # fmt: skip


@cases.rules("REQUEST", [(f"the server checks {title}", (fields, error)) for title, fields, error in ORDER])
def _(server: Server, what: tuple[dict[str, Any], str]) -> None:
    fields, error = what
    with server.link() as link:
        link.result(link.request(id=1))
        send(link, **fields)
        link.refused(fields["id"], error)
        link.lives()


@cases.rule("REQUEST", "a client that said GOAWAY is told so before its method is looked at")
def _(server: Server) -> None:
    with server.link() as link:
        first, second = (joined(frame("REQUEST", GOOD, id=id, code=id, flags=wire.JSON)) for id in (1, 2))
        link.send(first + joined(frame("GOAWAY", bytes(12))) + second)
        link.refused(2, "going_away")


ARTICLES = [
    ("no bytes", b"", "empty_article"),
    ("blanks", b" \n\t\r\n ", "empty_article"),
    ("a page without text", b"<html><head><title></title></head><body><script>x()</script></body></html>", "empty_article"),
    ("a PNG", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(64)) * 4, "not_text"),
    ("a PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n", "not_text"),
    ("gzip", b"\x1f\x8b\x08\x00" + bytes(range(1, 200)), "not_text"),
    ("a ZIP archive", b"PK\x03\x04\x14\x00\x00\x00" + bytes(100), "not_text"),
]


@cases.rules("Errors", [(f"{title} for an article is {error}", (data, error)) for title, data, error in ARTICLES])
def _(server: Server, what: tuple[bytes, str]) -> None:
    with server.link() as link:
        link.refused(link.request({}, what[0]), what[1])
        link.analyze()


@cases.rules("Limits", [("plain text over maxText is article_too_large", ("text", "maxText")),
                        ("HTML over maxHTML is article_too_large", ("html", "maxHTML"))])
def _(server: Server, what: tuple[str, str]) -> None:
    content, limit = what
    with server.link() as link:
        article = b"Rain fell. " * (link.hello[limit] // 11 + 1)
        link.refused(link.request({"content": content}, article, compress=1), "article_too_large")
        link.analyze()
