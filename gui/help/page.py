"""A window with one page of help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from gui.widgets.buttons import button_box

if TYPE_CHECKING:
    from collections.abc import Callable


class HelpPage(QDialog):
    """Shows a page of simple HTML; it does not stop the work in the window."""

    def __init__(self, title: Callable[[], str], html: Callable[[], str], parent: QWidget) -> None:
        """`title` and `html` return the texts in the present language."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._title, self._html = title, html
        self._page = QTextBrowser()
        buttons = button_box(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(self._page)
        layout.addWidget(buttons)
        self.resize(720, 640)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self._title())
        self._page.setAccessibleName(self._title())
        self._page.setHtml(self._html())
