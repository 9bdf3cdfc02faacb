"""Start, type a function, drag its sliders, look at f, f′ and f″, save, close, and open it again."""

from __future__ import annotations

import numpy as np
import pytest

from engine.document import Document
from engine.session import load


def joined(pieces):
    return np.concatenate(pieces)


def test_the_first_window_shows_a_curve_that_moves(person):
    assert person.texts == ["a sin(b x) + x/4"]
    xs, ys = person.curve()
    x = joined(xs)
    np.testing.assert_allclose(joined(ys), np.sin(x) + x / 4, atol=1e-12)


def test_typing_a_function_makes_its_sliders_and_draws_it(person):
    person.does("new")
    person.types_and_waits("c cos(w x)")
    assert person.names == ["c", "w"]
    xs, ys = person.curve()
    np.testing.assert_allclose(joined(ys), np.cos(joined(xs)), atol=1e-12)


def test_a_drag_moves_function_and_derivatives_and_is_one_step_of_undo(person):
    person.card().chips[2].click()
    person.waits()
    person.drags_slider("a", 0.55, 0.6, 0.65, 0.7, 0.75)
    person.waits()
    a = person.value("a")
    assert 2.0 < a < 3.0
    for order, exact in enumerate((lambda x: a * np.sin(x) + x / 4, lambda x: a * np.cos(x) + 1 / 4,
                                   lambda x: -a * np.sin(x))):  # fmt: skip
        xs, ys = person.curve(order)
        np.testing.assert_allclose(joined(ys), exact(joined(xs)), atol=1e-11)
    person.does("undo")
    assert person.value("a") == 1.0
    person.does("redo")
    assert person.value("a") == a


def test_the_picture_follows_while_the_slider_is_held(person, qtbot):
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest

    slider = person.window.parameters.row("a").slider
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=slider._handle().center())
    QTest.mouseMove(slider, QPoint(round(0.9 * slider.width()), slider.height() // 2))
    held = person.value("a")
    assert held > 3.0
    qtbot.waitUntil(lambda: dict(person.window.picture.outcome.request.parameters)["a"] == held)
    assert person.window.picture.outcome.request.quality == "live"
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(round(0.9 * slider.width()), 4))
    person.waits()
    assert person.window.picture.outcome.request.quality == "full"


def test_a_saved_session_opens_as_it_was(person, open_window, tmp_path, monkeypatch):
    file = tmp_path / "first.gradviz"
    person.drags_slider("a", 0.8)
    person.does("overlay")
    monkeypatch.setattr("gui.files.QFileDialog.getSaveFileName", lambda *_: (str(file), ""))
    person.does("save")
    saved = person.window.store.document
    assert not person.window.isWindowModified()
    assert load(file) == saved
    person.window.close()

    other = open_window()
    other.window.open_session(str(file))
    other.waits()
    assert other.window.store.document == saved
    assert other.window.windowTitle().startswith("first.gradviz")
    assert str(file) in [action.toolTip() for action in other.window.menus.recent.actions()]


def test_undo_goes_on_after_saving(person, tmp_path, monkeypatch):
    monkeypatch.setattr("gui.files.QFileDialog.getSaveFileName", lambda *_: (str(tmp_path / "s"), ""))
    person.types_and_waits("x^2")
    person.does("save")
    person.does("undo")
    assert person.texts == ["a sin(b x) + x/4"]
    assert person.window.isWindowModified()
    person.does("redo")
    assert not person.window.isWindowModified()


@pytest.mark.parametrize("answer", ["cancel", "discard"])
def test_closing_asks_about_changes(person, answer, monkeypatch):
    from PySide6.QtWidgets import QMessageBox

    button = QMessageBox.StandardButton.Cancel if answer == "cancel" else QMessageBox.StandardButton.Discard
    asked = []
    monkeypatch.setattr("gui.files.SessionFiles._ask", lambda *words: asked.append(words) or button)
    person.types_and_waits("x^3")
    assert person.window.close() is (answer == "discard")
    assert len(asked) == 1


def test_a_file_that_is_dropped_is_opened_and_a_wrong_one_is_a_message(person, tmp_path, dropped):
    from engine.examples import examples

    person.window.dropEvent(dropped(examples()[0].path))
    assert person.window.store.document.functions != Document().functions
    before = person.window.store.document
    wrong = tmp_path / "wrong.gradviz"
    wrong.write_text("{")
    person.window.dropEvent(dropped(wrong))
    assert person.window.store.document is before
    assert "wrong.gradviz" in person.window.messages.label.text()
    assert person.window.messages.isVisible()
    person.window.messages.close_button.click()
    assert not person.window.messages.isVisible()


@pytest.fixture
def dropped():
    from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
    from PySide6.QtGui import QDropEvent

    kept = []

    def event(path):
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        kept.append(mime)
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        return QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, buttons, keys)

    return event
