"""From a request to what is drawn: `evaluate(request, budget) -> Outcome`. Imports torch; runs in the worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.budget import Budget
    from engine.outcome import Outcome
    from engine.plan import Request


def evaluate(request: Request, budget: Budget) -> Outcome:
    """Evaluate everything that the request asks for.

    A function that fails has its `Problem` in its layers; the others are not touched by it. Raises `Cancelled` when
    the budget was cancelled.
    """
    raise NotImplementedError
