"""A label whose text changes many times a second without the window being laid out anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent

DIGITS = str.maketrans("123456789", "000000000")
STEP = 16
"""Pixels by which it grows."""


class SteadyLabel(QLabel):
    """Keeps its size, and grows where a text needs more: numbers that come and go do not push their neighbours about.

    Qt asks for a new layout of the whole window at each new text of a label, except when the label's size is fixed.
    It paints its own ground, so that a new text has nothing painted anew but the label.
    """

    def __init__(self, parent: QWidget | None = None, *, selectable: bool = False) -> None:
        super().__init__(parent)
        self._selectable = selectable
        self._widths: dict[str, int] = {}
        self.setAutoFillBackground(True)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Let the text be selected from now on: Qt paints text that can be selected twice for each change."""
        if self._selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Keep what is selected; otherwise be a plain label again."""
        if self._selectable and not self.hasSelectedText():
            self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        super().leaveEvent(event)

    def show_text(self, text: str) -> None:
        """Show this text; one that stays the same costs nothing."""
        if text == self.text():
            return
        self.setText(text)
        width = self._width(text)
        if not text or self.minimumWidth() == 0 or width > self.maximumWidth():
            self.setFixedSize(-(-width // STEP) * STEP, self.fontMetrics().height())

    def _width(self, text: str) -> int:
        """Return how wide the text is; all digits are as wide as each other, so that few texts have to be measured."""
        form = text.translate(DIGITS)
        if form not in self._widths:
            self._widths[form] = self.fontMetrics().horizontalAdvance(form)
        return self._widths[form]

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._widths.clear()
            self.setFixedSize(-(-self._width(self.text()) // STEP) * STEP, self.fontMetrics().height())
