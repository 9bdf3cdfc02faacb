"""A field for a number: `1.5`, `1e-3`, `2pi`; a spin box whose arrows take one step."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette, QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QSizePolicy, QWidget

from engine.language.constant import constant
from engine.problems import EngineError

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

SIGNIFICANT = 12
"""Digits shown, so that 0.1 + 0.2 is 0.3; the value keeps all of its digits until it is edited."""
WIDEST = "−0.00000"

StepFlag = QAbstractSpinBox.StepEnabledFlag


class NumberEdit(QAbstractSpinBox):
    """Shows a number and tells when the person enters another one. What is no number stays, marked, until mended."""

    edited = Signal(float)
    """The person entered this number, or stepped to it."""
    refused = Signal(object)
    """The `Problem` of what was entered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = 0.0
        self._shown = ""
        self._is_marked = False
        self.step = 1.0
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setKeyboardTracking(False)
        self.setAutoFillBackground(True)  # else all that it stands on is painted anew with each number
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)  # gives way to words beside it
        self.editingFinished.connect(self._enter)
        self.show_value(0.0)

    @property
    def value(self) -> float:
        """The number last shown or entered."""
        return self._value

    def show_value(self, value: float) -> None:
        """Show the document's number; what a person is typing is not touched."""
        if value == self._value and self._shown:
            return
        is_typing = self.hasFocus() and self._is_edited
        self._value = value
        self._shown = written(value)
        if not is_typing:
            self._write()

    @property
    def _is_edited(self) -> bool:
        return self.lineEdit().text() != self._shown

    def _write(self) -> None:
        if self.lineEdit().text() != self._shown:
            self.lineEdit().setText(self._shown)
            self.lineEdit().setCursorPosition(0)
        self._mark(wrong=False)

    def _enter(self) -> None:
        """Take what is typed, if it is a number."""
        if not self._is_edited:
            return
        try:
            value = constant(self.lineEdit().text())
        except EngineError as error:
            self._mark(wrong=True)
            self.refused.emit(error.problem)
            return
        self._tell(value)

    def _tell(self, value: float) -> None:
        """Tell of a new number, and show what the document made of it."""
        if value != self._value:
            self.edited.emit(value)
        self._shown = written(self._value)
        self._write()

    def _mark(self, *, wrong: bool) -> None:
        if wrong == self._is_marked:
            return
        self._is_marked = wrong
        palette = QPalette()  # an empty one is the application's, and follows it
        if wrong:
            palette.setColor(QPalette.ColorRole.Text, self.palette().color(QPalette.ColorRole.BrightText))
        self.lineEdit().setPalette(palette)

    def stepBy(self, steps: int) -> None:
        """Go some steps up or down."""
        self._enter()
        self._tell(stepped(self._value, steps, self.step))

    def stepEnabled(self) -> StepFlag:
        """Return both directions: the document says where a number ends."""
        return StepFlag.StepUpEnabled | StepFlag.StepDownEnabled

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let everything be typed; it is read when it is entered."""
        return QValidator.State.Acceptable, text, position

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape brings back the number."""
        if event.key() == Qt.Key.Key_Escape and self._is_edited:
            self._write()
            event.accept()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return the room for a number of usual length."""
        hint = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(WIDEST) + 12, hint.height())

    def minimumSizeHint(self) -> QSize:
        """Return the least room."""
        return QSize(self.fontMetrics().horizontalAdvance("−0.00") + 8, super().minimumSizeHint().height())


def written(value: float) -> str:
    """Return the number as a person would write it."""
    return f"{value:.{SIGNIFICANT}g}"


def stepped(value: float, steps: int, step: float) -> float:
    """Return the number some steps away, on the grid of decimals that the step has, so that 0.1 + 0.2 is 0.3."""
    moved = value + steps * step
    if step <= 0.0 or not math.isfinite(moved):
        return value
    decimals = min(15, max(0, 2 - math.floor(math.log10(step))))
    near = round(moved, decimals)
    return near if near != value else moved
