"""Keep each action enabled and checked as the window's state has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from engine.document import Document
    from gui.application import Application
    from gui.window import Window


class ActionState(QObject):
    """Follows store, view history, scheme and language."""

    def __init__(self, window: Window, application: Application) -> None:
        super().__init__(window)
        self._window, self._application = window, application
        window.store.history_changed.connect(self._show_history)
        window.store.changed.connect(self._on_changed)
        window.parameters.player.changed.connect(self._show_playing)
        window.picture.switches.changed.connect(self._show_switches)
        window.view_history.changed.connect(self._show_view_history)
        application.theme.changed.connect(self._show_choices)
        application.languages.changed.connect(self._show_choices)
        self._show_history()
        self._show_document()
        self._show_playing()
        self._show_view_history()
        self._show_choices()
        self._show_switches()
        window.actions_["inspector"].setChecked(application.settings.inspector)

    def _show_history(self) -> None:
        store, actions = self._window.store, self._window.actions_
        actions["undo"].setEnabled(store.can_undo)
        actions["redo"].setEnabled(store.can_redo)

    def _on_changed(self, old: Document, new: Document) -> None:
        if told(old) != told(new):
            self._show_document()

    def _show_document(self) -> None:
        document, actions = self._window.store.document, self._window.actions_
        actions[document.view.arrangement].setChecked(True)
        actions["tangent"].setChecked(document.tangent)
        actions[f"taylor_{'none' if document.taylor is None else document.taylor}"].setChecked(True)
        actions["features"].setChecked(document.features)
        actions["ways"].setChecked(document.ways)
        actions["play"].setEnabled(bool(document.parameters))

    def _show_playing(self) -> None:
        self._window.actions_["play"].setChecked(bool(self._window.parameters.player.playing))

    def _show_switches(self) -> None:
        self._window.actions_["reset_switches"].setEnabled(bool(self._window.picture.switches))

    def _show_view_history(self) -> None:
        history, actions = self._window.view_history, self._window.actions_
        actions["back"].setEnabled(history.can_back)
        actions["forward"].setEnabled(history.can_forward)

    def _show_choices(self) -> None:
        actions = self._window.actions_
        actions[f"scheme_{self._application.theme.choice}"].setChecked(True)
        actions[f"language_{self._application.languages.choice}"].setChecked(True)


def told(document: Document) -> tuple[object, ...]:
    """Return what the actions tell of a document."""
    layers = document.tangent, document.taylor, document.features, document.ways
    return document.view.arrangement, layers, bool(document.parameters)
