"""What each node costs: time forward and backward, and the bytes that torch keeps for its backward pass."""

from __future__ import annotations

import time
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Any

from engine.calculus.recorder import Operand, Place, Recorded, Recorder
from engine.calculus.trace import NONE, trace
from engine.torch_setup import torch

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from engine.budget import Budget
    from engine.calculus.graph import Trace
    from engine.language.names import Module
    from engine.language.switches import Switch

REPEATS = 9


@dataclass(frozen=True, slots=True)
class Cost:
    """Medians of seconds for one sample, and bytes; all 0 for a leaf and for a plain number."""

    forward: float = 0.0
    backward: float = 0.0
    kept: int = 0


def costs(
    module: Module,
    entry: int,
    at: float,
    parameters: Mapping[str, float],
    budget: Budget,
    switches: frozenset[Switch] = NONE,
) -> tuple[Trace, tuple[Cost, ...]]:
    """Return the trace, and what each of its nodes costs, in their order. Raises as `trace` does.

    A node to which no backward pass comes has no backward cost, and nothing is kept for it.
    """
    stopwatch = _Stopwatch(budget)
    made = trace(module, entry, at, parameters, budget, switches, recorder=stopwatch)
    found = tuple(stopwatch.costs.get(number, Cost()) for number in stopwatch.kept)
    walked = {made.edges[place].result for place in made.passed_back}
    return made, tuple(cost if place in walked else Cost(cost.forward) for place, cost in enumerate(found))


class _Stopwatch(Recorder):
    """A recorder that measures each operation when it has recorded it."""

    def __init__(self, budget: Budget) -> None:
        super().__init__(budget)
        self.costs: dict[int, Cost] = {}
        self.kept: list[int] = [0]
        """The numbers of the nodes of the finished trace."""

    def apply(self, operation: str, function: Callable[..., Any], operands: Sequence[Operand], place: Place) -> Operand:
        result = super().apply(operation, function, operands, place)
        if isinstance(result, Recorded) and result.number not in self.costs and result not in operands:
            self.costs[result.number] = _measured(function, operands)
        return result

    def finish(self, output: Operand, variable: Recorded) -> Trace:
        if isinstance(output, Recorded):
            self.kept = self._reached(output.number)
        return super().finish(output, variable)


def _measured(function: Callable[..., Any], operands: Sequence[Operand]) -> Cost:
    # Leaves of their own, so that a backward pass goes through this operation alone.
    values = [
        operand.tensor.detach().requires_grad_(operand.attached and operand.tensor.requires_grad)
        if isinstance(operand, Recorded)
        else operand
        for operand in operands
    ]
    forward, backward = [], []
    for _ in range(REPEATS):
        begun = time.perf_counter()
        result = function(*values)
        forward.append(time.perf_counter() - begun)
        if result.requires_grad:
            leaves = [value for value in values if isinstance(value, torch.Tensor) and value.requires_grad]
            begun = time.perf_counter()
            torch.autograd.grad(result, leaves, allow_unused=True)
            backward.append(time.perf_counter() - begun)
    return Cost(median(forward), median(backward) if backward else 0.0, _kept(function, values))


def _kept(function: Callable[..., Any], values: Sequence[Any]) -> int:
    """Return the bytes of the tensors that are saved for backward, each counted once."""
    saved: dict[int, torch.Tensor] = {}

    def pack(tensor: torch.Tensor) -> torch.Tensor:
        saved[tensor.data_ptr()] = tensor
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(pack, lambda tensor: tensor):
        result = function(*values)
    total = sum(tensor.nbytes for tensor in saved.values())
    del result
    return total
