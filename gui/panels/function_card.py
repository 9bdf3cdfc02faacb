"""One card of the functions panel: a text, its colour, the derivatives that are drawn, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QToolButton

from engine.document import MAXIMUM_ORDER, Function
from gui.messages import sentence
from gui.panels.colour_menu import DOT, ColourMenu, dot
from gui.panels.heading import name_tool, tool
from gui.plot.style import order_name
from gui.widgets.chip import Chip
from gui.widgets.expression_edit import ExpressionEdit

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from engine.problems import Problem
    from gui.widgets.expression_edit import Complete

RADIUS = 8


class FunctionCard(QFrame):
    """Edits one function. It holds no function of its own: it shows one, and tells what the person wants instead."""

    edited = Signal(object, str)
    """A `Function` to take this one's place, and the name of the edit."""
    typed = Signal(object)
    """The same while the person is typing."""
    removed = Signal()

    def __init__(self, function: Function, colour: Callable[[int], QColor], complete: Complete) -> None:
        super().__init__()
        self._function, self._colour = function, colour
        self._problem: Problem | None = None
        self._dot: tuple[QColor, bool] | None = None
        """The colour of the icon that is shown, and whether it is filled."""
        self.setForegroundRole(QPalette.ColorRole.Text)
        self.colour_button = QToolButton()
        self.colours = ColourMenu(colour, self)
        self.text = ExpressionEdit(complete)
        self.remove_button = tool("mdi6.close", self.removed.emit)
        self.chips = [Chip() for _ in range(MAXIMUM_ORDER + 1)]
        self.sentence = QLabel(wordWrap=True)
        self._lay_out()
        self._connect()
        self._retranslate()
        self._show(function)

    def _lay_out(self) -> None:
        button = self.colour_button
        button.setIconSize(DOT)
        button.setAutoRaise(True)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        button.setMenu(self.colours)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chips = QHBoxLayout()
        chips.setSpacing(2)
        for chip in self.chips:
            chips.addWidget(chip)
        chips.addStretch(1)
        self.sentence.setForegroundRole(QPalette.ColorRole.BrightText)
        self.sentence.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(6, 6, 6, 6)
        grid.setSpacing(2)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.colour_button, 0, 0, top)
        grid.addWidget(self.text, 0, 1)
        grid.addWidget(self.remove_button, 0, 2, top)
        grid.addLayout(chips, 1, 1)
        grid.addWidget(self.sentence, 2, 1, 1, 2)
        grid.setColumnStretch(1, 1)

    def _connect(self) -> None:
        self.colour_button.clicked.connect(lambda _checked: self._toggle_visible())
        self.text.edited.connect(lambda text: self.typed.emit(replace(self._function, text=text)))
        self.colours.chosen.connect(self._choose_colour)
        for order, chip in enumerate(self.chips):
            chip.clicked.connect(lambda on, order=order: self._toggle_order(order, on=on))

    @property
    def key(self) -> int:
        """The function's key."""
        return self._function.key

    def synchronise(self, function: Function, *, is_drawn: bool, name: str) -> None:
        """Show this function; `is_drawn`: it is a function of one variable; `name`: what its chips call it."""
        if function != self._function:
            self._show(function)
        for order, chip in enumerate(self.chips):
            if chip.text() != order_name(order, name):
                chip.setText(order_name(order, name))
                chip.updateGeometry()
            chip.setVisible(is_drawn)
        self.colour_button.setEnabled(is_drawn)

    def _show(self, function: Function) -> None:
        self._function = function
        self.text.show_text(function.text)
        self.colours.present = function.colour
        for order, chip in enumerate(self.chips):
            chip.setChecked(order in function.orders)
        self._show_colour()

    def show_problem(self, problem: Problem | None) -> None:
        """Show what is wrong, below the text and under its characters, or that all is well."""
        self.text.show_problem(None if problem is None else problem.span or (0, len(self._function.text)))
        if problem == self._problem:
            return
        self._problem = problem
        self.sentence.setVisible(problem is not None)
        self._write_problem()

    def _write_problem(self) -> None:
        words = "" if self._problem is None else sentence(self._problem)
        self.sentence.setText(words)
        self.text.setAccessibleDescription(words)

    def refresh_colours(self) -> None:
        """Take the colours of the present scheme."""
        self._show_colour()

    def _show_colour(self) -> None:
        colour, filled = self._colour(self._function.colour), self._function.visible
        if (colour, filled) == self._dot:
            return  # Qt keeps what it draws of each new icon: an edit of the text is not to make one
        self._dot = (colour, filled)
        self.colour_button.setIcon(dot(colour, filled=filled))
        for chip in self.chips:
            chip.set_colour(colour)

    def _toggle_visible(self) -> None:
        self.edited.emit(replace(self._function, visible=not self._function.visible), self.tr("Show or hide"))

    def _choose_colour(self, index: int) -> None:
        self.edited.emit(replace(self._function, colour=index), self.tr("Colour"))

    def _toggle_order(self, order: int, *, on: bool) -> None:
        orders = {*self._function.orders, order} if on else {*self._function.orders} - {order}
        self.edited.emit(replace(self._function, orders=tuple(sorted(orders))), self.tr("Choose derivatives"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of the card."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(self.rect(), RADIUS, RADIUS)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.text.setPlaceholderText(self.tr("Type a function, such as sin x"))
        self.text.setAccessibleName(self.tr("Expression"))
        name_tool(self.colour_button, self.tr("Show or hide; the arrow chooses a colour"))
        name_tool(self.remove_button, self.tr("Remove this function"))
        told = (self.tr("Draw the function"), self.tr("Draw the first derivative"),
                self.tr("Draw the second derivative"), self.tr("Draw the third derivative"),
                self.tr("Draw the fourth derivative"))  # fmt: skip
        for chip, name in zip(self.chips, told, strict=True):
            name_tool(chip, name)
        self._write_problem()
