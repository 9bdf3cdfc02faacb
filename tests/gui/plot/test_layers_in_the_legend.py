"""The rows that the switches of a document add to the legend."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from msgspec.structs import replace

from engine.document import Parameter
from engine.outcome import LayerOutcome
from engine.shapes import Curve
from gui.plot.layout import PlotLayout


@pytest.fixture
def layout(qtbot):
    made = PlotLayout(on_screen=True)
    made.resize(800, 500)
    return made


def with_layers(outcome, *roles, function=1):
    shapes = tuple(Curve(np.array([-1.0, 1.0]), np.array([0.0, 1.0]), role, function, 0) for role in roles)
    return dataclasses.replace(outcome, layers=(*outcome.layers, LayerOutcome("more", function, shapes)))


def test_a_taylor_polynomial_has_its_order(layout, document, outcome):
    shown = document((0, 1), taylor=3)
    layout.synchronise(shown)
    layout.show_outcome(with_layers(outcome(shown), "taylor", "taylor_near"))
    assert layout.legend.texts == ["f(x) = sin(1 x)", "T₃ f"]
    layout.synchronise(replace(shown, taylor=None))
    assert layout.legend.texts == ["f(x) = sin(1 x)"]


def test_the_derivative_by_a_parameter_and_the_next_step(layout, document, outcome):
    shown = document((0,), (0,), sensitivity="a", parameters=(Parameter("a", step=0.25),))
    layout.synchronise(shown)
    layout.show_outcome(with_layers(outcome(shown), "sensitivity", "ghost", function=2))
    assert layout.legend.texts == ["f(x) = sin(1 x)", "g(x) = sin(2 x)", "∂g/∂a", "g | a + 0.25"]


def test_a_layer_that_is_not_drawn_has_no_row(layout, document, outcome):
    shown = document((0,), taylor=2, sensitivity="a", parameters=(Parameter("a"),))
    layout.synchronise(shown)
    layout.show_outcome(outcome(shown))
    assert layout.legend.texts == ["f(x) = sin(1 x)"]
