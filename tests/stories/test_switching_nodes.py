"""Someone stops the gradient at nodes and leaves of the graph, with keys, mouse and buttons, and lets it pass again."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.export.csv import encode
from gui.export.options import ExportOptions
from gui.graph.files import encode as graph_file

TEXT = "f(x) = x sin(2x) + a x^2"


@pytest.fixture
def switching(person):
    """The person with a function, its derivative and its graph."""
    person.types_and_waits(TEXT)
    person.does("inspector")
    waits_for_boxes(person, 8)
    return person


def waits_for_boxes(person, count):
    graph = person.window.inspector.graph.view.graph
    person.qtbot.waitUntil(lambda: len(graph.boxes) == count, timeout=20_000)
    sees(person)


def sees(person):
    """Wait until picture and graph show what is switched."""
    person.waits()
    person.qtbot.waitUntil(lambda: person.window.picture.is_complete, timeout=20_000)


def tools(person):
    return person.window.inspector.graph.switch_tools


def box(person, name):
    return next(box for box in person.window.inspector.graph.view.graph.boxes if box.text.title == name)


def clicks(person, name, button=Qt.MouseButton.LeftButton):
    view = person.window.inspector.graph.view
    at = view.mapFromScene(box(person, name).pos())
    QTest.mouseClick(view.viewport(), button, pos=at)
    return at


def walks_to(person, name):
    """Press arrow keys until this box is selected: the first one goes to the output, then down, then sideways."""
    view, goal = person.window.inspector.graph.view, box(person, name)
    QTest.keyClick(view, Qt.Key.Key_Down)
    for _ in range(12):
        if goal.look.selected:
            return
        away = goal.pos() - next(one for one in view.graph.boxes if one.look.selected).pos()
        sideways = Qt.Key.Key_Left if away.x() < 0 else Qt.Key.Key_Right
        QTest.keyClick(view, Qt.Key.Key_Down if away.y() > 1 else sideways)
    pytest.fail(f"no keys lead to {name}")


def opens_menu(person, name):
    view = person.window.inspector.graph.view
    at = view.mapFromScene(box(person, name).pos())
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    return tools(person).menu


def torch_slope(function, x, **parameters):
    """What torch's own autograd gives for each x."""
    leaf = torch.tensor(x, dtype=torch.float64, requires_grad=True)
    value = function(leaf, **parameters)
    if not value.requires_grad:
        return np.zeros_like(x)
    return torch.autograd.grad(value.sum(), leaf)[0].numpy()


def f_stopped_at_sine(x, a=1.0):
    return x * (2 * x).sin().detach() + a * x**2


def agrees(person, function, order=1, **parameters):
    (x,), (y,) = person.curve(order)
    known = np.isfinite(y)
    assert known.sum() > 100
    np.testing.assert_allclose(y[known], torch_slope(function, x[known], **parameters), rtol=1e-12, atol=1e-12)


def legend(person):
    return person.window.plot.layout_.legend.texts


def corner(person, row=0):
    return person.window.readout._rows[row].corner.text()


def test_the_key_s_stops_the_gradient_at_the_node_that_the_arrows_went_to(switching):
    view = switching.window.inspector.graph.view
    view.setFocus()
    before = view.graph.boxes
    walks_to(switching, "sin")
    QTest.keyClick(view, Qt.Key.Key_S)
    sees(switching)
    agrees(switching, f_stopped_at_sine)
    assert view.graph.boxes is before
    sine = box(switching, "sin").text
    assert (sine.recorded, sine.slope, sine.stopped) == (".detach()", "∂ –", True)
    cut = [link for link in view.graph.links if link.look.cut]
    assert [link.label for link in cut] == ["0"]
    assert tools(switching).stop_button.isChecked()
    QTest.keyClick(view, Qt.Key.Key_S)
    sees(switching)
    agrees(switching, lambda x: x * (2 * x).sin() + x**2)
    assert not any(link.look.cut for link in view.graph.links)
    assert not tools(switching).stop_button.isChecked()


def test_s_is_about_the_node_under_the_pointer_where_none_is_selected(switching):
    view = switching.window.inspector.graph.view
    view.setFocus()

    def moves_to_sine():
        QTest.mouseMove(view.viewport(), view.mapFromScene(box(switching, "sin").pos()))
        return box(switching, "sin").look.pointed

    switching.qtbot.waitUntil(moves_to_sine)
    QTest.keyClick(view, Qt.Key.Key_S)
    sees(switching)
    assert box(switching, "sin").text.stopped


def test_plot_legend_and_readout_say_what_is_stopped(switching):
    assert legend(switching) == [TEXT]
    clicks(switching, "sin")
    tools(switching).stop_button.click()
    sees(switching)
    assert legend(switching) == [TEXT, "f′ with stop at sin(2x)"]
    assert switching.window.plot.layout_.plots[1].title.text == "f′ with stop at sin(2x)"
    assert switching.window.plot.layout_.plots[0].title.text == "f"
    assert corner(switching) == "f′: stopped, not the slope"
    assert "sin" in switching.window.inspector.graph.sentence.text()
    switching.does("overlay")
    sees(switching)
    assert legend(switching) == [TEXT, "f′ with stop at sin(2x)"]
    assert "sin(2x)" in switching.window.plot.layout_.plots[0].title.text
    switching.window.set_language("tr")
    switching.qtbot.waitUntil(lambda: "f′, durdurulan: sin(2x)" in legend(switching))
    switching.window.set_language("en")
    tools(switching).reset_button.click()
    sees(switching)
    assert legend(switching) == [TEXT, "f′"]
    assert corner(switching) == ""


def test_values_and_features_are_those_of_the_function(switching):
    known = switching.window.picture.outcome.features
    assert {one.kind for one in known} >= {"root", "minimum", "maximum", "inflection"}
    (x,), (y,) = switching.curve(0)
    clicks(switching, "*")
    tools(switching).stop_button.click()
    sees(switching)
    assert switching.window.picture.outcome.features == known
    (same_x,), (same_y,) = switching.curve(0)
    np.testing.assert_array_equal(np.interp(x, same_x, same_y)[:: len(x) - 1], y[:: len(x) - 1])
    assert tools(switching).reset_button.isVisible()


def test_a_function_of_a_derivative_of_what_is_stopped_has_no_features_and_says_so(switching):
    switching.does("add_function")
    switching.types_and_waits("g(x) = f'(x)")
    switching.card(0).text.setFocus()
    waits_for_boxes(switching, 8)
    clicks(switching, "sin")
    tools(switching).stop_button.click()
    sees(switching)
    second = switching.window.store.document.functions[1].key
    assert {one.function for one in switching.window.picture.outcome.features} == {second - 1}
    (x,), (y,) = switching.curve(0, second)
    known = np.isfinite(y)
    np.testing.assert_allclose(y[known], torch_slope(f_stopped_at_sine, x[known]), rtol=1e-12, atol=1e-12)
    assert any(text.startswith("g(x) = f'(x) with stop at") for text in legend(switching))
    assert corner(switching, 1) == "g: with a stop"
    switching.window.inspector.open_page("features")
    told = switching.window.inspector.features.told
    assert told.isVisible()
    assert "derivative of what is stopped" in told.text()


def test_the_menu_switches_requires_grad_of_a_leaf(switching):
    menu = opens_menu(switching, "x")
    action = menu.actions()[0]
    assert (action.text(), action.isCheckable(), action.isChecked()) == ("requires_grad", True, True)
    action.trigger()
    menu.close()
    sees(switching)
    leaf = box(switching, "x").text
    assert (leaf.recorded, leaf.slope, leaf.stopped) == ("requires_grad=False", ".grad None", True)
    agrees(switching, lambda x: f_stopped_at_sine(x.detach()))
    assert legend(switching)[1] == "f′ with stop at x"
    menu = opens_menu(switching, "x")
    assert not menu.actions()[0].isChecked()
    menu.close()


def test_a_parameter_without_gradient_leaves_the_slope_and_takes_the_sensitivity(switching):
    store = switching.window.store
    store.edit(replace(store.document, sensitivity="a"), "")
    sees(switching)
    clicks(switching, "a")
    tools(switching).stop_button.click()
    sees(switching)
    assert box(switching, "a").text.slope == ".grad None"
    agrees(switching, lambda x: x * (2 * x).sin() + x**2)
    assert corner(switching) == ""
    assert "∂f/∂a with stop at a" in legend(switching)
    layers = switching.window.picture.outcome.layers
    (curve,) = [shape for layer in layers for shape in layer.shapes if shape.role == "sensitivity"]
    assert not curve.y.any()


def test_several_are_stopped_together_and_reset_together(switching):
    assert not tools(switching).reset_button.isVisible()
    for name in ("sin", "^ 2"):
        clicks(switching, name)
        tools(switching).stop_button.click()
        sees(switching)
    agrees(switching, lambda x: x * (2 * x).sin().detach() + (x**2).detach())
    assert legend(switching)[1] == "f′ with stop at sin(2x), x^2"
    opens_menu(switching, "sin").close()
    tools(switching).menu.actions()[-1].trigger()
    sees(switching)
    agrees(switching, lambda x: x * (2 * x).sin() + x**2)
    assert not tools(switching).reset_button.isVisible()


def test_the_curve_follows_during_a_drag(switching):
    clicks(switching, "sin")
    tools(switching).stop_button.click()
    sees(switching)
    seen = []
    switching.window.picture.shown.connect(seen.append)
    store = switching.window.store
    document = store.document
    dragged = document.with_parameter(replace(document.parameter("a"), value=1.5))
    store.edit(dragged, "drag", merge="slider")
    switching.qtbot.waitUntil(lambda: bool(seen) and dict(seen[-1].request.parameters)["a"] == 1.5)
    assert seen[-1].request.quality == "live"
    agrees(switching, f_stopped_at_sine, a=1.5)
    assert seen[-1].inspection.trace.derivative == pytest.approx(
        float(torch_slope(f_stopped_at_sine, np.array([document.cursor]), a=1.5)[0])
    )
    assert legend(switching)[1] == "f′ with stop at sin(2x)"
    switching.window.picture.switches.clear()
    switching.qtbot.waitUntil(lambda: not seen[-1].request.switches)
    agrees(switching, lambda x: x * (2 * x).sin() + 1.5 * x**2)
    store.finish_gesture()
    sees(switching)


def test_stepping_back_does_not_go_through_what_is_stopped(switching):
    clicks(switching, "sin")
    tools(switching).stop_button.click()
    sees(switching)
    panel = switching.window.inspector.graph
    assert not any(step.phase == "backward" and box_title(panel, step.node) == "sin" for step in panel._steps)
    panel.player_bar.back_button.click()
    assert box(switching, "sin").text.slope == "∂ –"


def box_title(panel, node):
    return panel._trace.nodes[node].operation


def test_paths_and_costs_leave_it_out(switching):
    clicks(switching, "sin")
    tools(switching).stop_button.click()
    sees(switching)
    found = switching.window.picture.outcome.inspection
    expected = math.sin(2 * found.trace.nodes[0].value) + 2 * found.trace.nodes[0].value
    assert found.paths.total == pytest.approx(expected)
    assert 0.0 in {path.product for path in found.paths.listed}
    switching.window.inspector.open_page("cost")
    switching.sees("costs")
    found = switching.window.picture.outcome.inspection
    costs = {node.operation: cost for node, cost in zip(found.trace.nodes, found.costs, strict=True)}
    assert costs["sin"].forward > 0.0
    assert (costs["sin"].backward, costs["sin"].kept) == (0.0, 0)
    switching.window.inspector.open_page("check")
    switching.sees("check")
    assert switching.window.picture.outcome.inspection.check.verdict.code == "stopped"
    assert "is stopped" in switching.window.inspector.check.verdict.text()


def test_it_is_a_lens_not_an_edit(switching):
    store = switching.window.store
    store.mark_saved()
    before = store.undo_stack.count(), store.document
    clicks(switching, "sin")
    tools(switching).stop_button.click()
    sees(switching)
    assert (store.undo_stack.count(), store.document) == before
    assert not store.modified


def test_another_text_another_session_and_no_card_have_no_switches(switching):
    switches = switching.window.picture.switches
    clicks(switching, "sin")
    tools(switching).stop_button.click()
    sees(switching)
    switching.does("add_function")
    switching.types_and_waits("x^3")
    assert switches  # the other card has kept its text
    switching.types_and_waits("f(x) = x sin(2x) + 1", 0)
    assert not switches
    switching.card(0).text.setFocus()
    waits_for_boxes(switching, 5)
    clicks(switching, "sin")
    tools(switching).stop_button.click()
    assert switches
    switching.card(0).remove_button.click()
    assert not switches
    waits_for_boxes(switching, 2)
    clicks(switching, "x")
    tools(switching).stop_button.click()
    assert switches
    switching.window.store.open(switching.window.store.document)
    assert not switches
    sees(switching)


def test_a_node_inside_of_what_stands_in_the_text_is_refused(switching):
    switching.types_and_waits("sin^2 x + x")
    waits_for_boxes(switching, 4)
    clicks(switching, "sin")
    assert not tools(switching).stop_button.isEnabled()
    view = switching.window.inspector.graph.view
    QTest.keyClick(view, Qt.Key.Key_S)
    assert not switching.window.picture.switches
    menu = opens_menu(switching, "sin")
    assert "step inside" in menu.actions()[0].text()
    assert not any(action.isEnabled() for action in menu.actions()[:2])
    menu.close()


def test_a_python_function_is_switched_in_every_turn(switching):
    switching.card().text.setFocus()
    text = "def f(x):\n    y = x\n    for i in range(3):\n        y = y * cos(x)\n    return y"
    store = switching.window.store
    (function,) = store.document.functions
    store.edit(replace(store.document, functions=(replace(function, text=text),)), "")
    waits_for_boxes(switching, 3)
    clicks(switching, "cos")
    QTest.keyClick(switching.window.inspector.graph.view, Qt.Key.Key_S)
    sees(switching)
    assert box(switching, "cos").text.stopped
    agrees(switching, lambda x: x * x.cos().detach() ** 3)


def test_files_and_scripts_respect_the_switches(switching, qapp, tmp_path):
    clicks(switching, "sin")
    tools(switching).stop_button.click()
    sees(switching)
    window = switching.window
    rows = encode(window.store.document, window.picture.outcome, ExportOptions()).decode().splitlines()
    names = {tuple(row.split(",")[1:3]) for row in rows[1:]}
    assert names == {(TEXT, "0"), (f"{TEXT} with stop at sin(2x)", "1")}
    panel = window.inspector.graph
    for ending in ("svg", "dot"):
        written = graph_file(ending, panel._trace, panel.view.graph.diagram, "light").decode()
        assert ".detach()" in written
        assert "dash" in written
    window.copying.script()
    assert "x * torch.sin(2 * x).detach()" in qapp.clipboard().text()


def test_the_last_picture_is_not_kept_with_switches(switching, monkeypatch):
    kept = []
    monkeypatch.setattr("gui.last_picture.write_atomically", lambda path, _data: kept.append(path))
    clicks(switching, "sin")
    tools(switching).stop_button.click()
    sees(switching)
    switching.window.last_picture.keep()
    assert kept == []
    switching.window.picture.switches.clear()
    sees(switching)
    switching.window.last_picture.keep()
    assert len(kept) == 1


def test_a_click_on_the_ground_selects_nothing_and_a_move_of_the_picture_selects_nothing_new(switching):
    view = switching.window.inspector.graph.view
    clicks(switching, "sin")
    start = view.mapFromScene(box(switching, "*").pos())
    switching.drags(view.viewport(), start, start + QPoint(30, 30))
    assert box(switching, "sin").look.selected
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert not any(box.look.selected for box in view.graph.boxes)
    assert not tools(switching).stop_button.isEnabled()
