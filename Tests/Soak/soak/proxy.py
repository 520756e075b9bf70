"""A network that misbehaves: passes bytes on between a client and a server, with faults."""

from __future__ import annotations

import asyncio
import contextlib
import random
import socket
import struct
import threading
from collections import Counter
from typing import Self

from .server import Address

FAULTS = ["delay", "split", "reset", "half-close", "corrupt", "stall"]
# Bytes between one fault and the next, at most.
SPACING = 60_000
# Seconds: of a delay, and after which a stalled direction is cut for good.
DELAY, STALL = 0.3, 3.0


class FaultyNetwork:
    """Ways to one server, each a port of its own. Every connection meets one fault after the other, in either direction,
    until it has ended."""

    def __init__(self, server: Address, ways: int, seed: int) -> None:
        self.faults: Counter[str] = Counter()
        self.uris: list[str] = []
        self.is_faulty = True
        self._server = server
        self._chance = random.Random(seed)
        self._listeners: list[asyncio.Server] = []
        self._tasks: set[asyncio.Task[None] | None] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        for _ in range(ways):
            listener = asyncio.run_coroutine_threadsafe(
                asyncio.start_server(self._connect, "127.0.0.1", 0), self._loop
            ).result()
            self._listeners.append(listener)
            self.uris.append(f"wiredesk://127.0.0.1:{listener.sockets[0].getsockname()[1]}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _end(self) -> None:
        for listener in self._listeners:
            listener.close()
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # The loop itself holds tasks too loosely to keep one that waits for nobody else's.
        task = asyncio.current_task()
        self._tasks.add(task)
        try:
            await self._join(reader, writer)
        finally:
            self._tasks.discard(task)

    async def _join(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            far_reader, far_writer = await asyncio.open_connection(*self._server)
        except OSError:
            writer.transport.abort()
            return
        for end in (writer, far_writer):
            end.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        ways = (self._carry(reader, far_writer, writer), self._carry(far_reader, writer, far_writer))
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.gather(*ways, return_exceptions=True)
        for end in (writer, far_writer):
            end.close()

    async def _carry(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, back: asyncio.StreamWriter
    ) -> None:
        left = self._chance.randrange(SPACING)
        while data := await reader.read(1 << 16):
            while self.is_faulty and len(data) > left:
                writer.write(data[:left])
                data = data[left:]
                left = self._chance.randrange(SPACING)
                fault = self._chance.choice(FAULTS)
                self.faults[fault] += 1
                if fault == "delay":
                    await asyncio.sleep(self._chance.uniform(0, DELAY))
                elif fault == "split":
                    for byte in data[:500]:
                        writer.write(bytes([byte]))
                        await writer.drain()
                    data = data[500:]
                    left = max(left, 1)
                elif fault == "corrupt":
                    data = bytes([data[0] ^ 1 << self._chance.randrange(8)]) + data[1:]
                    left = max(left, 1)
                elif fault == "half-close":
                    writer.write_eof()
                    return
                elif fault == "stall":
                    # What is on its way never arrives, and nobody says so.
                    await asyncio.sleep(STALL)
                    _reset(writer, back)
                    return
                else:
                    _reset(writer, back)
                    return
            left -= len(data)
            writer.write(data)
            await writer.drain()
        writer.write_eof()


def _reset(*ends: asyncio.StreamWriter) -> None:
    for end in ends:
        end.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        end.transport.abort()
