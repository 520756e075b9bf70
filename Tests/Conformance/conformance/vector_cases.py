"""Every golden vector that says something about a server, as a case of its section."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from typing import Any

from generator.wire import frame, joined, u32
from vectors import Vector, all_vectors
from wiredesk import frames as wire
from wiredesk.frames import Frame

from .case import Case, Failure, Skip, check, equal, fail
from .link import NAMES, PATIENCE, PREFACE, Closed, Link, ping
from .protocol import STAGES
from .server import Server

ONLY_SERVERS_SEND = ("PART", "RESULT", "ERROR", "CREDIT")
PROBE = 0xFACADE


def server_vector_cases() -> Iterator[Case]:
    players = {"server": play_stream, "frames": play_frames, "options": play_options, "hello": play_hello}
    for vector in all_vectors(*players):
        if vector.kind == "hello" and vector.header["from"] == "server":
            continue
        if vector.kind == "options" and not vector.data:
            continue  # In a REQUEST, no bytes mean no options.
        if vector.kind == "frames" and not says_something_to_a_server(vector):
            continue
        yield Case(
            vector.header["section"],
            f"vector {vector.path.removesuffix('.hex')}",
            lambda server, vector=vector: players[vector.kind](server, vector),
        )


def says_something_to_a_server(vector: Vector) -> bool:
    """Not if the frame that is wrong is of a type that only servers send: it need not be judged."""
    if "error" not in vector.expect:
        return True
    at = 0
    for _ in vector.expect["frames"]:
        at += 16 + int.from_bytes(vector.data[at : at + 4], "little")
    return NAMES[vector.data[at + 4] - 1] not in ONLY_SERVERS_SEND


def play_stream(server: Server, vector: Vector) -> None:
    """`as: server`: everything that a client sends, in one go."""
    if "lines" in vector.expect:
        play_lines(server, vector)
        return
    server.requires_open_door()
    with server.connect() as link:
        link.codecs, link.asked_checksums = ["zlib"], True
        replies, closes = vector.expect["replies"], vector.expect["closes"]
        sender = link.send_in_background(vector.data, vector.header.get("then") == "half-close")
        found: list[dict[str, Any]] = []
        probed = False
        try:
            while True:
                if not closes and not probed and len(found) >= len(replies):
                    sender.join(PATIENCE)
                    link.send(ping(PROBE, crc=0 if link.hello.get("crc32") else None))
                    probed = True
                reply = link.next()
                if reply.type == wire.PONG and reply.id == PROBE:
                    break
                if reply.type != wire.CREDIT:
                    found.append(shown(link, reply))
        except Closed:
            check(closes, f"it closed after {found}")
        except Failure as failure:
            fail(f"{failure}; replies: {found}")
        equal(Counter(map(repr, found)), Counter(map(repr, replies)), "replies")
        equal(ordered(found), ordered(replies), "order of HELLO and PARTs")


def play_lines(server: Server, vector: Vector) -> None:
    with server.connect() as link:
        expected = list(vector.expect["lines"])
        sender = link.send_in_background(vector.data, vector.header.get("then") == "half-close")
        if not vector.expect["closes"]:
            sender.join(PATIENCE)
            link.send(b"PING\n")
            expected.append("PONG")
        deadline = time.monotonic() + PATIENCE
        while link.raw.count(b"\n") < len(expected) or vector.expect["closes"]:
            if not link.receive(deadline):
                break
        lines = link.raw.decode("ascii").splitlines()
        equal(link.closed, vector.expect["closes"], "closed")
        equal(len(lines), len(expected), f"number of lines in {lines}")
        for line, pattern in zip(lines, expected, strict=True):
            check(line == pattern or pattern.endswith("*") and line.startswith(pattern[:-1]), f"{line!r}: {pattern!r}")


def shown(link: Link, reply: Frame) -> dict[str, Any]:
    """A reply as the vectors write it."""
    name = NAMES[reply.type - 1]
    if name == "HELLO":
        return {"type": name}
    more: dict[str, Any] = {}
    if name == "ERROR":
        more["error"] = link.error(reply)
        if wire.TRACE in reply.extensions:
            more["trace"] = reply.extensions[wire.TRACE].decode("ascii")
    elif name == "PART":
        more["stage"] = STAGES[reply.code]
    return {"type": name, "id": reply.id, **more}


def ordered(replies: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [reply for reply in replies if reply["type"] in ("HELLO", "PART")]


def play_frames(server: Server, vector: Vector) -> None:
    """`as: frames`: after the handshake, to a receiver with the default maxFrame."""
    with server.link() as link:
        if link.hello["maxFrame"] != wire.MAX_FRAME:
            raise Skip("the server's maxFrame is not the default")
        finals: list[int] = []
        errors: list[tuple[int, str]] = [(id, "frame_too_large") for id in vector.expect.get("oversized", [])]
        pongs: list[int] = []
        ended = vector.expect.get("error")
        says_goodbye = False
        for one in vector.expect["frames"]:
            if one["type"] == "HELLO" or one["type"] == "REQUEST" and one["id"] == 0:
                ended = "bad_frame"
                break
            if one["type"] == "REQUEST":
                finals.append(one["id"])
            elif one["type"] in ONLY_SERVERS_SEND:
                errors.append((one["id"], "unknown_frame"))
            elif one["type"] == "PING":
                pongs.append(one["id"])
            says_goodbye = says_goodbye or one["type"] == "GOAWAY"
        incomplete = vector.expect.get("incomplete", False)
        sender = link.send_in_background(vector.data, half_close=incomplete)
        if not (ended or incomplete or says_goodbye):
            sender.join(PATIENCE)
            link.send(ping(PROBE))
        found_finals, found_errors, found_pongs, end = gathered(link, set(finals), bool(ended))
        equal(end, ended, "end of the connection")
        if not ended:
            equal(Counter(found_finals), Counter(finals), "requests answered")
            equal(sorted(found_errors), sorted(errors), "frames refused")
            equal(found_pongs, pongs, "PINGs answered")


def gathered(link: Link, requests: set[int], ends: bool) -> tuple[list[int], list[Any], list[int], str | None]:
    finals: list[int] = []
    errors: list[tuple[int, str]] = []
    pongs: list[int] = []
    probed = False
    while True:
        try:
            reply = link.next()
        except Closed:
            return finals, errors, pongs, None
        if reply.type == wire.ERROR and reply.id == 0 and link.error(reply) not in ("unknown_frame", "frame_too_large"):
            name = link.error(reply)
            link.closes()
            return finals, errors, pongs, name
        if reply.type == wire.ERROR and link.error(reply) in ("unknown_frame", "frame_too_large"):
            errors.append((reply.id, link.error(reply)))
        elif reply.type in (wire.RESULT, wire.ERROR):
            finals.append(reply.id)
        elif reply.type == wire.PONG and reply.id == PROBE:
            probed = True
        elif reply.type == wire.PONG:
            pongs.append(reply.id)
        if probed and not ends and requests <= set(finals):
            return finals, errors, pongs, None


def play_options(server: Server, vector: Vector) -> None:
    """`as: options`, in a REQUEST. What the engine says to their values is its own affair."""
    encoding = vector.header["encoding"]
    with server.link(encoding) as link:
        data = joined(
            frame(
                "REQUEST",
                u32(len(vector.data)) + vector.data + b"Rain fell.",
                id=1,
                code=1,
                flags=wire.JSON if encoding == "json" else 0,
            )
        )
        link.send(data)
        if "error" in vector.expect:
            link.refused(1, vector.expect["error"])
        else:
            reply = link.final(1)
            if reply.type == wire.ERROR:
                name = link.error(reply)
                check(name not in ("bad_body", "unknown_option"), f"good options were refused: {link.body(reply)}")
        equal(link.lives(), [], "frames that nobody asked for")


def play_hello(server: Server, vector: Vector) -> None:
    """`as: hello`, from a client."""
    encoding = vector.header["encoding"]
    with server.connect() as link:
        meaning = vector.expect.get("json", {})
        link.codecs, link.asked_checksums = meaning.get("codecs", []), meaning.get("crc32", False)
        link.send(PREFACE + joined(frame("HELLO", vector.data, flags=wire.JSON if encoding == "json" else 0)))
        if "error" in vector.expect:
            link.ends("bad_frame")
        elif not meaning["minVersion"] <= 1 <= meaning["maxVersion"]:
            link.ends("unsupported_version", json=encoding == "json")
        else:
            reply = link.next()
            equal(reply.type, wire.HELLO, "type of the answer")
            equal(bool(reply.flags & wire.JSON), encoding == "json", "JSON flag of the answer")
