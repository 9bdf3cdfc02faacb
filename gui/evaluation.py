"""The Evaluator: one worker thread; one request running, the newest one pending.

A running request is never cancelled by the next tick of a drag, because that would starve the picture; what makes
the running request worthless (another text, the end of a gesture, closing) cancels it.
"""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

from engine.budget import Budget, Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from engine.outcome import Outcome
    from engine.plan import Request

    Evaluate = Callable[[Request, Budget], Iterable[Outcome]]
    """Gives an outcome, or first a part of it and then all of it."""

SWITCH_SECONDS = 0.0005
"""How often the worker lets the GUI thread have the interpreter: 5 ms, the default, shows as a stutter."""


def load_engine() -> Evaluate:
    """Import torch and return the engine's stages; each worker calls it once, after its window is painted."""
    from engine.evaluate import Evaluation
    from engine.torch_setup import use_one_thread

    use_one_thread()  # another window's worker may have imported torch
    return Evaluation()


class Evaluator(QObject):
    """Evaluates requests in the background and tells of their outcomes in the order of the requests."""

    ready = Signal()
    """The engine is loaded."""
    finished = Signal(object)
    """An `Outcome`; what takes longer than the curves comes in a second one for the same request."""
    broke = Signal(object)
    """An unexpected exception: a bug, not a user's mistake."""
    idle = Signal()
    """Nothing is running or pending any more."""

    def __init__(self, load: Callable[[], Evaluate] = load_engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = _Worker(self, load)

    def start(self) -> None:
        """Start the worker; it loads the engine first."""
        sys.setswitchinterval(SWITCH_SECONDS)
        self._worker.start()

    def request(self, request: Request, *, urgent: bool = False) -> None:
        """Evaluate this request next, in place of the one that is pending; `urgent` also cancels the running one."""
        self._worker.put(request, urgent=urgent)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is running or pending."""
        return self._worker.is_idle

    def close(self) -> None:
        """Cancel everything and wait for the worker to end."""
        self._worker.stop()


class _Worker(QThread):
    def __init__(self, evaluator: Evaluator, load: Callable[[], Evaluate]) -> None:
        super().__init__(evaluator)
        self._evaluator = evaluator
        self._load = load
        self._changed = threading.Condition()
        self._pending: Request | None = None
        self._budget: Budget | None = None
        self._stopped = False

    def put(self, request: Request, *, urgent: bool) -> None:
        with self._changed:
            self._pending = request
            if urgent and self._budget is not None:
                self._budget.cancel()
            self._changed.notify()

    @property
    def is_idle(self) -> bool:
        with self._changed:
            return self._pending is None and self._budget is None

    def stop(self) -> None:
        with self._changed:
            self._stopped = True
            if self._budget is not None:
                self._budget.cancel()
            self._changed.notify()
        self.wait()

    def run(self) -> None:
        """Load the engine, then evaluate until stopped."""
        try:
            evaluate = self._load()
        except Exception as error:  # noqa: BLE001  (a thread has nobody above it: every bug is told to the window)
            self._evaluator.broke.emit(error)
            return
        self._evaluator.ready.emit()
        while (taken := self._take()) is not None:
            self._evaluate(evaluate, *taken)

    def _take(self) -> tuple[Request, Budget] | None:
        """Wait for a request; None when stopped."""
        with self._changed:
            self._changed.wait_for(lambda: self._stopped or self._pending is not None)
            if self._stopped or self._pending is None:
                return None
            request, self._pending = self._pending, None
            self._budget = Budget()
            return request, self._budget

    def _has_newer(self) -> bool:
        with self._changed:
            return self._stopped or self._pending is not None

    def _evaluate(self, evaluate: Evaluate, request: Request, budget: Budget) -> None:
        try:
            for outcome in evaluate(request, budget):
                self._evaluator.finished.emit(outcome)
                if self._has_newer():
                    break
        except Cancelled:
            pass
        except Exception as error:  # noqa: BLE001  (as above)
            self._evaluator.broke.emit(error)
        with self._changed:
            self._budget = None
            idle = self._pending is None
        if idle:
            self._evaluator.idle.emit()
