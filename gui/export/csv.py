"""CSV: the samples of the curves as they are drawn, one a row. No QtGui, no application."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from engine.commands import curves_of
from engine.language.stops import NONE
from gui.plot.formula import formula

if TYPE_CHECKING:
    from engine.document import Document, Function
    from engine.language.stops import Stops
    from engine.outcome import Outcome
    from engine.shapes import Curve
    from gui.export.options import ExportOptions

HEADER = ("x", "function", "order", "value")


def encode(document: Document, outcome: Outcome, options: ExportOptions) -> bytes:
    """Return the file's content, in UTF-8: numbers that read back exactly, and `nan` where a curve is broken."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(HEADER)
    stopped = outcome.stops
    for curve in curves_of(outcome):
        function = document.function(curve.function)
        is_shown = function.visible and curve.order in function.orders
        if is_shown and options.order in (None, curve.order):
            writer.writerows(_rows(curve, called(function, curve.order, stopped.get(function.key, NONE))))
    return text.getvalue().encode()


def called(function: Function, order: int, stops: Stops) -> str:
    """Return the formula, with what is stopped in it where that makes another curve of it; in English as the header."""
    changed = stops.parts and (order > 0 or stops.altered)
    return f"{formula(function)} with stop at {', '.join(stops.parts)}" if changed else formula(function)


def _rows(curve: Curve, name: str) -> list[tuple[str, str, int, str]]:
    samples = zip(curve.x.tolist(), curve.y.tolist(), strict=True)
    return [(repr(x), name, curve.order, repr(y)) for x, y in samples]
