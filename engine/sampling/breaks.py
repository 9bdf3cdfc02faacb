"""What each order does at a candidate: its value, its limits and its slopes on both sides say which break it is."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

import numpy as np

from engine.sampling.limits import Limits, distances, limits

if TYPE_CHECKING:
    from engine.sampling.adaptive import Orders
    from engine.shapes import Array

Kind: TypeAlias = Literal["regular", "jump", "pole", "hole", "point", "edge", "kink", "vertical", "swing"]
"""`point`: a value that stands alone; `edge`: real on one side; `swing`: it neither settles nor runs off."""

BROKEN: frozenset[Kind] = frozenset(("jump", "pole", "hole", "point", "edge", "swing"))
"""The curve is cut there."""
UNDIFFERENTIABLE: frozenset[Kind] = frozenset(("jump", "pole", "hole", "point", "kink", "vertical", "swing"))
AGREES = 1e-9
"""Relative difference of two limits that are one."""
FEWEST = 4
"""Distances without which nothing can be said."""
REACH_PIXELS = 16.0
ROUNDING = 4e-12
"""What extrapolation may make of the rounding of f; of a derivative, divided by the reach for each order."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a break: the limit there (+-inf; NaN: none), whether the order is real, and whether it swings.

    x and y, of shape (M,), are samples from the nearest to the farthest.
    """

    limit: float
    error: float
    real: bool
    swings: bool
    x: Array
    y: Array


@dataclass(frozen=True, slots=True)
class Break:
    """One order at one candidate. `value` is NaN where the order does not exist, whatever autograd says there."""

    x: float
    order: int
    kind: Kind
    value: float
    left: Side
    right: Side
    slopes: tuple[float, float]
    """From the left and from the right."""


def reaches(at: Array, pixel: float) -> Array:
    """Return how far each side of the candidates may be looked at: never as far as the next candidate."""
    near = np.full(at.size, np.inf)
    if at.size > 1:
        gaps = np.diff(at)
        near = np.minimum(np.append(gaps, np.inf), np.insert(gaps, 0, np.inf))
    return np.minimum(np.maximum(REACH_PIXELS * pixel, 2.0**-30 * np.abs(at)), 0.3 * near)


def examine(function: Orders, at: Array, reach: Array, highest: int) -> list[list[Break]]:
    """Return for each candidate, of shape (P,), what the orders 0 to `highest` do there."""
    if not at.size:
        return []
    h = distances(at, reach)
    known = np.isfinite(h)
    steps = np.where(known, h, reach[:, None])
    everywhere = np.concatenate(((at[:, None] - steps).ravel(), (at[:, None] + steps).ravel(), at))
    with np.errstate(all="ignore"):
        orders = function(everywhere, highest + 1)
    found: list[list[Break]] = [[] for _ in at]
    below: list[tuple[list[Side], list[Side], Array]] = []
    size = np.max(np.abs(np.nan_to_num(orders[0][: 2 * h.size].reshape(2, *h.shape)[:, :, 0])), axis=0)
    for order, values in enumerate(orders):
        noise = ROUNDING * size / reach**order
        left, right = (part.reshape(h.shape) for part in (values[: h.size], values[h.size : 2 * h.size]))
        sides = [_sides(at, sign * steps, np.where(known, y, np.nan), h, noise) for sign, y in ((-1, left), (1, right))]
        below.append((sides[0], sides[1], values[2 * h.size :]))
    for place in np.flatnonzero(known.sum(axis=1) >= FEWEST):
        exists = True
        for order in range(highest + 1):
            here, above = below[order], below[order + 1]
            one = _break(float(at[place]), order, here, above, int(place), exists=exists)
            exists = exists and one.kind not in UNDIFFERENTIABLE and not math.isnan(one.value)
            found[place].append(one)
    return [one for one in found if one]


def _sides(at: Array, step: Array, y: Array, h: Array, noise: Array) -> list[Side]:
    made: Limits = limits(y, h, noise)
    x, known = at[:, None] + step, np.isfinite(h)
    return [
        Side(
            float(made.value[i]),
            float(made.error[i]),
            bool(made.real[i]),
            bool(made.swings[i]),
            x[i][known[i]][::-1],
            y[i][known[i]][::-1],
        )
        for i in range(len(at))
    ]


def _break(
    x: float,
    order: int,
    here: tuple[list[Side], list[Side], Array],
    above: tuple[list[Side], list[Side], Array],
    place: int,
    *,
    exists: bool,
) -> Break:
    left, right, value = here[0][place], here[1][place], float(here[2][place]) if exists else math.nan
    slopes = above[0][place].limit, above[1][place].limit
    value = value if math.isfinite(value) else math.nan
    if exists and order > 0 and math.isnan(value):
        value = repaired(left, right)
    kind = classify(value, left, right, slopes)
    if kind == "regular" and math.isnan(value):
        value = left.limit
    return Break(x, order, kind, value, left, right, slopes)


def repaired(left: Side, right: Side) -> float:
    """Return the derivative where a function is fine and autograd has NaN.

    It is the limit, if both sides agree, or that of the only side there is; NaN if it is not known.
    """
    if left.real and right.real:
        return left.limit if agree(left, right) else math.nan
    return left.limit if left.real else right.limit if right.real else math.nan


def agree(left: Side, right: Side) -> bool:
    """Return whether the limits of the two sides are one finite number."""
    return same(left.limit, right.limit, left.error + right.error)


def same(one: float, other: float, error: float) -> bool:
    """Return whether two numbers are one, as far as the error lets tell."""
    size = max(abs(one), abs(other))
    return math.isfinite(size) and abs(one - other) <= AGREES * size + 10 * min(error, 1e-5 * (size + 1e-3)) + 1e-14


def classify(value: float, left: Side, right: Side, slopes: tuple[float, float]) -> Kind:
    """Return what kind of break this is."""
    if not left.real and not right.real:
        return "point" if math.isfinite(value) else "regular"
    if math.isinf(left.limit) or math.isinf(right.limit):
        return "pole"
    if left.swings or right.swings:
        return "swing"
    if not left.real or not right.real:
        return "edge"
    if math.isnan(left.limit) or math.isnan(right.limit):
        return "swing"
    if not agree(left, right):
        return "jump"
    if math.isnan(value) or not same(value, left.limit, left.error + right.error):
        return "hole"
    return _bend(slopes)


def _bend(slopes: tuple[float, float]) -> Kind:
    """Return how the slopes differ where the order itself is continuous."""
    if any(math.isinf(slope) for slope in slopes):
        return "vertical"
    if any(math.isnan(slope) for slope in slopes):
        return "regular"
    difference = abs(slopes[0] - slopes[1])
    return "kink" if difference > 1e-7 * max(map(abs, slopes)) + 1e-12 else "regular"
