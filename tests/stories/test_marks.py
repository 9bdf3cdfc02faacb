"""Someone looks at the marked points: sees them, reads them, copies them, lists them, switches them off."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

MARKERS = {"root", "extremum", "inflection", "intersection"}


def marks(person):
    """The roles of the markers that are drawn."""
    items = person.window.plot.layout_.plots[0].items
    return {role for role, _, _ in items if role in MARKERS}


def waits_for_marks(person):
    person.qtbot.waitUntil(lambda: person.window.picture.is_complete, timeout=30_000)


def place(person, x, y):
    mapping = person.window.plot.layout_.mapping_of(0)
    return QPoint(round(mapping.across(x)), round(mapping.down(y)))


@pytest.fixture
def looker(person):
    person.types_and_waits("x^2 - 4")
    waits_for_marks(person)
    return person


def test_the_marker_under_the_pointer_is_named_with_its_place(looker):
    plot = looker.window.plot
    QTest.mouseMove(plot, place(looker, 2, 0))
    label = plot.layout_.callouts.label
    assert label.visible
    assert label.text.startswith("Root  (2.0")
    assert plot.cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(plot, place(looker, 5, 60))
    assert not label.visible


def test_a_click_copies_a_marker_and_says_so(looker):
    at = place(looker, -2, 0)
    looker.drags(looker.window.plot, at, at)
    assert QGuiApplication.clipboard().text() == "-2.0, 0.0"
    assert looker.window.messages.label.text() == "-2.0, 0.0 is on the clipboard."


def test_a_drag_that_begins_on_a_marker_pans_and_copies_nothing(looker):
    QGuiApplication.clipboard().setText("before")
    at = place(looker, -2, 0)
    looker.drags(looker.window.plot, at, at + QPoint(40, 0))
    assert QGuiApplication.clipboard().text() == "before"
    assert looker.window.store.document.view.x != (-10.0, 10.0)


def test_the_list_is_sorted_and_moves_the_cursor(looker):
    looker.does("inspector")
    panel = looker.window.inspector.features
    looker.window.inspector.tabs.setCurrentWidget(panel)
    rows = [panel.list.topLevelItem(row) for row in range(panel.list.topLevelItemCount())]
    assert [(row.text(0), row.text(1), row.text(2)) for row in rows] == [
        ("Root", "−2", "0"),
        ("Minimum", "0", "−4"),
        ("Root", "2", "0"),
    ]
    panel.list.setFocus()
    panel.list.setCurrentItem(rows[0])
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert looker.window.store.document.cursor == -2.0
    QTest.keyClick(panel.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "-2.0, 0.0"


def test_moving_the_cursor_keeps_the_marks_and_looks_for_none(looker):
    known = looker.window.picture.outcome.features
    looker.window.plot.cursor_moved.emit(1.25)
    looker.qtbot.waitUntil(lambda: looker.window.picture.outcome.request.cursor == 1.25)
    assert looker.window.picture.outcome.features is known
    assert marks(looker) == {"root", "extremum"}
    looker.window.store.finish_gesture()
    looker.waits()


def test_two_functions_meet_in_the_list(looker):
    looker.does("add_function")
    looker.types_and_waits("x")
    waits_for_marks(looker)
    met = [one.x for one in looker.window.picture.outcome.features if one.kind == "intersection"]
    assert met == pytest.approx([(1 - math.sqrt(17)) / 2, (1 + math.sqrt(17)) / 2], abs=1e-12)
    assert "intersection" in marks(looker)


def test_marks_can_be_switched_off_and_on(looker):
    assert marks(looker) == {"root", "extremum"}
    looker.does("features")
    assert marks(looker) == set()
    looker.waits()
    assert looker.window.picture.is_complete
    assert looker.window.inspector.features.told.text().startswith("Switch on")
    looker.does("features")
    waits_for_marks(looker)
    assert marks(looker) == {"root", "extremum"}


def test_marks_vanish_while_a_slider_is_dragged(person):
    person.types_and_waits("x^2 - a")
    waits_for_marks(person)
    store = person.window.store
    parameter = store.document.parameter("a")
    changed = type(parameter)(name="a", value=2.0)
    store.edit(store.document.with_parameter(changed), "drag", merge="a")
    person.qtbot.waitUntil(lambda: dict(person.window.picture.outcome.request.parameters)["a"] == 2.0)
    assert marks(person) == set()
    assert not person.window.picture.outcome.features
    store.finish_gesture()
    waits_for_marks(person)
    roots = [one.x for one in person.window.picture.outcome.features if one.kind == "root"]
    assert roots == pytest.approx([-math.sqrt(2), math.sqrt(2)], abs=1e-12)


def test_a_corner_is_told_from_both_sides(person):
    person.types_and_waits("|x|")
    person.window.readout._move_cursor(0.0)
    person.waits()
    assert person.window.readout._rows[0].corner.text() == "f′: left −1, right 1; autograd 0"
    person.types_and_waits("sin(x)/x")
    assert person.window.readout._rows[0].corner.text() == "hole: f tends to 1"
    person.window.readout._move_cursor(1.0)
    person.waits()
    assert person.window.readout._rows[0].corner.text() == ""


def test_a_curve_too_fast_to_be_drawn_is_said_to_be(person):
    person.types_and_waits("sin(1/x)")
    assert "f is too fast to be drawn here: its envelope is shown" in person.window.plot.layout_.callouts.notes
    person.types_and_waits("x")
    assert person.window.plot.layout_.callouts.notes == []


def test_a_gap_is_listed_with_both_of_its_ends_and_copied(person):
    person.types_and_waits("sqrt(x^2 - 4)")
    waits_for_marks(person)
    listed = person.window.inspector.features.list
    rows = [listed.topLevelItem(row) for row in range(listed.topLevelItemCount())]
    assert [(row.text(0), row.text(1)) for row in rows] == [("Root", "−2"), ("Gap", "−2 … 2"), ("Root", "2")]
    listed.setCurrentItem(rows[1])
    person.window.inspector.features.copy()
    assert QGuiApplication.clipboard().text() == "-2.0, 2.0"


def corner(person):
    return person.window.readout._rows[0].corner.text()


def test_the_readout_says_why_a_function_is_not_real_in_both_languages(person, qapp):
    person.types_and_waits("log(x)")
    assert corner(person) == ""
    person.window.readout.cursor_edit.edited.emit(-1.0)
    person.waits()
    assert corner(person).startswith("not real here: `ln` of −1")
    qapp.languages.choose("tr")
    person.qtbot.waitUntil(lambda: corner(person).startswith("burada gerçel değil: "))
    qapp.languages.choose("en")
    person.qtbot.waitUntil(lambda: corner(person).startswith("not real here: "))
    person.types_and_waits("{x > 0: x}")
    assert corner(person).startswith("not defined here: No branch")
