"""Rounding, steps, least and greatest. Their derivative is 0 wherever they have one."""

from __future__ import annotations

from functools import reduce

from engine.language.rules.elementwise import elementwise, pairwise
from engine.torch_setup import torch

absolute = elementwise("Absolute", torch.abs, torch.sign)
"""|x|. torch's own rule makes torch import its compiler, for a second and more, at the second derivative."""
step = elementwise("Step", lambda x: torch.where(torch.isnan(x), x, (x >= 0).to(x.dtype)), torch.zeros_like)


def _flat(x: torch.Tensor, _: torch.Tensor) -> torch.Tensor:
    return torch.zeros_like(x)


floor_division = pairwise("FloorDivision", torch.floor_divide, _flat, _flat)
"""x // m, exact for whole numbers and as Python has it: 1 // 0.1 is 9, but floor(1 / 0.1) is 10."""


def stop(x: torch.Tensor) -> torch.Tensor:
    """Return x without its history: no derivative goes through it."""
    return x.detach()


def frac(x: torch.Tensor) -> torch.Tensor:
    """Return x - floor(x), from 0 up to 1."""
    return x - torch.floor(x)


def least(*values: torch.Tensor) -> torch.Tensor:
    """Return the least of several."""
    return reduce(torch.minimum, values)


def greatest(*values: torch.Tensor) -> torch.Tensor:
    """Return the greatest of several."""
    return reduce(torch.maximum, values)


def clamp(x: torch.Tensor, low: torch.Tensor, high: torch.Tensor) -> torch.Tensor:
    """Return x, held between low and high."""
    return torch.minimum(torch.maximum(x, low), high)
