"""Articles whose results are known beforehand: what the engine says without a server, a client or a network."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from typing import Any

from . import BINARY

PEOPLE = ["Mara Quill", "Tomas Brandt", "Rosario Lenz", "Delphine Aramburu", "Ilse Okafor"]
PARAGRAPH = (
    "The old ferry makes its last trip on Friday. The company that runs it lets forty people go, and the town pays for "
    "their training. “We waited for a long time,” {person} said in Port Esker.\n\n"
)
# Stands for a line's id.
MARK = "@id@"


def text(number: int, paragraphs: int = 1) -> str:
    """One of any number of articles, all different."""
    person = PEOPLE[number % len(PEOPLE)]
    return (
        f"Bridge number {number} opens in Port Esker\n\n{person} opened the harbour bridge on Monday. It cost {number} "
        f"million euros and took nine years to build.\n\n{PARAGRAPH.format(person=person) * paragraphs}"
    )


@dataclass(frozen=True)
class Article:
    text: str
    # The line that `wiredesk batch` answers with, and the result in it without its id.
    line: str
    result: dict[str, Any]

    def answer(self, id: str) -> str:
        """The one right line for an article with this id."""
        return self.line.replace(MARK, id)


def known(texts: list[str], *arguments: str) -> list[Article]:
    """The articles with their results, by the engine in a process of its own."""
    lines = "".join(json.dumps({"id": MARK, "text": text}) + "\n" for text in texts)
    run = subprocess.run(
        [BINARY, "batch", "--no-timings", *arguments], input=lines, stdout=subprocess.PIPE, text=True, check=True
    )
    articles = []
    for text, line in zip(texts, run.stdout.splitlines(), strict=True):
        result = json.loads(line)["result"]
        result.pop("id", None)
        articles.append(Article(text, line, result))
    return articles
