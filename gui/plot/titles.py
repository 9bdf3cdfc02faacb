"""What stands at the left top of a plot: its order, what is stopped in its derivatives, and a power of its numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

from engine.language.stops import NONE
from gui.plot.look import function_name
from gui.plot.stop_words import briefly, with_stops
from gui.plot.style import order_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QFont

    from engine.document import Document, Function
    from engine.language.stops import Stops

WIDEST, BESIDE_THE_LEGEND = 0.95, 0.42
"""Of the plots' width."""


def title(document: Document, order: int, stops: Mapping[int, Stops]) -> tuple[str, str]:
    """Return the title of the plot of this order, or of the overlay, and a shorter one.

    Where a curve leaves out what is stopped, the title says it, and what the others are called.
    """
    overlaid = document.view.arrangement == "overlay"
    shown = [(function, one) for function in document.functions if function.visible and function.text.strip()
             for one in function.orders if overlaid or one == order]  # fmt: skip
    stopped = [pair for pair in shown if _is_stopped(*pair, stops)]
    if not stopped:
        name = "" if overlaid else order_name(order)
        return name, name
    names = [(order_name(one, function_name(function)), _told(function, one, stops))
             for function, one in (stopped if overlaid else shown)]  # fmt: skip
    return (
        "; ".join(dict.fromkeys(with_stops(name, told) for name, told in names)),
        "; ".join(dict.fromkeys(briefly(name, told) for name, told in names)),
    )


def _is_stopped(function: Function, order: int, stops: Mapping[int, Stops]) -> bool:
    return bool(_told(function, order, stops).parts)


def _told(function: Function, order: int, stops: Mapping[int, Stops]) -> Stops:
    """Return what is stopped in this curve; a function itself has it only in a derivative that it contains."""
    told = stops.get(function.key, NONE)
    return told if order > 0 or told.altered else NONE


def fitted(titles: tuple[str, str], shared: str, font: QFont, width: float, *, has_legend: bool) -> str:
    """Return the first title that there is room for in a plot so wide, with the power of ten that its numbers share."""
    long, short = titles
    if long == short:  # an order alone: nothing has to be measured
        return f"{long}   {shared}".strip()
    metrics, room = QFontMetricsF(font), width * (BESIDE_THE_LEGEND if has_legend else WIDEST)
    told = long if metrics.horizontalAdvance(long) <= room else short
    told = metrics.elidedText(told, Qt.TextElideMode.ElideRight, room)
    return f"{told}   {shared}".strip()
