"""Bands between two edges, filled: the envelope of a curve that is too fast to be resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from gui.plot.drawn_item import DrawnItem
from gui.plot.primitives import polygon

if TYPE_CHECKING:
    from engine.shapes import Array
    from gui.plot.drawing import Drawing
    from gui.plot.mapping import Mapping


class RegionItem(DrawnItem):
    """Bands of one plot, in the coordinates of the drawing."""

    def __init__(self, drawing: Drawing, depth: float = 0.0) -> None:
        super().__init__(drawing, depth)
        self._data: tuple[Array, Array] | None = None
        self._mapping: Mapping | None = None
        self._colour = QColor()
        self._polygons: list[QPolygonF] = []

    def set_data(self, x: Array, y: Array) -> None:
        """Show bands over x of shape (N,) between the two columns of y of shape (N, 2); NaN separates bands."""
        self._data = (x, y)
        self._place()

    def set_mapping(self, mapping: Mapping) -> None:
        """Show them in this range and area, cut at its edges."""
        if mapping != self._mapping:
            self._mapping = mapping
            self._place()

    def set_look(self, colour: QColor) -> None:
        """Fill them with this opaque colour."""
        if colour != self._colour:
            self._colour = colour
            self.update()

    @property
    def polygons(self) -> list[QPolygonF]:
        """The bands in device coordinates."""
        return self._polygons

    def _place(self) -> None:
        if self._mapping is None or self._data is None:
            return
        mapping, area = self._mapping, self._mapping.area
        x, y = self._data
        low, high = mapping.points(x, y[:, 0]), mapping.points(x, y[:, 1])
        known = np.isfinite(low[:, 1]) & np.isfinite(high[:, 1])
        edges = np.flatnonzero(np.diff(np.concatenate(([False], known, [False])).astype(np.int8))).reshape(-1, 2)
        self._polygons = []
        for first, end in edges:
            outline = np.concatenate((low[first:end], high[first:end][::-1]))
            outline = np.clip(outline, (area.left, area.top), (area.right, area.bottom))
            self._polygons.append(polygon(outline))
        bounds = QRectF()
        for shown in self._polygons:
            bounds |= shown.boundingRect()
        self.bounds = bounds.adjusted(-1, -1, 1, 1) if self._polygons else QRectF()
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Paint."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        for shown in self._polygons:
            painter.drawPolygon(shown)
