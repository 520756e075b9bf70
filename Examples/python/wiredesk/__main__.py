"""Analyses one article on a Wiredesk server and prints the result."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from . import DEFAULT_SERVER, Client, Token, WiredeskError, tls_context

# Exit codes as in sysexits.h, which the wiredesk executable has as well.
BAD_INPUT, UNAVAILABLE, TRY_AGAIN = 65, 69, 75


def main() -> int:
    parser = argparse.ArgumentParser(prog="wiredesk-python", description=__doc__)
    parser.add_argument("file", help="the article, HTML or text; - for standard input")
    parser.add_argument("--server", default=os.environ.get("WIREDESK_SERVER", DEFAULT_SERVER), metavar="URI")
    parser.add_argument("--timeout", type=float, default=30.0, metavar="SECONDS")
    parser.add_argument("-o", "--option", action="append", default=[], metavar="NAME=JSON", help="such as sentences=2")
    parser.add_argument("--token-file", default=os.environ.get("WIREDESK_TOKEN_FILE"), metavar="FILE")
    parser.add_argument("--tls-ca", metavar="FILE", help="PEM file of who may vouch for the server")
    arguments = parser.parse_args()
    try:
        options = {name: json.loads(value) for name, _, value in (one.partition("=") for one in arguments.option)}
        article = sys.stdin.buffer.read() if arguments.file == "-" else Path(arguments.file).read_bytes()
        token = Token.read(arguments.token_file) if arguments.token_file else None
        tls = tls_context(arguments.tls_ca) if arguments.tls_ca else None
        with Client(arguments.server, timeout=arguments.timeout, token=token, tls=tls) as client:
            result = client.analyze(article, trace=os.environ.get("TRACEPARENT") or None, **options)
    except (OSError, ValueError) as error:
        parser.error(str(error))
    except WiredeskError as error:
        print(f"wiredesk-python: {error}" + (f" (trace {error.trace})" if error.trace else ""), file=sys.stderr)
        if error.code in ("unreachable", "unauthenticated", "tls_failed"):
            return UNAVAILABLE
        return TRY_AGAIN if error.retryable else BAD_INPUT
    json.dump(result, sys.stdout, ensure_ascii=False, indent=2)
    print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
