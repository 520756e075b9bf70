"""The conformance tests against the executable (WIREDESK_BIN) and the Python client, and whether they can fail."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import unittest.mock
from pathlib import Path

from conformance import ROOT
from conformance.case import Case
from conformance.client import Client
from conformance.clients import client_cases
from conformance.launch import LaunchedServer
from conformance.report import play, report
from conformance.rules import server_rule_cases
from conformance.server import Server
from conformance.vector_cases import server_vector_cases
from spoiler import SPOILS, Spoiler
from wiredesk import Token

BINARY = os.environ.get("WIREDESK_BIN", "")
PYTHON_CLIENT = f"{sys.executable} -m wiredesk --timeout 5 --server {{server}} -"
TOKEN = "crawler 0123456789abcdef"


def server_cases() -> list[Case]:
    return [case for case in (*server_vector_cases(), *server_rule_cases()) if not case.lasts]


class Suite(unittest.TestCase):
    def test_there_are_many_cases_and_each_has_a_name_of_its_own(self) -> None:
        for cases, least in ((server_cases(), 600), (list(client_cases()), 200)):
            self.assertGreater(len(cases), least)
            names = [case.name for case in cases]
            self.assertEqual(sorted(set(names)), sorted(names))

    def passes(self, cases: list[Case], peer: Server | Client, skipped: int, jobs: int = 1) -> None:
        out = io.StringIO()
        self.assertEqual(report(cases, peer, out, jobs), 0, "\n".join(failures(out.getvalue())))
        self.assertLessEqual(out.getvalue().count("# SKIP"), skipped, "skipped")

    @unittest.skipUnless(BINARY, "WIREDESK_BIN does not name a wiredesk executable")
    def test_server(self) -> None:
        server = LaunchedServer(BINARY)
        self.passes(server_cases(), Server(server.uri), skipped=30)
        self.assertEqual(server.stop(), 0)

    @unittest.skipUnless(BINARY, "WIREDESK_BIN does not name a wiredesk executable")
    def test_server_that_asks_for_tokens(self) -> None:
        with tempfile.NamedTemporaryFile("w") as file:
            file.write(TOKEN + "\n")
            file.flush()
            server = LaunchedServer(BINARY, "--token-file", file.name)
            chosen = [case for case in server_cases() if case.section in ("Authentication", "Line mode", "CRC-32")]
            self.passes(chosen, Server(server.uri, Token.read(file.name)), skipped=10)
            self.assertEqual(server.stop(), 0)

    @unittest.skipUnless(BINARY and shutil.which("openssl"), "no WIREDESK_BIN, or no openssl command")
    def test_server_inside_tls(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            script = ROOT / "Tests" / "TestCertificates" / "make.sh"
            subprocess.run(["bash", script], cwd=folder, check=True, capture_output=True)
            server = LaunchedServer(BINARY, "--tls-cert", f"{folder}/server.pem", "--tls-key", f"{folder}/server.key")
            chosen = [case for case in server_cases() if case.section in ("TLS", "Half-close", "Line mode", "Preface")]
            uri = server.uri.replace("wiredesk:", "wiredesks:")
            self.passes(chosen, Server(uri, None, f"{folder}/root.pem"), skipped=5)
            self.assertEqual(server.stop(), 0)

    @unittest.skipUnless(BINARY, "WIREDESK_BIN does not name a wiredesk executable")
    def test_executable_as_a_client(self) -> None:
        command = f"{BINARY} analyze --format json --timeout 5s --server {{server}} -"
        self.passes(brief(client_cases()), Client(command), skipped=20, jobs=4)

    def test_python_client(self) -> None:
        environment = {"PYTHONPATH": str(ROOT / "Examples" / "python")}
        with unittest.mock.patch.dict(os.environ, environment):
            self.passes(brief(client_cases()), Client(PYTHON_CLIENT), skipped=20, jobs=4)


def brief(cases: object) -> list[Case]:
    """What a change may break, in seconds: of the vectors, which read bodies that unit tests read as well, every
    eighth."""
    chosen: list[Case] = [case for case in cases if not case.lasts]  # type: ignore[attr-defined]
    vectors = [case for case in chosen if case.title.startswith("vector ")]
    return [case for case in chosen if case not in vectors] + vectors[::8]


def failures(tap: str) -> list[str]:
    return re.findall(r"^not ok .*(?:\n#.*)*", tap, re.MULTILINE)


@unittest.skipUnless(BINARY, "WIREDESK_BIN does not name a wiredesk executable")
class Strictness(unittest.TestCase):
    """A server that breaks one rule has to be caught by the cases of that rule's section."""

    def test_each_spoiled_reply_is_noticed(self) -> None:
        server = LaunchedServer(BINARY)
        try:
            for name, (section, spoil) in SPOILS.items():
                with self.subTest(name), Spoiler(server.address, spoil) as uri:
                    chosen = [case for case in server_rule_cases() if case.section == section and not case.lasts]
                    peer = Server(uri, patience=1.5)
                    self.assertTrue(any(play(case, peer).failure for case in chosen), f"{section} passed although {name}")
        finally:
            server.stop()


class Command(unittest.TestCase):
    def test_nobody_there(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, str(Path(__file__).parent), "server", "--server", f"wiredesk+unix:{folder}/none"]
            self.assertEqual(subprocess.run(command, capture_output=True).returncode, 69)

    def test_cases_are_listed_with_their_sections(self) -> None:
        command = [sys.executable, str(Path(__file__).parent), "--list", "--only", "Half-close", "server"]
        listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
        self.assertGreater(len(listed), 8)
        self.assertIn("Half-close: everything in flight is answered, then the server closes", listed)
