"""What a server may ask for: protocol.md, "Authentication"."""

from __future__ import annotations

import hmac
import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from .errors import WiredeskError
from .results import Challenge


@dataclass(frozen=True)
class Token:
    """A name and a secret, which is never sent."""

    name: str
    secret: bytes = field(repr=False)

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> Token:
        """The first token of a file, `NAME SECRET` in a line of its own. Only the file's owner may have rights to it."""
        file = Path(path)
        if os.name == "posix" and file.stat().st_mode & 0o077:
            raise PermissionError(f"{file} holds a secret, but others have rights to it")
        for line in file.read_bytes().splitlines():
            words = line.split()
            if len(words) > 1 and not words[0].startswith(b"#"):
                return cls(words[0].decode(), words[1])
        raise ValueError(f"{file} holds no token")

    def proof(self, challenge: Challenge) -> dict[str, str]:
        """`auth` of the second HELLO. Python's `ssl` exports no keying material, hence no `binding`."""
        if challenge["scheme"] != "hmac-sha256" or "binding" in challenge:
            raise WiredeskError("unauthenticated", "the server asks for a proof that this client cannot give")
        if not re.fullmatch("[0-9a-f]{64}", challenge["nonce"]):
            raise WiredeskError("bad_reply", "the server's nonce is not 32 bytes in hexadecimal")
        message = b"wiredesk/1 client" + bytes.fromhex(challenge["nonce"])
        return {"name": self.name, "mac": hmac.digest(self.secret, message, "sha256").hex()}
