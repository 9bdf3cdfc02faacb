"""Roots, extrema, inflections and breaks of a function over a range, to the last digits.

Roots are changes of sign of f and extrema that touch 0, extrema changes of sign of f′ and kinks, inflections changes of
sign of f″. None is reported where the curve is broken, and none in noise: f itself must move by more than what rounding
leaves unknown, which is judged by the largest number that the computation meets on its way.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from engine.sampling.adaptive import refine
from engine.sampling.bands import inside, stretches
from engine.sampling.breaks import BROKEN, Break, examine, reaches
from engine.sampling.critical import critical
from engine.sampling.drowned import surfaced
from engine.sampling.finer import finer_changes
from engine.sampling.roots import bracketed, sign_changes, single_zeros
from engine.sampling.way_edges import places, way_edges

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from engine.sampling.adaptive import Grid, Orders, Screen
    from engine.sampling.critical import Guards
    from engine.sampling.way_edges import WayNumbers
    from engine.shapes import Array

HIGHEST = 2
MOST = 500
"""Of each kind; the first ones are kept."""
ROUNDING = 64 * 2.0**-52
"""What is unknown of a value, beside the largest number on its way."""
ZERO_SEEN = 0.02
"""Share of the range around a sample that is 0 in which the values must leave it."""
CLOSER = 2.0 ** -np.arange(1.0, 9.0)
"""Parts of the way from a sample that is 0 to the next one at which another zero is looked for."""
CLOSER_SEEN = 1e-9
"""Part of the value at that next sample which is no rounding."""
NEAR, FAR = 0.01, 0.25
"""Shares of the range as far as which f is compared around a place: the first even beyond an end."""
AT_THE_END = 1e-12
"""Relative distance of a root from an end of the range that still counts."""


@dataclass(frozen=True, slots=True)
class Features:
    """All of one function: places ascending, `extrema` as (x, y, kind), `gaps` as (from, to)."""

    roots: list[float]
    extrema: list[tuple[float, float, str]]
    inflections: list[float]
    breaks: list[list[Break]]
    """What the orders 0, 1 and 2 do at each place where one of them breaks or bends."""
    gaps: list[tuple[float, float]]

    def places(self, kind: str) -> list[float]:
        """Return where the function itself has a break of this kind; around an oscillation nothing else is told."""
        return [one[0].x for one in self.breaks if one[0].kind == kind and not _shakes(one)]

    @property
    def oscillations(self) -> list[float]:
        """Where it swings without end: itself, or, around a limit, its slope."""
        return [one[0].x for one in self.breaks if one[0].kind == "swing" or _shakes(one)]


def _shakes(one: list[Break]) -> bool:
    slope = one[1]
    return one[0].kind in ("hole", "regular") and slope.kind == "swing" and slope.left.swings and slope.right.swings


@np.errstate(all="ignore")
def features(function: Orders, guards: Guards, screen: Screen, ways: WayNumbers | None = None) -> Features:
    """Return the features in the range of the screen, both of its ends included; `ways` as `sample` has it."""
    grid = refine(function, screen, HIGHEST)
    wild = [inside(grid, stretches(function, grid, order, screen.pixel)) for order in range(HIGHEST + 1)]
    edges = None if ways is None else places(way_edges(ways, grid.x), float(grid.x[-1] - grid.x[0]))
    at = critical(function, guards, grid, np.logical_or.reduce(wild), edges)
    examined = examine(function, at, reaches(at, screen.pixel), HIGHEST)
    examined = [one for one in examined if screen.x[0] <= one[0].x <= screen.x[1]]
    search = _Search(function, guards, grid, wild, examined)
    extrema = search.extrema()
    seen = [one for one in examined if any(part.kind != "regular" for part in one) and one[0].kind != "point"]
    return Features(search.roots(extrema), extrema, search.inflections(), seen[:MOST], gaps(grid, examined))


class _Search:
    """What the searches for roots of f, f′ and f″ share."""

    def __init__(
        self, function: Orders, guards: Guards, grid: Grid, wild: list[NDArray[np.bool_]], examined: list[list[Break]]
    ) -> None:
        self._function, self._grid, self._wild, self._examined = function, grid, wild, examined
        self._noise = ROUNDING * guards(grid.x)[2]

    def roots(self, extrema: list[tuple[float, float, str]]) -> list[float]:
        """Return the roots of f: where it crosses 0, touches it, or begins at it.

        An interval in which f is 0 has no roots, nor has its edge: max(0, x) has none.
        """
        found = self._zeros(0, self._noise, self._turns)
        touching = [(x, y) for x, y, _ in extrema]
        bent = [one[0] for one in self._examined if one[0].kind in ("edge", "kink", "vertical")]
        touching += [(one.x, one.value) for one in bent if not self._is_flat(one)]
        found += [x for x, y in touching if math.isfinite(y) and abs(y) <= self._noise_at(x)]
        return _apart(found, self._span)

    def _is_flat(self, one: Break) -> bool:
        """Return whether f stays within noise on a side of a place."""
        return any(side.real and not (np.abs(side.y) > self._noise_at(one.x)).any() for side in (one.left, one.right))

    def extrema(self) -> list[tuple[float, float, str]]:
        """Return the smooth and the pointed ones."""
        places = self._turns
        heights = self._around(places)
        found = []
        for x, (before, y, after) in zip(places, heights, strict=True):
            least = self._noise_at(x)
            if min(before, after) - y > least:
                found.append((x, y, "minimum"))
            elif y - max(before, after) > least:
                found.append((x, y, "maximum"))
        for one in self._examined:
            left, right = one[0].slopes
            if one[0].kind in ("kink", "vertical") and left * right < 0:
                found.append((one[0].x, one[0].value, "minimum" if right > 0 else "maximum"))
        return sorted(found)[:MOST]

    def inflections(self) -> list[float]:
        """Return where f″ changes its sign and the curve goes to the other side of its tangent."""
        places = self._bends
        slopes = self._values(np.array(places), 1)
        found = []
        for x, slope, (before, y, after, reach) in zip(places, slopes, self._around(places, reach=True), strict=True):
            left, right = before - (y - slope * reach), after - (y + slope * reach)
            if left * right < 0 and min(abs(left), abs(right)) > self._noise_at(x):
                found.append(x)
        found += [one[0].x for one in self._examined if _bends_over(one)]
        return _apart(found, self._span)

    @cached_property
    def _bends(self) -> list[float]:
        """Where f″ is 0."""
        return self._zeros(2, np.zeros(self._grid.x.size))

    @cached_property
    def _turns(self) -> list[float]:
        """Where f′ is 0: at most once between two zeros of f″."""
        return self._zeros(1, np.zeros(self._grid.x.size), self._bends)

    @property
    def _span(self) -> float:
        return float(self._grid.x[-1] - self._grid.x[0])

    def _values(self, x: Array, order: int) -> Array:
        with np.errstate(all="ignore"):
            return self._function(x, order)[order] if x.size else x

    def _noise_at(self, x: float) -> float:
        return float(np.interp(x, self._grid.x, self._noise))

    def _broken(self, order: int) -> Array:
        return np.array([one[order].x for one in self._examined if one[order].kind in BROKEN])

    def _zeros(self, order: int, noise: Array, turns: Sequence[float] = ()) -> list[float]:
        """Return where an order is 0 or changes its sign, not across a break or in what is not resolved.

        Two zeros may lie between two samples, but not without a turn between them: `turns` are the zeros of the next
        order.
        """
        x, y = self._grid.x, self._grid.values[order]
        broken = self._broken(order)
        exact = [x[i] for i in single_zeros(y) if not np.isin(x[i], broken) and self._stands_out(y, i, noise)]
        places = np.array([*self._crossings(order, noise, turns).tolist(), *exact, *self._at_the_ends(order)])
        smooth = np.array([one[0].x for one in self._examined if one[0].kind == "regular"])
        return sorted(surfaced(lambda where: self._values(where, order), x, y, smooth, places).tolist())

    def _crossings(self, order: int, noise: Array, turns: Sequence[float]) -> Array:
        """Return where an order changes its sign between two samples, or a sample and a turn."""
        grid, broken = self._grid.x, self._broken(order)
        x, y = self._with(order, noise, turns)
        noise = np.interp(x, grid, noise)
        at = sign_changes(np.nan_to_num(y, nan=0.0, posinf=0.0, neginf=0.0))
        crossing = np.searchsorted(broken, x[at + 1], "right") > np.searchsorted(broken, x[at], "left")
        real = np.maximum(np.abs(y[at]), np.abs(y[at + 1])) > np.maximum(noise[at], noise[at + 1])
        wild = self._wild[order][np.searchsorted(grid, x[at], "right") - 1]
        at = at[~crossing & real & ~wild][:MOST]
        left, right = self._finer(order, broken)
        left, right = np.concatenate((x[at], left)), np.concatenate((x[at + 1], right))
        found = bracketed(lambda where: self._at(where, order), left, right)
        # Where no break was known and the value is no smaller than around, there is a pole between the samples.
        height, before, after = (np.abs(self._values(where, order)) for where in (found, left, right))
        return found[height <= np.maximum(before, after)]

    def _with(self, order: int, noise: Array, turns: Sequence[float]) -> tuple[Array, Array]:
        """Return the samples of an order with its turns, and with places ever closer to samples that are 0."""
        x, y = self._grid.x, self._grid.values[order]
        zero = single_zeros(y)
        zero = zero[(zero > 0) & (zero < x.size - 1)][:MOST]
        beside = [x[zero, None] + (x[zero + side] - x[zero])[:, None] * CLOSER for side in (-1, 1)]
        close, turning = np.concatenate([one.ravel() for one in beside]), np.array(turns)
        height = np.repeat(CLOSER_SEEN * np.fmax(np.abs(y[zero - 1]), np.abs(y[zero + 1])), CLOSER.size)
        # What touches 0 is no side of a change, nor what is lost in rounding.
        inner = np.concatenate((close, turning))
        least = np.concatenate((height, height, np.zeros(turning.size)))
        there = self._values(inner, order)
        told = np.abs(there) > np.maximum(least, np.interp(inner, x, noise))
        told &= (inner > x[0]) & (inner < x[-1])
        inner, first = np.unique(inner[told], return_index=True)
        new = ~np.isin(inner, x)
        places = np.searchsorted(x, inner[new])
        return np.insert(x, places, inner[new]), np.insert(y, places, there[told][first][new])

    def _finer(self, order: int, broken: Array) -> tuple[Array, Array]:
        """Return the brackets of changes of sign where the order is not resolved, but the function is."""
        unseen = self._wild[order] & ~self._wild[0]
        if not unseen.any():
            return np.empty(0), np.empty(0)
        left, right = finer_changes(lambda where: self._values(where, order), self._grid.x, unseen)
        whole = np.searchsorted(broken, left, "left") == np.searchsorted(broken, right, "right")
        return left[whole][:MOST], right[whole][:MOST]

    def _stands_out(self, y: Array, at: int, noise: Array) -> bool:
        """Return whether a sample that is 0 is a zero: on both sides the values leave it, and not in noise."""
        x, near = self._grid.x, ZERO_SEEN * self._span
        first, last = np.searchsorted(x, x[at] - near), np.searchsorted(x, x[at] + near)
        sides = (y[first:at][::-1], y[at + 1 : last])
        return all(not side.size or bool(np.abs(_of_one_sign(side)).max() > noise[at]) for side in sides)

    def _at(self, where: Array, order: int) -> Array:
        return self._values(where.ravel(), order).reshape(where.shape)

    def _at_the_ends(self, order: int) -> list[float]:
        """Return the ends of the range that are zeros but for rounding: sin(x) at the float nearest to pi."""
        found = []
        for end, beside in ((0, 1), (-1, -2)):
            x, y = float(self._grid.x[end]), float(self._grid.values[order][end])
            if y == 0.0 or not math.isfinite(y):
                continue
            slope = float(self._values(np.array([x]), order + 1)[0])
            moves = abs(self._grid.values[order][beside]) > 1e3 * abs(y)
            if moves and abs(y) <= AT_THE_END * max(abs(x), 1e-300) * abs(slope):
                found.append(x)
        return found

    def _around(self, places: list[float], *, reach: bool = False) -> list[tuple[float, ...]]:
        """Return f on the left, at and on the right of each place, half way to what else happens there."""
        if not places:
            return []
        x, at = self._grid.x, np.array(places)
        others = np.concatenate((at, self._broken(0), [one[0].x for one in self._examined if one[0].kind != "regular"]))
        others = np.unique(np.concatenate((others, [x[0] - self._span, x[-1] + self._span])))
        index = np.searchsorted(others, at)
        room = 0.5 * np.minimum(at - others[index - 1], others[np.minimum(index + 1, others.size - 1)] - at)
        within = np.clip(np.minimum(at - x[0], x[-1] - at), NEAR * self._span, FAR * self._span)
        room = np.minimum(room, within)
        before, middle, after = (self._values(at + sign * room, 0) for sign in (-1, 0, 1))
        columns = (before, middle, after, room) if reach else (before, middle, after)
        return list(zip(*(column.tolist() for column in columns), strict=True))


def _of_one_sign(side: Array) -> Array:
    """Return the values up to the first one that has not the sign of the very first; 0 if that is no number."""
    same = np.sign(side) == np.sign(side[0])
    return side if same.all() else side[: np.argmin(same)] if same[0] else np.zeros(1)


def _bends_over(one: list[Break]) -> bool:
    """Return whether the curve changes its bend at a place where f″ leaps or runs off but the tangent is one."""
    bends = one[2].left.limit, one[2].right.limit
    slopes = one[0].slopes
    one_tangent = one[0].kind == "vertical" and slopes[0] == slopes[1]
    smooth = one[0].kind == "regular" and one[1].kind in ("kink", "vertical")
    return (one_tangent or smooth) and np.sign(bends[0]) * np.sign(bends[1]) < 0


def _apart(places: list[float], span: float) -> list[float]:
    """Return the places ascending, each once."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > 1e-11 * max(abs(place), 1e-3 * span):
            found.append(place)
    return found[:MOST]


def gaps(grid: Grid, examined: list[list[Break]]) -> list[tuple[float, float]]:
    """Return the intervals in which f is not real, ascending; points that stand alone do not divide them."""
    edges = np.array([one[0].x for one in examined if one[0].left.real != one[0].right.real])
    alone = [one[0].x for one in examined if one[0].kind == "point"]
    x, lost = grid.x, np.isnan(grid.values[0]) | np.isin(grid.x, alone)
    lost &= ~np.isin(x, [one[0].x for one in examined if one[0].left.real or one[0].right.real])
    lost[1:-1] |= lost[:-2] & lost[2:]
    change = np.flatnonzero(np.diff(np.concatenate(([False], lost, [False])).astype(np.int8)))
    found = []
    for first, end in change.reshape(-1, 2):
        low = x[0] if first == 0 else _edge(edges, x[first - 1], x[first], x[first])
        high = x[-1] if end == x.size else _edge(edges, x[end - 1], x[end], x[end - 1])
        if high > low:
            found.append((float(low), float(high)))
    return found[:MOST]


def _edge(edges: Array, low: float, high: float, otherwise: float) -> float:
    between = edges[(edges >= low) & (edges <= high)]
    return float(between[0]) if between.size else otherwise
