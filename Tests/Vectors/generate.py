#!/usr/bin/env python3
"""Writes the golden vectors beside this file and the worked exchanges in protocol.md.

    python3 Tests/Vectors/generate.py           write them
    python3 Tests/Vectors/generate.py --check   say what would change, and fail if anything would

Standard library only. Compressed payloads depend on the zlib that Python was built with: another one may write other
bytes that mean the same.
"""

from __future__ import annotations

import sys
from pathlib import Path

from generator import bodies, exchanges, frames, streams

HERE = Path(__file__).resolve().parent
PROTOCOL = HERE.parent.parent / "protocol.md"


def outputs() -> dict[Path, str]:
    files = {}
    for module in (frames, streams, bodies, exchanges):
        for vector in module.vectors():
            path = HERE / vector.path
            if path in files:
                raise SystemExit(f"two vectors called {vector.path}")
            files[path] = vector.text()
    files[PROTOCOL] = exchanges.inserted(PROTOCOL.read_text(encoding="utf-8"))
    return files


def main() -> int:
    files = outputs()
    stale = [path for path in HERE.glob("*/*.hex") if path not in files]
    changed = [path for path, text in files.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    if "--check" in sys.argv[1:]:
        for path in changed + stale:
            print(f"out of date: {path.relative_to(HERE.parent.parent)}")
        return 1 if changed or stale else 0
    for path in stale:
        path.unlink()
    for path in changed:
        path.parent.mkdir(exist_ok=True)
        path.write_text(files[path], encoding="utf-8")
    print(f"{len(files) - 1} vectors, {len(changed)} files written, {len(stale)} removed")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
