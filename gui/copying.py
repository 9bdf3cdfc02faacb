"""What goes to the clipboard from a window, and the words that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from engine.problems import EngineError
from gui.plot.words import exact_place

if TYPE_CHECKING:
    from engine.outcome import Feature
    from gui.theme import Scheme
    from gui.window import Window


class Copying(QObject):
    """Copies from one window; what was done, or why it could not be, is said in its message bar."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    def image(self, scheme: Scheme) -> None:
        """Put the present picture on the clipboard."""
        from gui.export.clipboard import copy_image

        window = self._window
        if window.picture.outcome is not None:
            copy_image(window.store.document, window.picture.outcome, window.plot.plot_area(), scheme)
            window.messages.show_text(self.tr("The picture is on the clipboard."))

    def script(self) -> None:
        """Put the script of the function that the inspector would show on the clipboard."""
        from gui.export.clipboard import copy_script

        window, key = self._window, self._window.inspector.function
        if key is None:
            window.messages.show_text(self.tr("There is no function to copy: type one first."))
            return
        try:
            document = window.store.document
            copy_script(document, key, window.picture.switches.of(document))
        except EngineError as error:
            window.messages.show_problem(error.problem)
        else:
            window.messages.show_text(self.tr("A script that runs with torch and matplotlib is on the clipboard."))

    def feature(self, feature: Feature) -> None:
        """Put the place of a feature on the clipboard."""
        QGuiApplication.clipboard().setText(exact_place(feature))
        self.tell_places(exact_place(feature))

    def tell_places(self, text: str) -> None:
        """Say that the places in these lines are on the clipboard."""
        lines = text.splitlines()
        if len(lines) == 1:
            self._window.messages.show_text(self.tr("{place} is on the clipboard.").format(place=text))
        else:
            words = self.tr("All {count} places are on the clipboard.").format(count=len(lines))
            self._window.messages.show_text(words)

    def tell_sum(self) -> None:
        """Say that the sum over paths is on the clipboard."""
        self._window.messages.show_text(self.tr("The sum over paths is on the clipboard."))
