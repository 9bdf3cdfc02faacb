"""What a parameter has behind a button: its ends, step and way of playing. Made when it is opened first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QWidget

from gui.panels.heading import name_tool, tool
from gui.widgets.number_edit import NumberEdit

if TYPE_CHECKING:
    from engine.document import Parameter, PlayMode

MODES: tuple[PlayMode, ...] = ("loop", "bounce", "once")


class ParameterDetails(QWidget):
    """Edits one parameter's ends, step and way of playing, and whether the derivative by it is drawn."""

    edited = Signal(object)
    """A `Parameter` to take this one's place."""
    sensitivity_clicked = Signal(bool)
    refused = Signal(object)
    """The `Problem` of a number that cannot be read."""

    def __init__(self, parameter: Parameter, *, is_sensitive: bool, indent: int) -> None:
        super().__init__()
        self._parameter = parameter
        self.low, self.high, self.step = NumberEdit(), NumberEdit(), NumberEdit()
        self.mode = QComboBox()
        self.mode.addItems([""] * len(MODES))
        self.reset_button = tool("mdi6.restore", self._reset)
        self.sensitivity_box = QCheckBox()
        self._labels = [QLabel() for _ in range(3)]
        self._lay_out(indent)
        self._connect()
        self._retranslate()
        self.synchronise(parameter)
        self.show_sensitivity(is_sensitive)

    def _lay_out(self, indent: int) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(indent, 0, 0, 8)
        grid.setSpacing(4)
        for column, number in enumerate((self.low, self.high, self.step)):
            grid.addWidget(self._labels[column], 0, column)
            grid.addWidget(number, 1, column)
            grid.setColumnStretch(column, 1)
        grid.addWidget(self.mode, 2, 0, 1, 2)
        grid.addWidget(self.reset_button, 2, 2, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.sensitivity_box, 3, 0, 1, 3)

    def _connect(self) -> None:
        self.low.edited.connect(self._set_low)
        self.high.edited.connect(self._set_high)
        self.step.edited.connect(self._set_step)
        self.mode.activated.connect(lambda row: self.edited.emit(replace(self._parameter, play=MODES[row])))
        self.sensitivity_box.clicked.connect(self.sensitivity_clicked)
        for number in (self.low, self.high, self.step):
            number.refused.connect(self.refused)

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """What the keyboard comes to, in this order."""
        return self.low, self.high, self.step, self.mode, self.reset_button, self.sensitivity_box

    def synchronise(self, parameter: Parameter) -> None:
        """Show this parameter; the same name as before."""
        self._parameter = parameter
        self.low.step = self.high.step = self.step.step = parameter.step
        for field, number in ((self.low, parameter.low), (self.high, parameter.high), (self.step, parameter.step)):
            field.show_value(number)
        self.mode.setCurrentIndex(MODES.index(parameter.play))

    def show_sensitivity(self, on: bool) -> None:
        """Show whether the functions' derivative by this parameter is drawn."""
        self.sensitivity_box.setChecked(on)

    def _set_low(self, low: float) -> None:
        """Set the low end; above the high one it takes that along."""
        high = max(self._parameter.high, low)
        self.edited.emit(replace(self._parameter, low=low, high=high, value=max(low, self._parameter.value)))

    def _set_high(self, high: float) -> None:
        low = min(self._parameter.low, high)
        self.edited.emit(replace(self._parameter, low=low, high=high, value=min(high, self._parameter.value)))

    def _set_step(self, step: float) -> None:
        """Set the step; one that is not above 0 leaves it as it was."""
        if step > 0.0:
            self.edited.emit(replace(self._parameter, step=step))

    def _reset(self) -> None:
        """Take the numbers that a new parameter has."""
        self.edited.emit(type(self._parameter)(self._parameter.name))

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
