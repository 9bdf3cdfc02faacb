"""Exponents that are written as a fraction with an odd denominator: their power is real left of 0, too. No torch."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from engine.language.tree import Arithmetic, Negate, Number

if TYPE_CHECKING:
    from engine.language.tree import Expression


def odd_root(exponent: Expression) -> tuple[int, int] | None:
    """Return (p, q), in lowest terms with q odd and above 1, if the exponent is written as such a fraction."""
    if isinstance(exponent, Negate):
        root = odd_root(exponent.operand)
        return None if root is None else (-root[0], root[1])
    if not isinstance(exponent, Arithmetic) or exponent.operator != "/":
        return None
    upper, lower = _whole(exponent.left), _whole(exponent.right)
    if upper is None or not lower:
        return None
    fraction = Fraction(upper, lower)
    return fraction.as_integer_ratio() if fraction.denominator % 2 and fraction.denominator > 1 else None


def _whole(node: Expression) -> int | None:
    if isinstance(node, Negate):
        whole = _whole(node.operand)
        return None if whole is None else -whole
    return int(node.value) if isinstance(node, Number) and node.value.is_integer() else None
