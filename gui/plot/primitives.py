"""Many points or lines handed to Qt in one go: NumPy writes them where Qt reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QLineF
from PySide6.QtGui import QPolygonF
from shiboken6 import Shiboken

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from engine.shapes import Array


def polygon(points: Array) -> QPolygonF:
    """Return the points of shape (N, 2) as Qt wants them, copied in one go."""
    made = QPolygonF()
    made.resize(len(points))
    if len(points):
        # A QPointF is two doubles.
        room: Any = Shiboken.VoidPtr(made.data(), points.size * points.itemsize, True)  # type: ignore[call-arg, arg-type]
        np.frombuffer(room, np.float64).reshape(-1, 2)[:] = points
    return made


class Segments:
    """Separate lines, each from (x, y) to (x, y)."""

    def __init__(self, ends: Array) -> None:
        """Take the lines, of shape (N, 4); the array is not copied and must not change."""
        self.ends = np.ascontiguousarray(ends)
        # A QLineF is four doubles; Qt reads so many lines as it is told from the address of the first.
        self._first: Any = Shiboken.wrapInstance(self.ends.ctypes.data, QLineF) if len(ends) else None

    def draw(self, painter: QPainter) -> None:
        """Paint them with the painter's pen."""
        if self._first is not None:
            painter.drawLines(self._first, len(self.ends))
