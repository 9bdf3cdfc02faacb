"""∂f/∂a over all samples: how the whole curve moves when one parameter does, by one reverse pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.calculus.derivatives import derivative
from engine.torch_setup import torch

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.budget import Budget
    from engine.language.program import Program
    from engine.shapes import Array


def sensitivity(program: Program, x: Array, parameters: Mapping[str, float], name: str, budget: Budget) -> Array:
    """Return the derivative by the parameter at x of shape (N,); NaN where it is not known or f is not finite.

    Each sample has a parameter of its own, all of the same value, so that one pass tells them apart. Raises as
    `Budget.check` does.
    """
    before = budget.bytes_left
    samples = torch.tensor(x, dtype=torch.float64)
    own = torch.full_like(samples, parameters[name], requires_grad=True)
    try:
        value = program(samples, {**parameters, name: own}, budget)
        return derivative(value, own, further=False).detach().numpy()
    finally:
        budget.bytes_left = before
