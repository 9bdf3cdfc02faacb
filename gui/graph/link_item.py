"""One link: a smooth line from an operand up to its result, an arrow head, and its local derivative."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem

from gui.graph.box_item import DETAIL, FADED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from gui.graph.arrangement import Point
    from gui.graph.palette import GraphColours

HEAD = 7.0
LABEL_ABOVE = 19.0
"""The label stands so far before the end of its line."""
BULGE = 60.0


@dataclass(frozen=True, slots=True)
class LinkLook:
    """How a link stands out: lit as part of a path, carrying a gradient back in this step, faded."""

    lit: bool = False
    active: bool = False
    faded: bool = False


class LinkItem(QGraphicsItem):
    """Paints one link in the scene's coordinates."""

    def __init__(self, points: Sequence[Point], *, is_loop: bool) -> None:
        super().__init__()
        self._points, self._is_loop = tuple(points), is_loop
        self._path = _loop(points) if is_loop else _smooth(points)
        self._label = ""
        self._look = LinkLook()
        self._colours: GraphColours | None = None
        self.setZValue(1)

    @property
    def label(self) -> str:
        """The local derivative that it tells."""
        return self._label

    @property
    def look(self) -> LinkLook:
        """How it stands out."""
        return self._look

    def show_label(self, label: str) -> None:
        """Tell this local derivative."""
        if label != self._label:
            self._label = label
            self.update()

    def set_look(self, look: LinkLook, colours: GraphColours) -> None:
        """Stand out like this, in these colours."""
        if (look, colours) != (self._look, self._colours):
            self._look, self._colours = look, colours
            self.setOpacity(FADED if look.faded else 1.0)
            self.setZValue(1.5 if look.lit or look.active else 1.0)
            self.update()

    def boundingRect(self) -> QRectF:
        """Return the line with its head and label."""
        return self._path.boundingRect().adjusted(-46, -8, 46, 8)

    def shape(self) -> QPainterPath:
        """Return nothing: boxes alone are pointed at."""
        return QPainterPath()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint line, head and label."""
        del option, widget
        if self._colours is None:
            return
        colour = self._colour(self._colours)
        stands_out = self._look.lit or self._look.active
        pen = QPen(colour, 2.4 if stands_out else 1.3)
        if self._is_loop:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._path)
        self._draw_head(painter, colour)
        if painter.worldTransform().m11() >= DETAIL:
            self._write(painter, self._colours)

    def _colour(self, colours: GraphColours) -> QColor:
        if self._look.active:
            return colours.backward
        return colours.accent if self._look.lit else colours.forward

    def _draw_head(self, painter: QPainter, colour: QColor) -> None:
        """Point at the result; while a gradient flows back, at the operand."""
        back = self._look.active
        tip = self._path.pointAtPercent(0.0 if back else 1.0)
        # The line of a link ends upright, that of a loop from the side.
        near = self._path.pointAtPercent(0.02 if back else 0.98)
        angle = math.atan2(tip.y() - near.y(), tip.x() - near.x())
        sides = [tip - QPointF(HEAD * math.cos(angle + turn), HEAD * math.sin(angle + turn)) for turn in (-0.42, 0.42)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([tip, *sides]))

    def _write(self, painter: QPainter, colours: GraphColours) -> None:
        font = colours.style.font(0.76)
        width = QFontMetricsF(font).horizontalAdvance(self._label) + 6
        x, y = self._points[-1]
        if self._is_loop:
            middle = self._path.pointAtPercent(0.5)
            x, y = middle.x(), middle.y() - LABEL_ABOVE
        area = QRectF(x - width / 2, y + LABEL_ABOVE - 7, width, 14)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.ground)
        painter.drawRoundedRect(area, 4, 4)
        painter.setFont(font)
        painter.setPen(self._colour(colours) if self._look.lit or self._look.active else colours.text)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._label)


def _smooth(points: Sequence[Point]) -> QPainterPath:
    """Return a line through the points that is upright at each of them."""
    path = QPainterPath(QPointF(*points[0]))
    for (x1, y1), (x2, y2) in pairwise(points):
        middle = (y1 + y2) / 2
        path.cubicTo(x1, middle, x2, middle, x2, y2)
    return path


def _loop(points: Sequence[Point]) -> QPainterPath:
    """Return a line that leaves at the top, goes round the right, and arrives from below."""
    (x1, y1), (x2, y2) = points[0], points[-1]
    right = max(x1, x2) + BULGE * 2.2
    path = QPainterPath(QPointF(x1, y1))
    path.cubicTo(x1, y1 - BULGE, right, y1 - BULGE, right, (y1 + y2) / 2)
    path.cubicTo(right, y2 + BULGE, x2, y2 + BULGE, x2, y2)
    return path
