"""The cost panel: what each node takes, forward and backward, and what torch keeps of it in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidgetItem,
    QWidget,
)

from gui.graph.diagram import title
from gui.graph.numbers import short
from gui.panels.heading import Heading
from gui.widgets.rows import row_list, stack

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from engine.calculus.cost import Cost
    from engine.calculus.graph import Trace

NODE, FORWARD, BACKWARD, KEPT = range(4)
SHARE = Qt.ItemDataRole.UserRole
DIGITS = 3
MICRO, THOUSAND = 1e6, 1e3
MOST_ROWS = 500
BAR_OPACITY = 0.28


class CostPanel(QWidget):
    """Lists the nodes of a trace that compute, the dearest first; choosing one tells of it."""

    pointed = Signal(object)
    """The place in the trace of the node whose row the pointer is over, else of the chosen one; None: of none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trace: Trace | None = None
        self._costs: tuple[Cost, ...] | None = None
        self._note = ""
        self._places: list[int] = []
        self.heading = Heading()
        self.told = QLabel(wordWrap=True)
        self.list = row_list(4, {NODE, FORWARD, BACKWARD})
        self._make_list()
        stack(self, self.heading, self.told, self.list, tall=self.list)
        self._retranslate()

    def _make_list(self) -> None:
        self.list.setItemDelegate(_Bars(self.list))
        self.list.header().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.list.itemSelectionChanged.connect(self._on_selected)
        self.list.setMouseTracking(True)
        self.list.itemEntered.connect(lambda item, _column: self.pointed.emit(self._place(item)))
        self.list.viewportEntered.connect(self._on_selected)
        self.list.viewport().installEventFilter(self)

    def show_costs(self, trace: Trace | None, costs: tuple[Cost, ...] | None, note: str = "") -> None:
        """Show what each node of this trace costs; without any, the note says why."""
        self._trace, self._costs, self._note = trace, costs, note
        self.list.clear()
        self._places = []
        if trace is not None and costs is not None:
            self._fill(trace, costs)
        self._write()

    def _fill(self, trace: Trace, costs: tuple[Cost, ...]) -> None:
        computing = [place for place, node in enumerate(trace.nodes) if not node.leaf]
        dearest = sorted(computing, key=lambda place: -(costs[place].forward + costs[place].backward))
        self._places = dearest[:MOST_ROWS]
        most = max((max(costs[place].forward, costs[place].backward) for place in computing), default=0.0) or 1.0
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for place in self._places:
            node, cost = trace.nodes[place], costs[place]
            texts = [title(node), micro(cost.forward), micro(cost.backward), f"{cost.kept:,}"]
            item = QTreeWidgetItem(texts)
            item.setToolTip(NODE, node.recorded)
            for column in (FORWARD, BACKWARD, KEPT):
                item.setTextAlignment(column, right)
            item.setData(FORWARD, SHARE, cost.forward / most)
            item.setData(BACKWARD, SHARE, cost.backward / most)
            self.list.addTopLevelItem(item)

    def _write(self) -> None:
        trace, costs = self._trace, self._costs
        self.list.setVisible(trace is not None and costs is not None)
        if trace is None or costs is None:
            hint = self.tr("Type a function: what each node of its graph costs is listed here.")
            self.told.setText(self._note or hint)
            return
        forward, backward = sum(cost.forward for cost in costs), sum(cost.backward for cost in costs)
        words = self.tr(
            "All nodes together: {forward} forward, {backward} backward; {kept} bytes are kept for backward."
        )
        kept = f"{sum(cost.kept for cost in costs):,}"
        self.told.setText(words.format(forward=micro(forward), backward=micro(backward), kept=kept))

    def _on_selected(self) -> None:
        chosen = self.list.selectedItems()
        self.pointed.emit(self._place(chosen[0]) if chosen else None)

    def _place(self, item: QTreeWidgetItem) -> int:
        return self._places[self.list.indexOfTopLevelItem(item)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Point at the chosen row again when the pointer leaves the rows."""
        if event.type() == QEvent.Type.Leave and watched is self.list.viewport():
            self._on_selected()
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.heading.label.setText(self.tr("Cost of each node, for one x"))
        self.list.setHeaderLabels([self.tr("Node"), self.tr("Forward"), self.tr("Backward"), self.tr("Bytes kept")])
        self.list.setAccessibleName(self.tr("Costs"))
        self._write()


class _Bars(QStyledItemDelegate):
    """Paints behind a number how large it is among the largest."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a bar from the left, then the cell."""
        share = index.data(SHARE)
        if share:
            area = option.rect.adjusted(1, 2, -1, -2)
            area.setWidth(round(area.width() * share))
            colour = option.palette.color(QPalette.ColorRole.Highlight)
            colour.setAlphaF(BAR_OPACITY)
            painter.fillRect(area, colour)
        super().paint(painter, option, index)


def micro(seconds: float) -> str:
    """Return the time in microseconds, or from a thousand on in milliseconds."""
    told, unit = (seconds * MICRO, "µs") if seconds * MICRO < THOUSAND else (seconds * MICRO / THOUSAND, "ms")
    return f"{short(told, DIGITS)} {unit}"
