"""Bodies: how maps are read, shown with options. The vectors have more of them."""

from __future__ import annotations

from generator.wire import Raw, cbor, cbor_head, frame, joined, u32
from wiredesk import frames as wire

from ..case import Cases, equal
from ..link import PREFACE
from ..server import Server

cases = Cases()


def text(value: str) -> bytes:
    return cbor(value)


READ = [
    ("CBOR", "heads need not be the shortest", "cbor",
     b"\xb8\x01" + text("sentences") + b"\x1b" + (3).to_bytes(8, "big")),
    ("CBOR", "a float of 16 bits", "cbor", b"\xa1" + text("ratio") + b"\xf9\x38\x00"),
    ("CBOR", "a float of 32 bits", "cbor", b"\xa1" + text("ratio") + b"\xfa\x3f\x00\x00\x00"),
    ("Bodies", "an integer for a number", "cbor", b"\xa1" + text("ratio") + b"\x01"),
    ("JSON", "white space", "json", b' \t\r\n{ "sentences" : 3 }\n '),
    ("JSON", "an escape in a key", "json", b'{"sent\\u0065nces":3}'),
    ("JSON", "half a surrogate pair, as U+FFFD", "json", b'{"id":"\\ud83d"}'),
]  # fmt: skip
REFUSED = [
    ("CBOR", "a map of indefinite length", "cbor", b"\xbf" + text("words") + b"\x05\xff"),
    ("CBOR", "a text of indefinite length", "cbor", b"\xa1" + text("id") + b"\x7f\x61a\xff"),
    ("CBOR", "a tag", "cbor", b"\xd9\xd9\xf7\xa0"),
    ("CBOR", "text that is not UTF-8", "cbor", b"\xa1" + text("id") + b"\x62\xc3\x28"),
    ("CBOR", "a byte string for a text", "cbor", b"\xa1" + text("id") + b"\x41a"),
    ("CBOR", "a key that is no text", "cbor", b"\xa1\x01\x01"),
    ("CBOR", "a float for an integer", "cbor", b"\xa1" + text("sentences") + cbor(3.0)),
    ("CBOR", "an infinite number", "cbor", b"\xa1" + text("ratio") + b"\xf9\x7c\x00"),
    ("CBOR", "a reserved head", "cbor", b"\xa1" + text("sentences") + b"\x1c"),
    ("CBOR", "a map that is longer than the body", "cbor", b"\xa2" + text("words") + b"\x05"),
    ("CBOR", "a text that is longer than the body", "cbor", b"\xa1" + text("id") + cbor_head(3, 2**62) + b"a"),
    ("CBOR", "a list of four thousand million items", "cbor", b"\xa1" + text("stages") + cbor_head(4, 2**32 - 1)),
    ("Bodies", "a byte behind the body", "cbor", b"\xa0\xa0"),
    ("Bodies", "a key twice", "cbor", b"\xa2" + (text("words") + b"\x05") * 2),
    ("Bodies", "a null", "cbor", b"\xa1" + text("id") + b"\xf6"),
    ("Bodies", "33 maps and lists in one another", "json", b'{"stages":' + b"[" * 32 + b"]" * 32 + b"}"),
    ("Bodies", "60 000 lists in one another", "cbor", b"\xa1" + text("stages") + b"\x81" * 60_000 + b"\x80"),
    ("JSON", "a byte order mark", "json", b"\xef\xbb\xbf{}"),
    ("JSON", "single quotes", "json", b"{'id':'a'}"),
    ("JSON", "a comma too many", "json", b'{"id":"a",}'),
    ("JSON", "a comment", "json", b'{"id":"a"/* why */}'),
    ("JSON", "NaN", "json", b'{"ratio":NaN}'),
    ("JSON", "a leading zero", "json", b'{"words":05}'),
    ("JSON", "an exponent in an integer", "json", b'{"words":1e1}'),
    ("JSON", "a line feed in a text", "json", b'{"id":"a\nb"}'),
    ("JSON", "text that is not UTF-8", "json", b'{"id":"\xff"}'),
    ("JSON", "half an escape", "json", b'{"id":"\\u12"}'),
    ("JSON", "CBOR under the flag of JSON", "json", b"\xa0"),
    ("CBOR", "JSON without its flag", "cbor", b"{}"),
]


def sent(server: Server, encoding: str, options: bytes) -> str:
    with server.link(encoding) as link:
        flags = wire.JSON if encoding == "json" else 0
        link.send(frame("REQUEST", u32(len(options)) + options + b"Rain fell.", id=1, code=1, flags=flags))
        reply = link.final(1)
        link.lives()
        return link.error(reply) if reply.type == wire.ERROR else "result"


for section, title, encoding, data in READ:

    @cases.rules(section, [(f"{title} is read", (encoding, data))])
    def _(server: Server, what: tuple[str, bytes]) -> None:
        equal(sent(server, *what), "result", "answer")


for section, title, encoding, data in REFUSED:

    @cases.rules(section, [(f"{title} is bad_body", (encoding, data))])
    def _(server: Server, what: tuple[str, bytes]) -> None:
        equal(sent(server, *what), "bad_body", "answer")


SKIPPED = [
    ("a null", "json", b'{"minVersion":1,"maxVersion":1,"later":null}'),
    ("a map that has a key twice", "json", b'{"later":{"a":1,"a":2},"minVersion":1,"maxVersion":1}'),
    ("32 maps and lists in one another", "json",
     b'{"minVersion":1,"maxVersion":1,"later":' + b"[" * 31 + b"]" * 31 + b"}"),
    ("a byte string", "cbor", b"\xa3" + text("later") + b"\x42ab" + text("minVersion") + b"\x01" + text("maxVersion") + b"\x01"),
]  # fmt: skip


@cases.rules("Versions", [(f"{title} in an unknown field of HELLO is skipped", (encoding, data))
             for title, encoding, data in SKIPPED])  # fmt: skip
def _(server: Server, what: tuple[str, bytes]) -> None:
    encoding, data = what
    with server.connect() as link:
        link.send(PREFACE + joined(frame("HELLO", Raw(data), flags=wire.JSON if encoding == "json" else 0)))
        equal(link.next().type, wire.HELLO, "answer")


@cases.rule("Versions", "a deeper one is not")
def _(server: Server) -> None:
    with server.connect() as link:
        data = b'{"minVersion":1,"maxVersion":1,"later":' + b"[" * 32 + b"]" * 32 + b"}"
        link.send(PREFACE + joined(frame("HELLO", data, flags=wire.JSON)))
        link.ends("bad_frame")
