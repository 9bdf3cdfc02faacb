"""Choose between branches: each is evaluated on those samples alone that take it.

So a branch that a sample did not take cannot touch its value or its derivatives, not even with a NaN.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from engine.language.tree import Compare, Condition, Not
from engine.torch_setup import torch

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.language.compiler import Run
    from engine.language.environment import Environment, Value
    from engine.language.tree import Expression

Truth: TypeAlias = "tuple[torch.Tensor, torch.Tensor]"
"""Where a condition holds, and where it does not; neither, where an operand is not a number (Kleene's logic)."""
Test: TypeAlias = "Callable[[Environment], Truth]"

COMPARISONS: dict[str, Callable[[torch.Tensor, torch.Tensor], torch.Tensor]] = {
    "<": torch.lt, "<=": torch.le, ">": torch.gt, ">=": torch.ge, "==": torch.eq, "!=": torch.ne}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Branch:
    """One `condition: value`, compiled."""

    test: Test
    value: Run


def compile_condition(node: Condition, compile_operand: Callable[[Expression], Run]) -> Test:
    """Return the closure that tells where a condition holds."""
    if isinstance(node, Compare):
        operands = [compile_operand(operand) for operand in node.operands]
        compared = [COMPARISONS[operator] for operator in node.operators]
        return lambda environment: _chain([_plain(run(environment)) for run in operands], compared)
    if isinstance(node, Not):
        opposite = compile_condition(node.operand, compile_operand)
        return lambda environment: opposite(environment)[::-1]
    tests = [compile_condition(operand, compile_operand) for operand in node.operands]
    joined = _both if node.operator == "and" else _either
    return lambda environment: _joined([test(environment) for test in tests], joined)


def _plain(value: Value) -> torch.Tensor:
    return torch.tensor(value, dtype=torch.float64) if isinstance(value, float) else value.detach()


def _chain(values: list[torch.Tensor], operators: list[Callable[..., torch.Tensor]]) -> Truth:
    links = [
        _compared(left, right, operator) for left, right, operator in zip(values, values[1:], operators, strict=False)
    ]
    return _joined(links, _both)


def _compared(left: torch.Tensor, right: torch.Tensor, operator: Callable[..., torch.Tensor]) -> Truth:
    known = ~(torch.isnan(left) | torch.isnan(right))
    holds = operator(left, right) & known
    return holds, known & ~holds


def _joined(truths: list[Truth], join: Callable[[Truth, Truth], Truth]) -> Truth:
    made = truths[0]
    for truth in truths[1:]:
        made = join(made, truth)
    return made


def _both(left: Truth, right: Truth) -> Truth:
    return left[0] & right[0], left[1] | right[1]


def _either(left: Truth, right: Truth) -> Truth:
    return left[0] | right[0], left[1] & right[1]


def choose(branches: list[Branch], otherwise: Run | None, environment: Environment) -> Value:
    """Return for each sample the value of the first branch that it takes; NaN where it takes none."""
    live = torch.ones((), dtype=torch.bool)
    made: Value = math.nan
    for branch in branches:
        holds, fails = branch.test(environment)
        made = _put(made, live & holds, branch.value, environment)
        live = live & fails
        if not live.any():
            return made
    return made if otherwise is None else _put(made, live, otherwise, environment)


def _put(made: Value, taken: torch.Tensor, value: Run, environment: Environment) -> Value:
    """Return `made` with the value of a branch where it is taken."""
    if not taken.any():
        return made
    if taken.all():
        return value(environment)
    samples = taken.nonzero().squeeze(1)
    inner = environment.at(samples)
    return environment.per_sample(made).index_put((samples,), inner.per_sample(value(inner)))
