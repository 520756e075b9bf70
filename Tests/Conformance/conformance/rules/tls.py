"""TLS, with a server that speaks it and with one that does not."""

from __future__ import annotations

import ssl
import time

from wiredesk import tls_context

from ..case import Cases, Failure, Skip, check, equal
from ..link import PATIENCE, PREFACE, Link, hello_frame
from ..server import Server

cases = Cases()


def requires_tls(server: Server) -> None:
    if not server.is_tls:
        raise Skip("the server is not addressed by wiredesks:")


def wrapped(server: Server, context: ssl.SSLContext) -> ssl.SSLSocket:
    return context.wrap_socket(server.plain(), server_hostname=server.address.hostname)


@cases.rule("TLS", "the server agrees to wiredesk/1 in TLS 1.3, and resumes no session")
def _(server: Server) -> None:
    requires_tls(server)
    context = tls_context(server.authorities)
    with wrapped(server, context) as first:
        equal((first.version(), first.selected_alpn_protocol()), ("TLSv1.3", "wiredesk/1"), "version and protocol")
        link = Link(first)
        link.greet()
        session = first.session
    with context.wrap_socket(server.plain(), server_hostname=server.address.hostname, session=session) as second:
        Link(second).greet()
        check(not second.session_reused, "a session was resumed")


@cases.rule("TLS", "a client that offers only other protocols is refused")
def _(server: Server) -> None:
    requires_tls(server)
    context = tls_context(server.authorities)
    context.set_alpn_protocols(["h2", "wiredesk/9"])
    try:
        with wrapped(server, context) as connection:
            connection.sendall(PREFACE + hello_frame())
            data = connection.recv(1)
    except (ssl.SSLError, ConnectionError):
        return
    check(not data, "it was served")


@cases.rule("TLS", "an earlier version is refused")
def _(server: Server) -> None:
    requires_tls(server)
    context = tls_context(server.authorities)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    try:
        wrapped(server, context).close()
    except (ssl.SSLError, ConnectionError):
        return
    raise Failure("TLS 1.2 was accepted")


@cases.rule("TLS", "plain frames to a TLS port get the preface and bad_preface")
def _(server: Server) -> None:
    requires_tls(server)
    with Link(server.plain()) as link:
        link.send(PREFACE + hello_frame())
        link.ends("bad_preface", json=False)


@cases.rule("TLS", "plain lines to a TLS port get a line that begins with ERR")
def _(server: Server) -> None:
    requires_tls(server)
    with Link(server.plain()) as link:
        link.send(b"HEALTH\n")
        check(lines_until_close(link).startswith(b"ERR "), f"answered {bytes(link.raw)!r}")


@cases.rule("TLS", "the server ends its direction with close_notify")
def _(server: Server) -> None:
    requires_tls(server)
    with wrapped(server, tls_context(server.authorities)) as connection:
        connection.settimeout(PATIENCE)
        connection.sendall(b"QUIT\n")
        received = b""
        while data := connection.recv(100):  # A truncation would raise SSLEOFError here.
            received += data
        equal(received, b"BYE\n", "answer")


@cases.rule("TLS", "a server without TLS answers a TLS client with a line that begins with ERR")
def _(server: Server) -> None:
    if server.is_tls:
        raise Skip("the server speaks TLS")
    with Link(server.plain()) as link:
        incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        client = tls_context().wrap_bio(incoming, outgoing, server_hostname="localhost")
        try:
            client.do_handshake()
        except ssl.SSLWantReadError:
            pass
        link.send(outgoing.read())
        check(lines_until_close(link).startswith(b"ERR "), f"answered {bytes(link.raw)!r}")


def lines_until_close(link: Link) -> bytes:
    deadline = time.monotonic() + PATIENCE
    while link.receive(deadline):
        pass
    return bytes(link.raw)
