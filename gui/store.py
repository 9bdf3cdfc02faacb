"""The document store: the one place where the document changes, and where changes are taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from engine.document import Document

PLAYING = "playing"
"""The `merge` key of a slider that moves by itself: its ticks join whatever gesture a person makes meanwhile."""


class DocumentStore(QObject):
    """Holds the document, and the undo history of its content.

    Where one looks (the visible ranges and the cursor) is no content: undo and redo leave it as it is, and looking
    around does not make a session modified. A gesture (a drag, typing in a card) is many edits with one `merge` key
    and becomes one undo entry when it is finished.
    """

    changed = Signal(object, object)
    """The old and the new document."""
    settled = Signal()
    """A gesture, a single edit, an undo or a redo is finished."""
    gesture_started = Signal()
    history_changed = Signal()
    """What can be undone or redone, or whether the session is modified, may be different now."""
    opened = Signal()
    """Another session took this one's place; after `changed`, before `settled`."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._gesture: _Gesture | None = None
        self._undo_stack = QUndoStack(self)
        self._undo_stack.indexChanged.connect(self.history_changed)
        self._undo_stack.cleanChanged.connect(self.history_changed)

    @property
    def document(self) -> Document:
        """The present document."""
        return self._document

    @property
    def undo_stack(self) -> QUndoStack:
        """The finished edits, for their names and for what can be undone; move in it with `undo` and `redo` only."""
        return self._undo_stack

    @property
    def modified(self) -> bool:
        """Whether the content is at another place of its history than when it was saved or opened."""
        return self._gesture_has_content or not self._undo_stack.isClean()

    @property
    def can_undo(self) -> bool:
        """Whether `undo` would do something; a gesture that runs can be undone too."""
        return self._gesture_has_content or self._undo_stack.canUndo()

    @property
    def can_redo(self) -> bool:
        """Whether `redo` would do something."""
        return not self._gesture_has_content and self._undo_stack.canRedo()

    def edit(self, document: Document, label: str, merge: Hashable | None = None) -> None:
        """Replace the document; `label` names the edit in the undo history.

        Without `merge` the edit is finished at once. With `merge` it begins or goes on with the gesture of that key,
        and finishes a gesture of another key; but an edit that only looks around, and one that is `PLAYING`, joins
        whatever gesture is running, so that one can pan and drag while sliders play. An edit that changes nothing
        does nothing.
        """
        if document == self._document:
            return
        if merge is None:
            self._edit_once(document, label)
        else:
            self._edit_in_gesture(document, label, merge)

    def finish_gesture(self) -> None:
        """End the gesture that is running, if one is; it makes one undo entry if it changed the content."""
        if self._end_gesture():
            self.settled.emit()

    def undo(self) -> None:
        """Take back the last edit; a running gesture is finished first, so it is what is taken back."""
        self.finish_gesture()
        if self._undo_stack.canUndo():
            self._move(self._entry(self._undo_stack.index() - 1).old, self._undo_stack.undo)

    def redo(self) -> None:
        """Make the last undone edit again; a running gesture is finished first."""
        self.finish_gesture()
        if self._undo_stack.canRedo():
            self._move(self._entry(self._undo_stack.index()).new, self._undo_stack.redo)

    def open(self, document: Document) -> None:
        """Replace everything: another session, unmodified and without a history."""
        old, self._document, self._gesture = self._document, document, None
        self._undo_stack.clear()
        self.history_changed.emit()
        if document != old:
            self.changed.emit(old, document)
        self.opened.emit()
        self.settled.emit()

    def mark_saved(self) -> None:
        """Call the present content saved; the history stays."""
        self.finish_gesture()
        self._undo_stack.setClean()

    @property
    def _gesture_has_content(self) -> bool:
        return self._gesture is not None and not same_content(self._gesture.start, self._document)

    def _edit_once(self, document: Document, label: str) -> None:
        self._end_gesture()
        old, self._document = self._document, document
        self._push(old, label)
        self.changed.emit(old, document)
        self.settled.emit()

    def _edit_in_gesture(self, document: Document, label: str, merge: Hashable) -> None:
        running = self._gesture
        joins = running is None or merge in (running.key, PLAYING) or same_content(self._document, document)
        if not joins:
            self.finish_gesture()
        if self._gesture is None:
            self._gesture = _Gesture(merge, label, self._document)
            self.gesture_started.emit()
        had_content = self._gesture_has_content
        old, self._document = self._document, document
        if self._gesture_has_content != had_content:
            self.history_changed.emit()
        self.changed.emit(old, document)

    def _end_gesture(self) -> bool:
        """Put the running gesture into the history; return whether one was running."""
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            self._push(gesture.start, gesture.label)
        return gesture is not None

    def _push(self, old: Document, label: str) -> None:
        if not same_content(old, self._document):
            self._undo_stack.push(_Entry(old, self._document, label))

    def _entry(self, index: int) -> _Entry:
        return cast("_Entry", self._undo_stack.command(index))

    def _move(self, content: Document, move: Callable[[], None]) -> None:
        old, self._document = self._document, seen_as(content, self._document)
        move()
        self.changed.emit(old, self._document)
        self.settled.emit()


@dataclass(frozen=True, slots=True)
class _Gesture:
    key: Hashable
    label: str
    start: Document


class _Entry(QUndoCommand):
    """One finished edit: data that the store reads.

    It does nothing itself, so it needs no reference to the store, which would keep both alive. `mergeWith` of Qt
    leaks; gestures are joined before this is made.
    """

    def __init__(self, old: Document, new: Document, label: str) -> None:
        super().__init__(label)
        self.old, self.new = old, new


def seen_as(document: Document, other: Document) -> Document:
    """Return the document with the visible ranges and the cursor of another one."""
    view = replace(document.view, x=other.view.x, y=other.view.y)
    return replace(document, view=view, cursor=other.cursor)


def same_content(one: Document, other: Document) -> bool:
    """Return whether two documents differ in nothing but where one looks."""
    return seen_as(one, other) == other
