"""Lays graphs out in the background: importing igraph and a large layout both take longer than a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, Signal

from gui.graph.arrangement import arrangement

if TYPE_CHECKING:
    from gui.graph.diagram import Diagram


class Arranger(QObject):
    """One layout at a time; of those that wait, only the newest is made."""

    arranged = Signal(object, object)
    """A `Diagram` and its `Arrangement`."""
    broke = Signal(object)
    """An unexpected exception: a bug, not a user's mistake."""
    _ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._running: Diagram | None = None
        self._pending: Diagram | None = None
        self._ended.connect(self._on_ended)

    def request(self, diagram: Diagram) -> None:
        """Lay this one out next; the one that is being laid out is not begun again."""
        self._pending = None if diagram == self._running else diagram
        self._take()

    def close(self) -> None:
        """Wait for the layout that is being made."""
        self._pending = None
        self._pool.waitForDone()

    def _take(self) -> None:
        if self._running is not None or self._pending is None:
            return
        diagram, self._pending = self._pending, None
        self._running = diagram
        self._pool.start(lambda: self._run(diagram))

    def _run(self, diagram: Diagram) -> None:
        try:
            self.arranged.emit(diagram, arrangement(diagram))
        except Exception as error:  # noqa: BLE001  (a thread has nobody above it: every bug is told to the window)
            self.broke.emit(error)
        self._ended.emit()

    def _on_ended(self) -> None:
        self._running = None
        self._take()
