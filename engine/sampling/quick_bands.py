"""While something is dragged: where a curve swings faster than the even samples stand, its envelope is drawn.

A settled picture knows this from what it could not predict. Here it must be seen in the samples themselves, in a few
microseconds: where they turn back and forth all the time, or where the slopes at both ends of each interval want a rise
that is not there. So sin(1/x) is a band and no tangle, and sin(1000 x) is no slow wave that it is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.sampling.bands import Band, enveloped, extremes, surprising

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from engine.sampling.quick import Steps
    from engine.shapes import Array

BESIDE = 3
"""Turns no farther from each other than so many samples belong together: a wave of twice as many is drawn as a line."""
LEAST_TURNS = 4
MISSED = 4.0
"""A slope that wants so many times the rise there is has missed a turn."""
VISIBLE = 1e-3
"""Share of the curve's whole height below which back and forth is no more than a rough line."""
ROUNDING = 1e-9
"""Of the largest value: as the tests of breaks have it."""
POINTS = 4_096
"""Of all bands of one curve: about what cutting open its breaks may take."""
MOST_IN_A_COLUMN = 16


def turning(steps: Steps, slopes: Array, spacing: float) -> tuple[NDArray[np.bool_], Array]:
    """Return where rows of N samples turn, or have a slope that wants a turn, and by how much: (K, N - 2) both.

    `slopes`, of shape (K, N), are the derivatives of the rows there, NaN where they are not known; `spacing` is the
    distance of the samples.
    """
    with np.errstate(all="ignore"):
        rise = np.fmax(steps.rise[:, 1:], steps.rise[:, :-1])
        wanted = np.abs(slopes[:, 1:-1]) * spacing
        return (steps.turn < 0) | (wanted > MISSED * rise), np.fmax(rise, wanted)


def tangles(
    evaluate: Callable[[Array], Array], x: Array, y: Array, turns: NDArray[np.bool_], height: Array
) -> list[tuple[int, int]]:
    """Return the stretches of samples [first, last] that are a tangle, ascending.

    x is evenly spaced, of shape (N,); `turns` and `height` are the row of y in what `turning` gave.
    """
    at = np.flatnonzero(turns)
    if not _are_together(at):
        return []
    with np.errstate(all="ignore"):
        finite = y[np.isfinite(y)]
        rough = max(VISIBLE * np.ptp(finite), ROUNDING * np.abs(finite).max()) if finite.size else 0.0
        at = at[height[at] > rough]
    if not _are_together(at):
        return []
    groups = np.split(at, np.flatnonzero(np.diff(at) > BESIDE) + 1)
    return [
        (int(group[0]), int(group[-1]) + 2)
        for group in groups
        if group.size >= LEAST_TURNS and surprising(evaluate, x, y, group, rough)
    ]


def _are_together(at: NDArray[np.intp]) -> bool:
    """Return whether there are enough turns in one place to make a tangle: mostly the whole cost of having none."""
    enough = LEAST_TURNS - 1
    return bool((at[enough:] - at[:-enough] <= enough * BESIDE).any()) if at.size > enough else False


def quick_bands(evaluate: Callable[[Array], Array], x: Array, found: list[tuple[int, int]]) -> list[Band]:
    """Return the envelopes over the stretches, each as many columns wide as it has intervals."""
    columns = np.concatenate([np.arange(first, last) for first, last in found])
    each = max(2, min(MOST_IN_A_COLUMN, POINTS // columns.size))
    least, greatest = extremes(evaluate, x[columns], x[columns + 1], each)
    ends = np.cumsum([last - first for first, last in found])[:-1]
    parts = zip(found, np.split(least, ends), np.split(greatest, ends), strict=True)
    return [enveloped(x[first : last + 1], low, high) for (first, last), low, high in parts]


def outside(size: int, found: list[tuple[int, int]]) -> list[slice]:
    """Return the samples between the stretches, with those on their edges."""
    starts, ends = [0, *(last for _, last in found)], [*(first for first, _ in found), size - 1]
    return [slice(start, end + 1) for start, end in zip(starts, ends, strict=True) if end > start]


def inside(x: Array, found: list[tuple[int, int]]) -> NDArray[np.float64]:
    """Return a place in each stretch, where the line is interrupted."""
    return np.array([0.5 * x[first] + 0.5 * x[last] for first, last in found])
