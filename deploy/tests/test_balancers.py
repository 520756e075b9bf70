"""HAProxy and nginx in front of two servers, of which one dies or drains while work is in flight."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import tempfile
import threading
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from desk import (
    ASKER,
    BINARY,
    DEPLOY,
    ROOT,
    LaunchedServer,
    Running,
    article,
    corpus,
    free_port,
    line,
    needs,
    server,
    until,
)
from wiredesk import Client, tls_context

ARTICLES = 2000


def requests_of(port: int) -> int:
    pairs = dict(pair.split("=", 1) for pair in line(port, "STATS").split())
    return int(pairs.get("requests", 0))


def behind(test: unittest.TestCase, *arguments: str) -> LaunchedServer:
    """A server that takes the word of a balancer on this machine for where a connection comes from."""
    return server(test, "--proxy-from", "127.0.0.1", *arguments)


class Work:
    """Eight clients that send articles through an address; an event when half are done."""

    def __init__(self, uri: str, count: int = ARTICLES) -> None:
        self.half = threading.Event()
        self.results: dict[int, str] = {}
        self.failures: dict[int, str] = {}
        self._uri = uri
        self._count = count
        self._threads = [threading.Thread(target=self._work, args=(share,)) for share in range(8)]
        for thread in self._threads:
            thread.start()

    def _work(self, share: int) -> None:
        numbers = range(share, self._count, 8)
        with Client(self._uri, timeout=60) as client:
            for position, outcome in client.analyze_many((article(number) for number in numbers), stages=["reading"]):
                if isinstance(outcome, dict):
                    self.results[numbers[position]] = outcome["article"]["text"] + outcome["article"].get("title", "")
                else:
                    self.failures[numbers[position]] = str(outcome)
                if len(self.results) >= self._count // 2:
                    self.half.set()

    def done(self) -> None:
        for thread in self._threads:
            thread.join(120)


class Balanced(unittest.TestCase):
    def check(self, work: Work) -> None:
        self.assertEqual(work.failures, {})
        self.assertEqual(sorted(work.results), list(range(ARTICLES)), "lost")
        for number, text in work.results.items():
            self.assertIn(f"{number} million euros", text)

    def kill_in_the_middle(self, victim: LaunchedServer, port: int) -> None:
        """Kills one of the servers while articles are sent to the balancer, and sees that none is lost."""
        work = Work(f"wiredesk://127.0.0.1:{port}")
        work.half.wait(60)
        taken = requests_of(victim.address[1])
        victim.process.send_signal(signal.SIGKILL)
        victim.process.wait()
        work.done()
        self.check(work)
        self.assertGreater(taken, 0, "the one that was killed had nothing to do")


@needs("haproxy")
class HAProxy(Balanced):
    def balancer(self, port: int, *servers: int, config: str = "haproxy.cfg", **more: str) -> Running:
        a, b = (f"127.0.0.1:{number}" for number in servers)
        return Running(
            "haproxy", "-f", str(DEPLOY / "haproxy" / config), "-db",
            WIREDESK_BIND=f"127.0.0.1:{port}", WIREDESK_A=a, WIREDESK_B=b, **more,
        )  # fmt: skip

    def test_a_server_killed_with_requests_in_flight_loses_none(self) -> None:
        a, b, port = behind(self), behind(self), free_port()
        with self.balancer(port, a.address[1], b.address[1]):
            until(lambda: line(port, "HEALTH") == "OK")
            self.kill_in_the_middle(a, port)
            self.assertGreater(requests_of(b.address[1]), ARTICLES // 4)
        b.stop()

    def test_batch_survives_it_too(self) -> None:
        a, b, port = behind(self), behind(self), free_port()
        with tempfile.TemporaryDirectory() as folder, self.balancer(port, a.address[1], b.address[1]):
            until(lambda: line(port, "HEALTH") == "OK")
            output = Path(folder) / "results.jsonl"
            batch = subprocess.Popen([BINARY, "batch", "--server", f"wiredesk://127.0.0.1:{port}", "--stages", "reading",
                                      "--input", corpus(Path(folder) / "articles.jsonl", ARTICLES), "--output", output])  # fmt: skip
            # One connection: whoever has it is killed.
            until(lambda: requests_of(a.address[1]) + requests_of(b.address[1]) > ARTICLES // 4)
            busy, other = (a, b) if requests_of(a.address[1]) else (b, a)
            busy.process.send_signal(signal.SIGKILL)
            busy.process.wait()
            self.assertEqual(batch.wait(120), 0)
            found = [json.loads(one) for one in output.read_text().splitlines()]
            self.assertEqual([one["id"] for one in found], [f"a{number}" for number in range(ARTICLES)])
            self.assertTrue(all("result" in one for one in found))
            self.assertGreater(requests_of(other.address[1]), 0)
        other.stop()

    def test_a_server_that_drains_answers_what_it_has_and_gets_no_more(self) -> None:
        a, b, port = behind(self), behind(self), free_port()
        with self.balancer(port, a.address[1], b.address[1]):
            until(lambda: line(port, "HEALTH") == "OK")
            work = Work(f"wiredesk://127.0.0.1:{port}")
            work.half.wait(60)
            self.assertEqual(a.stop(), 0)
            work.done()
            self.check(work)
            with ThreadPoolExecutor(8) as pool:
                answers = list(pool.map(lambda _: line(port, "HEALTH"), range(8)))
            self.assertEqual(answers, ["OK"] * 8)
        b.stop()

    def test_the_log_has_the_clients_address(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            script = ROOT / "Tests" / "TestCertificates" / "make.sh"
            subprocess.run(["bash", script], cwd=folder, check=True, capture_output=True)
            identity = ("--tls-cert", f"{folder}/server.pem", "--tls-key", f"{folder}/server.key")
            trust = {"WIREDESK_CA": f"{folder}/root.pem", "WIREDESK_NAME": "localhost"}
            for config, arguments, greeting in (("haproxy.cfg", (), "OK"), ("haproxy-tls.cfg", identity, "ERR ")):
                with self.subTest(config):
                    a, b, port = behind(self, *arguments), behind(self, *arguments), free_port()
                    with self.balancer(port, a.address[1], b.address[1], config=config, **trust):
                        until(lambda: line(port, "HEALTH").startswith(greeting))
                        until(lambda: line(port, "HEALTH").startswith(greeting))
                    self.assertEqual((a.stop(), b.stop()), (0, 0))
                    found = re.findall(r"peer=([\d.]+):\d+ proxy=([\d.]+):", a.log + b.log)
                    self.assertGreaterEqual(found.count((ASKER, "127.0.0.1")), 2, a.log + b.log)
                    self.assertNotIn("sent no PROXY header", a.log + b.log)

    def test_tls_passes_through(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            script = ROOT / "Tests" / "TestCertificates" / "make.sh"
            subprocess.run(["bash", script], cwd=folder, check=True, capture_output=True)
            identity = ("--tls-cert", f"{folder}/server.pem", "--tls-key", f"{folder}/server.key")
            a, b, port = behind(self, *identity), behind(self, *identity), free_port()
            trust = {"WIREDESK_CA": f"{folder}/root.pem", "WIREDESK_NAME": "localhost"}
            with self.balancer(port, a.address[1], b.address[1], config="haproxy-tls.cfg", **trust):
                until(lambda: line(port, "HEALTH").startswith("ERR "))  # Plain words get through to a TLS server.
                context = tls_context(f"{folder}/root.pem")
                with Client(f"wiredesks://localhost:{port}", tls=context) as client:
                    client.ping()
                    a.process.kill()
                    a.process.wait()
                    for _ in range(5):
                        self.assertIn("article", client.analyze(article(1)))
            b.stop()


@needs("nginx")
class Nginx(Balanced):
    def test_a_server_killed_with_requests_in_flight_loses_none(self) -> None:
        a, b, port = server(self), server(self), free_port()
        with tempfile.TemporaryDirectory() as folder:
            config = (DEPLOY / "nginx" / "nginx.conf").read_text()
            for found, wanted in (("10.0.0.11:7411", f"127.0.0.1:{a.address[1]}"), ("10.0.0.12:7411", f"127.0.0.1:{b.address[1]}"),
                                  ("listen 7411", f"listen 127.0.0.1:{port}")):  # fmt: skip
                self.assertIn(found, config)
                config = config.replace(found, wanted)
            file = Path(folder) / "nginx.conf"
            file.write_text(f"daemon off;\npid {folder}/pid;\nerror_log {folder}/error.log;\n{config}")
            with Running("nginx", "-c", str(file)):
                until(lambda: line(port, "HEALTH") == "OK")
                self.kill_in_the_middle(a, port)
        b.stop()
