#!/usr/bin/env python3
"""Measures how fast Wiredesk and its peers cut articles into sentences and summarize them, and prints two tables.

    text.py FOLDER [--rounds 3]

`Benchmarks/measure` runs it. FOLDER holds `.html` files, whose texts trafilatura takes beforehand. Everything runs on one
thread, the systems in turn. Sentences: every system gets one line at a time. Summaries: sumy is given the sentences and words,
and chooses three; Wiredesk's stage has a summary of three sentences and the key phrases, and its time is the clock's.
"""
import os
import tempfile

import blingfire
import pysbd
import trafilatura
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

import side_by_side
from side_by_side import version


class Words:
    """What sumy wants of a tokenizer."""

    def to_words(self, sentence):
        return sentence.split()


def lines(text):
    return [line for line in text.split("\n") if line.strip()]


class Summary:
    """sumy on sentences that blingfire has found beforehand, as whoever has them anyway would use it."""

    def __init__(self, summarizer, texts):
        self.summarizer = summarizer
        words = Words()
        self.documents = {}
        for text in texts:
            paragraphs = [
                Paragraph([Sentence(sentence, words) for sentence in lines(blingfire.text_to_sentences(line))])
                for line in lines(text)
            ]
            self.documents[text] = ObjectDocumentModel(paragraphs)

    def summarize(self, text):
        return [str(sentence) for sentence in self.summarizer(self.documents[text], 3)]


def write_texts(pages, folder):
    """Files of texts that all systems get."""
    for number, page in enumerate(pages):
        text = trafilatura.extract(page.decode("utf-8", "replace"), fast=True, include_comments=False)
        if text:
            with open(os.path.join(folder, f"{number:05}.txt"), "w") as file:
                file.write(text)


def main():
    arguments = side_by_side.arguments(__doc__, rounds=3)
    with tempfile.TemporaryDirectory() as folder:
        write_texts(side_by_side.read(arguments.folder), folder)

        print("Sentences:", end=" ")
        comparison = side_by_side.Comparison("sentences", folder, arguments.rounds, ".txt")
        comparison.add(f"blingfire {version('blingfire')}", lambda text: [
            blingfire.text_to_sentences(line).split("\n") for line in lines(text)])
        segmenter = pysbd.Segmenter(language="en", clean=False)
        comparison.add(f"pysbd {version('pysbd')}", lambda text: [segmenter.segment(line) for line in lines(text)])
        comparison.run()

        print("\nSummaries:", end=" ")
        comparison = side_by_side.Comparison("summary", folder, arguments.rounds, ".txt")
        for name, summarizer in [("LexRank", LexRankSummarizer()), ("TextRank", TextRankSummarizer())]:
            summary = Summary(summarizer, comparison.pages)
            comparison.add(f"sumy {version('sumy')} {name}", summary.summarize)
        comparison.run()


if __name__ == "__main__":
    main()
