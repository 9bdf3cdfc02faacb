"""The parameters panel: a row with a slider for each free name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.document import Document
from gui.panels.heading import Heading
from gui.panels.parameter_row import ParameterRow
from gui.player import Player
from gui.widgets.gradual import Gradual
from gui.widgets.scroll import ColumnScroll

if TYPE_CHECKING:
    from engine.document import Parameter
    from gui.store import DocumentStore

AT_ONCE, THEN = 4, 4
"""Rows that are made when a document comes, and in each event after it, so that the window goes on answering."""


class ParametersPanel(QWidget):
    """Shows, edits and plays the document's parameters."""

    problem = Signal(object)
    """A `Problem` of a number that was typed."""
    pointed = Signal(str)
    """The name of the parameter that the pointer is over; empty: it left."""

    def __init__(self, store: DocumentStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.player = Player(store, self)
        self._document = Document()
        self._rows: dict[str, ParameterRow] = {}
        self._gradual = Gradual(self, self._missing, self._make, THEN)
        self.heading = Heading()
        self._hint = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignTop)
        self._hint.setEnabled(False)
        self._inner = QWidget()
        self._list = QVBoxLayout(self._inner)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(4)
        self._list.addStretch(1)
        self._area = ColumnScroll(self._inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.heading)
        layout.addWidget(self._hint)
        layout.addWidget(self._area, 1)
        self.player.changed.connect(self._show_playing)
        self._retranslate()

    def row(self, name: str) -> ParameterRow:
        """Return the row of the parameter of this name, at once; KeyError if there is no such parameter."""
        return self._rows.get(name) or self._make(name)

    def stop_all(self) -> None:
        """Stop what plays."""
        self.player.stop_all()

    def synchronise(self, document: Document) -> None:
        """Show these parameters; the rows of names that stay are the same widgets."""
        old, self._document = self._document, document
        if [parameter.name for parameter in document.parameters] != [parameter.name for parameter in old.parameters]:
            self._arrange()
        for parameter in document.parameters:
            if parameter.name in self._rows:
                self._rows[parameter.name].synchronise(parameter)
                self._rows[parameter.name].show_sensitivity(parameter.name == document.sensitivity)

    def _arrange(self) -> None:
        names = [parameter.name for parameter in self._document.parameters]
        for name in self._rows.keys() - set(names):
            row = self._rows.pop(name)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, name in enumerate(name for name in names if name in self._rows):
            if self._list.indexOf(self._rows[name]) != place:
                self._list.insertWidget(place, self._rows[name])
        self._gradual.begin(AT_ONCE)
        self._hint.setVisible(not names)
        self._area.setVisible(bool(names))

    def _missing(self) -> list[str]:
        """Return the names of the rows that are not there yet, in the document's order."""
        return [one.name for one in self._document.parameters if one.name not in self._rows]

    def _make(self, name: str) -> ParameterRow:
        """Make the row of the document's parameter of this name, below those of the parameters before it."""
        row = self._rows[name] = ParameterRow(self._document.parameter(name))
        row.edited.connect(lambda changed, label: self._store.edit(self._with(changed), label))
        row.dragged.connect(self._drag)
        row.settled.connect(self._store.finish_gesture)
        row.refused.connect(self.problem)
        row.pointed.connect(lambda on: self.pointed.emit(name if on else ""))
        row.sensitivity_clicked.connect(lambda on: self._draw_sensitivity(name if on else None, name))
        row.play_clicked.connect(lambda on: self.player.play(name) if on else self.player.stop(name))
        row.show_playing(name in self.player.playing)
        row.show_sensitivity(name == self._document.sensitivity)
        made = [one.name for one in self._document.parameters if one.name in self._rows]
        self._list.insertWidget(made.index(name), row)
        return row

    def _with(self, parameter: Parameter) -> Document:
        return self._store.document.with_parameter(parameter)

    def _draw_sensitivity(self, by: str | None, name: str) -> None:
        document = replace(self._store.document, sensitivity=by)
        self._store.edit(document, self.tr("Draw the derivative by {name}").format(name=name))

    def _drag(self, parameter: Parameter) -> None:
        label = self.tr("Drag {name}").format(name=parameter.name)
        self._store.edit(self._with(parameter), label, merge=("parameter", parameter.name))

    def _show_playing(self) -> None:
        for name, row in self._rows.items():
            row.show_playing(name in self.player.playing)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.heading.label.setText(self.tr("Parameters"))
        self._hint.setText(self.tr("A name in a function, such as a in a sin x, gets a slider here."))
        self._area.setAccessibleName(self.tr("Parameters"))
