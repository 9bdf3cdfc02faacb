"""The list under an expression box that says what the name being typed may become. The box keeps the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QWidget

from gui.language import translate_table

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from engine.language.completion import Completion

MOST_ROWS = 8
WIDTH = 420


class CompletionList(QListWidget):
    """Floats over the window, below the place where the person types."""

    chosen = Signal(object)
    """A `Completion`."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self._has_moved = False
        self._found: list[Completion] = []
        self.setWindowFlags(Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.itemClicked.connect(lambda _item: self._choose())
        self.hide()

    def offer(self, prefix: str, found: list[Completion], beside: QRect) -> None:
        """Show these completions, at least one, below `beside`, a rectangle of the owner."""
        self._has_moved, self._found = False, found
        self.clear()
        for completion in found:
            told = f"    {translate_table('Function', completion.help)}" if completion.help else ""
            self.addItem(completion.signature + told)
        exact = next((row for row, completion in enumerate(found) if completion.name == prefix), 0)
        self.setCurrentRow(exact)
        self._place(beside)
        self.show()

    def _place(self, beside: QRect) -> None:
        """Stand below the text, or above it where the screen ends."""
        owner = self._owner
        rows = min(MOST_ROWS, self.count())
        height = rows * max(1, self.sizeHintForRow(0)) + 2 * self.frameWidth()
        below = owner.mapToGlobal(beside.bottomLeft())
        screen = owner.screen().availableGeometry()
        left = max(screen.left(), min(below.x(), screen.right() - WIDTH))
        fits = below.y() + height <= screen.bottom()
        top = below.y() + 2 if fits else owner.mapToGlobal(beside.topLeft()).y() - height - 2
        self.setGeometry(left, top, WIDTH, height)

    def takes(self, event: QKeyEvent) -> bool:
        """Return whether the key was for the list: Up, Down, Tab or Escape while it is open.

        Enter chooses only once the person has moved in the list; else it accepts what is typed.
        """
        if self.isHidden():
            return False
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.setCurrentRow((self.currentRow() + step) % self.count())
            self._has_moved = True
        elif key == Qt.Key.Key_Escape:
            self.hide()
        elif key == Qt.Key.Key_Tab or (key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._has_moved):
            self._choose()
        else:
            return False
        return True

    def _choose(self) -> None:
        self.hide()
        self.chosen.emit(self._found[self.currentRow()])
