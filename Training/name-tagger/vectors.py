"""Writes a vector for each of the commonest English words: what the teacher makes of the word alone, with a capital and
without, and what MiniLM-L6 makes of it without having been taught names.

    vectors.py DIRECTORY TEACHER.pt OUTPUT

DIRECTORY holds the labelled texts, whose words come after those of `wordfreq`; TEACHER.pt is from `teacher.py`;
OUTPUT.npy and OUTPUT.txt are written.
"""

import collections
import glob
import os
import re
import sys

os.environ.setdefault("OMP_NUM_THREADS", "1")
import numpy
import torch
import transformers
import wordfreq

from teacher import NO_WORD, PATH, Teacher, case_of

torch.set_num_threads(1)
WORDS = 110_000
DIMENSIONS = 384
WORDS_A_STEP = 512


def lower(word):
    """As the engine does: ASCII letters only, and digits as zeros."""
    return re.sub("[0-9]", "0", "".join(c.lower() if c.isascii() else c for c in word))


def words_of(directory):
    """Words by falling frequency; what hyphens and apostrophes join are words of their own."""
    words = {}
    for word in wordfreq.top_n_list("en", WORDS):
        for part in re.split("['’-]", lower(word)):
            if part:
                words[part] = True
    counts = collections.Counter()
    for path in sorted(glob.glob(directory + "/*.conll")):
        if "silver" in path:
            continue
        for line in open(path, encoding="utf-8"):
            word = line.split("\t")[0].strip()
            if any(c.isalpha() for c in word) and not word.startswith(("@", "http")):
                counts[lower(word)] += 1
    for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        for part in re.split("['’/-]", word):
            if count >= 2 and part:
                words[part] = True
    return list(words)


def scaled(vectors):
    """Around their mean, and of length 1 on average."""
    vectors = vectors - vectors.mean(0)
    return vectors / numpy.sqrt((vectors**2).sum(1).mean())


class Pieces:
    """The words' pieces, between the tokenizer's marks for start and end."""

    def __init__(self, words, tokenizer):
        self.rows = tokenizer(words, add_special_tokens=True, truncation=True, max_length=12)["input_ids"]

    def means(self, states_of, leaves_marks_out):
        """The mean over each word's pieces of what `states_of` makes of pieces, their mask and the mask without marks."""
        out = numpy.zeros((len(self.rows), DIMENSIONS), numpy.float32)
        order = sorted(range(len(self.rows)), key=lambda index: len(self.rows[index]))
        for start in range(0, len(order), WORDS_A_STEP):
            chosen = order[start : start + WORDS_A_STEP]
            length = max(len(self.rows[index]) for index in chosen)
            ids = torch.zeros(len(chosen), length, dtype=torch.long)
            mask = torch.zeros(len(chosen), length)
            inner = torch.zeros(len(chosen), length)
            for row, index in enumerate(chosen):
                size = len(self.rows[index])
                ids[row, :size] = torch.tensor(self.rows[index])
                mask[row, :size] = 1
                inner[row, 1 : size - 1] = 1
            kept = inner if leaves_marks_out else mask
            states = states_of(ids, mask, inner)
            sizes = kept.sum(1, keepdim=True).clamp(min=1)
            out[chosen] = ((states * kept[..., None]).sum(1) / sizes).numpy()
        return out


def main():
    words = words_of(sys.argv[1])
    tokenizer = transformers.AutoTokenizer.from_pretrained(PATH)
    untaught = transformers.AutoModel.from_pretrained(PATH).eval()
    teacher = Teacher()
    teacher.load_state_dict(torch.load(sys.argv[2]))
    teacher.eval()
    pieces = Pieces(words, tokenizer)

    def taught(case):
        return lambda ids, mask, inner: teacher.states(ids, torch.where(inner > 0, case, NO_WORD), mask)

    with torch.inference_mode():
        parts = [
            scaled(pieces.means(taught(case_of("Word")), leaves_marks_out=True)),
            # The rarer form says less.
            scaled(pieces.means(taught(case_of("word")), leaves_marks_out=True)) / 2,
            scaled(
                pieces.means(
                    lambda ids, mask, _: untaught(input_ids=ids, attention_mask=mask).last_hidden_state,
                    leaves_marks_out=False,
                )
            ),
        ]
    numpy.save(sys.argv[3] + ".npy", numpy.concatenate(parts, 1).astype(numpy.float16))
    with open(sys.argv[3] + ".txt", "w", encoding="utf-8") as file:
        file.write("\n".join(words))


if __name__ == "__main__":
    main()
