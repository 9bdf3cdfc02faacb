"""What every item of the plots has in common: a place, bounds, a depth, and one method that draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

if TYPE_CHECKING:
    from gui.plot.drawing import Drawing


class DrawnItem:
    """Draws itself around its place. Items of greater depth lie over those of less."""

    kept = False
    """Whether it is drawn from a picture of itself on a screen: what changes seldom, as texts do."""

    def __init__(self, drawing: Drawing, depth: float = 0.0) -> None:
        self.depth, self.visible = depth, True
        self.x, self.y = 0.0, 0.0
        self.bounds = QRectF()
        """What `draw` stays in, seen from the place."""
        self.dressed_for: object = None
        """What its pens and colours were chosen for."""
        self._drawing = drawing
        self._picture: QPixmap | None = None
        drawing.take(self)

    def update(self) -> None:
        """Have it drawn anew."""
        self._picture = None
        self._drawing.changed()

    def discard(self) -> None:
        """Take it out of its drawing."""
        self._drawing.discard(self)

    def set_visible(self, on: bool) -> None:
        """Show or hide it."""
        if on != self.visible:
            self.visible = on
            self._drawing.changed()

    def move_to(self, x: float, y: float) -> None:
        """Have its place there."""
        if (x, y) != (self.x, self.y):
            self.x, self.y = x, y
            self._drawing.changed()

    def paint(self, painter: QPainter) -> None:
        """Draw the item at its place."""
        if self.x or self.y:
            painter.translate(self.x, self.y)
        if self.kept and self._drawing.cached:
            painter.drawPixmap(
                self.bounds.toAlignedRect().topLeft(), self._kept_picture(painter.device().devicePixelRatioF())
            )
        else:
            self.draw(painter)

    def _kept_picture(self, ratio: float) -> QPixmap:
        if self._picture is None or self._picture.devicePixelRatioF() != ratio:
            area = self.bounds.toAlignedRect()  # whole pixels around it: none of its edge is cut off
            self._picture = QPixmap(area.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._picture)
            painter.translate(-area.topLeft())
            self.draw(painter)
            painter.end()
        return self._picture

    def draw(self, painter: QPainter) -> None:
        """Paint the item, in coordinates around its place."""
        raise NotImplementedError
