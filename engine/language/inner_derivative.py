"""Derivatives inside an expression: f'(u), d/dx(...), ∂/∂a(...), exact, and differentiable in their turn."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from engine.torch_setup import torch

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.language.environment import Environment, Value


def differentiated(function: Callable[[torch.Tensor], Value], at: Value, order: int, environment: Environment) -> Value:
    """Return the order-th derivative of an elementwise function at a value, for each sample.

    The point is an alias of its own, so that only what depends on it through `function` counts; the result stays in
    the graph, so that an outer derivative goes through it. Where the function is not finite it is NaN.
    """
    with torch.enable_grad():
        point = environment.per_sample(at)
        point = point.view_as(point) if point.requires_grad else point.detach().clone().requires_grad_()
        value = function(point)
        for _ in range(order):
            environment.budget.check()
            if isinstance(value, float) or not value.requires_grad:
                return _zero_where_known(value)
            undefined = ~torch.isfinite(value.detach())
            (slope,) = torch.autograd.grad(value.sum(), point, create_graph=True, materialize_grads=True)
            value = slope.masked_fill(undefined, math.nan) if undefined.any() else slope
        return value


def _zero_where_known(value: Value) -> Value:
    """Return the derivative of a constant: 0, or NaN where the constant is not a number."""
    if isinstance(value, float):
        return 0.0 if math.isfinite(value) else math.nan
    return torch.zeros_like(value).masked_fill(~torch.isfinite(value), math.nan)
