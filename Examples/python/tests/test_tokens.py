"""Proofs of tokens."""

from __future__ import annotations

import json
import tempfile
import unittest
from pathlib import Path
from typing import ClassVar

from conformance.peer import RESULT, Peer
from vectors import all_vectors
from wiredesk import Client, Token, WiredeskError

from .fake_server import FakeServer


class Tokens(unittest.TestCase):
    CHALLENGE: ClassVar = {"scheme": "hmac-sha256", "nonce": bytes(range(32)).hex()}

    def test_proofs_are_those_of_the_vectors(self) -> None:
        for vector in all_vectors("proof"):
            if len(vector.data) == 32:
                token = Token("crawler", vector.expect["secret"].encode())
                proof = token.proof({"scheme": "hmac-sha256", "nonce": vector.data.hex()})
                self.assertEqual(proof, {"name": "crawler", "mac": vector.expect["mac"]})

    def test_a_token_is_proven_and_the_credit_taken(self) -> None:
        token = Token("crawler", b"correct horse battery staple")

        def script(peer: Peer) -> None:
            peer.greet(requests=0, bytes=0, auth=self.CHALLENGE, crc32=True)
            second = peer.next()
            assert json.loads(second.payload)["auth"] == token.proof(self.CHALLENGE)
            peer.credit(2, 100_000)
            peer.result(peer.request())

        with FakeServer(script) as server, Client(server, checksums=True, token=token) as client:
            self.assertEqual(client.limits["requests"], 2)
            self.assertEqual(client.analyze("Rain fell."), RESULT)

    def test_without_a_token_and_with_a_refused_one(self) -> None:
        def silent(peer: Peer) -> None:
            peer.greet(requests=0, bytes=0, auth=self.CHALLENGE)
            with self.assertRaises(EOFError):
                peer.next()

        def bound(peer: Peer) -> None:
            peer.greet(requests=0, bytes=0, auth={**self.CHALLENGE, "binding": "tls-exporter"})
            with self.assertRaises(EOFError):
                peer.next()

        def refusing(peer: Peer) -> None:
            peer.greet(requests=0, bytes=0, auth=self.CHALLENGE)
            peer.next()
            peer.error(0, 6, "unauthenticated", False)

        token = Token("crawler", b"a wrong one")
        for script, shown_token in ((silent, None), (bound, token), (refusing, token)):
            with self.subTest(script), FakeServer(script) as server, self.assertRaises(WiredeskError) as caught:
                Client(server, token=shown_token).ping()
            self.assertEqual(caught.exception.code, "unauthenticated")

    def test_a_token_file_is_its_owners_alone(self) -> None:
        with tempfile.NamedTemporaryFile() as file:
            file.write(b"# mine\n\ncrawler 0123456789abcdef requests=3\n")
            file.flush()
            self.assertEqual(Token.read(file.name), Token("crawler", b"0123456789abcdef"))
            self.assertNotIn("0123456789abcdef", repr(Token.read(file.name)))
            Path(file.name).chmod(0o640)
            with self.assertRaises(PermissionError):
                Token.read(file.name)
