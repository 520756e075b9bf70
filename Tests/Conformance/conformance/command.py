"""The command: `server` plays the protocol's rules to a server, `client` to a client."""

from __future__ import annotations

import argparse
import sys

from .case import Case
from .client import Client
from .clients import client_cases
from .report import report
from .rules import server_rule_cases
from .server import Server, read_token
from .vector_cases import server_vector_cases


def main(arguments: list[str] | None = None) -> int:
    """The exit code: 0 if every case passed, 1 if one failed, 64 for wrong usage, 69 if nobody answers."""
    parser = argparse.ArgumentParser(prog="conformance", description="Plays protocol.md; prints TAP.")
    parser.add_argument("--list", action="store_true", help="print the cases instead of playing them")
    parser.add_argument("--only", metavar="TEXT", help="only cases with this in their section or title")
    parser.add_argument("--quick", action="store_true", help="leave out what takes its time by the rule itself")
    commands = parser.add_subparsers(dest="peer", required=True)
    server = commands.add_parser("server", help="play a client to a server")
    server.add_argument("--server", default="wiredesk://127.0.0.1:7411", metavar="URI")
    server.add_argument("--token-file", metavar="FILE", help="the token to prove, NAME SECRET")
    server.add_argument("--tls-ca", metavar="FILE", help="PEM file of who may vouch for the server")
    server.add_argument("--patience", type=float, default=10, metavar="SECONDS", help="for one answer (default: 10)")
    client = commands.add_parser("client", help="play servers, good and bad, to a client")
    client.add_argument("command", help="analyses standard input; {server} stands for the server's address")
    client.add_argument("--jobs", type=int, default=4, metavar="N", help="clients at the same time (default: 4)")
    options = parser.parse_args(arguments)

    is_server = options.peer == "server"
    cases = chosen([*server_vector_cases(), *server_rule_cases()] if is_server else list(client_cases()), options)
    if options.list:
        print("\n".join(case.name for case in cases))
        return 0
    peer: Server | Client
    try:
        if is_server:
            peer = Server(options.server, read_token(options.token_file), options.tls_ca, options.patience)
            peer.plain().close()
        else:
            peer = Client(options.command)
    except (OSError, ValueError) as error:
        print(f"conformance: {error}", file=sys.stderr)
        return 69 if isinstance(error, OSError) else 64
    return 1 if report(cases, peer, sys.stdout, 1 if is_server else options.jobs) else 0


def chosen(cases: list[Case], options: argparse.Namespace) -> list[Case]:
    return [
        case
        for case in cases
        if (not options.only or options.only.lower() in case.name.lower()) and not (options.quick and case.lasts)
    ]
