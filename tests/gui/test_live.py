from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Signal

from engine.document import Document, Parameter
from engine.outcome import Outcome
from engine.plan import Viewport
from gui.live import LivePicture


class Store(QObject):
    changed = Signal(object, object)
    gesture_started = Signal()
    settled = Signal()
    opened = Signal()

    def __init__(self, document):
        super().__init__()
        self.document = document

    def change(self, document):
        old, self.document = self.document, document
        self.changed.emit(old, document)


class Evaluator(QObject):
    finished = Signal(object)

    def __init__(self):
        super().__init__()
        self.asked = []

    def request(self, request, *, urgent=False):
        self.asked.append((request, urgent))

    def answer(self, place=-1):
        self.finished.emit(Outcome(self.asked[place][0], (), (), 0, 0.0))


class Plot(QObject):
    viewport_changed = Signal(object)

    def __init__(self):
        super().__init__()
        self.held, self.stale, self.outcomes = False, frozenset(), []

    def plot_area(self):
        return Viewport(800, 600)

    def hold_y(self, on):
        self.held = on

    def synchronise(self, document):
        self.document = document

    def set_stale(self, keys):
        self.stale = keys

    def show_outcome(self, outcome):
        self.outcomes.append(outcome)


def with_text(text):
    document = Document()
    return document.with_function(document.new_function(text)).with_parameter(Parameter("a"))


@pytest.fixture
def parts(qapp):
    store, evaluator, plot = Store(with_text("a x")), Evaluator(), Plot()
    return store, evaluator, plot, LivePicture(store, evaluator, plot)


def dragged(store, value):
    return store.document.with_parameter(Parameter("a", value=value))


def test_a_drag_asks_for_live_pictures_and_ends_in_a_full_one(parts):
    store, evaluator, plot, _ = parts
    store.gesture_started.emit()
    assert plot.held
    store.change(dragged(store, 2.0))
    store.change(dragged(store, 3.0))
    store.settled.emit()
    assert [request.quality for request, _ in evaluator.asked] == ["live", "live", "full"]
    assert not plot.held


def test_a_tick_of_a_drag_never_cancels_the_running_picture(parts):
    store, evaluator, _, _ = parts
    store.gesture_started.emit()
    store.change(dragged(store, 2.0))
    assert [urgent for _, urgent in evaluator.asked] == [False]


def test_a_new_text_cancels_the_running_picture(parts):
    store, evaluator, _, _ = parts
    store.change(with_text("a x^2"))
    assert [urgent for _, urgent in evaluator.asked] == [True]


def test_the_same_picture_is_not_asked_for_twice(parts):
    store, evaluator, plot, picture = parts
    picture.refresh()
    plot.viewport_changed.emit(Viewport(800, 600))
    store.settled.emit()
    assert len(evaluator.asked) == 1


def test_it_is_settled_only_when_the_last_change_is_drawn_at_full_quality(parts, qtbot):
    store, evaluator, _, picture = parts
    picture.refresh()
    store.change(dragged(store, 2.0))
    evaluator.answer(0)
    assert not picture.is_settled
    with qtbot.waitSignal(picture.settled):
        evaluator.answer(1)
    assert picture.is_settled


def test_a_function_that_cannot_be_read_keeps_its_last_curve_as_stale(parts):
    store, _, plot, _ = parts
    store.change(with_text("a x +"))
    assert plot.stale == {1}
