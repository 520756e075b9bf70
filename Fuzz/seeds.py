"""Makes the fuzzer's first inputs from the protocol's vectors and the examples: seeds.py FOLDER"""

import pathlib
import sys
import zlib

ROOT = pathlib.Path(__file__).resolve().parent.parent


def vector_bytes(path):
    """The bytes of a vector: hexadecimal, `XX*COUNT` for repeats, `#` begins a comment."""
    data = bytearray()
    for line in path.read_text().splitlines():
        for word in line.split("#")[0].split():
            byte, _, count = word.partition("*")
            data += bytes([int(byte, 16)]) * int(count or 1)
    return bytes(data)


def seeds():
    """Yields target, name and bytes."""
    for path in sorted((ROOT / "Tests/Vectors").rglob("*.hex")):
        data = vector_bytes(path)
        if len(data) > 8000:
            continue
        name = f"{path.parent.name}-{path.stem}"
        # The first byte of a `frames` input is the size of the pieces.
        yield "frames", name, b"\x10" + data
        yield "bodies", name, data
    # The first byte of a `proxy` input says where it is split.
    signature = bytes.fromhex("0d0a0d0a000d0a515549540a")
    yield "proxy", "local", b"\x00" + signature + bytes.fromhex("20000000")
    yield "proxy", "ipv4", b"\x07" + signature + bytes.fromhex("2111000cc00002070a000001c3501cf3")
    yield "proxy", "ipv6", b"\x15" + signature + bytes.fromhex("21210024") + bytes(36)
    for path in sorted((ROOT / "Examples").iterdir()):
        if path.suffix not in (".html", ".txt"):
            continue
        data = path.read_bytes()
        yield "inflate", path.name, len(data).to_bytes(2, "big") + zlib.compress(data)
        yield "charset", path.name, b"\x00" + data
        yield "html" if path.suffix == ".html" else "text", path.name, data
        yield "pipeline", path.name, b"\x00\x00" + data


for target, name, data in seeds():
    folder = pathlib.Path(sys.argv[1], target)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)
