"""One parameter: its slider and number, play, and behind a button its ends, step and way of playing."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.icons import icon
from gui.panels.heading import name_tool, tool
from gui.panels.parameter_details import ParameterDetails
from gui.widgets.number_edit import NumberEdit
from gui.widgets.value_slider import ValueSlider

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent

    from engine.document import Parameter

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
        self._is_sensitive = False
        self._details: ParameterDetails | None = None
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
        first = _row()
        for widget in (self.name_label, self.slider, self.value, self.play_button, self.more_button):
            first.addWidget(widget, widget is self.slider)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addLayout(first)

    def _connect(self) -> None:
        self.slider.moved.connect(lambda value: self.dragged.emit(replace(self._parameter, value=value)))
        self.slider.settled.connect(self.settled)
        self.value.edited.connect(self._set_value)
        self.value.refused.connect(self.refused)

    @property
    def details(self) -> ParameterDetails:
        """What is behind the button; made when it is asked for first, as it costs more than the rest of the row."""
        if self._details is None:
            details = ParameterDetails(self._parameter, is_sensitive=self._is_sensitive, indent=NAME_WIDTH + 4)
            details.edited.connect(self._edit)
            details.sensitivity_clicked.connect(self.sensitivity_clicked)
            details.refused.connect(self.refused)
            details.hide()
            self._column.addWidget(details)
            for earlier, later in pairwise((self.more_button, *details.fields)):
                self.setTabOrder(earlier, later)
            self._details = details
        return self._details

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
        self.value.step = parameter.step
        self.value.show_value(parameter.value)
        if self._details is not None:
            self._details.synchronise(parameter)

    def show_playing(self, on: bool) -> None:
        """Show whether this parameter plays."""
        if on != self._is_playing:
            self._is_playing = on
            self.play_button.setChecked(on)
            self.play_button.setIcon(icon("mdi6.pause" if on else "mdi6.play"))

    def show_sensitivity(self, on: bool) -> None:
        """Show whether the functions' derivative by this parameter is drawn."""
        self._is_sensitive = on
        if self._details is not None:
            self._details.show_sensitivity(on)

    def _edit(self, parameter: Parameter) -> None:
        if parameter != self._parameter:
            self.edited.emit(parameter, self.tr("Change {name}").format(name=parameter.name))

    def _set_value(self, value: float) -> None:
        """Set the value; one outside the ends moves an end."""
        low, high = min(self._parameter.low, value), max(self._parameter.high, value)
        self._edit(replace(self._parameter, value=value, low=low, high=high))

    def _toggle_more(self) -> None:
        self.details.setVisible(self.more_button.isChecked())

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
        self.slider.setAccessibleName(self.tr("Slider of {name}").format(name=name))
        self.value.setAccessibleName(self.tr("Value of {name}").format(name=name))
        name_tool(self.play_button, self.tr("Play {name}").format(name=name))
        name_tool(self.more_button, self.tr("Ends, step and way of playing of {name}").format(name=name))


def _row() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    return row
