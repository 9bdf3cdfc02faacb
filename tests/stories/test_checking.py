"""Someone asks whether it is the derivative, and where a number that is not finite was born."""

from __future__ import annotations

import numpy as np
import pytest


@pytest.fixture
def checking(person):
    person.opens("check", "check")
    return person


def test_only_the_open_tab_asks_for_a_check(checking):
    inspector = checking.window.inspector
    assert checking.window.picture.outcome.request.lens == "check"
    inspector.tabs.setCurrentWidget(inspector.paths)
    checking.waits()
    assert checking.window.picture.outcome.inspection.check is None
    assert checking.window.picture.outcome.inspection.trace is not None


def test_the_picture_has_the_errors_and_autograds_floor(checking):
    panel, check = checking.window.inspector.check, checking.window.picture.outcome.inspection.check
    differences, autograd = panel.picture.series
    with np.errstate(divide="ignore"):
        assert differences.y == pytest.approx(np.log10(check.errors))
    assert autograd.y == pytest.approx(np.log10([check.floor] * 2))
    assert panel.verdict.text().startswith("Autograd gives")
    assert panel.numbers[0].text() == panel.numbers[1].text()


def test_a_kink_is_told_with_both_slopes(checking):
    checking.types_and_waits("|x| + 2x")
    checking.window._move_cursor(0.0)
    checking.window.store.finish_gesture()
    checking.sees("check")
    panel = checking.window.inspector.check
    checking.qtbot.waitUntil(lambda: "kink" in panel.verdict.text())
    assert panel.numbers[3].text() == "1"
    assert panel.numbers[4].text() == "3"


def test_a_drag_asks_for_no_check_and_its_end_for_one(checking):
    seen = []
    checking.window.picture.shown.connect(lambda outcome: seen.append(outcome.request))
    checking.drags_slider("a", 0.6, 0.8)
    checking.waits()
    assert all(request.lens == "" for request in seen if request.quality == "live")
    assert seen[-1].lens == "check"
    assert checking.window.picture.outcome.inspection.check.at == checking.window.store.document.cursor


def test_the_curves_come_before_the_check(checking):
    seen = []
    checking.window.picture.shown.connect(seen.append)
    checking.types_and_waits("exp(x)")
    of_it = [outcome for outcome in seen if outcome.request.quality == "full"
             and outcome.request.module == seen[-1].request.module]  # fmt: skip
    checked = next(place for place, one in enumerate(of_it) if one.inspection and one.inspection.check is not None)
    assert checked > 0
    assert all(one.inspection is None for one in of_it[:checked])
    assert of_it[checked - 1].layers == of_it[checked].layers


def test_the_node_where_the_derivative_breaks_is_lit_and_told(person):
    person.does("inspector")
    person.types_and_waits("sqrt(x) + 1")
    person.window._move_cursor(0.0)
    person.window.store.finish_gesture()
    person.waits()
    panel = person.window.inspector.graph
    person.qtbot.waitUntil(lambda: any(box.look.broken for box in panel.view.graph.boxes), timeout=20_000)
    assert [box.text.title for box in panel.view.graph.boxes if box.look.broken] == ["sqrt"]
    assert "The derivative stops being a finite number at sqrt." in panel.sentence.text()
    assert "vertical there" in panel.sentence.text()
    person.window._move_cursor(1.0)
    person.window.store.finish_gesture()
    person.waits()
    assert not any(box.look.broken for box in panel.view.graph.boxes)
