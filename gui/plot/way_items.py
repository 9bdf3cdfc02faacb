"""What shows the ways of a function: a strip under the plots, and a tint under its curves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.plot.curve_item import rectangle
from gui.plot.drawn_item import DrawnItem
from gui.plot.polyline import clip, distances, pieces, simplify, whole
from gui.plot.primitives import Segments, polygon

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QPolygonF

    from engine.shapes import Array
    from engine.ways import Counts, Ways
    from gui.plot.drawing import Drawing
    from gui.plot.mapping import Mapping, Rectangle

OVERLAP = 0.5
"""Pixels by which the parts of a tint overlap, so that no gap is left at a bend."""
COLUMN = 0.5
"""Pixels: what is narrower is not told apart."""


class StripItem(DrawnItem):
    """One row: over each stretch of x the colour of the way that is taken there; at its left the function's colour."""

    def __init__(self, drawing: Drawing, depth: float = 0.0) -> None:
        super().__init__(drawing, depth)
        self.fills: list[tuple[QRectF, QColor]] = []
        """What is painted, from left to right."""

    def show(self, ways: Ways, mapping: Mapping, area: Rectangle, colours: list[QColor]) -> None:
        """Show the ways in the range of the mapping, in this area of its width; `colours` are those of the shades."""
        edges, shades = columns(ways, mapping)
        self.fills = [
            (QRectF(left, area.top, right - left, area.height), colours[shade])
            for left, right, shade in zip(edges[:-1].tolist(), edges[1:].tolist(), shades.tolist(), strict=True)
        ]
        self.bounds = rectangle(area)
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Paint."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for box, colour in self.fills:
            painter.fillRect(box, colour)


def columns(ways: Ways, mapping: Mapping) -> tuple[Array, Counts]:
    """Return device edges of shape (C+1,) and the shade between each two, (C,): neighbours of one shade are one."""
    area = mapping.area
    at, run = ways.runs()
    inner = np.clip(mapping.across(at), area.left, area.right)
    edges = np.concatenate(([area.left], inner, [area.right]))
    shades = ways.shades[run]
    most = max(1, int(area.width / COLUMN))
    if run.size > most:  # as many columns as can be seen, each with the way in its middle
        edges = np.linspace(area.left, area.right, most + 1)
        shades = shades[np.searchsorted(inner, 0.5 * (edges[1:] + edges[:-1]))]
    begins = np.append(True, shades[1:] != shades[:-1])
    return np.append(edges[:-1][begins], edges[-1]), shades[begins]


class TintItem(DrawnItem):
    """A broad pale line under a curve, in the colour of the way that is taken at each place."""

    def __init__(self, drawing: Drawing, depth: float = 0.0) -> None:
        super().__init__(drawing, depth)
        self.lines: list[tuple[QColor, list[Array]]] = []
        """What is painted: for each colour its polylines, each of shape (N, 2)."""
        self._width, self._vector = 1.0, False
        self._made: list[tuple[QColor, Segments, list[QPolygonF]]] = []

    def show(self, ways: Ways, x: Array, y: Array, mapping: Mapping, colours: list[QColor]) -> None:
        """Tint the curve through the samples x and y, each of shape (N,)."""
        at, run = ways.runs()
        shades = ways.shades[run]
        cut = _cut(mapping.points(x, y), shades[np.searchsorted(at, x, side="right")])
        edges = mapping.across(at)
        found: dict[int, list[Array]] = {}
        for line in whole(simplify(clip(pieces(cut), mapping.area))):
            place = np.searchsorted(edges, 0.5 * (line[0, 0] + line[-1, 0]), side="right")
            found.setdefault(int(shades[place]), []).append(line)
        self.lines = [(colours[shade], lines) for shade, lines in found.items()]
        self.bounds = rectangle(mapping.area)
        self._made = []
        self.update()

    def set_look(self, width: float, *, vector: bool) -> None:
        """Draw lines of this width; `vector` draws each as one polyline, for files that keep them."""
        if (width, vector) != (self._width, self._vector):
            self._width, self._vector = width, vector
            self.update()

    def is_near(self, at: QPointF, reach: float) -> bool:
        """Return whether this point is within so many pixels of the curve."""
        point = np.array([at.x(), at.y()])
        return any(
            bool((distances(line[:-1], point, line[1:]) <= reach).any()) for _, lines in self.lines for line in lines
        )

    def draw(self, painter: QPainter) -> None:
        """Paint: on screens as single segments, whose joints the curve covers, because that is fastest."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self.bounds, Qt.ClipOperation.IntersectClip)
        if not self._made:
            self._made = [(colour, _segments(lines), [polygon(line) for line in lines]) for colour, lines in self.lines]
        for colour, segments, polylines in self._made:
            pen = QPen(colour, self._width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            if self._vector:
                for polyline in polylines:
                    painter.drawPolyline(polyline)
            else:
                segments.draw(painter)


def _cut(points: Array, shades: Counts) -> Array:
    """Return points of shape (N, 2) cut, by NaN, where the shade changes: there a stretch ends and the next begins."""
    first = np.flatnonzero(shades[1:] != shades[:-1]) + 1
    gaps = np.full((first.size, 2), np.nan)
    return np.insert(
        np.insert(points, first, points[first], axis=0), first + np.arange(1, first.size + 1), gaps, axis=0
    )


def _segments(lines: list[Array]) -> Segments:
    pairs = [np.hstack((line[:-1], line[1:])) for line in lines]
    segments = Segments()
    segments.set_ends(np.concatenate(pairs) if pairs else np.empty((0, 4)), OVERLAP)
    return segments
