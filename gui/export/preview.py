"""The figure as it will be, scaled down to the room that there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from gui.export.figure import Figure
from gui.plot.style import Style

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from engine.document import Document
    from engine.outcome import Outcome
    from gui.export.options import ExportOptions
    from gui.theme import Scheme

DELAY = 60
"""Milliseconds without a change before the figure is drawn anew."""
TILE = 8


class Preview(QWidget):
    """Draws the real figure, a moment after the last change of its options."""

    drawn = Signal()

    def __init__(self, document: Document, outcome: Outcome, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._outcome = document, outcome
        self._options: ExportOptions | None = None
        self.picture = QPixmap()
        """What is shown; null while there is nothing."""
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self._draw)
        self.setMinimumSize(240, 160)

    def sizeHint(self) -> QSize:
        """Return room enough to read the figure's larger texts."""
        return QSize(560, 400)

    def show_options(self, options: ExportOptions) -> None:
        """Show the figure that these options make, soon."""
        if options != self._options:
            self._options = options
            self._timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the new room, soon; until then what was drawn is scaled."""
        super().resizeEvent(event)
        self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture in the middle."""
        del event
        if self._options is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(self._place(self._options), self.picture)

    def _place(self, options: ExportOptions) -> QRect:
        room = QSize(options.width, options.height).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(0, 0, max(1, room.width()), max(1, room.height()))
        place.moveCenter(self.rect().center())
        return place

    def _draw(self) -> None:
        options = self._options
        if options is None:
            return
        self.picture = QPixmap(self._place(options).size() * self.devicePixelRatioF())
        self.picture.fill(Style(options.scheme).ground)
        painter = QPainter(self.picture)
        if options.transparent:
            painter.fillRect(self.picture.rect(), chequered(options.scheme))
        figure = Figure(self._document, self._outcome, options, vector=False)
        figure.paint(painter, QRectF(self.picture.rect()))
        painter.end()
        self.update()
        self.drawn.emit()


def chequered(scheme: Scheme) -> QBrush:
    """Return what stands for nothing."""
    style = Style(scheme)
    tile = QPixmap(2 * TILE, 2 * TILE)
    tile.fill(style.ground)
    painter = QPainter(tile)
    painter.fillRect(0, 0, TILE, TILE, style.grid)
    painter.fillRect(TILE, TILE, TILE, TILE, style.grid)
    painter.end()
    return QBrush(tile)
