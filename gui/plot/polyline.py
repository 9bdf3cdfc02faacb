"""Polylines in device coordinates: clip, simplify, dash and cut into chunks. Pure NumPy, no loop over points.

A polyline is `(points, starts)`: points of shape (N, 2), and the index at which each unbroken piece starts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.shapes import Array

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gui.plot.mapping import Rectangle

Indices: TypeAlias = NDArray[np.intp]
Flags: TypeAlias = NDArray[np.bool_]
Polyline: TypeAlias = tuple[Array, Indices]

TOLERANCE = 0.1
"""Pixels by which a simplified curve may differ from its samples: too little to be seen."""
DOT = 0.01
"""Qt draws no line without a length."""
CHUNK = 16
"""Segments drawn at once. Qt's stroker takes quadratic time; single segments show beads at their joints."""
SHARP = 0.7
"""Radians of a bend at which joints are drawn as such."""
TANGENT_OF_SHARP = float(np.tan(SHARP))
MAXIMUM_DASHES = 2_000
FEW = 600
"""Points that are drawn sooner than simplified."""
SIMPLIFY_PASSES = 8
WORTH_ANOTHER_PASS = 4
"""A pass that drops less than one point in so many is the last."""


def pieces(points: Array) -> Polyline:
    """Return the unbroken pieces of points of shape (N, 2) that NaN separates.

    A point between two breaks becomes a piece of `DOT` pixels, so that a round pen shows it as a dot.
    """
    finite = np.isfinite(points[:, 1])
    if len(points) > 1 and finite.all():
        return points, np.zeros(1, dtype=np.intp)
    first = finite & ~np.concatenate(([False], finite[:-1]))
    kept, starts = points[finite], np.flatnonzero(first[finite])
    lone = starts[np.diff(starts, append=len(kept)) == 1]
    if not lone.size:
        return kept, starts
    doubled = np.insert(kept, lone + 1, kept[lone] + (DOT, 0.0), axis=0)
    return doubled, starts + np.searchsorted(lone, starts)


def clip(polyline: Polyline, area: Rectangle) -> Polyline:
    """Return what of the polyline lies in the area; a line that leaves it ends exactly at its edge.

    Liang and Barsky, A New Concept and Method for Line Clipping, ACM Transactions on Graphics 3 (1984).
    """
    points, starts = polyline
    if not len(points) or _all_inside(points, area):
        return polyline
    begin, step = points[:-1], np.diff(points, axis=0)
    enter, leave = _crossings(begin, step, area)
    kept = (enter <= leave) & ~_joints(len(points), starts)[1:]
    begin, step, enter, leave = begin[kept], step[kept], enter[kept, None], leave[kept, None]
    follows = np.flatnonzero(kept)
    fresh = np.ones(len(begin), dtype=bool)
    fresh[1:] = (np.diff(follows) > 1) | (leave[:-1, 0] < 1) | (enter[1:, 0] > 0)
    ends = np.arange(len(begin)) + np.cumsum(fresh)
    clipped = np.empty((len(begin) + int(fresh.sum()), 2))
    clipped[ends] = begin + leave * step
    clipped[ends[fresh] - 1] = (begin + enter * step)[fresh]
    return clipped, ends[fresh] - 1


def clip_line(points: Array, area: Rectangle) -> Array:
    """Return what of a single line, of shape (2, 2), lies in the area: of the same shape, or (0, 2) for nothing.

    `clip` does the same; NumPy takes ten times as long for so little.
    """
    if np.isnan(points).any():
        return points[:0]
    (left, top), (right, bottom) = points.tolist()
    enter, leave = 0.0, 1.0
    for start, step, low, high in (
        (left, right - left, area.left, area.right),
        (top, bottom - top, area.top, area.bottom),
    ):
        if step:
            near, far = sorted(((low - start) / step, (high - start) / step))
            enter, leave = max(enter, near), min(leave, far)
        elif not low <= start <= high:
            return points[:0]
    if not enter <= leave:
        return points[:0]
    return np.array([[left + at * (right - left), top + at * (bottom - top)] for at in (enter, leave)])


def _all_inside(points: Array, area: Rectangle) -> bool:
    across, down = points[:, 0], points[:, 1]
    if not (area.top <= down.min() and down.max() <= area.bottom):
        return False
    return bool(area.left <= across.min() and across.max() <= area.right)


def _crossings(begin: Array, step: Array, area: Rectangle) -> tuple[Array, Array]:
    """Return where each segment enters and leaves the area, as shares of its length."""
    corners = np.array([[area.left, area.top], [area.right, area.bottom]])
    with np.errstate(divide="ignore", invalid="ignore"):
        low, high = (corners[0] - begin) / step, (corners[1] - begin) / step
    near, far = np.minimum(low, high), np.maximum(low, high)
    # A segment along an axis divides by zero: it is inside the two edges for ever (-inf, inf) or never (inf, -inf).
    still = step == 0
    inside = (begin >= corners[0]) & (begin <= corners[1])
    near[still], far[still] = np.where(inside, -np.inf, np.inf)[still], np.where(inside, np.inf, -np.inf)[still]
    return np.maximum(near.max(axis=1), 0.0), np.minimum(far.min(axis=1), 1.0)


def _joints(count: int, starts: Indices) -> Flags:
    """Return which points start a piece."""
    first = np.zeros(count, dtype=bool)
    first[starts] = True
    return first


def simplify(polyline: Polyline, tolerance: float = TOLERANCE) -> Polyline:
    """Return a polyline with fewer points, nowhere farther from the given one than the tolerance.

    Each pass drops every second point whose distance from the line of its neighbours, added to what was given up
    there before, stays within the tolerance.
    """
    points, starts = polyline
    if len(points) < FEW:
        return polyline
    ends = np.append(starts, len(points))[1:] - 1
    bound = np.zeros(len(points))  # how far the segment that ends at each point may be from the given polyline
    fixed = _joints(len(points), starts)
    fixed[ends] = True
    for _ in range(SIMPLIFY_PASSES):
        inner = np.arange(1, len(points) - 1, 2)
        inner = inner[~fixed[inner]]
        error = distances(points[inner - 1], points[inner], points[inner + 1])
        error += np.maximum(bound[inner], bound[inner + 1])
        small = error <= tolerance
        dropped = inner[small]
        count = len(points)
        bound[dropped + 1] = error[small]
        kept = np.ones(len(points), dtype=bool)
        kept[dropped] = False
        points, bound, fixed = points[kept], bound[kept], fixed[kept]
        starts = starts - np.searchsorted(dropped, starts)
        if WORTH_ANOTHER_PASS * dropped.size < count:
            break
    return points, starts


def distances(a: Array, middle: Array, b: Array) -> Array:
    """Return the distances of the middle points from the lines from a to b, all of shape (N, 2) or (2,)."""
    along, offset = b - a, middle - a
    length = np.maximum((along * along).sum(axis=1), 1e-300)
    share = np.clip((along * offset).sum(axis=1) / length, 0.0, 1.0)
    gap = offset - share[:, None] * along
    distance: Array = np.hypot(gap[:, 0], gap[:, 1])
    return distance


def dash(polyline: Polyline, pattern: Sequence[float]) -> Polyline:
    """Return the polyline cut by arc length into dashes; `pattern` is the pixels drawn, left out, drawn, ...

    A polyline that would fall into too many dashes to be told apart is returned whole.
    """
    points, starts = polyline
    lengths = np.hypot(*np.diff(points, axis=0).T)
    lengths[starts[1:] - 1] = 0.0
    along = np.concatenate(([0.0], np.cumsum(lengths)))
    period = float(np.sum(pattern))
    if len(points) < 2 or along[-1] / period * len(pattern) / 2 > MAXIMUM_DASHES:
        return polyline
    edges = _dash_edges(along[-1], pattern, period)
    at = np.interp(edges, along, np.arange(len(points)))
    # Between pieces there is no length: a dash that ends there ends with the first, one that begins, with the second.
    at[1::2] -= np.isin(at[1::2], starts[1:])
    at[::2] += np.isin(at[::2], starts[1:] - 1)
    return _cut(points, starts, at)


def _dash_edges(length: float, pattern: Sequence[float], period: float) -> Array:
    """Return the arc lengths at which dashes begin and end, by turns."""
    offsets = np.concatenate(([0.0], np.cumsum(pattern)[:-1]))
    edges = (np.arange(int(length / period) + 1)[:, None] * period + offsets).ravel()
    begun = edges.reshape(-1, 2)[edges[::2] < length].ravel()
    ends: Array = np.minimum(begun, length)
    return ends


def _cut(points: Array, starts: Indices, at: Array) -> Polyline:
    """Return the pieces between at[0] and at[1], at[2] and at[3] ...: places between points, as broken indices."""
    whole = np.minimum(at.astype(np.intp), len(points) - 2)
    share = (at - whole)[:, None]
    edges = points[whole] * (1.0 - share) + points[whole + 1] * share
    places = np.concatenate((at, np.arange(len(points), dtype=np.float64)))
    order = np.argsort(places, kind="stable")
    merged = np.concatenate((edges, points))[order]
    sources = order - len(at)  # the index of a given point; below 0 for an edge
    toggles = np.cumsum(sources < 0)
    drawn = (toggles % 2 == 1) | ((sources < 0) & (toggles % 2 == 0))
    first = (sources < 0) & (toggles % 2 == 1)
    first |= np.isin(sources, starts) & drawn
    kept_first = first[drawn]
    kept_first[:1] = True
    return merged[drawn], np.flatnonzero(kept_first)


def segments(polyline: Polyline) -> tuple[Array, Array]:
    """Return the segments, of shape (K, 4), and the points, of shape (M, 2), at which a disc has to close their joint.

    Segments with flat ends leave a wedge open at their joint: at less than `SHARP` it is too small to be seen. A lone
    sample is a disc, too.
    """
    points, starts = polyline
    count = len(points)
    if count < 2:
        return np.empty((0, 4)), points
    real = ~_joints(count, starts)[1:]
    step = points[1:] - points[:-1]
    along, down = step[:, 0], step[:, 1]
    forward = along[:-1] * along[1:] + down[:-1] * down[1:]
    sideways = np.abs(along[:-1] * down[1:] - down[:-1] * along[1:])
    bent = (sideways > TANGENT_OF_SHARP * forward) & real[:-1] & real[1:]
    dots = real & (along * along + down * down <= 4 * DOT * DOT)
    closed = np.concatenate(([False], bent, [False]))
    closed[:-1] |= dots
    drawn = real & ~dots
    return np.concatenate((points[:-1][drawn], points[1:][drawn]), axis=1), points[closed]


def chunks(polyline: Polyline, size: int = CHUNK) -> list[Array]:
    """Return pieces of at most `size` segments, each beginning at the point where the one before it ends."""
    points, starts = polyline
    ends = np.append(starts, len(points))[1:]
    return [
        points[begin : min(begin + size + 1, end)]
        for start, end in zip(starts.tolist(), ends.tolist(), strict=True)
        for begin in range(start, end - 1, size)
    ]


def whole(polyline: Polyline) -> list[Array]:
    """Return each unbroken piece."""
    points, starts = polyline
    return [piece for piece in np.split(points, starts[1:]) if len(piece) > 1]
