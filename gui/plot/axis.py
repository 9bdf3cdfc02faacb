"""The numbers at the ticks of one plot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from gui.plot.mapping import Mapping
    from gui.plot.style import Style
    from gui.plot.ticks import Ticks

FONT_SHARE = 0.88
GAP = 6.0
_FLAGS = Qt.TextFlag.TextDontClip | Qt.TextFlag.TextSingleLine


@dataclass(frozen=True, slots=True)
class Label:
    """A text in its box."""

    text: str
    box: QRectF
    alignment: Qt.AlignmentFlag


def number_metrics(style: Style) -> QFontMetricsF:
    """Return how large the numbers at an axis are."""
    return QFontMetricsF(style.font(FONT_SHARE))


def gap(style: Style) -> float:
    """Return the distance between a plot's area and its numbers."""
    return GAP * style.scale


def width_of(ticks: Ticks, style: Style) -> float:
    """Return the width that numbers beside an area need."""
    metrics = number_metrics(style)
    return gap(style) + max((metrics.horizontalAdvance(label) for label in ticks.labels), default=0.0)


def beside(mapping: Mapping, ticks: Ticks, style: Style) -> list[Label]:
    """Return the numbers at the left of the area."""
    height, area = number_metrics(style).height(), mapping.area
    labels = []
    for value, text in zip(ticks.values, ticks.labels, strict=True):
        middle = mapping.down(value)
        if area.top <= middle <= area.bottom:
            box = QRectF(0, middle - height / 2, area.left - gap(style), height)
            labels.append(Label(text, box, Qt.AlignmentFlag.AlignRight))
    return labels


def below(mapping: Mapping, ticks: Ticks, style: Style, right: float) -> list[Label]:
    """Return the numbers under the area; what they share stands at the right end, and none goes beyond `right`."""
    metrics, area = number_metrics(style), mapping.area
    top, height = area.bottom + gap(style), metrics.height()
    labels = []
    if ticks.shared:
        width = metrics.horizontalAdvance(ticks.shared)
        right -= width
        labels.append(Label(ticks.shared, QRectF(right, top, width, height), Qt.AlignmentFlag.AlignRight))
        right -= gap(style)
    for value, text in zip(ticks.values, ticks.labels, strict=True):
        width = metrics.horizontalAdvance(text)
        box = QRectF(mapping.across(value) - width / 2, top, width, height)
        if box.left() >= 0 and box.right() <= right:
            labels.append(Label(text, box, Qt.AlignmentFlag.AlignHCenter))
    return labels


def draw_labels(painter: QPainter, labels: list[Label], style: Style) -> None:
    """Paint the numbers."""
    painter.setFont(style.font(FONT_SHARE))
    painter.setPen(style.axis)
    for label in labels:
        painter.drawText(label.box, label.alignment | _FLAGS, label.text)
