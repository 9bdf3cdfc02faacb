"""Where samples begin to go another way through a function's branches and loops: closed in on until floats end."""

from __future__ import annotations

import math
from contextlib import suppress
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from engine.problems import EngineError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

    from engine.shapes import Array

WayNumbers: TypeAlias = "Callable[[Array], NDArray[np.int64]]"
"""Maps samples (N,) to a number for the way that each goes, (N,)."""

MOST = 128
"""Edges of one function; where there are more, evenly chosen ones are closed in on."""
POINTS = 1024
"""Of one round, all edges together."""
ROUNDS = 64
"""A double holds no more halvings."""
DIGITS = 12
"""Of a plain number, beside the span of the range."""
MEANT = 2.0**-49
"""So near to a plain number, relative to the span or to itself, that number is what is meant."""
DEPTH = 3
"""So many edges are found between two samples."""


def way_edges(ways: WayNumbers, x: Array) -> tuple[Array, Array]:
    """Return the two neighbouring floats that each edge lies between, left and right, each of shape (E,), ascending.

    x is ascending, of shape (N,): what begins and ends between two samples is not found, nor what there is no time for.
    """
    found: list[tuple[Array, Array]] = []
    with suppress(EngineError):
        found.extend(_found(ways, x))
    if not found:
        return np.empty(0), np.empty(0)
    lefts, rights = (np.sort(np.concatenate(side)) for side in zip(*found, strict=True))
    return lefts, rights


def _found(ways: WayNumbers, x: Array) -> Iterator[tuple[Array, Array]]:
    known = ways(x)
    at = np.flatnonzero(known[1:] != known[:-1])
    if at.size > MOST:
        at = at[np.linspace(0, at.size - 1, MOST).astype(np.intp)]
    left, right, way, last = x[at], x[at + 1], known[at], known[at + 1]
    for _ in range(DEPTH):
        if not left.size:
            break
        before, after = _closed_in(ways, left, right, way)
        yield before, after
        way = ways(after)
        more = way != last
        left, right, way, last = after[more], right[more], way[more], last[more]


def places(sides: tuple[Array, Array], span: float) -> Array:
    """Return one place for each edge, (E,), in a range of this span: the plain number at which it is meant to be.

    `x + 1 < 2` fails from a float below 1 on, because the sum is rounded; what is meant is 1.
    """
    left, right = sides
    plain = np.round(left, DIGITS - math.ceil(math.log10(span))) + 0.0  # no minus zero
    near = np.maximum(np.abs(plain - left), np.abs(plain - right))
    return np.where(near <= MEANT * np.maximum(np.abs(right), span), plain, right)


def _closed_in(ways: WayNumbers, left: Array, right: Array, way: NDArray[np.int64]) -> tuple[Array, Array]:
    """Return the first edge in each interval [left, right], whose left end alone goes the given way."""
    sections = max(2, POINTS // left.size)
    fractions = np.linspace(0.0, 1.0, sections + 1)[1:-1]
    rows = np.arange(left.size)
    for _ in range(math.ceil(ROUNDS / math.log2(sections))):
        inner = left[:, None] + (right - left)[:, None] * fractions
        differs = ways(inner.ravel()).reshape(inner.shape) != way[:, None]
        first = np.argmax(np.column_stack((differs, np.ones(left.size, bool))), axis=1)
        at = np.column_stack((left, inner, right))
        left, right = at[rows, first], at[rows, first + 1]
        if (right <= np.nextafter(left, np.inf)).all():
            break
    return left, right
