"""The text of the session's lesson, with things to try and the ways to the lessons before and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QUrl, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from engine.examples import LESSONS, lesson_text, lessons
from gui.panels.heading import Heading, name_tool, tool

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.document import Document
    from engine.examples import Example
    from gui.language import Language

MARGIN = 12
LEAST = 160


class LessonBrowser(QTextBrowser):
    """Shows Markdown that comes with the program; it loads nothing, from the disk or from the net."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.document().setDocumentMargin(MARGIN)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return nothing: a text has no pictures."""
        del kind, name
        return None


class LessonPanel(QWidget):
    """Shown while the session has a lesson that this program has, until it is closed."""

    chosen = Signal(object)
    """The path of the lesson's session that is to be opened."""
    acted = Signal(str)
    """The target of the link that was followed, such as `set:a=2`."""
    shown = Signal()
    """The panel has come or gone."""

    def __init__(self, language: Callable[[], Language], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language, self._lesson, self._written = language, "", ("", "")
        self._closed = False
        self.text = LessonBrowser()
        self.text.anchorClicked.connect(lambda url: self.acted.emit(url.toString()))
        self.close_button = tool("mdi6.close", self.put_away)
        self.heading = Heading(self.close_button)
        self.back_button, self.next_button = QPushButton(), QPushButton()
        self.back_button.clicked.connect(lambda: self._go(-1))
        self.next_button.clicked.connect(lambda: self._go(1))
        ways = QHBoxLayout()
        ways.addWidget(self.back_button)
        ways.addStretch()
        ways.addWidget(self.next_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 8, 0)
        layout.addWidget(self.heading)
        layout.addWidget(self.text, 1)
        layout.addLayout(ways)
        self.setMinimumHeight(LEAST)
        self.hide()
        self._retranslate()

    @property
    def wanted(self) -> bool:
        """Whether there is a lesson to show and it was not put away."""
        return self._lesson in LESSONS and not self._closed

    def synchronise(self, document: Document) -> None:
        """Show the lesson of this document."""
        if document.lesson != self._lesson:
            self._lesson = document.lesson
            self.reopen()

    def reopen(self) -> None:
        """Show the lesson again, from its beginning, though it was put away: its session was opened."""
        self._closed = False
        self._write()
        self._show()

    def put_away(self) -> None:
        """Hide the lesson until a session with one is opened."""
        self._closed = True
        self._show()

    def _show(self) -> None:
        if self.isHidden() == self.wanted:
            self.setVisible(self.wanted)
            self.shown.emit()

    def _write(self) -> None:
        if self._lesson not in LESSONS:
            return
        written = (self._lesson, self._language())
        if written != self._written:
            self._written = written
            self.text.setMarkdown(lesson_text(*written))
        place = self._place
        self.heading.label.setText(self.tr("Lesson {number} of {count}").format(number=place + 1, count=len(LESSONS)))
        self.back_button.setEnabled(place > 0)
        self.next_button.setEnabled(place + 1 < len(LESSONS))
        for button, neighbour in ((self.back_button, place - 1), (self.next_button, place + 1)):
            button.setToolTip(title(lessons()[neighbour]) if button.isEnabled() else "")

    @property
    def _place(self) -> int:
        return list(LESSONS).index(self._lesson)

    def _go(self, way: int) -> None:
        self.chosen.emit(lessons()[self._place + way].path)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.back_button.setText(self.tr("Previous"))
        self.next_button.setText(self.tr("Next"))
        name_tool(self.close_button, self.tr("Close the lesson"))
        self.text.setAccessibleName(self.tr("Text of the lesson"))
        self._write()


def title(example: Example) -> str:
    """Return a session's title in the present language."""
    return QCoreApplication.translate("Example", example.title)
