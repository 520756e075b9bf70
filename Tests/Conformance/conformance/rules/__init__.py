"""The rules that a server has to keep, by section of protocol.md."""

from . import bodies, credits, extensions, frames, handshake, lifecycle, line_mode, options, replies, requests, results, tls, tokens

MODULES = (handshake, tls, tokens, frames, extensions, requests, options, replies, credits, results, bodies, lifecycle,
           line_mode)  # fmt: skip


def server_rule_cases():  # type: ignore[no-untyped-def]
    for module in MODULES:
        yield from module.cases.all
