"""What switches nodes and leaves of the graph: two buttons, the menu of a box, and the key S."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from gui.graph.diagram import title
from gui.panels.heading import name_tool, tool

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QAction

    from engine.calculus.graph import Node, Trace
    from gui.graph.view import GraphView


REQUIRES_GRAD = "requires_grad"
"""PyTorch's own name, the same in every language."""


class SwitchTools(QObject):
    """Asks for switches; what is on it reads from the trace."""

    switched = Signal(object)
    """The `Node` that is to be switched, or switched back."""
    reset = Signal()

    def __init__(self, view: GraphView) -> None:
        super().__init__(view)
        self._view = view
        self._trace: Trace | None = None
        self.stop_button = tool("mdi6.content-cut", self._switch_selected, checkable=True)
        self.reset_button = tool("mdi6.restore", self.reset.emit)
        self.reset_button.hide()
        self.menu: QMenu | None = None
        """The menu that was opened last."""
        view.switch_asked.connect(self._switch)
        view.menu_asked.connect(self._open)
        view.selected.connect(self.refresh)

    def show_trace(self, trace: Trace | None) -> None:
        """Switch nodes of this trace."""
        self._trace = trace
        self.refresh()

    def show_switching(self, on: bool) -> None:
        """Offer to switch all back, if anything is switched."""
        self.reset_button.setVisible(on)

    def _node(self, place: int | None) -> Node | None:
        there = self._trace is not None and place is not None and place < len(self._trace.nodes)
        return self._trace.nodes[place] if there and self._trace is not None and place is not None else None

    def refresh(self) -> None:
        """Show what the selected node's switch is, in the present language."""
        node = self._node(self._view.selected_node)
        self.stop_button.setEnabled(node is not None and can_switch(node))
        self.stop_button.setChecked(node is not None and node.stopped)
        if node is None:
            told = self.tr("Select a node of the graph, then stop the gradient there (S)")
        elif not can_switch(node):
            told = self._refusal()
        elif node.leaf:
            told = self.tr("{name}: requires_grad on or off (S)").format(name=node.leaf)
        else:
            told = self.tr("{name}: stop the gradient here, or let it pass (S)").format(name=title(node))
        name_tool(self.stop_button, told)
        name_tool(self.reset_button, self.tr("Reset all switches"))

    def _refusal(self) -> str:
        return self.tr("This is a step inside of what stands in the text: stop the whole of it")

    def _switch_selected(self) -> None:
        self._switch(self._view.selected_node)
        self.refresh()  # a button checks itself; whether it is, the next trace says

    def _switch(self, place: int | None) -> None:
        node = self._node(place)
        if node is not None and can_switch(node):
            self.switched.emit(node)

    def _open(self, place: int | None, at: QPoint) -> None:
        """Open the menu of a box; None: of the ground."""
        node = self._node(place)
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if node is not None:
            self._offer(menu, node).triggered.connect(lambda: self._switch(place))
            menu.addSeparator()
        reset = menu.addAction(self.tr("Reset all switches"))
        reset.setEnabled(not self.reset_button.isHidden())
        reset.triggered.connect(self.reset)
        self.menu = menu
        menu.popup(at)

    def _offer(self, menu: QMenu, node: Node) -> QAction:
        if not can_switch(node):
            menu.addAction(self._refusal()).setEnabled(False)
        offered = menu.addAction(REQUIRES_GRAD if node.leaf else self.tr("Stop the gradient here"))
        offered.setCheckable(True)
        offered.setChecked(node.stopped != bool(node.leaf))
        offered.setEnabled(can_switch(node))
        offered.setShortcut(QKeySequence(Qt.Key.Key_S))
        return offered


def can_switch(node: Node) -> bool:
    """Return whether a switch can name this node."""
    return bool(node.leaf) or node.whole
