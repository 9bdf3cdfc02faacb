"""While something is dragged: cut a sampled curve at its jumps, poles and edges of gaps, in next to no time.

A settled picture takes `critical` and `breaks`, which know where and what each break is to the last digits. A tick of a
drag has 3 ms for everything, so it only must not draw a line that is not there: evenly spaced samples, and this.

Each suspicious interval is closed in on by multisection, all intervals at once: it is cut into many parts and the part
that holds the trouble is kept. A continuous function's rise over the kept part shrinks with it; over a jump it stays,
over a pole it grows.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from engine.shapes import Array

Evaluate: TypeAlias = "Callable[[Array], Array]"
Sides: TypeAlias = "tuple[Array, Array, Array, Array]"
"""x left, x right, y left, y right of one trouble in each interval, each of shape (M,)."""

BITS = 48
"""Each interval shrinks by so many powers of two: to what floats tell apart."""
POINTS = 1024
"""Of one round, all intervals together: so few cost hardly more than one, and fewer intervals take fewer rounds."""
FEWEST_SECTIONS = 16
MOST_INTERVALS = 128
STEEPER_THAN_NEIGHBOURS = 2.5
"""A rise is suspicious from here on, whatever its direction."""
END = 4
"""Intervals at each end of the range that are measured by all the others of them."""
STILL_THERE = 0.3
"""A rise of which this part is left in the last round is a break; the cube root at 0 has 6e-5 left."""


def cut(evaluate: Evaluate, x: Array, y: Array) -> tuple[Array, Array]:
    """Return the samples with each break cut open: its two sides added, and NaN between them.

    x is ascending, of shape (N,). What is not finite comes back as NaN.
    """
    with np.errstate(invalid="ignore", over="ignore"):
        intervals = suspicious(x, y)
        if intervals.size == 0:
            return x, np.where(np.isfinite(y), y, np.nan)
        sides = close_in(evaluate, x[intervals], x[intervals + 1], y[intervals], y[intervals + 1])
        left, right, y_left, y_right = other_side(evaluate, x[intervals], x[intervals + 1], y, intervals, sides)
        rise = np.abs(y[intervals + 1] - y[intervals])
        broken = ~(np.abs(y_right - y_left) < STILL_THERE * rise)
    return insert(x, y, intervals[broken], left[broken], right[broken], y_left[broken], y_right[broken])


@dataclass(frozen=True, slots=True)
class Steps:
    """From each sample to the next, for K rows of N samples: the `step`, its size `rise`, both (K, N - 1), and `turn`.

    `turn`, (K, N - 2), is the product of the steps on both sides of an inner sample: negative where the curve turns.
    """

    step: Array
    rise: Array
    turn: Array


def steps_of(values: Array) -> Steps:
    """Return the steps in the rows of values, of shape (K, N)."""
    with np.errstate(invalid="ignore", over="ignore"):
        step = values[:, 1:] - values[:, :-1]
        return Steps(step, np.abs(step), step[:, 1:] * step[:, :-1])


def may_break(steps: Steps) -> NDArray[np.bool_]:
    """Return for each row whether `suspicious` may find anything in it: shape (K,).

    Mostly it finds nothing, and to see that for all rows at once takes as long as for one.
    """
    rise = steps.rise
    if rise.shape[1] < 2 * END:
        return np.ones(len(rise), dtype=bool)
    with np.errstate(invalid="ignore", over="ignore"):
        beside = np.maximum(rise[:, :-2], rise[:, 2:])
        here, turned = rise[:, 1:-1], steps.turn <= 0
        at_ends = (rise[:, 0] > rise[:, 1:END].max(axis=1)) | (rise[:, -1] > rise[:, -END:-1].max(axis=1))
        steep = here > STEEPER_THAN_NEIGHBOURS * beside
        steep |= turned[:, :-1] & turned[:, 1:] & (here > beside)
        # What is not finite anywhere makes a difference that is not finite.
        found: NDArray[np.bool_] = at_ends | steep.any(axis=1) | ~np.isfinite(rise.sum(axis=1))
        return found


def suspicious(x: Array, y: Array) -> NDArray[np.intp]:
    """Return the indices i of intervals [x[i], x[i+1]] that may hold a break, at most `MOST_INTERVALS`, ascending."""
    finite = np.isfinite(y)
    edge = finite[:-1] != finite[1:]
    step = y[1:] - y[:-1]
    if not finite.all():
        step[~np.isfinite(step)] = 0.0
    rise = np.abs(step)
    beside = _beside(rise)
    summits = np.flatnonzero(rise > beside)
    around = np.concatenate(([0.0], step, [0.0]))
    before, here, after = around[summits], step[summits], around[summits + 2]
    # Over a pole of odd order the curve comes back from the other side: the step turns against both neighbours.
    turned = (here * before <= 0) & (here * after <= 0)
    steep = turned | (rise[summits] > STEEPER_THAN_NEIGHBOURS * beside[summits])
    scale = np.max(np.abs(y), where=finite, initial=0.0)
    edge[summits[steep & (rise[summits] > 1e-9 * scale)]] = True
    found = np.flatnonzero(edge)
    if found.size <= MOST_INTERVALS:
        return found
    weight = np.where(finite[found] != finite[found + 1], np.inf, rise[found])
    return np.sort(found[np.argsort(-weight, kind="stable")[:MOST_INTERVALS]])


def _beside(rise: Array) -> Array:
    """Return the greater rise of the two neighbours of each interval.

    At an end of the range one is missing, and the other is no measure where it holds a summit: there a few count.
    """
    beside = np.empty_like(rise)
    np.maximum(rise[:-2], rise[2:], out=beside[1:-1])
    beside[0], beside[-1] = rise[1:END].max(initial=0.0), rise[-END:-1].max(initial=0.0)
    return beside


def close_in(evaluate: Evaluate, left: Array, right: Array, y_left: Array, y_right: Array) -> Sides:
    """Return the two sides of the trouble in each interval [left, right], as close as floats allow."""
    sections = max(FEWEST_SECTIONS, POINTS // left.size)
    fractions = np.linspace(0.0, 1.0, sections + 1)[1:-1]
    rows = np.arange(left.size)
    for _ in range(math.ceil(BITS / math.log2(sections))):
        inner = left[:, None] + (right - left)[:, None] * fractions
        at = np.column_stack((left, inner, right))
        values = np.column_stack((y_left, evaluate(inner.ravel()).reshape(inner.shape), y_right))
        worst = np.argmax(trouble(values), axis=1)
        left, right = at[rows, worst], at[rows, worst + 1]
        y_left, y_right = values[rows, worst], values[rows, worst + 1]
    return left, right, y_left, y_right


def other_side(
    evaluate: Evaluate, first: Array, last: Array, y: Array, intervals: NDArray[np.intp], sides: Sides
) -> Sides:
    """Return the sides with the far edge of each gap that lies whole between two samples; `sides` has the near one."""
    left, right, y_left, y_right = (side.copy() for side in sides)
    from_left = np.isfinite(y_left) & ~np.isfinite(y_right) & np.isfinite(y[intervals + 1])
    from_right = ~np.isfinite(y_left) & np.isfinite(y_right) & np.isfinite(y[intervals])
    if from_left.any():
        far = close_in(evaluate, right[from_left], last[from_left], y_right[from_left], y[intervals + 1][from_left])
        right[from_left], y_right[from_left] = far[1], far[3]
    if from_right.any():
        far = close_in(evaluate, first[from_right], left[from_right], y[intervals][from_right], y_left[from_right])
        left[from_right], y_left[from_right] = far[0], far[2]
    return left, right, y_left, y_right


def trouble(values: Array) -> Array:
    """Return how bad each part is, for values of shape (M, sections + 1): an edge of a gap is worse than any rise."""
    finite = np.isfinite(values)
    rise = np.abs(np.diff(values, axis=1))
    rise[~np.isfinite(rise)] = 0.0
    return np.where(finite[:, :-1] != finite[:, 1:], np.inf, rise)


def insert(
    x: Array, y: Array, intervals: NDArray[np.intp], left: Array, right: Array, y_left: Array, y_right: Array
) -> tuple[Array, Array]:
    """Return the samples with left side, NaN and right side inserted in each of the intervals."""
    places = np.repeat(intervals + 1, 3)
    middle = 0.5 * (left + right)
    new_x = np.column_stack((left, middle, right)).ravel()
    new_y = np.column_stack((y_left, np.full_like(middle, np.nan), y_right)).ravel()
    all_x, all_y = np.insert(x, places, new_x), np.insert(y, places, new_y)
    return all_x, np.where(np.isfinite(all_y), all_y, np.nan)
