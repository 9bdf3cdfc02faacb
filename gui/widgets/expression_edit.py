"""The box in which a function is typed: colours, a mark under what is wrong, completion.

Math notation is one line that wraps; a text of Python functions has lines, with their numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QPalette,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from engine.language.highlight import line_parts, parts, state_after
from engine.language.source import is_program
from gui.widgets.code_keys import edits_code
from gui.widgets.completion_list import CompletionList
from gui.widgets.expression_colours import formats
from gui.widgets.line_numbers import LineNumbers

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QMouseEvent, QResizeEvent

    from engine.language.completion import Completion
    from engine.problems import Span

    Complete = Callable[[str, int], tuple[str, list[Completion]]]
    """From a text and a place in it to the name that ends there and what it may become."""

TYPING_REST = 800
"""Milliseconds without a key after which what was typed becomes one step of undo."""
PADDING = 4
MOST_LINES = 8
MOST_LINES_OF_CODE = 20
TINT = 0.28


class ExpressionEdit(QPlainTextEdit):
    """Edits one expression. The text is the document's: undo and redo are the store's, not the box's."""

    edited = Signal(str)
    """The person changed the text."""
    entered = Signal()
    """The keyboard came here: what is typed from now on is one editing of this text."""
    finished = Signal()
    """The person stopped for a while, or left the box."""
    accepted = Signal()
    """Enter."""
    left_empty = Signal()
    """Backspace in an empty box."""
    stepped = Signal(int)
    """Up (-1) at the first line or Down (1) at the last one."""
    pointed = Signal(object)
    """The place in the text that the pointer or the cursor went to; None: the pointer left."""

    def __init__(self, complete: Complete, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._complete = complete
        self._is_typing = False
        self._problem: Span | None = None
        self._pointed_at: Span | None = None
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(PADDING)
        self._completions: CompletionList | None = None
        self.is_code = False
        """Whether the text is of Python functions."""
        self._numbers = LineNumbers(self)
        self._numbers.hide()
        self.viewport().setMouseTracking(True)
        self._highlighter = _Highlighter(self)
        self._rest = QTimer(self, singleShot=True, interval=TYPING_REST)
        self._rest.timeout.connect(self.finished)
        self.textChanged.connect(self._on_changed)
        self.cursorPositionChanged.connect(self._on_cursor)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit_height())
        self._fit_height()

    @property
    def completions(self) -> CompletionList:
        """The list below the place where the person types; made for the first key."""
        if self._completions is None:
            self._completions = CompletionList(self)
            self._completions.chosen.connect(self._insert)
        return self._completions

    def _completes(self, event: QKeyEvent) -> bool:
        """Return whether the key was for the list."""
        return self._completions is not None and self._completions.takes(event)

    def _hide_completions(self) -> None:
        if self._completions is not None:
            self._completions.hide()

    def show_text(self, text: str) -> None:
        """Show the document's text where it differs; the cursor stays as near as it can."""
        if text == self.toPlainText():
            return
        place = self.textCursor().position()
        with QSignalBlocker(self):
            self.setPlainText(text)
        self._follow_notation()
        cursor = self.textCursor()
        cursor.setPosition(min(place, len(text)))
        self.setTextCursor(cursor)
        self._hide_completions()
        self._fit_height()

    def show_problem(self, span: Span | None) -> None:
        """Mark these characters as wrong, or none."""
        if span != self._problem:
            self._problem = span
            self._mark()

    def show_pointed(self, span: Span | None) -> None:
        """Mark these characters as what is pointed at elsewhere, or none."""
        if span != self._pointed_at:
            self._pointed_at = span
            self._mark()

    def refresh_colours(self) -> None:
        """Follow the palette."""
        self._highlighter.refresh()
        self._mark()

    def sizeHint(self) -> QSize:
        """Return the room that the text takes."""
        return QSize(200, self._text_height())

    def minimumSizeHint(self) -> QSize:
        """Return the same height; a longer text scrolls, so that its card fits in the narrowest panel."""
        return QSize(110, self._text_height())

    def visible_lines(self) -> list[tuple[int, float, float]]:
        """Return the number, the top and the height of each visible line, in pixels of the viewport."""
        block, found = self.firstVisibleBlock(), []
        while block.isValid():
            area = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if area.top() > self.viewport().height():
                break
            found.append((block.blockNumber() + 1, area.top(), area.height()))
            block = block.next()
        return found

    def _follow_notation(self) -> None:
        """Be an editor of code while the text is one: line numbers, and no wrapping that would hide where lines end."""
        is_code = is_program(self.toPlainText())
        if is_code != self.is_code:
            self.is_code = is_code
            self._numbers.setVisible(is_code)
            with QSignalBlocker(self):
                self._highlighter.rehighlight()
        left = self._numbers.sizeHint().width() if is_code else 0
        if self.viewportMargins().left() != left:
            self.setViewportMargins(left, 0, 0, 0)
        self._place_numbers()

    def _place_numbers(self) -> None:
        inner = self.contentsRect()
        self._numbers.setGeometry(inner.x(), inner.y(), self._numbers.sizeHint().width(), inner.height())

    @property
    def _most_lines(self) -> int:
        return MOST_LINES_OF_CODE if self.is_code else MOST_LINES

    def _text_height(self) -> int:
        lines = min(self._most_lines, max(1, round(self.document().size().height())))
        line = QFontMetricsF(self.font()).lineSpacing()
        return round(lines * line + 2 * PADDING) + 2

    def _fit_height(self) -> None:
        many = self.document().size().height() > self._most_lines
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if many else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if policy != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(policy)
        if self.height() != self._text_height():
            self.setFixedHeight(self._text_height())

    def _on_changed(self) -> None:
        self._follow_notation()
        self._fit_height()
        self._rest.start()
        self.edited.emit(self.toPlainText())
        self._offer()

    def _on_cursor(self) -> None:
        if not self._is_typing:
            self._hide_completions()
        if self.hasFocus():
            self.pointed.emit(self.textCursor().position())

    def _offer(self) -> None:
        """Offer what the name before the cursor may become, while the person types."""
        place = self.textCursor().position()
        prefix, found = self._complete(self.toPlainText(), place) if self._is_typing else ("", [])
        if found:
            self.completions.offer(prefix, found, self.cursorRect())
        else:
            self._hide_completions()

    def _insert(self, completion: Completion) -> None:
        """Replace the name before the cursor; after a function's the cursor stands in its brackets."""
        cursor = self.textCursor()
        prefix, _ = self._complete(self.toPlainText(), cursor.position())
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(prefix))
        follows = self.toPlainText()[cursor.selectionEnd() :].lstrip()[:1]
        adds_brackets = completion.is_call and follows not in ("(", "[")
        cursor.insertText(completion.name + ("()" if adds_brackets else ""))
        if adds_brackets:
            cursor.movePosition(QTextCursor.MoveOperation.Left)
        self.setTextCursor(cursor)
        self._hide_completions()

    def _mark(self) -> None:
        """Underline the problem's characters, and tint what is pointed at elsewhere."""
        problem, tint = QTextCharFormat(), QTextCharFormat()
        problem.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        problem.setUnderlineColor(self.palette().color(QPalette.ColorRole.BrightText))
        accent = self.palette().color(QPalette.ColorRole.Accent)
        accent.setAlphaF(TINT)
        tint.setBackground(accent)
        length = len(self.toPlainText())
        marks = [(self._pointed_at, tint), (self._problem, problem)]
        self.setExtraSelections([self._marked(span, look) for span, look in marks if span is not None and length])

    def _marked(self, span: Span, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        """Return the mark of a span; one at the very end marks the last character."""
        length = len(self.toPlainText())
        start = min(span[0], length - 1)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = QTextCursor(self.document())
        selection.cursor.setPosition(start)
        selection.cursor.setPosition(max(min(span[1], length), start + 1), QTextCursor.MoveMode.KeepAnchor)
        selection.format = look
        return selection

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what the pointer is over."""
        super().mouseMoveEvent(event)
        self.pointed.emit(self.cursorForPosition(event.position().toPoint()).position())

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer left."""
        super().leaveEvent(event)
        self.pointed.emit(None)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window; Tab completes where there is something to complete."""
        tabs = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in tabs:
            return self._completes(event) or self._edits_code(event) or super().event(event)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            for keys in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo):
                if event.matches(keys):
                    event.ignore()
                    return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; Enter accepts, arrows leave at the ends, and an open list of completions comes first."""
        if self._completes(event) or self._edits_code(event) or self._navigates(event):
            event.accept()
            return
        self._is_typing = True
        try:
            super().keyPressEvent(event)
        finally:
            self._is_typing = False

    def _edits_code(self, event: QKeyEvent) -> bool:
        """In a text of Python functions Enter begins a line and Tab moves it in; Ctrl+Enter accepts."""
        if not self.is_code:
            return False
        cursor = self.textCursor()
        if not edits_code(cursor, event):
            return False
        self._hide_completions()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    def _navigates(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish()
            self.accepted.emit()
        elif key == Qt.Key.Key_Backspace and not self.toPlainText():
            self.left_empty.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._is_at_edge(key) and not event.modifiers():
            self.stepped.emit(-1 if key == Qt.Key.Key_Up else 1)
        else:
            return False
        return True

    def _is_at_edge(self, key: Qt.Key) -> bool:
        """Whether the cursor cannot go up or down inside the text."""
        moved = self.textCursor()
        up = key == Qt.Key.Key_Up
        return not moved.movePosition(QTextCursor.MoveOperation.Up if up else QTextCursor.MoveOperation.Down)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text; its lines become one unless they are code."""
        text = source.text().replace("\r\n", "\n").replace("\t", "    ")
        replaces_all = self.textCursor().selectedText() == self.toPlainText().replace("\n", "\u2029")
        keeps_lines = is_program(text) or (self.is_code and not replaces_all)
        self.insertPlainText(text if keeps_lines else " ".join(text.split("\n")))

    def _finish(self) -> None:
        self._rest.stop()
        self._hide_completions()
        self.finished.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin an editing."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Make what was typed one step of undo."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._finish()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self._place_numbers()
        self._fit_height()

    def changeEvent(self, event: QEvent) -> None:
        """Follow font and palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_highlighter"):
            self.refresh_colours()


class _Highlighter(QSyntaxHighlighter):
    """Colours what is typed; a text of several lines is coloured line by line."""

    def __init__(self, edit: ExpressionEdit) -> None:
        super().__init__(edit.document())
        self._edit = edit
        self._formats = formats(edit.palette())

    def refresh(self) -> None:
        """Take the colours of the palette."""
        self._formats = formats(self._edit.palette())
        with QSignalBlocker(self._edit):
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        before = self.previousBlockState()
        found = line_parts(text, before) if self._edit.is_code else parts(text)
        self.setCurrentBlockState(state_after(text, before) if self._edit.is_code else -1)
        for part in found:
            look = self._formats.get(part.kind)
            if look is not None:
                self.setFormat(part.start, part.end - part.start, look)
