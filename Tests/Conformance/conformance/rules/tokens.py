"""Authentication."""

from __future__ import annotations

import re
import struct

from generator.wire import frame, joined
from wiredesk import Token
from wiredesk import frames as wire

from ..case import Cases, Skip, check, equal
from ..link import Link, hello_frame, ping
from ..server import Server, proof

cases = Cases()


def challenged(server: Server, encoding: str = "json") -> tuple[Link, Token]:
    link = server.connect()
    link.greet(encoding)
    if server.token and "auth" in link.hello:
        return link, server.token
    link.socket.close()
    raise Skip("the server asks for no token, or none was given")


@cases.rule("Authentication", "the challenge has the scheme, a fresh nonce and no credit")
def _(server: Server) -> None:
    nonces = set()
    for _ in range(3):
        link, _ = challenged(server)
        with link:
            auth = link.hello["auth"]
            equal(auth["scheme"], "hmac-sha256", "scheme")
            check(re.fullmatch("[0-9a-f]{64}", auth["nonce"]), f"nonce {auth['nonce']!r}")
            equal((link.hello["requests"], link.hello["bytes"]), (0, 0), "credit before the proof")
            check(server.is_tls or "binding" not in auth, "a binding without TLS")
            nonces.add(auth["nonce"])
    equal(len(nonces), 3, "different nonces of 3 connections")


@cases.rules("Authentication", [(f"a proof in {encoding} is answered with the first credit", encoding)
                                for encoding in ("cbor", "json")])  # fmt: skip
def _(server: Server, encoding: str) -> None:
    link, token = challenged(server, encoding)
    with link:
        link.send(proof(link, token, encoding))
        answer = link.next()
        equal(answer.type, wire.CREDIT, "answer")
        requests, size = struct.unpack("<II", answer.payload)
        check(requests >= 1 and size >= 1, "no credit")
        link.analyze(encoding=encoding)


@cases.rule("Authentication", "a wrong mac and an unknown name are refused alike")
def _(server: Server) -> None:
    messages = []
    for changes in ({"mac": "00" * 32}, {"name": "no-such-name"}, {"mac": "zz" * 32}, {"mac": ""}):
        link, token = challenged(server)
        with link:
            link.send(proof(link, token, **changes))
            answer = link.next()
            equal((answer.type, answer.id), (wire.ERROR, 0), "answer")
            equal(link.error(answer), "unauthenticated", "answer")
            messages.append(link.body(answer)["message"])
            link.closes()
    equal(messages[0], messages[1], "message to an unknown name")


@cases.rule("Authentication", "a proof is of no use on another connection")
def _(server: Server) -> None:
    first, token = challenged(server)
    with first:
        old = proof(first, token)
    link, _ = challenged(server)
    with link:
        link.send(old)
        link.ends("unauthenticated", json=True)


BEFORE_THE_PROOF = [
    ("a REQUEST", joined(frame("REQUEST", bytes(4) + b"Rain fell.", id=1, code=1, flags=wire.JSON))),
    ("a PING", ping(1)),
    ("a CANCEL", joined(frame("CANCEL", id=1))),
    ("a frame of an unknown type", joined(frame(99, b"later"))),
    ("a HELLO without auth", hello_frame()),
]


@cases.rules("Authentication", [(f"{title} before the proof is refused", data) for title, data in BEFORE_THE_PROOF])
def _(server: Server, data: bytes) -> None:
    link, _ = challenged(server)
    with link:
        link.send(data)
        link.ends("unauthenticated", json=True)


@cases.rule("Authentication", "more than 16 384 bytes before the proof are refused")
def _(server: Server) -> None:
    link, token = challenged(server)
    with link:
        auth = {"name": token.name, "mac": "00" * 32}
        length = len(hello_frame(agent="", auth=auth)) - 16
        link.send(hello_frame(agent="x" * (16_384 - length), auth=auth))
        link.ends("unauthenticated", json=True)


@cases.rule("Authentication", "the second HELLO's other fields mean nothing")
def _(server: Server) -> None:
    link, token = challenged(server)
    with link:
        link.send(proof(link, token))
        equal(link.next().type, wire.CREDIT, "answer")
        link.send(ping(5))
        equal(link.next().type, wire.PONG, "answer to a PING")


@cases.rule("Authentication", "with checksums the second HELLO carries one, and the CREDIT does")
def _(server: Server) -> None:
    if not server.asks_for_tokens:
        raise Skip("the server asks for no token")
    with server.link(crc32=True) as link:
        check(link.hello.get("crc32"), "no checksums")
        link.result(link.request(crc=0))
