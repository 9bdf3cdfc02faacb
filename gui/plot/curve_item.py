"""A curve, drawn in device coordinates: mapped, clipped and simplified in NumPy, painted in short chunks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from gui.plot.drawn_item import DrawnItem
from gui.plot.polyline import chunks, clip, clip_line, dash, pieces, segments, simplify, whole
from gui.plot.primitives import Dots, Segments, polygon
from gui.plot.unbroken import UnbrokenLine

if TYPE_CHECKING:
    from engine.shapes import Array
    from gui.plot.drawing import Drawing
    from gui.plot.mapping import Mapping, Rectangle

WIDEST_IN_SEGMENTS = 2.5
"""Pixels of the painter: the joints of wider lines would show."""
NO_SEGMENTS, NO_POINTS = np.empty((0, 4)), np.empty((0, 2))
OVERLAP = 0.25
"""Pixels by which segments overlap: where two flat ends meet, antialiasing would leave a faint gap.

Measured beside one stroke, pixels differ by 2 to 6 of 255 in the mean, and by 5 to 13 without.
"""


class CurveItem(DrawnItem):
    """One curve of a plot, in the coordinates of the drawing: the area of the mapping lies in them."""

    def __init__(self, drawing: Drawing, depth: float = 0.0) -> None:
        super().__init__(drawing, depth)
        self._x: Array | None = None
        self._y: Array | None = None
        self._mapping: Mapping | None = None
        self._pen: QPen | None = None
        self._flat = QPen()
        self._dashes: tuple[float, ...] = ()
        self._vector = False
        self._ratio = 1.0
        self._strokes: list[QPolygonF] | None = None
        self._segments, self._joints = Segments(), Dots()
        self._unbroken = UnbrokenLine()

    def set_data(self, x: Array, y: Array) -> None:
        """Show these samples, each of shape (N,)."""
        if x is not self._x or y is not self._y:
            self._x, self._y = x, y
            self._forget()

    def set_mapping(self, mapping: Mapping) -> None:
        """Show the curve in this range and area."""
        if mapping != self._mapping:
            self.bounds = rectangle(mapping.area)
            self._mapping = mapping
            self._forget()

    def set_look(self, pen: QPen, dashes: tuple[float, ...], *, vector: bool) -> None:
        """Use an opaque solid pen; `vector` draws each unbroken piece as one polyline, for files that keep them."""
        if pen is not self._pen or dashes != self._dashes or vector != self._vector:
            self._pen, self._dashes, self._vector = pen, dashes, vector
            self._flat = QPen(pen)
            self._flat.setCapStyle(Qt.PenCapStyle.FlatCap)
            self._forget()

    def _forget(self) -> None:
        self._strokes = None
        self.update()

    @property
    def pen(self) -> QPen | None:
        """What it is drawn with."""
        return self._pen

    def prepare(self, ratio: float = 1.0) -> None:
        """Make what is painted from the samples; `ratio` is the number of the painter's pixels for one of ours."""
        self._ratio = ratio
        ends, joints, strokes = self._outlines()
        self._segments.set_ends(ends, OVERLAP / ratio)
        self._joints.set_points(joints)
        self._strokes = [polygon(points) for points in strokes]

    @property
    def lines(self) -> list[Array]:
        """What is painted, in device coordinates, each of shape (N, 2)."""
        ends, _, strokes = self._outlines()
        return [*ends.reshape(-1, 2, 2), *strokes]

    def _outlines(self) -> tuple[Array, Array, list[Array]]:
        """Return the segments that are drawn one by one, the joints that are closed, and polylines that are stroked."""
        mapping, pen = self._mapping, self._pen
        if mapping is None or pen is None or self._x is None or self._y is None:
            return NO_SEGMENTS, NO_POINTS, []
        # Files may ignore the painter's clip, so what they hold ends at the edge itself.
        area = mapping.area if self._vector else mapping.area.grown(pen.widthF())
        is_wide = pen.widthF() * self._ratio > WIDEST_IN_SEGMENTS
        if not (self._dashes or self._vector or is_wide):
            if self._x.size == 2:
                return clip_line(mapping.points(self._x, self._y), area).reshape(-1, 4), NO_POINTS, []
            if (found := self._unbroken.outline(self._x, self._y, mapping, area)) is not None:
                return *found, []
        line = simplify(clip(pieces(mapping.points(self._x, self._y)), area))
        if self._dashes:
            line = dash(line, self._dashes)
        if self._vector or is_wide:
            return NO_SEGMENTS, NO_POINTS, whole(line) if self._vector else chunks(line)
        return *segments(line), []

    def draw(self, painter: QPainter) -> None:
        """Paint segments, which is fastest, with a disc at each sharp bend, or strokes where segments would show."""
        if self._pen is None:
            return
        ratio = painter.deviceTransform().m11()
        if self._strokes is None or ratio != self._ratio:
            self.prepare(ratio)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self.bounds, Qt.ClipOperation.IntersectClip)
        painter.setPen(self._pen)
        for stroke in self._strokes or ():
            painter.drawPolyline(stroke)
        self._joints.draw(painter)
        painter.setPen(self._flat)
        self._segments.draw(painter)


def rectangle(area: Rectangle) -> QRectF:
    """Return the area as Qt wants it."""
    return QRectF(area.left, area.top, area.width, area.height)
