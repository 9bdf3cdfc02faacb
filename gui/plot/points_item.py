"""Separate points: discs, diamonds and squares with a rim of the ground, so that they stand out, and rings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from gui.plot.drawn_item import DrawnItem
from gui.plot.style import DIAMOND, SQUARE, TOUCH_RADIUS

if TYPE_CHECKING:
    from engine.shapes import Array
    from gui.plot.drawing import Drawing
    from gui.plot.mapping import Mapping

RIM = 1.5
CROWD, MOST = 60, 240
"""Markers in sight beyond which they fade, and beyond which there would be nothing but markers: none are drawn."""


class PointsItem(DrawnItem):
    """Points of one plot, in the coordinates of the drawing."""

    def __init__(self, drawing: Drawing, depth: float = 0.0) -> None:
        super().__init__(drawing, depth)
        self._data: tuple[Array, Array] | None = None
        self._mapping: Mapping | None = None
        self._colour, self._rim, self._scale = QColor(), QColor(), 1.0
        self._radius, self._ring, self._form = TOUCH_RADIUS, False, ""
        self.crowds = False
        """Whether they fade where there are many."""
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
        self,
        colour: QColor,
        rim: QColor,
        scale: float,
        *,
        radius: float = TOUCH_RADIUS,
        ring: bool = False,
        form: str = "",
    ) -> None:
        """Use these colours; `scale` sizes the points, `form` is `DIAMOND`, `SQUARE` or empty: round.

        A `ring` has its colour outside and the ground's inside.
        """
        look = (colour, rim, scale, radius, ring, form)
        if look != (self._colour, self._rim, self._scale, self._radius, self._ring, self._form):
            self._colour, self._rim, self._scale, self._radius, self._ring, self._form = look
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
        self.bounds = bounds
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Paint."""
        radius = self._radius * self._scale
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside, outside = (self._rim, self._colour) if self._ring else (self._colour, self._rim)
        painter.setPen(QPen(outside, RIM * self._scale))
        painter.setBrush(inside)
        if self.crowds and len(self._centres) > CROWD:
            painter.setOpacity(0.0 if len(self._centres) > MOST else CROWD / len(self._centres))
        for centre in self._centres:
            self._draw_one(painter, centre, radius)

    def _draw_one(self, painter: QPainter, at: QPointF, radius: float) -> None:
        if self._form == SQUARE:
            painter.drawRect(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius))
        elif self._form == DIAMOND:
            across, down = QPointF(radius, 0), QPointF(0, radius)
            painter.drawPolygon([at - across, at - down, at + across, at + down])
        else:
            painter.drawEllipse(at, radius, radius)
