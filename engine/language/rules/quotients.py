"""Quotients that are 0/0 at 0, exact near it in every order, and undefined at it."""

from __future__ import annotations

import math

from engine.language.rules.trigonometric import sine_quotient
from engine.torch_setup import torch

TERMS = 24
"""Of the series of (exp(x) - 1)/x; where |x| < 1 what is left out stays below a rounding error to the fifth order."""


def sine_over(x: torch.Tensor) -> torch.Tensor:
    """Return sin(x)/x."""
    return _undefined_at_zero(x, sine_quotient(x))


def versine_over(x: torch.Tensor) -> torch.Tensor:
    """Return (1 - cos(x))/x², which is (sin(x/2)/(x/2))²/2."""
    return _undefined_at_zero(x, sine_quotient(x / 2).square() / 2)


def exponential_over(x: torch.Tensor) -> torch.Tensor:
    """Return (exp(x) - 1)/x."""
    near = x.detach().abs() < 1.0
    outside, inside = torch.where(near, 1.0, x), torch.where(near, x, 0.0)
    total = torch.full_like(inside, 1 / math.factorial(TERMS + 1))
    for k in range(TERMS, 0, -1):
        total = total * inside + 1 / math.factorial(k)
    return _undefined_at_zero(x, torch.where(near, total, torch.expm1(outside) / outside))


def _undefined_at_zero(x: torch.Tensor, result: torch.Tensor) -> torch.Tensor:
    return torch.where(x.detach() == 0.0, math.nan, result)
