"""Sliders that move by themselves: from end to end in a few seconds, round and round, to and fro, or once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from gui.store import PLAYING
from gui.widgets.between import between, share

if TYPE_CHECKING:
    from engine.document import Parameter
    from gui.store import DocumentStore

SECONDS = 5.0
"""From one end to the other."""
TICK = 16
LONGEST_TICK = 0.1
"""After a long pause of the machine a slider goes on from where it was; it does not leap."""


class Player(QObject):
    """Plays parameters of the store's document. All that play are moved by one edit a tick."""

    changed = Signal()
    """Other parameters play now."""

    def __init__(self, store: DocumentStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._directions: dict[str, float] = {}
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=TICK, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        store.changed.connect(lambda _old, _new: self._forget_removed())
        store.opened.connect(self.stop_all)

    @property
    def playing(self) -> frozenset[str]:
        """The names of the parameters that play."""
        return frozenset(self._directions)

    def play(self, name: str) -> None:
        """Start one; one that plays once starts at its low end when it stands at the high one."""
        parameter = self._store.document.parameter(name)
        if parameter.play == "once" and parameter.value >= parameter.high:
            moved = self._store.document.with_parameter(replace(parameter, value=parameter.low))
            self._store.edit(moved, self._label(), merge=PLAYING)
        self._directions[name] = 1.0
        if not self._timer.isActive():
            self._clock.start()
            self._timer.start()
        self.changed.emit()

    def stop(self, name: str) -> None:
        """Stop one; when none plays any more, what was played is one step of undo."""
        if self._directions.pop(name, None) is None:
            return
        self._rest()
        self.changed.emit()

    def stop_all(self) -> None:
        """Stop all."""
        for name in self.playing:
            self.stop(name)

    def toggle(self) -> None:
        """Stop all if any plays, else play all."""
        if self._directions:
            self.stop_all()
            return
        for parameter in self._store.document.parameters:
            self.play(parameter.name)

    def advance(self, seconds: float) -> None:
        """Move all that play by so many seconds; the timer does it."""
        document = self._store.document
        for name in self.playing:
            parameter = document.parameter(name)
            value, direction = moved(parameter, self._directions[name], seconds)
            document = document.with_parameter(replace(parameter, value=value))
            self._directions[name] = direction
        self._store.edit(document, self._label(), merge=PLAYING)
        for name in [name for name, direction in self._directions.items() if direction == 0.0]:
            self.stop(name)

    def _on_tick(self) -> None:
        self.advance(min(LONGEST_TICK, self._clock.restart() / 1000))

    def _rest(self) -> None:
        if not self._directions:
            self._timer.stop()
            self._store.finish_gesture()

    def _forget_removed(self) -> None:
        there = {parameter.name for parameter in self._store.document.parameters}
        gone = self.playing - there
        for name in gone:
            del self._directions[name]
        if gone:
            if not self._directions:
                self._timer.stop()
            self.changed.emit()

    def _label(self) -> str:
        return self.tr("Play")


def moved(parameter: Parameter, direction: float, seconds: float) -> tuple[float, float]:
    """Return the value after so many seconds, and the direction it goes on in: 1, -1, or 0 at the end."""
    low, high = parameter.low, parameter.high
    place = share(parameter.value, low, high) + direction * seconds / SECONDS
    if parameter.play == "loop":
        return between(low, high, place % 1.0), 1.0
    if 0.0 <= place <= 1.0:
        return between(low, high, place), direction
    if parameter.play == "once":
        return high, 0.0
    place = 2.0 - place if place > 1.0 else -place
    return between(low, high, max(0.0, place)), -direction
