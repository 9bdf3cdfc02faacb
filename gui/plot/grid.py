"""The grid of one plot: hairlines that cost nothing to draw (antialiased ones take 11 to 20 ms)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF
from PySide6.QtGui import QPainter, QPen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gui.plot.mapping import Mapping
    from gui.plot.style import Style


class Grid:
    """Lines at the ticks, stronger at zero. Not antialiased, so they stay one device pixel sharp."""

    def __init__(self) -> None:
        self._lines: list[QLineF] = []
        self._zeros: list[QLineF] = []

    def place(self, mapping: Mapping, x: tuple[float, ...], y: tuple[float, ...]) -> None:
        """Have lines at these values."""
        self._lines = [*_upright(mapping, x, zero=False), *_level(mapping, y, zero=False)]
        self._zeros = [*_upright(mapping, x, zero=True), *_level(mapping, y, zero=True)]

    def draw(self, painter: QPainter, style: Style) -> None:
        """Paint the lines; at scale 1 they are hairlines."""
        width = 0.0 if style.scale == 1.0 else style.scale
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(style.grid, width))
        painter.drawLines(self._lines)
        painter.setPen(QPen(style.zero, width))
        painter.drawLines(self._zeros)


def _upright(mapping: Mapping, values: tuple[float, ...], *, zero: bool) -> Iterator[QLineF]:
    for value in values:
        if (value == 0.0) == zero:
            at = mapping.across(value)
            yield QLineF(at, mapping.area.top, at, mapping.area.bottom)


def _level(mapping: Mapping, values: tuple[float, ...], *, zero: bool) -> Iterator[QLineF]:
    for value in values:
        if (value == 0.0) == zero:
            at = mapping.down(value)
            yield QLineF(mapping.area.left, at, mapping.area.right, at)
