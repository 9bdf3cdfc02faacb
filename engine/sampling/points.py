"""Honest numbers at single points: where autograd has NaN for a function that is fine, and at kinks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.sampling.breaks import examine

if TYPE_CHECKING:
    from engine.sampling.adaptive import Orders
    from engine.sampling.breaks import Break
    from engine.shapes import Array

REACH = 0.05
"""How far around a point its limits are taken from, beside the point's own size; at least this."""


def values(function: Orders, x: Array, highest: int) -> list[Array]:
    """Return the function and its derivatives at x of shape (N,), each (N,), as autograd has them or better."""
    return repaired(function, x, function(x, highest))


def repaired(function: Orders, x: Array, orders: list[Array]) -> list[Array]:
    """Return the orders at x of shape (N,), each (N,), with what autograd lost.

    A NaN or infinite derivative of a function that is finite there is replaced by its limit where both sides agree, or
    by that of the only side that is real; where they differ it is NaN: not known. Where f is NaN everything is.
    """
    lost = np.isfinite(orders[0]) & np.logical_or.reduce([~np.isfinite(order) for order in orders])
    if not lost.any():
        return orders
    at, highest = x[lost], len(orders) - 1
    orders = [order.copy() for order in orders]
    for place, found in zip(np.flatnonzero(lost), _each(function, at, highest), strict=True):
        for order, one in enumerate(found):
            if not np.isfinite(orders[order][place]):
                orders[order][place] = _limit(one)
    return orders


def sides(function: Orders, x: float, highest: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return the limits of the orders 0 to `highest` at x from the left and from the right; NaN where there is none."""
    found = _each(function, np.array([x]), highest)[0]
    return tuple(one.left.limit for one in found), tuple(one.right.limit for one in found)


@np.errstate(all="ignore")
def _each(function: Orders, at: Array, highest: int) -> list[list[Break]]:
    return [
        examine(function, at[i : i + 1], np.array([REACH * max(1.0, abs(at[i]))]), highest)[0] for i in range(at.size)
    ]


def _limit(one: Break) -> float:
    if one.left.real and one.right.real:
        return one.left.limit if one.left.limit == one.right.limit else one.value
    return one.left.limit if one.left.real else one.right.limit
