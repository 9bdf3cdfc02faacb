"""The usual curve of a drag: one unbroken line inside its plot, whose samples stay where they are from frame to frame.

What `gui.plot.polyline` does for any curve takes some 40 passes of NumPy over the samples, this takes 15; with so few
samples each pass costs its call.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gui.plot.polyline import FEW, TANGENT_OF_SHARP

if TYPE_CHECKING:
    from engine.shapes import Array
    from gui.plot.mapping import Mapping, Rectangle


class UnbrokenLine:
    """Keeps what depends on x alone."""

    def __init__(self) -> None:
        self._x: Array | None = None
        self._mapping: Mapping | None = None
        self._across = self._step = self._level = np.empty(0)
        self._ends = np.empty((0, 4))
        self._fits = False

    def outline(self, x: Array, y: Array, mapping: Mapping, area: Rectangle) -> tuple[Array, Array] | None:
        """Return the segments, of shape (N - 1, 4), and the points of sharp bends between them, of shape (M, 2).

        None where the line is broken, leaves the area, or has so many samples that it is to be simplified. The
        segments are the same array the next time.
        """
        if x is not self._x or mapping is not self._mapping:
            self._place(x, mapping, area)
        if not self._fits:
            return None
        with np.errstate(over="ignore", invalid="ignore"):
            down = mapping.down(y)
            if not (area.top <= down.min() and down.max() <= area.bottom):  # nor where it is not a number
                return None
        rise = down[1:] - down[:-1]
        before, after, step = rise[:-1], rise[1:], self._step
        sideways = np.abs(step[:-1] * after - step[1:] * before)
        bent = np.flatnonzero(sideways > TANGENT_OF_SHARP * (self._level + before * after)) + 1
        self._ends[:, 1], self._ends[:, 3] = down[:-1], down[1:]
        return self._ends, np.column_stack((self._across[bent], down[bent]))

    def _place(self, x: Array, mapping: Mapping, area: Rectangle) -> None:
        self._x, self._mapping = x, mapping
        self._fits = 2 < x.size < FEW and bool(mapping.x[0] <= x[0] and x[-1] <= mapping.x[1])
        if self._fits:
            self._across = mapping.across(x)
            self._fits = bool(area.left <= self._across.min() and self._across.max() <= area.right)
        if self._fits:
            self._step = self._across[1:] - self._across[:-1]
            self._level = self._step[:-1] * self._step[1:]
            self._ends = np.empty((x.size - 1, 4))
            self._ends[:, 0], self._ends[:, 2] = self._across[:-1], self._across[1:]
