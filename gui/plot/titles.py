"""What stands at the left top of a plot: its order, what is stopped in its derivatives, and a power of its numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

from gui.plot.look import function_name
from gui.plot.stop_words import with_stops
from gui.plot.style import order_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.document import Document, Function
    from engine.language.stops import Stops
    from gui.plot.style import Style

WIDEST = 0.42
"""Of the plots' width: the legend stands at the right."""


def title(document: Document, order: int, stops: Mapping[int, Stops], shared: str, style: Style, width: float) -> str:
    """Return the title of the plot of this order, or of the overlay, in plots so wide; `shared`: the power of ten."""
    overlaid = document.view.arrangement == "overlay"
    told = [_stopped(function, order, stops[function.key], overlaid=overlaid)
            for function in document.functions if function.visible and function.key in stops]  # fmt: skip
    note = "; ".join(dict.fromkeys(one for one in told if one))
    drawn = [function for function in document.functions if function.visible and order in function.orders]
    name = "" if overlaid or (note and len(drawn) == 1) else order_name(order)
    metrics = QFontMetricsF(style.font(bold=True))
    note = metrics.elidedText(note, Qt.TextElideMode.ElideRight, WIDEST * width)
    return "   ".join(part for part in (name, note, shared) if part)


def _stopped(function: Function, order: int, stops: Stops, *, overlaid: bool) -> str:
    """Return what is said of one function in this plot; empty if nothing there depends on what is stopped."""
    first = 0 if stops.altered else 1
    shown = [one for one in function.orders if one >= first and (overlaid or one == order)]
    return with_stops(order_name(shown[0], function_name(function)), stops) if shown and stops.parts else ""
