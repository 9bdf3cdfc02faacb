"""Someone copies a function as a script and pastes it elsewhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from engine.language.names import read_module
from engine.pytorch_script import script


@pytest.fixture
def clipboard(person):
    QGuiApplication.clipboard().setText("nothing yet")
    return QGuiApplication.clipboard()


def test_the_first_function_is_copied_with_the_numbers_on_screen(person, clipboard):
    person.types_and_waits("a sin(b x)^(1/3)")
    person.drags_slider("a", 0.6, 0.8)
    person.window._move_cursor(2.0)
    person.does("copy_pytorch")
    document = person.window.store.document
    values = {parameter.name: parameter.value for parameter in document.parameters}
    module = read_module((("a sin(b x)^(1/3)", "auto"),))
    assert clipboard.text() == script(module, 0, 2.0, values, document.view.x)
    assert "on the clipboard" in person.window.messages.label.text()


def test_the_function_with_the_keyboard_is_the_one(person, clipboard):
    person.does("add_function")
    person.types("cosh(x)")
    person.does("copy_pytorch")
    assert "torch.cosh" in clipboard.text()
    assert "torch.sin" not in clipboard.text()


def test_what_plain_pytorch_has_no_words_for_is_a_problem(person, clipboard):
    person.types_and_waits("J0(x)")
    person.does("copy_pytorch")
    assert clipboard.text() == "nothing yet"
    assert "not offered" in person.window.messages.label.text()


def test_with_no_function_there_is_nothing_to_copy(person, clipboard):
    person.types("x")
    QTest.keyClick(person.card().text, Qt.Key.Key_Backspace)
    person.does("copy_pytorch")
    assert clipboard.text() == "nothing yet"
    assert "no function" in person.window.messages.label.text()
