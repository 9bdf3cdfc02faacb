"""Areas that scroll in one direction and look like no area at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class Scroll(QScrollArea):
    """Shows a widget without a frame on the ground of what it stands on. Its keyboard focus is its widget's."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widgetResizable=True)
        self._widget = widget
        self.setWidget(widget)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        widget.setAutoFillBackground(False)


class ColumnScroll(Scroll):
    """Scrolls up and down; as wide as it is made, and never narrower than its widget can be."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


class RowScroll(Scroll):
    """Scrolls left and right; always as high as its widget and, where one is needed, its scroll bar."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room of the widget, with a scroll bar where it is wider than this area."""
        needed = self._widget.minimumSizeHint()
        bar = self.horizontalScrollBar().sizeHint().height() if self.width() < needed.width() else 0
        return QSize(needed.width(), needed.height() + bar)

    def minimumSizeHint(self) -> QSize:
        """Return the height alone: any width will do."""
        return QSize(0, self.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the height of the widget's new layout."""
        if watched is self._widget and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the scroll bar, or take it back."""
        super().resizeEvent(event)
        self.updateGeometry()
