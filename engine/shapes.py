"""Shapes: what layers return and painters draw. Read-only float64 arrays with a role; no colours, no pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]
Role: TypeAlias = Literal["value", "derivative", "tangent", "touch", "taylor", "taylor_near", "sensitivity", "ghost"]
"""Why a shape is drawn: `gui.plot.style` gives each role its pen. `touch` is the point of the tangent."""


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """A polyline of shape (N,): NaN in `y` separates unbroken pieces. `function` is the card's key."""

    x: Array
    y: Array
    role: Role
    function: int
    order: int


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """Separate points of shape (N,)."""

    x: Array
    y: Array
    role: Role
    function: int
    order: int


Shape: TypeAlias = Curve | Points


def read_only(array: Array) -> Array:
    """Return the same array, closed for writing, so that a shape can cross threads."""
    array.flags.writeable = False
    return array
