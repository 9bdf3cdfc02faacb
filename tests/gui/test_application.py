from __future__ import annotations

from PySide6.QtCore import QLocale, QSettings
from PySide6.QtWidgets import QApplication, QWidget

from gui.application import TITLE, Application
from gui.fonts import FAMILY
from gui.settings import APPLICATION, ORGANISATION


def test_it_is_the_one_application_with_name_font_and_style(qapp):
    assert isinstance(qapp, Application)
    assert QApplication.instance() is qapp
    assert qapp.applicationDisplayName() == TITLE
    assert qapp.desktopFileName() == qapp.applicationName() == APPLICATION
    assert qapp.font().family() == FAMILY
    assert qapp.style().name() == "fusion"


def test_every_widget_has_the_bundled_font(qapp, qtbot):
    del qapp
    widget = QWidget()
    qtbot.addWidget(widget)
    assert widget.font().family() == FAMILY


def test_numbers_have_a_decimal_point_in_every_language(qapp):
    for language in ("en", "tr"):
        qapp.choose_language(language)
        assert QLocale().toString(1234.5, "g", 6) == "1234.5"
        assert QLocale().toDouble("1.5") == (1.5, True)


def test_choices_are_kept_for_the_next_run(qapp):
    qapp.choose_language("tr")
    qapp.choose_scheme("dark")
    stored = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, ORGANISATION, APPLICATION)
    assert (stored.value("language"), stored.value("scheme")) == ("tr", "dark")
    assert (qapp.languages.language, qapp.theme.scheme) == ("tr", "dark")


def test_a_reported_bug_is_presented(qapp, qtbot, caplog):
    qapp.bugs.report(ValueError("of this test"))
    qtbot.waitUntil(lambda: qapp.bug_presenter.dialog is not None)
    assert "of this test" in qapp.bug_presenter.dialog.report
    qapp.bug_presenter.dialog.close()
    caplog.clear()
