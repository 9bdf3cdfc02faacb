"""The switches that are on: a lens on the functions, no part of the document, so that nothing of it is undone or saved.

They belong to texts: a card whose text changes, or that is removed, loses its own, and another session has none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from engine.language.switches import Switch

if TYPE_CHECKING:
    from engine.calculus.graph import Node
    from engine.document import Document
    from engine.problems import Span
    from gui.store import DocumentStore


@dataclass(frozen=True, slots=True)
class _Chosen:
    """A node at a span of this card, or its variable; a parameter of all cards, whose key is None."""

    key: int | None
    span: Span | None = None
    name: str = ""


class Switches(QObject):
    """Holds what is stopped in the functions of a store's document."""

    changed = Signal()

    def __init__(self, store: DocumentStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._chosen: frozenset[_Chosen] = frozenset()
        store.changed.connect(self._on_changed)
        store.opened.connect(self.clear)

    def __bool__(self) -> bool:
        return bool(self._chosen)

    def of(self, document: Document) -> frozenset[Switch]:
        """Return them as the engine has them, by the places of the document's cards."""
        if not self._chosen:
            return frozenset()
        places = {function.key: place for place, function in enumerate(document.functions)}
        return frozenset(
            Switch(None if one.key is None else places[one.key], one.span, one.name)
            for one in self._chosen
            if one.key is None or one.key in places
        )

    def toggle(self, node: Node, inspected: int, variable: str) -> None:
        """Switch this node of the graph of the function with the key `inspected`, or switch it back.

        The leaf of the function's `variable` is its own; one of a parameter is the same for all functions.
        """
        if node.leaf:
            chosen = _Chosen(inspected if node.leaf == variable else None, name=node.leaf)
        else:
            chosen = _Chosen(self._store.document.functions[node.entry].key, node.span)
        self._keep(self._chosen ^ {chosen})

    def clear(self) -> None:
        """Switch all back."""
        self._keep(frozenset())

    def _on_changed(self, old: Document, new: Document) -> None:
        if self._chosen and (old.functions != new.functions or old.parameters != new.parameters):
            before = {function.key: (function.text, function.syntax) for function in old.functions}
            same = {one.key for one in new.functions if before.get(one.key) == (one.text, one.syntax)}
            names = {parameter.name for parameter in new.parameters}
            kept = (one for one in self._chosen if (one.name in names if one.key is None else one.key in same))
            self._keep(frozenset(kept))

    def _keep(self, chosen: frozenset[_Chosen]) -> None:
        if chosen != self._chosen:
            self._chosen = chosen
            self.changed.emit()
