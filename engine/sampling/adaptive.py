"""Place samples where a curve needs them.

The cubic Hermite through the values and autograd's slopes at the ends of an interval predicts its midpoint. An interval
is halved while prediction and value differ by more than a quarter of a pixel, or while its chord does: the slopes see
what evenly spaced values alias. All intervals of a round are one tensor evaluation.

The highest drawn order takes its slopes from its neighbours' parabola instead of one derivative more, which would
double the cost of a sample; a function drawn alone is evaluated with its first derivative.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from engine.sampling.y_range import automatic_range

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    from engine.document import Range
    from engine.shapes import Array

Orders: TypeAlias = "Callable[[Array, int], list[Array]]"
"""Maps samples of shape (N,) and a highest order to the function and its derivatives up to it, each (N,)."""

QUARTER = 0.25
PIXELS_BETWEEN = 4
"""Of the first, evenly spaced samples."""
PARTS_OF_A_PIXEL = 8
"""An interval this small is not halved any more: what is wild in it is a break, or is not resolved."""
MOST_SAMPLES = 9_000
ROUNDS = 9
ROUNDING = 4e-12


@dataclass(frozen=True, slots=True)
class Screen:
    """What one pixel is: the ranges of x and, for each drawn order, of y (None: automatic), and the size in pixels."""

    x: Range
    y: Mapping[int, Range | None]
    width: int
    height: int

    @property
    def pixel(self) -> float:
        """The width of a pixel."""
        return self.x[1] / self.width - self.x[0] / self.width


@dataclass(frozen=True, slots=True)
class Grid:
    """Samples x of shape (N,), ascending; `values[k]` is order k there, `y[k]` its visible range.

    `wild[k]`, of shape (N-1,), for drawn orders: the intervals in which order k still is not what was predicted.
    """

    x: Array
    values: list[Array]
    wild: dict[int, NDArray[np.bool_]]
    y: dict[int, Range]


def refine(function: Orders, screen: Screen, highest: int) -> Grid:
    """Return samples that show each order of `screen.y` to a quarter of a pixel wherever that is possible."""
    count = max(33, min(513, screen.width // PIXELS_BETWEEN + 1))
    with np.errstate(all="ignore"):
        x = np.linspace(screen.x[0], screen.x[1], count)
        grid = Grid(x, function(x, highest), {k: np.zeros(count - 1, bool) for k in screen.y}, {})
        active = np.ones(count - 1, bool)
        for _ in range(ROUNDS):
            if not active.any() or grid.x.size + np.count_nonzero(active) > MOST_SAMPLES:
                break
            grid, active = _halve(function, screen, grid, active, highest)
    return grid


def _halve(
    function: Orders, screen: Screen, grid: Grid, active: NDArray[np.bool_], highest: int
) -> tuple[Grid, NDArray[np.bool_]]:
    """Return the grid with the active intervals halved, and which of its intervals need to be halved again."""
    at = np.flatnonzero(active)
    middle = 0.5 * grid.x[at] + 0.5 * grid.x[at + 1]
    new = (middle > grid.x[at]) & (middle < grid.x[at + 1])
    at, middle = at[new], middle[new]
    values = function(middle, highest)
    x = np.insert(grid.x, at + 1, middle)
    mixed = [np.insert(old, at + 1, value) for old, value in zip(grid.values, values, strict=True)]
    ranges = {
        k: screen.y[k] or automatic_range([(x, mixed[k])], noise(x, mixed[0], k)) or (-1.0, 1.0) for k in screen.y
    }
    left = at + np.arange(at.size)  # where the left halves are now
    wild, more = {}, np.zeros(x.size - 1, bool)
    small = x[left + 2] - x[left] <= 2 * screen.pixel / PARTS_OF_A_PIXEL
    for order in screen.y:
        tall = screen.height / (ranges[order][1] - ranges[order][0])
        off, bent = _error(grid, at, values[order], order, ranges[order])
        slope = np.abs(np.diff(grid.values[order])[at]) * tall * screen.pixel / np.diff(grid.x)[at]
        again = (off * tall > QUARTER) | ~np.isfinite(off)
        curved = np.nan_to_num(bent) * tall > 4 * QUARTER * np.hypot(1.0, np.nan_to_num(slope))
        wild[order] = np.insert(grid.wild[order], at + 1, grid.wild[order][at])
        for half in (left, left + 1):
            wild[order][half] = again
            more[half] |= (again | curved) & ~small
    return Grid(x, mixed, wild, ranges), more


def noise(x: Array, f: Array, order: int) -> float:
    """Return what rounding of f may make of a derivative: one so small moves f by none of its digits over the range.

    0 for f itself, whose noise is judged by its own size.
    """
    size = np.max(np.abs(f[np.isfinite(f)]), initial=0.0) if order else 0.0
    return float(
        ROUNDING * size / (np.float64(x[-1] - x[0]) ** order or 1.0)
    )  # of Python's own floats a power may fail


def _error(grid: Grid, at: NDArray[np.intp], value: Array, order: int, y: Range) -> tuple[Array, Array]:
    """Return how far the midpoints are from the predicted ones, and from the chords.

    What is far beyond the visible range counts as at its edge. NaN where an edge of a gap lies between.
    """
    low, high = 2 * y[0] - y[1], 2 * y[1] - y[0]
    f, h = grid.values[order], np.diff(grid.x)[at]
    slopes = grid.values[order + 1] if order + 1 < len(grid.values) else parabola_slopes(grid.x, f)
    chord = 0.5 * (f[at] + f[at + 1])
    bow = h * (slopes[at] - slopes[at + 1]) / 8
    predicted = chord + np.where(np.isfinite(bow), bow, 0.0)
    seen = np.clip(value, low, high)
    off, bent = np.abs(np.clip(predicted, low, high) - seen), np.abs(np.clip(chord, low, high) - seen)
    left, right = np.clip(f[at], low, high), np.clip(f[at + 1], low, high)
    opposite = ((left == low) & (right == high)) | ((left == high) & (right == low))
    off[opposite] = np.nan
    nothing = ~np.isfinite(f[at]) & ~np.isfinite(f[at + 1]) & ~np.isfinite(value)
    off[nothing] = bent[nothing] = 0.0
    return off, bent


def parabola_slopes(x: Array, y: Array) -> Array:
    """Return the slope at each sample of the parabola through it and its neighbours."""
    h, d = np.diff(x), np.diff(y) / np.diff(x)
    inner = (d[:-1] * h[1:] + d[1:] * h[:-1]) / (h[:-1] + h[1:])
    return np.concatenate(([2 * d[0] - inner[0]], inner, [2 * d[-1] - inner[-1]]))
