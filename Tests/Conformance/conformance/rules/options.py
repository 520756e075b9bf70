"""Options: what each of them does, and what it must not be."""

from __future__ import annotations

from typing import Any

from generator.wire import Raw

from ..case import Cases, check, equal
from ..server import Server

cases = Cases()
STORY = (
    "Mara Quill opened the harbour bridge of Port Esker on Monday. The bridge cost 422 million euros. "
    "It took nine years to build. The old ferry makes its last trip on Friday. "
    "Fishermen had fought against the piers for a long time. The mayor of Port Esker praised Quill.\n"
).encode()
PAGE = b"<html><body><article><h1>Bridge opens</h1><p>" + STORY + b"</p></article></body></html>"


@cases.rule("Options", "id comes back, whatever characters it has")
def _(server: Server) -> None:
    with server.link() as link:
        for encoding in ("json", "cbor"):
            for id in ("a", "\U0001f4f0 \u0000 \"\\", "x" * 1000):
                equal(link.analyze({"id": id}, encoding=encoding)["id"], id, "id of the result")
        check("id" not in link.analyze({}), "an id that nobody gave")


@cases.rule("Options", "content says whether markup is markup")
def _(server: Server) -> None:
    with server.link() as link:
        as_page = link.analyze({"content": "html"}, PAGE)["article"]["text"]
        as_text = link.analyze({"content": "text"}, PAGE)["article"]["text"]
        check("<p>" not in as_page, "markup in the text of a page")
        check("<p>" in as_text, "markup was read in plain text")
        equal(link.analyze({}, PAGE)["article"]["text"], as_page, "text with content auto")


@cases.rule("Options", "charset tells the encoding, and a byte order mark outweighs it")
def _(server: Server) -> None:
    text = "Złota Brama otwarta. Marszałek przyjechał w poniedziałek do Świętej Wsi."
    with server.link() as link:
        for options, article in (
            ({"charset": "iso-8859-2"}, text.encode("iso-8859-2")),
            ({"charset": "UTF-8"}, text.encode()),
            ({"charset": "iso-8859-1"}, b"\xef\xbb\xbf" + text.encode()),
            ({"charset": "utf-8"}, b"\xff\xfe" + text.encode("utf-16-le")),
        ):
            found = link.analyze({**options, "content": "text"}, article)["article"]["text"]
            check(found.endswith("Świętej Wsi."), f"{options}: {found!r}")


@cases.rule("Options", "url and published are taken over")
def _(server: Server) -> None:
    with server.link() as link:
        article = link.analyze({"url": "https://example.org/bridge", "published": "2022-07-16"}, STORY)["article"]
        equal(article.get("url"), "https://example.org/bridge", "url")
        equal(article.get("published"), "2022-07-16", "published")


@cases.rule("Options", "verbatim makes the input the text, to the last character")
def _(server: Server) -> None:
    text = "\n  Sign up for our newsletter \r\n\r\n\r\nBridge\nopens  <b>now</b>\t \n"
    with server.link() as link:
        article = link.analyze({"verbatim": True}, text.encode())["article"]
        equal(article["text"], text, "clean text")
        check("removed" not in article, "something was removed")


@cases.rules("Options", [(f"stages {stages}", stages) for stages in ([], ["reading"], ["entities"], ["summary"],
             ["summary", "reading"], ["reading", "entities", "summary"])])  # fmt: skip
def _(server: Server, stages: list[str]) -> None:
    with server.link() as link:
        result = link.analyze({"stages": stages}, STORY)
        ran = [stage["name"] for stage in result["stages"]]
        equal(ran, [name for name in ("reading", "entities", "summary") if name in stages or name == "reading"], "stages")
        equal(("entities" in result, "quotes" in result), ("entities" in stages,) * 2, "entities and quotes")
        equal(("summary" in result, "keyphrases" in result), ("summary" in stages,) * 2, "summary and key phrases")


@cases.rule("Options", "sentences, words and ratio bound the summary")
def _(server: Server) -> None:
    with server.link() as link:
        for count in (1, 2, 4, 1000):
            sentences = link.analyze({"sentences": count}, STORY)["summary"]["sentences"]
            check(1 <= len(sentences) <= count, f"{len(sentences)} sentences instead of {count}")
        for count in (15, 30):
            words = link.analyze({"words": count}, STORY)["summary"]["text"].split()
            check(len(words) <= count, f"{len(words)} words instead of {count}")
        result = link.analyze({"ratio": 1}, STORY)
        equal(len(result["summary"]["sentences"]), len(result["article"]["sentences"]), "sentences at a ratio of 1")
        check(len(link.analyze({"ratio": 0.4}, STORY)["summary"]["sentences"]) < 5, "no summary at a ratio of 0.4")


@cases.rule("Options", "without timings the same bytes come for the same request")
def _(server: Server) -> None:
    with server.link() as link:
        for encoding in ("json", "cbor"):
            payloads = {link.final(link.request({"timings": False}, STORY, encoding=encoding)).payload for _ in range(3)}
            equal(len(payloads), 1, f"different results in {encoding}")
        stages = link.analyze({"timings": False}, STORY)["stages"]
        check(not any("microseconds" in stage for stage in stages), "timings although none were wanted")
        stages = link.analyze({}, STORY)["stages"]
        check(all("microseconds" in stage for stage in stages), "no timings")


WRONG: list[tuple[str, Any, str]] = [
    ("a mistyped key", {"sentances": 3}, "unknown_option"),
    ("a key in other case", {"Sentences": 3}, "unknown_option"),
    ("a list", Raw(b"[]"), "bad_body"),
    ("a cut map", Raw(b'{"id":"a"'), "bad_body"),
    ("a key twice", Raw(b'{"id":"a","id":"a"}'), "bad_body"),
    ("a null", {"id": None}, "bad_body"),
    ("a number for a text", {"id": 1}, "bad_body"),
    ("a text for a number", {"sentences": "3"}, "bad_body"),
    ("a fraction for an integer", Raw(b'{"sentences":3.0}'), "bad_body"),
    ("a text for a boolean", {"verbatim": "yes"}, "bad_body"),
    ("a text for a list", {"stages": "reading"}, "bad_body"),
    ("an unknown content", {"content": "pdf"}, "bad_option"),
    ("an unknown stage", {"stages": ["reading", "translation"]}, "bad_option"),
    ("an unknown unit", {"offsets": "bytes"}, "bad_option"),
    ("an integer of 65 bits", Raw(b'{"sentences":9223372036854775808}'), "bad_option"),
    ("no sentences", {"sentences": 0}, "bad_option"),
    ("1001 sentences", {"sentences": 1001}, "bad_option"),
    ("-1 words", {"words": -1}, "bad_option"),
    ("100 001 words", {"words": 100_001}, "bad_option"),
    ("a ratio of 0", {"ratio": 0}, "bad_option"),
    ("a ratio above 1", {"ratio": 1.01}, "bad_option"),
    ("two lengths", {"sentences": 3, "words": 50}, "bad_option"),
    ("three lengths", {"sentences": 3, "words": 50, "ratio": 0.5}, "bad_option"),
    ("verbatim HTML", {"verbatim": True, "content": "html"}, "bad_option"),
    ("a date that is none", {"published": "2022-13-41"}, "bad_option"),
    ("an unknown charset", {"charset": "klingon-8"}, "unsupported_charset"),
]


@cases.rules("Options", [(f"{title} is {error}", (options, error)) for title, options, error in WRONG])
def _(server: Server, what: tuple[Any, str]) -> None:
    with server.link() as link:
        link.refused(link.request(what[0], STORY), what[1])
        link.analyze()
