"""The double slider of the visible x range, with a number at each handle."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from superqt import QLabeledDoubleRangeSlider

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from engine.document import Range

TRACK = 3.0
"""A new track is so many times as wide as the range on it."""
NARROW = 0.08
"""A range that takes less of the track than this gets a new one."""
LEAST = 1e-3
"""The range cannot be made narrower by hand than this share of the track."""
DIGITS = 3


class RangeSlider(QLabeledDoubleRangeSlider):
    """Shows a range on a track around it. The track changes between gestures only, never under the hand."""

    moved = Signal(float, float)
    """The person moved the range to this."""
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setEdgeLabelMode(self.EdgeLabelMode.NoLabel)
        self._slider.setBarIsRigid(True)
        self._is_held = False
        self.valueChanged.connect(self._on_moved)
        self._slider.sliderPressed.connect(self._on_pressed)
        self._slider.sliderReleased.connect(self._on_released)
        self.editingFinished.connect(self.settled)

    def set_names(self, whole: str, low: str, high: str) -> None:
        """Set the accessible names of the slider and of the numbers at its handles."""
        self.setAccessibleName(whole)
        self._slider.setAccessibleName(whole)
        for label, name in zip(self._handle_labels, (low, high), strict=True):
            label.setAccessibleName(name)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette: superqt's labels have style sheets, which hold on to the old one."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_is_held"):
            for child in (self._slider, *self._handle_labels):
                child.setPalette(self.palette())

    def show_range(self, visible: Range) -> None:
        """Show this range, on a new track where it does not fit the old one; sends no signal."""
        with QSignalBlocker(self), QSignalBlocker(self._slider):
            if not self._is_held and not fits(visible, (self.minimum(), self.maximum())):
                self._lay_track(visible)
            self._slider.setValue(visible)
        self._label(visible)

    def _lay_track(self, visible: Range) -> None:
        low, high = track(visible)
        self._slider.setRange(low, high)
        for label in self._handle_labels:
            label.setRange(low, high)
        self._slider.setSingleStep((visible[1] - visible[0]) / 100)
        self._slider.setPageStep((visible[1] - visible[0]) / 10)

    def _label(self, visible: Range) -> None:
        self.setDecimals(decimals(visible))
        for label, value in zip(self._handle_labels, visible, strict=True):
            label.setValue(value)
        self._reposition_labels()

    def _on_moved(self, values: tuple[float, float]) -> None:
        low, high = values
        if high - low >= LEAST * (self.maximum() - self.minimum()):
            self.moved.emit(low, high)

    def _on_pressed(self) -> None:
        self._is_held = True

    def _on_released(self) -> None:
        self._is_held = False
        low, high = map(float, self._slider.value())
        self.show_range((low, high))
        self.settled.emit()


def track(visible: Range) -> Range:
    """Return a track around the range, with round ends."""
    low, high = visible
    room = 0.5 * (TRACK - 1.0) * (high - low)
    unit = 10.0 ** math.floor(math.log10(TRACK * (high - low)))
    return math.floor((low - room) / unit) * unit, math.ceil((high + room) / unit) * unit


def fits(visible: Range, ends: Range) -> bool:
    """Return whether the range lies on the track with room on both sides, and is not lost on it."""
    (low, high), (first, last) = visible, ends
    return first < low < high < last and high - low >= NARROW * (last - first)


def decimals(visible: Range) -> int:
    """Return how many decimals tell the ends of the range apart."""
    span = visible[1] - visible[0]
    return max(0, min(15, DIGITS - 1 - math.floor(math.log10(span))))
