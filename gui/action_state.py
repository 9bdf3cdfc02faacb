"""Keep each action enabled and checked as the window's state has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from gui.application import Application
    from gui.window import Window


class ActionState(QObject):
    """Follows store, view history, scheme and language."""

    def __init__(self, window: Window, application: Application) -> None:
        super().__init__(window)
        self._window, self._application = window, application
        window.store.history_changed.connect(self._show_history)
        window.store.changed.connect(lambda _old, _new: self._show_document())
        window.view_history.changed.connect(self._show_view_history)
        application.theme.changed.connect(self._show_choices)
        application.languages.changed.connect(self._show_choices)
        for show in (self._show_history, self._show_document, self._show_view_history, self._show_choices):
            show()

    def _show_history(self) -> None:
        stack, actions = self._window.store.undo_stack, self._window.actions_
        actions["undo"].setEnabled(stack.canUndo())
        actions["redo"].setEnabled(stack.canRedo())

    def _show_document(self) -> None:
        document, actions = self._window.store.document, self._window.actions_
        actions[document.view.arrangement].setChecked(True)
        actions["tangent"].setChecked(document.tangent)

    def _show_view_history(self) -> None:
        history, actions = self._window.view_history, self._window.actions_
        actions["back"].setEnabled(history.can_back)
        actions["forward"].setEnabled(history.can_forward)

    def _show_choices(self) -> None:
        actions = self._window.actions_
        actions[f"scheme_{self._application.theme.choice}"].setChecked(True)
        actions[f"language_{self._application.languages.language}"].setChecked(True)
