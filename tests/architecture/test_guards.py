"""The guards of `conftest.py` are themselves checked: each of these tests must fail, or they guard nothing."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TESTS = """
import logging, threading, warnings
import pytest
from PySide6.QtCore import QThread, QTimer, qWarning
from PySide6.QtWidgets import QWidget

kept = []

def test_thread_that_raises():
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()

def test_thread_left():
    threading.Thread(target=threading.Event().wait, daemon=True).start()

def test_warning():
    warnings.warn("old", DeprecationWarning)

def test_log_record():
    logging.getLogger("x").warning("careful")

def test_qt_warning(qapp):
    qWarning("careful")

def test_widget_left(qapp):
    kept.append(QWidget())

def test_timer_left(qapp):
    kept.append(QTimer())
    kept[-1].start(100_000)

def test_qthread_left(qapp):
    kept.append(QThread())
    kept[-1].start()

def test_broken_paint(qtbot):
    class Broken(QWidget):
        def paintEvent(self, event):
            raise ValueError("broken")
    widget = Broken()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    qtbot.wait(10)

def test_fine(qtbot, caplog, settings):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    logging.getLogger("x").warning("careful")
    assert "careful" in caplog.text
    caplog.clear()

@pytest.fixture(scope="session", autouse=True)
def _end():
    yield
    for thread in kept:
        if isinstance(thread, QThread):
            thread.quit()
            thread.wait()
"""
REASONS = {
    "test_thread_that_raises": "PytestUnhandledThreadExceptionWarning",
    "test_thread_left": "threads still run",
    "test_warning": "DeprecationWarning: old",
    "test_log_record": r"logged, but not expected: \['careful'\]",
    "test_qt_warning": "",
    "test_widget_left": "left behind by the test .*QWidget",
    "test_timer_left": "left behind by the test .*QTimer",
    "test_qthread_left": "left behind by the test .*QThread",
    "test_broken_paint": "Exceptions caught in Qt event loop",
}


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """The lines of the short summary, from a run of the tests above under this project's configuration."""
    folder = tmp_path_factory.mktemp("guards")
    shutil.copy(ROOT / "tests" / "conftest.py", folder)
    (folder / "test_bad.py").write_text(TESTS)
    options = ["-c", "pyproject.toml", "--rootdir", str(folder), "-n", "0", "-rA", "--tb=no", "-p", "no:cacheprovider"]
    command = [sys.executable, "-m", "pytest", *options, str(folder)]
    environment = {**os.environ, "COLUMNS": "400"}
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=ROOT, env=environment, check=False)
    return done.stdout


@pytest.mark.parametrize(("name", "reason"), REASONS.items())
def test_it_fails_for_its_reason(report, name, reason):
    assert re.search(rf"^(FAILED|ERROR) .*::{name}\b.*{reason}", report, re.MULTILINE), report


def test_what_a_good_test_does_is_allowed(report):
    assert re.search(r"^PASSED .*::test_fine$", report, re.MULTILINE), report
    assert not re.search(r"^(FAILED|ERROR) .*::test_fine\b", report, re.MULTILINE), report
