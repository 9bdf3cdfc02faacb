"""The inspector at the right: how a function is computed at the cursor, as a graph and as paths; and the features."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.plan import read_document
from gui.graph.diagram import nodes_at
from gui.messages import sentence
from gui.panels.check import CheckPanel
from gui.panels.cost import CostPanel
from gui.panels.features import FeaturesPanel
from gui.panels.graph import GraphPanel
from gui.panels.paths import PathsPanel
from gui.panels.precision import PrecisionPanel
from gui.widgets.page_tabs import PageTabs

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor, QHideEvent, QShowEvent

    from engine.calculus.graph import Node, Trace
    from engine.document import Document
    from engine.outcome import Inspection, Outcome
    from engine.plan import Lens
    from engine.problems import Span
    from gui.store import DocumentStore
    from gui.theme import Scheme

PAGES = {
    "graph": "mdi6.graph-outline",
    "paths": "mdi6.routes",
    "features": "mdi6.map-marker-outline",
    "check": "mdi6.check-decagram-outline",
    "precision": "mdi6.decimal-increase",
    "cost": "mdi6.timer-outline",
}
"""The pages' object names, by which links open them, and their icons."""


class InspectorPanel(QWidget):
    """Shows the trace of one function while it is open; closed, it asks for nothing."""

    inspected = Signal(object, str, int)
    """The key of the function whose trace is wanted now, None: of none; the lens that the open tab needs; the order."""
    source_pointed = Signal(object, object)
    """The key of a card and the span in its text that is pointed at here; None and None: nothing."""

    def __init__(
        self, store: DocumentStore, scheme: Scheme, colour: Callable[[int], QColor], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._focused: int | None = None
        self._trace: Trace | None = None
        self.graph = GraphPanel(scheme)
        self.paths = PathsPanel()
        self.features = FeaturesPanel(store, colour)
        self.check = CheckPanel(scheme)
        self.precision = PrecisionPanel(scheme)
        self.cost = CostPanel()
        self.tabs = PageTabs()
        self._lenses: dict[QWidget, Lens] = {
            self.graph: "",
            self.paths: "",
            self.features: "",
            self.check: "check",
            self.precision: "precision",
            self.cost: "cost",
        }
        for panel, (name, icon_name) in zip(self._lenses, PAGES.items(), strict=True):
            panel.setObjectName(name)
            self.tabs.add_page(panel, icon_name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 8, 8)
        layout.addWidget(self.tabs)
        self.tabs.currentChanged.connect(lambda _place: self._ask())
        self.graph.pointed.connect(self._on_node)
        self.graph.order_chosen.connect(self._ask)
        self.paths.chosen.connect(self.graph.show_path)
        self.cost.pointed.connect(self._on_cost)
        self._retranslate()

    @property
    def function(self) -> int | None:
        """The key of the function that is shown: the card with the keyboard, else the first visible one."""
        document = self._store.document
        entries = read_document(document).entries
        able = {function.key: function for function, entry in zip(document.functions, entries, strict=True)
                if entry.variable is not None}  # fmt: skip
        if self._focused in able:
            return self._focused
        return next((key for key, function in able.items() if function.visible), None)

    def focus(self, key: int) -> None:
        """Show the function of this card from now on."""
        self._focused = key
        self._ask()

    def synchronise(self, document: Document) -> None:
        """Choose another function where the one shown is gone."""
        self.features.synchronise(document)
        self._ask()

    def _ask(self) -> None:
        if self.isVisible():
            self.inspected.emit(self.function, self._lenses[self.tabs.currentWidget()], self.graph.order)
            if self.function is None:
                self._show(None)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show the trace of this outcome; one without a trace changes nothing while a trace is on its way."""
        self.features.show_outcome(outcome)
        if self.isVisible() and outcome.inspection is not None:
            self._show(outcome.inspection)

    def _show(self, inspection: Inspection | None) -> None:
        self._trace = None if inspection is None else inspection.trace
        problem = None if inspection is None else inspection.problem
        finding = None if inspection is None else inspection.finding
        self.graph.show_trace(self._trace, "" if problem is None else sentence(problem), finding)
        self.paths.show_paths(self._trace, None if inspection is None else inspection.paths)

        self._show_lens(inspection)

    def _show_lens(self, inspection: Inspection | None) -> None:
        """Show what the lens saw; while something is dragged, and for other tabs, there is nothing and it stays."""
        if inspection is None:
            self.check.show_check(None)
            self.precision.show_precisions(None)
            self.cost.show_costs(None, None)
        elif inspection.check is not None:
            self.check.show_check(inspection.check)
        elif inspection.precisions is not None:
            self.precision.show_precisions(inspection.precisions)
        elif inspection.costs is not None:
            self.cost.show_costs(inspection.trace, inspection.costs)
        elif inspection.lens_problem is not None:
            told = sentence(inspection.lens_problem)
            self.check.show_check(None, told)
            self.precision.show_precisions(None, told)
            self.cost.show_costs(None, None, told)
        if inspection is not None and inspection.trace is not None and inspection.trace.order:
            words = self.tr(
                "Costs are measured for the function's own computation: choose f above the graph to see them."
            )
            self.cost.show_costs(None, None, words)

    def show_parameter(self, name: str) -> None:
        """Light what this parameter reaches; empty: nothing."""
        if self.isVisible():
            self.graph.show_parameter(name)

    def point_in_source(self, key: int, place: int | None) -> None:
        """Let the node stand out whose text is pointed at in a card."""
        if not self.isVisible() or self._trace is None:
            return
        keys = [function.key for function in self._store.document.functions]
        found = frozenset[int]()
        if place is not None and key in keys:
            found = nodes_at(self._trace, keys.index(key), place)
        self.graph.show_pointed(found)

    def _on_node(self, node: Node | None) -> None:
        functions = self._store.document.functions
        span: Span | None = None if node is None else node.span
        if node is None or span is None or node.entry >= len(functions):
            self.source_pointed.emit(None, None)
        else:
            self.source_pointed.emit(functions[node.entry].key, span)

    def _on_cost(self, place: int | None) -> None:
        """Let the node whose cost is chosen stand out in the graph and in its card."""
        nodes = () if self._trace is None else self._trace.nodes
        if place is not None and place >= len(nodes):
            place = None  # while a shorter text is new, the costs are still those of the one before
        self.graph.show_pointed(frozenset() if place is None else frozenset({place}))
        self._on_node(None if place is None else nodes[place])

    def open_page(self, name: str) -> None:
        """Show the page whose object has this name, if there is one."""
        if name == "graph":
            self.graph.choose_order(0)  # a lesson speaks of the function's own
        page = self.tabs.findChild(QWidget, name)
        if page is not None and self.tabs.indexOf(page) >= 0:
            self.tabs.setCurrentWidget(page)

    def show_next_graph(self) -> None:
        """Show the graph of the next derivative, after the last one that of the function."""
        self.tabs.setCurrentWidget(self.graph)
        self.graph.choose_order(self.graph.order + 1)

    def set_scheme(self, scheme: Scheme) -> None:
        """Take the colours of this scheme."""
        self.graph.set_scheme(scheme)
        self.features.refresh_colours()
        self.check.set_scheme(scheme)
        self.precision.set_scheme(scheme)

    def close_down(self) -> None:
        """Wait for what runs in the background."""
        self.graph.player.go(self.graph.player.position)
        self.graph.arranger.close()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to ask."""
        super().showEvent(event)
        self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask for nothing any more."""
        super().hideEvent(event)
        self.graph.player.go(self.graph.player.position)
        self.source_pointed.emit(None, None)
        self.inspected.emit(None, "", 0)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.tabs.set_names((self.tr("Graph"), self.tr("Paths"), self.tr("Features"),
                             self.tr("Check"), self.tr("Precision"), self.tr("Cost")))  # fmt: skip
