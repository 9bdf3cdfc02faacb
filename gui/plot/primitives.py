"""Many points or lines handed to Qt in one go: NumPy writes them where Qt reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QPolygonF
from shiboken6 import Shiboken

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from engine.shapes import Array


SHORTEST = 1e-9
"""A line of no length has no direction to be made longer in."""


def polygon(points: Array) -> QPolygonF:
    """Return the points of shape (N, 2) as Qt wants them, copied in one go."""
    made = QPolygonF()
    made.resize(len(points))
    if len(points):
        # A QPointF is two doubles.
        room: Any = Shiboken.VoidPtr(made.data(), points.size * points.itemsize, True)  # type: ignore[call-arg, arg-type]
        np.frombuffer(room, np.float64).reshape(-1, 2)[:] = points
    return made


class Room:
    """Room for equal things of some doubles each, that stays where it is until it is too small."""

    def __init__(self, kind: type, doubles: int) -> None:
        self._kind = kind
        self._room = np.empty((0, doubles))
        self.first: Any = None
        """The first one, as Qt wants it: it reads so many from there on as it is told."""
        self.count = 0

    def rows(self, count: int) -> Array:
        """Return so many rows to be written."""
        self.count = count
        if count > len(self._room):
            self._room = np.empty((count + count // 2, self._room.shape[1]))
            self.first = Shiboken.wrapInstance(self._room.ctypes.data, self._kind)
        return self._room[:count]


class Segments(Room):
    """Separate lines, of shape (N, 4): from (x, y) to (x, y) each."""

    def __init__(self) -> None:
        super().__init__(QLineF, 4)

    def set_ends(self, ends: Array, overlap: float) -> None:
        """Hold these lines, each longer by this much at both ends."""
        step = ends[:, 2:] - ends[:, :2]
        length = np.hypot(step[:, 0], step[:, 1])
        step *= (overlap / np.maximum(length, SHORTEST))[:, None]
        rows = self.rows(len(ends))
        np.subtract(ends[:, :2], step, out=rows[:, :2])
        np.add(ends[:, 2:], step, out=rows[:, 2:])

    def draw(self, painter: QPainter) -> None:
        """Paint them with the painter's pen."""
        if self.count:
            painter.drawLines(self.first, self.count)


class Dots(Room):
    """Separate points, of shape (N, 2)."""

    def __init__(self) -> None:
        super().__init__(QPointF, 2)

    def set_points(self, points: Array) -> None:
        """Hold these points."""
        self.rows(len(points))[:] = points

    def draw(self, painter: QPainter) -> None:
        """Paint them with the painter's pen, which says how large and of what form they are."""
        if self.count:
            painter.drawPoints(self.first, self.count)
