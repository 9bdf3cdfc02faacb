"""A tape: the operations by which torch computed a function and its derivatives, in a row, to be run again as they are.

A drag evaluates the same function at the same samples for one value of a parameter after the other, and every time
autograd would record the same graph and walk it back. The tape is what torch itself did once, forward and backward
(`engine.calculus.tape_recorder` saw it); running it takes neither graph nor walk, no operation twice, and what no
parameter touches is kept from the last time. Also called a Wengert list (Griewank and Walther, Evaluating Derivatives,
2008, chapter 4).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine.language.compiler.block import make_step
from engine.torch_setup import torch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from engine.language.compiler.block import Registers, Step


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation on registers."""

    function: Callable[..., Any]
    sources: tuple[int, ...]
    target: int


class Tape:
    """Operations over registers: the samples, the parameters, then constants and room for what is computed."""

    def __init__(
        self, operations: list[Operation], template: Registers, results: tuple[int, ...], parameters: int
    ) -> None:
        self._results, self._template = results, template
        moved = set(range(1, 1 + parameters))
        steady, moving = [], []
        for operation in needed(operations, results):
            if moved.isdisjoint(operation.sources):
                steady.append(operation)
            else:
                moved.add(operation.target)
                moving.append(operation)
        self._steady = steps(steady, frozenset())
        self._moving = steps(moving, frozenset(moved.difference(results)))
        self._fresh = [one in moved and one > parameters and one not in results[:k] for k, one in enumerate(results)]
        self._kept: tuple[torch.Tensor, Registers] | None = None

    def run(self, samples: torch.Tensor, parameters: Iterable[float]) -> list[torch.Tensor]:
        """Return the results for these samples, as many as were recorded, and parameters; each has its own memory."""
        with torch.inference_mode():
            values = [torch.tensor(value, dtype=torch.float64) for value in parameters]
            registers = [samples, *values, *self._steadied(samples, len(values))]
            for step in self._moving:
                step(registers)
            found = [registers[result] for result in self._results]
            return [value if fresh else value.clone() for value, fresh in zip(found, self._fresh, strict=True)]

    def _steadied(self, samples: torch.Tensor, parameters: int) -> Registers:
        """Return the registers from the constants on, with what depends on the samples alone."""
        if not self._steady:
            return self._template
        kept = self._kept
        if kept is None or not torch.equal(kept[0], samples):
            own = samples.clone()  # its owner may write into it
            registers = [own, *[None] * parameters, *self._template]
            for step in self._steady:
                step(registers)
            self._kept = kept = own, registers[1 + parameters :]
        return kept[1]


def needed(operations: list[Operation], results: tuple[int, ...]) -> list[Operation]:
    """Return the operations without those whose result nobody uses."""
    used, found = set(results), []
    for operation in reversed(operations):
        if operation.target in used:
            used.update(operation.sources)
            found.append(operation)
    return found[::-1]


def steps(operations: list[Operation], passing: frozenset[int]) -> list[Step]:
    """Return what runs the operations, and lets go of the registers in `passing` after their last use."""
    last = {source: place for place, operation in enumerate(operations) for source in operation.sources}
    made = []
    for place, operation in enumerate(operations):
        dead = tuple(source for source in {*operation.sources} & passing if last[source] == place)
        made.append(make_step(operation.function, operation.target, operation.sources, dead))
    return made
