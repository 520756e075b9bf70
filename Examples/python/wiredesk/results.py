"""The bodies of protocol.md, "Schema", as types. `bodies.read` checks what a server sent against them.

The first label of a list is what an unknown one of a later version reads as. (Annotations are evaluated here, because
`TypedDict` has to see which fields are not required.)
"""

from typing import Literal, NotRequired, TypedDict

EntityType = Literal[
    "MISC", "PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "LAW", "WORK", "PRODUCT", "DATE", "TIME",
    "DURATION", "SET", "MONEY", "PERCENT", "QUANTITY",
]  # fmt: skip
ParagraphKind = Literal["body", "heading", "list", "quote", "caption"]
RemovalReason = Literal[
    "boilerplate", "navigation", "advertisement", "consent", "related", "subscription", "social", "comments", "byline",
    "dateline", "title", "credit", "legal", "duplicate", "hidden",
]  # fmt: skip
StageName = Literal["reading", "entities", "summary"]
StageStatus = Literal["failed", "ok", "skipped", "timeout"]


class Span(TypedDict):
    start: int
    end: int


class Engine(TypedDict):
    version: str
    model: str


class Author(TypedDict):
    name: str


class Piece(Span):
    source: Span


class Paragraph(Span):
    kind: ParagraphKind
    source: NotRequired[Span]
    pieces: NotRequired[list[Piece]]


class Sentence(Span):
    paragraph: int


class Removed(TypedDict):
    source: NotRequired[Span]
    text: str
    reason: RemovalReason


class Article(TypedDict):
    title: NotRequired[str]
    subtitle: NotRequired[str]
    authors: NotRequired[list[Author]]
    published: NotRequired[str]
    modified: NotRequired[str]
    siteName: NotRequired[str]
    section: NotRequired[str]
    tags: NotRequired[list[str]]
    language: NotRequired[str]
    url: NotRequired[str]
    image: NotRequired[str]
    wordCount: int
    readingSeconds: int
    fingerprint: NotRequired[str]
    text: str
    paragraphs: list[Paragraph]
    sentences: list[Sentence]
    removed: NotRequired[list[Removed]]


class Role(Span):
    title: str


class Mention(Span):
    confidence: float


class Entity(TypedDict):
    id: int
    name: str
    type: EntityType
    salience: float
    aliases: NotRequired[list[str]]
    expansion: NotRequired[str]
    roles: NotRequired[list[Role]]
    country: NotRequired[str]
    value: NotRequired[str]
    basis: NotRequired[str]
    mentions: list[Mention]


class Quote(Span):
    speaker: NotRequired[int]


class Keyphrase(TypedDict):
    text: str
    score: float


class SummarySentence(Span):
    index: int
    score: float


class Summary(TypedDict):
    sentences: list[SummarySentence]
    text: str


class StageReport(TypedDict):
    name: StageName
    status: StageStatus
    microseconds: NotRequired[int]
    message: NotRequired[str]


class Result(TypedDict):
    """What a server found in an article; also the shape of a streamed part."""

    id: NotRequired[str]
    engine: Engine
    article: NotRequired[Article]
    entities: NotRequired[list[Entity]]
    quotes: NotRequired[list[Quote]]
    keyphrases: NotRequired[list[Keyphrase]]
    summary: NotRequired[Summary]
    stages: list[StageReport]
    warnings: NotRequired[list[str]]


class Challenge(TypedDict):
    scheme: str
    nonce: str
    binding: NotRequired[str]


class Hello(TypedDict):
    """The server's: its limits."""

    version: int
    agent: NotRequired[str]
    maxFrame: int
    maxRaw: int
    maxHTML: int
    maxText: int
    codecs: NotRequired[list[str]]
    encodings: NotRequired[list[str]]
    crc32: NotRequired[bool]
    requests: int
    bytes: int
    auth: NotRequired[Challenge]


class ErrorBody(TypedDict):
    code: str
    message: str
    retryable: bool
    retryAfter: NotRequired[int]


class Options(TypedDict, total=False):
    """What a request may ask for: protocol.md, "Options"."""

    id: str
    content: Literal["auto", "html", "text"]
    charset: str
    url: str
    published: str
    verbatim: bool
    stages: list[StageName]
    sentences: int
    words: int
    ratio: float
    offsets: Literal["scalar", "utf8", "utf16"]
    timings: bool
