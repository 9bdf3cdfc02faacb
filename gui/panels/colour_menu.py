"""The menu of a function's colours. Its rows are made when it opens: most cards never show theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from engine.document import COLOUR_COUNT

if TYPE_CHECKING:
    from collections.abc import Callable

DOT = QSize(18, 18)


class ColourMenu(QMenu):
    """Offers every colour; the present one has a mark."""

    chosen = Signal(int)
    """The number of a colour."""

    def __init__(self, colour: Callable[[int], QColor], parent: QWidget) -> None:
        super().__init__(parent)
        self._colour = colour
        self.present = 0
        """The number of the colour that is shown."""
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Make the rows, in the present scheme and language."""
        self.clear()
        names = (self.tr("Blue"), self.tr("Vermilion"), self.tr("Green"), self.tr("Purple"),
                 self.tr("Orange"), self.tr("Sky blue"), self.tr("Yellow"), self.tr("Grey"))  # fmt: skip
        for index, name in zip(range(COLOUR_COUNT), names, strict=True):
            row = self.addAction(dot(self._colour(index), filled=True), name)
            row.setCheckable(True)
            row.setChecked(index == self.present % COLOUR_COUNT)
            row.triggered.connect(lambda _checked, index=index: self.chosen.emit(index))


def dot(colour: QColor, *, filled: bool) -> QIcon:
    """Return the icon of a curve's colour: a disc, or a ring for a curve that is hidden."""
    scale = 3
    pixmap = QPixmap(DOT * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = painter.pen()
    pen.setColor(colour)
    pen.setWidthF(2.0)
    painter.setPen(pen)
    painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(4, 4, 10, 10)
    painter.end()
    return QIcon(pixmap)
