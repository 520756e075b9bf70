"""Many connections from one thread, each with bytes to send: all at once or a few at a time, reading or not."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from .peer import GREETING, connect
from .server import Address

# Seconds between two looks at everybody.
PAUSE = 0.02


@dataclass
class Member:
    peer: socket.socket
    unsent: memoryview


class Crowd:
    """Everybody shakes hands at once. `send` gives what a newcomer sends then, by its number. With a `pace`, each member sends that many bytes in a turn."""

    def __init__(self, server: Address, send: Callable[[int], bytes], *, reads: bool, pace: int = 1 << 30) -> None:
        self.came = 0
        self._server = server
        self._send = send
        self._reads = reads
        self._pace = pace
        self._members: list[Member] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for member in self._members:
            member.peer.close()

    @property
    def size(self) -> int:
        return len(self._members)

    @property
    def is_sending(self) -> bool:
        return any(member.unsent for member in self._members)

    def grow(self, size: int) -> None:
        """Newcomers, until there are as many."""
        while len(self._members) < size:
            peer = connect(self._server, self.came)
            peer.sendall(GREETING)
            peer.setblocking(False)
            self._members.append(Member(peer, memoryview(self._send(self.came))))
            self.came += 1

    def turn(self) -> None:
        """Everybody sends what the server takes. Whom it has sent away is gone afterwards."""
        staying = []
        for member in self._members:
            if self._is_alive(member):
                staying.append(member)
            else:
                member.peer.close()
        self._members = staying
        time.sleep(PAUSE)

    def _is_alive(self, member: Member) -> bool:
        try:
            if member.unsent:
                member.unsent = member.unsent[member.peer.send(member.unsent[: self._pace]) :]
        except BlockingIOError:
            pass
        except OSError:
            return False
        try:
            # Who does not read still learns of a reset.
            return bool(member.peer.recv(1 << 16, 0 if self._reads else socket.MSG_PEEK))
        except BlockingIOError:
            return True
        except OSError:
            return False
