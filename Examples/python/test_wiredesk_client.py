#!/usr/bin/env python3
"""Tests of the Python client.

Its codec reads the golden vectors; its API talks to a server that does as it is told. Needs nothing that runs.
"""

from __future__ import annotations

import json
import struct
import sys
import tempfile
import unittest
import zlib
from pathlib import Path
from typing import Any, ClassVar

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "Tests" / "Vectors"))

import wiredesk_frames as wire
from fake_server import RESULT, FakeServer, Peer
from vectors import all_vectors
from wiredesk_client import Client, Token, WiredeskError
from wiredesk_frames import BadFrame, FrameDecoder, encode_frame, inflate

TYPES = ["HELLO", "REQUEST", "PART", "RESULT", "ERROR", "CANCEL", "CREDIT", "PING", "PONG", "GOAWAY"]
FLAG_NAMES = {1: "EXTENDED", 2: "COMPRESSED", 4: "JSON", 8: "STREAM"}


def shown(frame: wire.Frame) -> dict[str, Any]:
    """A frame as the vectors write it."""
    names = {wire.DEADLINE: "deadline", wire.RAW_LENGTH: "rawLength", wire.PRIORITY: "priority"}
    extensions: dict[str, Any] = {}
    for kind, value in frame.extensions.items():
        if kind in names:
            extensions[names[kind]] = int.from_bytes(value, "little")
        elif kind == wire.TRACE:
            extensions["trace"] = value.decode()
    return {
        "type": TYPES[frame.type - 1],
        "flags": [name for bit, name in FLAG_NAMES.items() if frame.flags & bit],
        "code": frame.code,
        "id": frame.id,
        "extensions": extensions,
        "payload": frame.payload.hex(),
    }


def decoded(pieces: list[bytes]) -> dict[str, Any]:
    decoder = FrameDecoder()
    outcome: dict[str, Any] = {"frames": []}
    try:
        for piece in pieces:
            for frame in decoder.feed(piece):
                outcome["frames"].append(shown(frame))
        if decoder.is_inside_frame:
            outcome["incomplete"] = True
    except BadFrame:
        outcome["error"] = "bad_frame"
    if decoder.oversized:
        outcome["oversized"] = decoder.oversized
    return outcome


class Codec(unittest.TestCase):
    def test_vectors_whole_and_byte_by_byte(self) -> None:
        vectors = list(all_vectors("frames"))
        self.assertGreater(len(vectors), 80)
        for vector in vectors:
            with self.subTest(vector.path):
                self.assertEqual(decoded([vector.data]), vector.expect)
                if len(vector.data) < 10_000:
                    self.assertEqual(decoded([bytes([byte]) for byte in vector.data]), vector.expect)

    def test_encoder_and_decoder_agree(self) -> None:
        extensions = {wire.TRACE: b"00-1-2-03", wire.DEADLINE: struct.pack("<I", 9)}
        for checksum in (False, True):
            data = encode_frame(
                wire.REQUEST, b"body", flags=wire.JSON, code=1, id=2**64 - 1, extensions=extensions, checksum=checksum
            )
            (frame,) = FrameDecoder().feed(data)
            self.assertEqual((frame.payload, frame.id, frame.code), (b"body", 2**64 - 1, 1))
            self.assertEqual({kind: frame.extensions[kind] for kind in extensions}, extensions)
            self.assertEqual(wire.CRC32 in frame.extensions, checksum)

    def test_inflation_stops_at_the_length_announced(self) -> None:
        bomb = zlib.compress(bytes(8 << 20))
        good = zlib.compress(b"article")
        for declared, data in ((7, bomb), (6, good), (8, good), (7, good[:-1]), (7, good + b"x"), (65 << 20, good)):
            extensions = {wire.RAW_LENGTH: struct.pack("<I", declared)}
            with self.assertRaises(BadFrame):
                inflate(wire.Frame(wire.RESULT, wire.COMPRESSED, 0, 1, data, extensions))


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
            peer.result(peer.next().id)

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


class API(unittest.TestCase):
    def fails(self, code: str, retryable: bool, server: str, **options: Any) -> WiredeskError:
        client = Client(server, **options)
        with self.assertRaises(WiredeskError) as caught:
            client.analyze("Rain fell.")
        client.close()
        self.assertEqual((caught.exception.code, caught.exception.retryable), (code, retryable))
        return caught.exception

    def test_a_long_article_goes_compressed_with_its_options_and_deadline(self) -> None:
        article = "Rain fell on the port all night. " * 100

        def script(peer: Peer) -> None:
            peer.greet()
            frame = peer.next()
            self.assertEqual((frame.type, frame.code, frame.id), (wire.REQUEST, 1, 1))
            self.assertEqual(frame.flags, wire.EXTENDED | wire.COMPRESSED | wire.JSON)
            self.assertEqual(frame.extensions[wire.DEADLINE], struct.pack("<I", 1500))
            raw = inflate(frame)
            count = int.from_bytes(raw[:4], "little")
            self.assertEqual(json.loads(raw[4 : 4 + count]), {"id": "x", "sentences": 2})
            self.assertEqual(raw[4 + count :].decode(), article)
            peer.result(1, id="x")

        with FakeServer(script) as server, Client(server, timeout=1.5) as client:
            self.assertEqual(client.analyze(article, id="x", sentences=2), {**RESULT, "id": "x"})

    def test_a_compressed_result_is_inflated(self) -> None:
        def script(peer: Peer) -> None:
            peer.greet()
            peer.next()
            self.assertEqual(peer.hello["codecs"], ["zlib"])
            raw = json.dumps(RESULT).encode()
            extensions = {wire.RAW_LENGTH: struct.pack("<I", len(raw))}
            flags = wire.COMPRESSED | wire.JSON
            peer.send(wire.RESULT, zlib.compress(raw), id=1, flags=flags, extensions=extensions)

        with FakeServer(script) as server, Client(server) as client:
            self.assertEqual(client.analyze(b"Rain fell."), RESULT)

    def test_many_keep_to_the_credit_and_come_in_any_order(self) -> None:
        def script(peer: Peer) -> None:
            peer.greet(requests=3)
            done = 0
            while done < 10:
                batch = [peer.next() for _ in range(min(3, 10 - done))]
                self.assertEqual(peer._frames, [], "a request without credit")
                for frame in reversed(batch):
                    peer.result(frame.id, id=inflate(frame)[-1:].decode())
                    peer.credit(1, 16 + len(frame.payload) + 8)
                done += len(batch)

        with FakeServer(script) as server, Client(server) as client:
            results = list(client.analyze_many(f"story {number}" for number in range(10)))
        self.assertEqual(sorted(position for position, _ in results), list(range(10)))
        for position, result in results:
            assert isinstance(result, dict)
            self.assertEqual(result["id"], str(position))

    def test_byte_credit_holds_a_request_back(self) -> None:
        article = bytes(range(256)) * 40

        def script(peer: Peer) -> None:
            peer.greet(bytes=15_000)
            first = peer.next()
            peer.socket.settimeout(0.2)
            with self.assertRaises(TimeoutError):
                peer.next()
            peer.socket.settimeout(5)
            peer.result(first.id)
            peer.credit(1, 15_000)
            peer.result(peer.next().id)

        with FakeServer(script) as server, Client(server, compress=False) as client:
            self.assertEqual(len(list(client.analyze_many([article, article]))), 2)

    def test_an_error_among_many_leaves_the_others_alone(self) -> None:
        def script(peer: Peer) -> None:
            peer.greet()
            for _ in range(2):
                peer.next()
            peer.error(1, 44, "empty_article", False)
            peer.result(2)

        with FakeServer(script) as server, Client(server) as client:
            outcome = dict(client.analyze_many(["", "Rain fell."]))
        assert isinstance(outcome[0], WiredeskError)
        self.assertEqual((outcome[0].code, outcome[1]), ("empty_article", RESULT))

    def test_stream_gives_parts_and_then_the_result(self) -> None:
        def script(peer: Peer) -> None:
            peer.greet()
            self.assertTrue(peer.next().flags & wire.STREAM)
            for code in (1, 2, 3, 99):
                peer.send(wire.PART, json.dumps(RESULT).encode(), id=1, code=code, flags=wire.JSON)
            peer.result(1)

        with FakeServer(script) as server, Client(server) as client:
            kinds = [kind for kind, _ in client.stream("Rain fell.")]
        self.assertEqual(kinds, ["reading", "entities", "summary", "result"])

    def test_leaving_a_stream_cancels_it(self) -> None:
        def script(peer: Peer) -> None:
            peer.greet()
            peer.next()
            peer.send(wire.PART, json.dumps(RESULT).encode(), id=1, code=1, flags=wire.JSON)
            self.assertEqual((peer.next().type, peer.next().id), (wire.CANCEL, 2))
            peer.error(1, 66, "cancelled", False)
            peer.result(2)

        with FakeServer(script) as server, Client(server) as client:
            stream = client.stream("Rain fell.")
            self.assertEqual(next(stream)[0], "reading")
            stream.close()  # type: ignore[attr-defined]
            self.assertEqual(client.analyze("Rain fell."), RESULT)

    def test_busy_says_when_to_come_back(self) -> None:
        def script(peer: Peer) -> None:
            peer.greet()
            peer.error(peer.next().id, 64, "busy", True, retryAfter=250)

        with FakeServer(script) as server:
            self.assertEqual(self.fails("busy", True, server).retry_after, 0.25)

    def test_goaway_sends_the_rest_over_a_new_connection(self) -> None:
        def old(peer: Peer) -> None:
            peer.greet(requests=2)
            peer.next()
            second = peer.next()
            peer.goaway(1)
            peer.error(second.id, 67, "going_away", True)
            peer.result(1)
            with self.assertRaises(EOFError):
                peer.next()

        def new(peer: Peer) -> None:
            peer.greet()
            peer.result(peer.next().id, id="new")

        with FakeServer(old, new) as server, Client(server) as client:
            outcome = dict(client.analyze_many(["one", "two", "three"]))
        assert isinstance(outcome[1], WiredeskError)
        self.assertEqual((outcome[1].code, outcome[1].retryable), ("going_away", True))
        self.assertEqual((outcome[0], outcome[2]), (RESULT, {**RESULT, "id": "new"}))

    def test_a_lost_connection_fails_what_was_open_and_the_next_request_connects_again(self) -> None:
        def dies(peer: Peer) -> None:
            peer.greet()
            peer.next()

        def lives(peer: Peer) -> None:
            peer.greet()
            peer.result(peer.next().id)

        with FakeServer(dies, lives) as server, Client(server) as client:
            with self.assertRaises(WiredeskError) as caught:
                client.analyze("Rain fell.")
            self.assertEqual((caught.exception.code, caught.exception.retryable), ("connection_lost", True))
            self.assertEqual(client.analyze("Rain fell."), RESULT)

    def test_an_error_of_the_connection_ends_every_request(self) -> None:
        def script(peer: Peer) -> None:
            peer.greet()
            for _ in range(2):
                peer.next()
            peer.error(0, 7, "partial_frame_timeout", True)

        with FakeServer(script) as server, Client(server) as client:
            outcomes = [outcome for _, outcome in client.analyze_many(["one", "two"])]
        for outcome in outcomes:
            assert isinstance(outcome, WiredeskError)
            self.assertEqual(outcome.code, "partial_frame_timeout")

    def test_a_server_that_falls_silent_is_given_up(self) -> None:
        def script(peer: Peer) -> None:
            peer.greet()
            peer.next()
            with self.assertRaises((EOFError, ConnectionError)):
                peer.next()

        with FakeServer(script) as server:
            self.fails("connection_lost", True, server, timeout=0.1)

    def test_a_refusal_instead_of_hello(self) -> None:
        def script(peer: Peer) -> None:
            peer.socket.sendall(b"\x89WDK\r\n\x1a\n")
            peer.send(wire.ERROR, b"\xa0", code=9)  # In CBOR: the server has not read our HELLO.
            peer.socket.recv(1000)

        with FakeServer(script) as server:
            self.fails("too_many_connections", True, server)

    def test_another_server_is_recognised(self) -> None:
        def script(peer: Peer) -> None:
            peer.socket.sendall(b"220 mail.example ready\r\n")
            peer.socket.recv(1000)

        with FakeServer(script) as server:
            self.fails("bad_reply", False, server)

    def test_nobody_there(self) -> None:
        with FakeServer() as server:
            pass
        self.fails("unreachable", True, server)

    def test_replies_against_the_protocol(self) -> None:
        result = json.dumps(RESULT).encode()
        for data in (
            encode_frame(wire.RESULT, result, id=9, flags=wire.JSON),
            encode_frame(wire.RESULT, b"{", id=1, flags=wire.JSON),
            encode_frame(wire.RESULT, b"\xff", id=1, flags=wire.JSON),
            encode_frame(wire.RESULT, result, id=1, flags=wire.STREAM),
            encode_frame(wire.RESULT, b"x", id=1, flags=wire.COMPRESSED | wire.JSON),
            encode_frame(wire.CREDIT, b"1234567"),
            encode_frame(wire.GOAWAY, b"1234567"),
            struct.pack("<IBBHQ", (4 << 20) + 1, wire.RESULT, 0, 0, 1),
        ):

            def script(peer: Peer, data: bytes = data) -> None:
                peer.greet()
                peer.next()
                peer.socket.sendall(data)
                with self.assertRaises((EOFError, ConnectionError)):
                    peer.next()

            with self.subTest(data[:24].hex()), FakeServer(script) as server:
                self.fails("bad_reply", False, server)

    def test_frames_of_unknown_types_are_passed_over(self) -> None:
        def script(peer: Peer) -> None:
            peer.greet()
            peer.next()
            peer.send(77, b"later", flags=0xF0, id=1)
            peer.result(1)

        with FakeServer(script) as server, Client(server) as client:
            self.assertEqual(client.analyze("Rain fell."), RESULT)

    def test_pings_both_ways(self) -> None:
        def script(peer: Peer) -> None:
            peer.greet()
            peer.send(wire.PING, b"are you there", id=5)
            ping, pong = sorted([peer.next(), peer.next()], key=lambda frame: frame.type)
            self.assertEqual((pong.type, pong.id, pong.payload), (wire.PONG, 5, b"are you there"))
            peer.send(wire.PONG, ping.payload, id=ping.id)

        with FakeServer(script) as server, Client(server) as client:
            self.assertGreater(client.ping(), 0)

    def test_checksums_when_both_want_them(self) -> None:
        def script(peer: Peer) -> None:
            peer.greet(crc32=True)
            self.assertTrue(peer.hello["crc32"])
            self.assertIn(wire.CRC32, peer.next().extensions)
            peer.result(1)

        with FakeServer(script) as server, Client(server, checksums=True) as client:
            self.assertEqual(client.analyze("Rain fell."), RESULT)

    def test_replies_are_read_while_requests_are_sent(self) -> None:
        """Neither side can go on unless the other reads: the client must not wait for its own bytes first."""
        padding = "x" * 2_000_000

        def script(peer: Peer) -> None:
            peer.greet()
            for id in range(1, 7):
                self.assertEqual(peer.next().id, id)
                peer.result(id, padding=padding)

        with FakeServer(script) as server, Client(server, compress=False) as client:
            outcomes = dict(client.analyze_many([padding] * 6))
        self.assertTrue(all(isinstance(outcome, dict) for outcome in outcomes.values()))

    def test_an_article_over_the_limit_is_not_sent(self) -> None:
        def script(peer: Peer) -> None:
            peer.greet(maxFrame=1000)
            with self.assertRaises(EOFError):
                peer.next()

        with FakeServer(script) as server, Client(server, compress=False) as client:
            with self.assertRaises(WiredeskError) as caught:
                client.analyze(bytes(2000))
            self.assertEqual(caught.exception.code, "frame_too_large")

    def test_unix_socket(self) -> None:
        def script(peer: Peer) -> None:
            peer.greet()
            peer.result(peer.next().id)

        with (
            tempfile.TemporaryDirectory() as folder,
            FakeServer(script, path=f"{folder}/s") as server,
            Client(server) as client,
        ):
            self.assertEqual(client.analyze("Rain fell."), RESULT)


if __name__ == "__main__":
    unittest.main()
