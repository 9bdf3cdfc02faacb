"""The function and its derivatives over all samples, by reverse mode over reverse mode."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from engine.problems import ProblemCode, fail
from engine.torch_setup import torch

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.budget import Budget
    from engine.language.program import Program


def derivatives(
    program: Program, samples: torch.Tensor, parameters: Mapping[str, float], highest: int, budget: Budget
) -> list[torch.Tensor]:
    """Return the derivatives of order 0 to `highest` at samples of shape (N,): detached float64 tensors (N,).

    An elementwise function's derivative at every sample is the gradient of the sum of its values. Where a derivative
    is not finite, or the function is not, every higher one is NaN. Raises `EngineError` when the budget is spent.
    """
    try:
        if highest == 0:
            with torch.no_grad():
                return [program(samples, parameters, budget).contiguous()]
        return _nested(program, samples, parameters, highest, budget)
    except RuntimeError as error:
        if "alloc" in str(error):
            raise fail(ProblemCode.TOO_MUCH_MEMORY, limit="1,000") from None
        raise


def _nested(
    program: Program, samples: torch.Tensor, parameters: Mapping[str, float], highest: int, budget: Budget
) -> list[torch.Tensor]:
    with torch.enable_grad():
        x = samples.detach().requires_grad_()
        value = program(x, parameters, budget)
        found = [value.detach().contiguous()]
        for order in range(1, highest + 1):
            budget.check(program.steps << order)
            total = value.sum()
            slope = _slope(value, total, x, create_graph=order < highest)
            if not math.isfinite(total.item()):
                slope = slope.masked_fill(~torch.isfinite(found[-1]), math.nan)
            value = slope
            found.append(_plain(value))
    return found


def _slope(value: torch.Tensor, total: torch.Tensor, x: torch.Tensor, *, create_graph: bool) -> torch.Tensor:
    if not value.requires_grad:
        return torch.zeros_like(value)
    (slope,) = torch.autograd.grad(total, x, create_graph=create_graph, materialize_grads=True)
    return slope


def _plain(value: torch.Tensor) -> torch.Tensor:
    """Return the values alone. A copy, because torch's zeros of a second derivative may have no storage."""
    return value.detach().clone()
