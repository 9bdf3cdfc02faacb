"""Arithmetic on floats as IEEE 754 has it: nothing raises, nothing is complex, nothing is a big integer."""

from __future__ import annotations

import math


def divide(left: float, right: float) -> float:
    """Return left / right; infinite or NaN where right is 0."""
    if right == 0.0:
        return (
            math.nan if left == 0.0 or math.isnan(left) else math.copysign(math.inf, left) * math.copysign(1.0, right)
        )
    return left / right


def modulo(left: float, right: float) -> float:
    """Return left - right floor(left / right); NaN where that is not defined."""
    if right == 0.0 or math.isinf(left):
        return math.nan
    return left % right


def power(base: float, exponent: float) -> float:
    """Return base ^ exponent; NaN where that is not real."""
    try:
        return math.pow(base, exponent)
    except OverflowError:
        odd = exponent % 2 == 1
        return -math.inf if base < 0 and odd else math.inf
    except ValueError:
        if base == 0.0:
            return math.copysign(math.inf, base) if exponent % 2 == 1 else math.inf
        return math.nan
