"""Someone looks at what each node costs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest

from gui.lesson_links import follow
from gui.panels.cost import NODE


@pytest.fixture
def looking(person):
    person.types_and_waits("sin(x)*exp(x)")
    follow(person.window, "show:cost")
    wait(person)
    return person


def wait(person):
    person.waits()
    person.qtbot.waitUntil(lambda: person.window.picture.outcome.inspection.costs is not None, timeout=20_000)


def rows(panel):
    return [panel.list.topLevelItem(row) for row in range(panel.list.topLevelItemCount())]


def test_the_link_of_a_lesson_opens_it(looking):
    inspector = looking.window.inspector
    assert inspector.isVisible()
    assert inspector.tabs.currentWidget() is inspector.cost
    assert inspector.tabs.tabText(inspector.tabs.currentIndex()) == "Cost"


def test_each_operation_has_its_times_and_bytes(looking):
    costs = looking.window.picture.outcome.inspection.costs
    shown = rows(looking.window.inspector.cost)
    assert [row.toolTip(NODE) for row in shown] == ["SinBackward0", "ExpBackward0", "MulBackward0"]
    # sin keeps its argument, exp its result, the product both factors: numbers of 8 bytes each.
    assert [row.text(3) for row in shown] == ["8 B", "8 B", "16 B"]
    for row, numbers in zip(shown, costs.numbers[1:], strict=True):
        assert [row.text(1), row.text(2)] == [f"{seconds * 1e6:.1f} µs" for seconds in numbers[:2]]
        assert min(numbers[:2]) > 0


def test_costs_are_those_of_the_nodes_in_the_graph(looking):
    inspection = looking.window.picture.outcome.inspection
    named = [(node.operation, node.recorded, node.value, node.span) for node in inspection.trace.nodes]
    measured = [(node.operation, node.recorded, node.value, node.span) for node in inspection.costs.trace.nodes]
    assert named == measured


def test_a_row_that_is_chosen_lights_its_node_in_the_graph_and_in_the_text(looking):
    inspector = looking.window.inspector
    told = []
    inspector.source_pointed.connect(lambda _key, span: told.append(span))
    inspector.cost.list.setFocus()
    inspector.cost.list.setCurrentItem(rows(inspector.cost)[0])
    QTest.keyClick(inspector.cost.list, Qt.Key.Key_Down)
    node = inspector.cost.list.currentItem().data(NODE, Qt.ItemDataRole.UserRole)
    assert inspector.graph.view.graph._pointed == {node}
    assert told[-1] == looking.window.picture.outcome.inspection.trace.nodes[node].span


def test_a_row_under_the_pointer_lights_its_node_until_it_leaves(looking):
    inspector = looking.window.inspector
    listed = inspector.cost.list
    told = []
    inspector.cost.pointed.connect(told.append)
    place = listed.visualItemRect(rows(inspector.cost)[2]).center()
    QTest.mouseMove(listed.viewport(), QPoint(1, listed.viewport().height() - 1))
    QTest.mouseMove(listed.viewport(), place)
    looking.qtbot.waitUntil(lambda: told[-1:] == [rows(inspector.cost)[2].data(NODE, Qt.ItemDataRole.UserRole)])
    QCoreApplication.sendEvent(listed.viewport(), QEvent(QEvent.Type.Leave))
    assert told[-1] is None


def test_a_function_that_computes_nothing_has_no_rows(looking):
    looking.types_and_waits("x")
    wait(looking)
    assert rows(looking.window.inspector.cost) == []
