"""The paths panel: how many there are, and the largest with their factors, products and running sum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QLabel, QTreeWidgetItem, QVBoxLayout, QWidget

from engine.calculus.path_formula import as_latex, as_text, running_sums
from gui.graph.diagram import title
from gui.graph.numbers import full, short
from gui.panels.heading import Heading, name_tool, tool
from gui.plot.style import order_name
from gui.widgets.rows import row_list

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from engine.calculus.graph import Trace
    from engine.calculus.paths import Path, Paths

DIGITS = 6
MOST_FACTORS = 12
"""Of a longer path the first and last factors are told."""
FACTORS, PRODUCT, SUM = range(3)


class PathsPanel(QWidget):
    """Lists the paths from the output to the variable."""

    chosen = Signal(object)
    """The `Path` that was clicked, None: none is chosen any more."""
    copied = Signal()
    """The formula is on the clipboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trace: Trace | None = None
        self._paths: Paths | None = None
        self._rows: list[QTreeWidgetItem] = []
        self._shown: tuple[tuple[int, ...], ...] = ()
        self._is_stale = False
        self.text_button = tool("mdi6.content-copy", lambda: self._copy(as_text))
        self.latex_button = tool("mdi6.function-variant", lambda: self._copy(as_latex))
        self.heading = Heading(self.text_button, self.latex_button)
        self.count = QLabel(wordWrap=True)
        self.list = row_list(3, {FACTORS})
        self.total = QLabel(wordWrap=True)
        for label in (self.count, self.total):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._make_list()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(8)
        for widget in (self.heading, self.count, self.list, self.total):
            layout.addWidget(widget, widget is self.list)
        self._retranslate()

    def _make_list(self) -> None:
        self.list.setAlternatingRowColors(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.header().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.list.itemSelectionChanged.connect(self._on_selected)

    def show_paths(self, trace: Trace | None, paths: Paths | None) -> None:
        """Show these paths, as soon as anybody can see them.

        The one that is chosen stays chosen while the list has the same ones in the same order.
        """
        self._trace, self._paths = trace, paths
        self._is_stale = True
        for button in (self.text_button, self.latex_button):
            button.setEnabled(trace is not None and paths is not None)
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        trace, paths = self._trace, self._paths
        self._is_stale = False
        ways = () if paths is None else tuple(path.edges for path in paths.listed)
        if ways != self._shown:
            self._shown = ways
            self._rebuild(len(ways))
        if trace is not None and paths is not None:
            self._fill(trace, paths)
        self._write()

    def showEvent(self, event: QShowEvent) -> None:
        """List what came while nobody could see it."""
        super().showEvent(event)
        if self._is_stale:
            self._show()

    def _rebuild(self, count: int) -> None:
        had = bool(self.list.selectedItems())
        with QSignalBlocker(self.list):
            self.list.clear()
            self._rows = [QTreeWidgetItem() for _ in range(count)]
            self.list.addTopLevelItems(self._rows)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for item in self._rows:
            for column in (PRODUCT, SUM):
                item.setTextAlignment(column, right)
        if had:
            self.chosen.emit(None)

    def _fill(self, trace: Trace, paths: Paths) -> None:
        for item, path, running in zip(self._rows, paths.listed, running_sums(paths.listed), strict=True):
            item.setText(FACTORS, " × ".join(_shortened([_factor(factor) for factor in path.factors])) or "1")
            item.setText(PRODUCT, short(path.product, DIGITS))
            item.setText(SUM, short(running, DIGITS))
            item.setToolTip(FACTORS, " → ".join(_shortened([title(trace.nodes[node]) for node in path.nodes])))
            item.setToolTip(PRODUCT, full(path.product))
            item.setToolTip(SUM, full(running))

    def _write(self) -> None:
        trace, paths = self._trace, self._paths
        is_there = trace is not None and paths is not None
        for widget in (self.list, self.total):
            widget.setVisible(is_there)
        if trace is None or paths is None:
            self.count.setText(self.tr("Type a function: every path of its chain rule at the cursor is listed here."))
            return
        self.count.setText(self._counted(trace, paths))
        listed = len(paths.listed)
        of = self.tr("sum of all {count} paths, of which the {listed} largest are listed")
        if paths.count == listed:
            of = self.tr("sum of all {count} paths")
        of = of.format(count=f"{paths.count:,}", listed=listed)
        derivative = f"d{order_name(trace.order)}/d{trace.variable}"
        self.total.setText(f"{derivative} = <b>{short(trace.derivative, 12)}</b><br>{of}")

    def _counted(self, trace: Trace, paths: Paths) -> str:
        """Return the count of paths against the steps of reverse mode."""
        if paths.count == 0:
            return self.tr("No path leads from the output to {name}: the derivative is 0.").format(name=trace.variable)
        count, steps = f"{paths.count:,}", f"{paths.backward_steps:,}"
        if paths.count == 1:
            words = self.tr("One path leads from the output to {name}; its factors, multiplied, are the derivative.")
            return words.format(name=trace.variable)
        words = self.tr(
            "{count} paths lead from the output to {name}. Reverse mode adds them all up in {steps} backward steps, "
            "because it visits each node once and hands on one sum for all the paths that meet there."
        )
        return words.format(count=count, name=trace.variable, steps=steps)

    def _on_selected(self) -> None:
        chosen = self.list.selectedItems()
        row = self.list.indexOfTopLevelItem(chosen[0]) if chosen else -1
        path: Path | None = self._paths.listed[row] if self._paths is not None and row >= 0 else None
        self.chosen.emit(path)

    def _copy(self, written: object) -> None:
        if self._trace is not None and self._paths is not None and callable(written):
            QGuiApplication.clipboard().setText(written(self._trace, self._paths))
            self.copied.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.heading.label.setText(self.tr("Chain rule, path by path"))
        self.list.setHeaderLabels([self.tr("Factors"), self.tr("Product"), self.tr("Sum")])
        self.list.setAccessibleName(self.tr("Paths"))
        name_tool(self.text_button, self.tr("Copy the sum as text"))
        name_tool(self.latex_button, self.tr("Copy the sum as LaTeX"))
        self._write()


def _factor(value: float) -> str:
    told = short(value)
    return f"({told})" if told.startswith("−") else told


def _shortened(words: list[str]) -> list[str]:
    half = MOST_FACTORS // 2
    return words if len(words) <= MOST_FACTORS else [*words[:half], "…", *words[-half:]]
