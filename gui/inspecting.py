"""The wires between the inspector and the rest of a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from engine.calculus.graph import Node
    from gui.window import Window


class Inspecting(QObject):
    """What is done in the inspector reaches picture, cards and message bar, and the other way round."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        inspector, graph = window.inspector, window.inspector.graph
        window.functions.focused.connect(inspector.focus)
        window.functions.pointed.connect(inspector.point_in_source)
        window.parameters.pointed.connect(inspector.show_parameter)
        inspector.source_pointed.connect(window.functions.show_pointed)
        inspector.inspected.connect(window.picture.inspect)
        graph.problem.connect(window.messages.show_problem)
        graph.written.connect(self._tell_written)
        inspector.paths.copied.connect(window.copying.tell_sum)
        inspector.features.copied.connect(window.copying.tell_places)
        graph.switched.connect(self._switch)
        graph.reset.connect(window.picture.switches.clear)
        window.picture.switches.changed.connect(self._show_switching)

    def _show_switching(self) -> None:
        window = self._window
        window.inspector.graph.switch_tools.show_switching(bool(window.picture.switches))

    def _switch(self, node: Node) -> None:
        """Switch a node, unless a text is not any more what the graph was recorded of."""
        picture, document = self._window.picture, self._window.store.document
        request = None if picture.outcome is None else picture.outcome.request
        if request is None or request.inspected is None:
            return
        seen = [(entry.text, entry.syntax) for entry in request.module.entries]
        if seen == [(function.text, function.syntax) for function in document.functions]:
            variable = request.module.entries[request.inspected.entry].variable
            picture.switches.toggle(node, request.inspected.function, variable or "")

    def _tell_written(self, name: str) -> None:
        self._window.messages.show_text(self.tr("{file} is written.").format(file=name))
