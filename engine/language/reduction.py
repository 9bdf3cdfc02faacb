"""Sums and products over a count."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from engine.problems import ProblemCode, fail

if TYPE_CHECKING:
    from engine.language.compiler import Run
    from engine.language.environment import Environment, Value
    from engine.language.tree import Reduction

MOST_TERMS = 10_000


def reduce(node: Reduction, start: Value, stop: Value, body: Run, cost: int, environment: Environment) -> Value:
    """Return the sum or product of the body over start, start + 1, ... <= stop; `cost` is the body's steps.

    Raises `EngineError`: needs_literal for bounds that differ between samples, too_many_terms, or a spent budget.
    """
    first, last = _bound(node, start), _bound(node, stop)
    if math.isnan(first) or math.isnan(last):
        return math.nan
    count = _count(node, first, last)
    total: Value = 0.0 if node.operator == "sum" else 1.0
    for step in range(count):
        environment.budget.check(cost, 8 * cost * environment.count)
        term = body(environment.bind(node.index, first + step))
        total = total + term if node.operator == "sum" else total * term
    return total


def _bound(node: Reduction, value: Value) -> float:
    if isinstance(value, float):
        return value
    if value.ndim == 0:
        return value.item()
    raise fail(ProblemCode.NEEDS_LITERAL, node.span, what=f"A bound of `{node.operator}`", example="10")


def _count(node: Reduction, first: float, last: float) -> int:
    terms = last - first
    if terms < 0:
        return 0
    if not terms < MOST_TERMS:
        count = "infinitely many" if math.isinf(terms) or math.isnan(terms) else f"{terms + 1:,.0f}"
        raise fail(ProblemCode.TOO_MANY_TERMS, node.span, name=node.operator, count=count, limit=f"{MOST_TERMS:,}")
    return math.floor(terms) + 1
