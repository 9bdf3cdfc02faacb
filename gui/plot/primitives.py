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
    """Separate lines, in room that stays where it is until it is too small."""

    def __init__(self) -> None:
        self._room = np.empty((0, 4))
        self._first: Any = None
        self._count = 0

    @property
    def ends(self) -> Array:
        """The lines, from (x, y) to (x, y) each, of shape (N, 4)."""
        return self._room[: self._count]

    def set_ends(self, ends: Array) -> None:
        """Have these lines, of shape (N, 4)."""
        self._count = len(ends)
        if self._count > len(self._room):
            self._room = np.empty((self._count + self._count // 2, 4))
            # A QLineF is four doubles: Qt reads so many lines as it is told from the address of the first.
            self._first = Shiboken.wrapInstance(self._room.ctypes.data, QLineF)
        self._room[: self._count] = ends

    def draw(self, painter: QPainter) -> None:
        """Paint them with the painter's pen."""
        if self._count:
            painter.drawLines(self._first, self._count)
