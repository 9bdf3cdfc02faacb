"""Bugs: every unexpected exception, from any thread or from Qt, becomes a report. What a user can cause is no bug."""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler

if TYPE_CHECKING:
    from types import TracebackType

logger = logging.getLogger(__name__)

PACKAGES = ("gradient-visualizer", "PySide6-Essentials", "torch", "numpy", "scipy", "superqt")
LOG_LINES = 200

LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class RecentLog(logging.Handler):
    """Keeps the last lines of the log for the report."""

    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        self.lines: deque[str] = deque(maxlen=LOG_LINES)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record as text."""
        self.lines.append(self.format(record))


class BugReporter(QObject):
    """Watches for bugs; each is reported once in a run, for a broken paint event would report at every frame."""

    reported = Signal(str)
    """The text of a new report; arrives in the GUI thread, after what was going on."""
    _found = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen: set[str] = set()
        self._log = RecentLog()
        self._found.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over the hooks of Python, its threads and Qt, until `uninstall`."""
        self._previous = (sys.excepthook, threading.excepthook, qInstallMessageHandler(self._from_qt))
        sys.excepthook = self._from_python
        threading.excepthook = self._from_thread
        logging.getLogger().addHandler(self._log)

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook, handler = self._previous
        qInstallMessageHandler(handler)
        logging.getLogger().removeHandler(self._log)

    def report(self, error: BaseException) -> None:
        """Report an exception that was caught; from any thread."""
        self._take("".join(traceback.format_exception(error)))

    def _from_python(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, Exception):
            self._take("".join(traceback.format_exception(kind, error, trace)))
        else:
            sys.__excepthook__(kind, error, trace)

    def _from_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None and arguments.exc_type is not SystemExit:
            self.report(arguments.exc_value)

    def _from_qt(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        """Qt warns of much that harms nobody: that goes to the log alone."""
        del context
        logging.getLogger("qt").log(LEVELS[kind], message)
        if LEVELS[kind] >= logging.ERROR:
            self._found.emit(f"Qt: {message}\n")

    def _take(self, trace: str) -> None:
        logger.error("unexpected exception\n%s", trace)
        self._found.emit(trace)

    def _tell(self, trace: str) -> None:
        if trace not in self._seen:
            self._seen.add(trace)
            self.reported.emit("\n".join((*versions(), "", trace, "Log:", *self._log.lines)))


def versions() -> list[str]:
    """Return a line for the system and one for each package that matters, without importing any."""
    return [f"Python {platform.python_version()} on {platform.platform()}", *map(_package_line, PACKAGES)]


def _package_line(name: str) -> str:
    return f"{name} {package_version(name)}"


def package_version(name: str = PACKAGES[0]) -> str:
    """Return the version of an installed package, this program's if none is named, or `not installed`."""
    from importlib.metadata import PackageNotFoundError, version  # reads mail, slowly

    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
