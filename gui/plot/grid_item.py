"""The grid of one plot: hairlines that cost nothing to draw (pyqtgraph's own takes 11 to 20 ms)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF
from PySide6.QtGui import QPainter, QPen

from gui.plot.curve_item import rectangle
from gui.plot.drawn_item import DrawnItem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QGraphicsItem

    from gui.plot.mapping import Mapping
    from gui.plot.style import Style


class GridItem(DrawnItem):
    """Lines at the ticks, stronger at zero. Not antialiased, so they stay one device pixel sharp."""

    def __init__(self, parent: QGraphicsItem) -> None:
        super().__init__(parent)
        self._lines: list[QLineF] = []
        self._zeros: list[QLineF] = []
        self._pen, self._zero_pen = QPen(), QPen()

    def show_lines(self, mapping: Mapping, x: tuple[float, ...], y: tuple[float, ...]) -> None:
        """Draw lines at these values."""
        bounds = rectangle(mapping.area)
        self.set_bounds(bounds)
        self._lines = [*_upright(mapping, x), *_level(mapping, y)]
        self._zeros = [*_upright(mapping, x, zero=True), *_level(mapping, y, zero=True)]
        self.update()

    def set_style(self, style: Style) -> None:
        """Use these colours; at scale 1 lines are hairlines."""
        width = 0.0 if style.scale == 1.0 else style.scale
        self._pen, self._zero_pen = QPen(style.grid, width), QPen(style.zero, width)
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Paint."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(self._pen)
        painter.drawLines(self._lines)
        painter.setPen(self._zero_pen)
        painter.drawLines(self._zeros)


def _upright(mapping: Mapping, values: tuple[float, ...], *, zero: bool = False) -> Iterator[QLineF]:
    for value in values:
        if (value == 0.0) == zero:
            at = mapping.across(value)
            yield QLineF(at, mapping.area.top, at, mapping.area.bottom)


def _level(mapping: Mapping, values: tuple[float, ...], *, zero: bool = False) -> Iterator[QLineF]:
    for value in values:
        if (value == 0.0) == zero:
            at = mapping.down(value)
            yield QLineF(mapping.area.left, at, mapping.area.right, at)
