"""Stands between the cases and a good server and breaks one rule in what the server says."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable
from dataclasses import replace

from wiredesk import frames as wire
from wiredesk.frames import Frame, FrameDecoder, encode_frame

PREFACE_LENGTH = 8
# What becomes of a frame; nothing drops it.
Spoil = Callable[[Frame], "Frame | None"]


def on(kind: int, change: Callable[[Frame], Frame | None]) -> Spoil:
    return lambda frame: change(frame) if frame.type == kind else frame


def half_credit(frame: Frame) -> Frame:
    requests, size = struct.unpack("<II", frame.payload)
    return replace(frame, payload=struct.pack("<II", requests, size - 1))


SPOILS: dict[str, tuple[str, Spoil]] = {
    "PONG has another id": ("PING", on(wire.PONG, lambda frame: replace(frame, id=frame.id ^ 1))),
    "PONG has no payload": ("PING", on(wire.PONG, lambda frame: replace(frame, payload=b""))),
    "CREDIT never comes": ("Credits", on(wire.CREDIT, lambda _: None)),
    "CREDIT is a byte short": ("Credits", on(wire.CREDIT, half_credit)),
    "PARTs never come": ("Streaming", on(wire.PART, lambda _: None)),
    "a PART has the next stage's code": ("Streaming", on(wire.PART, lambda frame: replace(frame, code=frame.code % 3 + 1))),
    "results answer another request": ("Replies", on(wire.RESULT, lambda frame: replace(frame, id=frame.id + 1))),
    "errors have another number": ("Options", on(wire.ERROR, lambda frame: replace(frame, code=frame.code + 1))),
    "errors are not retryable": ("GOAWAY", on(wire.ERROR, lambda frame: replace(
        frame, payload=frame.payload.replace(b"true", b"false")))),
    "errors lose their trace": ("Errors", on(wire.ERROR, lambda frame: replace(frame, extensions={}))),
    "a label is misspelt": ("Stages", on(wire.RESULT, lambda frame: replace(
        frame, payload=frame.payload.replace(b'"reading"', b'"raeding"')))),
    "spans are one too long": ("Spans", on(wire.RESULT, lambda frame: replace(
        frame, payload=frame.payload.replace(b'"end":1', b'"end":91')))),
    "checksums are left out": ("CRC-32", on(wire.RESULT, lambda frame: replace(frame, extensions={}))),
    "HELLO leaves a field out": ("HELLO", on(wire.HELLO, lambda frame: replace(
        frame, payload=frame.payload.replace(b"maxRaw", b"maxraw")))),
}  # fmt: skip


class Spoiler:
    def __init__(self, server: tuple[str, int], spoil: Spoil) -> None:
        self._server = server
        self._spoil = spoil
        self._listener = socket.create_server(("127.0.0.1", 0))

    def __enter__(self) -> str:
        threading.Thread(target=self._accept, daemon=True).start()
        return f"wiredesk://127.0.0.1:{self._listener.getsockname()[1]}"

    def __exit__(self, *_: object) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            server = socket.create_connection(self._server)
            threading.Thread(target=self._carry, args=(client, server), daemon=True).start()
            threading.Thread(target=self._spoil_replies, args=(server, client), daemon=True).start()

    @staticmethod
    def _carry(client: socket.socket, server: socket.socket) -> None:
        try:
            while data := client.recv(65_536):
                server.sendall(data)
            server.shutdown(socket.SHUT_WR)
        except OSError:
            pass

    def _spoil_replies(self, server: socket.socket, client: socket.socket) -> None:
        decoder, start = FrameDecoder(1 << 30), b""
        with server, client:
            try:
                while data := server.recv(65_536):
                    if len(start) < PREFACE_LENGTH:
                        taken = PREFACE_LENGTH - len(start)
                        start += data[:taken]
                        client.sendall(data[:taken])
                        data = data[taken:]
                    for frame in decoder.feed(data):
                        self._pass_on(frame, client)
            except OSError:
                pass

    def _pass_on(self, frame: Frame, client: socket.socket) -> None:
        if spoiled := self._spoil(frame):
            checked = wire.CRC32 in spoiled.extensions
            extensions = {kind: value for kind, value in spoiled.extensions.items() if kind != wire.CRC32}
            client.sendall(
                encode_frame(
                    spoiled.type,
                    spoiled.payload,
                    flags=spoiled.flags & ~wire.EXTENDED,
                    code=spoiled.code,
                    id=spoiled.id,
                    extensions=extensions,
                    checksum=checked,
                )
            )
