"""The features panel: every root, extremum, inflection, intersection and break in view, by x."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QTreeWidgetItem, QWidget

from gui.graph.numbers import full, short
from gui.panels.colour_menu import dot
from gui.panels.heading import Heading, name_tool, tool
from gui.plot.words import exact_place, kind_word
from gui.widgets.rows import row_list, stack

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor

    from engine.document import Document
    from engine.outcome import Feature, Outcome
    from gui.store import DocumentStore

DIGITS = 8
KIND, X, Y = range(3)
BETWEEN = " … "
"""Between the ends of a gap."""


class FeaturesPanel(QWidget):
    """A list that follows the outcome; choosing a row moves the cursor there, Ctrl+C copies it."""

    chosen = Signal(float)
    """The x of the row that was clicked, or chosen with Return."""
    copied = Signal(str)
    """What is on the clipboard now."""

    def __init__(self, store: DocumentStore, colour: Callable[[int], QColor], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._colour = store, colour
        self._features: tuple[Feature, ...] = ()
        self._is_known = False
        self._unsearched = False
        """Whether a function has another value with the switches that are on: nothing is looked for there."""
        self._look: object = None
        self._written: tuple[bool, ...] | None = None
        self.copy_button = tool("mdi6.content-copy", self.copy)
        self.heading = Heading(self.copy_button)
        self.told = QLabel(wordWrap=True)
        self.list = row_list(3, {KIND})
        self._make_list()
        stack(self, self.heading, self.told, self.list, tall=self.list)
        self._retranslate()

    def _make_list(self) -> None:
        self.list.setAlternatingRowColors(True)
        for column in (X, Y):
            self.list.headerItem().setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.list)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        keys.activated.connect(self.copy)

    def show_outcome(self, outcome: Outcome) -> None:
        """List the features of this outcome; the old ones stay, greyed, until those of a change are found."""
        self._is_known = outcome.request.features or not self._store.document.features
        self._unsearched = any(stops.altered for stops in outcome.stops.values())
        self.list.setEnabled(self._is_known)
        if self._is_known:
            self._list(outcome.features)
        self._write()

    def _list(self, features: tuple[Feature, ...]) -> None:
        document = self._store.document
        shown = {function.key: function.colour for function in document.functions if function.visible}
        listed = tuple(sorted((one for one in features if one.function in shown), key=lambda one: one.x))
        look = (listed, tuple(self._colour(colour).name() for colour in shown.values()))
        if repr(look) == self._look:
            return
        self._look, self._features = repr(look), listed
        self.list.clear()
        self.list.addTopLevelItems([self._item(one, self._colour(shown[one.function])) for one in listed])

    @staticmethod
    def _item(feature: Feature, colour: QColor) -> QTreeWidgetItem:
        places = [short(feature.x, DIGITS)], [full(feature.x)]
        if feature.end is not None:
            places[0].append(short(feature.end, DIGITS))
            places[1].append(full(feature.end))
        item = QTreeWidgetItem([kind_word(feature.kind), BETWEEN.join(places[0]), short(feature.y, DIGITS)])
        item.setIcon(KIND, dot(colour, filled=True))
        for column, text in ((X, BETWEEN.join(places[1])), (Y, full(feature.y))):
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setToolTip(column, text)
        return item

    def _choose(self, item: QTreeWidgetItem) -> None:
        self.chosen.emit(self._features[self.list.indexOfTopLevelItem(item)].x)

    def copy(self) -> None:
        """Copy the row that is chosen with all its digits; without one, all rows."""
        rows = [self.list.indexOfTopLevelItem(item) for item in self.list.selectedItems()]
        some = [self._features[row] for row in rows] or list(self._features)
        if some:
            text = "\n".join(exact_place(one) for one in some)
            QGuiApplication.clipboard().setText(text)
            self.copied.emit(text)

    def refresh_colours(self) -> None:
        """Take the colours of the present scheme."""
        self._list(self._features)

    def synchronise(self, document: Document) -> None:
        """Say whether features are looked for at all."""
        del document
        self._write()

    def _write(self) -> None:
        """Say what there is to say; a tick of a drag that changes nothing of it costs nothing."""
        state = bool(self._features), self._store.document.features, self._is_known, self._unsearched
        if state != self._written:
            self._written = state
            self._say()

    def _say(self) -> None:
        self.list.setVisible(bool(self._features))
        self.copy_button.setEnabled(bool(self._features))
        wanted = self._store.document.features
        self.told.setVisible(not self._features or (wanted and self._unsearched))
        if wanted and self._unsearched:
            words = self.tr("Nothing is looked for in functions that contain a derivative of what is stopped.")
            self.told.setText(words)
        elif not wanted:
            self.told.setText(self.tr("Switch on View, Mark roots and extrema: they are listed here."))
        elif self._is_known:
            self.told.setText(self.tr("No root, extremum, inflection, intersection or break is in view."))
        else:
            self.told.setText(self.tr("They are listed here when they are found."))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.heading.label.setText(self.tr("Worth knowing, by x"))
        self.list.setHeaderLabels([self.tr("Kind"), "x", "y"])
        self.list.setAccessibleName(self.tr("Features"))
        name_tool(self.copy_button, self.tr("Copy x, y"))
        self._look = None
        self._list(self._features)
        self._say()
