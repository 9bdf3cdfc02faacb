"""The places where an order may break: zeros of guards, and what adaptive sampling could not resolve."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from engine.sampling.roots import bracketed, settled, sign_changes, single_zeros

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from engine.sampling.adaptive import Grid, Orders
    from engine.shapes import Array

Guards: TypeAlias = "Callable[[Array], tuple[Array, Array, Array]]"
"""Maps samples (N,) to the guards' values (G, N), their slopes (G, N) and the largest number met at each sample."""

MOST = 400
SAME = 1e-11
"""Relative distance of two places that are one."""
BESIDE = 1e-3
"""Of the range, about a pixel."""
DIGITS = 12
"""A zero is taken as the round number of so many digits if the guard is no farther from 0 there."""
NOTHING = 1e-15
"""Of the range; nearer to 0 a zero is taken as 0 on the same condition."""
TOUCHES = 1e-12
"""A guard that turns back this near to 0, beside its values around, touches it."""
STILL_THERE = 0.3
"""A rise of which this part is left over a billionth of the interval is a break; a cube root has a thousandth."""
GROWN = 100.0
WITNESSES = 17
"""Samples that go along with each evaluation of guards, so that branches by whether any sample takes them are the same
and guards keep their places."""


def critical(
    function: Orders, guards: Guards, grid: Grid, skipped: NDArray[np.bool_], known: Array | None = None
) -> Array:
    """Return the candidates, ascending, at most `MOST`; none from the intervals that are `skipped`, of shape (N-1,).

    A guard's zero stands for all that is found beside it, because it is exact; so does what is `known`.
    """
    exact = _zeros_of_guards(guards, grid.x)
    if known is not None and known.size:
        exact = np.unique(np.concatenate((exact, known)))
    inside = skipped[np.clip(np.searchsorted(grid.x, exact) - 1, 0, skipped.size - 1)]
    if exact.size > MOST:
        exact = exact[~inside]
    near = _beside(grid, exact)
    found = np.concatenate([_odd_samples(grid), *(_closed_in(function, grid, k, skipped | near) for k in grid.wild)])
    found = found[np.isfinite(found)]
    for place in exact:
        found = found[np.abs(found - place) > _tolerance(grid, place)]
    every = np.sort(np.concatenate((exact, found)))
    if every.size:
        apart = np.diff(every) > np.array([_tolerance(grid, place) for place in every[1:]])
        groups = np.split(every, np.flatnonzero(apart) + 1)
        every = np.array([min(group.tolist(), key=lambda place: len(repr(place))) for group in groups])
    return every[:MOST]


def _beside(grid: Grid, exact: Array) -> NDArray[np.bool_]:
    """Return the intervals beside a guard's zero: what is wild there is its doing, or rounding noise around a hole."""
    reach = BESIDE * float(grid.x[-1] - grid.x[0])
    if not exact.size:
        return np.zeros(grid.x.size - 1, bool)
    after = np.clip(np.searchsorted(exact, grid.x), 0, exact.size - 1)
    away = np.minimum(np.abs(grid.x - exact[after]), np.abs(grid.x - exact[np.maximum(after - 1, 0)]))
    return np.asarray(np.minimum(away[:-1], away[1:]) < reach)


def _tolerance(grid: Grid, place: float) -> float:
    return SAME * abs(place) + 1e-13 * float(grid.x[-1] - grid.x[0])


def _zeros_of_guards(guards: Guards, x: Array) -> Array:
    witnesses = x[:: max(1, x.size // WITNESSES)]

    def at(where: Array, index: NDArray[np.intp], slope: NDArray[np.bool_]) -> Array:
        flat = where.ravel()
        values, slopes, _ = guards(np.concatenate((flat, witnesses)))
        if len(values) != count:
            return np.full(where.shape, np.nan)
        chosen = np.broadcast_to(index, where.shape).ravel(), np.arange(flat.size)
        wanted = np.broadcast_to(slope, where.shape).ravel()
        return np.where(wanted, slopes[chosen], values[chosen]).reshape(where.shape)

    values, slopes, _ = guards(np.concatenate((x, witnesses)))
    values, slopes = np.nan_to_num(values), np.sign(slopes)  # signs alone: products must not overflow
    values, slopes, count = values[:, : x.size], slopes[:, : x.size], len(values)
    places, low, index, turning = [], [], [], []
    for guard, (value, slope) in enumerate(zip(values, slopes, strict=True)):
        places.append(x[single_zeros(value)])
        crossings = sign_changes(value)
        towards = np.sign(value) * slope
        turns = np.flatnonzero((towards[:-1] < 0) & (towards[1:] > 0) & (np.sign(value[:-1]) == np.sign(value[1:])))
        for found, is_turn in ((crossings, False), (turns, True)):
            low.append(found)
            index.append(np.full(found.size, guard))
            turning.append(np.full(found.size, is_turn))
    if not count:
        return np.empty(0)
    lows, which, turn = np.concatenate(low), np.concatenate(index), np.concatenate(turning)
    if lows.size > 4 * MOST:  # a guard that swings as fast as samples stand has no zeros to tell
        keep = np.linspace(0, lows.size - 1, 4 * MOST).astype(np.intp)
        lows, which, turn = lows[keep], which[keep], turn[keep]
    roots = bracketed(at, x[lows], x[lows + 1], which, turn)
    around = np.maximum(np.abs(values[which, lows]), np.abs(values[which, lows + 1]))
    known = np.isfinite(roots)
    near = np.full(roots.shape, np.inf)
    if known.any():
        value = np.zeros(int(known.sum()), bool)
        near[known] = np.abs(at(roots[known], which[known], value))
        plain = np.array([_plain(root, float(x[-1] - x[0])) for root in roots[known]])
        # At a pole of the guard, where it changes its sign too, whatever is farther off is nearer to 0.
        nearer = (np.abs(at(plain, which[known], value)) <= near[known]) & (near[known] <= around[known])
        roots[known] = np.where(nearer, plain, roots[known])
    scale = np.nanmedian(np.abs(values), axis=1)[which]
    roots = np.where(turn & (near > np.maximum(TOUCHES * scale, 1e-9 * around)), np.nan, roots)
    every = np.concatenate((*places, roots[np.isfinite(roots)]))
    return np.unique(every)


def _plain(root: float, span: float) -> float:
    """Return the round number that a zero may stand for."""
    return 0.0 if abs(root) <= NOTHING * span else float(f"{root:.{DIGITS}g}")


def _odd_samples(grid: Grid) -> Array:
    """Return samples at which some order is not finite between neighbours at which it is."""
    odd = np.zeros(grid.x.size, bool)
    for order in grid.values:
        lost = np.isfinite(order)
        odd[1:-1] |= ~lost[1:-1] & lost[:-2] & lost[2:]
        odd[0] |= bool(~lost[0] & lost[1])
        odd[-1] |= bool(~lost[-1] & lost[-2])
    return grid.x[odd]


def _turns_back(grid: Grid, order: int) -> NDArray[np.bool_]:
    """Return the intervals over which an order goes one way while its slopes at both ends go the other.

    At a pole of odd order it leaves on one side and comes back from the other, however narrow that is on the screen.
    """
    if order + 1 >= len(grid.values):
        return np.zeros(grid.x.size - 1, bool)
    y, slope = grid.values[order], np.sign(grid.values[order + 1])
    with np.errstate(all="ignore"):
        way = np.sign(np.diff(y))
        return np.asarray((y[:-1] * np.sign(y[1:]) < 0) & (slope[:-1] * way < 0) & (slope[1:] * way < 0))


def _closed_in(function: Orders, grid: Grid, order: int, skipped: NDArray[np.bool_]) -> Array:
    """Return where in its wild intervals an order leaps, or begins to be real."""
    y = grid.values[order]
    over = np.isinf(grid.values[0])  # beyond the largest float there is no edge
    wild = grid.wild[order] | _turns_back(grid, order)
    at = np.flatnonzero(wild & ~skipped & ~over[:-1] & ~over[1:])[: 4 * MOST]
    edge = np.isfinite(y[at]) != np.isfinite(y[at + 1])
    level = np.where(edge, 0.0, 0.5 * y[at] + 0.5 * y[at + 1])
    good = edge | (np.isfinite(level) & (y[at] != y[at + 1]))
    at, edge, level = at[good], edge[good], level[good]

    def side(where: Array, level: Array, edge: NDArray[np.bool_]) -> Array:
        value = function(where.ravel(), order)[order].reshape(where.shape)
        return np.where(edge, np.where(np.isfinite(value), 1.0, -1.0), value - level)

    left, right = grid.x[at], grid.x[at + 1]
    roots = settled(side, bracketed(side, left, right, level, edge), level, edge)
    step = np.maximum(2.0**-46 * np.abs(roots), 1e-9 * (right - left))
    with np.errstate(all="ignore"):
        before, after = (function(where, order)[order] for where in (roots - step, roots + step))
        # A continuous rise shrinks with the interval; over a jump it stays, over a pole it grows.
        leaps = np.abs(after - before) > STILL_THERE * np.abs(y[at + 1] - y[at])
        # A sample may stand a float beside a pole: no rise is larger than that one, but both sides still grow.
        lower = np.minimum(np.abs(y[at]), np.abs(y[at + 1]))
        leaps |= (before * np.sign(after) < 0) & (np.minimum(np.abs(before), np.abs(after)) > GROWN * lower)
    return np.where(edge | leaps | ~np.isfinite(after - before), roots, np.nan)
