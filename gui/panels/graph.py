"""The graph panel: the recorded graph at the cursor, and the player that goes through it forward and backward."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QMenu, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from engine.problems import EngineError
from engine.requests import HIGHEST_TRACED
from gui.graph.arranger import Arranger
from gui.graph.diagram import diagram, reached, title
from gui.graph.files import ENDINGS, encode
from gui.graph.numbers import short
from gui.graph.palette import GraphColours
from gui.graph.parts_legend import PartsLegend
from gui.graph.player import StepPlayer
from gui.graph.steps import known_after, known_at_end, steps
from gui.graph.view import GraphView
from gui.graph.words import told
from gui.messages import cause_sentence
from gui.panels.heading import Heading, name_tool, tool
from gui.panels.player_bar import PlayerBar
from gui.panels.switch_tools import SwitchTools
from gui.plot.style import Style, order_name
from gui.save import write_atomically
from gui.widgets.steady_text import SteadyText

if TYPE_CHECKING:
    from engine.calculus.detective import Finding
    from engine.calculus.graph import Trace
    from engine.calculus.paths import Path as ChainPath
    from gui.graph.arrangement import Arrangement
    from gui.graph.diagram import Diagram
    from gui.graph.steps import Step
    from gui.theme import Scheme

MOST_BOXES = 500
"""More are not drawn: nobody could read them."""
MOST_WALKED = 500
"""More nodes are not gone through step by step."""


class GraphPanel(QWidget):
    """Shows a trace."""

    pointed = Signal(object)
    """The `Node` that the pointer or the keys went to; None: none."""
    problem = Signal(object)
    """A `Problem` of a file that could not be written."""
    written = Signal(str)
    """The name of the file that was written."""
    switched = Signal(object)
    """The `Node` that is to be switched, or switched back."""
    reset = Signal()
    """All is to be switched back."""
    drawn = Signal()
    """Another structure is drawn now."""
    order_chosen = Signal()
    """The graph of another derivative is wanted."""

    def __init__(self, scheme: Scheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scheme = scheme
        self._trace: Trace | None = None
        self._finding: Finding | None = None
        self._wanted: Diagram | None = None
        self._steps: tuple[Step, ...] = ()
        self._parameter = ""
        self._path: ChainPath | None = None
        self.view = GraphView()
        self.switch_tools = SwitchTools(self.view)
        self.arranger = Arranger(self)
        self.player = StepPlayer(self)
        self.player_bar = PlayerBar(self.player)
        self.note = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        # Room for most steps, so that the picture does not jump from one to the next.
        self.sentence = SteadyText(3)
        self.order_box = QComboBox()
        self.order_box.addItems([order_name(order) for order in range(HIGHEST_TRACED + 1)])
        self.order_box.currentIndexChanged.connect(lambda _order: self.order_chosen.emit())
        self.legend = PartsLegend(GraphColours(Style(scheme)))
        self.fold_button = tool("mdi6.repeat", self._show_again, checkable=True)
        self.fold_button.setChecked(True)
        self.fit_button = tool("mdi6.fit-to-page-outline", self.view.fit)
        self.accumulate_button = tool("mdi6.plus-box-multiple-outline", self._start_over, checkable=True)
        self._kept: dict[str, float] = {}
        self._files = QMenu(self)
        self.files_button = tool("mdi6.export-variant", lambda: None)
        self.files_button.setMenu(self._files)
        self.files_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        for ending in ENDINGS:
            action = self._files.addAction(ending.upper())
            action.triggered.connect(lambda _checked, ending=ending: self._ask_file(ending))
        tools = self.order_box, self.switch_tools.reset_button, self.switch_tools.stop_button, self.accumulate_button
        self.heading = Heading(*tools, self.fold_button, self.fit_button, self.files_button)
        self._lay_out()
        self._connect()
        self.set_scheme(scheme)
        self._retranslate()
        self.show_trace(None)

    def _lay_out(self) -> None:
        shown = QWidget()
        self._pages = QStackedLayout(shown)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self.note)
        self.note.setMargin(24)
        self.note.setEnabled(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        for widget in (self.heading, self.legend, shown, self.sentence, self.player_bar):
            layout.addWidget(widget, widget is shown)

    def _connect(self) -> None:
        self.arranger.arranged.connect(self._on_arranged)
        self.player.changed.connect(self._show_step)
        self.view.graph.hovered.connect(self._on_pointed)
        self.view.chosen.connect(self._on_pointed)
        self.switch_tools.switched.connect(self.switched)
        self.switch_tools.reset.connect(self.reset)

    @property
    def order(self) -> int:
        """The derivative whose graph is wanted; 0: the function's own."""
        return self.order_box.currentIndex()

    def choose_order(self, order: int) -> None:
        """Want the graph of this derivative; beyond the last one, of the function."""
        self.order_box.setCurrentIndex(order % self.order_box.count())

    def show_trace(self, trace: Trace | None, note: str = "", finding: Finding | None = None) -> None:
        """Show this trace; without one, or with one too large, a note says why nothing is drawn.

        The finding says at which of its nodes a number that is not finite was born, and why.
        """
        self._trace, self._finding = trace, finding
        self.switch_tools.show_trace(trace)
        self.legend.show_parts(trace)
        self._wanted = None if trace is None else diagram(trace, fold=self.fold_button.isChecked())
        too_large = self._wanted is not None and len(self._wanted.boxes) > MOST_BOXES
        if self._wanted is None or too_large:
            self._show_note(self._too_large() if too_large else note or self.hint())
        elif self._wanted == self.view.graph.diagram:
            self._show_numbers()
        else:
            self.arranger.request(self._wanted)

    def hint(self) -> str:
        """Return what an empty panel says."""
        return self.tr("Type a function: what autograd records for it at the cursor is drawn here.")

    def _too_large(self) -> str:
        assert self._wanted is not None
        words = self.tr("The graph has {count} nodes; up to {limit} are drawn. The paths are listed all the same.")
        return words.format(count=f"{len(self._wanted.boxes):,}", limit=MOST_BOXES)

    def _show_note(self, note: str) -> None:
        self.view.graph.empty()
        self.note.setText(note)
        self._pages.setCurrentWidget(self.note)
        self._path = None
        self.player.reset(0, keep=False)
        self._show_step()
        self._enable()

    def _enable(self) -> None:
        is_drawn = self.view.graph.diagram is not None
        for widget in (self.fit_button, self.files_button, self.accumulate_button, self.player_bar):
            widget.setEnabled(is_drawn)
        turns = self._trace is not None and any(node.turn for node in self._trace.nodes)
        self.fold_button.setVisible(turns)

    def _on_arranged(self, made: Diagram, placed: Arrangement) -> None:
        if made != self._wanted or self._trace is None:
            return
        self._path = None
        self.view.forget_place()
        self.view.graph.build(made, placed)
        self.player.reset(0, keep=False)
        self._show_numbers()
        self._pages.setCurrentWidget(self.view)
        self.view.show_start()
        self._enable()
        self._light()
        self.drawn.emit()

    def _show_numbers(self) -> None:
        """Write the numbers of the present trace into the boxes that are there."""
        assert self._trace is not None
        self._steps = steps(self._trace, self._kept) if len(self._trace.nodes) <= MOST_WALKED else ()
        self.player.reset(len(self._steps), keep=True)
        self._show_step()

    def _show_step(self) -> None:
        """Show what is known where the player stands."""
        self.player_bar.refresh()
        trace, graph = self._trace, self.view.graph
        if trace is None or graph.diagram is None:
            self.sentence.hide()
            return
        if graph.diagram != self._wanted:
            return  # the layout of another trace is on its way
        at_end = self.player.is_at_end
        kept = self._kept
        known = known_at_end(trace, kept) if at_end else known_after(self._steps, self.player.position, trace, kept)
        step = known.step
        edges = frozenset(each.edge for each in step.passes) if step is not None else frozenset()
        graph.show_broken(None if self._finding is None else self._finding.node)
        graph.show_work(None if step is None else step.node, edges)
        graph.show_numbers(trace, known)
        self.sentence.show()
        self.sentence.show_text(self._finished(trace) if at_end else told(trace, known))

    def _finished(self, trace: Trace) -> str:
        if self._finding is not None:
            return self._found(trace, self._finding)
        if trace.order:
            return self._finished_derivative(trace)
        value, slope = short(trace.value, 6), short(trace.derivative, 6)
        stopped = ", ".join(dict.fromkeys(title(node) for node in trace.nodes if node.stopped))
        words = self.tr("Value {value}, derivative by {name} {slope}. Play or step to watch how they are computed.")
        if stopped:
            words = self.tr("Value {value}, derivative by {name} {slope}. Stopped, so without a gradient: {stopped}.")
        return words.format(value=value, name=trace.variable, slope=slope, stopped=stopped)

    def _finished_derivative(self, trace: Trace) -> str:
        """Return what the numbers of this derivative are, or which of those before is not finite."""
        for order, number in enumerate(trace.lower):
            if not math.isfinite(number):
                words = self.tr("{name} is not a finite number here, and so no derivative of it is one. Choose {name} "
                                "above to see where that is born.")  # fmt: skip
                return words.format(name=order_name(order))
        words = self.tr("{name} = {value}, and its derivative {next} = {slope}. Each box is one of torch's own nodes.")
        name, after = order_name(trace.order), order_name(trace.order + 1)
        return words.format(name=name, value=short(trace.value, 6), next=after, slope=short(trace.derivative, 6))

    def _found(self, trace: Trace, finding: Finding) -> str:
        """Return where and why the value, or the derivative, is not finite."""
        is_value = finding.quantity == "value"
        if trace.order:
            words, name = (
                self.tr("{name} stops being a finite number at {node}."),
                order_name(trace.order + (not is_value)),
            )
        else:
            name = ""
            words = self.tr("The derivative stops being a finite number at {node}.")
            if is_value:
                words = self.tr("The value stops being a finite number at {node}.")
        return words.format(name=name, node=title(trace.nodes[finding.node])) + "\n" + cause_sentence(finding)

    def _start_over(self) -> None:
        """Keep in every leaf what the last backward gave, as a training loop does that forgets `zero_grad`; or not."""
        keeps = self.accumulate_button.isChecked() and self._trace is not None
        nodes = self._trace.nodes if keeps and self._trace is not None else ()
        self._kept = {node.leaf: node.adjoint for node in nodes if node.leaf and not node.stopped}
        if self._trace is not None and self.view.graph.diagram is not None:
            self._show_numbers()

    def _show_again(self) -> None:
        self.show_trace(self._trace, finding=self._finding)

    def show_pointed(self, nodes: frozenset[int]) -> None:
        """Let the nodes stand out that are pointed at in the text."""
        self.view.graph.point_at(nodes)

    def show_parameter(self, name: str) -> None:
        """Light what this parameter reaches; empty: nothing."""
        self._parameter = name
        self._light()

    def show_path(self, path: ChainPath | None) -> None:
        """Light one path."""
        self._path = path
        self._light()

    def _light(self) -> None:
        trace, graph = self._trace, self.view.graph
        if trace is None or graph.diagram is None:
            return
        if self._parameter:
            nodes = reached(trace, self._parameter)
            inside = (place for place, edge in enumerate(trace.edges) if edge.operand in nodes)
            graph.light(nodes, frozenset(inside) if nodes else frozenset())
        elif self._path is not None:
            graph.light(frozenset(self._path.nodes), frozenset(self._path.edges))
        else:
            graph.light(frozenset())

    def _on_pointed(self, node: int | None) -> None:
        self.view.graph.point_at(frozenset() if node is None else frozenset({node}))
        there = node is not None and self._trace is not None and node < len(self._trace.nodes)
        self.pointed.emit(self._trace.nodes[node] if there and self._trace is not None and node is not None else None)

    def set_scheme(self, scheme: Scheme) -> None:
        """Take the colours of this scheme."""
        self._scheme = scheme
        self.view.graph.set_style(Style(scheme))
        self.legend.set_colours(GraphColours(Style(scheme)))

    def _ask_file(self, ending: str) -> None:
        heading = self.tr("Export the graph")
        kinds = f"{ending.upper()} (*.{ending})"
        name, _ = QFileDialog.getSaveFileName(self, heading, f"graph.{ending}", kinds)
        if name:
            path = Path(name)
            self.write_file(path if path.suffix else path.with_suffix(f".{ending}"), ending)

    def write_file(self, path: Path, ending: str) -> None:
        """Write what is drawn to a file of this kind; a problem is told by `problem`."""
        made = self.view.graph.diagram
        if self._trace is None or made is None:
            return
        try:
            write_atomically(path, encode(ending, self._trace, made, self._scheme))
        except EngineError as error:
            self.problem.emit(error.problem)
        else:
            self.written.emit(path.name)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.show_trace(self._trace, finding=self._finding)
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.heading.label.setText(self.tr("Recorded graph"))
        self.switch_tools.refresh()
        self.view.setAccessibleName(self.tr("Recorded graph"))
        self.order_box.setToolTip(self.tr("Whose graph: that of the function, or of its derivative (create_graph)"))
        self.order_box.setAccessibleName(self.tr("Whose graph is shown"))
        name_tool(self.fold_button, self.tr("Fold the turns of a loop into one"))
        name_tool(self.fit_button, self.tr("Show the whole graph (0)"))
        name_tool(self.accumulate_button, self.tr("Forget zero_grad: each leaf keeps its .grad of the backward before"))
        name_tool(self.files_button, self.tr("Export the graph"))
