"""What every item of the plots has in common: bounds that are kept, and one method that draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsItem

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget


class DrawnItem(QGraphicsItem):
    """A plain item: pyqtgraph's own answers every move in Python, and its mouse events are not used here."""

    def __init__(self, parent: QGraphicsItem) -> None:
        super().__init__(parent)
        self._bounds = QRectF()

    def boundingRect(self) -> QRectF:
        """Return what `draw` stays in."""
        return self._bounds

    def set_bounds(self, bounds: QRectF) -> None:
        """Draw in these bounds from now on."""
        if bounds != self._bounds:
            self.prepareGeometryChange()
            self._bounds = bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Let the item draw itself."""
        del option, widget
        self.draw(painter)

    def draw(self, painter: QPainter) -> None:
        """Paint the item, in its own coordinates."""
        raise NotImplementedError


def discard(item: QGraphicsItem) -> None:
    """Take an item out of its parent and its scene."""
    item.setParentItem(None)  # type: ignore[arg-type]  # Qt's null
    if item.scene() is not None:
        item.scene().removeItem(item)
