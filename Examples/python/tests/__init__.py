"""Tests of the package, with what the repository's tests of the protocol have: vectors, and a strict server's end."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
for folder in (ROOT / "Tests" / "Conformance", ROOT / "Tests" / "Vectors"):
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
