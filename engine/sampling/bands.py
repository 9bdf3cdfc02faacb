"""What cannot be resolved on the screen: where a curve swings faster than pixels stand, its envelope is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.sampling.adaptive import ROUNDING

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from engine.sampling.adaptive import Grid, Orders, Screen
    from engine.shapes import Array

LEAST_PIXELS, LEAST_INTERVALS, LEAST_TURNS = 1.5, 8, 4
"""What is wild over less, or turns less often, is a break or a few."""
ALIASED = 0.02
"""Share of the visible range by which the mean of samples may miss the mean over their interval."""
MOST_ASKED = 64
"""Intervals that are looked into once more."""
GOLDEN = 0.6180339887498949
BRIDGE_PIXELS = 1.0
"""Two wild stretches this near to each other are one: in between a sample was predicted by chance."""
SAMPLES_IN_A_PIXEL = 48
MOST_SAMPLES = 100_000


@dataclass(frozen=True, slots=True)
class Band:
    """An envelope: x ascending, least and greatest value around each, all of shape (N,)."""

    x: Array
    low: Array
    high: Array


def stretches(function: Orders, grid: Grid, order: int, pixel: float) -> list[tuple[int, int]]:
    """Return the stretches of samples [first, last] in which the order is not resolved."""
    aliased = _aliased(grid, order)
    if aliased.any():
        places = np.flatnonzero(aliased)
        y, (low, high) = grid.values[order], grid.y[order]
        odd = surprising(lambda x: function(x, order)[order], grid.x, y, places, ALIASED * (high - low))
        aliased &= odd  # else autograd was told to leave something out, as `stop` does
    wild = np.flatnonzero(grid.wild[order] | aliased)
    if not wild.size:
        return []
    gaps = grid.x[wild[1:]] - grid.x[wild[:-1] + 1]
    groups = np.split(wild, np.flatnonzero(gaps > BRIDGE_PIXELS * pixel) + 1)
    found = [(int(group[0]), int(group[-1]) + 1) for group in groups if group.size >= LEAST_INTERVALS]
    return [one for one in found if _is_wild(grid, order, one, pixel, aliased)]


def _aliased(grid: Grid, order: int) -> NDArray[np.bool_]:
    """Return the intervals over which a derivative cannot be what its samples look like.

    Its mean is the rise of the order below, divided by the interval. A wave as fast as the samples stand looks slow in
    them, but its mean tells: f′ of sin(1e4 x) in samples of 0.0025.
    """
    if order == 0 or order not in grid.y:
        return np.zeros(grid.x.size - 1, bool)
    below, here, h = grid.values[order - 1], grid.values[order], np.diff(grid.x)
    low, high = grid.y[order]
    with np.errstate(all="ignore"):
        seen = np.clip(here, low, high)
        off = np.abs(np.clip(np.diff(below) / h, low, high) - 0.5 * (seen[1:] + seen[:-1]))
        unknown = ROUNDING * np.max(np.abs(below[np.isfinite(below)]), initial=0.0) / h
        return np.asarray(off > np.maximum(ALIASED * (high - low), unknown))


def surprising(
    evaluate: Callable[[Array], Array], x: Array, y: Array, places: NDArray[np.intp], tolerance: float
) -> bool:
    """Return whether the curve in the intervals at these places mostly lies off the line between its samples.

    What swings faster than the samples stand does; what only differs from its derivative does not.
    """
    some = places[:: max(1, places.size // MOST_ASKED)]
    left, right = x[some], x[some + 1]
    with np.errstate(all="ignore"):
        found = evaluate(left + GOLDEN * (right - left))
        off = np.abs(found - (y[some] + GOLDEN * (y[some + 1] - y[some])))
        # The samples may lie anywhere: half of a swing's height is what one of them is off in the mean.
        return bool(np.count_nonzero(off > tolerance) > some.size // 4)


def _is_wild(grid: Grid, order: int, stretch: tuple[int, int], pixel: float, aliased: NDArray[np.bool_]) -> bool:
    first, last = stretch
    if np.count_nonzero(aliased[first:last]) >= LEAST_INTERVALS:
        return bool(grid.x[last] - grid.x[first] > LEAST_PIXELS * pixel)
    y = grid.values[order][first : last + 1]
    steps = np.diff(y[np.isfinite(y)])
    steps = steps[steps != 0]
    turns = np.count_nonzero(np.sign(steps[1:]) != np.sign(steps[:-1]))
    return bool(grid.x[last] - grid.x[first] > LEAST_PIXELS * pixel and turns >= LEAST_TURNS)


def inside(grid: Grid, found: list[tuple[int, int]]) -> NDArray[np.bool_]:
    """Return which intervals of the grid lie in the stretches."""
    mask = np.zeros(grid.x.size - 1, bool)
    for first, last in found:
        mask[first:last] = True
    return mask


def band(function: Orders, screen: Screen, grid: Grid, order: int, stretch: tuple[int, int]) -> Band:
    """Return the envelope over a stretch, a pixel wide at each place."""
    low, high = float(grid.x[stretch[0]]), float(grid.x[stretch[1]])
    columns = max(2, int(np.ceil((high - low) / screen.pixel)))
    each = max(8, min(SAMPLES_IN_A_PIXEL, MOST_SAMPLES // columns))
    edges = np.linspace(low, high, columns + 1)
    return enveloped(edges, *extremes(lambda x: function(x, order)[order], edges[:-1], edges[1:], each))


def extremes(evaluate: Callable[[Array], Array], left: Array, right: Array, each: int) -> tuple[Array, Array]:
    """Return the least and the greatest of `each` values in each column between left and right, all of shape (C,).

    NaN where none is finite. The samples are not evenly spaced (multiples of the golden ratio): none is in step.
    """
    shares = (np.arange(left.size * each).reshape(left.size, each) * GOLDEN) % 1.0
    at = left[:, None] + shares * (right - left)[:, None]
    with np.errstate(all="ignore"):
        y = evaluate(at.ravel()).reshape(at.shape)
    known = np.isfinite(y)
    least, greatest = np.where(known, y, np.inf).min(axis=1), np.where(known, y, -np.inf).max(axis=1)
    least[~known.any(axis=1)] = greatest[~known.any(axis=1)] = np.nan
    return least, greatest


def enveloped(edges: Array, least: Array, greatest: Array) -> Band:
    """Return the band over columns between edges of shape (C + 1,) with these extremes, each of shape (C,)."""
    x = np.concatenate((edges[:1], 0.5 * (edges[:-1] + edges[1:]), edges[-1:]))
    return Band(x, np.pad(least, 1, mode="edge"), np.pad(greatest, 1, mode="edge"))
