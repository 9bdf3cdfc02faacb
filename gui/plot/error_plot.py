"""A small picture of errors on a logarithmic axis."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.plot.style import Style
from gui.plot.ticks import Ticks, power_of_ten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPaintEvent, QPen

    from engine.document import Range
    from engine.shapes import Array
    from gui.theme import Scheme

LEFT, RIGHT, BELOW, TOP, PADDING = 46.0, 14.0, 38.0, 8.0, 6.0
MOST_TICKS = 9
SAMPLE = 20.0
DASHES = (7.0, 4.0)
WIDTH, DOT = 1.8, 2.2


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """One line: x and y of shape (N,), y as a power of ten; NaN is a gap, infinite stands at the edge of the picture.

    `colour` is an index into the palette; `dashed` and `dots` say how it is drawn.
    """

    name: str
    x: Array
    y: Array
    colour: int
    dashed: bool = False
    dots: bool = False


class ErrorPlot(QWidget):
    """Draws series over one x axis; y says powers of ten."""

    def __init__(self, scheme: Scheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = Style(scheme)
        self._series: tuple[Series, ...] = ()
        self._x: Range = (0.0, 1.0)
        self._ticks = Ticks((), ())
        self._names = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(160)

    @property
    def series(self) -> tuple[Series, ...]:
        """What is drawn."""
        return self._series

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(360, 280)

    def set_scheme(self, scheme: Scheme) -> None:
        """Take the colours of this scheme."""
        self._style = Style(scheme)
        self.update()

    def show_series(self, series: tuple[Series, ...], x: Range, ticks: Ticks) -> None:
        """Draw these lines over this range of x."""
        self._series, self._x, self._ticks = series, x, ticks
        self.update()

    def name_axes(self, x: str, y: str) -> None:
        """Say what the axes are."""
        self._names = (x, y)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, legend, grid and lines."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._style.font(0.86))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._style.ground)
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        if not self._series:
            return
        top = self._draw_legend(painter)
        area = QRectF(LEFT, top, self.width() - LEFT - RIGHT, self.height() - top - BELOW)
        if area.width() > 20 and area.height() > 20:
            self._draw_grid(painter, area)
            self._draw_lines(painter, area)

    def y_range(self) -> tuple[int, int]:
        """Return the whole powers of ten between which all finite numbers lie."""
        finite = [one.y[np.isfinite(one.y)] for one in self._series]
        every = np.concatenate(finite) if finite else np.zeros(0)
        if not every.size:
            return (-16, 0)
        low, high = math.floor(float(every.min())), math.ceil(float(every.max()))
        return (low - 1, max(high, low + 1))

    def _draw_legend(self, painter: QPainter) -> float:
        """Write the names in rows as wide as the picture; return where the rows end."""
        metrics = QFontMetricsF(painter.font())
        x, y = LEFT, TOP + metrics.height() / 2
        for one in self._series:
            width = SAMPLE + PADDING + metrics.horizontalAdvance(one.name)
            if x > LEFT and x + width > self.width() - RIGHT:
                x, y = LEFT, y + metrics.height()
            painter.setPen(self._pen(one))
            painter.drawLine(QPointF(x, y), QPointF(x + SAMPLE, y))
            painter.setPen(self._style.text)
            middle = QRectF(x + SAMPLE + PADDING, y - metrics.height() / 2, width, metrics.height())
            painter.drawText(middle, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, one.name)
            x += width + 2 * PADDING
        return y + metrics.height()

    def _pen(self, one: Series) -> QPen:
        pen = self._style.line(self._style.colour(one.colour), WIDTH)
        if one.dashed:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([length / WIDTH for length in DASHES])
        return pen

    def _draw_grid(self, painter: QPainter, area: QRectF) -> None:
        low, high = self.y_range()
        step = max(1, math.ceil((high - low) / MOST_TICKS))
        height = QFontMetricsF(painter.font()).height()
        flags = Qt.AlignmentFlag
        for power in range(low - low % step + (step if low % step else 0), high + 1, step):
            y = area.bottom() - (power - low) / (high - low) * area.height()
            self._rule(painter, QPointF(area.left(), y), QPointF(area.right(), y))
            label = QRectF(0, y - height / 2, LEFT - PADDING, height)
            painter.drawText(label, flags.AlignRight | flags.AlignVCenter, power_of_ten(power))
        for value, text in zip(self._ticks.values, self._ticks.labels, strict=True):
            x = area.left() + (value - self._x[0]) / (self._x[1] - self._x[0]) * area.width()
            if area.left() <= x <= area.right():
                self._rule(painter, QPointF(x, area.top()), QPointF(x, area.bottom()))
                painter.drawText(QRectF(x - 40, area.bottom() + 3, 80, height), flags.AlignHCenter, text)
        names = QRectF(area.left(), area.bottom() + 3 + height, area.width(), height)
        painter.drawText(names, flags.AlignRight, f"{self._names[0]}  {self._ticks.shared}".strip())
        painter.drawText(names, flags.AlignLeft, self._names[1])

    def _rule(self, painter: QPainter, start: QPointF, end: QPointF) -> None:
        painter.setPen(self._style.line(self._style.grid, 1.0))
        painter.drawLine(start, end)
        painter.setPen(self._style.axis)

    def _draw_lines(self, painter: QPainter, area: QRectF) -> None:
        painter.setClipRect(area.adjusted(-DOT, -DOT, DOT, DOT))
        for one in self._series:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self._pen(one))
            pieces = list(self._pieces(one, area))
            for piece in pieces:
                painter.drawPolyline(piece)
            if one.dots:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._style.colour(one.colour))
                for point in (point for piece in pieces for point in piece.toList()):
                    painter.drawEllipse(point, DOT, DOT)

    def _pieces(self, one: Series, area: QRectF) -> Iterator[QPolygonF]:
        """Return the unbroken pieces of a line in pixels."""
        low, high = self.y_range()
        x = area.left() + (one.x - self._x[0]) / (self._x[1] - self._x[0]) * area.width()
        y = area.bottom() - (np.clip(one.y, low, high) - low) / (high - low) * area.height()
        known = np.flatnonzero(~np.isnan(y))
        for piece in np.split(known, np.flatnonzero(np.diff(known) > 1) + 1):
            if piece.size:
                yield QPolygonF([QPointF(*point) for point in zip(x[piece].tolist(), y[piece].tolist(), strict=True)])
