"""Analyses a corpus of JSON lines on a Spark cluster, with Wiredesk servers that do the work.

    (cd Examples/python && zip -r ../../wiredesk.zip wiredesk)
    spark-submit --py-files wiredesk.zip analyze_with_servers.py --server wiredesk://desk:7411 --input … --output …

Each line in is {"id", "text"|"html", "url", "published", …} and has one line out, {"id", "result"} or {"id", "error"}.
Each partition has one connection with up to `--in-flight` articles on it; what the server was too busy for is tried
again, and a server that cannot be reached fails the task, which Spark runs again.
"""

from __future__ import annotations

import argparse
import json
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from pyspark.sql import SparkSession
from wiredesk import Client, Token, WiredeskError, tls_context

# What says something about the server, not about the article.
SERVER_ERRORS = ("unreachable", "connection_lost", "unauthenticated", "tls_failed", "busy", "going_away")


@dataclass(frozen=True)
class Desk:
    """Where the work is done. Sent to the workers, where the connections are made."""

    server: str
    timeout: float
    in_flight: int
    token_file: str | None
    authorities: str | None

    def analyze_partition(self, lines: Iterable[str]) -> Iterator[str]:
        token = Token.read(self.token_file) if self.token_file else None
        tls = tls_context(self.authorities) if self.authorities else None
        with (
            Client(self.server, timeout=self.timeout, token=token, tls=tls) as client,
            ThreadPoolExecutor(self.in_flight) as pool,
        ):
            # Never more than so many lines in memory, and the answers in the lines' order.
            waiting: deque[Future[str]] = deque()
            for line in lines:
                waiting.append(pool.submit(answer, client, line))
                if len(waiting) == self.in_flight:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()


def answer(client: Client, line: str) -> str:
    id = None
    try:
        options = json.loads(line)
        id = options.get("id")
        article = options.pop("html", None)
        if article is None:
            article = options.pop("text")
        found = {"id": id, "result": client.analyze(article, **options)}
    except WiredeskError as error:
        if error.code in SERVER_ERRORS:
            raise
        found = {"id": id, "error": {"code": error.code, "message": error.message, "retryable": error.retryable}}
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        found = {"id": id, "error": {"code": "bad_input", "message": str(error), "retryable": False}}
    return json.dumps(found, ensure_ascii=False)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--server", required=True, metavar="URI")
    parser.add_argument("--input", required=True)
    parser.add_argument("--output", required=True)
    parser.add_argument("--partitions", type=int, help="at least so many (default: as the input is split)")
    parser.add_argument("--timeout", type=float, default=60, metavar="SECONDS", help="for an article, in all")
    parser.add_argument("--in-flight", type=int, default=32, metavar="N", help="articles of a partition at once")
    parser.add_argument("--token-file", metavar="FILE", help="on the workers")
    parser.add_argument("--tls-ca", metavar="FILE", help="on the workers")
    arguments = parser.parse_args()

    desk = Desk(arguments.server, arguments.timeout, arguments.in_flight, arguments.token_file, arguments.tls_ca)
    spark = SparkSession.builder.appName("wiredesk").getOrCreate()
    lines = spark.sparkContext.textFile(arguments.input, arguments.partitions)
    lines.mapPartitions(desk.analyze_partition).saveAsTextFile(arguments.output)
    spark.stop()


if __name__ == "__main__":
    main()
