"""When a request is worth another try: protocol.md, "Errors"."""

from __future__ import annotations

import random
import time

from .errors import WiredeskError

# Seconds.
FIRST_PAUSE, LONGEST_PAUSE = 0.1, 5.0
# What an answer may take on the way, beyond its request's deadline.
MARGIN = 1.0


class Retries:
    """The tries of one request. `until` is the time (`time.monotonic`) at which its caller gives up."""

    def __init__(self, most: int, until: float) -> None:
        self.until = until
        self._left = most
        self._pause = FIRST_PAUSE

    def pause_after(self, error: WiredeskError) -> float | None:
        """Seconds to wait before the next try; None if there should be none. Longer each time, with some chance in it,
        never less than the server asks for."""
        if not error.retryable or not self._left:
            return None
        pause = max(error.retry_after or 0, self._pause * random.uniform(0.5, 1))  # noqa: S311 - no secret
        if time.monotonic() + pause >= self.until:
            return None
        self._left -= 1
        self._pause = min(self._pause * 2, LONGEST_PAUSE)
        return pause
