"""Powers and roots."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from engine.language.rules.elementwise import Pairwise, elementwise, pairwise
from engine.torch_setup import torch

if TYPE_CHECKING:
    from collections.abc import Callable


def power_literal(base: torch.Tensor, exponent: float) -> torch.Tensor:
    """Return base ^ exponent for one number: exact in every order, whatever the base's sign."""
    return base.square() if exponent == 2.0 else base.pow(exponent)


def power(base: torch.Tensor, exponent: torch.Tensor) -> torch.Tensor:
    """Return base ^ exponent where both may vary.

    torch's own rule is silently wrong from the third order on (x^x at 1), so it is exp(y ln x) for bases of 0 and
    above. Below 0 it is real for whole exponents alone, which have no derivative by the exponent.
    """
    shape = base.shape if base.ndim else exponent.shape
    kind = torch.result_type(base, exponent)
    base, exponent = base.to(kind).expand(shape), exponent.to(kind).expand(shape)
    below = base.detach() < 0
    if not below.any():
        return _above(base, exponent)
    whole = _isolated(torch.where(below, exponent, 0.0))  # its NaN must not reach bases above 0
    safe = torch.where(below, 1.0, base)
    mirrored = torch.where(below, -base, 1.0)
    sign = torch.where(exponent.detach().remainder(2) == 1, -1.0, 1.0)
    real = torch.where(exponent.detach().remainder(1) == 0, sign, torch.nan)
    return torch.where(below, real * torch.exp(whole * torch.log(mirrored)), _above(safe, exponent))


_isolated = elementwise("Isolated", torch.clone, lambda exponent: torch.full_like(exponent, torch.nan))
"""The exponent of a base below 0: real values stand alone there, so there is no derivative by it."""


def _above(base: torch.Tensor, exponent: torch.Tensor) -> torch.Tensor:
    return torch.exp(torch.xlogy(exponent, base))


@lru_cache(maxsize=1024)
def _odd_root(numerator: int, denominator: int) -> Callable[[torch.Tensor], torch.Tensor]:
    exponent = numerator / denominator

    def value(x: torch.Tensor) -> torch.Tensor:
        size = x.abs().pow(exponent)
        return torch.where(x < 0, -size, size) if numerator % 2 else size

    return elementwise("OddRoot", value, lambda x: exponent * odd_root_power(x, numerator - denominator, denominator))


def odd_root_power(base: torch.Tensor, numerator: int, denominator: int) -> torch.Tensor:
    """Return the real base ^ (numerator/denominator), a fraction in lowest terms with an odd denominator."""
    return _odd_root(numerator, denominator)(base)


def cbrt(x: torch.Tensor) -> torch.Tensor:
    """Return the real cube root."""
    return odd_root_power(x, 1, 3)


def root(degree: torch.Tensor, x: torch.Tensor) -> torch.Tensor:
    """Return the real root of a whole degree; odd degrees have one for numbers below 0 too."""
    number = float(degree)
    if number % 2 == 1:
        return odd_root_power(x, 1, int(number))
    return power_literal(x, 1.0 / number)


def _cosine(x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    return x / torch.hypot(x, y)


hypot: Pairwise = pairwise("Hypot", torch.hypot, lambda x, y: cosine(x, y), lambda x, y: cosine(y, x))
cosine: Pairwise = pairwise(
    "Cosine",
    _cosine,
    lambda x, y: cosine(y, x) * cosine(y, x) / hypot(x, y),
    lambda x, y: -cosine(x, y) * cosine(y, x) / hypot(x, y),
)
"""x/hypot(x, y), whose own derivatives by torch's rules are small differences of large numbers far along an axis."""
