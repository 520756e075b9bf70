"""Takes articles from a Redis stream, has a Wiredesk server analyse them, and adds the results to another stream.

    pip install redis ./Examples/python
    python3 consumer.py --redis redis://127.0.0.1:6379 --server wiredesk://127.0.0.1:7411

An entry of `articles` has the field `text` or `html`, and any option of protocol.md such as `url` or `published`. Its
entry in `results` has `article`, the id of the entry it answers, and `result` or `error`, both JSON.

At least once: the result and the acknowledgement are written in one transaction, so an article is either still pending
or has its result. What a consumer leaves pending when it dies is taken over by another after `--claim-after` seconds. An
article can be analysed twice only if its consumer was slower than that; `article` tells the duplicate.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import redis
from wiredesk import Client, Token, WiredeskError, tls_context

Entry = tuple[bytes, dict[bytes, bytes]]


@dataclass(frozen=True)
class Streams:
    articles: str
    results: str
    group: str
    consumer: str
    claim_after: float
    batch: int


class Consumer:
    def __init__(self, store: redis.Redis, desk: Client, streams: Streams) -> None:
        self.store = store
        self.desk = desk
        self.streams = streams
        self.is_stopping = threading.Event()

    def run(self) -> None:
        """Until it is told to stop; then it finishes what it has taken."""
        try:
            self.store.xgroup_create(self.streams.articles, self.streams.group, id="0", mkstream=True)
        except redis.ResponseError as error:
            if not str(error).startswith("BUSYGROUP"):
                raise
        with ThreadPoolExecutor(self.streams.batch) as pool:
            while not self.is_stopping.is_set():
                # The threads share one connection to the server.
                list(pool.map(self.process, self.take()))

    def take(self) -> list[Entry]:
        """What another consumer has left first, then what is new."""
        left: Any = self.store.xautoclaim(
            self.streams.articles,
            self.streams.group,
            self.streams.consumer,
            min_idle_time=int(self.streams.claim_after * 1000),
            count=self.streams.batch,
        )
        if left[1]:
            return list(left[1])
        new: Any = self.store.xreadgroup(
            self.streams.group,
            self.streams.consumer,
            {self.streams.articles: ">"},
            count=self.streams.batch,
            block=1000,
        )
        return [entry for _, entries in new or [] for entry in entries]

    def process(self, entry: Entry) -> None:
        id, article = entry
        answer = self.answer(article)
        if answer is None:
            return  # Stays pending: the server is away, and the article will be claimed later.
        with self.store.pipeline(transaction=True) as transaction:
            fields: dict[Any, Any] = {b"article": id, **answer}
            transaction.xadd(self.streams.results, fields)
            transaction.xack(self.streams.articles, self.streams.group, id)
            transaction.execute()

    def answer(self, fields: dict[bytes, bytes]) -> dict[bytes, str] | None:
        try:
            options = dict(self.options(fields))
            article = fields[b"html"] if b"html" in fields else fields[b"text"]
            return {b"result": json.dumps(self.desk.analyze(article, **options), ensure_ascii=False)}
        except WiredeskError as error:
            if error.retryable:
                print(f"consumer: {error}; the article stays pending", file=sys.stderr)
                self.is_stopping.wait(1)
                return None
            return {b"error": json.dumps({"code": error.code, "message": error.message})}
        except (KeyError, ValueError) as error:
            return {b"error": json.dumps({"code": "bad_input", "message": f"{type(error).__name__}: {error}"})}

    @staticmethod
    def options(fields: dict[bytes, bytes]) -> Iterator[tuple[str, Any]]:
        """Redis has texts only: numbers, booleans and lists are read as JSON where an option is one."""
        for name, value in fields.items():
            key, text = name.decode(), value
            if key in ("text", "html"):
                continue
            is_json = key in ("verbatim", "stages", "sentences", "words", "ratio", "timings")
            yield key, json.loads(text) if is_json else text.decode()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--redis", default="redis://127.0.0.1:6379", metavar="URL")
    parser.add_argument("--server", default=os.environ.get("WIREDESK_SERVER", "wiredesk://127.0.0.1:7411"), metavar="URI")
    parser.add_argument("--token-file", default=os.environ.get("WIREDESK_TOKEN_FILE"), metavar="FILE")
    parser.add_argument("--tls-ca", metavar="FILE")
    parser.add_argument("--articles", default="articles", metavar="STREAM")
    parser.add_argument("--results", default="results", metavar="STREAM")
    parser.add_argument("--group", default="wiredesk")
    parser.add_argument("--name", default=f"{socket.gethostname()}-{os.getpid()}", help="of this consumer")
    parser.add_argument("--claim-after", type=float, default=60, metavar="SECONDS")
    parser.add_argument("--batch", type=int, default=32, metavar="N", help="articles taken at once")
    parser.add_argument("--timeout", type=float, default=30, metavar="SECONDS", help="for an article, in all")
    arguments = parser.parse_args()
    if arguments.claim_after <= arguments.timeout:
        parser.error("--claim-after has to be longer than --timeout, or consumers take each other's work")

    token = Token.read(arguments.token_file) if arguments.token_file else None
    tls = tls_context(arguments.tls_ca) if arguments.tls_ca else None
    streams = Streams(
        arguments.articles, arguments.results, arguments.group, arguments.name, arguments.claim_after, arguments.batch
    )
    desk = Client(arguments.server, timeout=arguments.timeout, token=token, tls=tls)
    consumer = Consumer(redis.Redis.from_url(arguments.redis), desk, streams)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: consumer.is_stopping.set())
    consumer.run()


if __name__ == "__main__":
    main()
