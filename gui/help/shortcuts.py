"""The help page of keys and gestures: every row of the ACTIONS table, and what keys and mouse do in plot and graph."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from gui.actions import ACTIONS, MENUS, translated
from gui.help.html import section
from gui.translatable import QT_TRANSLATE_NOOP

PLOT_TITLE = QT_TRANSLATE_NOOP("Help", "Plot")
GESTURES: tuple[tuple[str, str], ...] = (
    (QT_TRANSLATE_NOOP("Help", "Wheel"), QT_TRANSLATE_NOOP(
        "Help", "Zoom at the pointer; Ctrl: x only, Shift: y only")),
    (QT_TRANSLATE_NOOP("Help", "Drag"), QT_TRANSLATE_NOOP("Help", "Move the picture")),
    (QT_TRANSLATE_NOOP("Help", "Drag with the right button"), QT_TRANSLATE_NOOP("Help", "Zoom to a box")),
    (QT_TRANSLATE_NOOP("Help", "Drag the upright line"), QT_TRANSLATE_NOOP("Help", "Move the cursor")),
    (QT_TRANSLATE_NOOP("Help", "Arrow keys in a plot"), QT_TRANSLATE_NOOP(
        "Help", "Move the cursor by a pixel, with Shift by ten")),
    (QT_TRANSLATE_NOOP("Help", "Arrow keys on a slider"), QT_TRANSLATE_NOOP("Help", "Move it by one step")),
)  # fmt: skip
GRAPH_TITLE = QT_TRANSLATE_NOOP("Help", "Recorded graph")
GRAPH: tuple[tuple[str, str], ...] = (
    (QT_TRANSLATE_NOOP("Help", "Arrow keys, or a click"), QT_TRANSLATE_NOOP("Help", "Select a node")),
    (QT_TRANSLATE_NOOP("Help", "S, or the menu of the right button"), QT_TRANSLATE_NOOP(
        "Help", "Stop the gradient at the node, or let it pass; of a leaf, switch requires_grad")),
)  # fmt: skip


def shortcuts_page() -> str:
    """Return the page as HTML in the present language."""
    parts = []
    for menu, title in MENUS.items():
        rows = [(_keys(row.shortcuts), _plain(row.text)) for row in ACTIONS if row.menu == menu]
        parts.append(section(_plain(title), rows))
    for title, gestures in ((PLOT_TITLE, GESTURES), (GRAPH_TITLE, GRAPH)):
        parts.append(section(_tr(title), ((_tr(gesture), _tr(effect)) for gesture, effect in gestures)))
    return "".join(parts)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Help", text)


def _plain(text: str) -> str:
    return translated(text).replace("&", "")


def _keys(shortcuts: tuple[str, ...]) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(keys).toString(native) for keys in shortcuts) or "–"
