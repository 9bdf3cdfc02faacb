"""How long pictures take, which tells whether the last value of a drag is worth a quick picture before the full one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.outcome import Outcome
    from engine.plan import Quality, Request

SLOW_SECONDS = 0.01
"""A full picture that takes longer is waited for."""
TIMES = 2.0
"""A full picture that takes less than so many quick ones is the quickest way to itself."""


class Pace:
    """Remembers the last outcome, and how long pictures of its functions took at each quality."""

    def __init__(self) -> None:
        self._last: Outcome | None = None
        self._seconds: dict[Quality, float] = {}

    def saw(self, outcome: Outcome) -> None:
        """Remember the outcome, unless its seconds are those of a lens, too."""
        if outcome.request.inspected is not None and outcome.request.quality == "full":
            return
        if self._last is None or self._last.request.module != outcome.request.module:
            self._seconds.clear()
        self._last = outcome
        self._seconds[outcome.request.quality] = outcome.seconds

    def quick(self, request: Request) -> Request | None:
        """Return the request for the quick picture that comes before this one; None: there is no need of one."""
        if self._last is None or request.quality != "full" or request.module != self._last.request.module:
            return None
        if not {"live", "full"} <= self._seconds.keys():
            return None
        if self._seconds["full"] <= max(SLOW_SECONDS, TIMES * self._seconds["live"]):
            return None
        wanted = as_dragged(request)
        return None if as_dragged(self._last.request) == wanted else wanted


def as_dragged(request: Request) -> Request:
    """Return the request for the same curves as a drag shows them."""
    return replace(request, quality="live", y=(), features=False, inspected=None, lens="", traced_order=0)
