"""The numbers at the ticks of one axis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from gui.plot.drawn_item import DrawnItem

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsItem

    from gui.plot.mapping import Mapping
    from gui.plot.style import Style
    from gui.plot.ticks import Ticks

FONT_SHARE = 0.88
GAP = 6.0


@dataclass(frozen=True, slots=True)
class Label:
    """A text in its box."""

    text: str
    box: QRectF
    alignment: Qt.AlignmentFlag


class AxisItem(DrawnItem):
    """Texts placed beside a plot's area. On screen its picture is kept until a text or a place changes."""

    def __init__(self, parent: QGraphicsItem) -> None:
        super().__init__(parent)
        self._labels: list[Label] = []
        self._font, self._colour = QFont(), QColor()
        self._scale = 1.0

    @property
    def texts(self) -> list[str]:
        """What is written, in order."""
        return [label.text for label in self._labels]

    @property
    def metrics(self) -> QFontMetricsF:
        """How large its texts are."""
        return QFontMetricsF(self._font)

    @property
    def gap(self) -> float:
        """The distance between a plot's area and its numbers."""
        return GAP * self._scale

    def set_style(self, style: Style) -> None:
        """Use this font and colour."""
        self._font, self._colour, self._scale = style.font(FONT_SHARE), style.axis, style.scale
        self.update()

    def width_for(self, ticks: Ticks) -> float:
        """Return the width that numbers beside the area need."""
        metrics = self.metrics
        return self.gap + max((metrics.horizontalAdvance(label) for label in ticks.labels), default=0.0)

    def show_beside(self, mapping: Mapping, ticks: Ticks, width: float) -> None:
        """Write at the left of the area; what the numbers share stands at the top, inside."""
        height, area = self.metrics.height(), mapping.area
        right = area.left - self.gap
        labels = []
        for value, text in zip(ticks.values, ticks.labels, strict=True):
            middle = mapping.down(value)
            if area.top <= middle <= area.bottom:
                box = QRectF(area.left - width, middle - height / 2, right - area.left + width, height)
                labels.append(Label(text, box, Qt.AlignmentFlag.AlignRight))
        bounds = QRectF(area.left - width, area.top - height, width, area.height + 2 * height)
        self._show(labels, bounds)

    def show_below(self, mapping: Mapping, ticks: Ticks) -> None:
        """Write under the area; what the numbers share stands at the right end."""
        metrics, area = self.metrics, mapping.area
        top, height = area.bottom + self.gap, metrics.height()
        bounds = QRectF(0, top, area.right + 4 * self.gap, height)
        shared = metrics.horizontalAdvance(ticks.shared)
        limit = bounds.right() - (shared + self.gap if ticks.shared else 0.0)
        labels = []
        for value, text in zip(ticks.values, ticks.labels, strict=True):
            width = metrics.horizontalAdvance(text)
            box = QRectF(mapping.across(value) - width / 2, top, width, height)
            if bounds.left() <= box.left() and box.right() <= limit:
                labels.append(Label(text, box, Qt.AlignmentFlag.AlignHCenter))
        if ticks.shared:
            box = QRectF(bounds.right() - shared, top, shared, height)
            labels.append(Label(ticks.shared, box, Qt.AlignmentFlag.AlignRight))
        self._show(labels, bounds)

    def hide_all(self) -> None:
        """Write nothing."""
        self._show([], QRectF())

    def _show(self, labels: list[Label], bounds: QRectF) -> None:
        if labels == self._labels and bounds == self._bounds:
            return
        self.set_bounds(bounds)
        self._labels = labels
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Paint."""
        painter.setFont(self._font)
        painter.setPen(self._colour)
        for label in self._labels:
            painter.drawText(
                label.box, label.alignment | Qt.TextFlag.TextDontClip | Qt.TextFlag.TextSingleLine, label.text
            )
