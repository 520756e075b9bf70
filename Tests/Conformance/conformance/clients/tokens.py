"""Authentication, as a client has to keep it."""

from __future__ import annotations

from typing import Any

from wiredesk import frames as wire

from ..case import Cases, equal
from ..client import TOKEN_NAME, TOKEN_SECRET, Client
from ..peer import Peer

cases = Cases()
NONCE = bytes(range(32)).hex()
CHALLENGE = {"scheme": "hmac-sha256", "nonce": NONCE}


@cases.rule("Authentication", "the token is proven, and nothing is sent before the credit comes")
def _(client: Client) -> None:
    def script(peer: Peer) -> None:
        peer.greet(requests=0, bytes=0, auth=CHALLENGE)
        peer.proven(TOKEN_SECRET, TOKEN_NAME)
        peer.credit(4, 1_000_000)
        peer.result(peer.request())
        peer.until_closed()

    client.run(script, token=True).succeeded()


@cases.rule("Authentication", "unauthenticated is the end")
def _(client: Client) -> None:
    def script(peer: Peer) -> None:
        peer.greet(requests=0, bytes=0, auth=CHALLENGE)
        peer.next()
        peer.error(0, 6, "unauthenticated", False)

    run = client.run(script, token=True)
    run.failed()
    equal((run.requests, len(run.peers)), (0, 1), "requests and connections")


UNANSWERABLE: list[tuple[str, bool, dict[str, Any]]] = [
    ("without a token", False, CHALLENGE),
    ("a scheme that is unknown", True, {**CHALLENGE, "scheme": "plain"}),
    ("a binding on a connection without TLS", True, {**CHALLENGE, "binding": "tls-exporter"}),
    ("a binding that is unknown", True, {**CHALLENGE, "binding": "moon-phase"}),
    ("a nonce that is none", True, {**CHALLENGE, "nonce": "zz"}),
]


@cases.rules("Authentication", [(f"{title}: the client closes without a proof", (token, auth)) for title, token, auth in UNANSWERABLE])
def _(client: Client, what: tuple[bool, dict[str, Any]]) -> None:
    token, auth = what

    def script(peer: Peer) -> None:
        peer.greet(requests=0, bytes=0, auth=auth)
        said = [found.type for found in peer.until_closed() if found.type in (wire.HELLO, wire.REQUEST)]
        equal(said, [], "frames behind the challenge")

    client.run(script, token=token).failed()
