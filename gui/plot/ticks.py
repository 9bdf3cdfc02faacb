"""Where an axis has its ticks, and what it says there. Pure.

Tick values are whole multiples of 1, 2 or 5 times a power of ten, kept as decimals: a label never shows rounding noise.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.document import Range

MINUS = "−"
MOST_DIGITS = 6
"""A label with more digits gives the part that all labels share to the axis."""
LARGE, SMALL = 5, -4
"""Powers of ten from which (to which) labels are written as multiples of one."""
MOST_TICKS = 100
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Ticks:
    """Places and labels; `shared` is what has to be applied to every label (`×10⁶`, `+1000000`), often nothing."""

    values: tuple[float, ...]
    labels: tuple[str, ...]
    shared: str = ""


@lru_cache(maxsize=64)
def ticks(visible: Range, most: int) -> Ticks:
    """Return at most about `most` ticks in the visible range, but two: one alone says nothing of the scale."""
    low, high = (Decimal(repr(float(end))) for end in visible)  # as it is written: 0.3 is a multiple of 0.1
    for step in _steps(low, high, max(1, most)):
        first, last = math.ceil(low / step), math.floor(high / step)
        if last > first:
            break
    if not 0 <= last - first <= MOST_TICKS:
        return Ticks((), ())
    exact = tuple(step * multiple for multiple in range(first, last + 1))
    return Ticks(tuple(float(value) for value in exact), *_labels(exact, step))


def _steps(low: Decimal, high: Decimal, most: int) -> Iterator[Decimal]:
    """Yield the step that makes so many ticks, then ever finer ones."""
    rough = (high - low) / most
    power = Decimal(1).scaleb(rough.adjusted())
    finer = [power * factor for factor in (10, 5, 2, 1, Decimal("0.5"), Decimal("0.2"), Decimal("0.1"))]
    place = max(place for place, step in enumerate(finer) if step >= rough)
    yield from finer[place : place + 4]


def _labels(exact: tuple[Decimal, ...], step: Decimal) -> tuple[tuple[str, ...], str]:
    largest = max((abs(value) for value in exact), default=Decimal(0))
    if not largest:
        return tuple(_plain(value) for value in exact), ""
    if largest.adjusted() - step.adjusted() >= MOST_DIGITS:
        return _with_offset(exact, step)
    power = largest.adjusted()
    if SMALL < power < LARGE:
        return tuple(_plain(value) for value in exact), ""
    return tuple(_plain(value.scaleb(-power)) for value in exact), "×" + power_of_ten(power)


def _with_offset(exact: tuple[Decimal, ...], step: Decimal) -> tuple[tuple[str, ...], str]:
    """Give the axis a round number near all values, so that labels show only what differs."""
    unit = Decimal(1).scaleb(step.adjusted() + 3)
    offset = exact[0] // unit * unit
    labels, shared = _labels(tuple(value - offset for value in exact), step)
    sign = MINUS if offset < 0 else "+"
    return labels, f"{shared} {sign}{_grouped(abs(offset))}".strip()


def _grouped(value: Decimal) -> str:
    """Return a shared number: all its digits, or as a multiple of a power of ten when it has many zeros."""
    power = value.adjusted()
    digits = value.normalize()
    if -7 < power < 15:
        return _plain(digits)
    return f"{_plain(digits.scaleb(-power))}×{power_of_ten(power)}"


def _plain(value: Decimal) -> str:
    text = format(value.normalize(), "f") if value else "0"
    return text.replace("-", MINUS)


def power_of_ten(power: int) -> str:
    """Return 10 with a raised exponent."""
    return "10" + str(power).translate(_SUPERSCRIPTS)
