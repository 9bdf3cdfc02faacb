"""Whatever is pressed in whatever order: no exception, no warning, widgets and document agree, undo gives the start."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox

from engine.document import Document
from engine.session import decode, encode
from gui.store import same_content
from tests.stories.monkey import Monkey

SAMPLE, WHOLE = 300, 10_000


@pytest.fixture(autouse=True)
def _answers_no_question(monkeypatch):
    monkeypatch.setattr("gui.files.SessionFiles._ask", lambda *_: QMessageBox.StandardButton.Discard)
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: QDialog.DialogCode.Rejected)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))


def settles(person):
    window = person.window
    for dialog in window.findChildren(QDialog):
        dialog.close()
    window.parameters.stop_all()
    window.store.finish_gesture()
    person.waits()


def shown(window):
    """Return what the widgets show of the content: texts, colours, orders; parameters and their numbers."""
    functions = window.store.document.functions
    cards = [window.functions.card(function.key) for function in functions]
    texts = [card.text.toPlainText() for card in cards]
    orders = [tuple(order for order, chip in enumerate(card.chips) if chip.isChecked()) for card in cards]
    names = [parameter.name for parameter in window.store.document.parameters]
    rows = [window.parameters.row(name) for name in names]
    assert set(window.parameters._rows) == set(names)
    numbers = [(row.name, row._parameter.value, row._parameter.low, row._parameter.high) for row in rows]
    return texts, orders, numbers


def held(document):
    """Return the same of the document."""
    return (
        [function.text for function in document.functions],
        [function.orders for function in document.functions],
        [(p.name, p.value, p.low, p.high) for p in document.parameters],
    )


def plays_and_checks(person, seed, events):
    window = person.window
    Monkey(window, seed).plays(events)
    settles(person)
    assert person.bugs == []
    document = window.store.document
    assert shown(window) == held(document)
    assert isinstance(document, Document)
    assert decode(encode(document), "monkey") == document
    last, steps = document, 0
    while window.store.can_undo:
        window.store.undo()
        steps += 1
    assert not window.store.undo_stack.canUndo()
    settles(person)
    assert shown(window) == held(window.store.document)
    for _ in range(steps):  # there may be more, which the monkey had taken back
        window.store.redo()
    redone = window.store.document
    assert (redone.functions, redone.parameters) == (last.functions, last.parameters)
    assert same_content(redone, last)
    settles(person)


@pytest.mark.parametrize("seed", [1, 2])
def test_random_events_leave_the_window_whole(person, seed):
    plays_and_checks(person, seed, SAMPLE)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10, 20))
def test_ten_thousand_random_events_leave_the_window_whole(person, seed):
    plays_and_checks(person, seed, WHOLE)
