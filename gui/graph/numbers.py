"""Numbers as a box in the graph has room for them."""

from __future__ import annotations

import math

from gui.plot.ticks import MINUS, power_of_ten

DIGITS = 4


def short(value: float, digits: int = DIGITS) -> str:
    """Return the value with so many significant digits; what is not known is a dash."""
    if math.isnan(value):
        return "–"
    if math.isinf(value):
        return "∞" if value > 0 else f"{MINUS}∞"
    mantissa, _, exponent = f"{value:.{digits}g}".partition("e")
    power = f"×{power_of_ten(int(exponent))}" if exponent else ""
    return mantissa.replace("-", MINUS) + power


def full(value: float) -> str:
    """Return the value with all its digits; what is not known is a dash."""
    return short(value, 17) if not math.isfinite(value) else repr(value).replace("-", MINUS)
