"""The status bar's line: `2 functions, 812 samples, 1.9 ms` and the number type and device."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QStatusBar

if TYPE_CHECKING:
    from engine.outcome import Outcome


SPACE = 8


class Status(QObject):
    """Writes into a status bar."""

    def __init__(self, bar: QStatusBar) -> None:
        super().__init__(bar)
        self._work = QLabel(bar)
        self._kind = QLabel("float64   cpu", bar)
        bar.addWidget(self._work, 1)
        bar.addPermanentWidget(self._kind)
        bar.setSizeGripEnabled(False)
        bar.setContentsMargins(SPACE, 0, SPACE, 0)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show how much was evaluated and how long it took; a label that stays the same costs nothing."""
        functions = self.tr("%n function(s)", "", len(outcome.request.curves))
        samples = self.tr("%n sample(s)", "", outcome.samples)
        self._work.setText(f"{functions}, {samples}, {outcome.seconds * 1e3:.1f} ms")
