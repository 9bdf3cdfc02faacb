"""Tells how long the GUI thread is kept by one event.

It counts the thread's own time on the processor, so that a busy machine changes nothing, and leaves out the garbage
collector, which in a test run walks the run's own objects.
"""

from __future__ import annotations

import gc
import sys
import threading
import time
from pathlib import Path

from PySide6.QtCore import QObject

GUI = str(Path(__file__).parents[2] / "gui")


class Watchdog(QObject):
    """Installed on the application, it sees every event; `longest` is (seconds, event) for the slowest so far."""

    def __init__(self, application):
        super().__init__(application)
        self._application = application
        self._collecting = self._begun = 0.0
        self._event = "start"
        self.longest = (0.0, "")

    def __enter__(self):
        gc.callbacks.append(self._on_collector)
        self._application.installEventFilter(self)
        self._begun = self._now()
        return self

    def __exit__(self, *_):
        self._application.removeEventFilter(self)
        gc.callbacks.remove(self._on_collector)
        self._close("end")
        self.deleteLater()

    def _now(self):
        return time.thread_time() - self._collecting

    def _on_collector(self, phase, _info):
        # Collections of the worker are not this thread's time, and it may be interrupted within one.
        if threading.current_thread() is threading.main_thread():
            self._collecting += time.thread_time() * (1 if phase == "stop" else -1)

    def _close(self, event):
        now = self._now()
        self.longest = max(self.longest, (now - self._begun, self._event))
        self._begun, self._event = now, event

    def eventFilter(self, receiver, event):
        """A new event ends the one before it, unless it is sent from within it."""
        if not _is_within_gui():
            self._close(f"{event.type().name} to {type(receiver).__name__}")
        return False


def _is_within_gui():
    frame = sys._getframe(2)
    while frame is not None:
        if frame.f_code.co_filename.startswith(GUI):
            return True
        frame = frame.f_back
    return False
