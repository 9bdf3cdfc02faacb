"""Someone looks at what each node of a graph costs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest

from gui.lesson_links import follow
from gui.panels.cost import BACKWARD, FORWARD, KEPT, NODE, SHARE, micro


@pytest.fixture
def counting(person):
    """The person with the page of costs open for x sin x + 3."""
    person.types_and_waits("x sin x + 3")
    follow(person.window, "show:cost")
    panel = person.window.inspector.cost
    assert person.window.inspector.tabs.currentWidget() is panel
    person.qtbot.waitUntil(lambda: panel.list.topLevelItemCount() == 3, timeout=20_000)
    # Opening the page makes the plot narrower: the last measurement is that of its last size.
    person.qtbot.waitUntil(lambda: person.window.picture.is_complete, timeout=30_000)
    return person


def rows(person):
    panel = person.window.inspector.cost
    return [panel.list.topLevelItem(row) for row in range(panel.list.topLevelItemCount())]


def test_the_dearest_node_comes_first_and_what_is_kept_is_counted(counting):
    names = {item.text(NODE): item for item in rows(counting)}
    assert set(names) == {"sin", "*", "+ 3"}
    assert (names["sin"].text(KEPT), names["*"].text(KEPT), names["+ 3"].text(KEPT)) == ("8", "16", "0")
    costs, nodes = counting.window.inspector.cost._costs, counting.window.inspector.cost._trace.nodes
    spent = [cost.forward + cost.backward for cost in costs]
    assert all(cost.forward > 0 for cost, node in zip(costs, nodes, strict=True) if not node.leaf)
    assert rows(counting)[0].text(FORWARD) == micro(costs[spent.index(max(spent))].forward)
    shares = [item.data(column, SHARE) for item in rows(counting) for column in (FORWARD, BACKWARD)]
    assert max(shares) == 1.0
    assert min(shares) > 0.0


def test_choosing_a_row_marks_its_text(counting):
    panel, text = counting.window.inspector.cost, counting.card().text
    item = next(item for item in rows(counting) if item.text(NODE) == "sin")
    panel.list.setCurrentItem(item)
    assert [one.cursor.selectedText() for one in text.extraSelections()] == ["sin x"]
    panel.list.clearSelection()
    assert text.extraSelections() == []


def test_a_row_under_the_pointer_marks_its_text_until_it_leaves(counting):
    panel, text = counting.window.inspector.cost, counting.card().text
    listed, told = panel.list, []
    panel.pointed.connect(told.append)

    def marked():
        """Point at the row; a measurement that comes meanwhile fills the list anew, and nobody holds still for that."""
        item = next(item for item in rows(counting) if item.text(NODE) == "sin")
        QTest.mouseMove(listed.viewport(), listed.viewport().rect().bottomLeft() + QPoint(2, -2))
        QTest.mouseMove(listed.viewport(), listed.visualItemRect(item).center())
        return [one.cursor.selectedText() for one in text.extraSelections()] == ["sin x"]

    counting.qtbot.waitUntil(marked)
    QCoreApplication.sendEvent(listed.viewport(), QEvent(QEvent.Type.Leave))
    assert told[-1] is None
    assert text.extraSelections() == []


def test_a_row_of_a_longer_function_that_is_gone_marks_nothing(counting):
    inspector, text = counting.window.inspector, counting.card().text
    inspector.cost.pointed.emit(len(inspector._trace.nodes))
    assert text.extraSelections() == []


def test_bars_are_painted_and_the_language_is_followed(counting):
    panel = counting.window.inspector.cost
    picture = QPixmap(panel.size())
    panel.render(picture)
    assert not picture.toImage().allGray()
    counting.does("language_tr")
    QCoreApplication.sendPostedEvents()
    assert "geri" in panel.told.text()
    counting.does("language_en")


def test_without_a_function_there_is_a_hint(counting):
    counting.types_and_waits(" ")
    panel = counting.window.inspector.cost
    counting.qtbot.waitUntil(lambda: not panel.list.isVisible())
    assert panel.told.text()
