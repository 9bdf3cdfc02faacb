"""The usual curve of a drag: one unbroken line inside its plot, whose samples stay where they are from frame to frame.

What `gui.plot.polyline` does for any curve takes some 40 passes of NumPy over the samples, this takes 20; with so few
samples each pass costs its call. Every second sample that its neighbours' line passes is left out: half of the lines to
paint, where a curve is nearly straight.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gui.plot.polyline import FEW, TANGENT_OF_SHARP, TOLERANCE

if TYPE_CHECKING:
    from engine.shapes import Array
    from gui.plot.mapping import Mapping, Rectangle


class UnbrokenLine:
    """Keeps what depends on x alone."""

    def __init__(self) -> None:
        self._x: Array | None = None
        self._mapping: Mapping | None = None
        self._points = np.empty((0, 2))
        self._step = self._level = self._reach = np.empty(0)
        self._fits = False

    def outline(self, x: Array, y: Array, mapping: Mapping, area: Rectangle) -> tuple[Array, Array] | None:
        """Return the segments, of shape (M, 4), and the points of sharp bends between them, of shape (K, 2).

        None where the line is broken, leaves the area, or has so many samples that it is to be simplified.
        """
        if x is not self._x or mapping is not self._mapping:
            self._place(x, mapping, area)
        if not self._fits:
            return None
        with np.errstate(over="ignore", invalid="ignore"):
            down = mapping.down(y)
            if not (area.top <= down.min() and down.max() <= area.bottom):  # nor where it is not a number
                return None
        points, step, rise = self._points, self._step, down[1:] - down[:-1]
        points[:, 1] = down
        before, after = rise[:-1], rise[1:]
        sideways = np.abs(step[:-1] * after - step[1:] * before)  # twice the triangle of a sample and its neighbours
        bent = np.flatnonzero(sideways > TANGENT_OF_SHARP * (self._level + before * after)) + 1
        kept = np.ones(len(points), dtype=bool)
        np.greater(sideways[::2], TOLERANCE * np.hypot(self._reach, (before + after)[::2]), out=kept[1:-1:2])
        corners = points[kept]
        return np.hstack((corners[:-1], corners[1:])), points[bent]

    def _place(self, x: Array, mapping: Mapping, area: Rectangle) -> None:
        self._x, self._mapping = x, mapping
        self._fits = 2 < x.size < FEW and bool(mapping.x[0] <= x[0] and x[-1] <= mapping.x[1])
        if self._fits:
            across = mapping.across(x)
            self._fits = bool(area.left <= across.min() and across.max() <= area.right)
        if self._fits:
            self._points = np.column_stack((across, across))
            self._step = across[1:] - across[:-1]
            self._level = self._step[:-1] * self._step[1:]
            self._reach = (across[2:] - across[:-2])[::2]
