"""Hyperbolic functions whose derivatives keep all digits in their tails, where `1 - tanh^2` has none left."""

from __future__ import annotations

from engine.language.rules.elementwise import Elementwise, elementwise
from engine.torch_setup import torch


def _sech_value(x: torch.Tensor) -> torch.Tensor:
    small = torch.exp(-x.abs())
    return 2.0 * small / (1.0 + small * small)


expm1 = elementwise("Expm1", torch.expm1, torch.exp)
tanh: Elementwise = elementwise("Tanh", torch.tanh, lambda x: _tanh_slope(x))
_tanh_slope: Elementwise = elementwise(
    "TanhSlope", lambda x: _sech_value(x).square(), lambda x: -2.0 * _tanh_slope(x) * tanh(x)
)
sech: Elementwise = elementwise("Sech", _sech_value, lambda x: -sech(x) * tanh(x))
csch: Elementwise = elementwise("Csch", lambda x: 1.0 / torch.sinh(x), lambda x: -csch(x) * coth(x))
coth: Elementwise = elementwise("Coth", lambda x: 1.0 / torch.tanh(x), lambda x: -csch(x) * csch(x))


def acoth(x: torch.Tensor) -> torch.Tensor:
    """Return the inverse of coth."""
    return torch.atanh(1.0 / x)


def asech(x: torch.Tensor) -> torch.Tensor:
    """Return the inverse of sech, 0 and above."""
    return torch.acosh(1.0 / x)


def acsch(x: torch.Tensor) -> torch.Tensor:
    """Return the inverse of csch."""
    return torch.asinh(1.0 / x)


def _tanhshrink_value(x: torch.Tensor) -> torch.Tensor:
    # Near 0 the difference has no digits left: (x cosh x - sinh x)/cosh x by its series, 2k x^(2k+1)/(2k+1)!.
    square = x * x
    total, term = torch.zeros_like(x), x
    for k in range(1, 13):
        term = term * square / (2 * k * (2 * k + 1))
        total = total + 2 * k * term
    return torch.where(x.abs() < 1.0, total / torch.cosh(x), x - torch.tanh(x))


tanhshrink = elementwise("Tanhshrink", _tanhshrink_value, lambda x: tanh(x) * tanh(x))


def _logcosh_value(x: torch.Tensor) -> torch.Tensor:
    size = x.abs()
    near = torch.log1p(2.0 * torch.sinh(torch.clamp(0.5 * size, max=1.0)).square())
    far = size + torch.log1p(torch.exp(-2.0 * size)) - 0.6931471805599453
    return torch.where(size < 1.0, near, far)


logcosh = elementwise("Logcosh", _logcosh_value, tanh)
