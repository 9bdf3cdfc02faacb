"""A label whose text changes many times a second without the window being laid out anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent

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
        metrics = self.fontMetrics()
        width, height = metrics.horizontalAdvance(text), metrics.height()
        is_other = not text or self.minimumWidth() == 0 or height != self.minimumHeight()
        if is_other or width > self.maximumWidth():
            self.setFixedSize(-(-width // STEP) * STEP, height)
