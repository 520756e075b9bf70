"""Redis Streams: consumers that are killed lose nothing."""

from __future__ import annotations

import importlib.util
import json
import sys
import tempfile
import unittest
from collections import Counter
from typing import Any

from desk import DEPLOY, ROOT, Running, article, free_port, needs, server, until

HAS_CLIENT = importlib.util.find_spec("redis") is not None
ARTICLES = 1000


@needs("redis-server")
@unittest.skipUnless(HAS_CLIENT, "missing: the package redis")
class Consumers(unittest.TestCase):
    def setUp(self) -> None:
        import redis

        port = free_port()
        folder = self.enterContext(tempfile.TemporaryDirectory())
        self.enterContext(Running("redis-server", "--port", str(port), "--bind", "127.0.0.1", "--dir", folder, "--save", ""))
        self.url = f"redis://127.0.0.1:{port}"
        self.store: Any = redis.Redis.from_url(self.url)
        until(self.answers)

    def answers(self) -> bool:
        import redis

        try:
            return bool(self.store.ping())
        except redis.ConnectionError:
            return False

    def consumer(self, uri: str, name: str) -> Running:
        command = [sys.executable, str(DEPLOY / "redis" / "consumer.py"), "--redis", self.url, "--server", uri, "--name",
                   name, "--timeout", "2", "--claim-after", "2.5", "--batch", "16"]  # fmt: skip
        return Running(*command, PYTHONPATH=str(ROOT / "Examples" / "python"))

    def outcomes(self) -> Counter[str]:
        return Counter(fields[b"article"].decode() for _, fields in self.store.xrange("results"))

    def test_a_consumer_killed_at_work_loses_nothing(self) -> None:
        desk = server(self)
        ids = [self.store.xadd("articles", {"text": article(number), "stages": '["reading"]', "url": f"https://example.org/{number}"}).decode()
               for number in range(ARTICLES)]  # fmt: skip
        ids.append(self.store.xadd("articles", {"text": ""}).decode())
        with self.consumer(desk.uri, "first") as first:
            until(lambda: self.store.xlen("results") > ARTICLES // 4)
            first.kill()
        self.assertLess(self.store.xlen("results"), ARTICLES, "it was done before it was killed")
        with self.consumer(desk.uri, "second"):
            until(lambda: len(self.outcomes()) == len(ids), 60)
            until(lambda: self.store.xpending("articles", "wiredesk")["pending"] == 0)
        self.assertEqual(self.outcomes(), Counter(ids), "lost, or twice")
        found = {fields[b"article"].decode(): fields for _, fields in self.store.xrange("results")}
        self.assertEqual(json.loads(found[ids[-1]][b"error"])["code"], "empty_article")
        self.assertEqual(json.loads(found[ids[7]][b"result"])["article"]["url"], "https://example.org/7")
        self.assertEqual(desk.stop(), 0)

    def test_articles_wait_while_the_server_is_away(self) -> None:
        port = free_port()
        uri = f"wiredesk://127.0.0.1:{port}"
        id = self.store.xadd("articles", {"text": article(1)}).decode()
        with self.consumer(uri, "patient"):
            until(lambda: self.store.exists("articles") and self.store.xinfo_groups("articles")
                  and self.store.xpending("articles", "wiredesk")["pending"] == 1)  # fmt: skip
            self.assertEqual(self.store.xlen("results"), 0)
            desk = server(self, "--listen", f"127.0.0.1:{port}")
            until(lambda: self.outcomes() == Counter([id]), 30)
        self.assertEqual(desk.stop(), 0)
