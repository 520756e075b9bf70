"""The client with a real server: WIREDESK_BIN names the executable, and without it everything here is skipped."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from typing import Any, ClassVar

from conformance.launch import LaunchedServer
from wiredesk import Client, Token, WiredeskError, tls_context

from . import ROOT

BINARY = os.environ.get("WIREDESK_BIN", "")
ARTICLE = (
    "Harbour bridge opens after nine years\n\n"
    "Mara Quill opened the harbour bridge of Port Esker on Monday. The bridge took nine years to build.\n"
)


def cut(text: str, span: dict[str, int], unit: str) -> str:
    """The stretch of the text that a span counts in the unit."""
    if unit == "scalar":
        return text[span["start"] : span["end"]]
    encoding, width = {"utf8": ("utf-8", 1), "utf16": ("utf-16-le", 2)}[unit]
    return text.encode(encoding)[width * span["start"] : width * span["end"]].decode(encoding)


@unittest.skipUnless(BINARY, "WIREDESK_BIN does not name a wiredesk executable")
class RealServer(unittest.TestCase):
    server: ClassVar[LaunchedServer]

    @classmethod
    def setUpClass(cls) -> None:
        cls.server = LaunchedServer(BINARY)

    @classmethod
    def tearDownClass(cls) -> None:
        cls.server.stop()

    def test_analyze(self) -> None:
        for checksums in (False, True):
            for compress in (False, True):
                with Client(self.server.uri, checksums=checksums, compress=compress) as client:
                    self.assertLess(client.ping(), 10)
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

    def test_tokens(self) -> None:
        with tempfile.NamedTemporaryFile() as file:
            file.write(b"crawler 0123456789abcdef\n")
            file.flush()
            server = LaunchedServer(BINARY, "--token-file", file.name)
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
            script = ROOT / "Tests" / "TestCertificates" / "make.sh"
            subprocess.run(["bash", script], cwd=folder, check=True, capture_output=True)
            identity = ["--tls-cert", f"{folder}/server.pem", "--tls-key", f"{folder}/server.key"]
            server = LaunchedServer(BINARY, *identity, "--tls-client-ca", f"{folder}/root.pem")
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

    def test_threads_share_one_connection(self) -> None:
        with Client(self.server.uri) as client, ThreadPoolExecutor(8) as pool:
            names = [f"story {number}" for number in range(64)]
            results = pool.map(lambda name: client.analyze(ARTICLE, id=name), names)
            self.assertEqual([result.get("id") for result in results], names)
