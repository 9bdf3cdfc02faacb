"""A straight-line program: a list of steps over registers, run once for all samples.

Registers hold floats (parameters, indices: torch's operations are fastest with a plain number on one side) or tensors
of shape (N,), rarely of shape (). A flat list has no recursion, so a sum of 5,000 terms is as good as one of two.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from engine.torch_setup import torch

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.budget import Budget
    from engine.language.compiler.record import Record

Value: TypeAlias = "float | torch.Tensor"
Registers: TypeAlias = "list[Any]"
Step: TypeAlias = "Callable[[Registers], None]"

FLOAT_BYTES = 8
EVALUATION_SLOT = 0
WATCHED = 64
"""Turns of a loop after which a backward pass looks at the budget again."""


@dataclass(slots=True)
class Evaluation:
    """What every step may ask: the number of samples, the budget, whether a graph is recorded, and in which type.

    `record`: where a routine notes which way each sample goes, if somebody asks.
    """

    count: int
    budget: Budget
    recording: bool
    dtype: torch.dtype
    record: Record | None = None

    def among(self, count: int) -> Evaluation:
        """Return the same for so many of the samples."""
        return Evaluation(count, self.budget, self.recording, self.dtype)

    def spend(self, steps: int) -> None:
        """Spend these steps, and what they keep in memory if a graph is recorded."""
        self.budget.check(steps, FLOAT_BYTES * self.count * steps if self.recording else 0)

    def watched(self, value: Any) -> Any:
        """Return the value so that each backward pass that comes through it looks at the budget: it can be cancelled.

        It is a view, in which what was computed from it alone comes together. What has no history is itself.
        """
        if not (self.recording and isinstance(value, torch.Tensor) and value.requires_grad):
            return value
        view = value.view_as(value)
        view.register_hook(partial(_look, self.budget))  # type: ignore[no-untyped-call]
        return view


def _look(budget: Budget, gradient: torch.Tensor) -> None:
    """Raise what the budget raises; the backward pass through this one looks, too."""
    budget.check(0)
    if gradient.requires_grad:
        gradient.register_hook(partial(_look, budget))  # type: ignore[no-untyped-call]


@dataclass(frozen=True, slots=True)
class Binding:
    """A name that a block reads: one of its own (an argument, an index), or one that all cards share."""

    name: str
    shared: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A compiled expression or condition.

    Its registers are the evaluation, the inputs (names that it binds, then names `captured` from where it stands), and
    `template`: its constants, and room for what is computed. `tensor`: its value is never a plain float. `cost` counts
    the operations of one run, `height` the blocks nested in it. `forks`: a routine is run, in which samples may part.
    """

    template: tuple[float | None, ...]
    captured: tuple[Binding, ...]
    steps: tuple[Step, ...]
    result: int
    tensor: bool
    cost: int
    height: int
    forks: bool = False

    def run(self, evaluation: Evaluation, *values: Value) -> Any:
        """Return the value for these inputs: first the names bound by the block, then those it captured."""
        registers = [evaluation, *values, *self.template]
        for step in self.steps:
            step(registers)
        return registers[self.result]


def make_step(function: Callable[..., Any], target: int, sources: tuple[int, ...], dead: tuple[int, ...]) -> Step:
    """Return the step `target = function(*sources)` that lets go of the registers in `dead`.

    A large array that is let go at once is the memory of the next operation, still in the processor's cache.
    """
    if len(sources) == 1:
        return _unary(function, target, *sources)
    if len(sources) == 2 and not dead:
        return _binary(function, target, *sources)
    if len(sources) == 2 and len(dead) == 1:
        return _last_binary(function, target, *sources, *dead)
    return _any_arity(function, target, sources, dead)


def _unary(function: Callable[..., Any], target: int, source: int) -> Step:
    def step(registers: Registers) -> None:
        registers[target] = function(registers[source])

    return step


def _binary(function: Callable[..., Any], target: int, left: int, right: int) -> Step:
    def step(registers: Registers) -> None:
        registers[target] = function(registers[left], registers[right])

    return step


def _last_binary(function: Callable[..., Any], target: int, left: int, right: int, dead: int) -> Step:
    def step(registers: Registers) -> None:
        registers[target] = function(registers[left], registers[right])
        registers[dead] = None

    return step


def _any_arity(function: Callable[..., Any], target: int, sources: tuple[int, ...], dead: tuple[int, ...]) -> Step:
    def step(registers: Registers) -> None:
        registers[target] = function(*[registers[source] for source in sources])
        for slot in dead:
            registers[slot] = None

    return step
