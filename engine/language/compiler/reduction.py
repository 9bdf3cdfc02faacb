"""Sums and products over an index: a loop of plain numbers, each turn spending the budget."""

from __future__ import annotations

import math
import operator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.problems import ProblemCode, fail
from engine.torch_setup import torch

if TYPE_CHECKING:
    from engine.language.compiler.block import Block, Evaluation, Value
    from engine.language.tree import Reduction

MAXIMUM_TERMS = 10_000


@dataclass(frozen=True, slots=True)
class Loop:
    """A reduction at run time; `body` binds the index."""

    node: Reduction
    body: Block

    def __call__(self, evaluation: Evaluation, start: Value, stop: Value, *captured: Value) -> Value:
        """Return the sum or product over start, start+1, ... <= stop; NaN if a bound is not a finite number.

        Raises `EngineError`: needs_literal if a bound differs from sample to sample, too_many_terms.
        """
        first, last = self._bound(start), self._bound(stop)
        if not math.isfinite(first) or not math.isfinite(last):
            return math.nan
        combine, total = (operator.add, 0.0) if self.node.operator == "sum" else (operator.mul, 1.0)
        for turn in range(self._terms(first, last)):
            evaluation.spend(self.body.cost)
            total = combine(total, self.body.run(evaluation, first + turn, *captured))
        return total

    def _terms(self, first: float, last: float) -> int:
        terms = max(0, math.floor(last - first) + 1)
        if terms > MAXIMUM_TERMS:
            values = {"name": self.node.operator, "count": f"{terms:,}", "limit": f"{MAXIMUM_TERMS:,}"}
            raise fail(ProblemCode.TOO_MANY_TERMS, self.node.span, **values)
        return terms

    def _bound(self, value: Value) -> float:
        if not isinstance(value, torch.Tensor):
            return value
        if value.numel() and bool((value != value.flatten()[0]).any()) and not bool(value.isnan().all()):
            what = "Each end of a sum or product"
            raise fail(
                ProblemCode.NEEDS_LITERAL, self.node.span, what=what, example=f"{self.node.operator}(k, 1, 10, x^k)"
            )
        return value.flatten()[0].item() if value.numel() else math.nan
