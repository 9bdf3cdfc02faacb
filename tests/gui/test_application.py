from __future__ import annotations

import sys

import numpy as np
from PySide6.QtCore import QLocale, QSettings
from PySide6.QtWidgets import QApplication, QWidget

from engine.document import Document, Function
from engine.outcome import LayerOutcome, Outcome
from engine.plan import Viewport, plan
from engine.shapes import Curve
from gui.application import TITLE, Application
from gui.fonts import FAMILY
from gui.plot.plot_view import PlotView
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
    assert (qapp.languages.choice, qapp.theme.scheme) == ("tr", "dark")


def test_a_reported_bug_is_presented(qapp, qtbot, caplog):
    qapp.bugs.report(ValueError("of this test"))
    qtbot.waitUntil(lambda: qapp.bug_presenter.dialog is not None)
    assert "of this test" in qapp.bug_presenter.dialog.report
    qapp.bug_presenter.dialog.close()
    caplog.clear()


def test_repainting_drops_no_reference_to_none(qapp, qtbot):
    """Some versions of PySide6 drop one with each call of a void function, and abort the process in the end."""
    view = PlotView()
    qtbot.addWidget(view)
    view.synchronise(Document(functions=(Function(1, "x"),)))
    painted = []
    view.frame_painted.connect(lambda: painted.append(True))
    view.show()
    x = np.linspace(-10.0, 10.0, 101)
    shapes = (Curve(x, np.sin(x), "value", 1, 0),)
    outcome = Outcome(plan(Document(), Viewport()), (LayerOutcome("value", 1, shapes),), (), 0, 0.0)
    view.show_outcome(outcome)
    qtbot.waitUntil(lambda: len(painted) > 0)
    before = sys.getrefcount(None)
    for turn in range(100):
        with qtbot.waitSignal(view.frame_painted):
            view.resize(600 + turn % 2, 400)
            view.show_outcome(outcome)
    # What the tests around it hold and let go is a few; each frame's own void calls are dozens.
    assert sys.getrefcount(None) > before - 50
    assert len(painted) >= 100
