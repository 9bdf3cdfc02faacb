"""A single line of text at a place: the title of a plot, the hint in an empty one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from gui.plot.drawn_item import DrawnItem

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsItem


class TextItem(DrawnItem):
    """Its position is the left top of the text, or the middle when it is centred."""

    def __init__(self, parent: QGraphicsItem, *, centred: bool = False) -> None:
        super().__init__(parent)
        self._centred = centred
        self._text = ""
        self._font, self._colour = QFont(), QColor()

    @property
    def text(self) -> str:
        """What is written."""
        return self._text

    def set_text(self, text: str) -> None:
        """Write this."""
        if text != self._text:
            self._text = text
            self._measure()

    def set_look(self, font: QFont, colour: QColor) -> None:
        """Write it so."""
        self._font, self._colour = font, colour
        self._measure()

    def _measure(self) -> None:
        metrics = QFontMetricsF(self._font)
        box = QRectF(0, 0, metrics.horizontalAdvance(self._text) + 1, metrics.height())
        if self._centred:
            box.moveCenter(QPointF(0, 0))
        self.set_bounds(box)
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Paint."""
        painter.setFont(self._font)
        painter.setPen(self._colour)
        painter.drawText(self._bounds, Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip, self._text)
