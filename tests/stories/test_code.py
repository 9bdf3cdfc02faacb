"""A function with control flow is typed into a card, which becomes a small editor of code."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest

LINES = ("def f(x, a=2.0):", "y = x", "while y < 3:", "y = y + a", "", "if y > 4:", "return y * x")
TEXT = """\
def f(x, a=2.0):
    y = x
    while y < 3:
        y = y + a
    if y > 4:
        return y * x
    return x**2"""


def types_the_function(box):
    """Key by key: Enter moves in behind a colour, Backspace on blanks and `return` move out."""
    box.setFocus()
    box.selectAll()
    for line in LINES[:4]:
        QTest.keyClicks(box, line)
        box.completions.hide()
        QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClick(box, Qt.Key.Key_Backspace)
    for line in LINES[5:]:
        QTest.keyClicks(box, line)
        box.completions.hide()
        QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClicks(box, "return x**2")
    box.completions.hide()


def test_a_function_is_typed_by_keys_and_drawn(person):
    box = person.card().text
    types_the_function(box)
    person.window.store.finish_gesture()
    person.waits()
    assert box.toPlainText() == TEXT
    assert person.texts == [TEXT]
    assert person.names == ["a"]
    assert person.value("a") == 2.0
    xs, ys = person.curve()
    x, y = np.concatenate(xs), np.concatenate(ys)
    right = (x > 4.1) & np.isfinite(y)
    assert right.any()
    np.testing.assert_allclose(y[right], x[right] ** 2, rtol=1e-12)


def test_undo_gives_the_old_text_back(person):
    types_the_function(person.card().text)
    person.window.store.finish_gesture()
    person.does("undo")
    assert person.texts == ["a sin(b x) + x/4"]
    assert not person.card().text.is_code


def test_enter_goes_on_to_a_new_card_from_math_notation_and_with_control_from_code(person):
    box = person.card().text
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert len(person.texts) == 2
    types_the_function(person.card().text)
    QTest.keyClick(person.card().text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(person.texts) == 3


def test_tab_moves_lines_in_and_back_out(person):
    box = person.card().text
    person.types("def f(x):")
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert box.toPlainText() == "def f(x):\n        "
    QTest.keyClick(box, Qt.Key.Key_Backtab)
    assert box.toPlainText() == "def f(x):\n    "
    assert box.hasFocus()


def test_tab_leaves_a_card_of_math_notation(person):
    box = person.card().text
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert not box.hasFocus()


def test_lines_have_numbers_while_the_text_is_code(person):
    box = person.card().text
    assert not box._numbers.isVisible()
    types_the_function(box)
    assert box._numbers.isVisible()
    assert [number for number, _, _ in box.visible_lines()] == [1, 2, 3, 4, 5, 6, 7]
    assert box.viewportMargins().left() > 0
    person.types("x^2")
    assert not box._numbers.isVisible()
    assert box.viewportMargins().left() == 0


def test_the_card_grows_with_the_lines(person):
    box = person.card().text
    before = box.height()
    types_the_function(box)
    assert box.height() > 4 * before


def test_pasted_code_keeps_its_lines_and_pasted_math_is_one_line(person):
    box = person.card().text
    box.setFocus()
    data = QMimeData()
    data.setText("import torch\r\n\r\ndef f(x):\r\n\treturn torch.sin(x)\r\n")
    box.selectAll()
    box.insertFromMimeData(data)
    assert box.toPlainText() == "import torch\n\ndef f(x):\n    return torch.sin(x)\n"
    person.window.store.finish_gesture()
    person.waits()
    assert person.window.picture.outcome.problems == {}
    box.selectAll()
    data.setText("x +\n1")
    box.insertFromMimeData(data)
    assert box.toPlainText() == "x + 1"


def test_what_is_wrong_is_marked_in_its_line(person):
    box = person.card().text
    types_the_function(box)
    QTest.keyClicks(box, " + sni(x)")
    (selection,) = box.extraSelections()
    assert selection.cursor.selectedText() == "sni"
    assert person.card().sentence.text() == "Unknown name `sni`; did you mean `sin`?"
