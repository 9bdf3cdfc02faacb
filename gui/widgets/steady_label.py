"""A label whose text changes many times a second without the window being laid out anew."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

STEP = 16
"""Pixels by which it grows."""


class SteadyLabel(QLabel):
    """Keeps its size, and grows where a text needs more: numbers that come and go do not push their neighbours about.

    Qt asks for a new layout of the whole window at each new text of a label, except when the label's size is fixed.
    """

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
