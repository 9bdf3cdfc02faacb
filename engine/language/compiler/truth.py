"""Conditions at run time, in three values: a comparison with NaN neither holds nor fails.

The truth of a condition is a pair (holds, fails), each a bool or a bool tensor of shape (N,).
"""

from __future__ import annotations

import operator
from functools import reduce
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.language.compiler.block import Value
    from engine.language.tree import Comparison
    from engine.torch_setup import torch

Mask: TypeAlias = "bool | torch.Tensor"
Truth: TypeAlias = "tuple[Mask, Mask]"


def unequal(left: Value, right: Value) -> Any:
    """Return where the two differ; not where one is NaN."""
    return (left < right) | (left > right)


HOLDS: dict[Comparison, Callable[[Any, Any], Any]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": unequal,
}
OPPOSITE: dict[Comparison, Comparison] = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}


def comparison(*operators: Comparison) -> Callable[..., Truth]:
    """Return what compares one operand more than there are operators, as in `0 < x <= 1`."""

    def compare(*operands: Value) -> Truth:
        pairs = list(zip(operators, operands, operands[1:], strict=False))
        return conjunction(*((HOLDS[o](left, right), HOLDS[OPPOSITE[o]](left, right)) for o, left, right in pairs))

    return compare


def conjunction(*truths: Truth) -> Truth:
    """Return the truth of `a and b and ...`: it fails where one fails, whatever the others are."""
    return reduce(operator.and_, (t[0] for t in truths)), reduce(operator.or_, (t[1] for t in truths))


def disjunction(*truths: Truth) -> Truth:
    """Return the truth of `a or b or ...`: it holds where one holds, whatever the others are."""
    return negation(conjunction(*map(negation, truths)))


def negation(truth: Truth) -> Truth:
    """Return the truth of `not a`."""
    holds, fails = truth
    return fails, holds
