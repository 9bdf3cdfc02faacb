"""Someone looks at the graph of f′ and of f″: how torch records them, and the chain rule of the next derivative."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest

from gui.lesson_links import follow


class Looking:
    """The person with the inspector open."""

    def __init__(self, person):
        self.person, self.window, self.qtbot = person, person.window, person.qtbot
        self.inspector = person.window.inspector
        self.panel = self.inspector.graph
        person.does("inspector")
        self.types("sin(x)^2", 0)

    def types(self, text, order):
        self.person.types_and_waits(text)
        self.waits(order)

    def waits(self, order):
        """Until the graph of this order is drawn for what is typed."""
        self.person.waits()
        self.qtbot.waitUntil(lambda: self.panel._trace is not None and self.panel._trace.order == order)
        self.qtbot.waitUntil(lambda: self.panel.view.graph.diagram == self.panel._wanted, timeout=20_000)

    def chooses(self, order):
        self.panel.order_box.setFocus()
        for _ in range(self.panel.order_box.count()):
            QTest.keyClick(self.panel.order_box, Qt.Key.Key_Up)
        for _ in range(order):
            QTest.keyClick(self.panel.order_box, Qt.Key.Key_Down)
        self.waits(order)

    @property
    def boxes(self):
        return self.panel.view.graph.boxes

    def named(self, recorded):
        return [box for box in self.boxes if box.text.recorded == recorded]


@pytest.fixture
def looking(person):
    return Looking(person)


def test_a_key_in_the_choice_shows_the_graph_of_the_derivative(looking):
    assert not any(box.text.part for box in looking.boxes)
    assert not looking.panel.legend.isVisible()
    looking.chooses(1)
    told = {(box.text.title, box.text.recorded, box.text.part) for box in looking.boxes}
    assert told == {
        ("x", "AccumulateGrad", ""), ("sin", "SinBackward0", "f"), ("^ 1", "PowBackward0", "f′"),
        ("* 2", "MulBackward1", "f′"), ("1 *", "MulBackward0", "f′"), ("cos", "CosBackward0", "f′"),
        ("*", "MulBackward0", "f′"),
    }  # fmt: skip
    (cosine,) = looking.named("CosBackward0")
    assert (cosine.text.value, cosine.text.slope) == ("0.7648", "∂ 1.288")
    (x,) = looking.named("AccumulateGrad")
    assert x.text.slope == ".grad 0.3399"
    assert "f″ = 0.339934" in looking.panel.sentence.text()


def test_the_legend_tells_the_parts_without_colour(looking):
    looking.chooses(2)
    legend = looking.panel.legend
    assert legend.isVisible()
    assert legend.accessibleName() == "for f: 1 node; for f′: 4 nodes; for f″: 13 nodes"
    assert "dashed" in legend.accessibleDescription()
    behind = {(box.text.part, box.text.behind) for box in looking.boxes}
    assert behind == {("", 0), ("f", 2), ("f′", 1), ("f″", 0)}
    wide, narrow = QPixmap(900, legend.height()), QPixmap(900, legend.height())
    for picture, width in ((wide, 900), (narrow, 150)):
        legend.resize(width, legend.height())
        legend.render(picture)
    assert not wide.toImage().allGray()
    assert legend.texts() == ("f: 1", "f′: 4", "f″: 13")


def test_a_shortcut_opens_the_lens_and_goes_round(person):
    assert not person.window.inspector.isVisible()
    person.window.activateWindow()
    for order in (1, 2, 0):
        QTest.keyClick(person.window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        person.waits()
        assert person.window.inspector.graph.isVisible()
        person.qtbot.waitUntil(lambda order=order: person.window.inspector.graph._trace.order == order)


def test_a_click_opens_the_choice(looking):
    box = looking.panel.order_box
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    listed = box.view()
    looking.qtbot.waitUntil(listed.isVisible)
    QTest.keyClick(listed, Qt.Key.Key_Down)
    QTest.keyClick(listed, Qt.Key.Key_Return)
    looking.waits(1)
    assert looking.panel.order_box.currentText() == "f′"


def test_the_paths_add_up_to_the_next_derivative(looking, qapp):
    looking.chooses(1)
    paths = looking.inspector.paths
    looking.inspector.tabs.setCurrentWidget(paths)
    assert "df′/dx = <b>0.3399342858</b>" in paths.total.text()
    assert [paths.list.topLevelItem(row).text(1) for row in range(2)] == ["1.16997", "−0.830033"]
    assert paths.list.topLevelItem(1).text(2) == "0.339934"
    where = paths.list.visualItemRect(paths.list.topLevelItem(1)).center()
    QTest.mouseClick(paths.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    lit = [box.text.recorded for box in looking.boxes if box.look.lit]
    assert sorted(lit) == ["AccumulateGrad", "CosBackward0", "MulBackward0"]
    paths.text_button.click()
    assert qapp.clipboard().text().startswith("df′/dx = ")
    paths.latex_button.click()
    assert qapp.clipboard().text().startswith(r"\frac{df'}{dx} = ")


def test_numbers_follow_a_drag_without_a_new_layout(looking):
    looking.types("a sin(x)^2", 0)
    looking.chooses(1)
    before = looking.boxes
    looking.person.drags_slider("a", 0.6, 0.8)
    looking.person.waits()
    a = looking.person.value("a")
    (x,) = [box for box in looking.boxes if box.text.title == "x"]
    assert x.text.slope == f".grad {2 * a * math.cos(1.4):.4g}"
    assert looking.boxes is before


def test_stepping_tells_what_a_node_is_computed_for(looking):
    looking.chooses(1)
    bar = looking.panel.player_bar
    bar.start_button.click()
    told = []
    while not looking.panel.player.is_at_end:
        bar.step_button.click()
        told.append(looking.panel.sentence.text())
    assert told[:3] == ["Forward: x = 0.7", "Forward, for f: sin = 0.6442", "Forward, for f′: ^ 1 = 0.6442"]
    assert any(text.startswith("Backward through CosBackward0") for text in told)
    assert "f″ = 0.339934" in told[-1]


def test_another_graph_that_comes_while_it_plays_is_shown_whole(looking):
    looking.chooses(2)
    looking.panel.player._timer.setInterval(1)
    looking.panel.player_bar.play_button.click()
    looking.chooses(0)
    looking.qtbot.waitUntil(lambda: looking.panel.player.is_at_end)
    assert len(looking.boxes) == 3


def test_the_text_lights_all_that_was_recorded_for_it_and_a_node_marks_its_text(looking):
    looking.chooses(1)
    text = looking.person.card().text
    text.pointed.emit(1)
    pointed = sorted(box.text.recorded for box in looking.boxes if box.look.pointed)
    assert pointed == ["CosBackward0", "MulBackward0", "SinBackward0"]
    text.pointed.emit(None)
    view = looking.panel.view
    cosine = looking.named("CosBackward0")[0]

    def marked():
        QTest.mouseMove(view.viewport(), view.mapFromScene(cosine.pos()) + QPoint(1, 0))
        return [one.cursor.selectedText() for one in text.extraSelections()]

    looking.qtbot.waitUntil(lambda: marked() == ["sin(x)"])


def test_costs_are_those_of_the_function_and_say_so(looking):
    looking.chooses(1)
    cost = looking.inspector.cost
    looking.inspector.tabs.setCurrentWidget(cost)
    looking.person.waits()
    assert not cost.list.isVisible()
    assert "choose f" in cost.told.text()
    looking.panel.choose_order(0)
    looking.person.sees("costs")
    assert cost.list.topLevelItemCount() == 2


def test_where_a_derivative_is_not_finite_its_node_is_named(looking):
    looking.types("sqrt(x - 0.7)", 0)
    looking.chooses(1)
    assert looking.panel.sentence.text().startswith("f′ stops being a finite number at ")
    (broken,) = [box for box in looking.boxes if box.look.broken]
    assert broken.text.part == "f′"
    looking.types("ln(x - 1)", 1)
    assert "f is not a finite number here" in looking.panel.sentence.text()


def test_a_value_of_0_that_has_an_infinite_slope_is_told_as_that_of_the_next_derivative(looking):
    looking.types("(x - 0.7)^1.5", 0)
    looking.chooses(1)
    assert looking.panel.sentence.text().startswith("f″ stops being a finite number at ")


def test_a_derivative_that_is_a_number_is_one_box(looking):
    looking.types("3x + 1", 0)
    looking.chooses(1)
    assert [(box.text.title, box.text.part) for box in looking.boxes] == [("3", "f′")]
    assert "f″ = 0" in looking.panel.sentence.text()


def test_the_turns_of_a_loop_are_folded_and_too_many_boxes_are_not_drawn(looking):
    looking.types("sum(k, 1, 60, sin(k x)^2)", 0)
    looking.chooses(1)
    assert {box.text.turns for box in looking.boxes if box.text.title == "cos"} == {60}
    assert len(looking.boxes) < 25
    looking.panel.fold_button.click()
    assert "500" in looking.panel.note.text()
    looking.panel.fold_button.click()
    looking.waits(1)


def test_a_lesson_speaks_of_the_graph_of_the_function(looking):
    looking.chooses(1)
    follow(looking.window, "show:graph")
    looking.waits(0)
    assert looking.panel.order_box.currentText() == "f"


def test_it_speaks_turkish(looking):
    looking.chooses(1)
    assert looking.panel.order_box.accessibleName() == "Whose graph is shown"
    looking.person.does("language_tr")
    QCoreApplication.sendPostedEvents()
    assert looking.panel.legend.accessibleName() == "f için: 1 düğüm; f′ için: 5 düğüm"
    assert "türevi f″ = 0.339934" in looking.panel.sentence.text()
    assert looking.panel.order_box.accessibleName() == "Gösterilen hesaplama grafiği"
    looking.person.does("language_en")
