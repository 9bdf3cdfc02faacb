from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QMainWindow, QPushButton

from gui.bug_dialog import BugDialog, BugPresenter
from gui.bugs import BugReporter


@pytest.fixture
def window(qtbot):
    made = QMainWindow()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    return made


@pytest.fixture
def presenter(window):
    made = BugPresenter(window)
    yield made
    if made.dialog is not None:
        made.dialog.close()


def button(dialog, role):
    (box,) = dialog.findChildren(QDialogButtonBox)
    (found,) = [one for one in box.buttons() if box.buttonRole(one) == role]
    assert isinstance(found, QPushButton)
    return found


def test_an_unexpected_exception_shows_one_dialog_and_the_program_goes_on(qapp, window, presenter, qtbot, caplog):
    reporter = BugReporter(window)
    reporter.reported.connect(presenter.show)
    for text in ("first bug", "second bug"):
        reporter.report(ValueError(text))
    qtbot.waitUntil(lambda: presenter.dialog is not None and "second bug" in presenter.dialog.report)
    dialogs = [widget for widget in qapp.topLevelWidgets() if isinstance(widget, BugDialog)]
    assert dialogs == [presenter.dialog]
    assert "first bug" in presenter.dialog.report
    assert presenter.dialog.isVisible()
    assert presenter.dialog.parent() is window
    alive = []
    QTimer.singleShot(0, window, lambda: alive.append(True))
    qtbot.waitUntil(lambda: alive == [True])
    caplog.clear()


def test_the_report_is_copied(presenter, qtbot):
    presenter.show("a report\nof two lines")
    qtbot.mouseClick(button(presenter.dialog, QDialogButtonBox.ButtonRole.ActionRole), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "a report\nof two lines"
    assert presenter.dialog.isVisible()


@pytest.mark.parametrize("way", ["button", "escape"])
def test_a_closed_dialog_opens_anew_with_the_new_report_alone(presenter, qtbot, way):
    presenter.show("old")
    if way == "button":
        close = button(presenter.dialog, QDialogButtonBox.ButtonRole.RejectRole)
        qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(presenter.dialog, Qt.Key.Key_Escape)
    assert presenter.dialog is None
    presenter.show("new")
    assert presenter.dialog.report == "new"


def test_it_follows_the_language(qapp, presenter, qtbot):
    def texts():
        return [one.text() for one in presenter.dialog.findChildren(QPushButton)]

    presenter.show("report")
    assert "Copy report" in texts()
    qapp.languages.choose("tr")
    qtbot.waitUntil(lambda: "Raporu kopyala" in texts())
    assert presenter.dialog.windowTitle() == "Bir şeyler ters gitti"


def test_reports_cannot_be_typed_over(presenter, qtbot):
    presenter.show("report")
    qtbot.keyClicks(presenter.dialog._report, "x")
    assert presenter.dialog.report == "report"
    assert presenter.dialog._report.accessibleName() == "Report"
