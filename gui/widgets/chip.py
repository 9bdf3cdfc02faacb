"""A small switch with a name, in the colour of what it switches."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from gui.plot.style import mixed

HEIGHT = 24
LEAST_WIDTH = 30
PADDING = 9
TINT = 0.80
HOVER_TINT = 0.92


class Chip(QAbstractButton):
    """Filled with a tint of its colour while it is on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = QColor()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_colour(self, colour: QColor) -> None:
        """Use this colour."""
        if colour != self._colour:
            self._colour = colour
            self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the name."""
        return QSize(max(LEAST_WIDTH, self.fontMetrics().horizontalAdvance(self.text()) + 2 * PADDING), HEIGHT)

    def paintEvent(self, event: object) -> None:
        """Paint the ground and the name; a ring shows the keyboard's focus."""
        del event
        palette = self.palette()
        ground = palette.color(QPalette.ColorRole.Base)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mixed(self._colour, ground, TINT if self.isChecked() else HOVER_TINT))
            painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent), 1.5))
            painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)
        role = QPalette.ColorRole.Text if self.isChecked() else QPalette.ColorRole.PlaceholderText
        painter.setPen(palette.color(role))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
