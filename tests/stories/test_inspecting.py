"""Someone opens the inspector, drags a slider and the cursor, steps backward, and clicks a path."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


@pytest.fixture
def inspecting(person):
    """The person with the inspector open."""
    assert not person.window.inspector.isVisible()
    person.does("inspector")
    wait_for_graph(person)
    return person


def wait_for_graph(person, count=None):
    graph = person.window.inspector.graph.view.graph
    wanted = (lambda: bool(graph.boxes)) if count is None else (lambda: len(graph.boxes) == count)
    person.qtbot.waitUntil(wanted, timeout=20_000)
    person.waits()


def box(person, name):
    return next(box for box in person.window.inspector.graph.view.graph.boxes if box.text.title == name)


def types(person, text, count):
    person.types_and_waits(text)
    wait_for_graph(person, count)


def test_closed_it_asks_for_no_trace_and_open_it_does(person):
    assert person.window.picture.outcome.request.inspected is None
    assert person.window.picture.outcome.inspection is None
    person.does("inspector")
    wait_for_graph(person)
    assert person.window.picture.outcome.inspection.trace is not None
    person.does("inspector")
    person.waits()
    assert person.window.picture.outcome.inspection is None


def test_it_is_open_again_in_the_next_window(inspecting, open_window):
    other = open_window()
    assert other.window.inspector.isVisible()
    assert other.window.actions_["inspector"].isChecked()


def test_the_graph_shows_names_values_and_gradients(inspecting):
    sine, x = box(inspecting, "sin"), box(inspecting, "x")
    assert sine.text.recorded == "SinBackward0"
    assert sine.text.value == "0.6442"
    assert x.text.slope == ".grad 1.015"
    assert x.text.kind == "variable"
    assert box(inspecting, "a").text.kind == "parameter"


def test_values_follow_slider_and_cursor_without_a_new_layout(inspecting):
    before = inspecting.window.inspector.graph.view.graph.boxes
    inspecting.drags_slider("a", 0.6, 0.8)
    inspecting.waits()
    a = inspecting.value("a")
    inspecting.window._move_cursor(2.0)
    inspecting.window.store.finish_gesture()
    inspecting.waits()
    assert box(inspecting, "x").text.value == "2"
    assert box(inspecting, "x").text.slope == f".grad {a * math.cos(2.0) + 0.25:.4g}".replace("-", "−")
    assert inspecting.window.inspector.graph.view.graph.boxes is before


def test_another_text_has_another_graph(inspecting):
    types(inspecting, "exp(x)", 2)
    assert box(inspecting, "exp").text.recorded == "ExpBackward0"


def test_stepping_back_fills_grad_last(inspecting):
    types(inspecting, "x*x", 2)
    bar = inspecting.window.inspector.graph.player_bar
    bar.start_button.click()
    assert box(inspecting, "x").text.value == "–"
    bar.step_button.click()
    assert (box(inspecting, "x").text.value, box(inspecting, "x").text.slope) == ("0.7", ".grad –")
    for _ in range(3):
        bar.step_button.click()
    assert box(inspecting, "x").text.slope == "Σ 1.4   .grad –"
    assert "+=" in inspecting.window.inspector.graph.sentence.text()
    active = [link for link in inspecting.window.inspector.graph.view.graph.links if link.look.active]
    assert len(active) == 2
    bar.step_button.click()
    assert box(inspecting, "x").text.slope == ".grad 1.4"
    bar.back_button.click()
    assert box(inspecting, "x").text.slope == "Σ 1.4   .grad –"


def test_play_goes_to_the_end_by_itself(inspecting):
    types(inspecting, "x*x", 2)
    player = inspecting.window.inspector.graph.player
    player._timer.setInterval(1)
    inspecting.window.inspector.graph.player_bar.play_button.click()
    assert player.is_playing
    assert not player.is_at_end
    inspecting.qtbot.waitUntil(lambda: player.is_at_end and not player.is_playing)
    assert box(inspecting, "x").text.slope == ".grad 1.4"


def test_forgetting_zero_grad_doubles_the_gradient(inspecting):
    types(inspecting, "x*x", 2)
    inspecting.window.inspector.graph.accumulate_button.click()
    assert box(inspecting, "x").text.slope == ".grad 2.8"
    inspecting.window.inspector.graph.accumulate_button.click()
    assert box(inspecting, "x").text.slope == ".grad 1.4"


def test_hovering_a_node_marks_its_text_and_the_text_marks_the_node(inspecting):
    view = inspecting.window.inspector.graph.view
    text = inspecting.card().text

    def moves_to_sine():
        sine = box(inspecting, "sin")
        QTest.mouseMove(view.viewport(), view.mapFromScene(sine.pos()))
        return sine.look.pointed

    inspecting.qtbot.waitUntil(moves_to_sine)
    sine = box(inspecting, "sin")
    marked = [selection.cursor.selectedText() for selection in text.extraSelections()]
    assert marked == ["sin(b x)"]
    QTest.mouseMove(view.viewport(), QPoint(2, 2))
    inspecting.qtbot.waitUntil(lambda: text.extraSelections() == [])
    text.pointed.emit(inspecting.texts[0].index("sin") + 1)
    assert sine.look.pointed
    text.pointed.emit(None)
    assert not sine.look.pointed


def test_the_text_cursor_marks_the_node_it_stands_in(inspecting):
    text = inspecting.card().text
    text.setFocus()
    cursor = text.textCursor()
    cursor.setPosition(inspecting.texts[0].index("sin") + 1)
    text.setTextCursor(cursor)
    assert box(inspecting, "sin").look.pointed


def test_a_parameter_lights_what_it_reaches(inspecting):
    row = inspecting.window.parameters.row("b")
    at = QPointF(5, 5)
    QApplication.sendEvent(row, QEnterEvent(at, at, at))
    assert box(inspecting, "sin").look.lit
    assert not box(inspecting, "a").look.lit
    assert box(inspecting, "a").look.faded
    QApplication.sendEvent(row, QEvent(QEvent.Type.Leave))
    assert not box(inspecting, "a").look.faded


def test_paths_add_up_and_a_click_lights_one(inspecting):
    types(inspecting, "(sin(x)*x+x^2)*exp(x)", 7)
    panel = inspecting.window.inspector.paths
    inspecting.window.inspector.tabs.setCurrentWidget(panel)
    products = [panel.list.topLevelItem(row).text(1) for row in range(4)]
    assert products == ["2.81925", "1.89485", "1.2973", "1.07814"]
    assert panel.list.topLevelItem(3).text(2) == "7.08954"
    assert "4 paths" in panel.count.text()
    assert "7.08953642" in panel.total.text()
    where = panel.list.visualItemRect(panel.list.topLevelItem(0)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    lit = {box.text.title for box in inspecting.window.inspector.graph.view.graph.boxes if box.look.lit}
    assert lit == {"*", "+", "^ 2", "x"}
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    assert {"exp", "x", "*"} == {
        box.text.title for box in inspecting.window.inspector.graph.view.graph.boxes if box.look.lit
    }


def test_the_sum_is_copied_as_text_and_as_latex(inspecting, qapp):
    types(inspecting, "x*x", 2)
    panel = inspecting.window.inspector.paths
    panel.text_button.click()
    assert qapp.clipboard().text() == "df/dx = 0.7 + 0.7 = 1.4"
    panel.latex_button.click()
    assert qapp.clipboard().text().startswith(r"\frac{df}{dx} = 0.7 + 0.7")


def test_the_function_with_the_keyboard_is_shown(inspecting):
    inspecting.does("add_function")
    types(inspecting, "log(x)", 2)
    assert box(inspecting, "ln").text.recorded == "LogBackward0"
    inspecting.card(0).text.setFocus()
    wait_for_graph(inspecting, 8)
    assert box(inspecting, "sin").text.recorded == "SinBackward0"


def test_without_a_function_there_is_a_hint(inspecting):
    inspecting.does("new")
    panel = inspecting.window.inspector
    inspecting.qtbot.waitUntil(lambda: panel.graph.note.isVisible())
    assert "autograd" in panel.graph.note.text()
    assert not panel.paths.list.isVisibleTo(panel.paths)


def test_a_loop_is_folded_and_unfolded_it_is_too_large_to_read(inspecting):
    inspecting.types_and_waits("sum(k, 1, 200, sin(k x))")
    panel = inspecting.window.inspector.graph
    inspecting.qtbot.waitUntil(lambda: any(box.text.turns == 200 for box in panel.view.graph.boxes))
    assert len(panel.view.graph.boxes) < 10
    assert not panel.fold_button.isHidden()
    panel.fold_button.click()
    assert panel.note.isVisible()
    assert "500" in panel.note.text()
    panel.fold_button.click()
    inspecting.qtbot.waitUntil(lambda: panel.view.isVisible() and any(panel.view.graph.boxes))


def test_a_large_trace_waits_for_the_end_of_a_drag(inspecting, qtbot):
    inspecting.types_and_waits("a sum(k, 1, 150, sin(k x))")
    qtbot.waitUntil(lambda: not inspecting.card().text._rest.isActive())  # its end would end the drag
    seen = []
    inspecting.window.picture.shown.connect(lambda outcome: seen.append(outcome))
    inspecting.window.store.edit(inspecting.window.store.document.with_cursor(1.25), "move", merge="cursor")
    qtbot.waitUntil(lambda: bool(seen) and seen[-1].request.cursor == 1.25)
    assert seen[-1].request.quality == "live"
    assert seen[-1].inspection is None
    inspecting.window.store.finish_gesture()
    inspecting.waits()
    assert seen[-1].inspection.trace.nodes[0].value == 1.25


def test_the_graph_is_written_to_a_file(inspecting, tmp_path, monkeypatch):
    panel = inspecting.window.inspector.graph
    for ending, action in zip(("svg", "pdf", "png", "dot"), panel._files.actions(), strict=True):
        file = tmp_path / f"graph.{ending}"
        monkeypatch.setattr("gui.panels.graph.QFileDialog.getSaveFileName", lambda *_, file=file: (str(file), ""))
        action.trigger()
        assert file.stat().st_size > 200
        assert file.name in inspecting.window.messages.label.text()
    monkeypatch.setattr("gui.panels.graph.QFileDialog.getSaveFileName", lambda *_: (str(tmp_path / "no" / "g.svg"), ""))
    panel._files.actions()[0].trigger()
    assert "cannot be written" in inspecting.window.messages.label.text()


def test_keys_walk_zoom_and_fit(inspecting):
    view = inspecting.window.inspector.graph.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert box(inspecting, "+").look.pointed
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert not box(inspecting, "+").look.pointed
    assert inspecting.card().text.extraSelections()
    before = view.scale_now
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.scale_now == pytest.approx(1.25 * before)
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.scale_now == pytest.approx(before)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not any(box.look.pointed for box in view.graph.boxes)
