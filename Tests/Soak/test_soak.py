"""The short form of every promise, against the executable of WIREDESK_BIN."""

from __future__ import annotations

import unittest

from soak.command import PROMISES
from soak.outcome import Extent, Promise
from soak.peer import allow_descriptors


class ShortForms(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        allow_descriptors()


def _test(promise: Promise) -> None:
    def test(self: unittest.TestCase) -> None:
        outcome = promise.run(Extent(promise.short, is_long=False))
        self.assertEqual(outcome.broken, [], str(outcome))

    test.__doc__ = promise.promise
    setattr(ShortForms, f"test_{promise.name}", test)


for each in PROMISES:
    _test(each)
