"""Zeros around which a function is too small for a float, as exp(-1/x²) and all its derivatives are around 0.

There it fades to 0 and comes back; no search finds the place in an interval of zeros, but a guard's zero within, if it
is the only one, is it. A function that is level by its nature, as max(0, |x| - 1), does not fade, nor does a zero that
is no more than one: it is 0 at a point.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from engine.shapes import Array

FADED = 1e-290
"""What is smaller than this just before it is 0 has been lost to the smallest float."""
STEPS = 50


def surfaced(function: Callable[[Array], Array], x: Array, y: Array, guarded: Array, zeros: Array) -> Array:
    """Return the zeros, with those in drowned intervals replaced by the guards' zeros there.

    `function` has the values y, of shape (N,), at the samples x; `guarded`, ascending, are zeros of guards at which it
    is not broken.
    """
    left, right, middle, known = _suspects(x, y, guarded)
    if not left.size:
        return zeros
    drowned = _fades(function, x[left], x[right], middle)
    left, right, middle, known = left[drowned], right[drowned], middle[drowned], known[drowned]
    crossing = known & (np.sign(y[left]) != np.sign(y[right]))
    within = ((zeros[:, None] > x[left]) & (zeros[:, None] < x[right])).any(axis=1)
    return np.concatenate((zeros[~within], middle[crossing]))


def _suspects(
    x: Array, y: Array, guarded: Array
) -> tuple[NDArray[np.intp], NDArray[np.intp], Array, NDArray[np.bool_]]:
    """Return the samples beside each suspicious interval, a place in its middle, and whether that is a guard's zero."""
    sure = np.flatnonzero(np.isfinite(y) & (y != 0.0))
    left, right = sure[:-1], sure[1:]
    first, last = np.searchsorted(guarded, x[left], "right"), np.searchsorted(guarded, x[right], "left")
    known, empty = last - first == 1, right - left > 1
    some = known | empty
    middle = np.where(known, np.append(guarded, np.nan)[first], x[np.minimum(left + 1, x.size - 1)])
    return left[some], right[some], middle[some], known[some]


def _fades(function: Callable[[Array], Array], left: Array, right: Array, middle: Array) -> NDArray[np.bool_]:
    """Return where the function dwindles from both sides before it is 0, or not a number any more."""
    outer, inner = np.concatenate((left, right)), np.concatenate((middle, middle))
    for _ in range(STEPS):
        between = 0.5 * (outer + inner)
        value = function(between)
        gone = (value == 0.0) | ~np.isfinite(value)
        inner, outer = np.where(gone, between, inner), np.where(gone, outer, between)
    return np.asarray((np.abs(function(outer)) < FADED).reshape(2, -1).all(axis=0))
