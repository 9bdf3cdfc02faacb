"""Special functions: values of SciPy, which torch has less accurate or detached, and exact rules.

The rules are those of the NIST Digital Library of Mathematical Functions: 5.15 (polygamma), 9.2 (Airy), 10.6 and 10.29
(Bessel), 4.13 (Lambert W), 25.2 and 25.4 (zeta).
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from engine.language.rules.elementwise import Elementwise, Pairwise, elementwise, from_scipy, pairwise
from engine.torch_setup import torch

if TYPE_CHECKING:
    from collections.abc import Callable


def _scipy(name: str, *leading: float) -> Callable[..., Any]:
    """Return a function of scipy.special by name; it is imported at the first call, for it takes half a second."""

    def call(*arguments: Any) -> Any:
        import scipy.special

        return getattr(scipy.special, name)(*leading, *arguments)

    return call


@lru_cache(maxsize=64)
def _polygamma(order: int) -> Callable[[torch.Tensor], torch.Tensor]:
    value = from_scipy(_scipy("psi") if order == 0 else _scipy("polygamma", order))
    return elementwise("Polygamma", value, lambda x: _polygamma(order + 1)(x))


def pole_of_gamma(x: torch.Tensor) -> torch.Tensor:
    """Return x; who watches the operations learns that Γ has its poles where this is 0 or a negative whole number."""
    if torch.overrides.has_torch_function_unary(x):
        return torch.overrides.handle_torch_function(pole_of_gamma, (x,), x)
    return x


def digamma(x: torch.Tensor) -> torch.Tensor:
    """Return ψ(x) = Γ′(x)/Γ(x)."""
    return _polygamma(0)(pole_of_gamma(x))


def polygamma(order: torch.Tensor, x: torch.Tensor) -> torch.Tensor:
    """Return the derivative of ψ of a whole order."""
    return _polygamma(int(order))(pole_of_gamma(x))


_gamma: Elementwise = elementwise("Gamma", from_scipy(_scipy("gamma")), lambda x: _gamma(x) * _polygamma(0)(x))
_lgamma = elementwise("Lgamma", from_scipy(_scipy("gammaln")), _polygamma(0))


def gamma(x: torch.Tensor) -> torch.Tensor:
    """Return Γ(x)."""
    return _gamma(pole_of_gamma(x))


def lgamma(x: torch.Tensor) -> torch.Tensor:
    """Return ln |Γ(x)|."""
    return _lgamma(pole_of_gamma(x))


def _beta_slope(a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    return beta(a, b) * (digamma(a) - digamma(a + b))


beta: Pairwise = pairwise("Beta", from_scipy(_scipy("beta")), _beta_slope, lambda a, b: _beta_slope(b, a))


@lru_cache(maxsize=64)
def _bessel_j(order: int) -> Callable[[torch.Tensor], torch.Tensor]:
    value = from_scipy(_scipy(f"j{order}") if order < 2 else _scipy("jv", order))
    if order == 0:
        return elementwise("BesselJ", value, lambda x: -_bessel_j(1)(x))
    return elementwise("BesselJ", value, lambda x: 0.5 * (_bessel_j(order - 1)(x) - _bessel_j(order + 1)(x)))


@lru_cache(maxsize=64)
def _bessel_i(order: int) -> Callable[[torch.Tensor], torch.Tensor]:
    value = from_scipy(_scipy("iv", order))
    if order == 0:
        return elementwise("BesselI", value, lambda x: _bessel_i(1)(x))
    return elementwise("BesselI", value, lambda x: 0.5 * (_bessel_i(order - 1)(x) + _bessel_i(order + 1)(x)))


@lru_cache(maxsize=64)
def _bessel_k(order: int) -> Callable[[torch.Tensor], torch.Tensor]:
    value = from_scipy(_scipy("kv", order))
    if order == 0:
        return elementwise("BesselK", value, lambda x: -_bessel_k(1)(x))
    return elementwise("BesselK", value, lambda x: -0.5 * (_bessel_k(order - 1)(x) + _bessel_k(order + 1)(x)))


def bessel_j0(x: torch.Tensor) -> torch.Tensor:
    """Return the Bessel function J0."""
    return _bessel_j(0)(x)


def bessel_j1(x: torch.Tensor) -> torch.Tensor:
    """Return the Bessel function J1."""
    return _bessel_j(1)(x)


def bessel_i0(x: torch.Tensor) -> torch.Tensor:
    """Return the modified Bessel function I0."""
    return _bessel_i(0)(x)


def bessel_i1(x: torch.Tensor) -> torch.Tensor:
    """Return the modified Bessel function I1."""
    return _bessel_i(1)(x)


def bessel_k0(x: torch.Tensor) -> torch.Tensor:
    """Return the modified Bessel function K0."""
    return _bessel_k(0)(x)


def bessel_k1(x: torch.Tensor) -> torch.Tensor:
    """Return the modified Bessel function K1."""
    return _bessel_k(1)(x)


airy_ai: Elementwise = elementwise("AiryAi", from_scipy(lambda x: _scipy("airy")(x)[0]), lambda x: _airy_slope(x))
_airy_slope: Elementwise = elementwise(
    "AiryAiSlope", from_scipy(lambda x: _scipy("airy")(x)[1]), lambda x: x * airy_ai(x)
)


def _lambertw_value(x: Any) -> Any:
    import numpy as np

    made = _scipy("lambertw")(x)
    return np.where(x >= -math.exp(-1.0), made.real, np.nan)


def _lambertw_slope(x: torch.Tensor) -> torch.Tensor:
    w = lambertw(x)
    return torch.exp(-w) / (1.0 + w)


lambertw: Elementwise = elementwise("Lambertw", from_scipy(_lambertw_value), _lambertw_slope)

TERMS = 24
BERNOULLI = (1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510, 43867 / 798, -174611 / 330)


def zeta(s: torch.Tensor) -> torch.Tensor:
    """Return Riemann's zeta: Euler-Maclaurin summation (DLMF 25.2.9), and Riemann's reflection (25.4.1) below -1."""
    mirrored = s.detach() < -1.0
    above = _euler_maclaurin(torch.where(mirrored, 2.0, s))
    if not mirrored.any():
        return above
    below = torch.where(mirrored, s, -2.5)
    turned = 2.0 * (2.0 * math.pi) ** (below - 1.0) * torch.sin(0.5 * math.pi * below) * gamma(1.0 - below)
    return torch.where(mirrored, turned * _euler_maclaurin(1.0 - below), above)


def _euler_maclaurin(s: torch.Tensor) -> torch.Tensor:
    logarithm = math.log(TERMS)
    total = torch.ones_like(s)
    for n in range(2, TERMS):
        total = total + torch.exp(-math.log(n) * s)
    last = torch.exp(-logarithm * s)
    total = total + last * TERMS / (s - 1.0) + 0.5 * last
    rising, scale = s * last / TERMS, 0.5
    for k, number in enumerate(BERNOULLI, start=1):
        total = total + number * scale * rising
        rising = rising * (s + (2 * k - 1)) * (s + 2 * k) / TERMS**2
        scale = scale / ((2 * k + 1) * (2 * k + 2))
    return total
