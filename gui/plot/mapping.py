"""Where numbers lie in a plot: from data to device coordinates and back. Pure; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import numpy as np

if TYPE_CHECKING:
    from engine.document import Range
    from engine.shapes import Array

Number = TypeVar("Number", "float", "Array")
FARTHEST = 1e9
"""Device coordinates end here: beyond it a line's direction inside a plot differs by less than 1e-3 pixel."""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A plot's area in device coordinates: x to the right, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """The distance from left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """The distance from top to bottom."""
        return self.bottom - self.top

    def grown(self, margin: float) -> Rectangle:
        """Return the rectangle with this much more on each side."""
        return Rectangle(self.left - margin, self.top - margin, self.right + margin, self.bottom + margin)


@dataclass(frozen=True, slots=True)
class Mapping:
    """The visible ranges `x` and `y` fill the `area`."""

    x: Range
    y: Range
    area: Rectangle

    def across(self, x: Number) -> Number:
        """Return the device coordinate of x."""
        return self.area.left + (x - self.x[0]) / (self.x[1] - self.x[0]) * self.area.width

    def down(self, y: Number) -> Number:
        """Return the device coordinate of y."""
        return self.area.bottom - (y - self.y[0]) / (self.y[1] - self.y[0]) * self.area.height

    def x_at(self, across: float) -> float:
        """Return the x at a device coordinate."""
        share = (across - self.area.left) / self.area.width
        return self.x[0] * (1.0 - share) + self.x[1] * share

    def y_at(self, down: float) -> float:
        """Return the y at a device coordinate."""
        share = (self.area.bottom - down) / self.area.height
        return self.y[0] * (1.0 - share) + self.y[1] * share

    def points(self, x: Array, y: Array) -> Array:
        """Return device points of shape (N, 2): NaN where x or y is not finite, nothing beyond `FARTHEST`."""
        device = np.empty((x.size, 2))
        with np.errstate(over="ignore", invalid="ignore"):
            device[:, 0] = self.across(x)
            device[:, 1] = self.down(y)
        if not (device.min(initial=0.0) > -FARTHEST and device.max(initial=0.0) < FARTHEST):
            device.clip(-FARTHEST, FARTHEST, out=device)
            device[~(np.isfinite(x) & np.isfinite(y))] = np.nan
        return device
