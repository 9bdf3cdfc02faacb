"""Numbers, documents and windows far from what is usual: nothing breaks, and the window goes on working."""

from __future__ import annotations

import math
from itertools import pairwise, product

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from engine.document import Document, Parameter, View
from gui.panels import functions, parameters

VALUES = (0.0, -0.0, 1e308, -1e308, 1e-308, 5e-324)
ENDS = (
    (0.0, 0.0),
    (1e308, 1e308),
    (-1e308, 1e308),
    (-1.7e308, 1.7e308),
    (0.0, 1e-308),
    (0.0, 5e-324),
    (1.0, 1.0 + 2**-52),
)
STEPS = (5e-324, 1e-308, 0.01, 1e308)
RANGES = (
    (0.0, 1e-12),
    (1e3, 1e3 + 1e-9),
    (-1e-300, 1e-300),
    (-1e12, 1e12),
    (-5e299, 5e299),
    (0.0, 1e300),
)


def of(*texts, **changes):
    document = Document()
    for text in texts:
        document = document.with_function(document.new_function(text))
    return replace(document, **changes)


def shows(person, document):
    person.window.store.open(document)
    person.waits()


@pytest.mark.parametrize("text", ["a x", "sin(a x)/a", "a^x + x^a", "exp(a)"])
def test_a_parameter_has_any_value(person, text):
    for value in VALUES:
        shows(person, of(text, parameters=(Parameter("a", value, min(-5.0, value), max(5.0, value)),)))
        person.drags_slider("a", 0.2, 0.5, 1.0)
        person.waits()
        assert math.isfinite(person.value("a"))


def test_a_slider_stays_between_any_ends(person):
    player = person.window.parameters.player
    for (low, high), step in product(ENDS, STEPS):
        person.window.store.open(of("a + x", parameters=(Parameter("a", low, low, high, step),)))
        row = person.window.parameters.row("a")
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_End, Qt.Key.Key_Home):
            QTest.keyClick(row.slider, key)
            assert low <= person.value("a") <= high
        person.drags_slider("a", 0.0, 0.3, 0.7, 1.0)
        assert person.value("a") == high
        person.drags_slider("a", 0.0)
        assert person.value("a") == low
        row.play_button.click()
        for _ in range(5):
            player.advance(0.7)
            assert low <= person.value("a") <= high
        row.play_button.click()
    person.waits()


def test_any_range_is_drawn_and_left_again(person):
    for x in RANGES:
        shows(person, of("x^2", "sin(x)", "1/x", view=View(x=x)))
        assert person.window.store.document.view.x == x
        person.does("zoom_out")
        person.does("zoom_in")
    person.does("fit")
    person.waits()


def test_nothing_is_something_to_work_with(person):
    for document in (Document(), of(""), of("", "", ""), of("3"), of("sn(x")):
        shows(person, document)
        for identity in ("play", "play", "fit", "zoom_in", "overlay", "stacked", "inspector", "inspector", "undo"):
            person.does(identity)
        person.waits()
    person.does("add_function")
    person.types_and_waits("x")
    assert person.curve(key=person.window.store.document.functions[-1].key)[0]


def test_of_many_functions_a_few_cards_come_at_once_and_the_others_soon(person):
    window = person.window
    count = 40
    texts = [f"p{number} x" for number in range(count)]
    names = [f"p{number}" for number in range(count)]
    window.store.open(of(*texts, parameters=tuple(map(Parameter, names))))
    cards, rows = window.functions._cards, window.parameters._rows
    assert len(cards) <= functions.AT_ONCE + 1  # one was there before
    assert len(rows) == parameters.AT_ONCE
    last = window.store.document.functions[-1].key
    assert window.functions.card(last).text.toPlainText() == texts[-1]
    assert window.parameters.row("p30").value.value == 1.0
    person.qtbot.waitUntil(lambda: len(cards) == count and len(rows) == count)
    person.waits()

    def stands(widgets):
        tops = [widget.y() for widget in widgets]
        return all(above < below for above, below in pairwise(tops))

    # The layout is made when the events are worked off.
    person.qtbot.waitUntil(lambda: stands([cards[one.key] for one in window.store.document.functions]))
    person.qtbot.waitUntil(lambda: stands([rows[name] for name in names]))


@pytest.mark.parametrize("language", ["en", "tr"])
@pytest.mark.parametrize("size", [(320, 240), (400, 300), (1920, 1080)])
def test_in_a_window_of_any_size_the_status_bar_has_room_for_its_words(person, language, size):
    window = person.window
    person.does(f"language_{language}")
    shows(person, of(*(f"sin(x + {number})" for number in range(12))))
    window.resize(*size)
    person.waits()
    labels = [label for label in window.statusBar().findChildren(QLabel) if label.isVisible() and label.text()]
    labels.sort(key=QLabel.x)
    assert labels
    for label, beside in pairwise(labels):
        assert label.geometry().right() + 8 <= beside.x()
    for label in labels:
        assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width()
    assert window.plot.geometry().bottom() <= window.plot.parentWidget().height()
    person.does("language_en")


@pytest.mark.parametrize("width", [320, 800, 1000, 1500])
@pytest.mark.parametrize("count", [1, 30])
def test_a_card_is_never_cut_off_at_the_right(person, width, count):
    person.does("inspector")
    person.window.resize(width, 700)
    texts = [f"sin({place} x) exp(-x^2/4) + a cos(3x)" for place in range(1, count + 1)]
    shows(person, of(*texts, parameters=(Parameter("a"),)))
    panel = person.window.functions
    first = person.window.store.document.functions[0].key
    person.qtbot.waitUntil(lambda: panel.card(first).width() <= panel._area.viewport().width())
