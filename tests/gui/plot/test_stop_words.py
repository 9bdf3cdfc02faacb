"""Legend and titles say which derivatives leave out what is stopped."""

from __future__ import annotations

import dataclasses

import pytest
from msgspec.structs import replace

from engine.document import Parameter
from engine.language.stops import Stops
from engine.language.switches import Switch
from gui.plot.layout import PlotLayout
from gui.plot.stop_words import briefly, places, with_stops

SINE = Switch(0, (7, 15))
"""`sin(1 x)` in the first card of `document`."""


@pytest.fixture
def layout(qtbot):
    made = PlotLayout(on_screen=True)
    made.resize(1000, 600)
    return made


@pytest.fixture
def turkish(qapp):
    qapp.choose_language("tr")
    yield
    qapp.choose_language("en")


def switched(made, *switches):
    return dataclasses.replace(made, request=dataclasses.replace(made.request, switches=frozenset(switches)))


def shows(layout, shown, made, *switches):
    layout.synchronise(shown)
    layout.show_outcome(switched(made, *switches))
    return {order: plot.title.text for order, plot in layout.plots.items()}


def test_stacked_the_legend_has_a_row_and_the_plot_a_title(layout, document, outcome):
    shown = document((0, 1, 2))
    titles = shows(layout, shown, outcome(shown), SINE)
    assert titles == {0: "f", 1: "f′ with stop at sin(1 x)", 2: "f″ with stop at sin(1 x)"}
    assert layout.legend.texts == ["f(x) = sin(1 x)", "f′ with stop at sin(1 x)"]
    assert shows(layout, shown, outcome(shown)) == {0: "f", 1: "f′", 2: "f″"}
    assert layout.legend.texts == ["f(x) = sin(1 x)"]


def test_a_title_names_all_curves_where_one_of_them_leaves_something_out(layout, document, outcome):
    shown = document((0, 1), (0, 1))
    titles = shows(layout, shown, outcome(shown), SINE)
    assert titles == {0: "f", 1: "f′ with stop at sin(1 x); g′"}


def test_overlaid_each_derivative_has_it_in_its_row(layout, document, outcome):
    shown = document((0, 1), (1,), arrangement="overlay")
    titles = shows(layout, shown, outcome(shown), SINE)
    assert titles == {0: "f′ with stop at sin(1 x)"}
    assert layout.legend.texts == ["f(x) = sin(1 x)", "f′ with stop at sin(1 x)", "g′"]


def test_without_a_derivative_the_row_tells_of_the_tangent(layout, document, outcome):
    for arrangement in ("stacked", "overlay"):
        shown = document((0,), arrangement=arrangement)
        titles = shows(layout, shown, outcome(shown), SINE)
        assert layout.legend.texts == ["f(x) = sin(1 x)", "f′ with stop at sin(1 x)"]
        assert "stop" not in titles[0]


def test_a_function_that_contains_such_a_derivative_is_told_itself(layout, document, outcome):
    shown = document((0, 1), (0,))
    functions = (shown.functions[0], replace(shown.functions[1], text="g(x) = f'(x)"))
    shown = replace(shown, functions=functions)
    titles = shows(layout, shown, outcome(shown), SINE)
    assert titles[0] == "f; g with stop at sin(1 x)"
    assert layout.legend.texts[2] == "g(x) = f'(x) with stop at sin(1 x)"


def test_a_parameter_is_told_of_where_it_is_differentiated_by(layout, document, outcome):
    shown = document((0, 1), parameters=(Parameter("a"),))
    functions = (replace(shown.functions[0], text="f(x) = a sin(1 x)"),)
    shown = replace(shown, functions=functions, sensitivity="a")
    titles = shows(layout, shown, outcome(shown), Switch(None, name="a"))
    assert titles == {0: "f", 1: "f′"}
    assert with_stops("∂f/∂a", Stops(leaves=("a",)), leaf="a") == "∂f/∂a with stop at a"
    assert with_stops("∂f/∂a", Stops(leaves=("b",)), leaf="a") == "∂f/∂a"


def test_in_a_narrow_plot_scissors_stand_for_the_words(layout, document, outcome):
    layout.resize(200, 600)
    shown = document((0, 1))
    assert shows(layout, shown, outcome(shown), SINE)[1] == "f′ ✂ sin(1 x)"
    assert briefly("f′", Stops()) == "f′"


def test_many_parts_and_long_ones_are_shortened():
    assert places(["sin(x)", "x^2"]) == "sin(x), x^2"
    assert places(["sin(x)", "x^2", "x", "y"]) == "sin(x), x^2 +2"
    (long,) = [places(["exp(" + "x + " * 20 + "1)"])]
    assert len(long) <= 28
    assert long.startswith("exp(x + x")
    assert "…" in long


def test_they_speak_turkish(layout, document, outcome, turkish):
    shown = document((0, 1))
    assert shows(layout, shown, outcome(shown), SINE)[1] == "f′, durdurulan: sin(1 x)"
    assert layout.legend.texts[1] == "f′, durdurulan: sin(1 x)"


def test_a_curve_that_stays_while_its_text_is_broken_keeps_what_is_said_of_it(layout, document, outcome):
    shown = document((0, 1))
    shows(layout, shown, outcome(shown), SINE)
    layout.set_stale(frozenset({1}))
    layout.show_outcome(outcome(shown, without={1}))
    assert layout.plots[1].title.text == "f′ with stop at sin(1 x)"
