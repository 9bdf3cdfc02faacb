"""What a pressed mouse button does: pan, zoom to a box, or drag the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from gui.plot.curve_item import rectangle
from gui.plot.drawn_item import DrawnItem
from gui.plot.navigation import moved, panned

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.document import View
    from gui.plot.layout import PlotLayout

STEEP_PAN = 16.0
"""Pixels of upward or downward drag that show the wish to leave the automatic y range."""
BAND_DEPTH = 20.0
LEAST_BOX = 8.0
"""A box thinner than this leaves the range across it alone."""


class Gesture(Protocol):
    """From the press of a button to its release."""

    def move(self, at: QPointF) -> None:
        """Follow the pointer."""

    def end(self) -> None:
        """Finish: the button is released."""


class Pan:
    """Moves the visible range with the pointer, always from where it was pressed."""

    def __init__(self, layout: PlotLayout, start: QPointF, show: Callable[[View], None]) -> None:
        self._start, self._show = start, show
        self._view = layout.document.view
        self._order = layout.order_at(start.y())
        self._area = layout.mapping_of(self._order).area
        self._y = layout.y_range(self._order)
        self._moves_y = self._view.y[self._order] is not None

    def move(self, at: QPointF) -> None:
        """Show the range that keeps the pressed point under the pointer."""
        across, down = at.x() - self._start.x(), at.y() - self._start.y()
        # An automatic y stays so through a drag along x that is not quite level.
        self._moves_y = self._moves_y or abs(down) > max(STEEP_PAN, 0.5 * abs(across))
        x = panned(self._view.x, -across / self._area.width)
        y = {self._order: panned(self._y, down / self._area.height)} if self._moves_y else {}
        self._show(moved(self._view, x, y))

    def end(self) -> None:
        """Leave the range where it was dragged to."""


class Box:
    """Draws a box and, when it is let go, shows what is in it."""

    def __init__(self, layout: PlotLayout, start: QPointF, show: Callable[[View], None], colour: QColor) -> None:
        self._view, self._show = layout.document.view, show
        self._order = layout.order_at(start.y())
        self._mapping = layout.mapping_of(self._order)
        self._room = rectangle(self._mapping.area)
        self._start = self._inside(start)
        self._band = Band(layout, colour)
        self._box = QRectF(self._start, self._start)

    def _inside(self, at: QPointF) -> QPointF:
        room = self._room
        return QPointF(min(max(at.x(), room.left()), room.right()), min(max(at.y(), room.top()), room.bottom()))

    def move(self, at: QPointF) -> None:
        """Span the box to the pointer; one that is low or narrow reaches from edge to edge."""
        box = QRectF(self._start, self._inside(at)).normalized()
        if box.width() < LEAST_BOX < box.height():
            box.setLeft(self._room.left())
            box.setRight(self._room.right())
        elif box.height() < LEAST_BOX < box.width():
            box.setTop(self._room.top())
            box.setBottom(self._room.bottom())
        self._box = box
        self._band.set_box(box)

    def end(self) -> None:
        """Show what is in the box; one that is small both ways was a slip of the hand."""
        self._band.discard()
        box, room, mapping = self._box, self._room, self._mapping
        if box.width() < LEAST_BOX or box.height() < LEAST_BOX:
            return
        x = (mapping.x_at(box.left()), mapping.x_at(box.right())) if box.width() < room.width() else None
        y = {self._order: (mapping.y_at(box.bottom()), mapping.y_at(box.top()))} if box.height() < room.height() else {}
        self._show(moved(self._view, x, y))


class CursorDrag:
    """Takes the cursor along; it stays in sight."""

    def __init__(self, layout: PlotLayout, place: Callable[[float], None], settle: Callable[[], None]) -> None:
        self._layout, self._place, self._settle = layout, place, settle

    def move(self, at: QPointF) -> None:
        """Put the cursor under the pointer."""
        self._place(self._layout.mapping.x_at(at.x()))

    def end(self) -> None:
        """Leave the cursor here."""
        self._settle()


class Band(DrawnItem):
    """The box while it is drawn."""

    def __init__(self, layout: PlotLayout, colour: QColor) -> None:
        super().__init__(layout.drawing, BAND_DEPTH)
        self._colour = colour
        self._box = QRectF()

    def set_box(self, box: QRectF) -> None:
        """Draw this box."""
        self._box = box
        self.bounds = box.adjusted(-1, -1, 1, 1)
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Paint the box."""
        fill = QColor(self._colour)
        fill.setAlphaF(0.12)
        painter.setPen(QPen(self._colour, 0))
        painter.setBrush(fill)
        painter.drawRect(self._box)
