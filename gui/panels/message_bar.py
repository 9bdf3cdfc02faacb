"""The bar above the plot that says what went wrong, or what was done; it goes when it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from gui.messages import sentence
from gui.panels.heading import name_tool, tool

if TYPE_CHECKING:
    from engine.problems import Problem

SECONDS = 6
"""A word of what was done goes by itself; a problem stays until it is closed or another comes."""


class MessageBar(QFrame):
    """One line of words, and a button that closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem: Problem | None = None
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.setAutoFillBackground(True)
        self.label = QLabel(wordWrap=True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.close_button = tool("mdi6.close", self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.addWidget(self.label, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._goes = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._goes.timeout.connect(self.clear)
        self._retranslate()
        self.hide()

    def show_problem(self, problem: Problem) -> None:
        """Say what went wrong and what to try."""
        self._problem = problem
        self._goes.stop()
        self._say(sentence(problem), QPalette.ColorRole.BrightText)

    def show_text(self, text: str) -> None:
        """Say what was done."""
        self._problem = None
        self._goes.start()
        self._say(text, QPalette.ColorRole.WindowText)

    def clear(self) -> None:
        """Say nothing more."""
        self._problem = None
        self._goes.stop()
        self.label.clear()
        self.hide()

    def _say(self, text: str, role: QPalette.ColorRole) -> None:
        self.label.setForegroundRole(role)
        self.label.setText(text)
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Message"))
        name_tool(self.close_button, self.tr("Close"))
        if self._problem is not None:
            self.label.setText(sentence(self._problem))
        elif self.label.text():
            self.clear()  # said in the language before
