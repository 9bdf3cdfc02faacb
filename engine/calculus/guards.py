"""Where a computation may break: the numbers inside it that decide, watched while it runs.

A quotient can break only where its denominator is 0, |x| only where x is 0, floor(x) only at whole x, a branch only
where the two sides of its comparison meet. Each such number is a guard: a smooth function of the variable whose zeros
are the only candidates. So a hole that lies between two floats' worth of rounding noise is found as exactly as a root.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
from torch.overrides import TorchFunctionMode

from engine.torch_setup import torch

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from engine.budget import Budget
    from engine.language.program import Program
    from engine.shapes import Array

    Guard = Callable[..., torch.Tensor]

MOST = 48
"""Guards of one program; a sum of a thousand quotients has its first ones watched."""


def _first(value: torch.Tensor, *_: object) -> torch.Tensor:
    return value


def _second(_: object, value: torch.Tensor, *__: object) -> torch.Tensor:
    return value


def _difference(left: torch.Tensor, right: torch.Tensor) -> torch.Tensor:
    return left - right


def _whole(value: torch.Tensor, *_: object) -> torch.Tensor:
    return torch.sin(math.pi * (value - torch.round(value).detach())) * _parity(value)


def _half(value: torch.Tensor, *_: object) -> torch.Tensor:
    return _whole(value + 0.5)


def _whole_below_one(value: torch.Tensor) -> torch.Tensor:
    return torch.where(value < 0.5, _whole(value), 1.0)


def _parity(value: torch.Tensor) -> torch.Tensor:
    return 1.0 - 2.0 * torch.round(value).detach().remainder(2.0)


def _quotient(value: torch.Tensor, divisor: torch.Tensor | float, *_: object) -> torch.Tensor:
    return _whole(value / divisor)


_COMPARISONS = ("gt", "ge", "lt", "le", "eq", "ne", "__gt__", "__ge__", "__lt__", "__le__", "__eq__", "__ne__")
_RULES: dict[str, Guard] = {
    **dict.fromkeys(("div", "true_divide", "__truediv__", "hypot"), _second),
    **dict.fromkeys(("reciprocal", "abs", "sign", "sqrt", "log", "log2", "log10", "rsqrt", "pow", "relu"), _first),
    **dict.fromkeys(("__rtruediv__", "__rdiv__"), _first),
    "xlogy": _second,
    "tan": lambda value: torch.cos(value),
    **dict.fromkeys(("floor", "ceil", "trunc", "frac"), _whole),
    "round": _half,
    **dict.fromkeys(("remainder", "fmod", "floor_divide"), _quotient),
    **dict.fromkeys(("maximum", "minimum", *_COMPARISONS), _difference),
    **dict.fromkeys(("acos", "asin", "atanh"), lambda value: 1.0 - value * value),
    "acosh": lambda value: value - 1.0,
    "pole_of_gamma": _whole_below_one,
    "log1p": lambda value: 1.0 + value,
}
"""What decides, of the arguments of each operation."""


class _Watch(TorchFunctionMode):
    """Collects the guards of what runs inside it, and the largest number that it meets at each sample."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.found: list[torch.Tensor] = []
        self.largest = torch.zeros(count, dtype=torch.float64)

    def __torch_function__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        """Carry out the operation and note what decides it."""
        result = func(*args, **(kwargs or {}))
        name = getattr(func, "__name__", "")
        if name in _RULES and len(self.found) < MOST:
            self._note(_RULES[name](*args))
        if isinstance(result, torch.Tensor) and result.shape == self.largest.shape and result.dtype == torch.float64:
            size = result.detach().abs()
            self.largest = torch.where(torch.isfinite(size), torch.maximum(self.largest, size), self.largest)
        return result

    def _note(self, guard: object) -> None:
        if isinstance(guard, torch.Tensor) and guard.shape == self.largest.shape:
            self.found.append(guard.to(torch.float64))


def guards(program: Program, x: Array, parameters: Mapping[str, float], budget: Budget) -> tuple[Array, Array, Array]:
    """Return the guards' values and slopes at x of shape (N,), each (G, N), and the largest number at each x, (N,).

    What a branch evaluates at some of the samples alone is not watched; the slope of a comparison is 0.
    """
    before = budget.bytes_left
    samples = torch.from_numpy(x).detach().requires_grad_()
    watch = _Watch(x.size)
    with watch:
        program(samples, parameters, budget)
    values = [guard.detach().numpy() for guard in watch.found]
    slopes = [_slope(guard, samples) for guard in watch.found]
    budget.bytes_left = before
    empty = np.empty((0, x.size))
    largest = np.maximum(watch.largest.numpy(), np.abs(x))
    return np.array(values) if values else empty, np.array(slopes) if slopes else empty, largest


def _slope(guard: torch.Tensor, samples: torch.Tensor) -> Array:
    if not guard.requires_grad:
        return np.zeros(samples.numel())
    slopes: tuple[torch.Tensor | None, ...] = torch.autograd.grad(
        guard.sum(), samples, retain_graph=True, allow_unused=True
    )
    return np.zeros(samples.numel()) if slopes[0] is None else slopes[0].numpy()
