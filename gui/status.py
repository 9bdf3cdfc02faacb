"""The status bar's line: `2 functions, 812 samples, 1.9 ms` and the number type and device."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QObject
from PySide6.QtWidgets import QLabel, QStatusBar

from gui.widgets.steady_label import SteadyLabel

if TYPE_CHECKING:
    from engine.outcome import Outcome


SPACE = 8
READABLE = 200
"""Milliseconds that numbers stay while something is dragged: nobody could read them faster."""


class Status(QObject):
    """Writes into a status bar. Where both do not fit, what was done comes before how."""

    def __init__(self, bar: QStatusBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._work = SteadyLabel(bar)
        self._shown_for = QElapsedTimer()
        self._kind = QLabel("float64   cpu", bar)
        bar.addWidget(self._work)
        bar.addPermanentWidget(self._kind)
        bar.setSizeGripEnabled(False)
        bar.setContentsMargins(SPACE, 0, SPACE, 0)
        bar.installEventFilter(self)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show how much was evaluated and how long it took; during a drag not more often than can be read."""
        is_fresh = self._shown_for.isValid() and not self._shown_for.hasExpired(READABLE)
        if outcome.request.quality == "live" and is_fresh:
            return
        self._shown_for.start()
        functions = self.tr("%n function(s)", "", len(outcome.request.curves))
        samples = self.tr("%n sample(s)", "", outcome.samples)
        self._work.show_text(f"{functions}, {samples}, {outcome.seconds * 1e3:.1f} ms")
        self._fit()

    def _fit(self) -> None:
        needed = self._work.width() + self._kind.sizeHint().width() + 4 * SPACE
        self._kind.setVisible(self._bar.width() >= needed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width of the bar."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)
