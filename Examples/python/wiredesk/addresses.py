"""Addresses of servers, and sockets to them."""

from __future__ import annotations

import socket
import ssl
from urllib.parse import urlsplit

DEFAULT_SERVER = "wiredesk://127.0.0.1:7411"
DEFAULT_PORT = 7411


def tls_context(authorities: str | None = None) -> ssl.SSLContext:
    """TLS as protocol.md asks for it; `authorities` is a PEM file of whom to trust instead of the system's. A client
    certificate is shown after `load_cert_chain`."""
    context = ssl.create_default_context(cafile=authorities)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.set_alpn_protocols(["wiredesk/1"])
    return context


def open_socket(server: str, timeout: float, tls: ssl.SSLContext | None = None) -> socket.socket:
    """A connected socket for `wiredesk://HOST:PORT`, `wiredesks://HOST:PORT` (TLS) or `wiredesk+unix:/PATH`.

    Raises ValueError for any other address, OSError if nobody is there or cannot be trusted.
    """
    address = urlsplit(server)
    if address.scheme == "wiredesk+unix":
        connection = socket.socket(socket.AF_UNIX)
        try:
            connection.settimeout(timeout)
            connection.connect(address.path)
        except OSError:
            connection.close()
            raise
        return connection
    if address.scheme not in ("wiredesk", "wiredesks"):
        raise ValueError(f"no such kind of address: {server}")
    host = address.hostname or "127.0.0.1"
    connection = socket.create_connection((host, address.port or DEFAULT_PORT), timeout)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if address.scheme == "wiredesk":
        return connection
    try:
        return (tls or tls_context()).wrap_socket(connection, server_hostname=host)
    except OSError:
        connection.close()
        raise
