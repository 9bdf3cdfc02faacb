"""The automatic y range: everything that is drawn, except where it runs off to a pole. Pure NumPy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from engine.document import Range
    from engine.shapes import Array

PADDING = 0.06
LARGEST = 1e300
TAIL = 0.04
"""Share of the visible width that a pole may take away at each end of the range."""
STANDS_OUT = 3.0
"""A full range larger than the bulk by this factor is looked at for poles."""
EVEN = 1001
"""Places at which a curve is looked at."""
UNRESOLVED = 0.2
"""A last step up to an extreme that is this share of the way from the bulk belongs to no smooth peak."""
FLAT = 1e-12
"""A range below this share of its values is rounding noise."""


def automatic_range(curves: Iterable[tuple[Array, Array]], noise: float = 0.0) -> Range | None:
    """Return the padded y range for curves of samples `(x, y)`; None when no sample is finite.

    `noise` is what rounding alone may make of the values: the range does not zoom into it.
    """
    sampled = [_usable(x, y) for x, y in curves]
    sampled = [y for y in sampled if np.isfinite(y).any()]
    if not sampled:
        return None
    return padded(*_bounds(sampled), noise)


def padded(low: float, high: float, noise: float = 0.0) -> Range:
    """Return the range with a margin; a constant lies in the middle of a range as large as itself."""
    span = high - low
    if span <= max(FLAT * max(abs(low), abs(high)), noise):
        middle = 0.5 * low + 0.5 * high
        half = abs(middle) if abs(middle) > noise else max(1.0, abs(middle))  # 1 may be less than a digit
        return middle - half, middle + half
    return low - PADDING * span, high + PADDING * span


def _usable(x: Array, y: Array) -> Array:
    """Return the curve at evenly spaced places, NaN where it is not finite; values are cut at `LARGEST`.

    Samples stand close where a curve bends or breaks, and must not count for more there.
    """
    clear = np.where(np.isfinite(y), np.clip(y, -LARGEST, LARGEST), np.nan)
    if x.size < 3 or not x[-1] > x[0]:
        return clear
    gaps = np.diff(x)
    if gaps.max() < 1.01 * gaps.min():
        return clear
    even = np.linspace(x[0], x[-1], EVEN)
    after = np.clip(np.searchsorted(x, even), 1, x.size - 1)
    low, high = x[after - 1], x[after]
    with np.errstate(invalid="ignore", divide="ignore"):
        share = np.where(high > low, (even - low) / (high - low), 0.0)
        between = clear[after - 1] * (1.0 - share) + clear[after] * share
    return np.where(even == high, clear[after], between)


def _bounds(sampled: list[Array]) -> Range:
    finite = np.concatenate([y[np.isfinite(y)] for y in sampled])
    low, high = float(finite.min()), float(finite.max())
    core_low, core_high = _bulk(finite, TAIL)
    core = core_high - core_low
    if core <= 0.0 or high - low <= STANDS_OUT * core:
        return low, high
    above = high - core_high > core and _is_pole(sampled, high, core_high)
    below = core_low - low > core and _is_pole([-y for y in sampled], -low, -core_low)
    if above or below:  # what runs off does not decide how much of the rest is seen
        core_low, core_high = _bulk(finite, 2 * TAIL)
    room = 0.5 * (core_high - core_low)
    return core_low - room if below else low, core_high + room if above else high


def _bulk(finite: Array, tail: float) -> Range:
    low, high = np.quantile(finite, (tail, 1.0 - tail))
    return float(low), float(high)


def _is_pole(sampled: list[Array], high: float, core_high: float) -> bool:
    """Return whether the largest value is reached by growing steps, the last of them a leap, or from nowhere."""
    return any(_leaps(y, high, core_high) for y in sampled if np.nanmax(y) == high)


def _leaps(y: Array, high: float, core_high: float) -> bool:
    top = int(np.nanargmax(y))
    return any(_side_leaps(side, high - core_high) for side in (y[: top + 1][::-1], y[top:]) if side.size > 2)


def _side_leaps(side: Array, height: float) -> bool:
    """Return whether the samples, from the top downwards, fall away faster at the top than below it."""
    first, second = side[0] - side[1], side[1] - side[2]
    return bool(first > UNRESOLVED * height and first > second)
