"""Back and Forward through the visible ranges, apart from undo."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from engine.document import Range
    from gui.store import DocumentStore

LONGEST = 100

Seen = tuple["Range", tuple["Range | None", ...]]
"""A view's x and its y."""


class ViewHistory(QObject):
    """The views that were left: each settled change of the visible ranges is one step, a whole drag or wheel burst."""

    changed = Signal()
    """`can_back` or `can_forward` may be different now."""

    def __init__(self, store: DocumentStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._before: deque[Seen] = deque(maxlen=LONGEST)
        self._after: deque[Seen] = deque(maxlen=LONGEST)
        self._present = self._seen()
        store.settled.connect(self._on_settled)
        store.opened.connect(self._on_opened)

    @property
    def can_back(self) -> bool:
        """Whether there is a view to go back to."""
        return bool(self._before)

    @property
    def can_forward(self) -> bool:
        """Whether a view was left by going back."""
        return bool(self._after)

    def back(self) -> None:
        """Show the view before this one."""
        self._go(self._before, self._after, self.tr("Back"))

    def forward(self) -> None:
        """Show the view that `back` left."""
        self._go(self._after, self._before, self.tr("Forward"))

    def _seen(self) -> Seen:
        view = self._store.document.view
        return view.x, view.y

    def _go(self, source: deque[Seen], target: deque[Seen], label: str) -> None:
        self._store.finish_gesture()
        if not source:
            return
        target.append(self._present)
        self._present = x, y = source.pop()
        document = self._store.document
        self._store.edit(document.with_view(replace(document.view, x=x, y=y)), label)
        self.changed.emit()

    def _on_settled(self) -> None:
        seen = self._seen()
        if seen != self._present:
            self._before.append(self._present)
            self._after.clear()
            self._present = seen
            self.changed.emit()

    def _on_opened(self) -> None:
        """Forget all: the views of another session are of no use here."""
        self._before.clear()
        self._after.clear()
        self._present = self._seen()
        self.changed.emit()
