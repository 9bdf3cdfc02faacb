"""The slider of one parameter: it jumps to where it is pressed, and its arrow keys take one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider, QWidget

from gui.widgets.between import between, share
from gui.widgets.number_edit import stepped

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent

MOST_TICKS = 10_000
"""Qt's sliders count in whole ticks of 32 bits; no screen shows more than these."""
MOST_STEPS = 2.0**53
"""More of them cannot be counted in a float, and a step is then less than the distance of two numbers."""
PAGE = 10

_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: PAGE,
    Qt.Key.Key_PageDown: -PAGE,
}
_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)


class ValueSlider(QSlider):
    """A number between `low` and `high`, by `step`."""

    moved = Signal(float)
    """The person moved the slider to this value."""
    settled = Signal()
    """The person let go of the mouse button or the key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._low, self._high, self._step, self._value = 0.0, 1.0, 0.01, 0.0
        self.setMinimumWidth(40)
        self.setAutoFillBackground(True)  # else all that it stands on is painted anew with each tick
        self.valueChanged.connect(self._on_tick)
        self.sliderReleased.connect(self.settled)

    def set_range(self, low: float, high: float, step: float) -> None:
        """Set the ends and the step; sends no signal."""
        if (low, high, step) == (self._low, self._high, self._step):
            return
        self._low, self._high, self._step = low, high, step
        with QSignalBlocker(self):
            self.setRange(0, ticks(low, high, step))
        self._show()

    def show_value(self, value: float) -> None:
        """Show this value, or the nearer end; sends no signal."""
        if value != self._value:
            self._value = value
            self._show()

    def _show(self) -> None:
        with QSignalBlocker(self):
            self.setSliderPosition(self._tick_of(self._value))

    def _tick_of(self, value: float) -> int:
        return round(share(value, self._low, self._high) * self.maximum())

    def _value_of(self, tick: int) -> float:
        """Return the value at a tick: a whole number of steps from the low end, the high end itself at the last."""
        if tick >= self.maximum():
            return self._high
        exact = between(self._low, self._high, tick / self.maximum())
        steps = (exact - self._low) / self._step
        if not steps < MOST_STEPS:
            return exact
        return min(self._high, max(self._low, stepped(self._low, round(steps), self._step)))

    def _on_tick(self, tick: int) -> None:
        self._tell(self._value_of(tick))

    def _tell(self, value: float) -> None:
        if value != self._value:
            self._value = value
            self.moved.emit(value)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Bring the handle under the pointer, then drag it."""
        if event.button() == Qt.MouseButton.LeftButton and not self._handle().contains(event.position().toPoint()):
            self.setSliderPosition(self._tick_at(event.position().x()))
        super().mousePressEvent(event)

    def _handle(self) -> QRect:
        return self._part(QStyle.SubControl.SC_SliderHandle)

    def _part(self, part: QStyle.SubControl) -> QRect:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        return self.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, part, self)

    def _tick_at(self, across: float) -> int:
        groove, handle = self._part(QStyle.SubControl.SC_SliderGroove), self._handle().width()
        along = round(across - groove.left() - handle / 2)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return QStyle.sliderValueFromPosition(0, self.maximum(), along, groove.width() - handle, mirrored)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take one step, ten with Page Up and Page Down, or go to an end with Home and End."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            value = stepped(self._value, _STEPS[key], self._step)
        elif key in _ENDS:
            value = self._low if key == Qt.Key.Key_Home else self._high
        else:
            super().keyPressEvent(event)
            return
        self._tell(min(self._high, max(self._low, value)))
        self._show()
        event.accept()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Settle when the key is up."""
        if not event.isAutoRepeat() and (event.key() in _STEPS or event.key() in _ENDS):
            self.settled.emit()
        super().keyReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel: a slider that moves while one scrolls past it is a trap."""
        event.ignore()


def ticks(low: float, high: float, step: float) -> int:
    """Return how many ticks a slider has: one for each step, at most `MOST_TICKS`, at least one."""
    if not step > 0.0 or not high > low:
        return 1
    return max(1, min(MOST_TICKS, round(min((high - low) / step, float(MOST_TICKS)))))
