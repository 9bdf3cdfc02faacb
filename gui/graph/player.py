"""Plays the steps: a position that moves by itself or by hand."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

INTERVAL = 700
"""Milliseconds for one step."""


class StepPlayer(QObject):
    """Stands after `position` of `count` steps; at the end all is shown, which is where it rests."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.count = 0
        self.position = 0
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(self._on_tick)

    @property
    def is_at_end(self) -> bool:
        """Whether everything is known."""
        return self.position >= self.count

    @property
    def is_playing(self) -> bool:
        """Whether it moves by itself."""
        return self._timer.isActive()

    def reset(self, count: int, *, keep: bool) -> None:
        """Have so many steps from now on; without `keep` it rests at the end."""
        kept = keep and not self.is_at_end
        self.count = count
        self.position = min(self.position, count) if kept else count
        if not kept:
            self._timer.stop()

    def go(self, position: int) -> None:
        """Stand here, at rest."""
        self._timer.stop()
        self._move(position)

    def forward(self) -> None:
        """Take one step; from the end, the first one."""
        self.go(1 if self.is_at_end else self.position + 1)

    def back(self) -> None:
        """Take one step back."""
        self.go(self.position - 1)

    def toggle(self) -> None:
        """Play, from the start if it is at the end; or pause."""
        if self.is_playing:
            self.go(self.position)
            return
        if self.count:
            self._timer.start()
            self._move(0 if self.is_at_end else self.position)

    def _on_tick(self) -> None:
        if self.position + 1 >= self.count:
            self._timer.stop()
        self._move(self.position + 1)

    def _move(self, position: int) -> None:
        self.position = min(self.count, max(0, position))
        self.changed.emit()
