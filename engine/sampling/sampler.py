"""Sample a function and its derivatives over a range, with the breaks of each order cut open."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from engine.sampling.breaks import cut
from engine.shapes import Array, read_only

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.document import Range

Orders: TypeAlias = "Callable[[Array], list[Array]]"
"""Maps samples of shape (N,) to the function and its derivatives there, orders ascending from 0, each (N,)."""


def sample(function: Orders, x: Range, count: int, drawn: tuple[int, ...]) -> dict[int, tuple[Array, Array]]:
    """Return read-only (x, y) for each drawn order, NaN in y between unbroken pieces.

    The samples are `count` evenly spaced ones, and those that were needed to close in on breaks.
    """
    samples = np.linspace(x[0], x[1], count)
    values = function(samples)
    curves = {}
    for order in drawn:
        cut_x, cut_y = cut(lambda at, order=order: function(at)[order], samples, values[order])  # type: ignore[misc]
        curves[order] = (read_only(cut_x), read_only(cut_y))
    return curves
