"""What a link in a lesson does: move a slider or the cursor, or open a page of the inspector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from gui.window import Window


def follow(window: Window, target: str) -> None:
    """Do what the link says; a slider that is no longer there is left alone."""
    kind, _, rest = target.partition(":")
    if kind == "set":
        name, _, value = rest.partition("=")
        _set(window, name, float(value))
    elif kind == "cursor":
        label = QCoreApplication.translate("Lesson", "Move the cursor")
        window.store.edit(window.store.document.with_cursor(float(rest)), label)
    elif kind == "show":
        window.show_inspector(True)
        window.inspector.open_page(rest)


def _set(window: Window, name: str, value: float) -> None:
    document = window.store.document
    for parameter in document.parameters:
        if parameter.name == name:
            label = QCoreApplication.translate("Lesson", "Change {name}").format(name=name)
            window.store.edit(document.with_parameter(replace(parameter, value=value)), label)
