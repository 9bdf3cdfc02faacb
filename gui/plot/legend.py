"""The legend: which colour is which formula."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from gui.plot.drawn_item import DrawnItem

if TYPE_CHECKING:
    from gui.plot.drawing import Drawing
    from gui.plot.style import Style

LINE_LENGTH = 22.0
PADDING = 8.0
WIDEST_SHARE = 0.55
"""A formula may take this share of the plot's width, then it is elided."""
MOST_ROWS_SHARE = 0.9
"""The legend may cover this share of the plot's height, then entries are left out."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: what a curve is called and how it is drawn."""

    text: str
    pen: QPen
    dashes: tuple[float, ...] = ()


class LegendItem(DrawnItem):
    """Rows at the right top of a plot. Its place is the right top corner of its box."""

    kept = True

    def __init__(self, drawing: Drawing, depth: float = 0.0) -> None:
        super().__init__(drawing, depth)
        self._entries: tuple[Entry, ...] = ()
        self._rows: list[tuple[Entry, str]] = []
        self._font, self._colour, self._patch, self._scale = QFont(), QColor(), QColor(), 1.0
        self._room = (0.0, 0.0)

    @property
    def texts(self) -> list[str]:
        """The rows as they are shown."""
        return [text for _, text in self._rows]

    def set_style(self, style: Style) -> None:
        """Use this font and colour."""
        self._font, self._colour, self._scale = style.font(), style.text, style.scale
        self._patch = style.patch
        self._lay_out()

    def show_entries(self, entries: tuple[Entry, ...], width: float, height: float) -> None:
        """Show these rows in a plot of this size."""
        if entries != self._entries or (width, height) != self._room:
            self._entries, self._room = entries, (width, height)
            self._lay_out()

    def _lay_out(self) -> None:
        metrics, scale = QFontMetricsF(self._font), self._scale
        widest = self._room[0] * WIDEST_SHARE - (LINE_LENGTH + 3 * PADDING) * scale
        most = max(1, int(self._room[1] * MOST_ROWS_SHARE / metrics.height()))
        self._rows = [
            (entry, metrics.elidedText(entry.text, Qt.TextElideMode.ElideRight, widest))
            for entry in self._fitting(most)
        ]
        text_width = max((metrics.horizontalAdvance(text) for _, text in self._rows), default=0.0)
        width = text_width + (LINE_LENGTH + 3 * PADDING) * scale
        height = len(self._rows) * metrics.height() + PADDING * scale
        self.bounds = QRectF(-width, 0, width, height) if self._rows else QRectF()
        self.update()

    def _fitting(self, most: int) -> list[Entry]:
        """Return the entries that there is room for; the last row says how many are left out."""
        if len(self._entries) <= most:
            return list(self._entries)
        shown = self._entries[: most - 1]
        return [*shown, Entry(f"… +{len(self._entries) - len(shown)}", QPen(Qt.PenStyle.NoPen))]

    def draw(self, painter: QPainter) -> None:
        """Paint."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._patch)
        painter.drawRoundedRect(self.bounds, 4 * self._scale, 4 * self._scale)
        painter.setFont(self._font)
        row_height, padding = QFontMetricsF(self._font).height(), PADDING * self._scale
        left, top = self.bounds.left() + padding, self.bounds.top() + padding / 2
        for entry, text in self._rows:
            self._draw_line(painter, entry, QPointF(left, top + row_height / 2))
            painter.setPen(self._colour)
            box = QRectF(left + LINE_LENGTH * self._scale + padding, top, self.bounds.width(), row_height)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
            top += row_height

    def _draw_line(self, painter: QPainter, entry: Entry, start: QPointF) -> None:
        painter.setPen(entry.pen)
        length, at = LINE_LENGTH * self._scale, 0.0
        drawn, gap = entry.dashes[:2] or (length, 0.0)
        while at < length:
            end = min(length, at + drawn)
            painter.drawLine(QLineF(start.x() + at, start.y(), start.x() + end, start.y()))
            at += drawn + gap
