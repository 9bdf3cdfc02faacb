"""The cursor: one upright line over all plots, with a grip at its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gui.plot.drawn_item import DrawnItem
from gui.plot.style import CURSOR_WIDTH, mixed

if TYPE_CHECKING:
    from gui.plot.drawing import Drawing
    from gui.plot.style import Style

GRIP = 4.0


class CursorItem(DrawnItem):
    """Its place is where the line crosses the upper edge of the highest plot."""

    def __init__(self, drawing: Drawing, depth: float = 0.0) -> None:
        super().__init__(drawing, depth)
        self._length = 0.0
        self._pen = QPen()

    def set_style(self, style: Style) -> None:
        """Use this colour."""
        self._pen = QPen(mixed(style.text, style.ground, 0.35), CURSOR_WIDTH * style.scale)
        self.update()

    def set_length(self, length: float) -> None:
        """Reach this far down."""
        self._length = length
        self.bounds = QRectF(-GRIP - 1, 0, 2 * GRIP + 2, length + GRIP + 1)

    def draw(self, painter: QPainter) -> None:
        """Paint."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(self._pen)
        painter.drawLine(QLineF(0, 0, 0, self._length))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._pen.color())
        painter.drawEllipse(QPointF(0, self._length), GRIP, GRIP)
