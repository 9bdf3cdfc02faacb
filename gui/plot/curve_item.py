"""A curve, drawn in device coordinates: mapped, clipped and simplified in NumPy, painted in short chunks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyqtgraph.functions import create_qpolygonf, ndarray_from_qpolygonf
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from gui.plot.drawn_item import DrawnItem
from gui.plot.polyline import chunks, clip, dash, pieces, simplify, whole

if TYPE_CHECKING:
    from PySide6.QtGui import QPen
    from PySide6.QtWidgets import QGraphicsItem

    from engine.shapes import Array
    from gui.plot.mapping import Mapping, Rectangle


class CurveItem(DrawnItem):
    """One curve of a plot. Its coordinates are its parent's: the area of the mapping lies in them."""

    def __init__(self, parent: QGraphicsItem) -> None:
        super().__init__(parent)
        self._x: Array | None = None
        self._y: Array | None = None
        self._mapping: Mapping | None = None
        self._pen: QPen | None = None
        self._dashes: tuple[float, ...] = ()
        self._vector = False
        self._polygons: list[QPolygonF] | None = None

    def set_data(self, x: Array, y: Array) -> None:
        """Show these samples, each of shape (N,)."""
        if x is not self._x or y is not self._y:
            self._x, self._y = x, y
            self._forget()

    def set_mapping(self, mapping: Mapping) -> None:
        """Show the curve in this range and area."""
        if mapping != self._mapping:
            self.set_bounds(rectangle(mapping.area))
            self._mapping = mapping
            self._forget()

    def set_look(self, pen: QPen, dashes: tuple[float, ...], *, vector: bool) -> None:
        """Use an opaque solid pen; `vector` draws each unbroken piece as one polyline, for files that keep them."""
        if pen != self._pen or dashes != self._dashes or vector != self._vector:
            self._pen, self._dashes, self._vector = pen, dashes, vector
            self._forget()

    def _forget(self) -> None:
        self._polygons = None
        self.update()

    @property
    def pen(self) -> QPen | None:
        """What it is drawn with."""
        return self._pen

    @property
    def polygons(self) -> list[QPolygonF]:
        """What is painted, in device coordinates; kept until the samples, the range or the look change."""
        if self._polygons is None:
            self._polygons = [polygon(points) for points in self._outlines()]
        return self._polygons

    def _outlines(self) -> list[Array]:
        mapping, pen = self._mapping, self._pen
        if mapping is None or pen is None or self._x is None or self._y is None:
            return []
        # Files may ignore the painter's clip, so what they hold ends at the edge itself.
        area = mapping.area if self._vector else mapping.area.grown(pen.widthF())
        line = simplify(clip(pieces(mapping.points(self._x, self._y)), area))
        if self._dashes:
            line = dash(line, self._dashes)
        return whole(line) if self._vector else chunks(line)

    def draw(self, painter: QPainter) -> None:
        """Paint."""
        if self._pen is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self._bounds, Qt.ClipOperation.IntersectClip)
        painter.setPen(self._pen)
        for part in self.polygons:
            painter.drawPolyline(part)


def polygon(points: Array) -> QPolygonF:
    """Return the points of shape (N, 2) as Qt wants them, copied in one go."""
    made: QPolygonF = create_qpolygonf(len(points))
    ndarray_from_qpolygonf(made)[:] = points
    return made


def rectangle(area: Rectangle) -> QRectF:
    """Return the area as Qt wants it."""
    return QRectF(area.left, area.top, area.width, area.height)
