"""Back and Forward go through the views that were left, and through nothing else."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from engine.document import Document, Function, Parameter
from gui.store import DocumentStore
from gui.view_history import LONGEST, ViewHistory

START = Document(functions=(Function(1, "a x"),), parameters=(Parameter("a"),))


@pytest.fixture
def store(qapp):
    return DocumentStore(START)


@pytest.fixture
def history(store):
    return ViewHistory(store, store)


def look(store, low, merge=None):
    view = replace(store.document.view, x=(low, low + 1.0))
    store.edit(store.document.with_view(view), "Look", merge=merge)


def low(store):
    return store.document.view.x[0]


def test_back_and_forward_walk_through_the_views(store, history):
    look(store, 1.0)
    look(store, 2.0)
    seen = []
    for step in (history.back, history.back, history.back, history.forward, history.forward, history.forward):
        step()
        seen.append(low(store))
    assert seen == [1.0, -10.0, -10.0, 1.0, 2.0, 2.0]


def test_can_back_and_can_forward_say_what_is_possible(store, history):
    told = []
    history.changed.connect(lambda: told.append((history.can_back, history.can_forward)))
    look(store, 1.0)
    history.back()
    history.forward()
    assert told == [(True, False), (False, True), (True, False)]


def test_a_wheel_burst_is_one_step(store, history):
    for tick in range(20):
        look(store, float(tick), merge="view")
    assert not history.can_back
    store.finish_gesture()
    history.back()
    assert (store.document, history.can_back) == (START, False)


def test_back_in_the_middle_of_a_drag_returns_to_where_the_drag_began(store, history):
    look(store, 1.0, merge="view")
    history.back()
    assert low(store) == -10.0
    history.forward()
    assert low(store) == 1.0


def test_a_new_view_takes_the_place_of_those_left_by_going_back(store, history):
    look(store, 1.0)
    history.back()
    look(store, 5.0)
    assert not history.can_forward
    history.back()
    assert low(store) == -10.0


def test_y_is_a_part_of_the_view(store, history):
    y = ((-3.0, 3.0), *START.view.y[1:])
    store.edit(START.with_view(replace(START.view, y=y)), "Look")
    history.back()
    assert store.document.view.y == START.view.y
    history.forward()
    assert store.document.view.y == y


def test_other_edits_are_no_steps_and_are_not_taken_back(store, history):
    store.edit(store.document.with_cursor(3.0), "Cursor")
    store.edit(store.document.with_parameter(Parameter("a", 2.0)), "Change a")
    assert not history.can_back
    look(store, 1.0)
    store.edit(store.document.with_parameter(Parameter("a", 3.0)), "Change a")
    history.back()
    assert (store.document.cursor, store.document.parameter("a").value) == (3.0, 3.0)


def test_going_back_is_no_edit(store, history):
    look(store, 1.0)
    history.back()
    assert (store.modified, store.can_undo) == (False, False)


def test_undo_is_no_step(store, history):
    look(store, 1.0)
    store.edit(store.document.with_parameter(Parameter("a", 2.0)), "Change a")
    store.undo()
    history.back()
    assert store.document == START


def test_another_session_has_a_history_of_its_own(store, history):
    look(store, 1.0)
    look(store, 2.0)
    history.back()
    store.open(Document().with_view(replace(START.view, x=(7.0, 8.0))))
    assert (history.can_back, history.can_forward) == (False, False)
    look(store, 9.0)
    history.back()
    assert low(store) == 7.0


def test_the_oldest_views_are_forgotten(store, history):
    for step in range(LONGEST + 10):
        look(store, float(step))
    steps = 0
    while history.can_back:
        history.back()
        steps += 1
    assert (steps, low(store)) == (LONGEST, 9.0)
