"""Someone stops the gradient at nodes and leaves of the graph, with keys, mouse and buttons, and lets it pass again."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.stories.switching import (
    TEXT,
    agrees,
    box,
    clicks,
    corner,
    f_stopped_at_sine,
    legend,
    opens_menu,
    sees,
    tools,
    torch_slope,
    waits_for_boxes,
    walks_to,
)


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
    assert corner(switching) == "f′ ≠ slope (stop)"
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


def test_a_click_on_the_ground_selects_nothing_and_a_move_of_the_picture_selects_nothing_new(switching):
    view = switching.window.inspector.graph.view
    clicks(switching, "sin")
    start = view.mapFromScene(box(switching, "*").pos())
    switching.drags(view.viewport(), start, start + QPoint(30, 30))
    assert box(switching, "sin").look.selected
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert not any(box.look.selected for box in view.graph.boxes)
    assert not tools(switching).stop_button.isEnabled()
