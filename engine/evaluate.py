"""From a request to what is drawn: `evaluate(request, budget) -> Outcome`. Imports torch; runs in the worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.budget import Budget
    from engine.plan import Request
    from engine.problems import Problem
    from engine.shapes import Shape


@dataclass(frozen=True, slots=True)
class LayerOutcome:
    """What one layer made of one function: its shapes, or the problem that stopped it."""

    layer: str
    function: int
    shapes: tuple[Shape, ...] = ()
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Readout:
    """The numbers at the cursor: `values[k]` is the k-th derivative there (NaN: not known), orders 0 to 2 at least."""

    function: int
    x: float
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that was evaluated for one request. `seconds` is the time spent, `samples` the number of evaluated points."""

    request: Request
    layers: tuple[LayerOutcome, ...]
    readouts: tuple[Readout, ...]
    samples: int
    seconds: float

    @property
    def problems(self) -> dict[int, Problem]:
        """The first problem of each function that has one, by the function's key."""
        found: dict[int, Problem] = {}
        for layer in self.layers:
            if layer.problem is not None:
                found.setdefault(layer.function, layer.problem)
        return found


def evaluate(request: Request, budget: Budget) -> Outcome:
    """Evaluate everything that the request asks for.

    A function that fails has its `Problem` in its layers; the others are not touched by it. Raises `Cancelled` when
    the budget was cancelled.
    """
    raise NotImplementedError
