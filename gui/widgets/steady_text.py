"""A few lines of text that change many times a second without the window being laid out anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

MARGIN = 4


class SteadyText(QWidget):
    """Has room for so many lines, and grows where a text needs more.

    A label in a layout asks for a new layout of the whole window at each new text, which paints all of it anew; this
    one stands in no layout.
    """

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLabel(self, wordWrap=True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.label.setMargin(MARGIN)
        self.label.setAutoFillBackground(True)
        self._least = lines * self.label.fontMetrics().lineSpacing() + 2 * MARGIN
        self.setMinimumHeight(self._least)

    def text(self) -> str:
        """Return the text that is shown."""
        return self.label.text()

    def show_text(self, text: str) -> None:
        """Show this text; one that stays the same costs nothing."""
        if text != self.label.text():
            self.label.setText(text)
            self._fit()

    def _fit(self) -> None:
        wanted = max(self._least, self.label.heightForWidth(self.width()))
        if wanted != self.minimumHeight():
            self.setMinimumHeight(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the label all the room."""
        super().resizeEvent(event)
        self.label.setGeometry(self.rect())
        self._fit()
