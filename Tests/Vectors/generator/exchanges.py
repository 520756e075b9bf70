"""The worked exchanges of protocol.md, as annotated hex between markers, and the vectors made from them."""

from __future__ import annotations

import hmac
import re
from typing import Any

from .vector import Vector, hex_lines
from .wire import (
    FLAGS,
    PREFACE,
    Chunks,
    cbor,
    cbor_chunks,
    deadline,
    deflated,
    frame,
    joined,
    raw_length,
    text,
    u32,
    u64,
)  # fmt: skip

COMPRESSED, JSON, STREAM = FLAGS["COMPRESSED"], FLAGS["JSON"], FLAGS["STREAM"]
WIDTH = 16
# A direction ("C" client, "S" server, "=" what a payload inflates to) and bytes.
Step = tuple[str, Chunks]

ENGINE = {"version": "0.1.0", "model": "rules-1"}
SENTENCE = "Mara Quill opened the harbour bridge on Monday."
CLIENT_HELLO = {"minVersion": 1, "maxVersion": 1, "codecs": ["zlib"]}
SERVER_HELLO = {
    "version": 1, "agent": "wiredesk/0.1.0", "maxFrame": 4_194_304, "maxRaw": 8_454_144, "maxHTML": 8_388_608,
    "maxText": 1_048_576, "codecs": ["zlib"], "encodings": ["cbor", "json"], "requests": 64, "bytes": 16_777_216,
}  # fmt: skip


def reading(id: str | None = None) -> dict[str, Any]:
    """The result of the reading stage for `SENTENCE`, without timings."""
    end = len(SENTENCE)
    paragraph = {"start": 0, "end": end, "kind": "body", "source": {"start": 0, "end": end}}
    article = {
        "language": "en", "wordCount": 8, "readingSeconds": 2, "text": SENTENCE, "paragraphs": [paragraph],
        "sentences": [{"start": 0, "end": end, "paragraph": 0}],
    }  # fmt: skip
    stages = [{"name": "reading", "status": "ok"}]
    return {**({"id": id} if id else {}), "engine": ENGINE, "article": article, "stages": stages}


def credit(requests: int, count: int) -> Chunks:
    return frame("CREDIT", [(u32(requests), f"requests: {requests}"), (u32(count), f"bytes: {count}")])


def json_body(value: Any) -> Chunks:
    """A JSON body cut into lines at characters, each with its text as the comment."""
    data = text(value).encode()
    return [(data[at : at + WIDTH], data[at : at + WIDTH].decode()) for at in range(0, len(data), WIDTH)]


def json_error(name: str, message: str, retryable: bool, code: int, id: int) -> Chunks:
    value = {"code": name, "message": message, "retryable": retryable}
    return frame("ERROR", json_body(value), code=code, id=id, flags=JSON)


def json_request(options: dict[str, Any], article: str, id: int, flags: int = 0) -> Chunks:
    data = text(options).encode()
    payload = [(u32(len(data)), f"length of the options: {len(data)}")] + json_body(options)
    payload += [(line.encode(), line) for line in re.findall(f".{{1,{WIDTH}}}", article)]
    return frame("REQUEST", payload, code=1, id=id, flags=JSON | flags)


def spent(chunks: Chunks) -> int:
    """What a REQUEST takes of the byte credit."""
    return len(joined(chunks))


def compressed() -> list[Step]:
    options = {"id": "a1", "stages": ["reading"], "timings": False}
    data = cbor(options)
    raw: Chunks = [(u32(len(data)), f"length of the options: {len(data)}")] + cbor_chunks(options)
    raw += [(SENTENCE.encode(), "the article")]
    request = frame(
        "REQUEST", [(deflated(joined(raw)), "zlib stream")], code=1, id=1, flags=COMPRESSED,
        extensions=[deadline(2000), raw_length(len(joined(raw)))],
    )  # fmt: skip
    return [
        ("C", [(PREFACE, "preface")]),
        ("C", frame("HELLO", cbor_chunks(CLIENT_HELLO))),
        ("S", [(PREFACE, "preface")]),
        ("S", frame("HELLO", cbor_chunks(SERVER_HELLO))),
        ("C", request),
        ("=", raw),
        ("S", frame("RESULT", cbor_chunks(reading("a1")), id=1)),
        ("S", credit(1, spent(request))),
    ]


def refused() -> list[Step]:
    hello = {"minVersion": 1, "maxVersion": 1, "agent": "demo/1"}
    first = json_request({"sentances": 2}, "Rain fell.", 1)
    second = json_request({"words": 20}, "Rain fell.", 2)
    return [
        ("C", [(PREFACE, "preface")]),
        ("C", frame("HELLO", json_body(hello), flags=JSON)),
        ("S", [(PREFACE, "preface")]),
        ("S", frame("HELLO", json_body(SERVER_HELLO), flags=JSON)),
        ("C", first),
        ("C", frame("PING", [(b"tick", '"tick"')], id=7)),
        ("S", json_error("unknown_option", 'unknown field "sentances"', False, 41, 1)),
        ("S", credit(1, spent(first))),
        ("S", frame("PONG", [(b"tick", '"tick"')], id=7)),
        ("C", second),
        ("C", frame("CANCEL", id=2)),
        ("S", json_error("cancelled", "cancelled by the client", False, 66, 2)),
        ("S", credit(1, spent(second))),
    ]


def draining() -> list[Step]:
    first = json_request({"stages": ["reading"], "timings": False}, SENTENCE, 1, STREAM)
    second = json_request({}, "Rain fell.", 2)
    goaway = [(u64(1), "last id accepted: 1"), (u32(10_000), "drain: 10000 ms")]
    return [
        ("C", first),
        ("S", frame("PART", json_body(reading()), code=1, id=1, flags=JSON)),
        ("S", frame("GOAWAY", goaway)),
        ("C", second),
        ("S", json_error("going_away", "the server is shutting down", True, 67, 2)),
        ("S", frame("RESULT", json_body(reading()), id=1, flags=JSON)),
    ]


def lines() -> list[Step]:
    return [
        ("C", [(b"PING\n", "PING")]),
        ("S", [(b"PONG\n", "PONG")]),
        ("C", [(b"health\r\n", "health")]),
        ("S", [(b"OK\n", "OK")]),
        ("C", [(b"WHO\n", "WHO")]),
        ("S", [(b"ERR unknown command, try HELP\n", "ERR unknown command, try HELP")]),
        ("C", [(b"QUIT\n", "QUIT")]),
        ("S", [(b"BYE\n", "BYE, and the server closes")]),
    ]


NONCE, TOKEN_NAME, TOKEN = bytes(range(32)), "crawler", b"correct horse battery staple"


def proof(nonce: bytes, secret: bytes, binding: bytes = b"") -> str:
    """The `mac` of a proof (protocol.md, "Authentication")."""
    return hmac.digest(secret, b"wiredesk/1 client" + nonce + binding, "sha256").hex()


def authenticated() -> list[Step]:
    asked = {**SERVER_HELLO, "requests": 0, "bytes": 0, "auth": {"scheme": "hmac-sha256", "nonce": NONCE.hex()}}
    shown = {"minVersion": 1, "maxVersion": 1, "auth": {"name": TOKEN_NAME, "mac": proof(NONCE, TOKEN)}}
    return [
        ("C", [(PREFACE, "preface")]),
        ("C", frame("HELLO", json_body({"minVersion": 1, "maxVersion": 1}), flags=JSON)),
        ("S", [(PREFACE, "preface")]),
        ("S", frame("HELLO", json_body(asked), flags=JSON)),
        ("C", frame("HELLO", json_body(shown), flags=JSON)),
        ("S", credit(64, 16_777_216)),
    ]


EXCHANGES = {
    "compressed": compressed, "refused": refused, "draining": draining, "authenticated": authenticated, "lines": lines,
}  # fmt: skip


def rendered(steps: list[Step]) -> str:
    out = []
    for direction, chunks in steps:
        for data, comment in chunks:
            out += [f"{direction}  {line}" for line in aligned(hex_lines(data, comment, WIDTH))]
        out.append("")
    return "```hex\n" + "\n".join(out).strip() + "\n```"


def aligned(rows: list[str]) -> list[str]:
    """Comments in one column."""
    parts = [row.partition("  # ") for row in rows]
    return [f"{data:<{WIDTH * 3}}  # {comment}" if comment else data for data, _, comment in parts]


def inserted(document: str) -> str:
    """The document with every exchange between its markers written anew."""
    for name, build in EXCHANGES.items():
        before, start, rest = document.partition(f"<!-- exchange: {name} -->\n")
        _, end, after = rest.partition("\n<!-- end -->")
        if not end:
            raise SystemExit(f"protocol.md has no place for the exchange {name!r}")
        document = before + start + rendered(build()) + end + after
    return document


def vectors() -> list[Vector]:
    def sent(steps: list[Step]) -> Chunks:
        return [chunk for direction, chunks in steps if direction == "C" for chunk in chunks]

    result = {"replies": [{"type": "HELLO"}, {"type": "RESULT", "id": 1}], "closes": False}
    words = {"lines": ["PONG", "OK", "ERR unknown command, try HELP", "BYE"], "closes": True}
    section = "Examples"
    return [
        Vector("exchange", "compressed", section, "server", result, sent(compressed())),
        Vector("exchange", "lines", section, "server", words, sent(lines())),
        *proofs(),
    ]


def proofs() -> list[Vector]:
    """What a proof is computed from: the nonce and, inside TLS, 32 bytes of the connection's exporter."""
    out = []
    for name, secret, binding in (
        ("plain", TOKEN, b""),
        ("bound", TOKEN, bytes(range(255, 223, -1))),
        ("long-secret", b"0123456789abcdef" * 8, b""),
    ):
        data = [(NONCE, "the nonce")] + ([(binding, "the TLS exporter's bytes")] if binding else [])
        expect = {"secret": secret.decode(), "mac": proof(NONCE, secret, binding)}
        out.append(Vector("proof", name, "Authentication", "proof", expect, data))
    return out
