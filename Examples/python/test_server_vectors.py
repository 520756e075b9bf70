#!/usr/bin/env python3
"""Plays every golden vector of a client's bytes to a real server, and this client's API with it.

    WIREDESK_BIN=.build/release/wiredesk python3 Examples/python/test_server_vectors.py

Without WIREDESK_BIN everything here is skipped.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from collections import Counter
from itertools import chain
from pathlib import Path
from typing import Any, ClassVar

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "Tests" / "Vectors"))

import reference
import wiredesk_frames as wire
from vectors import PROTOCOL, Vector, all_vectors
from wiredesk_client import Client, Token, WiredeskError, tls_context
from wiredesk_connection import PREFACE, STAGES
from wiredesk_frames import Frame, FrameDecoder, encode_frame, inflate

BINARY = os.environ.get("WIREDESK_BIN")
ERRORS = {
    int(number): name for number, name in re.findall(r"^\| (\d+) \| `(\w+)` \|", PROTOCOL.read_text(), re.MULTILINE)
}
ARTICLE = (
    "Harbour bridge opens after nine years\n\n"
    "Mara Quill opened the harbour bridge of Port Esker on Monday. The bridge took nine years to build.\n"
)
PATIENCE = 10.0
# A PING that no vector sends, to see whether the connection still works.
PROBE = 0xFEED


class Player:
    """Sends a vector and collects what comes back."""

    def __init__(self, address: tuple[str, int], vector: Vector) -> None:
        self.expect = vector.expect
        self.closed = False
        self.received = bytearray()
        self.socket = socket.create_connection(address, PATIENCE)
        self.sender = threading.Thread(target=self._send, args=(vector,), daemon=True)
        self.sender.start()

    def _send(self, vector: Vector) -> None:
        try:
            self.socket.sendall(vector.data)
            if vector.header.get("then") == "half-close":
                self.socket.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # The server closed already; what it sent says whether it should have.

    def receive(self) -> bytes:
        try:
            data = self.socket.recv(65_536)
        except ConnectionResetError:
            data = b""
        self.closed = not data
        self.received += data
        return data

    def lines(self) -> list[str]:
        expected: list[str] = self.expect["lines"]
        if not self.expect["closes"]:
            self.sender.join(PATIENCE)
            self.socket.sendall(b"PING\n")
            expected = [*expected, "PONG"]
        while not self.closed and (self.expect["closes"] or self.received.count(b"\n") < len(expected)):
            self.receive()
        lines = self.received.decode("ascii").splitlines()
        if not self.expect["closes"]:
            lines.pop()
        return [
            pattern if pattern.endswith("*") and line.startswith(pattern[:-1]) else line
            for line, pattern in zip(lines, [*self.expect["lines"], *lines], strict=False)
        ]

    def replies(self) -> list[Frame]:
        """Every frame but CREDIT, until the server closes or, if it should not, until it has answered a probe that is
        sent when the replies expected have come."""
        frames: list[Frame] = []
        decoder = FrameDecoder(1 << 30)
        probed = self.expect["closes"]
        while not self.closed and not any(frame.type == wire.PONG and frame.id == PROBE for frame in frames):
            if not probed and len(frames) >= len(self.expect["replies"]):
                self.sender.join(PATIENCE)
                self.socket.sendall(encode_frame(wire.PING, id=PROBE))
                probed = True
            greeted = len(self.received) >= len(PREFACE)
            data = self.receive()
            if not greeted:
                if not self.received.startswith(PREFACE[: len(self.received)]):
                    raise AssertionError(f"no preface: {bytes(self.received[:32])!r}")
                data = bytes(self.received[len(PREFACE) :])
            frames += [frame for frame in decoder.feed(data) if frame.type != wire.CREDIT]
        return [frame for frame in frames if frame.id != PROBE]

    def close(self) -> None:
        self.socket.close()


def shown(frame: Frame) -> dict[str, Any]:
    """A reply as the vectors write it, its body checked against the schema."""
    encoding = "json" if frame.flags & wire.JSON else "cbor"
    if frame.type == wire.HELLO:
        reference.read("server-hello", frame.payload, encoding)
        return {"type": "HELLO"}
    if frame.type == wire.ERROR:
        body = reference.read("error", frame.payload, encoding)
        assert body["code"] == ERRORS[frame.code], (body, frame.code)
        return {"type": "ERROR", "id": frame.id, "error": body["code"]}
    if frame.type == wire.PONG:
        return {"type": "PONG", "id": frame.id}
    reference.read("result", inflate(frame), encoding)
    if frame.type == wire.PART:
        return {"type": "PART", "id": frame.id, "stage": STAGES[frame.code]}
    return {"type": {wire.RESULT: "RESULT"}[frame.type], "id": frame.id}


class Server:
    """The executable, serving on a port of its own choice."""

    def __init__(self, *arguments: str) -> None:
        assert BINARY
        self.process = subprocess.Popen(
            [BINARY, "serve", "--listen", "127.0.0.1:0", *arguments],
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            text=True,
        )
        assert self.process.stderr
        for line in self.process.stderr:
            if found := re.match(r"wiredesk: listening on ([\d.]+):(\d+)", line):
                self.address = (found[1], int(found[2]))
                self.uri = f"wiredesk://{found[1]}:{found[2]}"
                threading.Thread(target=self._drain_output, daemon=True).start()
                return
        raise AssertionError("the server ended before it listened")

    def _drain_output(self) -> None:
        assert self.process.stderr
        with self.process.stderr as stream:
            stream.read()

    def stop(self) -> int:
        self.process.terminate()
        return self.process.wait(PATIENCE + 5)


def cut(text: str, span: dict[str, int], unit: str) -> str:
    """The stretch of the text that a span counts in the unit."""
    if unit == "scalar":
        return text[span["start"] : span["end"]]
    encoding, width = {"utf8": ("utf-8", 1), "utf16": ("utf-16-le", 2)}[unit]
    return text.encode(encoding)[width * span["start"] : width * span["end"]].decode(encoding)


@unittest.skipUnless(BINARY, "WIREDESK_BIN does not name a wiredesk executable")
class RealServer(unittest.TestCase):
    server: ClassVar[Server]

    @classmethod
    def setUpClass(cls) -> None:
        cls.server = Server()

    @classmethod
    def tearDownClass(cls) -> None:
        cls.server.stop()

    def test_vectors(self) -> None:
        vectors = list(all_vectors("server"))
        self.assertGreater(len(vectors), 100)
        for vector in vectors:
            with self.subTest(vector.path):
                self.play(vector)
        self.assertIsNone(self.server.process.poll(), "the server died")

    def play(self, vector: Vector) -> None:
        expect = vector.expect
        player = Player(self.server.address, vector)
        start = time.monotonic()
        try:
            if "lines" in expect:
                self.assertEqual(player.lines(), expect["lines"])
            else:
                replies = [shown(frame) for frame in player.replies()]
                self.assertEqual(Counter(map(repr, replies)), Counter(map(repr, expect["replies"])))
                self.assertEqual(self.ordered(replies), self.ordered(expect["replies"]))
        except TimeoutError:
            self.fail(f"no answer in {PATIENCE} s; so far: {bytes(player.received[:400])!r}")
        finally:
            player.close()
        self.assertEqual(player.closed, expect["closes"])
        self.assertLess(time.monotonic() - start, PATIENCE, "it closed late")

    @staticmethod
    def ordered(replies: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [reply for reply in replies if reply["type"] in ("HELLO", "PART")]

    def test_analyze(self) -> None:
        for checksums in (False, True):
            for compress in (False, True):
                with Client(self.server.uri, checksums=checksums, compress=compress) as client:
                    self.assertLess(client.ping(), PATIENCE)
                    result = client.analyze(ARTICLE, id="story", timings=False)
                    self.assertEqual(result["id"], "story")
                    article = result["article"]
                    for sentence in article["sentences"]:
                        text = article["text"][sentence["start"] : sentence["end"]]
                        self.assertEqual(text, text.strip())
                    self.assertEqual(result, client.analyze(ARTICLE, id="story", timings=False))

    def test_offsets_slice_the_text_in_every_unit(self) -> None:
        article = (
            "Zoë Ångström \U0001f4f0 spoke.\n\n“Déjà vu \U0001f600”, she said on Monday to all\nthose who had come to"
            " the harbour\nof Port Esker in the rain.\n\n  She left early.  \n"
        )
        with Client(self.server.uri) as client:
            found = []
            for unit in ("scalar", "utf8", "utf16"):
                result = client.analyze(article, content="text", offsets=unit)["article"]
                found.append([cut(result["text"], span, unit) for span in result["paragraphs"] + result["sentences"]])
                verbatim = [paragraph.get("pieces", [paragraph]) for paragraph in result["paragraphs"]]
                for span in chain.from_iterable(verbatim):
                    self.assertEqual(cut(article, span["source"], unit), cut(result["text"], span, unit))
        self.assertEqual(found[0], found[1])
        self.assertEqual(found[0], found[2])

    def test_streamed_parts_add_up_to_the_result(self) -> None:
        with Client(self.server.uri) as client:
            events = dict(client.stream(ARTICLE, timings=False))
        result = events.pop("result")
        self.assertEqual(list(events), ["reading", "entities", "summary"])
        merged: dict[str, Any] = {}
        for part in events.values():
            stages = merged.get("stages", []) + part["stages"]
            merged |= part | {"stages": stages}
        self.assertEqual(merged, result)

    def test_many(self) -> None:
        articles = [f"Story {number}. " + ARTICLE for number in range(300)]
        with Client(self.server.uri) as client:
            results = dict(client.analyze_many(articles, timings=False))
        self.assertEqual(len(results), len(articles))
        for position, result in results.items():
            assert isinstance(result, dict), result
            self.assertIn(f"Story {position}.", result["article"]["text"] + result["article"].get("title", ""))

    def test_errors(self) -> None:
        with Client(self.server.uri) as client:
            for code, article, options in (
                ("unknown_option", ARTICLE, {"sentances": 3}),
                ("bad_option", ARTICLE, {"sentences": 0}),
                ("empty_article", "", {}),
            ):
                with self.subTest(code), self.assertRaises(WiredeskError) as caught:
                    client.analyze(article, **options)
                self.assertEqual((caught.exception.code, caught.exception.retryable), (code, False))
            self.assertIn("article", client.analyze(ARTICLE))

    def test_leaving_streams_early_gives_the_credit_back(self) -> None:
        with Client(self.server.uri) as client:
            for _ in range(200):
                next(client.stream(ARTICLE))
            self.assertIn("article", client.analyze(ARTICLE))

    def test_a_client_that_says_no_hello_is_refused_in_time(self) -> None:
        for said in (b"", PREFACE):
            with self.subTest(said), socket.create_connection(self.server.address, PATIENCE) as peer:
                peer.sendall(said)
                received = b""
                while data := peer.recv(1000):
                    received += data
                self.assertEqual(received[:8], PREFACE)
                (frame,) = FrameDecoder().feed(received[8:])
                self.assertEqual((frame.type, frame.id, ERRORS[frame.code]), (wire.ERROR, 0, "handshake_timeout"))

    def test_stats_begin_with_the_keys_that_the_protocol_names(self) -> None:
        row = next(line for line in PROTOCOL.read_text().splitlines() if line.startswith("| `STATS` |"))
        keys = re.findall(r"`([a-z_]+)`", row)
        self.assertGreater(len(keys), 10)
        with socket.create_connection(self.server.address, PATIENCE) as peer:
            peer.sendall(b"STATS\nQUIT\n")
            with peer.makefile("r", encoding="ascii") as stream:
                line = stream.readline()
        self.assertEqual([pair.partition("=")[0] for pair in line.split()][: len(keys)], keys)

    def test_tokens(self) -> None:
        with tempfile.NamedTemporaryFile() as file:
            file.write(b"crawler 0123456789abcdef\n")
            file.flush()
            server = Server("--token-file", file.name)
            with Client(server.uri, token=Token.read(file.name)) as client:
                self.assertIn("article", client.analyze(ARTICLE))
            for token in (None, Token("crawler", b"0123456789abcdeX"), Token("editor", b"0123456789abcdef")):
                with self.subTest(token), self.assertRaises(WiredeskError) as caught:
                    Client(server.uri, token=token).ping()
                self.assertEqual(caught.exception.code, "unauthenticated")
            self.assertEqual(server.stop(), 0)

    @unittest.skipUnless(shutil.which("openssl"), "no openssl command")
    def test_tls(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            script = Path(__file__).resolve().parents[2] / "Tests" / "TestCertificates" / "make.sh"
            subprocess.run(["bash", script], cwd=folder, check=True, capture_output=True)
            identity = ["--tls-cert", f"{folder}/server.pem", "--tls-key", f"{folder}/server.key"]
            server = Server(*identity, "--tls-client-ca", f"{folder}/root.pem")
            uri = server.uri.replace("wiredesk:", "wiredesks:")
            context = tls_context(f"{folder}/root.pem")
            context.load_cert_chain(f"{folder}/client.pem", f"{folder}/client.key")
            articles = [f"Story {number}. " + ARTICLE * 50 for number in range(40)]
            with Client(uri, tls=context) as client:
                results = dict(client.analyze_many(articles, stages=["reading"], timings=False))
            self.assertEqual(sum(isinstance(result, dict) for result in results.values()), len(articles))
            for wrong in (tls_context(f"{folder}/other.pem"), tls_context(f"{folder}/root.pem")):
                with self.assertRaises(WiredeskError):
                    Client(uri, tls=wrong).ping()
            self.assertEqual(server.stop(), 0)

    def test_a_server_that_is_told_to_stop_says_goaway_and_ends(self) -> None:
        server = Server()
        with socket.create_connection(server.address, PATIENCE) as peer:
            peer.sendall(PREFACE + encode_frame(wire.HELLO, b'{"minVersion":1,"maxVersion":1}', flags=wire.JSON))
            received = peer.recv(1000)
            self.assertEqual(server.stop(), 0)
            while data := peer.recv(1000):
                received += data
        _, goaway = FrameDecoder().feed(received[8:])
        self.assertEqual((goaway.type, goaway.code, goaway.id, len(goaway.payload)), (wire.GOAWAY, 0, 0, 12))
        self.assertEqual(goaway.payload[:8], bytes(8))


if __name__ == "__main__":
    unittest.main()
