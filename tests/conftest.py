"""What holds for every test: settings of its own, the program's own application, and nothing left behind.

A test that expects a warning in the log looks at it in `caplog` and then calls `caplog.clear()`.
"""

from __future__ import annotations

import gc
import logging
import os
import threading
import weakref

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QThread, QTimer

from gui.settings import Settings

_started = weakref.WeakSet()


def _remember_starts(kind):
    """Qt has no list of its threads and timers, so keep one of those that Python starts."""
    start = kind.start

    def remembered(self, *arguments):
        _started.add(self)
        return start(self, *arguments)

    kind.start = remembered


_remember_starts(QThread)
_remember_starts(QTimer)


def pytest_collection_modifyitems(items):
    """A long sweep may take as long as it takes."""
    for item in items:
        if item.get_closest_marker("slow") is not None:
            item.add_marker(pytest.mark.timeout(0))


@pytest.fixture(scope="session", autouse=True)
def _no_settings_of_the_user(tmp_path_factory):
    folder = tmp_path_factory.mktemp("settings")
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))
    os.environ["XDG_CACHE_HOME"] = str(folder / "cache")


@pytest.fixture(scope="session")
def qapp_cls():
    from gui.application import Application

    return Application


@pytest.fixture
def settings(tmp_path):
    """The settings of a program that runs for the first time."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    return Settings()


@pytest.fixture(autouse=True)
def _unexpected_log_records_fail(caplog):
    yield
    records = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not records, f"logged, but not expected: {[record.getMessage() for record in records]}"


@pytest.fixture(autouse=True)
def _no_thread_is_left():
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before and _is_ours(thread)]
    assert not left, f"threads still run after the test: {left}"


def _is_ours(thread):
    """A thread that Qt or torch started, and Python only met, is not ours to end here."""
    return not isinstance(thread, threading._DummyThread)


@pytest.fixture(autouse=True)
def _application_as_at_the_first_start(request):
    if "qapp" not in request.fixturenames:
        yield
        return
    qapp, qapp.settings = request.getfixturevalue("qapp"), request.getfixturevalue("settings")
    _choose_defaults(qapp)
    before = set(qapp.topLevelWidgets())
    yield
    _delete_what_is_due()
    if _leftovers(qapp, before):
        gc.collect()
        _delete_what_is_due()
    _choose_defaults(qapp)
    left = _leftovers(qapp, before)
    for widget in set(qapp.topLevelWidgets()) - before:
        widget.deleteLater()
    _started.clear()
    assert not left, f"left behind by the test (add widgets to qtbot, stop threads and timers): {left}"


def _choose_defaults(qapp):
    """Fixed ones, for the developer's own system may be dark and Turkish."""
    qapp.theme.choose("light")
    qapp.languages.choose("en")


def _delete_what_is_due():
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def _leftovers(qapp, before):
    widgets = [widget for widget in qapp.topLevelWidgets() if widget not in before]
    started = [one for one in _started if shiboken6.isValid(one)]
    running = [one for one in started if (one.isRunning() if isinstance(one, QThread) else one.isActive())]
    return [*map(repr, widgets), *map(repr, running)]
