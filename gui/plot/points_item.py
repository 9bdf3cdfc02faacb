"""Separate points: discs with a rim of the ground, so that they stand out from their curve, and rings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from gui.plot.drawn_item import DrawnItem
from gui.plot.style import TOUCH_RADIUS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsItem

    from engine.shapes import Array
    from gui.plot.mapping import Mapping

RIM = 1.5


class PointsItem(DrawnItem):
    """Points of one plot, in its parent's coordinates."""

    def __init__(self, parent: QGraphicsItem) -> None:
        super().__init__(parent)
        self._data: tuple[Array, Array] | None = None
        self._mapping: Mapping | None = None
        self._colour, self._rim, self._scale = QColor(), QColor(), 1.0
        self._radius, self._ring = TOUCH_RADIUS, False
        self._centres: list[QPointF] = []

    def set_data(self, x: Array, y: Array) -> None:
        """Show these points, each of shape (N,)."""
        self._data = (x, y)
        self._place()

    def set_mapping(self, mapping: Mapping) -> None:
        """Show them in this range and area; those outside are not drawn."""
        if mapping != self._mapping:
            self._mapping = mapping
            self._place()

    def set_look(
        self, colour: QColor, rim: QColor, scale: float, *, radius: float = TOUCH_RADIUS, ring: bool = False
    ) -> None:
        """Use these colours; `scale` sizes the discs. A `ring` has its colour outside and the ground's inside."""
        look = (colour, rim, scale, radius, ring)
        if look != (self._colour, self._rim, self._scale, self._radius, self._ring):
            self._colour, self._rim, self._scale, self._radius, self._ring = look
            self._place()

    @property
    def is_ring(self) -> bool:
        """Whether they are drawn as rings."""
        return self._ring

    @property
    def centres(self) -> list[QPointF]:
        """Where the discs are, in device coordinates."""
        return self._centres

    def _place(self) -> None:
        if self._mapping is None or self._data is None:
            return
        area, (x, y) = self._mapping.area, self._data
        # Mostly a single one: NumPy takes longer for it.
        points = zip(map(self._mapping.across, x.tolist()), map(self._mapping.down, y.tolist()), strict=True)
        self._centres = [
            QPointF(across, down)
            for across, down in points
            if area.left <= across <= area.right and area.top <= down <= area.bottom
        ]
        reach = (self._radius + RIM) * self._scale + 1
        bounds = QRectF()
        for centre in self._centres:
            bounds |= QRectF(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach)
        self.set_bounds(bounds)
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Paint."""
        radius = self._radius * self._scale
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside, outside = (self._rim, self._colour) if self._ring else (self._colour, self._rim)
        painter.setPen(QPen(outside, RIM * self._scale))
        painter.setBrush(inside)
        for centre in self._centres:
            painter.drawEllipse(centre, radius, radius)
