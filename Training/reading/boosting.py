"""Boosts trees by boosting.c, and writes them in the form that SymmetricTrees.swift reads."""
import ctypes
import os
import struct
import subprocess
import tempfile

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
DEPTH = 6
# Bytes from a column to the next in the engine, and rows before the one that is asked (symmetric_trees.h).
STRIDE, REACH = 480, 8
# Numbers that a question may ask for, as many of a feature at most.
CUTS = 63


class Settings(ctypes.Structure):
    _fields_ = [(name, ctypes.c_int32) for name in ("rows", "features", "trees", "depth")] + [
        (name, ctypes.c_float) for name in ("rate", "reg", "asked", "largest", "others", "base")] + [
        ("seed", ctypes.c_uint64)]


def library():
    if not hasattr(library, "loaded"):
        path = os.path.join(tempfile.mkdtemp(), "libboosting.so")
        subprocess.run(
            ["cc", "-O3", "-march=native", "-shared", "-fPIC", "-o", path, os.path.join(HERE, "boosting.c"), "-lm"],
            check=True)
        library.loaded = ctypes.CDLL(path)
    return library.loaded


def pointer(array):
    return array.ctypes.data_as(ctypes.c_void_p)


def cuts(column):
    """The numbers that are worth asking for: those that part the rows into parts about as large."""
    values = np.unique(column)[1:]
    if len(values) > CUTS:
        values = np.unique(np.quantile(column, np.linspace(0, 1, CUTS + 2)[1:-1], method="higher"))
        values = values[values > column.min()]
    return values.astype(np.uint8)


class Model:
    """`features` says what each feature is: a column, a shift to another row, and the bits that count."""

    def __init__(self, features, questions, least, leaves, base):
        self.features, self.questions, self.least, self.leaves, self.base = features, questions, least, leaves, base

    def scores(self, columns):
        total = np.full(columns.shape[1], self.base)
        for questions, least, leaves in zip(self.questions, self.least, self.leaves):
            place = np.zeros(columns.shape[1], int)
            for feature, number in zip(questions, least):
                place = place << 1 | (columns[feature] >= number)
            total += leaves[place]
        return total

    def packed(self):
        """The number of trees, the stride, a leaf's unit and the base; then each tree's questions and leaves."""
        unit = float(np.abs(self.leaves).max()) / 127
        # The engine takes the first answer for the lowest bit of a leaf's number.
        order = [int(format(leaf, f"0{DEPTH}b")[::-1], 2) for leaf in range(1 << DEPTH)]
        out = [struct.pack("<iiff", len(self.leaves), STRIDE, unit, self.base)]
        for questions, numbers, leaves in zip(self.questions, self.least, self.leaves):
            for feature, number in zip(questions, numbers):
                column, shift, mask = self.features[feature]
                # Of one bit the question is whether it is set.
                least = number if mask == 255 else mask
                out.append(struct.pack("<HBB", column * STRIDE + REACH + shift, mask, least))
            out.append(np.round(leaves[order] / unit).astype(np.int8).tobytes())
        return b"".join(out)


def fit(features, columns, known, weights, trees=300, rate=0.07, reg=5, asked=0.15, largest=0.2, others=0.2, seed=1):
    """A model of columns of numbers, a feature a row."""
    columns = np.ascontiguousarray(columns)
    known = np.ascontiguousarray(known, np.float32)
    weights = np.ascontiguousarray(weights, np.float32)
    possible = [cuts(column) for column in columns]
    starts = np.concatenate([[0], np.cumsum([len(c) for c in possible])]).astype(np.int32)
    mean = np.average(known, weights=weights)
    settings = Settings(
        columns.shape[1], columns.shape[0], trees, DEPTH, rate, reg, asked, largest, others,
        float(np.log(mean / (1 - mean))), seed)
    questions = np.zeros((trees, DEPTH), np.int32)
    least = np.zeros((trees, DEPTH), np.uint8)
    leaves = np.zeros((trees, 1 << DEPTH), np.float32)
    library().fit(
        ctypes.byref(settings), pointer(columns), pointer(known), pointer(weights), pointer(np.concatenate(possible)),
        pointer(starts), pointer(questions), pointer(least), pointer(leaves))
    return Model(features, questions, least, leaves, settings.base)
