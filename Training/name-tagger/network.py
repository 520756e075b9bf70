"""Trains the name tagger's network, and writes the engine's table.

    network.py NETWORK_DIRECTORY VECTORS name_network.bin [EPOCHS]

`TrainNames` fills NETWORK_DIRECTORY: `words.u32` has a row of 14 numbers for each word, `COLUMNS` in this order;
`labels.u8` its label; `sentences.i32` for each sentence its first word, the word behind its last, whether its text marks
names of the class MISC, and whether a model wrote the labels. VECTORS.npy and VECTORS.txt come from `vectors.py`.

The engine adds the network's scores to the perceptron's, which it does not see in training: two that err apart make a
better sum than one that mends the other. The engine's arithmetic is in whole numbers: see `NameNetworkModel.swift`, whose
layout this writes.
"""

import os
import sys

os.environ.setdefault("OMP_NUM_THREADS", "1")
import numpy
import torch
from torch import nn
from torch.nn import functional

torch.set_num_threads(1)
torch.manual_seed(0)
numpy.random.seed(0)

WIDTH = 64
LABELS = 17
# The hashed inputs behind the word itself, with their rows; the rule is a number below 64.
COLUMNS = {
    "suffix3": 4096, "suffix2": 2048, "prefix3": 4096, "suffix4": 8192, "shape": 1024, "form": 2048, "rule": 64,
    "kinds": 2048, "classes": 2048, "phrase": 1024, "evidence": 1024, "position": 1024,
}
SENTENCES_A_STEP = 200
LEARNING_RATE = 2e-3
DROPOUT = 0.2
UNKNOWN_WORDS = 0.1
# What a name in a text that a model labelled counts.
MACHINE_WEIGHT = 0.5
VECTOR_DIMENSIONS = 128
# What a natural logarithm of odds is worth in the perceptron's unit.
SCORE = 60

MAGIC = 0x4E4E4457
VERSION = 1
BUCKET_BITS = 13
BUCKET_WORDS = 12
WEIGHT_SCALE = 1024


def fnv(data):
    value = 0x811C9DC5
    for byte in data:
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


def hashed(values, rows):
    value = values.astype(numpy.uint64) * 0x9E3779B1 & 0xFFFFFFFF
    value ^= value >> 15
    value = value * 0x85EBCA6B & 0xFFFFFFFF
    value ^= value >> 13
    return value % rows


def reduced(vectors):
    """The principal components of the vectors, all of about the same length."""
    vectors = vectors.astype(numpy.float32)
    vectors /= numpy.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    vectors -= vectors.mean(0)
    _, axes = numpy.linalg.eigh(vectors.T @ vectors / len(vectors))
    vectors = vectors @ axes[:, ::-1][:, :VECTOR_DIMENSIONS]
    return 3 * vectors / numpy.sqrt((vectors**2).sum(1, keepdims=True).mean())


class Texts:
    def __init__(self, directory, vocabulary):
        words = numpy.fromfile(directory + "/words.u32", numpy.uint32).reshape(-1, len(COLUMNS) + 2)
        self.labels = numpy.fromfile(directory + "/labels.u8", numpy.uint8).astype(numpy.int64)
        sentences = numpy.fromfile(directory + "/sentences.i32", numpy.int32).reshape(-1, 4)
        self.sentences = sentences[:, :2]
        self.inputs = numpy.zeros((len(words), 1 + len(COLUMNS)), numpy.int64)
        known, place = numpy.unique(words[:, 0], return_inverse=True)
        self.inputs[:, 0] = numpy.array([vocabulary.get(int(word), 0) for word in known])[place]
        first = 0
        for column, (name, rows) in enumerate(COLUMNS.items(), 1):
            values = words[:, column]
            row = numpy.minimum(values, 63) if name == "rule" else hashed(values, rows)
            self.inputs[:, column] = row.astype(numpy.int64) + first
            first += rows
        self.has_misc = numpy.ones(len(words), bool)
        self.weights = numpy.ones(len(words), numpy.float32)
        for start, end, has_misc, is_machine in sentences:
            self.has_misc[start:end] = has_misc
            self.weights[start:end] = MACHINE_WEIGHT if is_machine else 1
        # Plain words are never looked at.
        self.weights[words[:, -1] == 1] = 0


class Network(nn.Module):
    def __init__(self, vectors):
        super().__init__()
        self.register_buffer("vectors", torch.cat([torch.zeros(1, vectors.shape[1]), torch.tensor(vectors)]))
        # Only what a word's vector becomes is in the table, so what is made of the vectors costs nothing.
        self.hidden = nn.Linear(vectors.shape[1], 128)
        self.word = nn.Linear(128, WIDTH)
        self.unknown = nn.Parameter(torch.zeros(WIDTH))
        self.hashed = nn.Embedding(sum(COLUMNS.values()), WIDTH)
        nn.init.normal_(self.hashed.weight, std=0.05)
        self.boundary = nn.Parameter(torch.zeros(WIDTH))
        self.layers = nn.ModuleList([nn.Conv1d(WIDTH, WIDTH, 3, padding=1) for _ in range(2)])
        self.output = nn.Linear(3 * WIDTH, LABELS)

    def words(self, indices):
        vectors = self.word(functional.relu(self.hidden(self.vectors[indices])))
        return torch.where((indices == 0)[:, None], self.unknown, vectors)

    def forward(self, inputs, is_word):
        known, place = torch.unique(inputs[:, 0], return_inverse=True)
        word = self.words(known)[place]
        others = self.hashed(inputs[:, 1:])
        if self.training:
            others = others * (torch.rand(others.shape[:2])[..., None] > DROPOUT) / (1 - DROPOUT)
            word = word * (torch.rand(len(word))[:, None] > UNKNOWN_WORDS)
        mask = is_word[:, None].float()
        state = functional.relu(word + others.sum(1)) * mask + (1 - mask) * functional.relu(self.boundary)
        states = [state]
        for layer in self.layers:
            dropped = functional.dropout(state, DROPOUT, self.training)
            state = functional.relu(layer(dropped.T[None])[0].T + state) * mask
            states.append(state)
        return self.output(functional.dropout(torch.cat(states, 1), DROPOUT, self.training))


def rows_of(sentences):
    """The words of sentences with two gaps, -1, around each."""
    rows = [numpy.full(2, -1)]
    for start, end in sentences:
        rows += [numpy.arange(start, end), numpy.full(2, -1)]
    return numpy.concatenate(rows)


def train(network, texts, epochs):
    optimizer = torch.optim.AdamW(network.parameters(), lr=LEARNING_RATE, weight_decay=0.01)
    without_misc = torch.zeros(LABELS)
    without_misc[4::4] = -1e4
    steps = epochs * (len(texts.sentences) // SENTENCES_A_STEP)
    step = 0
    network.train()
    for epoch in range(epochs):
        order = numpy.random.permutation(len(texts.sentences))
        total = 0.0
        for start in range(0, len(order) - SENTENCES_A_STEP + 1, SENTENCES_A_STEP):
            done = step / steps
            for group in optimizer.param_groups:
                group["lr"] = LEARNING_RATE * min(1, done / 0.03 + 0.01) * (1 - done) + 1e-6
            rows = rows_of(texts.sentences[order[start : start + SENTENCES_A_STEP]])
            is_word = rows >= 0
            rows = numpy.maximum(rows, 0)
            logits = network(torch.tensor(texts.inputs[rows]), torch.tensor(is_word))
            logits = logits + torch.tensor(~texts.has_misc[rows])[:, None] * without_misc
            weights = torch.tensor(texts.weights[rows] * is_word)
            losses = functional.cross_entropy(logits, torch.tensor(texts.labels[rows]), reduction="none")
            loss = (losses * weights).sum() / weights.sum()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item()
            step += 1
        print(f"epoch {epoch + 1}: loss {total * SENTENCES_A_STEP / len(order):.4f}", flush=True)


def write(network, words, path):
    """The engine's table."""
    network.eval()
    with torch.no_grad():
        indices = torch.arange(len(network.vectors))
        vectors = torch.cat([network.words(part) for part in indices.split(4096)]).numpy()
    values = {name: value.numpy() for name, value in network.state_dict().items()}
    sizes = numpy.abs(numpy.concatenate([vectors.ravel()[::7], values["hashed.weight"].ravel()]))
    # 127 stands for what one number in two thousand exceeds.
    scale = numpy.quantile(sizes, 0.9995) / 127

    def bytes8(numbers):
        return numpy.clip(numpy.round(numbers / scale), -127, 127).astype("i1")

    def bytes16(numbers):
        return numpy.clip(numpy.round(numbers), -32767, 32767).astype("<i2")

    parts = [bytes16(numpy.maximum(values["boundary"], 0) / scale), bytes8(values["unknown"])]
    for layer in range(2):
        weights = values[f"layers.{layer}.weight"].transpose(0, 2, 1).reshape(WIDTH, 3 * WIDTH)
        parts.append(bytes16(weights * WEIGHT_SCALE))
        parts.append(numpy.round(values[f"layers.{layer}.bias"] / scale * WEIGHT_SCALE).astype("<i4"))
    # Differences to the score of `outside`, in the perceptron's unit.
    weights = values["output.weight"][1:] - values["output.weight"][:1]
    biases = values["output.bias"][1:] - values["output.bias"][:1]
    parts.append(bytes16(weights * scale * SCORE * WEIGHT_SCALE))
    parts.append(numpy.round(biases * SCORE * WEIGHT_SCALE).astype("<i4"))
    parts.append(bytes8(values["hashed.weight"]))
    keys = numpy.zeros(BUCKET_WORDS << BUCKET_BITS, "<u4")
    rows = numpy.zeros((len(keys), WIDTH), "i1")
    filled = numpy.zeros(1 << BUCKET_BITS, int)
    quantized = bytes8(vectors)
    # The commoner words come first and find room.
    for index, word in enumerate(words, 1):
        key = fnv(word.encode())
        bucket = key >> (32 - BUCKET_BITS)
        first = bucket * BUCKET_WORDS
        if key == 0 or filled[bucket] == BUCKET_WORDS or key in keys[first : first + filled[bucket]]:
            continue
        keys[first + filled[bucket]] = key
        rows[first + filled[bucket]] = quantized[index]
        filled[bucket] += 1
    parts += [keys, rows]
    body = b"".join(part.tobytes() for part in parts)
    header = numpy.zeros(16, "<u4")
    header[:3] = MAGIC, VERSION, fnv(body)
    with open(path, "wb") as file:
        file.write(header.tobytes() + body)
    print(f"{len(header) * 4 + len(body)} bytes, {filled.sum()} words, scale {scale:.5f}")


def main():
    with open(sys.argv[2] + ".txt", encoding="utf-8") as file:
        words = file.read().split("\n")
    vocabulary = {}
    for index, word in enumerate(words, 1):
        vocabulary.setdefault(fnv(word.encode()), index)
    texts = Texts(sys.argv[1], vocabulary)
    network = Network(reduced(numpy.load(sys.argv[2] + ".npy")))
    train(network, texts, int(sys.argv[4]) if len(sys.argv) > 4 else 7)
    write(network, words, sys.argv[3])


main()
