"""Changes of sign of a derivative where its own curve is too wild for the screen but the function's is not.

f″ of x sin(1/x) is 1/x⁴ as high as the function and is given up long before it, so that the inflections near 0 would be
missing where the roots are told. Samples that stand closer find them, and tell whether they stand close enough.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from engine.shapes import Array

SAMPLES = 20_000
"""Over all stretches together."""
EACH_WAVE = 6
"""Samples between two changes of sign: with fewer of them it is not known that none is missing between."""
BESIDE = 4
"""Changes on each side of which the same must hold: one alone may be far from the others by chance."""
UNEVEN = 0.5
"""Share of a step by which samples stand off their places: a wave in step with even ones would look slow."""


def finer_changes(function: Callable[[Array], Array], x: Array, where: NDArray[np.bool_]) -> tuple[Array, Array]:
    """Return the brackets [left, right], both of shape (M,), of the changes of sign that closer samples resolve.

    `where`, of shape (N - 1,), are the intervals of x to look at.
    """
    edges = np.flatnonzero(np.diff(np.concatenate(([False], where, [False])).astype(np.int8))).reshape(-1, 2)
    spans = x[edges[:, 1]] - x[edges[:, 0]]
    found = [(np.empty(0), np.empty(0))]
    found += [
        _resolved(function, float(x[first]), float(x[last]), max(2 * EACH_WAVE, int(SAMPLES * span / spans.sum())))
        for (first, last), span in zip(edges, spans, strict=True)
    ]
    left, right = zip(*found, strict=True)
    return np.concatenate(left), np.concatenate(right)


def _resolved(function: Callable[[Array], Array], low: float, high: float, count: int) -> tuple[Array, Array]:
    shares = np.arange(count + 1.0)
    shares[1:-1] += UNEVEN * (np.random.default_rng(0).random(count - 1) - 0.5)
    at = low + (high - low) * (shares / count)
    y = function(at)
    signs = np.sign(y)
    changes = np.flatnonzero(signs[:-1] * signs[1:] < 0)
    if not changes.size:
        return np.empty(0), np.empty(0)
    apart = np.diff(np.concatenate(([-EACH_WAVE], changes, [count + EACH_WAVE])))
    sure = (apart[:-1] >= EACH_WAVE) & (apart[1:] >= EACH_WAVE)
    around = np.pad(sure, BESIDE, constant_values=True)
    kept = changes[np.lib.stride_tricks.sliding_window_view(around, 2 * BESIDE + 1).all(axis=1)]
    return at[kept], at[kept + 1]
