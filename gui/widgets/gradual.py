"""Makes many widgets a few in each event, so that the window goes on answering."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Gradual(QObject):
    """Makes what is `missing`, in that order: some at once when asked to begin, `then` so many in each later event."""

    def __init__(
        self, parent: QObject, missing: Callable[[], Sequence[Any]], make: Callable[[Any], object], then: int
    ) -> None:
        super().__init__(parent)
        self._missing, self._make = missing, make
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(lambda: self.begin(then))

    def begin(self, most: int) -> None:
        """Make so many now, and the others soon."""
        missing = self._missing()
        for one in missing[:most]:
            self._make(one)
        if len(missing) > most:
            self._later.start()
