"""Load, faults and hostile peers for the real executable. Frames are written and read by the Python client's codec."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
BINARY = os.environ.get("WIREDESK_BIN", str(ROOT / ".build" / "release" / "wiredesk"))
if (folder := str(ROOT / "Examples" / "python")) not in sys.path:
    sys.path.insert(0, folder)
