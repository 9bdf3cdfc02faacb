"""Promises of the document store: one truth, whole gestures, undo that leaves the view alone."""

from __future__ import annotations

import gc
import tracemalloc
import weakref

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from msgspec.structs import replace

from engine.document import Document, Function, Parameter, View
from gui.store import PLAYING, DocumentStore, same_content, seen_as

START = Document(functions=(Function(1, "a x"),), parameters=(Parameter("a"),))


@pytest.fixture
def store(qapp):
    return DocumentStore(START)


@pytest.fixture
def told(store):
    return listen(store)


def listen(store):
    told = []
    store.changed.connect(lambda old, new: told.append(("changed", old, new)))
    store.settled.connect(lambda: told.append(("settled",)))
    store.gesture_started.connect(lambda: told.append(("gesture_started",)))
    store.opened.connect(lambda: told.append(("opened",)))
    return told


def names(told):
    return [entry[0] for entry in told]


def valued(document, value):
    return document.with_parameter(replace(document.parameter("a"), value=value))


def drag(store, *values, key="a"):
    for value in values:
        store.edit(valued(store.document, value), "Change a", merge=key)


def look(store, low, merge=None):
    view = replace(store.document.view, x=(low, low + 1.0))
    store.edit(store.document.with_view(view), "Look", merge=merge)


def test_an_edit_is_one_entry_and_is_told_with_old_and_new(store, told):
    after = valued(START, 2.0)
    store.edit(after, "Change a")
    assert told == [("changed", START, after), ("settled",)]
    assert (store.document, store.undo_stack.count(), store.undo_stack.undoText()) == (after, 1, "Change a")


def test_an_edit_that_changes_nothing_is_not_told(store, told):
    history = []
    store.history_changed.connect(lambda: history.append(1))
    store.edit(START, "Nothing")
    store.edit(START.with_cursor(START.cursor), "Nothing", merge="a")
    assert (told, history, store.modified) == ([], [], False)


def test_a_drag_is_one_entry_that_undo_takes_back_whole(store, told):
    drag(store, 2.0, 3.0, 4.0)
    assert names(told) == ["gesture_started", "changed", "changed", "changed"]
    assert store.undo_stack.count() == 0
    store.finish_gesture()
    assert names(told)[4:] == ["settled"]
    assert store.undo_stack.count() == 1
    store.undo()
    assert store.document == START
    store.redo()
    assert store.document == valued(START, 4.0)


def test_each_tick_of_a_drag_is_shown_at_once(store):
    drag(store, 2.0, 3.0)
    assert store.document.parameter("a").value == 3.0


def test_a_gesture_that_returns_to_its_start_leaves_no_entry(store, told):
    drag(store, 2.0, 1.0)
    store.finish_gesture()
    assert (store.undo_stack.count(), store.modified, told[-1]) == (0, False, ("settled",))


def test_another_key_finishes_the_gesture_before_it(store, told):
    drag(store, 2.0, 3.0, key="first")
    drag(store, 4.0, key="second")
    assert names(told) == ["gesture_started", "changed", "changed", "settled", "gesture_started", "changed"]
    store.finish_gesture()
    assert store.undo_stack.count() == 2


def test_a_single_edit_finishes_the_gesture_before_it_and_settles_once(store, told):
    drag(store, 2.0)
    store.edit(replace(store.document, tangent=False), "Tangent")
    assert names(told) == ["gesture_started", "changed", "changed", "settled"]
    assert store.undo_stack.count() == 2


def test_finishing_without_a_gesture_tells_nothing(store, told):
    store.finish_gesture()
    assert told == []


def test_undo_takes_back_a_gesture_that_still_runs(store, told):
    drag(store, 2.0, 3.0)
    assert store.can_undo
    store.undo()
    assert store.document == START
    assert names(told)[3:] == ["settled", "changed", "settled"]


def test_a_gesture_that_runs_leaves_nothing_to_redo(store):
    store.edit(valued(START, 2.0), "Change a")
    store.undo()
    assert store.can_redo
    drag(store, 5.0)
    assert not store.can_redo
    store.redo()
    assert store.document == valued(START, 5.0)


def test_undo_and_redo_without_history_tell_nothing(store, told):
    store.undo()
    store.redo()
    assert told == []
    assert not store.can_undo
    assert not store.can_redo


def test_looking_around_settles_but_is_no_entry_and_modifies_nothing(store, told):
    look(store, 3.0)
    store.edit(store.document.with_cursor(5.0), "Cursor", merge="cursor")
    store.edit(store.document.with_cursor(6.0), "Cursor", merge="cursor")
    store.finish_gesture()
    assert names(told) == ["changed", "settled", "gesture_started", "changed", "changed", "settled"]
    assert (store.undo_stack.count(), store.modified) == (0, False)


def test_undo_and_redo_leave_the_view_and_the_cursor(store):
    store.edit(valued(START, 2.0), "Change a")
    look(store, 3.0)
    store.edit(store.document.with_cursor(5.0), "Cursor")
    store.undo()
    assert (store.document.parameter("a").value, store.document.view.x, store.document.cursor) == (1.0, (3.0, 4.0), 5.0)
    look(store, 7.0)
    store.redo()
    assert (store.document.parameter("a").value, store.document.view.x, store.document.cursor) == (2.0, (7.0, 8.0), 5.0)


def test_looking_around_keeps_what_can_be_redone(store):
    store.edit(valued(START, 2.0), "Change a")
    store.undo()
    look(store, 3.0)
    look(store, 4.0, merge="view")
    assert store.can_redo


def test_the_arrangement_is_content(store):
    store.edit(START.with_view(replace(START.view, arrangement="overlay")), "Overlay")
    assert store.modified
    store.undo()
    assert store.document == START


def test_panning_while_a_parameter_plays_keeps_the_play_one_entry(store, told):
    for tick in range(5):
        drag(store, 2.0 + tick)
        look(store, float(tick), merge="view")
    store.finish_gesture()
    assert (store.undo_stack.count(), names(told).count("settled")) == (1, 1)
    store.undo()
    assert same_content(store.document, START)


def test_dragging_while_a_slider_plays_is_one_entry(store, told):
    drag(store, 2.0, 3.0, key=PLAYING)
    for tick in range(5):
        store.edit(
            replace(store.document, parameters=(store.document.parameter("a"), Parameter("b", 2.0 + tick))), "b", "b"
        )
        drag(store, 4.0 + tick, key=PLAYING)
    store.finish_gesture()
    assert store.undo_stack.count() == 2  # the play before the drag, and the drag
    assert names(told).count("gesture_started") == names(told).count("settled") == 2


def test_history_survives_save_and_says_what_is_modified(store):
    store.edit(valued(START, 2.0), "Change a")
    store.mark_saved()
    assert not store.modified
    store.undo()
    assert (store.modified, store.document) == (True, START)
    store.redo()
    assert not store.modified
    store.edit(valued(START, 3.0), "Change a")
    assert store.modified


def test_the_first_tick_of_a_gesture_modifies_and_saving_finishes_it(store):
    history = []
    store.history_changed.connect(lambda: history.append(store.modified))
    drag(store, 2.0, 3.0)
    assert history == [True]
    store.mark_saved()
    assert (store.modified, store.undo_stack.count()) == (False, 1)


def test_opening_replaces_everything(store, told):
    store.edit(valued(START, 2.0), "Change a")
    drag(store, 3.0)
    told.clear()
    other = Document(functions=(Function(1, "x"),))
    store.open(other)
    assert names(told) == ["changed", "opened", "settled"]
    assert (store.document, store.modified, store.can_undo, store.can_redo) == (other, False, False, False)
    store.finish_gesture()
    assert store.undo_stack.count() == 0


def test_opening_after_unsaved_edits_tells_that_nothing_is_modified(store):
    drag(store, 3.0)
    history = []
    store.history_changed.connect(lambda: history.append(store.modified))
    store.open(START)
    assert history[-1:] == [False]


def test_an_edit_made_while_another_is_told_keeps_its_place(store):
    def follow(_old, new):
        if new.parameter("a").value == 2.0:
            store.edit(valued(new, 3.0), "Follow")

    store.changed.connect(follow)
    store.edit(valued(START, 2.0), "Change a")
    store.undo()
    assert store.document.parameter("a").value == 3.0  # the follower sees 2 again and edits again
    assert [store.undo_stack.text(place) for place in range(store.undo_stack.count())] == ["Change a", "Follow"]


def test_a_long_gesture_does_not_grow(store):
    drag(store, *range(2, 102))
    gc.collect()
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    drag(store, *range(200, 10_200))
    gc.collect()
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert after - before < 20_000
    store.finish_gesture()
    assert store.undo_stack.count() == 1


def test_a_history_is_freed_when_another_session_opens(store):
    marked = Marked(view=View(x=(0.0, 1.0)), tangent=False)
    freed = weakref.ref(marked)
    store.edit(marked, "Mark")
    store.edit(valued(START, 2.0), "Change a")
    store.open(Document())
    del marked
    gc.collect()
    assert freed() is None


class Marked(Document, frozen=True, weakref=True):
    """A document that can be watched."""


def test_a_store_without_a_parent_is_freed_with_its_history(qapp):
    store = DocumentStore(START)
    store.edit(valued(START, 2.0), "Change a")
    gone = []
    store.destroyed.connect(lambda: gone.append(True))
    del store
    gc.collect()
    assert gone == [True]


class StoreModel(RuleBasedStateMachine):
    """The store beside a plain list of contents."""

    def __init__(self):
        super().__init__()
        self.store = DocumentStore(START)
        self.history, self.place, self.saved = [START], 0, 0
        self.key = self.begin = None
        self.content, self.looks = START, START

    def put(self, content):
        if content != self.history[self.place]:
            del self.history[self.place + 1 :]
            self.saved = None if self.saved is not None and self.saved > self.place else self.saved
            self.history.append(content)
            self.place += 1

    def finish(self):
        self.key = None
        self.put(self.content)

    @rule(value=st.integers(0, 3))
    def edit(self, value):
        if valued(self.content, float(value)) != self.content:
            self.finish()
            self.content = valued(self.content, float(value))
            self.put(self.content)
        self.store.edit(valued(self.store.document, float(value)), "edit")

    @rule(value=st.integers(0, 3), key=st.sampled_from(["a", "b", PLAYING]))
    def tick(self, value, key):
        if valued(self.content, float(value)) != self.content:
            if self.key not in (None, key) and key != PLAYING:
                self.finish()
            self.key = self.key or key
            self.content = valued(self.content, float(value))
        self.store.edit(valued(self.store.document, float(value)), "tick", merge=key)

    @rule(low=st.integers(0, 3), merge=st.sampled_from([None, "view"]))
    def look(self, low, merge):
        new = self.looks.with_cursor(float(low))
        if new != self.looks:
            if merge is None:
                self.finish()
            else:
                self.key = self.key or merge
            self.looks = new
        self.store.edit(self.store.document.with_cursor(float(low)), "look", merge=merge)

    @rule()
    def finish_gesture(self):
        self.finish()
        self.store.finish_gesture()

    @rule()
    def undo(self):
        self.finish()
        self.place = max(self.place - 1, 0)
        self.content = self.history[self.place]
        self.store.undo()

    @rule()
    def redo(self):
        self.finish()
        self.place = min(self.place + 1, len(self.history) - 1)
        self.content = self.history[self.place]
        self.store.redo()

    @rule()
    def save(self):
        self.finish()
        self.saved = self.place
        self.store.mark_saved()

    @rule()
    def undo_to_the_start(self):
        while self.store.can_undo:
            self.store.undo()
        self.finish()
        self.place, self.content = 0, START

    @invariant()
    def agrees(self):
        running = self.content != self.history[self.place]
        assert self.store.document == seen_as(self.content, self.looks)
        assert self.store.undo_stack.count() == len(self.history) - 1
        assert self.store.undo_stack.index() == self.place
        assert self.store.modified == (running or self.saved != self.place)
        assert self.store.can_undo == (running or self.place > 0)
        assert self.store.can_redo == (not running and self.place < len(self.history) - 1)


@pytest.mark.usefixtures("qapp")
class TestAnyOrderOfEdits(StoreModel.TestCase):
    settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
