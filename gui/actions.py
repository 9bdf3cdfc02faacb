"""The ACTIONS table: menus, toolbar, shortcuts, the list of shortcuts and the command palette all read it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from engine.document import MAXIMUM_TAYLOR
from gui.translatable import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Menu = Literal["file", "edit", "view", "taylor", "scheme", "language", "examples", "help"]


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action. `group` names the exclusive choice that it is one of; `checkable` actions have a state."""

    identity: str
    menu: Menu
    text: str
    shortcuts: tuple[str, ...] = ()
    checkable: bool = False
    group: str = ""
    icon: str = ""
    separated: bool = False
    """A line in the menu before it."""


def _row(
    identity: str,
    menu: Menu,
    text: str,
    *shortcuts: str,
    checkable: bool = False,
    group: str = "",
    icon: str = "",
    separated: bool = False,
) -> ActionRow:
    return ActionRow(identity, menu, text, shortcuts, checkable, group, icon, separated)


MENUS: dict[Menu, str] = {
    "file": QT_TRANSLATE_NOOP("Actions", "&File"),
    "edit": QT_TRANSLATE_NOOP("Actions", "&Edit"),
    "view": QT_TRANSLATE_NOOP("Actions", "&View"),
    "taylor": QT_TRANSLATE_NOOP("Actions", "Taylor pol&ynomial at the cursor"),
    "scheme": QT_TRANSLATE_NOOP("Actions", "&Colours"),
    "language": QT_TRANSLATE_NOOP("Actions", "&Language"),
    "examples": QT_TRANSLATE_NOOP("Actions", "E&xamples"),
    "help": QT_TRANSLATE_NOOP("Actions", "&Help"),
}

ACTIONS: tuple[ActionRow, ...] = (
    _row("new", "file", QT_TRANSLATE_NOOP("Actions", "&New session"), "Ctrl+N", icon="mdi6.file-plus-outline"),
    _row("open", "file", QT_TRANSLATE_NOOP("Actions", "&Open…"), "Ctrl+O", icon="mdi6.folder-open-outline"),
    _row("save", "file", QT_TRANSLATE_NOOP("Actions", "&Save"), "Ctrl+S", separated=True),
    _row("save_as", "file", QT_TRANSLATE_NOOP("Actions", "Save &as…"), "Ctrl+Shift+S"),
    _row("export", "file", QT_TRANSLATE_NOOP("Actions", "&Export figure…"), "Ctrl+E", icon="mdi6.export-variant",
         separated=True),
    _row("copy_image", "file", QT_TRANSLATE_NOOP("Actions", "&Copy image"), "Ctrl+Shift+C"),
    _row("quit", "file", QT_TRANSLATE_NOOP("Actions", "&Quit"), "Ctrl+Q", separated=True),
    _row("undo", "edit", QT_TRANSLATE_NOOP("Actions", "&Undo"), "Ctrl+Z", icon="mdi6.undo"),
    _row("redo", "edit", QT_TRANSLATE_NOOP("Actions", "&Redo"), "Ctrl+Shift+Z", "Ctrl+Y", icon="mdi6.redo"),
    _row("add_function", "edit", QT_TRANSLATE_NOOP("Actions", "&Add function"), "Ctrl+Return", separated=True),
    _row("focus_plot", "edit", QT_TRANSLATE_NOOP("Actions", "Move the cursor with the &keys"), "Ctrl+K"),
    _row("copy_pytorch", "edit", QT_TRANSLATE_NOOP("Actions", "Copy as &PyTorch"), "Ctrl+Shift+K", separated=True),
    _row("zoom_in", "view", QT_TRANSLATE_NOOP("Actions", "Zoom &in"), "Ctrl++", "Ctrl+="),
    _row("zoom_out", "view", QT_TRANSLATE_NOOP("Actions", "Zoom o&ut"), "Ctrl+-"),
    _row("fit", "view", QT_TRANSLATE_NOOP("Actions", "&Fit"), "Ctrl+0", icon="mdi6.fit-to-page-outline"),
    _row("box_zoom", "view", QT_TRANSLATE_NOOP("Actions", "&Box zoom"), "Ctrl+B", checkable=True,
         icon="mdi6.selection-drag"),
    _row("back", "view", QT_TRANSLATE_NOOP("Actions", "Bac&k"), "Alt+Left", icon="mdi6.arrow-left", separated=True),
    _row("forward", "view", QT_TRANSLATE_NOOP("Actions", "For&ward"), "Alt+Right", icon="mdi6.arrow-right"),
    _row("play", "view", QT_TRANSLATE_NOOP("Actions", "&Play the sliders"), "Ctrl+Space", checkable=True,
         icon="mdi6.play", separated=True),
    _row("stacked", "view", QT_TRANSLATE_NOOP("Actions", "&Stacked plots"), "Ctrl+1", checkable=True,
         group="arrangement", separated=True),
    _row("overlay", "view", QT_TRANSLATE_NOOP("Actions", "One &overlay"), "Ctrl+2", checkable=True,
         group="arrangement"),
    _row("tangent", "view", QT_TRANSLATE_NOOP("Actions", "&Tangent at the cursor"), "Ctrl+T", checkable=True),
    _row("features", "view", QT_TRANSLATE_NOOP("Actions", "&Mark roots and extrema"), "Ctrl+M", checkable=True),
    _row("ways", "view", QT_TRANSLATE_NOOP("Actions", "Show ways through branc&hes and loops"), "Ctrl+L",
         checkable=True),
    _row("inspector", "view", QT_TRANSLATE_NOOP("Actions", "Inspecto&r: graph and paths"), "Ctrl+I", checkable=True,
         icon="mdi6.graph-outline", separated=True),
    _row("next_graph", "view", QT_TRANSLATE_NOOP("Actions", "Recorded &graph of f, f′, f″ in turn"), "Ctrl+D"),
    _row("taylor_none", "taylor", QT_TRANSLATE_NOOP("Actions", "&None"), checkable=True, group="taylor"),
    *(_row(f"taylor_{order}", "taylor", f"&{order}", checkable=True, group="taylor", separated=order == 0)
      for order in range(MAXIMUM_TAYLOR + 1)),
    _row("scheme_system", "scheme", QT_TRANSLATE_NOOP("Actions", "Follow the &system"), checkable=True, group="scheme"),
    _row("scheme_light", "scheme", QT_TRANSLATE_NOOP("Actions", "&Light"), checkable=True, group="scheme"),
    _row("scheme_dark", "scheme", QT_TRANSLATE_NOOP("Actions", "&Dark"), checkable=True, group="scheme"),
    _row("language_system", "language", QT_TRANSLATE_NOOP("Actions", "Follow the &system"), checkable=True,
         group="language"),
    _row("language_en", "language", "English", checkable=True, group="language"),
    _row("language_tr", "language", "Türkçe", checkable=True, group="language"),
    _row("gallery", "examples", QT_TRANSLATE_NOOP("Actions", "&Gallery…"), "Ctrl+G", icon="mdi6.view-grid-outline"),
    _row("palette", "help", QT_TRANSLATE_NOOP("Actions", "Find a &command…"), "Ctrl+Shift+P"),
    _row("functions_help", "help", QT_TRANSLATE_NOOP("Actions", "&Functions and notation"), "F1"),
    _row("shortcuts_help", "help", QT_TRANSLATE_NOOP("Actions", "&Keyboard shortcuts"), "Ctrl+/"),
    _row("about", "help", QT_TRANSLATE_NOOP("Actions", "&About"), separated=True),
)  # fmt: skip


class Actions(QObject):
    """One QAction for each row, wired to its handler; `actions["undo"]` is the action."""

    def __init__(self, handlers: Mapping[str, Callable[..., object]], parent: QObject) -> None:
        super().__init__(parent)
        self._actions = {row.identity: self._made(row, handlers[row.identity]) for row in ACTIONS}
        self._groups = self._grouped()
        self.retranslate()

    def __getitem__(self, identity: str) -> QAction:
        return self._actions[identity]

    def _made(self, row: ActionRow, handler: Callable[..., object]) -> QAction:
        action = QAction(self.parent())
        action.setObjectName(row.identity)
        action.setShortcuts([QKeySequence(keys) for keys in row.shortcuts])
        action.setCheckable(row.checkable)
        if row.checkable:
            action.triggered.connect(handler)
        else:
            action.triggered.connect(lambda _checked: handler())
        return action

    def _grouped(self) -> dict[str, QActionGroup]:
        groups: dict[str, QActionGroup] = {}
        for row in ACTIONS:
            if row.group:
                group = groups.setdefault(row.group, QActionGroup(self))
                group.addAction(self._actions[row.identity])
        return groups

    def retranslate(self) -> None:
        """Set all texts in the present language."""
        for row in ACTIONS:
            action = self._actions[row.identity]
            action.setText(translated(row.text))
            keys = ", ".join(sequence.toString(QKeySequence.SequenceFormat.NativeText)
                             for sequence in action.shortcuts()[:1])  # fmt: skip
            plain = translated(row.text).replace("&", "").rstrip("…")
            action.setToolTip(f"{plain} ({keys})" if keys else plain)


def translated(text: str) -> str:
    """Return an action's or menu's text in the present language."""
    return QCoreApplication.translate("Actions", text)
