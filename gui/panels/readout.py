"""The readout: x at the cursor, and each function and its derivatives there."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from engine.calculus.causes import CauseCode
from engine.plan import read_document
from gui.messages import cause_sentence
from gui.panels.colour_menu import dot
from gui.plot.style import order_name
from gui.widgets.number_edit import NumberEdit
from gui.widgets.steady_label import SteadyLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor

    from engine.document import Document
    from engine.outcome import Outcome, Readout
    from gui.store import DocumentStore

DIGITS = 6
PIXELS = 1000
"""The cursor is told as finely as about one pixel of the plot."""
MOST_ROWS = 6
NOT_REAL = frozenset((CauseCode.LOGARITHM, CauseCode.ROOT, CauseCode.INVERSE, CauseCode.POWER))
"""What has a value, but among the complex numbers."""
SPACE = 16


class ReadoutPanel(QWidget):
    """Shows the numbers at the cursor; x can be typed."""

    problem = Signal(object)
    """A `Problem` of a number that was typed."""

    def __init__(self, store: DocumentStore, colour: Callable[[int], QColor], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._colour = store, colour
        self._outcome: Outcome | None = None
        self._rows: list[_Row] = []
        self._names: tuple[str, ...] = ()
        self.cursor_edit = NumberEdit()
        self.cursor_edit.setFixedWidth(110)
        self.cursor_edit.edited.connect(self._move_cursor)
        self.cursor_edit.refused.connect(self.problem)
        self._label = QLabel("x =")
        self._label.setBuddy(self.cursor_edit)
        self._label.setFixedHeight(self.cursor_edit.sizeHint().height())
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE)
        self._grid.setVerticalSpacing(2)
        column = QVBoxLayout()
        column.addLayout(self._grid)
        column.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self._label, self.cursor_edit):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        layout.addSpacing(SPACE)
        layout.addLayout(column)
        layout.addStretch(1)
        self._retranslate()

    def synchronise(self, document: Document) -> None:
        """Show this cursor."""
        low, high = document.view.x
        self.cursor_edit.step = (high - low) / PIXELS
        self.cursor_edit.show_value(rounded(document.cursor, high - low))

    def show_outcome(self, outcome: Outcome) -> None:
        """Show the numbers of this outcome; labels whose text stays the same cost nothing."""
        self._outcome = outcome
        readouts = outcome.readouts[:MOST_ROWS]
        document = self._store.document
        keys = {function.key: place for place, function in enumerate(document.functions)}
        readouts = tuple(readout for readout in readouts if readout.function in keys)
        self._set_rows(len(readouts))
        entries = read_document(document).entries
        for row, readout in zip(self._rows, readouts, strict=True):
            place = keys[readout.function]
            definition = entries[place].definition
            name = definition.name if definition is not None and definition.name is not None else "f"
            row.show(name, self._colour(document.functions[place].colour), readout)

    def _set_rows(self, count: int) -> None:
        while len(self._rows) < count:
            self._rows.append(_Row(self._grid, len(self._rows)))
        while len(self._rows) > count:
            self._rows.pop().remove(self._grid)

    def refresh(self) -> None:
        """Take the colours of the present scheme and the words of the present language."""
        if self._outcome is not None:
            self.show_outcome(self._outcome)

    def _move_cursor(self, x: float) -> None:
        self._store.edit(self._store.document.with_cursor(x), self.tr("Move the cursor"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.refresh()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.cursor_edit.setAccessibleName(self.tr("Cursor"))
        self.cursor_edit.setToolTip(self.tr("Where the cursor stands; drag it in the plot, or type a number"))


class _Row:
    """One function's labels in the grid: a dot, then one for each order."""

    def __init__(self, grid: QGridLayout, row: int) -> None:
        self._dot = QLabel()
        self._values = [SteadyLabel(selectable=True) for _ in range(5)]
        self.corner = SteadyLabel()
        """What both sides say where they differ, or what is missing."""
        self._shown_colour: QColor | None = None
        grid.addWidget(self._dot, row, 0)
        for order, label in enumerate(self._values):
            grid.addWidget(label, row, order + 1)
        grid.addWidget(self.corner, row, len(self._values) + 1)

    def show(self, name: str, colour: QColor, readout: Readout) -> None:
        """Show these values."""
        if colour != self._shown_colour:
            self._shown_colour = colour
            self._dot.setPixmap(dot(colour, filled=True).pixmap(18, 18))
        for order, label in enumerate(self._values):
            known = order < len(readout.values)
            label.show_text(f"{order_name(order, name)} = {told(readout.values[order])}" if known else "")
            label.setVisible(known)  # an empty one would keep its room
        self.corner.show_text(corner(name, readout))

    def remove(self, grid: QGridLayout) -> None:
        """Take the labels out of the grid."""
        for label in (self._dot, *self._values, self.corner):
            grid.removeWidget(label)
            label.hide()
            label.deleteLater()


def corner(name: str, readout: Readout) -> str:
    """Return what both sides of a break or a kink say, or why there is no value; empty if nothing is to be said."""
    if readout.left is None or readout.right is None:
        return missing(readout)
    left, right = readout.left, readout.right
    if math.isnan(readout.values[0]) and _meet(left[0], right[0]):
        words = QCoreApplication.translate("ReadoutPanel", "hole: {name} tends to {limit}")
        return words.format(name=name, limit=told(left[0]))
    if math.isnan(readout.values[0]) and math.isnan(left[0]) and math.isnan(right[0]):
        return missing(readout)
    order = next((order for order in range(len(left)) if not _same(left[order], right[order])), None)
    if order is None:
        return ""
    words = QCoreApplication.translate("ReadoutPanel", "{name}: left {left}, right {right}")
    if order > 0 and math.isfinite(readout.values[order]):
        words = QCoreApplication.translate("ReadoutPanel", "{name}: left {left}, right {right}; autograd {value}")
    fields = {"left": told(left[order]), "right": told(right[order]), "value": told(readout.values[order])}
    return words.format(name=order_name(order, name), **fields)


def missing(readout: Readout) -> str:
    """Return that the function has no value at the cursor, and why; empty if it has one."""
    if not math.isnan(readout.values[0]):
        return ""
    if readout.cause is None:
        return QCoreApplication.translate("ReadoutPanel", "not defined here")
    words = QCoreApplication.translate("ReadoutPanel", "not defined here: {reason}")
    if readout.cause.code in NOT_REAL:
        words = QCoreApplication.translate("ReadoutPanel", "not real here: {reason}")
    return words.format(reason=cause_sentence(readout.cause))


def _meet(left: float, right: float) -> bool:
    return math.isclose(left, right, rel_tol=1e-6, abs_tol=1e-9)


def _same(left: float, right: float) -> bool:
    return _meet(left, right) or (math.isnan(left) and math.isnan(right))


def told(value: float) -> str:
    """Return a value as it is read; what is not known is a dash, never 0."""
    if math.isnan(value):
        return "–"
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    return f"{value:.{DIGITS}g}".replace("-", "−")


def rounded(x: float, span: float) -> float:
    """Return the place rounded to about a pixel of a plot that shows this span."""
    if not span > 0.0 or not math.isfinite(span):
        return x
    return round(x, max(0, 4 - math.floor(math.log10(span)) - 1))
