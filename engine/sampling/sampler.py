"""Sample a function and its derivatives over a range, and say what each order does where it breaks.

A settled picture has samples where the curve needs them, breaks to the last digits and envelopes of what cannot be
resolved. While something is dragged the samples are evenly spaced, the breaks only cut open and the envelopes rough: a
tick must not wait, and positions that suited the curve a tick ago are no better than even ones for the curve of now.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from engine.sampling.adaptive import Grid, Orders, Screen, noise, refine
from engine.sampling.bands import Band, band, inside, stretches
from engine.sampling.breaks import Break, examine, reaches
from engine.sampling.critical import Guards, critical
from engine.sampling.quick import Evaluate, cut, may_break, steps_of
from engine.sampling.quick_bands import inside as inside_tangles
from engine.sampling.quick_bands import outside, quick_bands, tangles, turning
from engine.sampling.way_edges import places, way_edges
from engine.shapes import Array, read_only

if TYPE_CHECKING:
    from collections.abc import Iterable

    from engine.document import Range
    from engine.sampling.way_edges import WayNumbers

DENSITY_LIVE = 0.5
"""Samples for each pixel while something is dragged."""
MOST_LIVE = 4_000
LAST_UNITS = 16
SAME_PLACE = 0.25
"""Part of the mean distance of samples within which one may be taken for a break."""


@dataclass(frozen=True, slots=True)
class Sampling:
    """A function over a range: for each drawn order its curve (x, y), NaN in y between unbroken pieces.

    Beside it the breaks of that order, ascending, and the bands in its place where it is not resolved; no breaks and no
    `grid` while something is dragged.
    """

    curves: dict[int, tuple[Array, Array]]
    breaks: dict[int, list[Break]] = field(default_factory=dict)
    bands: dict[int, list[Band]] = field(default_factory=dict)
    grid: Grid | None = None
    noise: dict[int, float] = field(default_factory=dict)
    """What rounding alone may make of each order."""
    edges: tuple[Array, ...] = ()
    """The samples on both sides of where others go another way through a Python function."""


@lru_cache(maxsize=1)
def even(x: Range, width: int) -> Array:
    """Return the samples of a live picture: half of one a pixel. They stay the same through a drag of a slider."""
    return read_only(np.linspace(x[0], x[1], max(2, min(MOST_LIVE, int(width * DENSITY_LIVE) + 1))))


@np.errstate(all="ignore")
def sample_live(function: Orders, samples: Array, values: list[Array], drawn: tuple[int, ...]) -> Sampling:
    """Return the curves of the orders' `values` at the even `samples`, and the bands where those are a tangle."""
    steps = steps_of(np.stack([values[order] for order in drawn]))
    known = (values[order + 1] if order + 1 < len(values) else np.full(samples.size, np.nan) for order in drawn)
    slopes = np.stack(list(known))
    turns, height = turning(steps, slopes, float(samples[1] - samples[0]))
    curves, bands = {}, {}
    for row, (order, may) in enumerate(zip(drawn, may_break(steps).tolist(), strict=True)):
        x, y = samples, values[order]

        def evaluate(at: Array, order: int = order) -> Array:
            return function(at, order)[order]

        found = tangles(evaluate, x, y, turns[row], height[row])
        if found or may:
            x, y, bands[order] = _live(evaluate, x, y, found)
        curves[order] = (read_only(x), read_only(y))
    return Sampling(curves, bands=bands)


def _live(evaluate: Evaluate, x: Array, y: Array, found: list[tuple[int, int]]) -> tuple[Array, Array, list[Band]]:
    """Return the samples of one order with its breaks cut open, and the bands for which the line is interrupted."""
    if not found:
        return *cut(evaluate, x, y), []
    parts = [cut(evaluate, x[part], y[part]) for part in outside(x.size, found)]
    middles = inside_tangles(x, found)
    cut_x, cut_y = (np.concatenate([x[:0], *(part[k] for part in parts)]) for k in (0, 1))
    places = np.searchsorted(cut_x, middles)
    whole = np.insert(cut_x, places, middles), np.insert(cut_y, places, np.nan)
    return *whole, quick_bands(evaluate, x, found)


@np.errstate(all="ignore")  # differences of huge values overflow anywhere
def sample(
    function: Orders, guards: Guards, screen: Screen, ways: WayNumbers | None = None, *, slopes: bool = True
) -> Sampling:
    """Return the curves of the orders of `screen.y`, with all that is to be said about them.

    `ways` tells which way samples go, for functions in which they may part. Without `slopes` the order after the
    highest drawn one is not asked: it is not the slope of that one.
    """
    drawn = tuple(screen.y)
    grid = refine(function, screen, max(int(slopes), *drawn))
    unresolved = {order: stretches(function, grid, order, screen.pixel) for order in drawn}
    skipped = np.logical_or.reduce([inside(grid, found) for found in unresolved.values()])
    edges = None if ways is None else way_edges(ways, grid.x)
    known = None if edges is None else places(edges, float(grid.x[-1] - grid.x[0]))
    at = critical(function, guards, grid, skipped, known)
    examined = examine(function, at, reaches(at, screen.pixel), max(drawn))
    curves, breaks, bands = {}, {}, {}
    for order in drawn:
        here = [one[order] for one in examined]
        bands[order] = [band(function, screen, grid, order, one) for one in unresolved[order]]
        breaks[order] = [one for one in here if one.kind != "regular" and not in_band(one.x, bands[order])]
        x, y = assembled(function, grid, order, here, bands[order])
        curves[order] = (read_only(x), read_only(y))
    noises = {order: noise(grid.x, grid.values[0], order) for order in drawn}
    return Sampling(curves, breaks, bands, grid, noises, edges or ())


def apart(parts: Iterable[Sampling]) -> Sampling:
    """Return orders that were sampled each alone as one sampling; the grid is that of the first one."""
    first, *others = parts
    for other in others:
        curves, breaks, bands = first.curves | other.curves, first.breaks | other.breaks, first.bands | other.bands
        first = replace(first, curves=curves, breaks=breaks, bands=bands, noise=first.noise | other.noise)
    return first


def in_band(x: float, bands: list[Band]) -> bool:
    """Return whether x lies where an envelope is drawn."""
    return any(one.x[0] <= x <= one.x[-1] for one in bands)


def assembled(function: Orders, grid: Grid, order: int, breaks: list[Break], bands: list[Band]) -> tuple[Array, Array]:
    """Return the samples of one order with its breaks cut open to their very edges and the bands left out."""
    low, high = grid.x[0], grid.x[-1]
    x, y = grid.x, np.where(np.isfinite(grid.values[order]), grid.values[order], np.nan)
    parts_x: list[Array] = []
    parts_y: list[Array] = []
    start = 0
    for one in breaks:
        if in_band(one.x, bands):
            continue
        # A break is known to a few units of the last place: a sample closer than that is on neither side of it.
        near = min(LAST_UNITS * float(np.spacing(abs(one.x))), SAME_PLACE * (high - low) / x.size)
        before, after = int(np.searchsorted(x, one.x - near, "left")), int(np.searchsorted(x, one.x + near, "right"))
        ends_x, ends_y = ends(function, one, x[max(before - 1, 0)], x[min(after, x.size - 1)])
        seen = (ends_x >= low) & (ends_x <= high)
        parts_x += [x[start:before], ends_x[seen]]
        parts_y += [y[start:before], ends_y[seen]]
        start = after
    x, y = np.concatenate((*parts_x, x[start:])), np.concatenate((*parts_y, y[start:]))
    for one_band in bands:  # its edges belong to the curve beside it, if there is one
        first, last = one_band.x[0], one_band.x[-1]
        y[((x > first) | (first == low)) & ((x < last) | (last == high)) & (x >= first) & (x <= last)] = np.nan
    return x, y


def ends(function: Orders, one: Break, before: float, after: float) -> tuple[Array, Array]:
    """Return the samples that lead up to a break from `before` and away from it to `after`."""
    at = np.array([one.x])
    if one.kind in ("regular", "kink"):
        return at, np.array([one.value])
    near_left = (one.left.x > before) & np.isfinite(one.left.y)
    near_right = (one.right.x < after) & np.isfinite(one.right.y)
    left = one.left.x[near_left][::-1], one.left.y[near_left][::-1]
    right = one.right.x[near_right], one.right.y[near_right]
    if one.kind == "vertical":
        return np.concatenate((left[0], at, right[0])), np.concatenate((left[1], [one.value], right[1]))
    before_x, before_y = _side(function, one, left, min(before, one.x), is_left=True)
    after_x, after_y = _side(function, one, right, max(after, one.x), is_left=False)
    return np.concatenate((before_x, at, after_x)), np.concatenate((before_y, [np.nan], after_y))


def _towards(x: float, near: Array, beside: float) -> Array:
    """Return places between x and all of `near` and `beside`, ascending, ever closer to x, down to the next float."""
    last = np.nextafter(x, beside)
    reach = float(np.min(np.abs(near - x), initial=abs(beside - x)))
    places = x + np.copysign(reach * 2.0 ** -np.arange(8.0, 1060.0, 16.0), beside - x)
    closer = np.unique(np.append(places, last))
    return np.asarray(closer[closer != x])


def _side(
    function: Orders, one: Break, near: tuple[Array, Array], beside: float, *, is_left: bool
) -> tuple[Array, Array]:
    """Return one side's samples, in order: down to its limit, or as far as floats go towards infinity.

    `beside` is the next sample of the curve on that side, the break itself at an end of the range.
    """
    side = one.left if is_left else one.right
    slope = one.slopes[0 if is_left else 1]
    if np.isfinite(side.limit):
        limit = one.value if one.kind == "edge" and np.isfinite(one.value) else side.limit
        last = (np.array([one.x]), np.array([limit]))
        # Only a vertical end needs more than its limit, and close to a hole there is nothing but rounding noise.
        near = near if np.isinf(slope) else (near[0][:0], near[1][:0])
    elif np.isinf(side.limit):
        last_x = _towards(one.x, near[0], beside)
        with np.errstate(all="ignore"):
            last_y = function(last_x, one.order)[one.order]
        fine = np.isfinite(last_y) & (np.sign(last_y) == np.sign(side.limit))
        last = (last_x[fine], last_y[fine])
    else:
        last = near[0][:0], near[1][:0]
    pair = (near, last) if is_left else (last, near)
    return np.concatenate((pair[0][0], pair[1][0])), np.concatenate((pair[0][1], pair[1][1]))
