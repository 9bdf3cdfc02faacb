"""The line that says which boxes computed the function, and which its derivative."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.plot.style import order_name

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from engine.calculus.graph import Trace
    from gui.graph.palette import GraphColours

SWATCH_WIDTH, SWATCH_HEIGHT, GAP, APART = 22.0, 12.0, 5.0, 14.0
HEIGHT = 22


def counted(trace: Trace) -> tuple[int, ...]:
    """Return how many nodes were computed for each order, from the function on; leaves were for none."""
    inner = [node.order for node in trace.nodes if not node.leaf]
    return tuple(inner.count(order) for order in range(trace.order + 1))


class PartsLegend(QWidget):
    """A little box as it is drawn, and how many there are, for each part; nothing for the graph of a function."""

    def __init__(self, colours: GraphColours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._counts: tuple[int, ...] = ()
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()
        self._describe()

    def show_parts(self, trace: Trace | None) -> None:
        """Tell the parts of this trace."""
        counts = () if trace is None or not trace.order else counted(trace)
        if counts != self._counts:
            self._counts = counts
            self.setVisible(bool(counts))
            self._describe()
            self.update()

    def set_colours(self, colours: GraphColours) -> None:
        """Paint in these colours from now on."""
        self._colours = colours
        self.update()

    def texts(self) -> tuple[str, ...]:
        """Return what is written, one text for each part that has nodes; the shorter form where there is no room."""
        return tuple(text for _, text in self._parts())

    def _parts(self) -> list[tuple[int, str]]:
        parts = [(order, count) for order, count in enumerate(self._counts) if count]
        made = [(order, self._told(order, count)) for order, count in parts]
        room = self.width() - len(made) * (SWATCH_WIDTH + GAP + APART)
        if sum(self.fontMetrics().horizontalAdvance(text) for _, text in made) <= room:
            return made
        return [(order, f"{order_name(order)}: {count:,}") for order, count in parts]

    def _told(self, order: int, count: int) -> str:
        words = self.tr("for {part}: 1 node") if count == 1 else self.tr("for {part}: {count} nodes")
        return words.format(part=order_name(order), count=f"{count:,}")

    def _describe(self) -> None:
        words = self.tr(
            "What each box was computed for is written in its frame: solid frames belong to what is shown, dashed and "
            "dotted ones to what it was computed from."
        )
        self.setToolTip(words)
        self.setAccessibleName("; ".join(self._told(order, count) for order, count in enumerate(self._counts) if count))
        self.setAccessibleDescription(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a frame and a text for each part, from the left; what there is no room for is cut."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, middle = 2.0, self.height() / 2
        metrics = self.fontMetrics()
        for order, text in self._parts():
            behind = len(self._counts) - 1 - order
            painter.setBrush(self._colours.fill("operation", order))
            painter.setPen(self._colours.pen(self._colours.frame("operation", order), 1.2, behind))
            painter.drawRoundedRect(QRectF(x, middle - SWATCH_HEIGHT / 2, SWATCH_WIDTH, SWATCH_HEIGHT), 4, 4)
            x += SWATCH_WIDTH + GAP
            painter.setPen(self.palette().windowText().color())
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, round(self.width() - x)))
            painter.drawText(QPointF(x, middle + (metrics.ascent() - metrics.descent()) / 2), shown)
            x += metrics.horizontalAdvance(text) + APART
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
            self.update()
        super().changeEvent(event)
