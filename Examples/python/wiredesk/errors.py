"""Why a request or a connection failed."""

from __future__ import annotations


class WiredeskError(Exception):
    """`code` is a name of protocol.md, "Errors"; `retryable` says whether the same request may succeed when it is sent
    again, and `retry_after` (seconds) how long to wait before that. `trace` is the trace that the request was sent with,
    when a server answered it with this error: what to look for in the server's log."""

    def __init__(
        self,
        code: str,
        message: str,
        retryable: bool = False,
        retry_after: float | None = None,
        trace: str | None = None,
    ) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code
        self.message = message
        self.retryable = retryable
        self.retry_after = retry_after
        self.trace = trace

    def __reduce__(self) -> tuple[type[WiredeskError], tuple[str, str, bool, float | None, str | None]]:
        # Process pools and Spark send exceptions from one process to another.
        return WiredeskError, (self.code, self.message, self.retryable, self.retry_after, self.trace)
