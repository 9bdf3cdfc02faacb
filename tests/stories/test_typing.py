"""Typing: problems are told where they are, the last good curve stays, names complete, undo takes back bursts."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.problems import ProblemCode


def test_an_unknown_word_before_a_bracket_is_a_problem_however_slowly_it_is_typed(person):
    box = person.card().text
    box.setFocus()
    box.selectAll()
    for key in "sni":
        QTest.keyClicks(box, key)
        person.window.store.finish_gesture()
        person.waits()
    QTest.keyClicks(box, "(x)")
    assert person.card().sentence.text() == "Unknown name `sni`; did you mean `sin`?"
    assert "sni" not in person.names


def test_the_problem_is_underlined_and_said_to_a_screen_reader(person):
    person.types_and_waits("2 + sni(x)")
    card = person.card()
    (selection,) = card.text.extraSelections()
    assert (selection.cursor.selectionStart(), selection.cursor.selectionEnd()) == (4, 7)
    assert card.sentence.isVisible()
    assert "sin" in card.text.accessibleDescription()
    person.types_and_waits("2 + sin(x)")
    assert card.text.extraSelections() == []
    assert not card.sentence.isVisible()


def test_the_last_good_curve_stays_greyed_while_the_text_is_wrong(person):
    person.types_and_waits("x^2")
    box = person.card().text
    QTest.keyClicks(box, "+(")
    layout = person.window.plot.layout_
    assert person.texts == ["x^2+("]
    assert layout._stale == frozenset({person.card().key})
    assert {role for role, _, _ in layout.plots[0].items} >= {"value"}
    QTest.keyClicks(box, "x)")
    person.waits()
    assert layout._stale == frozenset()


def test_sliders_come_and_go_with_the_names_but_stay_while_the_text_is_wrong(person):
    person.types_and_waits("p x + q")
    assert person.names == ["p", "q"]
    person.drags_slider("p", 0.9)
    moved = person.value("p")
    QTest.keyClicks(person.card().text, " + (")
    assert person.names == ["p", "q"]
    person.types_and_waits("p x")
    assert person.names == ["p"]
    assert person.value("p") == moved


def test_a_burst_of_typing_is_one_step_of_undo_and_gives_the_sliders_back(person):
    person.drags_slider("a", 0.9)
    moved = person.value("a")
    person.types_and_waits("x^2")
    assert person.names == []
    person.does("undo")
    assert person.texts == ["a sin(b x) + x/4"]
    assert person.value("a") == moved
    assert person.card().text.toPlainText() == "a sin(b x) + x/4"


def test_undo_keys_reach_the_window_from_inside_a_card(person, qtbot):
    person.types("x^2")
    QTest.keyClick(person.card().text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: person.texts == ["a sin(b x) + x/4"])


def test_tab_completes_a_name_and_puts_the_cursor_in_its_brackets(person):
    box = person.card().text
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "gel")
    assert box.completions.isVisible()
    QTest.keyClick(box, Qt.Key.Key_Tab)
    QTest.keyClicks(box, "x")
    assert box.toPlainText() == "gelu(x)"
    assert not box.completions.isVisible()
    person.waits()
    assert person.card().sentence.text() == ""


def test_arrows_choose_in_the_list_and_escape_closes_it(person):
    box = person.card().text
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "sin")
    first = box.completions.currentItem().text()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.completions.currentItem().text() != first
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert not box.completions.isVisible()
    assert box.toPlainText() == "sin"


def test_a_person_s_own_names_complete_too(person):
    person.types_and_waits("wave(x) = sin(rate x)")
    person.does("add_function")
    box = person.card().text
    QTest.keyClicks(box, "wa")
    assert box.completions.item(0).text() == "wave(x)"
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert box.toPlainText() == "wave()"


def test_enter_goes_on_to_a_new_card_and_backspace_takes_an_empty_one_away(person):
    box = person.card().text
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert len(person.texts) == 2
    assert person.card().text.hasFocus()
    QTest.keyClick(person.card().text, Qt.Key.Key_Backspace)
    assert len(person.texts) == 1
    assert person.card().text.hasFocus()


def test_up_and_down_go_from_card_to_card(person):
    person.does("add_function")
    person.types("x^2")
    QTest.keyClick(person.card(-1).text, Qt.Key.Key_Up)
    assert person.card(0).text.hasFocus()
    QTest.keyClick(person.card(0).text, Qt.Key.Key_Down)
    assert person.card(-1).text.hasFocus()


def test_cards_use_each_other(person):
    person.types_and_waits("f(x) = x^3")
    person.does("add_function")
    person.types_and_waits("g(x) = f'(2x)")
    xs, ys = person.curve(0, person.card().key)
    np.testing.assert_allclose(np.concatenate(ys), 3 * (2 * np.concatenate(xs)) ** 2, rtol=1e-12)
    assert [chip.text() for chip in person.card().chips[:2]] == ["g", "g′"]


def test_a_cycle_is_told_at_both_cards(person):
    person.types_and_waits("f(x) = g(x)")
    person.does("add_function")
    person.types_and_waits("g(x) = f(x)")
    assert "circle" in person.card(0).sentence.text()
    assert "circle" in person.card(1).sentence.text()


@pytest.mark.parametrize("text", ["sum(n, 1, 10^9, x)", "sum(n, 1, 9999, sum(m, 1, 9999, sin(n m x)))"])
def test_too_much_work_is_a_problem_and_the_window_stays_live(person, text, qtbot):
    person.types(text)
    person.window.store.finish_gesture()
    qtbot.waitUntil(lambda: person.card().sentence.isVisible(), timeout=15_000)
    assert person.texts == [text]
    person.types_and_waits("x^2")
    assert not person.card().sentence.isVisible()


def test_a_tower_of_powers_is_infinite_at_once(person):
    person.types_and_waits("9^9^9^9 + x")
    assert not person.card().sentence.isVisible()


def test_ten_thousand_characters_and_one_more(person):
    box = person.card().text
    box.setFocus()
    box.setPlainText("x+" * 5000 + "x")
    entry = person.window.functions._cards[person.card().key]
    assert entry._problem.code is ProblemCode.TOO_LONG
    assert len(person.texts[0]) == 10_001


def test_typing_makes_no_new_icon(person):
    """Qt keeps what it draws of each: ten thousand edits took twenty megabytes."""
    button = person.card().colour_button
    before = button.icon().cacheKey()
    person.types_and_waits("x^2 + 1")
    assert button.icon().cacheKey() == before
    person.card()._choose_colour(3)
    assert button.icon().cacheKey() != before
