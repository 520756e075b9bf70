"""The client with a server that does as it is told. Needs nothing that runs."""

from __future__ import annotations

import json
import pickle
import struct
import tempfile
import time
import unittest
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from conformance.peer import RESULT, Peer
from wiredesk import Client, WiredeskError
from wiredesk import frames as wire
from wiredesk.frames import encode_frame, inflate

from .fake_server import FakeServer


class API(unittest.TestCase):
    def fails(self, code: str, retryable: bool, server: str, **options: Any) -> WiredeskError:
        client = Client(server, **{"retries": 0, **options})
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
            (deadline,) = struct.unpack("<I", frame.extensions[wire.DEADLINE])
            self.assertTrue(1000 < deadline <= 1500, deadline)
            raw = inflate(frame)
            count = int.from_bytes(raw[:4], "little")
            self.assertEqual(json.loads(raw[4 : 4 + count]), {"id": "x", "sentences": 2})
            self.assertEqual(raw[4 + count :].decode(), article)
            peer.result(1, id="x")

        with FakeServer(script) as server, Client(server, timeout=1.5) as client:
            self.assertEqual(client.analyze(article, id="x", sentences=2), {**RESULT, "id": "x"})

    def test_a_trace_goes_with_the_request_and_comes_back_with_its_error(self) -> None:
        trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"

        def script(peer: Peer) -> None:
            peer.greet()
            sent = peer.request().frame.extensions[wire.TRACE]
            peer.error(1, 45, "not_text", False, trace=sent)
            self.assertNotIn(wire.TRACE, peer.request().frame.extensions)
            peer.error(2, 45, "not_text", False)

        with FakeServer(script) as server, Client(server) as client:
            with self.assertRaises(WiredeskError) as caught:
                client.analyze(b"Rain fell.", trace=trace)
            self.assertEqual(caught.exception.trace, trace)
            self.assertEqual(pickle.loads(pickle.dumps(caught.exception)).trace, trace)
            with self.assertRaises(WiredeskError) as caught:
                client.analyze(b"Rain fell.")
            self.assertIsNone(caught.exception.trace)
            for wrong in ("", "a b", "é", "x" * 129):
                with self.assertRaises(ValueError):
                    client.analyze(b"Rain fell.", trace=wrong)

    def test_a_compressed_result_is_inflated(self) -> None:
        def script(peer: Peer) -> None:
            peer.greet()
            peer.next()
            self.assertEqual(peer.hello["codecs"], ["zlib"])
            peer.result(1, compress=True)

        with FakeServer(script) as server, Client(server) as client:
            self.assertEqual(client.analyze(b"Rain fell."), RESULT)

    def test_many_keep_to_the_credit_and_come_in_any_order(self) -> None:
        def script(peer: Peer) -> None:
            peer.greet(requests=3)
            done = 0
            while done < 10:
                batch = [peer.request() for _ in range(min(3, 10 - done))]
                self.assertFalse(peer.has_more, "a request without credit")
                for request in reversed(batch):
                    peer.result(request, id=request.article[-1:].decode())
                    peer.credit(1, request.size)
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
            peer.credit(1, peer.requests[0].size)
            peer.result(peer.request())

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

    def test_busy_is_tried_again_when_the_server_says(self) -> None:
        def script(peer: Peer) -> None:
            peer.greet()
            for _ in range(2):
                request = peer.request()
                peer.error(request.id, 64, "busy", True, retryAfter=200)
                peer.credit(1, request.size)
            peer.result(peer.request())
            for earlier, later in zip(peer.times, peer.times[1:], strict=False):
                self.assertGreaterEqual(later - earlier, 0.2)

        with FakeServer(script) as server, Client(server) as client:
            self.assertEqual(client.analyze("Rain fell."), RESULT)

    def test_tries_end_with_the_timeout(self) -> None:
        def script(peer: Peer) -> None:
            peer.greet()
            peer.error(peer.request().id, 64, "busy", True, retryAfter=5000)
            with self.assertRaises(EOFError):
                peer.next()

        with FakeServer(script) as server, Client(server, timeout=1) as client:
            start = time.monotonic()
            with self.assertRaises(WiredeskError) as caught:
                client.analyze("Rain fell.")
            self.assertEqual(caught.exception.code, "busy")
            self.assertLess(time.monotonic() - start, 1)

    def test_many_try_again_what_was_busy_and_the_others_go_on(self) -> None:
        def script(peer: Peer) -> None:
            peer.greet()
            refused = set()
            while len(peer.requests) < 15:
                request = peer.request()
                if request.article[-1:] in b"02468" and request.article not in refused:
                    refused.add(request.article)
                    peer.error(request.id, 64, "busy", True, retryAfter=50)
                else:
                    peer.result(request, id=request.article.decode())
                peer.credit(1, request.size)

        with FakeServer(script) as server, Client(server) as client:
            found = dict(client.analyze_many(f"story {number}" for number in range(10)))
        self.assertEqual({position: f"story {position}" for position in range(10)},
                         {position: result["id"] for position, result in found.items() if isinstance(result, dict)})

    def test_threads_share_the_connection_with_many_in_flight(self) -> None:
        def script(peer: Peer) -> None:
            peer.greet()
            batch = [peer.request() for _ in range(8)]  # None is answered before all are there.
            for request in reversed(batch):
                peer.result(request, id=request.article.decode())

        with FakeServer(script) as server, Client(server) as client, ThreadPoolExecutor(8) as pool:
            names = [f"story {number}" for number in range(8)]
            self.assertEqual([result.get("id") for result in pool.map(client.analyze, names)], names)

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
            for _ in range(2):
                peer.result(peer.request(), id="new")

        with FakeServer(old, new) as server, Client(server) as client:
            outcome = dict(client.analyze_many(["one", "two", "three"]))
        again = {**RESULT, "id": "new"}
        self.assertEqual(outcome, {0: RESULT, 1: again, 2: again})

    def test_a_lost_connection_fails_what_was_open_and_the_next_request_connects_again(self) -> None:
        def dies(peer: Peer) -> None:
            peer.greet()
            peer.next()

        def lives(peer: Peer) -> None:
            peer.greet()
            peer.result(peer.request())

        with FakeServer(dies, lives) as server, Client(server, retries=0) as client:
            with self.assertRaises(WiredeskError) as caught:
                client.analyze("Rain fell.")
            self.assertEqual((caught.exception.code, caught.exception.retryable), ("connection_lost", True))
            self.assertEqual(client.analyze("Rain fell."), RESULT)
        with FakeServer(dies, lives) as server, Client(server) as client:
            self.assertEqual(client.analyze("Rain fell."), RESULT, "it is sent again")

    def test_an_error_of_the_connection_ends_every_request(self) -> None:
        def script(peer: Peer) -> None:
            peer.greet()
            for _ in range(2):
                peer.next()
            peer.error(0, 7, "partial_frame_timeout", True)

        with FakeServer(script) as server, Client(server, retries=0) as client:
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
            peer.raw(b"\x89WDK\r\n\x1a\n")
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
            peer.result(peer.request())

        with FakeServer(script) as server, Client(server, checksums=True) as client:
            self.assertEqual(client.analyze("Rain fell."), RESULT)

    def test_priority(self) -> None:
        def script(peer: Peer) -> None:
            peer.greet()
            self.assertEqual(peer.request().frame.extensions[wire.PRIORITY], b"\x02")
            peer.result(1)

        with FakeServer(script) as server, Client(server) as client:
            self.assertEqual(client.analyze("Rain fell.", priority=2), RESULT)

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
            peer.result(peer.request())

        with (
            tempfile.TemporaryDirectory() as folder,
            FakeServer(script, path=f"{folder}/s") as server,
            Client(server) as client,
        ):
            self.assertEqual(client.analyze("Rain fell."), RESULT)

