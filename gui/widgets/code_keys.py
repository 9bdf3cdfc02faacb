"""Enter, Tab and Backspace in a text of Python functions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from engine.language.indentation import WIDTH, blanks_of, next_blanks, to_last_stop, to_next_stop

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier, Qt.KeyboardModifier.ShiftModifier)


def edits_code(cursor: QTextCursor, event: QKeyEvent) -> bool:
    """Do what the key does to a Python text; False: it does there what it does everywhere."""
    key = Qt.Key(event.key())
    if key in ENTERS and event.modifiers() in PLAIN:
        _break_line(cursor)
    elif key == Qt.Key.Key_Tab:
        _move_lines(cursor, outwards=False)
    elif key == Qt.Key.Key_Backtab:
        _move_lines(cursor, outwards=True)
    elif key == Qt.Key.Key_Backspace and not cursor.hasSelection():
        return _delete_blanks(cursor)
    else:
        return False
    return True


def _break_line(cursor: QTextCursor) -> None:
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    before = cursor.block().text()[: cursor.positionInBlock()]
    cursor.insertText("\n" + " " * next_blanks(before))
    cursor.endEditBlock()


def _move_lines(cursor: QTextCursor, *, outwards: bool) -> None:
    """Move the selected lines in or out; without a selection Tab puts blanks where the cursor is."""
    if not outwards and not cursor.hasSelection():
        cursor.insertText(" " * to_next_stop(cursor.positionInBlock()))
        return
    document, edit = cursor.document(), QTextCursor(cursor)
    first = document.findBlock(cursor.selectionStart()).blockNumber()
    last = document.findBlock(cursor.selectionEnd()).blockNumber()
    edit.beginEditBlock()
    for number in range(first, last + 1):
        edit.setPosition(document.findBlockByNumber(number).position())
        if outwards:
            count = min(WIDTH, blanks_of(edit.block().text()))
            edit.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, count)
            edit.removeSelectedText()
        else:
            edit.insertText(" " * WIDTH)
    edit.endEditBlock()


def _delete_blanks(cursor: QTextCursor) -> bool:
    count = to_last_stop(cursor.block().text(), cursor.positionInBlock())
    if count:
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, count)
        cursor.removeSelectedText()
    return count > 0
