"""Which tape to run in a drag: made when the same is asked again, believed after it gave what autograd gave."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from engine.calculus.gradient import gradient
from engine.calculus.tape_recorder import NoTape, TapeRecorder
from engine.problems import EngineError
from engine.torch_setup import torch

if TYPE_CHECKING:
    from engine.budget import Budget
    from engine.calculus.tape import Tape
    from engine.language.program import Program

MOST_TAPES = 3
"""For one function: numbers of samples and orders that take turns."""

Numbers = tuple[float, ...]


class Tapes:
    """The tapes of one function, by number of samples and highest order."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._trials: dict[tuple[int, int], Trial] = {}

    def trial(self, samples: torch.Tensor, highest: int) -> Trial:
        """Return what is known of a tape for so many samples and orders."""
        key = samples.numel(), highest
        if key not in self._trials:
            if len(self._trials) == MOST_TAPES:
                del self._trials[next(iter(self._trials))]
            self._trials[key] = Trial(self._program, highest)
        return self._trials[key]


class Trial:
    """One tape on trial.

    Of two runs with the same numbers nothing is learned, so it is believed for other values of just those parameters
    with which it was compared.
    """

    def __init__(self, program: Program, highest: int) -> None:
        self._program, self._highest = program, highest
        self._met = self._refused = False
        self._tape: Tape | None = None
        self._first: Numbers = ()
        """The parameters with which it was made."""
        self._proven: set[int] = set()

    def run(self, samples: torch.Tensor, numbers: Numbers) -> list[torch.Tensor] | None:
        """Return the orders by the tape; None: there is none, or it is not proven. `numbers` are the parameters."""
        if self._tape is None or not self._moved(numbers) <= self._proven:
            return None
        return masked(self._tape.run(samples, numbers))

    def learn(self, samples: torch.Tensor, numbers: Numbers, orders: list[torch.Tensor], budget: Budget) -> None:
        """Take note of what autograd gave, to make a tape or to prove it."""
        if self._refused:
            return
        if not self._met:
            self._met = True
        elif self._tape is None:
            self._record(samples, numbers, budget)
        elif all(map(same, masked(self._tape.run(samples, numbers)), orders)):
            self._proven |= self._moved(numbers)
        else:
            self._tape, self._refused = None, True

    def _moved(self, numbers: Numbers) -> set[int]:
        return {place for place, (now, then) in enumerate(zip(numbers, self._first, strict=True)) if now != then}

    def _record(self, samples: torch.Tensor, numbers: Numbers, budget: Budget) -> None:
        try:
            self._tape, self._first = record(self._program, samples, numbers, self._highest, budget), numbers
        except (NoTape, EngineError):
            self._refused = True


@lru_cache(maxsize=64)
def tapes_of(program: Program) -> Tapes:
    """Return the tapes of the program, the same as long as it is in use."""
    return Tapes(program)


def record(program: Program, samples: torch.Tensor, numbers: Numbers, highest: int, budget: Budget) -> Tape:
    """Return the tape of the function and its derivatives up to `highest`; raises `NoTape`, and as `Program` does."""
    variable = samples.clone().requires_grad_(highest > 0)
    values = [torch.tensor(number, dtype=samples.dtype) for number in numbers]
    recorder = TapeRecorder(variable, values)
    with recorder:
        orders = [program(variable, dict(zip(program.parameters, values, strict=True)), budget)]
        for _ in range(highest):
            total = orders[-1].sum()
            is_moved = total.requires_grad
            orders.append(gradient(total, variable, further=True) if is_moved else torch.zeros_like(variable))
        return recorder.tape(orders)


def masked(orders: list[torch.Tensor]) -> list[torch.Tensor]:
    """Return the orders, each not a number where the one below is not finite, whatever autograd says there."""
    found = orders[:1]
    for order in orders[1:]:
        below = found[-1]
        found.append(order if math.isfinite(below.sum().item()) else order + (below - below))
    return found


def same(one: torch.Tensor, other: torch.Tensor) -> bool:
    """Return whether both are the same numbers, to the last bit; what is no number is the same as another such."""
    return bool(torch.all((one == other) | (one.isnan() & other.isnan())))
