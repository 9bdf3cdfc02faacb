"""The view of the graph: zoom at the pointer, pan, fit, and a walk through the boxes with the keys."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QGraphicsView

from gui.graph.scene import GraphScene

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from gui.graph.diagram import Diagram

LEAST, READABLE, NATURAL, MOST = 0.03, 0.62, 1.0, 4.0
"""Scales: the least at all, the least at which every number can be read, as drawn, and the most."""
STEP = 1.25
WHEEL = 240.0
"""So many eighths of a degree of the wheel double the size, about."""

_DIRECTIONS = {
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
}


class GraphView(QGraphicsView):
    """Shows a `GraphScene`."""

    chosen = Signal(object)
    """The place in the trace of the node that the keys went to; None: Escape."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.graph = GraphScene(self)
        self.setScene(self.graph)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheBackground)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self._is_fitted = True
        self._place: int | None = None

    @property
    def scale_now(self) -> float:
        """Pixels for one unit of the scene."""
        return self.transform().m11()

    def fit(self) -> None:
        """Show all of it, however small."""
        self._is_fitted = True
        self._set_scale(min(NATURAL, self._whole_scale()))
        self.centerOn(self.sceneRect().center())

    def show_start(self) -> None:
        """Show all of it where that can be read; else its output and what is below."""
        self.fit()
        if self.scale_now < READABLE and self.graph.boxes:
            self._is_fitted = False
            self._set_scale(READABLE)
            assert self.graph.diagram is not None
            output = self.graph.boxes[self.graph.diagram.output].pos()
            self.centerOn(output.x(), output.y() + self.viewport().height() / READABLE / 2 - 60)

    def zoom(self, factor: float) -> None:
        """Show it larger by this factor, about the pointer or the middle."""
        self._is_fitted = False
        least = min(LEAST, self._whole_scale())
        target = min(MOST, max(least, self.scale_now * factor))
        self.scale(target / self.scale_now, target / self.scale_now)

    def _set_scale(self, scale: float) -> None:
        self.resetTransform()
        self.scale(scale, scale)

    def _whole_scale(self) -> float:
        whole, room = self.sceneRect(), self.viewport().size()
        if whole.isEmpty():
            return NATURAL
        return max(1e-3, min(room.width() / whole.width(), room.height() / whole.height()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer; with Shift move sideways."""
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier or not turned:
            super().wheelEvent(event)
            return
        self.zoom(math.exp2(turned / WHEEL))
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay whole if it was."""
        super().resizeEvent(event)
        if self._is_fitted:
            self.show_start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, zoom with + and −, fit with 0 or Home, leave with Escape."""
        key = Qt.Key(event.key())
        if key in _DIRECTIONS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._walk(*_DIRECTIONS[key])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._zoom_middle(STEP)
        elif key == Qt.Key.Key_Minus:
            self._zoom_middle(1 / STEP)
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Home):
            self.fit()
        elif key == Qt.Key.Key_Escape:
            self._choose(None)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _zoom_middle(self, factor: float) -> None:
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.zoom(factor)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)

    def _walk(self, right: float, down: float) -> None:
        """Go to the nearest box in this direction; the first key goes to the output."""
        diagram = self.graph.diagram
        if diagram is None:
            return
        if self._place is None or self._place >= len(self.graph.boxes):
            self._choose(diagram.output)
            return
        here = self.graph.boxes[self._place].pos()
        offered = []
        for place, box in enumerate(self.graph.boxes):
            away = box.pos() - here
            along = away.x() * right + away.y() * down
            across = abs(away.x() * down) + abs(away.y() * right)
            if along > 1.0:
                offered.append((along + 2 * across, place))
        if offered:
            self._choose(min(offered)[1])

    def _choose(self, place: int | None) -> None:
        self._place = place
        diagram: Diagram | None = self.graph.diagram
        node = None if place is None or diagram is None else diagram.boxes[place].nodes[-1]
        if place is not None:
            area = QRectF(self.graph.boxes[place].sceneBoundingRect())
            self.ensureVisible(area, 12, 12)
        self.chosen.emit(node)

    def forget_place(self) -> None:
        """Begin the next walk at the output: another graph is shown."""
        self._place = None
