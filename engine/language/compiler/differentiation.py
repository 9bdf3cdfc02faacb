"""Derivatives inside an expression: `f''(x+1)` and `d/dx (...)`, exact by nested reverse mode."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from engine.calculus.derivatives import derivative
from engine.language.compiler.block import FLOAT_BYTES
from engine.torch_setup import torch

if TYPE_CHECKING:
    from engine.language.compiler.block import Block, Evaluation, Value


@dataclass(frozen=True, slots=True)
class Differentiation:
    """The derivative of a block by its first input, at run time."""

    block: Block
    order: int

    def __call__(self, evaluation: Evaluation, point: Value, *others: Value) -> torch.Tensor:
        """Return the derivative at `point`, shape (N,), linked to the graph of the point and the other inputs."""
        linked = torch.is_grad_enabled() and any(
            isinstance(value, torch.Tensor) and value.requires_grad for value in (point, *others)
        )
        with torch.enable_grad():
            variable = _variable(point, evaluation, linked=linked)
            value = self.block.run(replace(evaluation, recording=True), variable, *others)
            for order in range(1, self.order + 1):
                self._spend(evaluation, order)
                value = derivative(value, variable, further=linked or order < self.order)
        return value  # type: ignore[no-any-return]

    def _spend(self, evaluation: Evaluation, order: int) -> None:
        """Spend one more order: each about doubles the graph."""
        steps = max(1, self.block.cost) << order
        evaluation.budget.check(steps, FLOAT_BYTES * evaluation.count * steps)


def _variable(point: Value, evaluation: Evaluation, *, linked: bool) -> torch.Tensor:
    """Return the point as something of its own to differentiate by, one for each sample.

    One for each even if the point is the same for all, because the value may still differ from sample to sample.
    """
    if not isinstance(point, torch.Tensor):
        return torch.full((evaluation.count,), point, dtype=evaluation.dtype, requires_grad=True)
    everywhere = point if point.ndim else point.expand(evaluation.count)
    if linked and everywhere.requires_grad:
        return everywhere.view_as(everywhere)
    return everywhere.detach().requires_grad_()
