"""Sums and products over an index, in a loop of which each turn spends the budget.

The index is a plain number where its first value is one, so that `x^k` is a power with a number as exponent.
"""

from __future__ import annotations

import math
import operator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.language.compiler.arithmetic import as_tensor
from engine.language.compiler.block import WATCHED
from engine.language.compiler.lanes import cut_down, indices, joined
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

        Raises `EngineError` (too_many_terms, and what `Budget.check` raises).
        """
        terms = _plain(stop) - _plain(start) + 1
        if isinstance(terms, float):
            total = self._total(evaluation, terms, start, *captured)
            # Of no terms it is a plain number, which the functions that follow do not expect of a body of tensors.
            return as_tensor(total) if self.body.tensor else total
        whole = torch.where(terms.isfinite(), terms.floor().clamp(min=0), math.nan)
        pieces = []
        for number in sorted(set(whole[whole.isfinite()].tolist())):
            chosen = indices(whole == number)
            there = evaluation.among(chosen.numel())
            pieces.append((chosen, self._total(there, number, *cut_down((start, *captured), chosen))))
        return joined(pieces, evaluation)

    def _total(self, evaluation: Evaluation, terms: float, start: Value, *captured: Value) -> Value:
        """Return the total of equally many terms at all samples."""
        if not math.isfinite(terms):
            return math.nan
        if terms >= MAXIMUM_TERMS + 1:
            values = {"name": self.node.operator, "count": f"{terms:,.6g}", "limit": f"{MAXIMUM_TERMS:,}"}
            raise fail(ProblemCode.TOO_MANY_TERMS, self.node.span, **values)
        combine, total = (operator.add, 0.0) if self.node.operator == "sum" else (operator.mul, 1.0)
        inputs = captured
        for turn in range(math.floor(terms)):
            evaluation.spend(self.body.cost)
            if turn % WATCHED == WATCHED - 1:  # rarely: a look costs as much as an operation
                inputs = tuple(evaluation.watched(value) for value in captured)
            total = combine(total, self.body.run(evaluation, start + turn, *inputs))
        return total


def _plain(value: Value) -> Value:
    """Return the value without history, as a plain number if it is one for all samples."""
    if not isinstance(value, torch.Tensor):
        return value
    return value.detach() if value.ndim else value.item()
