"""The functions panel: a card for each function, in the document's order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.document import Document
from engine.language.completion import completions, word_before
from engine.plan import read_document
from engine.problems import ProblemCode
from engine.reconcile import reconcile
from gui.panels.function_card import FunctionCard
from gui.panels.heading import Heading, name_tool, tool
from gui.widgets.gradual import Gradual
from gui.widgets.scroll import ColumnScroll

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QColor

    from engine.document import Function
    from engine.language.completion import Completion
    from engine.language.names import Entry
    from engine.problems import Problem, Span
    from gui.store import DocumentStore

AT_ONCE, THEN = 2, 1
"""Cards that are made when a document comes, and in each event after it, so that the window goes on answering."""


class FunctionsPanel(QWidget):
    """Shows and edits the document's functions."""

    focused = Signal(int)
    """The key of the card that the keyboard came to."""
    pointed = Signal(int, object)
    """A card's key, and the place in its text that the pointer or the cursor went to; None: the pointer left."""

    def __init__(self, store: DocumentStore, colour: Callable[[int], QColor], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._colour = store, colour
        self._cards: dict[int, FunctionCard] = {}
        self._evaluation_problems: dict[int, Problem] = {}
        self._synchronised: tuple[tuple[Function, ...], list[str]] | None = None
        self._document = Document()
        self._gradual = Gradual(self, self._missing, self._make, THEN)
        self._edited: int | None = None
        self._known: frozenset[str] = frozenset()
        """The parameters there were when the person began to edit that card."""
        self.add_button = tool("mdi6.plus", self.add)
        self.heading = Heading(self.add_button)
        inner = QWidget()
        self._list = QVBoxLayout(inner)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        self._list.addStretch(1)
        self._area = ColumnScroll(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.heading)
        layout.addWidget(self._area, 1)
        self._retranslate()

    def card(self, key: int) -> FunctionCard:
        """Return the card of the function with this key, at once; KeyError if there is no such function."""
        return self._cards.get(key) or self._make(key)

    def add(self) -> None:
        """Add an empty card and put the keyboard in it; an empty card at the end is used again."""
        functions = self._store.document.functions
        if not functions or functions[-1].text.strip():
            document = self._store.document
            self._store.edit(document.with_function(document.new_function()), self.tr("Add a function"))
        self._focus(self._store.document.functions[-1].key)

    def focus_first(self) -> None:
        """Put the keyboard into the first card, behind its text."""
        if self._store.document.functions:
            self._focus(self._store.document.functions[0].key)

    def _focus(self, key: int) -> None:
        card = self.card(key)
        card.text.setFocus(Qt.FocusReason.OtherFocusReason)
        card.text.moveCursor(card.text.textCursor().MoveOperation.End)
        self._area.ensureWidgetVisible(card)

    def synchronise(self, document: Document) -> None:
        """Show these functions; cards that stay are the same widgets, so that typing goes on in them.

        What differs in nothing that is read or shown here, such as the tick of a slider, costs nothing.
        """
        synchronised = document.functions, [parameter.name for parameter in document.parameters]
        if synchronised == self._synchronised:
            return
        self._synchronised, self._document = synchronised, document
        for key in self._cards.keys() - {function.key for function in document.functions}:
            self._drop(key)
        self._show_cards()
        self._gradual.begin(AT_ONCE)

    def show_problems(self, problems: Mapping[int, Problem]) -> None:
        """Show what went wrong in evaluating, by the functions' keys; a problem of reading a text comes first."""
        if problems != self._evaluation_problems:
            self._evaluation_problems = dict(problems)
            self._show_cards()

    def _show_cards(self) -> None:
        """Show in the cards that there are what the document has for them."""
        for function, entry in zip(self._document.functions, read_document(self._document).entries, strict=True):
            if function.key in self._cards:
                self._show(function, entry)

    def _show(self, function: Function, entry: Entry) -> None:
        card = self._cards[function.key]
        is_drawn = entry.variable is not None or (entry.definition is None and bool(function.orders))
        card.synchronise(function, is_drawn=is_drawn, name=_name(entry))
        problem = entry.problem or self._evaluation_problems.get(function.key)
        is_empty = problem is not None and problem.code is ProblemCode.EMPTY and not function.text.strip()
        card.show_problem(None if is_empty else problem)

    def _missing(self) -> list[int]:
        """Return the keys of the cards that are not there yet, in the document's order."""
        return [function.key for function in self._document.functions if function.key not in self._cards]

    def show_pointed(self, key: int | None, span: Span | None) -> None:
        """Mark these characters of one card, and nothing in the others."""
        for other, card in self._cards.items():
            card.text.show_pointed(span if other == key else None)

    def refresh_colours(self) -> None:
        """Take the colours of the present scheme."""
        for card in self._cards.values():
            card.refresh_colours()

    def _make(self, key: int) -> FunctionCard:
        """Make the card of the document's function with this key, below those of the functions before it."""
        function = self._document.function(key)
        keys = [one.key for one in self._document.functions]
        place = keys.index(key)
        card = FunctionCard(function, self._colour, self._complete)
        card.edited.connect(self._edit)
        card.typed.connect(self._type)
        card.removed.connect(lambda: self._remove(key))
        card.text.entered.connect(lambda: self._begin(key))
        card.text.pointed.connect(lambda place: self.pointed.emit(key, place))
        card.text.finished.connect(self._store.finish_gesture)
        card.text.accepted.connect(lambda: self._accept(key))
        card.text.left_empty.connect(lambda: self._remove(key, only_if_empty=True))
        card.text.stepped.connect(lambda step: self._step(key, step))
        card.refresh_colours()
        self._cards[key] = card
        self._list.insertWidget(sum(earlier in self._cards for earlier in keys[:place]), card)
        self._show(function, read_document(self._document).entries[place])
        return card

    def _drop(self, key: int) -> None:
        card = self._cards.pop(key)
        self._evaluation_problems.pop(key, None)
        self._list.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _edit(self, function: Function, label: str) -> None:
        self._store.edit(reconcile(self._store.document.with_function(function)), label)

    def _type(self, function: Function) -> None:
        """Take what is typed; without a rest it is one step of undo, and parameters come and go with the names."""
        if function.key != self._edited:
            self._begin(function.key)
        document = reconcile(self._store.document.with_function(function), self._known)
        self._store.edit(document, self.tr("Type a function"), merge=("text", function.key))

    def _begin(self, key: int) -> None:
        if key != self._edited:
            self.focused.emit(key)
        self._edited = key
        self._known = frozenset(parameter.name for parameter in self._store.document.parameters)

    def _remove(self, key: int, *, only_if_empty: bool = False) -> None:
        keys = [function.key for function in self._store.document.functions]
        if key not in keys or (only_if_empty and len(keys) == 1):
            return
        place = keys.index(key)
        document = reconcile(self._store.document.without_function(key))
        self._store.edit(document, self.tr("Remove a function"))
        remaining = [function.key for function in document.functions]
        if remaining:
            self._focus(remaining[max(0, min(place - only_if_empty, len(remaining) - 1))])

    def _accept(self, key: int) -> None:
        """Enter goes to the next card; after the last one it makes a new one."""
        if self._store.document.functions[-1].key == key:
            self.add()
        else:
            self._step(key, 1)

    def _step(self, key: int, step: int) -> None:
        keys = [function.key for function in self._store.document.functions]
        place = keys.index(key) + step
        if 0 <= place < len(keys):
            self._focus(keys[place])

    def _complete(self, text: str, place: int) -> tuple[str, list[Completion]]:
        prefix = word_before(text, place)
        return prefix, completions(prefix, read_document(self._store.document))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.heading.label.setText(self.tr("Functions"))
        name_tool(self.add_button, self.tr("Add a function (Ctrl+Return)"))
        self._area.setAccessibleName(self.tr("Functions"))


def _name(entry: Entry) -> str:
    """Return what the chips of a card call its function."""
    if entry.definition is None or entry.definition.name is None:
        return "f"
    return entry.definition.name
