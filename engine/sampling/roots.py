"""Zeros and changes of sign of many functions at once, to the last digits, by SciPy's bracketing."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.budget import unspent

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from engine.shapes import Array

MOST_STEPS = 90
FINEST = 1e-17
"""Of the widest bracket: towards 0 floats would go on for a thousand halvings."""

LAST_UNITS = 8
"""The brackets close to half as many units in the last place."""


@cache
def load() -> Callable[..., Any]:
    """Return SciPy's root finder: half a second to import, and a smooth first picture does without."""
    with unspent():
        from scipy.optimize.elementwise import find_root

    return find_root  # type: ignore[no-any-return]


def bracketed(function: Callable[..., Array], low: Array, high: Array, *arguments: NDArray[np.generic]) -> Array:
    """Return where the function changes its sign in each bracket [low, high], of shape (M,); NaN where it does not.

    `function(x, *arguments)` takes x of any shape (N,) and the arguments of those brackets. Chandrupatla's method: a
    jump across 0 is closed in on as a zero is, to four units in the last place.
    """
    if not low.size:
        return np.empty(0)
    find_root = load()
    with np.errstate(all="ignore"):
        finest = {"xatol": FINEST * float(np.max(np.abs(high - low)))}
        found = find_root(function, (low, high), args=arguments, tolerances=finest, maxiter=MOST_STEPS)
    return np.where(found.success, found.x, np.nan)


def settled(function: Callable[..., Array], found: Array, *arguments: NDArray[np.generic]) -> Array:
    """Return for each change of sign in `found`, of shape (M,), the float on its very edge; elsewhere what was found.

    Of the two floats between which the sign changes it is the rounder one: a jump stands where a person would look.
    """
    at = np.where(np.isfinite(found), found, 0.0)
    beside = at[:, None] + np.arange(-LAST_UNITS, LAST_UNITS + 1) * np.spacing(np.abs(at))[:, None]
    repeated = (np.repeat(argument, beside.shape[1]) for argument in arguments)
    with np.errstate(all="ignore"):
        signs = np.sign(function(beside.ravel(), *repeated)).reshape(beside.shape)
    changes = (signs[:, 1:] * signs[:, :-1]) < 0
    edges = zip(changes.sum(axis=1), changes.argmax(axis=1), beside, found, strict=True)
    return np.array([_rounder(row[left : left + 2].tolist()) if count == 1 else old for count, left, row, old in edges])


def _rounder(places: list[float]) -> float:
    return min(places, key=lambda place: len(repr(place)))


def sign_changes(y: Array) -> NDArray[np.intp]:
    """Return the indices i where y changes its sign strictly between samples i and i + 1."""
    return np.flatnonzero(y[:-1] * np.sign(y[1:]) < 0)


def single_zeros(y: Array) -> NDArray[np.intp]:
    """Return the indices of samples that are 0 and whose neighbours are not."""
    zero = np.concatenate(([False], y == 0, [False]))
    return np.flatnonzero(zero[1:-1] & ~zero[:-2] & ~zero[2:])
