from __future__ import annotations

import logging
import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import QTimer, QtMsgType, qCritical, qWarning

from gui.bugs import LEVELS, LOG_LINES, PACKAGES, BugReporter, versions


@pytest.fixture
def reporter(qapp):
    """A reporter that has the hooks; pytest-qt's own are back afterwards."""
    del qapp
    made = BugReporter()
    made.install()
    yield made
    made.uninstall()


@pytest.fixture
def reports(reporter):
    found = []
    reporter.reported.connect(found.append)
    return found


def broken():
    raise ValueError("the very bug")


def caught(function):
    try:
        function()
    except Exception as error:  # noqa: BLE001
        return error
    return None


def test_a_report_has_what_is_needed_to_mend_it(reporter, reports, qtbot, caplog):
    logging.getLogger("plot").error("just before")
    with qtbot.waitSignal(reporter.reported):
        reporter.report(caught(broken))
    (report,) = reports
    for part in ("ValueError: the very bug", "in broken", "just before", "Python 3", "torch 2.13.0"):
        assert part in report
    caplog.clear()


def test_a_bug_in_a_callback_of_qt_is_reported(reporter, reports, qtbot, caplog):
    with qtbot.captureExceptions() as exceptions:
        sys.excepthook = reporter._from_python  # captureExceptions took the hook
        with qtbot.waitSignal(reporter.reported):
            QTimer.singleShot(0, broken)
    assert "the very bug" in reports[0]
    assert not exceptions
    caplog.clear()


def test_a_bug_in_a_thread_is_reported_in_the_main_thread(reporter, reports, qtbot, caplog):
    places = []
    reporter.reported.connect(lambda _: places.append(threading.current_thread()))
    thread = threading.Thread(target=broken)
    with qtbot.waitSignal(reporter.reported):
        thread.start()
    thread.join()
    assert "the very bug" in reports[0]
    assert places == [threading.main_thread()]
    caplog.clear()


def test_the_same_bug_is_told_once(reporter, reports, qtbot, caplog):
    error = caught(broken)
    with qtbot.waitSignal(reporter.reported):
        for _ in range(3):
            reporter.report(error)
    with qtbot.waitSignal(reporter.reported):
        reporter.report(caught(lambda: 1 / 0))
    assert ["\nValueError: the very bug" in report.partition("Log:")[0] for report in reports] == [True, False]
    caplog.clear()


def test_a_report_waits_until_what_goes_on_is_done(reporter, reports, caplog):
    reporter.report(caught(broken))
    assert reports == []
    caplog.clear()


def test_ctrl_c_and_exit_are_no_bugs(reporter, reports, qtbot, capsys):
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    thread = threading.Thread(target=sys.exit)
    thread.start()
    thread.join()
    qtbot.wait(1)
    assert reports == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_a_warning_of_qt_goes_to_the_log_alone(reporter, reports, qtbot, caplog):
    qWarning("harmless")
    qtbot.wait(1)
    assert reports == []
    assert [record.getMessage() for record in caplog.records] == ["harmless"]
    caplog.clear()


def test_an_error_of_qt_is_a_bug(reporter, reports, qtbot, caplog):
    with qtbot.waitSignal(reporter.reported):
        qCritical("serious")
    assert "Qt: serious" in reports[0]
    caplog.clear()


def test_every_kind_of_message_has_its_level():
    assert set(LEVELS) == set(QtMsgType)


def test_the_log_of_a_long_run_is_cut(reporter, reports, qtbot, caplog):
    for number in range(LOG_LINES + 50):
        logging.getLogger("plot").warning("line %d.", number)
    with qtbot.waitSignal(reporter.reported):
        reporter.report(caught(broken))
    assert "line 10." not in reports[0]
    assert f"line {LOG_LINES + 49}." in reports[0]
    caplog.clear()


def test_the_hooks_are_given_back(qapp):
    del qapp
    before = (sys.excepthook, threading.excepthook, list(logging.getLogger().handlers))
    reporter = BugReporter()
    reporter.install()
    assert sys.excepthook != before[0]
    reporter.uninstall()
    assert (sys.excepthook, threading.excepthook, list(logging.getLogger().handlers)) == before


def test_versions_are_read_without_importing():
    program = "import sys, gui.bugs; lines = gui.bugs.versions(); assert 'torch' not in sys.modules; print(len(lines))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert int(done.stdout) == len(versions()) == len(PACKAGES) + 1


def test_a_package_that_is_missing_is_told(monkeypatch):
    monkeypatch.setattr("gui.bugs.PACKAGES", ("no-such-package",))
    assert versions()[1:] == ["no-such-package not installed"]
