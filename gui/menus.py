"""Menus and toolbar of a window, filled from the ACTIONS table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QWidget

from gui.actions import ACTIONS, MENUS, ActionRow, Actions, Menu, translated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QIcon

TOOLS = ("undo", "redo", "", "back", "forward", "fit", "box_zoom", ">", "play", "inspector", "export")
"""The toolbar's actions; an empty name is a gap, `>` one that pushes the rest to the right."""
BAR: tuple[Menu, ...] = ("file", "edit", "view", "examples", "help")
WITHIN: dict[Menu, tuple[Menu, ...]] = {"view": ("taylor", "scheme", "language")}
"""The menus that stand inside another one."""


class Menus:
    """The menu bar and the toolbar of one window."""

    def __init__(self, window: QMainWindow, actions: Actions, open_file: Callable[[Path], object]) -> None:
        self._window, self._actions, self._open_file = window, actions, open_file
        self._menus = {menu: QMenu(window) for menu in MENUS}
        self.recent = QMenu(window)
        self.lessons = QMenu(window)
        self.examples = QMenu(window)
        for row in ACTIONS:
            self._add(row)
        for outer, inner in WITHIN.items():
            self._menus[outer].addSeparator()
            for menu in inner:
                self._menus[outer].addMenu(self._menus[menu])
        for menu in BAR:
            window.menuBar().addMenu(self._menus[menu])
        self.toolbar = self._toolbar()
        self.retranslate()

    def _add(self, row: ActionRow) -> None:
        menu = self._menus[row.menu]
        if row.separated:
            menu.addSeparator()
        menu.addAction(self._actions[row.identity])
        if row.identity == "open":
            menu.addMenu(self.recent)
        if row.identity == "gallery":
            menu.addSeparator()
            menu.addMenu(self.lessons)
            menu.addMenu(self.examples)

    def _toolbar(self) -> QToolBar:
        toolbar = QToolBar(self._window)
        toolbar.setObjectName("toolbar")
        toolbar.setMovable(False)
        toolbar.setIconSize(QSize(20, 20))
        toolbar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        toolbar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for identity in TOOLS:
            if identity == ">":
                toolbar.addWidget(_spring())
            elif identity:
                toolbar.addAction(self._actions[identity])
            else:
                toolbar.addSeparator()
        self._window.addToolBar(toolbar)
        return toolbar

    def set_icons(self, icon: Callable[[str], QIcon]) -> None:
        """Give each action that has one its icon, drawn by `icon(name)` in the colours of the present scheme."""
        for row in ACTIONS:
            if row.icon:
                self._actions[row.identity].setIcon(icon(row.icon))

    def show_recent(self, files: Sequence[Path]) -> None:
        """List the recent files; the newest comes first."""
        fill(self.recent, [(file.name, file) for file in files], self._open_file)

    def show_examples(self, lessons: Sequence[tuple[str, Path]], examples: Sequence[tuple[str, Path]]) -> None:
        """List the lessons and the examples by their titles."""
        fill(self.lessons, lessons, self._open_file)
        fill(self.examples, examples, self._open_file)

    def retranslate(self) -> None:
        """Set all titles in the present language."""
        for menu, title in MENUS.items():
            self._menus[menu].setTitle(translated(title))
        self.recent.setTitle(QCoreApplication.translate("Menus", "&Recent"))
        self.lessons.setTitle(QCoreApplication.translate("Menus", "&Lessons: autograd"))
        self.examples.setTitle(QCoreApplication.translate("Menus", "&Examples"))
        self.toolbar.setWindowTitle(QCoreApplication.translate("Menus", "Tools"))


def _spring() -> QWidget:
    """Return a widget that takes all room that is left."""
    spring = QWidget()
    spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return spring


def fill(menu: QMenu, files: Sequence[tuple[str, Path]], open_file: Callable[[Path], object]) -> None:
    """Make the menu list these files by their titles; an empty menu cannot be opened."""
    menu.clear()
    for title, file in files:
        action = menu.addAction(title.replace("&", "&&"))
        action.setToolTip(str(file))
        action.triggered.connect(lambda _checked, file=file: open_file(file))
    menu.setEnabled(bool(files))
