"""The range panel: where one looks. The x range as a double slider and two numbers, y as it comes or fixed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from gui.panels.heading import Heading
from gui.widgets.number_edit import NumberEdit

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.document import Document, Range, View
    from gui.store import DocumentStore
    from gui.widgets.range_slider import RangeSlider

SLIDER_HEIGHT = 40
STEPS = 20
"""An arrow of a number moves an end of the range by this part of it."""


class RangePanel(QWidget):
    """Edits the visible range. `shown_y` says what the first plot shows now, to fix it as it is."""

    problem = Signal(object)
    """A `Problem` of a number that was typed."""

    def __init__(self, store: DocumentStore, shown_y: Callable[[], Range], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._shown_y = store, shown_y
        self._synchronised: View | None = None
        self.heading = Heading()
        self._slider: RangeSlider | None = None
        self._room = QWidget()
        self._room.setFixedHeight(SLIDER_HEIGHT)
        self.low, self.high, self.y_low, self.y_high = (NumberEdit() for _ in range(4))
        self.automatic = QCheckBox()
        self._x, self._y = QLabel("x"), QLabel("y")
        self._lay_out()
        self._connect()
        self._retranslate()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        for row, (label, low, high) in enumerate(((self._x, self.low, self.high), (self._y, self.y_low, self.y_high))):
            label.setBuddy(low)
            grid.addWidget(label, row, 0)
            grid.addWidget(low, row, 1)
            grid.addWidget(QLabel("…"), row, 2)
            grid.addWidget(high, row, 3)
        grid.addWidget(self.automatic, 2, 1, 1, 3)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.heading)
        layout.addWidget(self._room)
        layout.addLayout(grid)

    def _connect(self) -> None:
        self.low.edited.connect(lambda low: self._set_x(low, self._view.x[1]))
        self.high.edited.connect(lambda high: self._set_x(self._view.x[0], high))
        self.y_low.edited.connect(lambda low: self._set_y(low, self.y_high.value))
        self.y_high.edited.connect(lambda high: self._set_y(self.y_low.value, high))
        for number in (self.low, self.high, self.y_low, self.y_high):
            number.refused.connect(self.problem)
        self.automatic.clicked.connect(self._set_automatic)

    @property
    def slider(self) -> RangeSlider:
        """The double slider of x; made when it is first asked for."""
        if self._slider is None:
            # Its package takes as long to import as all panels take to be made: the first picture does without.
            from gui.widgets.range_slider import RangeSlider

            self._slider = RangeSlider()
            self._slider.moved.connect(self._slide)
            self._slider.settled.connect(self._store.finish_gesture)
            column = QVBoxLayout(self._room)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(self._slider)
            self._slider.show_range(self._view.x)
            self._retranslate()
        return self._slider

    def complete(self) -> None:
        """Make what can wait until the first picture is there."""
        self.slider.show()

    @property
    def _view(self) -> View:
        return self._store.document.view

    def synchronise(self, document: Document) -> None:
        """Show this view; what differs in nothing that is shown here, such as the tick of a slider, costs nothing."""
        if document.view != self._synchronised:
            self._show_view(document.view)

    def _show_view(self, view: View) -> None:
        self._synchronised = view
        low, high = view.x
        if self._slider is not None:
            self._slider.show_range(view.x)
        self.low.step = self.high.step = (high - low) / STEPS
        self.low.show_value(low)
        self.high.show_value(high)
        fixed = view.y[0]
        self.automatic.setChecked(fixed is None)
        for number, place in ((self.y_low, 0), (self.y_high, 1)):
            number.setEnabled(fixed is not None)
            if fixed is not None:
                number.step = (fixed[1] - fixed[0]) / STEPS
                number.show_value(fixed[place])

    def show_automatic_y(self) -> None:
        """Show the range that the first plot has chosen."""
        if self._view.y[0] is None:
            low, high = self._shown_y()
            self.y_low.show_value(_short(low, high - low))
            self.y_high.show_value(_short(high, high - low))

    def _slide(self, low: float, high: float) -> None:
        document = self._store.document.with_view(replace(self._view, x=(low, high)))
        self._store.edit(document, self.tr("Change the view"), merge="view")

    def _set_x(self, low: float, high: float) -> None:
        """Show this range; ends in the wrong order change places, and equal ones leave it as it was."""
        if low != high:
            self._show(replace(self._view, x=(min(low, high), max(low, high))))
        self._show_view(self._view)

    def _set_y(self, low: float, high: float) -> None:
        if low != high:
            self._show(self._with_y((min(low, high), max(low, high))))
        self._show_view(self._view)

    def _set_automatic(self, on: bool) -> None:
        self._show(self._with_y(None if on else self._shown_y()))

    def _with_y(self, y: Range | None) -> View:
        return replace(self._view, y=(y, *self._view.y[1:]))

    def _show(self, view: View) -> None:
        self._store.edit(self._store.document.with_view(view), self.tr("Change the view"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.heading.label.setText(self.tr("Range"))
        self.automatic.setText(self.tr("automatic"))
        self.automatic.setAccessibleName(self.tr("Automatic y range"))
        names = self.tr("Least x"), self.tr("Greatest x"), self.tr("Least y"), self.tr("Greatest y")
        if self._slider is not None:
            self._slider.set_names(self.tr("Visible x range"), names[0], names[1])
        for number, name in zip((self.low, self.high, self.y_low, self.y_high), names, strict=True):
            number.setAccessibleName(name)


def _short(value: float, span: float) -> float:
    """Return the number rounded to what tells it apart in the range."""
    return float(f"{value:.4g}") if abs(value) < 1e3 * span else value
