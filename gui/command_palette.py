"""The command palette: type a few letters of any action, press Enter."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSortFilterProxyModel, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QLineEdit, QListView, QVBoxLayout, QWidget

from gui.actions import ACTIONS, MENUS, translated
from gui.menus import WITHIN

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from gui.actions import ActionRow, Actions

IDENTITY = Qt.ItemDataRole.UserRole
FOLDED = IDENTITY + 1
INNER = frozenset(menu for inner in WITHIN.values() for menu in inner)


class CommandPalette(QDialog):
    """A list of all actions with a filter above it."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Find a command"))
        self._actions = actions
        self._filter = QLineEdit(placeholderText=self.tr("Type a few letters"))
        self._filter.setAccessibleName(self.tr("Filter"))
        self._shown = QSortFilterProxyModel(self, filterRole=FOLDED)
        self._shown.setSourceModel(self._model())
        self._list = QListView()
        self._list.setAccessibleName(self.tr("Commands"))
        self._list.setModel(self._shown)
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        layout = QVBoxLayout(self)
        layout.addWidget(self._filter)
        layout.addWidget(self._list)
        self._filter.textChanged.connect(self._narrow)
        self._filter.returnPressed.connect(self._run_current)
        self._filter.installEventFilter(self)
        self._list.activated.connect(self._run)
        self.resize(420, 400)
        self._narrow("")

    def _model(self) -> QStandardItemModel:
        model = QStandardItemModel(self)
        for row in ACTIONS:
            action = self._actions[row.identity]
            if row.identity != "palette" and action.isEnabled():
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                name = _name(row, action.text())
                item = QStandardItem(name + (f"    {keys}" if keys else ""))
                item.setData(row.identity, IDENTITY)
                item.setData(folded(name), FOLDED)
                model.appendRow(item)
        return model

    def _narrow(self, text: str) -> None:
        self._shown.setFilterFixedString(folded(text))
        self._list.setCurrentIndex(self._shown.index(0, 0))

    def _run_current(self) -> None:
        self._run(self._list.currentIndex())

    def _run(self, index: QModelIndex) -> None:
        if index.isValid():
            self.accept()
            self._actions[index.data(IDENTITY)].trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move in the list while the filter has the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and watched is self._filter:
                row = max(0, min(self._shown.rowCount() - 1, self._list.currentIndex().row() + step))
                self._list.setCurrentIndex(self._shown.index(row, 0))
                return True
        return super().eventFilter(watched, event)


def _name(row: ActionRow, text: str) -> str:
    """Return what the list calls an action; one of an inner menu, such as Dark, says little without the menu's name."""
    plain = text.replace("&", "")
    return f"{translated(MENUS[row.menu]).replace('&', '')}: {plain}" if row.menu in INNER else plain


def folded(text: str) -> str:
    """Return the text as it is looked for: in either case and with or without its marks, so `ileri` finds İleri."""
    plain = unicodedata.normalize("NFKD", text.replace("ı", "i")).lower()
    return "".join(character for character in plain if not unicodedata.combining(character))
