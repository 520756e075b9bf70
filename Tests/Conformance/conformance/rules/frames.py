"""Header, frame types, flags, CRC-32, compression and sizes of frames."""

from __future__ import annotations

import struct
import time
import zlib
from typing import Any

from generator.wire import frame, joined, request_payload
from wiredesk import frames as wire

from ..case import Cases, Skip, check, equal
from ..link import Link, ping, raw_length
from ..server import Server

cases = Cases()
ARTICLE = b"Mara Quill opened the harbour bridge of Port Esker on Monday. " * 40


@cases.rule("Header", "frames may come byte by byte")
def _(server: Server) -> None:
    with server.link() as link:
        for byte in joined(frame("REQUEST", request_payload({}, b"Rain fell."), id=1, code=1, flags=wire.JSON)):
            link.send(bytes([byte]))
        link.result(1)


@cases.rule("Header", "a hundred frames may come in one segment, and are answered in order")
def _(server: Server) -> None:
    with server.link() as link:
        link.send(b"".join(ping(id) for id in range(1, 101)))
        equal([link.next().id for _ in range(100)], list(range(1, 101)), "ids of the PONGs")


@cases.rules("Header", [(f"an id of {id} comes back", id) for id in (1, 2**32, 2**63, 2**64 - 1)])
def _(server: Server, id: int) -> None:
    with server.link() as link:
        link.send(ping(id))
        equal(link.next().id, id, "id of the PONG")
        link.result(link.request(id=id))


@cases.rules("Frame types", [(f"{kind} from a client is passed over as unknown_frame", kind)
                             for kind in ("PART", "RESULT", "ERROR", "CREDIT", 0, 11, 64, 127, 128, 255)])  # fmt: skip
def _(server: Server, kind: str | int) -> None:
    with server.link() as link:
        link.send(frame(kind, bytes(8), id=77))
        answer = link.next()
        equal((answer.type, answer.id), (wire.ERROR, 77), "answer")
        equal(link.error(answer), "unknown_frame", "answer")
        equal(link.lives(), [], "frames that nobody asked for")


@cases.rule("Frame types", "flags, extensions and payload of an unknown type are not judged")
def _(server: Server) -> None:
    with server.link() as link:
        link.send(frame(200, b"\xff" * 100, flags=0xFF, id=5))
        equal(link.error(link.next()), "unknown_frame", "answer")
        link.lives()


@cases.rules("Frame types", [("a CANCEL with a payload", ("CANCEL", 1)), ("a GOAWAY of 11 bytes", ("GOAWAY", 11)),
                             ("a GOAWAY of 13 bytes", ("GOAWAY", 13)), ("a PING of 65 bytes", ("PING", 65)),
                             ("a PONG of 65 bytes", ("PONG", 65))])  # fmt: skip
def _(server: Server, what: tuple[str, int]) -> None:
    with server.link() as link:
        link.send(frame(what[0], bytes(what[1]), id=1 if what[0] != "GOAWAY" else 0))
        link.ends("bad_frame", json=True)


# Bits that a type does not have.
WRONG_FLAGS = [(kind, bit) for kind, bits in (("HELLO", (2, 8)), ("REQUEST", (16, 32, 64, 128)), ("CANCEL", (2, 4, 8)),
               ("PING", (2, 4, 8, 16)), ("PONG", (2, 4, 8)), ("GOAWAY", (2, 4, 8))) for bit in bits]  # fmt: skip


@cases.rules("Flags", [(f"{bit:#04x} on {kind} is bad_frame", (kind, bit)) for kind, bit in WRONG_FLAGS])
def _(server: Server, what: tuple[str, int]) -> None:
    kind, bit = what
    with server.link() as link:
        payload: Any = {"REQUEST": request_payload({}, b"Rain fell."), "GOAWAY": bytes(12)}.get(kind, b"")
        flags = bit | (wire.JSON if kind == "REQUEST" else 0)
        link.send(frame(kind, payload, id=0 if kind in ("HELLO", "GOAWAY") else 1, code=1 if kind == "REQUEST" else 0,
                        flags=flags))  # fmt: skip
        link.ends("bad_frame", json=True)


@cases.rule("CRC-32", "the server agrees, and puts one on every frame of its own")
def _(server: Server) -> None:
    with server.link(crc32=True, codecs=["zlib"]) as link:
        check(link.hello.get("crc32"), "it did not agree")
        link.send(ping(9, b"x", crc=0))
        equal(link.next().type, wire.PONG, "answer")
        link.result(link.request({"id": "a"}, ARTICLE, flags=wire.STREAM, crc=0))
        link.refused(link.request({"sentances": 1}, crc=0), "unknown_option")
        equal(link.next().type, wire.CREDIT, "what follows the replies")
        link.send(frame("GOAWAY", bytes(12), crc=0))
        link.closes()


@cases.rule("CRC-32", "the server has none unless asked")
def _(server: Server) -> None:
    with server.link() as link:
        check(not link.hello.get("crc32"), "it agreed to what nobody asked for")
        link.send(ping(9))
        check(wire.CRC32 not in link.next().extensions, "a checksum without agreement")


@cases.rule("CRC-32", "it is checked wherever it is, without agreement too")
def _(server: Server) -> None:
    with server.link() as link:
        link.send(ping(1, b"good", crc=0))
        equal(link.next().type, wire.PONG, "answer to a good one")
        link.send(ping(2, b"wrong", crc=1))
        link.ends("bad_frame")


@cases.rule("CRC-32", "a frame without one is not refused")
def _(server: Server) -> None:
    with server.link(crc32=True) as link:
        link.send(ping(4))
        equal(link.next().type, wire.PONG, "answer")


@cases.rule("CRC-32", "it covers the payload as sent, compressed")
def _(server: Server) -> None:
    with server.link(crc32=True) as link:
        link.result(link.request({}, ARTICLE, compress=1, crc=0))
        payload = joined(request_payload({}, ARTICLE))
        data = bytearray(
            joined(frame("REQUEST", zlib.compress(payload, 1), id=9, code=1, flags=wire.JSON | wire.COMPRESSED,
                         extensions=[raw_length(len(payload))], crc=0))
        )  # fmt: skip
        data[-1] ^= 1
        link.send(bytes(data))
        link.ends("bad_frame")


@cases.rules("Compression", [(f"zlib level {level}", level) for level in range(10)])
def _(server: Server, level: int) -> None:
    with server.link() as link:
        link.result(link.request({}, ARTICLE, compress=level))


@cases.rule("Compression", "a compressed request means what the plain one means")
def _(server: Server) -> None:
    with server.link() as link:
        options = {"timings": False}
        equal(link.result(link.request(options, ARTICLE, compress=6)), link.result(link.request(options, ARTICLE)),
              "result of the compressed request")  # fmt: skip


@cases.rule("Compression", "every request is independent of the one before it")
def _(server: Server) -> None:
    with server.link() as link:
        for _ in range(3):
            link.result(link.request({}, ARTICLE, compress=1))


@cases.rule("Compression", "replies of 4096 bytes or more may be compressed only for clients that inflate")
def _(server: Server) -> None:
    for codecs in ([], ["zlib"], ["brotli"]):
        with server.link(codecs=codecs) as link:
            check(len(str(link.analyze({}, ARTICLE))) > 4096, "the article is too short to show it")


@cases.rule("Compression", "RAW_LENGTH above maxRaw is article_too_large, whatever the stream is")
def _(server: Server) -> None:
    with server.link() as link:
        too_large = raw_length(link.hello["maxRaw"] + 1)
        link.send(frame("REQUEST", b"no stream", id=1, code=1, flags=wire.JSON | wire.COMPRESSED, extensions=[too_large]))
        link.refused(1, "article_too_large")
        link.lives()


def packed(link: Link, declared: int | None, stream: bytes, id: int = 1) -> None:
    extensions = None if declared is None else [raw_length(declared)]
    link.send(frame("REQUEST", stream, id=id, code=1, flags=wire.JSON | wire.COMPRESSED, extensions=extensions))


RAW = joined(request_payload({}, ARTICLE))
STREAMS: list[tuple[str, int | None, bytes, str]] = [
    ("no RAW_LENGTH", None, zlib.compress(RAW), "length_mismatch"),
    ("a RAW_LENGTH one too small", len(RAW) - 1, zlib.compress(RAW), "length_mismatch"),
    ("a RAW_LENGTH one too large", len(RAW) + 1, zlib.compress(RAW), "length_mismatch"),
    ("a stream cut short", len(RAW), zlib.compress(RAW)[:-9], "bad_compression"),
    ("a stream without its checksum", len(RAW), zlib.compress(RAW)[:-4], "bad_compression"),
    ("a byte behind the stream", len(RAW), zlib.compress(RAW) + b"x", "bad_compression"),
    ("no stream at all", len(RAW), RAW, "bad_compression"),
    ("an empty payload", len(RAW), b"", "bad_compression"),
]


@cases.rules("Compression", [(f"{title} is {error}", (declared, stream, error)) for title, declared, stream, error in STREAMS])
def _(server: Server, what: tuple[int | None, bytes, str]) -> None:
    with server.link() as link:
        packed(link, what[0], what[1])
        link.refused(1, what[2])
        link.analyze(id=2)


@cases.rule("Security", "inflation stops at RAW_LENGTH: a bomb costs next to nothing")
def _(server: Server) -> None:
    bomb = zlib.compress(bytes(64 << 20), 9)
    with server.link() as link:
        start = time.monotonic()
        packed(link, 1000, bomb)
        link.refused(1, "length_mismatch")
        check(time.monotonic() - start < 2, f"it took {time.monotonic() - start:.1f} s")


@cases.rule("Compression", "RAW_LENGTH on a plain payload has to be its length")
def _(server: Server) -> None:
    with server.link() as link:
        length = len(joined(request_payload({}, b"Rain fell.")))
        link.result(link.request({}, extensions=[raw_length(length)]))
        link.refused(link.request({}, extensions=[raw_length(length + 1)]), "length_mismatch")


@cases.rule("Frames that are too large", "one over maxFrame is passed over, spends no credit and no id")
def _(server: Server) -> None:
    with server.link() as link:
        size = link.hello["maxFrame"] + 1
        header = struct.pack("<IBBHQ", size, wire.REQUEST, wire.JSON, 1, 7)
        sender = link.send_in_background(header + bytes(size))
        answer = link.next()
        equal((answer.type, answer.id), (wire.ERROR, 7), "answer")
        equal(link.error(answer), "frame_too_large", "answer")
        sender.join()
        before = (link.credit_requests, link.credit_bytes)
        link.result(link.request(id=7))
        while (link.credit_requests, link.credit_bytes) != before:
            equal(link.next().type, wire.CREDIT, "what follows the reply")


@cases.rule("Frames that are too large", "the rest of it is not looked at")
def _(server: Server) -> None:
    with server.link() as link:
        size = link.hello["maxFrame"] + 1
        header = struct.pack("<IBBHQ", size, wire.PING, 0xFF, 1, 8)
        sender = link.send_in_background(header + b"\xff" * size)
        equal(link.error(link.next()), "frame_too_large", "answer")
        sender.join()
        link.lives()


@cases.rule("Frames that are too large", "one of maxFrame bytes is taken")
def _(server: Server) -> None:
    with server.link() as link:
        if link.hello["maxFrame"] >= link.hello["maxHTML"]:
            raise Skip("an article does not fill a frame")
        article = b"<p>Rain fell.</p>" + b" " * (link.hello["maxFrame"] - 4 - 2 - 17)
        sender = link.send_in_background(
            joined(frame("REQUEST", request_payload({}, article), id=1, code=1, flags=wire.JSON))
        )
        link.result(1)
        sender.join()


@cases.rule("Frames that are too large", "a client's maxFrame of 16 384 bytes bounds the replies")
def _(server: Server) -> None:
    with server.link(maxFrame=16_384) as link:
        refusal = link.refused(link.request({}, ARTICLE * 40), "article_too_large")
        check("axFrame" in refusal["message"] or "frame" in refusal["message"] or "result" in refusal["message"],
              f"the message does not say so: {refusal['message']}")  # fmt: skip
        link.analyze()


@cases.rule("Security", "no length is reason enough to reserve what it announces")
def _(server: Server) -> None:
    links = [server.link() for _ in range(50)]
    for link in links:
        link.send(struct.pack("<IBBHQ", link.hello["maxFrame"], wire.REQUEST, wire.JSON, 1, 1) + bytes(100))
    with server.link() as other:
        other.analyze()
    for link in links:
        link.socket.close()


@cases.rule("Versions", "unknown frames between known ones change nothing")
def _(server: Server) -> None:
    with server.link() as link:
        id = link.request()
        link.send(frame(150, b"later", id=3))
        link.result(id)
        link.analyze()


