"""The check panel: autograd against differences over a sweep of steps, both sides, forward mode, and a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gui.graph.numbers import full, short
from gui.messages import verdict_sentence
from gui.panels.heading import Heading
from gui.plot.error_plot import ErrorPlot, Series
from gui.plot.ticks import Ticks, power_of_ten
from gui.widgets.rows import stack

if TYPE_CHECKING:
    from engine.calculus.check import Check
    from gui.theme import Scheme

DIGITS = 10
DIFFERENCES, AUTOGRAD = 1, 0
"""Colours of the two lines."""
EVERY = 3
"""Powers of ten from one tick to the next."""


class CheckPanel(QWidget):
    """Shows one check."""

    def __init__(self, scheme: Scheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check: Check | None = None
        self._note = ""
        self.heading = Heading()
        self.verdict = QLabel(wordWrap=True)
        self.picture = ErrorPlot(scheme)
        self.names = [QLabel() for _ in range(5)]
        self.numbers = [QLabel(alignment=Qt.AlignmentFlag.AlignRight) for _ in range(5)]
        self._table = QWidget()
        self._lay_out()
        self._retranslate()

    def _lay_out(self) -> None:
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for row, (name, number) in enumerate(zip(self.names, self.numbers, strict=True)):
            name.setEnabled(False)
            number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(name, row, 0)
            grid.addWidget(number, row, 1)
        self.verdict.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        stack(self, self.heading, self.verdict, self.picture, self._table, tall=self.picture)

    def set_scheme(self, scheme: Scheme) -> None:
        """Take the colours of this scheme."""
        self.picture.set_scheme(scheme)

    def show_check(self, check: Check | None, note: str = "") -> None:
        """Show this check; without one, the note says why there is none."""
        self._check, self._note = check, note
        self._write()

    def _write(self) -> None:
        check = self._check
        for widget in (self.picture, self._table):
            widget.setVisible(check is not None)
        if check is None:
            self.verdict.setText(
                self._note or self.tr("Type a function: its derivative at the cursor is checked here.")
            )
            return
        self.verdict.setText(verdict_sentence(check.verdict))
        known = np.flatnonzero(np.isfinite(check.errors))
        best = check.central[known[int(np.argmin(check.errors[known]))]] if known.size else np.nan
        values = (check.autograd, check.forward, float(best), check.left, check.right)
        for label, value in zip(self.numbers, values, strict=True):
            label.setText(short(value, DIGITS))
            label.setToolTip(full(value))
        self._draw(check)

    def _draw(self, check: Check) -> None:
        with np.errstate(divide="ignore"):
            steps, errors = np.log10(check.steps), np.log10(check.errors)
            floor = np.log10(np.array([check.floor, check.floor]))
        ends = (float(steps.min()), float(steps.max()))
        powers = range(int(np.ceil(ends[0] / EVERY)) * EVERY, int(np.floor(ends[1])) + 1, EVERY)
        shown = Ticks(tuple(map(float, powers)), tuple(map(power_of_ten, powers)))
        lines = (
            Series(self.tr("central difference"), steps, errors, DIFFERENCES, dots=True),
            Series(self.tr("autograd"), np.array(ends), floor, AUTOGRAD),
        )
        self.picture.show_series(lines, ends, shown)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.heading.label.setText(self.tr("Is it the derivative?"))
        words = (
            self.tr("Autograd, reverse mode"),
            self.tr("Autograd, forward mode"),
            self.tr("Central difference, nearest"),
            self.tr("Slope on the left"),
            self.tr("Slope on the right"),
        )
        for label, number, word in zip(self.names, self.numbers, words, strict=True):
            label.setText(word)
            number.setAccessibleName(word)
        self.picture.name_axes(self.tr("step h"), self.tr("error"))
        self.picture.setAccessibleName(self.tr("Error of central differences against their step"))
        self.picture.setToolTip(
            self.tr("With large steps the difference cuts the curve short, with small ones rounding eats its digits.")
        )
        self._write()
