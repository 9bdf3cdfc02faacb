"""The precision panel: how far f and f′ are off in smaller number types, and where a derivative is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

from gui.graph.numbers import short
from gui.messages import sentence
from gui.panels.heading import Heading
from gui.plot.error_plot import ErrorPlot, Series
from gui.plot.ticks import ticks
from gui.widgets.rows import stack

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.calculus.precision import Precision
    from engine.document import Dtype
    from engine.outcome import Precisions
    from engine.shapes import Array
    from gui.theme import Scheme

COLOURS: dict[Dtype, int] = {"float32": 0, "float16": 1, "bfloat16": 2}
TICKS = 5
MOST_PARTS = 3
"""Of more parts of the range the widest are told."""
DIGITS = 3
NEIGHBOURS = 6
"""On each side; 13 samples of 401 are as wide as a dash."""


class PrecisionPanel(QWidget):
    """Shows one function in several number types."""

    def __init__(self, scheme: Scheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._precisions: Precisions | None = None
        self._note = ""
        self.heading = Heading()
        self.picture = ErrorPlot(scheme)
        self.findings = QLabel(wordWrap=True)
        self.findings.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        stack(self, self.heading, self.picture, self.findings, tall=self.picture)
        self._retranslate()

    def set_scheme(self, scheme: Scheme) -> None:
        """Take the colours of this scheme."""
        self.picture.set_scheme(scheme)

    def show_precisions(self, precisions: Precisions | None, note: str = "") -> None:
        """Show these; without any, the note says why."""
        self._precisions, self._note = precisions, note
        self._write()

    def _write(self) -> None:
        found = self._precisions
        self.picture.setVisible(found is not None and bool(found.types))
        if found is None:
            hint = self.tr("Type a function: its errors in float32, float16 and bfloat16 are drawn here.")
            self.findings.setText(self._note or hint)
            return
        series = [line for one in found.types for line in _lines(one, found.x)]
        visible = (float(found.x[0]), float(found.x[-1]))
        self.picture.show_series(tuple(series), visible, ticks(visible, TICKS))
        told = [text for one in found.types for text in self._told(one, found.x)]
        told += [sentence(problem) for problem in found.problems]
        self.findings.setText("\n".join(told or [self.tr("No derivative is lost in this range.")]))

    def _told(self, one: Precision, x: Array) -> list[str]:
        """Return one sentence for each way in which derivatives are lost."""
        kinds = (
            (self.tr("{dtype}: f′ underflows to 0 at x = {parts}"), one.underflow),
            (self.tr("{dtype}: f′ overflows at x = {parts}"), one.overflow),
            (self.tr("{dtype}: no digit of f′ is right at x = {parts}"), one.lost),
        )
        return [words.format(dtype=one.dtype, parts=_parts(x, where)) for words, where in kinds if where.any()]

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.heading.label.setText(self.tr("Smaller number types against float64"))
        self.picture.name_axes("x", self.tr("largest error nearby"))
        self.picture.setAccessibleName(self.tr("Errors of the function and its derivative in smaller number types"))
        self._write()


def _lines(one: Precision, x: Array) -> tuple[Series, Series]:
    """Return the errors of f, dashed, and of f′."""
    with np.errstate(divide="ignore"):
        value, slope = np.log10(worst_nearby(one.value_error)), np.log10(worst_nearby(one.slope_error))
    colour = COLOURS[one.dtype]
    return Series(f"{one.dtype} f", x, value, colour, dashed=True), Series(f"{one.dtype} f′", x, slope, colour)


def worst_nearby(errors: Array) -> Array:
    """Return the largest of each error, of shape (N,), and its neighbours; NaN stays NaN.

    Rounding errors jump from one sample to the next: what they stay under is what there is to see.
    """
    padded = np.pad(np.where(np.isnan(errors), 0.0, errors), NEIGHBOURS, mode="edge")
    worst = np.lib.stride_tricks.sliding_window_view(padded, 2 * NEIGHBOURS + 1).max(axis=1)
    return np.where(np.isnan(errors), np.nan, worst)


def _parts(x: Array, where: NDArray[np.bool_]) -> str:
    """Return the widest unbroken parts of the range in which this holds, from left to right."""
    places = np.flatnonzero(where)
    runs = np.split(places, np.flatnonzero(np.diff(places) > 1) + 1)
    widest = sorted(sorted(runs, key=lambda run: -run.size)[:MOST_PARTS], key=lambda run: int(run[0]))
    told = [_part(float(x[run[0]]), float(x[run[-1]])) for run in widest]
    return ", ".join([*told, "…"] if len(runs) > MOST_PARTS else told)


def _part(low: float, high: float) -> str:
    return short(low, DIGITS) if low == high else f"{short(low, DIGITS)} … {short(high, DIGITS)}"
