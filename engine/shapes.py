"""Shapes: what layers return and painters draw. Read-only float64 arrays with a role; no colours, no pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]
Role: TypeAlias = Literal[
    "value", "derivative", "tangent", "touch", "asymptote", "open", "closed", "envelope",
    "root", "extremum", "inflection", "intersection",
    "taylor", "taylor_near", "sensitivity", "ghost", "sample",
]  # fmt: skip
"""Why a shape is drawn: `gui.plot.style` gives each role its pen.

`touch` is the point of the tangent, `open` an end that does not belong to the curve (a ring), `closed` one that does,
`envelope` what stands for a curve that is too fast to be resolved; `root`, `extremum`, `inflection` and
`intersection` mark the features; `sample` is one of the points of a function that is drawn at points, not as a curve.
"""
NoteCode: TypeAlias = Literal["unresolved"]


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """A polyline of shape (N,): NaN in `y` separates unbroken pieces. `function` is the card's key."""

    x: Array
    y: Array
    role: Role
    function: int
    order: int
    noise: float = 0.0
    """What rounding alone may make of its values: an automatic range does not zoom into it."""


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """Separate points of shape (N,)."""

    x: Array
    y: Array
    role: Role
    function: int
    order: int


@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """Bands between a lower and an upper edge: x of shape (N,), y of shape (N, 2), NaN between separate bands."""

    x: Array
    y: Array
    role: Role
    function: int
    order: int


@dataclass(frozen=True, slots=True, eq=False)
class Note:
    """Something to be said at a point (x, y), each of shape (1,); the window has the words for its `code`."""

    x: Array
    y: Array
    code: NoteCode
    function: int
    order: int
    role: Role = "envelope"


Shape: TypeAlias = Curve | Points | Region


def read_only(array: Array) -> Array:
    """Return the same array, closed for writing, so that a shape can cross threads."""
    array.flags.writeable = False
    return array
