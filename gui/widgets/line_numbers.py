"""The numbers of the lines, left of a text of several lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from gui.widgets.expression_edit import ExpressionEdit

GAP = 8


class LineNumbers(QWidget):
    """Shows a number for each line of the box in which it stands."""

    def __init__(self, edit: ExpressionEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        edit.updateRequest.connect(self._follow)

    def sizeHint(self) -> QSize:
        """Return the room that the longest number takes."""
        digits = max(2, len(str(self._edit.blockCount())))
        return QSize(self.fontMetrics().horizontalAdvance("9" * digits) + GAP, 0)

    def _follow(self, area: QRect, moved: int) -> None:
        if moved:
            self.scroll(0, moved)
        else:
            self.update(0, area.y(), self.width(), area.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the numbers of the visible lines."""
        painter = QPainter(self)
        painter.setPen(self._edit.palette().color(QPalette.ColorRole.PlaceholderText))
        for number, top, height in self._edit.visible_lines():
            if top <= event.rect().bottom() and top + height >= event.rect().top():
                place = QRect(0, round(top), self.width() - GAP, self.fontMetrics().height())
                painter.drawText(place, Qt.AlignmentFlag.AlignRight, str(number))
        painter.end()
