"""Trains the name tagger's network, and writes the engine's table.

    network.py NETWORK_DIRECTORY VECTORS name_network.bin [EPOCHS]

`TrainNames` fills NETWORK_DIRECTORY: `words.u32` has a row of 14 numbers for each word, `COLUMNS` in this order;
`labels.u8` its label; `sentences.i32` for each sentence its first word, the word behind its last, whether its text marks
names of the class MISC, where its labels come from (0 people, 1 the teacher, 2 the teacher for a mixture), and its document. `teacher.py` adds `teacher.f16`, the
logarithms of the labels' probabilities: of texts without labels the network learns those (Hinton et al., 2015).
VECTORS.npy and VECTORS.txt come from `vectors.py`.

The engine's arithmetic is in small whole numbers: see `NameNetworkModel.swift`, whose layout this writes.
"""

import os
import sys

os.environ.setdefault("OMP_NUM_THREADS", "1")
import numpy
import torch
from torch import nn
from torch.nn import functional

from labels import LABELS, without_misc

torch.set_num_threads(1)
torch.manual_seed(0)
numpy.random.seed(0)

ROW_WIDTH = 64
WIDTH = 128
LAYERS = 3
# The hashed inputs behind the word itself, with their rows; the rule is a number below 64.
COLUMNS = {
    "suffix3": 4096, "suffix2": 2048, "prefix3": 4096, "suffix4": 8192, "shape": 1024, "form": 2048, "rule": 64,
    "kinds": 2048, "classes": 2048, "phrase": 1024, "evidence": 1024, "position": 1024,
}
SENTENCES_A_STEP = 200
LEARNING_RATE = 2e-3
DROPOUT = 0.2
# The part of the texts that people did not label, and did not mix, which an epoch shows: they are all news.
NEWS_SHARE = 0.5
UNKNOWN_WORDS = 0.1
# What a word that the teacher labelled counts.
TEACHER_WEIGHT = 0.7
VECTOR_DIMENSIONS = 256
# What a natural logarithm of odds is worth in the decoder's unit, beside what the perceptron says.
SCORE = 90

MAGIC = 0x4E4E4457
VERSION = 2
BUCKET_BITS = 13
BUCKET_WORDS = 12
# The outputs and the inputs that stand together: see `byte_products.h`.
BLOCK = 16
GROUP = 4


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
        self.teacher = numpy.fromfile(directory + "/teacher.f16", numpy.float16).reshape(-1, LABELS)
        sentences = numpy.fromfile(directory + "/sentences.i32", numpy.int32).reshape(-1, 5)
        self.sentences = sentences[:, :2]
        self.is_news = sentences[:, 3] == 1
        self.inputs = numpy.zeros((len(words), 1 + len(COLUMNS)), numpy.int32)
        known, place = numpy.unique(words[:, 0], return_inverse=True)
        self.inputs[:, 0] = numpy.array([vocabulary.get(int(word), 0) for word in known])[place]
        first = 0
        for column, (name, rows) in enumerate(COLUMNS.items(), 1):
            values = words[:, column]
            row = numpy.minimum(values, 63) if name == "rule" else hashed(values, rows)
            self.inputs[:, column] = row + first
            first += rows
        self.has_misc = numpy.ones(len(words), bool)
        self.is_taught = numpy.zeros(len(words), bool)
        for start, end, has_misc, source, _ in sentences:
            self.has_misc[start:end] = has_misc
            self.is_taught[start:end] = source > 0
        # Plain words are never looked at.
        self.is_plain = words[:, -1] == 1


class Network(nn.Module):
    def __init__(self, vectors):
        super().__init__()
        self.register_buffer("vectors", torch.cat([torch.zeros(1, vectors.shape[1]), torch.tensor(vectors)]))
        # Only what a word's vector becomes is in the table, so what is made of the vectors costs nothing.
        self.hidden = nn.Linear(vectors.shape[1], 256)
        self.word = nn.Linear(256, ROW_WIDTH)
        self.unknown = nn.Parameter(torch.zeros(ROW_WIDTH))
        self.hashed = nn.Embedding(sum(COLUMNS.values()), ROW_WIDTH)
        nn.init.normal_(self.hashed.weight, std=0.05)
        self.boundary = nn.Parameter(torch.zeros(ROW_WIDTH))
        self.layers = nn.ModuleList(
            [nn.Conv1d(WIDTH if number else ROW_WIDTH, WIDTH, 3, padding=1) for number in range(LAYERS)]
        )
        self.output = nn.Linear(ROW_WIDTH + LAYERS * WIDTH, LABELS)

    def words(self, indices):
        vectors = self.word(functional.relu(self.hidden(self.vectors[indices])))
        return torch.where((indices == 0)[:, None], self.unknown, vectors)

    def states(self, inputs, is_word):
        """What the rows and each layer have for each word."""
        known, place = torch.unique(inputs[:, 0], return_inverse=True)
        word = self.words(known)[place]
        kept = torch.ones(len(inputs), inputs.shape[1] - 1)
        if self.training:
            kept = (torch.rand_like(kept) > DROPOUT).float() / (1 - DROPOUT)
            word = word * (torch.rand(len(word))[:, None] > UNKNOWN_WORDS)
        others = functional.embedding_bag(inputs[:, 1:], self.hashed.weight, mode="sum", per_sample_weights=kept)
        mask = is_word[:, None].float()
        state = functional.relu(word + others) * mask + (1 - mask) * functional.relu(self.boundary)
        states = [state]
        for number, layer in enumerate(self.layers):
            dropped = functional.dropout(state, DROPOUT, self.training)
            made = layer(dropped.T[None])[0].T
            state = functional.relu(made + state if number else made) * mask
            states.append(state)
        return states

    def forward(self, inputs, is_word):
        return self.output(functional.dropout(torch.cat(self.states(inputs, is_word), 1), DROPOUT, self.training))


def rows_of(sentences):
    """The words of sentences with two gaps, -1, around each."""
    rows = [numpy.full(2, -1)]
    for start, end in sentences:
        rows += [numpy.arange(start, end), numpy.full(2, -1)]
    return numpy.concatenate(rows)


def loss_of(logits, texts, words):
    """The mean loss of words that are not plain."""
    has_misc, is_taught = texts.has_misc[words], texts.is_taught[words]
    logits = logits + torch.tensor(~has_misc)[:, None] * without_misc()
    by_label = functional.cross_entropy(logits, torch.tensor(texts.labels[words]), reduction="none")
    taught = torch.tensor(numpy.exp(texts.teacher[words].astype(numpy.float32)))
    by_teacher = -(taught * functional.log_softmax(logits, 1)).sum(1)
    weights = torch.tensor(numpy.where(is_taught, TEACHER_WEIGHT, 1).astype(numpy.float32))
    return (torch.where(torch.tensor(is_taught), by_teacher, by_label) * weights).sum() / weights.sum()


def train(network, texts, epochs):
    optimizer = torch.optim.AdamW(network.parameters(), lr=LEARNING_RATE, weight_decay=0.01)
    news = numpy.flatnonzero(texts.is_news)
    others = numpy.flatnonzero(~texts.is_news)
    news_shown = int(len(news) * NEWS_SHARE)
    steps = epochs * ((len(others) + news_shown) // SENTENCES_A_STEP)
    step = 0
    network.train()
    for epoch in range(epochs):
        shown = numpy.concatenate([others, numpy.random.permutation(news)[:news_shown]])
        order = numpy.random.permutation(shown)
        losses = []
        for start in range(0, len(order) - SENTENCES_A_STEP + 1, SENTENCES_A_STEP):
            done = step / steps
            for group in optimizer.param_groups:
                group["lr"] = LEARNING_RATE * min(1, done / 0.03 + 0.01) * (1 - done) + 1e-6
            rows = rows_of(texts.sentences[order[start : start + SENTENCES_A_STEP]])
            is_word = rows >= 0
            rows = numpy.maximum(rows, 0)
            logits = network(torch.tensor(texts.inputs[rows]).long(), torch.tensor(is_word))
            is_asked = is_word & ~texts.is_plain[rows]
            loss = loss_of(logits[torch.tensor(is_asked)], texts, rows[is_asked])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
            step += 1
        print(f"epoch {epoch + 1}: loss {numpy.mean(losses):.4f}", flush=True)


def times_of(weights):
    """By what each output's weights are multiplied, to be numbers of 8 bits."""
    return 127 / numpy.maximum(numpy.abs(weights).max(1), 1e-6)


def packed(weights, times):
    """Weights of 8 bits by block of outputs, group of inputs, output in the block, input in the group."""
    rounded = numpy.clip(numpy.round(weights * times[:, None]), -127, 127).astype("i1")
    outputs, inputs = weights.shape
    return rounded.reshape(outputs // BLOCK, BLOCK, inputs // GROUP, GROUP).transpose(0, 2, 1, 3)


def units(network, texts):
    """What a state of 1 is, in the rows and in the layers: one in two thousand that are above zero exceeds 127."""
    chosen = texts.sentences[numpy.random.permutation(len(texts.sentences))[:2000]]
    rows = rows_of(chosen)
    with torch.no_grad():
        inputs = torch.tensor(texts.inputs[numpy.maximum(rows, 0)]).long()
        first, *others = network.states(inputs, torch.tensor(rows >= 0))
    values = [first.ravel(), torch.cat([state.ravel() for state in others])]
    return [127 / numpy.quantile(part[part > 0].numpy(), 0.9995) for part in values]


def write(network, texts, words, path):
    """The engine's table."""
    network.eval()
    with torch.no_grad():
        indices = torch.arange(len(network.vectors))
        vectors = torch.cat([network.words(part) for part in indices.split(4096)]).numpy()
    values = {name: value.numpy() for name, value in network.state_dict().items()}
    row_unit, unit = units(network, texts)
    sizes = numpy.abs(numpy.concatenate([vectors.ravel()[::7], values["hashed.weight"].ravel()]))
    shift = max(0, int(numpy.log2(127 / numpy.quantile(sizes, 0.9995) / row_unit)))

    def row8(numbers):
        return numpy.clip(numpy.round(numbers * row_unit * 2**shift), -127, 127).astype("i1")

    unknown = row8(values["unknown"])
    parts = [numpy.clip(numpy.round(values["boundary"] * row_unit), 0, 127).astype("u1"), unknown]
    for layer in range(LAYERS):
        weights = values[f"layers.{layer}.weight"].transpose(0, 2, 1).reshape(WIDTH, -1)
        times = times_of(weights)
        input_unit = unit if layer else row_unit
        parts += [packed(weights, times), numpy.round(values[f"layers.{layer}.bias"] * input_unit * times).astype("<i4")]
        parts.append((unit / input_unit / times).astype("<f4"))
    # Differences to the score of `outside`.
    weights = values["output.weight"][1:] - values["output.weight"][:1]
    weights[:, :ROW_WIDTH] *= unit / row_unit
    biases = values["output.bias"][1:] - values["output.bias"][:1]
    times = times_of(weights)
    start = 0
    for width in [ROW_WIDTH] + LAYERS * [WIDTH]:
        parts.append(packed(weights[:, start : start + width], times))
        start += width
    parts += [numpy.round(biases * unit * times).astype("<i4"), (SCORE / unit / times).astype("<f4")]
    hashed_rows = values["hashed.weight"].copy()
    # The engine's shift rounds down; half a unit in a row that every word has makes that to the nearest.
    rule = sum(list(COLUMNS.values())[: list(COLUMNS).index("rule")])
    hashed_rows[rule : rule + COLUMNS["rule"]] += 0.5 / row_unit
    parts.append(row8(hashed_rows))
    keys = numpy.zeros(BUCKET_WORDS << BUCKET_BITS, "<u4")
    rows = numpy.zeros((len(keys), ROW_WIDTH), "i1")
    filled = numpy.zeros(1 << BUCKET_BITS, int)
    quantized = row8(vectors)
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
    body = b"".join(numpy.ascontiguousarray(part).tobytes() for part in parts)
    header = numpy.zeros(16, "<u4")
    header[:4] = MAGIC, VERSION, fnv(body), shift
    with open(path, "wb") as file:
        file.write(header.tobytes() + body)
    print(f"{len(header) * 4 + len(body)} bytes, {filled.sum()} words, {row_unit:.1f} and {unit:.1f} units, shift {shift}")


def main():
    with open(sys.argv[2] + ".txt", encoding="utf-8") as file:
        words = file.read().split("\n")
    vocabulary = {}
    for index, word in enumerate(words, 1):
        vocabulary.setdefault(fnv(word.encode()), index)
    texts = Texts(sys.argv[1], vocabulary)
    network = Network(reduced(numpy.load(sys.argv[2] + ".npy")))
    train(network, texts, int(sys.argv[4]) if len(sys.argv) > 4 else 16)
    torch.save(network.state_dict(), sys.argv[1] + "/network.pt")
    write(network, texts, words, sys.argv[3])


if __name__ == "__main__":
    main()
