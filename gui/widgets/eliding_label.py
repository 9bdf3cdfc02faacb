"""A line of text that gives way to what stands beside it: what has no room is told by three dots and the tool tip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

SHORTEST = "Abc…"


class ElidingLabel(QLabel):
    """A label of one plain line, as wide as its text where there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    @property
    def shown(self) -> str:
        """The text as it is painted."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())

    def minimumSizeHint(self) -> QSize:
        """Return the room for a few letters."""
        return QSize(self.fontMetrics().horizontalAdvance(SHORTEST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the whole text in the tool tip where it is not all seen."""
        super().resizeEvent(event)
        self.setToolTip(self.text() if self.shown != self.text() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        del event
        painter = QPainter(self)
        try:
            self.style().drawItemText(
                painter, self.rect(), int(self.alignment()), self.palette(), self.isEnabled(), self.shown,
                self.foregroundRole(),
            )  # fmt: skip
        finally:
            painter.end()
