"""The cost panel: how long each node takes forward and backward, and what torch keeps for its backward pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QStyledItemDelegate,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.graph.diagram import title
from gui.panels.heading import Heading

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from engine.calculus.graph import Trace
    from engine.outcome import Costs

MOST_ROWS = 500
"""Of more nodes the costliest are listed."""
NODE, FORWARD, BACKWARD, KEPT = range(4)
SHARE = Qt.ItemDataRole.UserRole
"""Of a number in the largest of its column, 0 to 1; at the node's name, its place in the trace."""
BAR_OPACITY, BAR_MARGIN = 0.3, 2.0


class CostPanel(QWidget):
    """Lists what each operation costs, in the order in which they are computed."""

    pointed = Signal(object)
    """The place in the trace of the node whose row is pointed at, else of the chosen one; None: none is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._costs: Costs | None = None
        self._note = ""
        self._places: tuple[int, ...] = ()
        self.heading = Heading()
        self.list = QTreeWidget()
        self.total = QLabel(wordWrap=True)
        self.total.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._make_list()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(8)
        for widget in (self.heading, self.total, self.list):
            layout.addWidget(widget, widget is self.list)
        layout.addStretch(0)
        self._retranslate()

    def _make_list(self) -> None:
        self.list.setColumnCount(4)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setItemDelegate(_Bars(self.list))
        self.list.setMouseTracking(True)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(NODE, QHeaderView.ResizeMode.Stretch)
        self.list.itemEntered.connect(lambda item, _column: self.pointed.emit(item.data(NODE, SHARE)))
        self.list.itemSelectionChanged.connect(self._point_at_chosen)
        self.list.viewport().installEventFilter(self)

    def show_costs(self, costs: Costs | None, note: str = "") -> None:
        """Show these; without any, the note says why. What is chosen stays chosen while the nodes are the same."""
        self._costs, self._note = costs, note
        self._write()

    def _write(self) -> None:
        costs = self._costs
        self.list.setVisible(costs is not None)
        if costs is None:
            self.total.setText(self._note or self.tr("Type a function: what each of its nodes costs is listed here."))
            return
        places = _costliest(costs)
        if places != self._places or self.list.topLevelItemCount() != len(places):
            self._places = places
            self.list.clear()
            self.list.addTopLevelItems([QTreeWidgetItem() for _ in places])
        most = [max((numbers[column] for numbers in costs.numbers), default=0.0) for column in range(3)]
        for row, place in enumerate(places):
            self._write_row(self.list.topLevelItem(row), place, costs, most)
        self._write_total(costs)

    def _write_row(self, item: QTreeWidgetItem | None, place: int, costs: Costs, most: list[float]) -> None:
        assert item is not None
        node = costs.trace.nodes[place]
        item.setText(NODE, title(node))
        item.setToolTip(NODE, node.recorded)
        item.setData(NODE, SHARE, place)
        for column, number, largest in zip((FORWARD, BACKWARD, KEPT), costs.numbers[place], most, strict=True):
            told = _bytes(number) if column == KEPT else _time(number)
            item.setText(column, told)
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setData(column, SHARE, number / largest if largest else 0.0)
        spoken = self.tr("{node}: forward {forward}, backward {backward}, kept {kept}")
        words = {"forward": item.text(FORWARD), "backward": item.text(BACKWARD), "kept": item.text(KEPT)}
        item.setData(NODE, Qt.ItemDataRole.AccessibleTextRole, spoken.format(node=title(node), **words))

    def _write_total(self, costs: Costs) -> None:
        forward, backward, kept = (sum(numbers[column] for numbers in costs.numbers) for column in range(3))
        words = self.tr("All nodes: forward {forward}, backward {backward}, kept for backward {kept}.")
        self.total.setText(words.format(forward=_time(forward), backward=_time(backward), kept=_bytes(kept)))

    def _point_at_chosen(self) -> None:
        chosen = self.list.selectedItems()
        self.pointed.emit(chosen[0].data(NODE, SHARE) if chosen else None)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Point at the chosen row again when the pointer leaves the rows."""
        if event.type() == QEvent.Type.Leave and watched is self.list.viewport():
            self._point_at_chosen()
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.heading.label.setText(self.tr("Cost of each node"))
        self.list.setHeaderLabels([self.tr("Node"), self.tr("Forward"), self.tr("Backward"), self.tr("Kept")])
        self.list.setAccessibleName(self.tr("Cost of each node"))
        self.list.headerItem().setToolTip(FORWARD, self.tr("The median time of the operation alone, of several runs"))
        self.list.headerItem().setToolTip(BACKWARD, self.tr("The median time of its backward pass, of several runs"))
        self.list.headerItem().setToolTip(KEPT, self.tr("Bytes of the tensors that are saved for its backward pass"))
        self._write()


class _Bars(QStyledItemDelegate):
    """Draws a bar behind each number, as long as its share of the largest."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        if index.column() != NODE:
            area = QRectF(option.rect).adjusted(BAR_MARGIN, BAR_MARGIN, -BAR_MARGIN, -BAR_MARGIN)
            width = area.width() * float(index.data(SHARE) or 0.0)
            colour = option.palette.highlight().color()
            colour.setAlphaF(BAR_OPACITY)
            painter.fillRect(QRectF(area.right() - width, area.top(), width, area.height()), colour)
        super().paint(painter, option, index)


def _costliest(costs: Costs) -> tuple[int, ...]:
    """Return the places of all operations, or of those that take longest, in the order of the trace."""
    places = _operations(costs.trace)
    if len(places) > MOST_ROWS:
        places = sorted(places, key=lambda place: -sum(costs.numbers[place][:2]))[:MOST_ROWS]
    return tuple(sorted(places))


def _operations(trace: Trace) -> list[int]:
    return [place for place, node in enumerate(trace.nodes) if not node.leaf]


def _time(seconds: float) -> str:
    return f"{seconds * 1e6:.1f} µs" if seconds else "–"


def _bytes(number: float) -> str:
    return f"{int(number)} B"
