"""What one evaluation may spend. `check()` stands in every loop turn and layer, and raises when it is spent."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from engine.problems import ProblemCode, fail

if TYPE_CHECKING:
    from collections.abc import Iterator

SECONDS = 2.0
STEPS = 5_000_000
BYTES = 1_000_000_000


class Cancelled(BaseException):
    """The evaluation was cancelled from another thread. A BaseException, so that no broad `except` eats it."""


class _Switch:
    """Off until it is on, for a budget and all that are renewed from it. Threads see an attribute change at once."""

    __slots__ = ("is_on",)

    def __init__(self) -> None:
        self.is_on = False


_unspent = 0.0
"""Seconds that no budget pays for."""


@contextmanager
def unspent() -> Iterator[None]:
    """Let time pass that no budget pays for: what is imported once is not one request's to pay."""
    global _unspent
    begun = time.thread_time()
    yield
    _unspent += time.thread_time() - begun


class Budget:
    """Steps (operations on a whole array of samples), seconds and bytes for one request.

    The seconds are those of the thread that computes, from its first `check()` on: what else the machine does at the
    same time must not make a function fail that is quick enough.
    """

    def __init__(self, *, seconds: float = SECONDS, steps: int = STEPS, bytes_: int = BYTES) -> None:
        self._seconds, self._steps, self._bytes = seconds, steps, bytes_
        self._steps_left = steps
        self.bytes_left = bytes_
        """Unlike steps and seconds, memory comes back: who frees it sets this back to what it was."""
        self._deadline: float | None = None
        self._in_time_until = 0.0
        """Before this, on the clock of the wall, the seconds cannot be spent."""
        self._cancelled = _Switch()

    def cancel(self) -> None:
        """Make the next `check()` raise `Cancelled`; may be called from any thread."""
        self._cancelled.is_on = True

    def renewed(self, *, seconds: float | None = None) -> Budget:
        """Return a budget that is as large as this one was at first, and that is cancelled together with it.

        `seconds`, if they are given, are its own.
        """
        other = Budget(seconds=self._seconds if seconds is None else seconds, steps=self._steps, bytes_=self._bytes)
        other._cancelled = self._cancelled
        return other

    def check(self, steps: int = 1, bytes_: int = 0) -> None:
        """Spend steps and bytes.

        Raises `Cancelled` after `cancel()`, and `EngineError` (too_many_steps, too_much_time, too_much_memory) when
        something is spent.
        """
        if self._cancelled.is_on:
            raise Cancelled
        self._steps_left -= steps
        self.bytes_left -= bytes_
        if self._steps_left < 0:
            raise fail(ProblemCode.TOO_MANY_STEPS, limit=f"{self._steps:,}")
        if self.bytes_left < 0:
            raise fail(ProblemCode.TOO_MUCH_MEMORY, limit=self._bytes // 1_000_000)
        if time.perf_counter() >= self._in_time_until:
            self._check_seconds()

    def _check_seconds(self) -> None:
        """Read the thread's clock, which takes as long as adding a thousand numbers: never before it can say so."""
        spent = time.thread_time() - _unspent
        if self._deadline is None:
            self._deadline = spent + self._seconds
        if spent > self._deadline:
            raise fail(ProblemCode.TOO_MUCH_TIME, limit=f"{self._seconds:g}")
        # A thread computes for no longer than time goes by.
        self._in_time_until = time.perf_counter() + 0.9 * (self._deadline - spent)
