"""A line of text over the curves, on a patch of the ground: the title of a plot, the hint in an empty one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from gui.plot.drawn_item import DrawnItem

if TYPE_CHECKING:
    from gui.plot.drawing import Drawing
PADDING = 4.0


class TextItem(DrawnItem):
    """Its place is the left top of the patch, or the middle when it is centred."""

    kept = True

    def __init__(self, drawing: Drawing, depth: float = 0.0, *, centred: bool = False) -> None:
        super().__init__(drawing, depth)
        self._centred = centred
        self._text = ""
        self._font, self._colour, self._patch = QFont(), QColor(), QColor()

    @property
    def text(self) -> str:
        """What is written."""
        return self._text

    def set_text(self, text: str) -> None:
        """Write this."""
        if text != self._text:
            self._text = text
            self._measure()

    def set_look(self, font: QFont, colour: QColor, patch: QColor) -> None:
        """Write it so, on a patch of this colour."""
        self._font, self._colour, self._patch = font, colour, patch
        self._measure()

    def _measure(self) -> None:
        metrics = QFontMetricsF(self._font)
        box = QRectF(0, 0, metrics.horizontalAdvance(self._text) + 2 * PADDING, metrics.height())
        if self._centred:
            box.moveCenter(QPointF(0, 0))
        self.bounds = box if self._text else QRectF()
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Paint the patch and the text."""
        painter.fillRect(self.bounds, self._patch)
        painter.setFont(self._font)
        painter.setPen(self._colour)
        place = self.bounds.adjusted(PADDING, 0, 0, 0)
        painter.drawText(place, Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip, self._text)
