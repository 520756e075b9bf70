"""Line mode."""

from __future__ import annotations

import re
import socket
import time

from ..case import Cases, Skip, check, equal
from ..link import PATIENCE
from ..protocol import STATS_KEYS
from ..server import Server

cases = Cases()


def said(server: Server, data: bytes) -> tuple[list[str], bool]:
    """The lines that come until the server closes, or has answered one more command."""
    with server.connect() as link:
        link.send(data + b"PING\n")
        deadline = time.monotonic() + PATIENCE
        while not link.closed and link.raw.count(b"\n") <= data.count(b"\n"):
            link.receive(deadline)
        lines = link.raw.decode("ascii").splitlines()
        check(link.closed or lines[-1] == "PONG", f"PING behind {data!r} was answered {lines[-1]!r}")
        return (lines if link.closed else lines[:-1]), link.closed


ANSWERS = [
    (b"PING\n", "PONG"), (b"ping\r\n", "PONG"), (b"PiNg and more\n", "PONG"), (b"HEALTH\n", "OK"), (b"health\r\n", "OK"),
    (b"\n", "ERR unknown command, try HELP"), (b"\r\n", "ERR unknown command, try HELP"),
    (b"WHO\n", "ERR unknown command, try HELP"), (b"PINGPONG\n", "ERR unknown command, try HELP"),
    (b"x" * 256 + b"\n", "ERR unknown command, try HELP"), (b"HEALTH\tnow\n", "OK"),
]  # fmt: skip


@cases.rules("Line mode", [(f"{bytes(data[:20])!r} is answered {answer}", (data, answer)) for data, answer in ANSWERS])
def _(server: Server, what: tuple[bytes, str]) -> None:
    lines, closed = said(server, what[0])
    equal((lines, closed), ([what[1]], False), "answer")


@cases.rule("Line mode", "answers come in order")
def _(server: Server) -> None:
    lines, _ = said(server, b"HEALTH\nWHO\nHEALTH\nHEALTH\n")
    equal(lines, ["OK", "ERR unknown command, try HELP", "OK", "OK"], "answers")


@cases.rule("Line mode", "a line may come byte by byte")
def _(server: Server) -> None:
    with server.connect() as link:
        for byte in b"HEALTH\r\n":
            link.send(bytes([byte]))
        deadline = time.monotonic() + PATIENCE
        while b"\n" not in link.raw:
            link.receive(deadline)
        equal(bytes(link.raw), b"OK\n", "answer")


@cases.rule("Line mode", "HELP names the commands in one line")
def _(server: Server) -> None:
    lines, _ = said(server, b"HELP\n")
    equal(len(lines), 1, "lines")
    for command in ("PING", "HEALTH", "STATS", "HELP", "QUIT"):
        check(command in lines[0], f"no {command} in {lines[0]!r}")


@cases.rule("Line mode", "QUIT is answered BYE, and the server closes")
def _(server: Server) -> None:
    equal(said(server, b"QUIT\n"), (["BYE"], True), "answer")


@cases.rule("Line mode", "STATS has the keys in their order")
def _(server: Server) -> None:
    lines, _ = said(server, b"STATS\n")
    if lines[0].startswith("ERR ") and server.asks_for_tokens:
        raise Skip("the server does not answer STATS to other machines")
    pairs = [pair.partition("=") for pair in lines[0].split(" ")]
    equal([pair[0] for pair in pairs][: len(STATS_KEYS)], STATS_KEYS, "keys")
    for key, _, value in pairs[1:]:
        form = r"(\d+:\d+,)+inf:\d+" if key == "times_us" else r"\d+(\.\d+)?"
        check(re.fullmatch(form, value), f"{key}={value!r}")


@cases.rule("Line mode", "STATS counts connections, requests and results")
def _(server: Server) -> None:
    def stats() -> dict[str, str]:
        lines, _ = said(server, b"STATS\n")
        if lines[0].startswith("ERR "):
            raise Skip("the server does not answer STATS")
        return dict(pair.split("=", 1) for pair in lines[0].split(" "))

    before = stats()
    with server.link() as link:
        link.analyze()
        link.refused(link.request({"sentences": 0}), "bad_option")
        after = stats()
    for key, least in (("requests", 2), ("results", 1), ("errors", 1)):
        check(int(after[key]) >= int(before[key]) + least, f"{key} went from {before[key]} to {after[key]}")
    check(int(after["bytes_in"]) > int(before["bytes_in"]), "bytes_in did not grow")


BROKEN = [("257 bytes", b"x" * 257 + b"\n"), ("257 bytes without an end", b"x" * 257), ("a control byte", b"PI\x01NG\n"),
          ("a byte above 0x7E", b"PING\x7f\n"), ("UTF-8", "pé\n".encode()), ("a null byte", b"PING\x00\n")]  # fmt: skip


@cases.rules("Line mode", [(f"{title} is answered ERR, and the server closes", data) for title, data in BROKEN])
def _(server: Server, data: bytes) -> None:
    with server.connect() as link:
        link.send(data)
        deadline = time.monotonic() + PATIENCE
        while link.receive(deadline):
            pass
        check(link.raw.startswith(b"ERR ") and link.raw.count(b"\n") == 1, f"answered {bytes(link.raw)!r}")


@cases.rule("Line mode", "a client that closes its side gets its answers")
def _(server: Server) -> None:
    with server.connect() as link:
        link.send(b"HEALTH\nHEALTH\n")
        link.socket.shutdown(socket.SHUT_WR)
        deadline = time.monotonic() + PATIENCE
        while link.receive(deadline):
            pass
        equal(bytes(link.raw), b"OK\nOK\n", "answers")


@cases.rule("Line mode", "every first byte below 0x80 begins it")
def _(server: Server) -> None:
    for first in (b"\x00", b"\x16", b"G", b"\x7f"):
        with server.connect() as link:
            link.send(first + b"ET / HTTP/1.1\r\n")
            deadline = time.monotonic() + PATIENCE
            while not link.closed and b"\n" not in link.raw:
                link.receive(deadline)
            check(link.raw.startswith(b"ERR "), f"answered {bytes(link.raw)!r}")


@cases.rule("Line mode", "the preface does not come back into it")
def _(server: Server) -> None:
    with server.connect() as link:
        link.send(b"PING\n\x89WDK\r\n\x1a\n")
        deadline = time.monotonic() + PATIENCE
        while link.receive(deadline):
            pass
        check(link.raw.startswith(b"PONG\nERR "), f"answered {bytes(link.raw)!r}")
