"""The figure that is exported: the plots of the window, drawn off screen at exactly the size asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QRectF

from gui.plot.layout import PlotLayout
from gui.plot.style import Style

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from engine.document import Document
    from engine.outcome import Outcome
    from gui.export.options import ExportOptions


class Figure:
    """Draws a document and its outcome on any painter; `vector` for files that keep lines as lines."""

    def __init__(self, document: Document, outcome: Outcome, options: ExportOptions, *, vector: bool) -> None:
        self.layout = PlotLayout()
        self.layout.vector = vector
        self.layout.set_style(Style(options.scheme, options.scale, options.transparent))
        self.layout.resize(options.width, options.height)
        self.layout.synchronise(drawn(document, outcome, options.order))
        self.layout.show_outcome(outcome)
        self.layout.legend.set_visible(options.legend)
        self.layout.hint.set_visible(False)  # it speaks to a person at the window
        self._area = QRectF(0, 0, options.width, options.height)

    def paint(self, painter: QPainter, target: QRectF | None = None) -> None:
        """Paint the figure in this rectangle, at its own size if there is none."""
        painter.save()
        if target is not None:
            painter.translate(target.topLeft())
            painter.scale(target.width() / self._area.width(), target.height() / self._area.height())
        painter.setClipRect(self._area)
        self.layout.draw(painter)
        painter.restore()


def drawn(document: Document, outcome: Outcome, order: int | None) -> Document:
    """Return the document with only what the outcome drew visible; of one order, if one is given."""
    keys = {shape.function for layer in outcome.layers for shape in layer.shapes}
    functions = tuple(
        replace(function, visible=function.visible and function.key in keys) for function in document.functions
    )
    shown = replace(document, functions=functions)
    return shown if order is None else _only(shown, order)


def _only(document: Document, order: int) -> Document:
    functions = tuple(
        replace(function, orders=(order,), visible=function.visible and order in function.orders)
        for function in document.functions
    )
    y = document.view.y
    if document.view.arrangement == "overlay":
        y = (y[0],) * len(y)  # what all orders were shown in
    view = replace(document.view, arrangement="stacked", y=y)
    return replace(document, functions=functions, view=view)
