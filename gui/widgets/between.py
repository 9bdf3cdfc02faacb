"""Places between two ends, which may be so far apart that their distance is not a number any more."""

from __future__ import annotations


def share(value: float, low: float, high: float) -> float:
    """Return how far the value is on its way from low to high, from 0 to 1; 0 where there is no way."""
    if value <= low or not high > low:
        return 0.0
    if value >= high:
        return 1.0
    if high - low == float("inf"):
        value, low, high = value / 2, low / 2, high / 2
    return (value - low) / (high - low)


def between(low: float, high: float, share: float) -> float:
    """Return the value at a share, from 0 to 1, of the way from low to high."""
    if share >= 1.0:
        return high
    span = high - low
    value = low + share * span if span < float("inf") else (1.0 - share) * low + share * high
    return min(high, max(low, value))
