"""Trigonometric functions that torch has no rule for."""

from __future__ import annotations

import math

from engine.torch_setup import torch


def cot(x: torch.Tensor) -> torch.Tensor:
    """Return cos/sin."""
    return torch.cos(x) / torch.sin(x)


def sec(x: torch.Tensor) -> torch.Tensor:
    """Return 1/cos."""
    return 1.0 / torch.cos(x)


def csc(x: torch.Tensor) -> torch.Tensor:
    """Return 1/sin."""
    return 1.0 / torch.sin(x)


def acot(x: torch.Tensor) -> torch.Tensor:
    """Return the angle in (0, π) whose cotangent is x."""
    return torch.atan2(torch.ones_like(x), x)


def asec(x: torch.Tensor) -> torch.Tensor:
    """Return the angle in [0, π] whose secant is x."""
    return torch.acos(1.0 / x)


def acsc(x: torch.Tensor) -> torch.Tensor:
    """Return the angle in [-π/2, π/2] whose cosecant is x."""
    return torch.asin(1.0 / x)


SERIES_TERMS = 13


def sinc(x: torch.Tensor) -> torch.Tensor:
    """Return sin(πx)/(πx), and 1 at 0."""
    return sine_quotient(math.pi * x)


def sine_quotient(angle: torch.Tensor) -> torch.Tensor:
    """Return sin(angle)/angle, by its series where |angle| < 1: the quotient itself loses the derivatives at 0."""
    near = angle.detach().abs() < 1.0
    outside = torch.where(near, 1.0, angle)
    square = torch.where(near, angle, 0.0).square()
    total = torch.ones_like(square)
    for k in range(SERIES_TERMS, 0, -1):
        total = 1.0 - total * square / (2 * k * (2 * k + 1))
    return torch.where(near, total, torch.sin(outside) / outside)
