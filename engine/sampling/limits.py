"""One-sided limits, from values at distances that halve, by Richardson's and Aitken's extrapolation.

Richardson (Phil. Trans. A 226, 1927) is exact for what has a Taylor series on that side, Aitken (Proc. R. Soc. Edinb.
46, 1926) for powers such as a cube root. The largest distances that agree win: close to a removable hole there is
nothing but rounding noise, as (1 - cos x)/x^2 at 1e-9 shows, which is 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.shapes import Array

STEPS = 48
RATIO = 2.0
DEPTH = 7
"""Columns of Richardson's table."""
CERTAIN, LIKELY = 1e-9, 1e-6
"""Relative disagreement of an extrapolation that is taken at once, and of the best one that is taken at all."""
WINDOW = 4
"""Distances after the first certain one among which the best is taken."""
GROWS = 0.96
"""Ratio of successive steps from which on values run off; those of a logarithm stay at 1."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Of P points on one side, each of shape (P,): `value` is the limit, +-inf, or NaN (not real, or none).

    `error` is how far the value may be off; `swings`: the function neither settles nor runs off; `real`: it has values.
    """

    value: Array
    error: Array
    swings: NDArray[np.bool_]
    real: NDArray[np.bool_]


def distances(at: Array, reach: Array) -> Array:
    """Return distances of shape (P, STEPS) from `at`, from `reach` down to what floats there resolve (NaN below)."""
    h = reach[:, None] * RATIO ** -np.arange(STEPS, dtype=np.float64)
    least = 2.0**-44 * np.abs(at)[:, None]
    return np.where(h > least, h, np.nan)


def limits(y: Array, h: Array, noise: Array) -> Limits:
    """Return the limits of rows of values at the distances `h`, largest distance first.

    `noise`, of shape (P,), is what rounding may make of each row: values are not told apart below it.
    """
    with np.errstate(all="ignore"):
        known = _tail(y, np.isfinite(h))
        real = np.isfinite(np.where(np.isinf(known[:, -3:]), 0.0, known[:, -3:])).all(axis=1)
        resolved = np.where(np.isfinite(y), y, np.nan)
        estimates, errors = _estimates(resolved)
        value, error, settled = _best(estimates, errors, resolved, noise)
        near = np.nan_to_num(_tail(resolved, np.isfinite(resolved)))
        grows, swings, still = _behaviour(near)
        last, off = near[:, -1], ~settled & grows
        value = np.where(settled, value, np.where(off, np.copysign(np.inf, last), np.where(still, last, np.nan)))
        overflows = np.isinf(known[:, -1])
        value = np.where(overflows, known[:, -1], value)
        error = np.where(settled, error, np.abs(near[:, -1] - near[:, -2]))
    swings = np.asarray(swings & real & ~settled & ~off & ~overflows)
    return Limits(np.where(real, value, np.nan), error, swings, np.asarray(real))


def _best(estimates: Array, errors: Array, y: Array, noise: Array) -> tuple[Array, Array, NDArray[np.bool_]]:
    """Return of each row an estimate that is as sure as can be, its error, and whether it is one at all."""
    far = np.abs(np.take_along_axis(y, np.argmax(np.isfinite(y), axis=1)[:, None], axis=1))
    least = np.maximum(0.1 * np.nan_to_num(far), noise[:, None] / LIKELY)
    relative = errors / np.maximum(np.abs(estimates), least)
    relative[errors == 0.0] = 0.0
    relative = np.where(np.isfinite(relative) & np.isfinite(estimates), relative, np.inf)
    sure: NDArray[np.bool_] = np.less_equal(relative, CERTAIN)
    first = np.where(sure.any(axis=1), np.argmax(sure, axis=1), 0)
    places = np.arange(relative.shape[1])
    window = (places >= first[:, None]) & (places < first[:, None] + WINDOW * (DEPTH + 1))
    among = np.where(window | np.asarray(~sure.any(axis=1)).reshape(-1, 1), relative, np.inf)
    rows, best = np.arange(len(y)), np.argmin(among, axis=1)
    likely: NDArray[np.bool_] = np.less_equal(relative, LIKELY)
    return estimates[rows, best], errors[rows, best], likely[rows, best]


def _estimates(y: Array) -> tuple[Array, Array]:
    """Return extrapolations of each row and their disagreements, those from larger distances first."""
    table, before = [], y
    errors = []
    for column in range(1, DEPTH + 1):
        power = RATIO**column
        after = (power * before[:, 1:] - before[:, :-1]) / (power - 1.0)
        wrong = np.abs(after - before[:, 1:])
        wrong[:, 1:] = np.maximum(wrong[:, 1:], np.abs(after[:, 1:] - after[:, :-1]))
        wrong[:, 0] = np.inf
        table.append(_padded(after))
        errors.append(_padded(wrong, np.inf))
        before = after
    d = np.diff(y, axis=1)
    aitken = y[:, 2:] - np.where(d[:, 1:] == d[:, :-1], 0.0, d[:, 1:] ** 2 / (d[:, 1:] - d[:, :-1]))
    contracts = np.abs(d[:, 1:]) < GROWS * np.abs(d[:, :-1])
    wrong = np.where(contracts, np.abs(np.diff(aitken, axis=1, prepend=np.nan)), np.inf)
    table.append(_padded(aitken))
    errors.append(_padded(wrong, np.inf))
    # Ordered by distance, then by column: the first that is certain is the one farthest from rounding noise.
    shape = (len(y), -1)
    return np.stack(table, axis=2).reshape(shape), np.stack(errors, axis=2).reshape(shape)


def _padded(rows: Array, fill: float = np.nan) -> Array:
    """Return rows of STEPS: each estimate stands at the smallest distance that it used."""
    missing = STEPS - rows.shape[1]
    return np.concatenate((np.full((len(rows), missing), fill), rows), axis=1)


def _tail(y: Array, wanted: NDArray[np.bool_]) -> Array:
    """Return the last eight wanted values of each row at its end; what is in front of fewer is not meant."""
    order = np.argsort(wanted, axis=1, kind="stable")
    return np.take_along_axis(y, order, axis=1)[:, -8:]


def _behaviour(near: Array) -> tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.bool_]]:
    """Return where the rows run off, where they swing, and where they slowly settle."""
    d = np.diff(near, axis=1)
    ratio = np.abs(d[:, 1:]) / np.abs(d[:, :-1])
    one_way = (d > 0).all(axis=1) | (d < 0).all(axis=1)
    away = np.abs(near[:, -1]) > np.abs(near[:, 0])
    typical = np.median(np.nan_to_num(ratio, posinf=0.0), axis=1)
    grows = one_way & away & (typical > GROWS)
    # Poles whose values have no digits left in their steps: every next one is larger by far.
    larger = (np.abs(near[:, 1:]) > 1.05 * np.abs(near[:, :-1])).all(axis=1)
    leaps = larger & (np.sign(near) == np.sign(near[:, -1:])).all(axis=1)
    turns = (d[:, 1:] * d[:, :-1] < 0).sum(axis=1)
    still = one_way & ~grows & ~leaps
    return grows | leaps, (turns >= 1) & (turns < 7), still
