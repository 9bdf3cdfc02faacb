"""One link: a smooth line from an operand up to its result, an arrow head, and its local derivative."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF
from PySide6.QtWidgets import QGraphicsItem

from gui.graph.box_item import DETAIL, FADED, dashed, renew_ground

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from gui.graph.arrangement import Point
    from gui.graph.palette import GraphColours

HEAD, HEAD_TURN = 7.0, 0.42
LABEL_ABOVE = 19.0
"""The label stands so far before the end of its line."""
BULGE = 60.0


@dataclass(frozen=True, slots=True)
class LinkLook:
    """How a link stands out: lit as part of a path, carrying a gradient back in this step, faded."""

    lit: bool = False
    active: bool = False
    faded: bool = False
    cut: bool = False
    """Its operand is stopped: no gradient comes through."""


class LinkItem(QGraphicsItem):
    """Paints one link in the scene's coordinates."""

    def __init__(self, points: Sequence[Point], *, is_loop: bool) -> None:
        super().__init__()
        self._points, self._is_loop = tuple(points), is_loop
        self._path = _loop(points) if is_loop else _smooth(points)
        self._bounds = self._path.boundingRect().adjusted(-46, -8, 46, 8)
        self._heads = (_head(self._path, 1.0, 0.98), _head(self._path, 0.0, 0.02))
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
            self.update()
            renew_ground(self)

    def boundingRect(self) -> QRectF:
        """Return the line with its head and label."""
        return self._bounds

    def shape(self) -> QPainterPath:
        """Return nothing: boxes alone are pointed at."""
        return QPainterPath()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint the label, where it can be read."""
        del option, widget
        if self._colours is not None and painter.worldTransform().m11() >= DETAIL:
            self._write(painter, self._colours)

    def paint_ground(self, painter: QPainter) -> None:
        """Paint line and head, in the scene's coordinates."""
        if self._colours is None:
            return
        colour = self._colour(self._colours)
        pen = self._colours.pen(colour, 2.4 if self.stands_out else 1.3)
        painter.setPen(dashed(pen) if self._is_loop or self._look.cut else pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._path)
        self._draw_head(painter, colour)

    @property
    def stands_out(self) -> bool:
        """Whether it is lit or carries a gradient back, and so lies over the other lines."""
        return self._look.lit or self._look.active

    def _colour(self, colours: GraphColours) -> QColor:
        if self._look.active:
            return colours.backward
        return colours.accent if self._look.lit else colours.forward

    def _draw_head(self, painter: QPainter, colour: QColor) -> None:
        """Point at the result; while a gradient flows back, at the operand."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(self._heads[self._look.active])

    def _write(self, painter: QPainter, colours: GraphColours) -> None:
        face = colours.face(0.76)
        width = face.width(self._label)
        x, y = self._points[-1]
        if self._is_loop:
            middle = self._path.pointAtPercent(0.5)
            x, y = middle.x(), middle.y() - LABEL_ABOVE
        y += LABEL_ABOVE
        painter.fillRect(QRectF(x - width / 2 - 3, y - 7, width + 6, 14), colours.ground)
        painter.setFont(face.font)
        painter.setPen(self._colour(colours) if self.stands_out else colours.text)
        baseline = y + (face.metrics.ascent() - face.metrics.descent()) / 2
        painter.drawText(QPointF(x - width / 2, baseline), self._label)


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


def _head(path: QPainterPath, end: float, before: float) -> QPolygonF:
    """Return an arrow head at this share of the line, seen from the other one."""
    tip, near = path.pointAtPercent(end), path.pointAtPercent(before)
    angle = math.atan2(tip.y() - near.y(), tip.x() - near.x())
    turned = (angle - HEAD_TURN, angle + HEAD_TURN)
    return QPolygonF([tip, *(tip - QPointF(HEAD * math.cos(turn), HEAD * math.sin(turn)) for turn in turned)])
