"""One parameter: its slider and number, play, and behind a button its ends, step and way of playing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.icons import icon
from gui.panels.heading import name_tool, tool
from gui.widgets.number_edit import NumberEdit
from gui.widgets.value_slider import ValueSlider

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent

    from engine.document import Parameter, PlayMode

MODES: tuple[PlayMode, ...] = ("loop", "bounce", "once")
NAME_WIDTH = 20
VALUE_WIDTH = 72


class ParameterRow(QWidget):
    """Edits one parameter. It shows one, and tells what the person wants instead."""

    edited = Signal(object, str)
    """A `Parameter` to take this one's place, and the name of the edit."""
    dragged = Signal(object)
    """The same while the slider is held."""
    settled = Signal()
    """The slider was let go."""
    play_clicked = Signal(bool)
    sensitivity_clicked = Signal(bool)
    pointed = Signal(bool)
    """The pointer came or went."""
    refused = Signal(object)
    """The `Problem` of a number that cannot be read."""

    def __init__(self, parameter: Parameter) -> None:
        super().__init__()
        self._parameter = parameter
        self._is_playing = False
        self.name_label = QLabel(parameter.name)
        self.slider = ValueSlider()
        self.value = NumberEdit()
        self.play_button = tool("mdi6.play", lambda: self.play_clicked.emit(self.play_button.isChecked()),
                                checkable=True)  # fmt: skip
        self.more_button = tool("mdi6.tune-variant", self._toggle_more, checkable=True)
        self.low, self.high, self.step = NumberEdit(), NumberEdit(), NumberEdit()
        self.mode = QComboBox()
        self.reset_button = tool("mdi6.restore", self._reset)
        self.sensitivity_box = QCheckBox()
        self._labels = [QLabel() for _ in range(3)]
        self.more = QWidget()
        self._lay_out()
        self._connect()
        self._retranslate()
        self._show(parameter)

    def _lay_out(self) -> None:
        font = self.name_label.font()
        font.setItalic(True)
        self.name_label.setFont(font)
        self.name_label.setMinimumWidth(NAME_WIDTH)
        self.value.setFixedWidth(VALUE_WIDTH)
        self.mode.addItems([""] * len(MODES))
        first, second = _row(), QGridLayout(self.more)
        second.setContentsMargins(NAME_WIDTH + 4, 0, 0, 8)
        second.setSpacing(4)
        for widget in (self.name_label, self.slider, self.value, self.play_button, self.more_button):
            first.addWidget(widget, widget is self.slider)
        for column, number in enumerate((self.low, self.high, self.step)):
            second.addWidget(self._labels[column], 0, column)
            second.addWidget(number, 1, column)
            second.setColumnStretch(column, 1)
        second.addWidget(self.mode, 2, 0, 1, 2)
        second.addWidget(self.reset_button, 2, 2, Qt.AlignmentFlag.AlignRight)
        second.addWidget(self.sensitivity_box, 3, 0, 1, 3)
        self.more.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(first)
        layout.addWidget(self.more)

    def _connect(self) -> None:
        self.slider.moved.connect(lambda value: self.dragged.emit(replace(self._parameter, value=value)))
        self.slider.settled.connect(self.settled)
        self.value.edited.connect(self._set_value)
        self.low.edited.connect(self._set_low)
        self.high.edited.connect(self._set_high)
        self.step.edited.connect(self._set_step)
        self.mode.activated.connect(lambda row: self._edit(replace(self._parameter, play=MODES[row])))
        self.sensitivity_box.clicked.connect(self.sensitivity_clicked)
        for number in (self.value, self.low, self.high, self.step):
            number.refused.connect(self.refused)

    @property
    def name(self) -> str:
        """The parameter's name."""
        return self._parameter.name

    def synchronise(self, parameter: Parameter) -> None:
        """Show this parameter; the same name as before."""
        if parameter != self._parameter:
            self._show(parameter)

    def _show(self, parameter: Parameter) -> None:
        self._parameter = parameter
        self.slider.set_range(parameter.low, parameter.high, parameter.step)
        self.slider.show_value(parameter.value)
        self.value.step = self.low.step = self.high.step = parameter.step
        self.step.step = parameter.step
        for field, number in ((self.value, parameter.value), (self.low, parameter.low),
                              (self.high, parameter.high), (self.step, parameter.step)):  # fmt: skip
            field.show_value(number)
        self.mode.setCurrentIndex(MODES.index(parameter.play))

    def show_playing(self, on: bool) -> None:
        """Show whether this parameter plays."""
        if on != self._is_playing:
            self._is_playing = on
            self.play_button.setChecked(on)
            self.play_button.setIcon(icon("mdi6.pause" if on else "mdi6.play"))

    def show_sensitivity(self, on: bool) -> None:
        """Show whether the functions' derivative by this parameter is drawn."""
        self.sensitivity_box.setChecked(on)

    def _edit(self, parameter: Parameter) -> None:
        if parameter != self._parameter:
            self.edited.emit(parameter, self.tr("Change {name}").format(name=parameter.name))

    def _set_value(self, value: float) -> None:
        """Set the value; one outside the ends moves an end."""
        low, high = min(self._parameter.low, value), max(self._parameter.high, value)
        self._edit(replace(self._parameter, value=value, low=low, high=high))

    def _set_low(self, low: float) -> None:
        """Set the low end; above the high one it takes that along."""
        high = max(self._parameter.high, low)
        self._edit(replace(self._parameter, low=low, high=high, value=max(low, self._parameter.value)))

    def _set_high(self, high: float) -> None:
        low = min(self._parameter.low, high)
        self._edit(replace(self._parameter, low=low, high=high, value=min(high, self._parameter.value)))

    def _set_step(self, step: float) -> None:
        """Set the step; one that is not above 0 leaves it as it was."""
        if step > 0.0:
            self._edit(replace(self._parameter, step=step))

    def _reset(self) -> None:
        """Take the numbers that a new parameter has."""
        self._edit(type(self._parameter)(self._parameter.name))

    def _toggle_more(self) -> None:
        self.more.setVisible(self.more_button.isChecked())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell that the pointer came."""
        super().enterEvent(event)
        self.pointed.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer went; while the slider is held, it stays."""
        super().leaveEvent(event)
        self.pointed.emit(False)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        name = self._parameter.name
        words = (self.tr("min"), self.tr("max"), self.tr("step"))
        for label, word, field in zip(self._labels, words, (self.low, self.high, self.step), strict=True):
            label.setText(word)
            field.setAccessibleName(f"{name}: {word}")
        self.slider.setAccessibleName(self.tr("Slider of {name}").format(name=name))
        self.value.setAccessibleName(self.tr("Value of {name}").format(name=name))
        name_tool(self.play_button, self.tr("Play {name}").format(name=name))
        name_tool(self.more_button, self.tr("Ends, step and way of playing of {name}").format(name=name))
        name_tool(self.reset_button, self.tr("Reset {name}").format(name=name))
        self.sensitivity_box.setText(self.tr("Draw ∂f/∂{name} and the next step").format(name=name))
        self.sensitivity_box.setToolTip(
            self.tr(
                "The derivative by {name} over all x, and where the slider's next step would move the curve"
            ).format(name=name)
        )
        self.mode.setAccessibleName(self.tr("Way of playing of {name}").format(name=name))
        for row, word in enumerate((self.tr("loop"), self.tr("bounce"), self.tr("once"))):
            self.mode.setItemText(row, word)


def _row() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    return row
