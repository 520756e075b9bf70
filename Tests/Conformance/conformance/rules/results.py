"""Result: what every position in it has to mean. The schema is checked on every reply anyway."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..case import Cases, check, equal
from ..server import Server

cases = Cases()
TEXT = (
    "Zoë Ångström opens \U0001f309 bridge\nBy Mara Quill\n\n"
    "Mara Quill opened the harbour\nbridge of Port Esker on Monday, 4 March 2024. “It was a long wait \U0001f600,” the mayor,\n"
    "Tomas Brandt, said. The bridge cost 422 million euros, 12 percent more\nthan planned.\n\n"
    "Sign up for our newsletter\n\n"
    "  The old ferry makes its last trip on Friday. The Port Esker Ferry Company (PEFC) lets forty people go.  \n"
)
PAGE = (
    "<!doctype html><html lang=en><head><title>Bridge opens - The Esker Post</title></head><body><nav><a href=/>Home</a>"
    "</nav><article><h1>Bridge opens</h1><p>Mara Quill opened the harbour bridge of Port Esker on Monday. The bridge cost "
    "422 million euros.</p><h2>A long wait</h2><ul><li>Nine years of building \U0001f600</li></ul><blockquote><p>We waited "
    "for a long time.</p></blockquote><p>The old ferry makes its last trip on Friday.</p></article></body></html>"
)
UNITS = {"scalar": ("utf-32-le", 4), "utf8": ("utf-8", 1), "utf16": ("utf-16-le", 2)}


def cut(text: str, span: dict[str, Any], unit: str) -> str:
    encoding, width = UNITS[unit]
    data = text.encode(encoding)
    start, end = span["start"] * width, span["end"] * width
    check(0 <= start <= end <= len(data), f"span {span} outside of {len(data) // width} {unit} units")
    try:
        return data[start:end].decode(encoding)
    except UnicodeDecodeError:
        check(False, f"span {span} splits a character")
        raise


def clean_spans(value: Any) -> Iterator[dict[str, Any]]:
    """Every span into the clean text."""
    if isinstance(value, dict):
        if "start" in value and "end" in value:
            yield value
        for key, item in value.items():
            if key != "source":
                yield from clean_spans(item)
    elif isinstance(value, list):
        for item in value:
            yield from clean_spans(item)


def analyzed(server: Server, article: str, unit: str = "scalar", **options: Any) -> dict[str, Any]:
    with server.link(codecs=["zlib"]) as link:
        return link.analyze({"offsets": unit, "timings": False, **options}, article.encode())


@cases.rules("Spans", [(f"all of them lie in the text and split no character, in {unit} units of a {name}", (unit, article))
             for unit in UNITS for name, article in (("text", TEXT), ("page", PAGE))])  # fmt: skip
def _(server: Server, what: tuple[str, str]) -> None:
    unit, article = what
    result = analyzed(server, article, unit)
    text = result["article"]["text"]
    spans = list(clean_spans(result))
    check(len(spans) > 10, f"only {len(spans)} spans")
    reference = [cut(text, span, "scalar") for span in clean_spans(analyzed(server, article))]
    equal([cut(text, span, unit) for span in spans], reference, f"what the spans in {unit} units cover")


@cases.rules("Spans", [(f"each paragraph of a text leads back to the input, in {unit} units", unit) for unit in UNITS])
def _(server: Server, unit: str) -> None:
    article = analyzed(server, TEXT, unit, content="text")["article"]
    pieces = 0
    for paragraph in article["paragraphs"]:
        for stretch in paragraph.get("pieces", [paragraph]):
            equal(cut(article["text"], stretch, unit), cut(TEXT, stretch["source"], unit), "a stretch of the text")
        pieces += len(paragraph.get("pieces", []))
        for one, two in zip(paragraph.get("pieces", []), paragraph.get("pieces", [])[1:], strict=False):
            check(0 <= two["start"] - one["end"] <= 1, f"pieces {one} and {two} are apart")
    check(pieces > 0, "no pieces although lines were broken")


@cases.rule("Spans", "verbatim spans are the same in both texts")
def _(server: Server) -> None:
    for paragraph in analyzed(server, TEXT, verbatim=True)["article"]["paragraphs"]:
        source = paragraph["source"]
        equal((source["start"], source["end"]), (paragraph["start"], paragraph["end"]), "source of a paragraph")


@cases.rules("Article", [("of a text", TEXT), ("of a page", PAGE)])
def _(server: Server, source: str) -> None:
    article = analyzed(server, source)["article"]
    text, paragraphs = article["text"], article["paragraphs"]
    equal("\n\n".join(text[one["start"] : one["end"]] for one in paragraphs), text, "paragraphs joined")
    for sentence in article["sentences"]:
        home = paragraphs[sentence["paragraph"]]
        check(home["start"] <= sentence["start"] < sentence["end"] <= home["end"], f"{sentence} crosses {home}")
        cleaned = text[sentence["start"] : sentence["end"]]
        equal(cleaned, cleaned.strip(), "a sentence")
    starts = [sentence["start"] for sentence in article["sentences"]]
    equal(starts, sorted(starts), "order of the sentences")
    check(article["wordCount"] > 10 and article["readingSeconds"] > 0, "no words")
    for name in ("title", "subtitle", "siteName", "language"):
        check(article.get(name) != "", f"{name} is empty")
    for one in article.get("removed", []):
        check(one["text"], "something of no text was removed")


@cases.rule("Article", "what was removed from a text is where its source says")
def _(server: Server) -> None:
    removed = analyzed(server, TEXT, content="text")["article"].get("removed", [])
    check(removed, "nothing was removed")
    for one in removed:
        if "source" in one:
            equal(" ".join(cut(TEXT, one["source"], "scalar").split()), one["text"], "a removal")


@cases.rules("Entities and quotes", [("of a text", TEXT), ("of a page", PAGE)])
def _(server: Server, source: str) -> None:
    result = analyzed(server, source)
    entities = result["entities"]
    check(entities, "no entities")
    equal(len({entity["id"] for entity in entities}), len(entities), "different ids")
    check(min(entity["id"] for entity in entities) >= 1, "an id below 1")
    firsts = []
    taken: list[tuple[int, int]] = []
    for entity in entities:
        check(0 <= entity["salience"] <= 1, f"salience {entity['salience']}")
        spans = [(mention["start"], mention["end"]) for mention in entity["mentions"]]
        check(spans, f"{entity['name']} has no mention")
        equal(spans, sorted(spans), f"order of the mentions of {entity['name']}")
        check(all(0 <= mention["confidence"] <= 1 for mention in entity["mentions"]), "confidence")
        taken += spans
        firsts.append(spans[0])
    equal([first[0] for first in firsts], sorted(first[0] for first in firsts), "order of first mention")
    taken.sort()
    for one, two in zip(taken, taken[1:], strict=False):
        check(one[1] <= two[0], f"mentions {one} and {two} overlap")
    for quote in result["quotes"]:
        check("speaker" not in quote or quote["speaker"] in {entity["id"] for entity in entities}, "unknown speaker")


@cases.rule("Summary", "its sentences are the article's, in order, and its text is them joined")
def _(server: Server) -> None:
    result = analyzed(server, TEXT, sentences=3)
    article, summary = result["article"], result["summary"]
    indices = [one["index"] for one in summary["sentences"]]
    equal(indices, sorted(set(indices)), "order")
    for one in summary["sentences"]:
        sentence = article["sentences"][one["index"]]
        equal((one["start"], one["end"]), (sentence["start"], sentence["end"]), "span")
        check(0 <= one["score"] <= 1, f"score {one['score']}")
    joined = " ".join(article["text"][one["start"] : one["end"]] for one in summary["sentences"])
    equal(summary["text"], joined, "text")


@cases.rule("Result", "key phrases come with the highest score first")
def _(server: Server) -> None:
    scores = [one["score"] for one in analyzed(server, TEXT)["keyphrases"]]
    check(scores and scores == sorted(scores, reverse=True), f"scores {scores}")
    check(0 <= scores[-1] <= scores[0] <= 1, f"scores {scores}")


@cases.rule("Stages", "each that was asked for has a report, in the order they ran")
def _(server: Server) -> None:
    stages = analyzed(server, TEXT)["stages"]
    equal([one["name"] for one in stages], ["reading", "entities", "summary"], "names")
    check(all(one["status"] in ("ok", "skipped", "failed", "timeout") for one in stages), f"statuses in {stages}")
