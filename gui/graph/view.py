"""The view of the graph: zoom at the pointer, pan, fit, and a walk through the boxes with the keys."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsView

from gui.graph.scene import GraphScene

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
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
    """The place in the trace of the node that the keys went to, or that was clicked; None: Escape, or the ground."""
    selected = Signal()
    """Another node is selected, or none."""
    switch_asked = Signal(object)
    """The place in the trace of the node that S was pressed for."""
    menu_asked = Signal(object, object)
    """The place in the trace of the node whose menu is wanted, None: of the ground; and where on the screen."""

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
        self._pressed = QPoint()

    @property
    def scale_now(self) -> float:
        """Pixels for one unit of the scene."""
        return self.transform().m11()

    @property
    def selected_node(self) -> int | None:
        """The place in the trace of the node that is selected; None: none is."""
        return self._node(self._place)

    def _node(self, place: int | None) -> int | None:
        """Return the node whose numbers a box shows."""
        diagram: Diagram | None = self.graph.diagram
        there = place is not None and diagram is not None and place < len(diagram.boxes)
        return diagram.boxes[place].nodes[-1] if there and diagram is not None and place is not None else None

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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a move of the picture."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select what was clicked."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        still = (at - self._pressed).manhattanLength() < QApplication.startDragDistance()
        if still and event.button() == Qt.MouseButton.LeftButton:
            self._choose(self.graph.box_at(self.mapToScene(at)))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the box there; the menu key, for that of the selected one."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        if not by_key:
            self._choose(self.graph.box_at(self.mapToScene(event.pos())))
        box = self.graph.boxes[self._place] if self._place is not None else None
        at = self.mapToGlobal(self.mapFromScene(box.pos())) if by_key and box is not None else event.globalPos()
        self.menu_asked.emit(self.selected_node, at)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay whole if it was."""
        super().resizeEvent(event)
        if self._is_fitted:
            self.show_start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, switch with S, zoom with + and −, fit with 0 or Home, leave with Escape."""
        key = Qt.Key(event.key())
        if key in _DIRECTIONS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._walk(*_DIRECTIONS[key])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._zoom_middle(STEP)
        elif key == Qt.Key.Key_Minus:
            self._zoom_middle(1 / STEP)
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Home):
            self.fit()
        elif key == Qt.Key.Key_S and not event.modifiers():
            self.switch_asked.emit(self.selected_node if self._place is not None else self.graph.pointed)
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
        if place is not None:
            area = QRectF(self.graph.boxes[place].sceneBoundingRect())
            self.ensureVisible(area, 12, 12)
        self.graph.select(self.selected_node)
        self.chosen.emit(self.selected_node)
        self.selected.emit()

    def forget_place(self) -> None:
        """Begin the next walk at the output: another graph is shown."""
        self._place = None
        self.graph.select(None)
        self.selected.emit()
