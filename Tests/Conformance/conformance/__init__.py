"""The conformance tests of the Wiredesk protocol. Bytes are written with the vectors' generator, which can write wrong
ones, and read with the Python client's decoder and the vectors' reader of bodies."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
for folder in (ROOT / "Tests" / "Vectors", ROOT / "Examples" / "python"):
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
