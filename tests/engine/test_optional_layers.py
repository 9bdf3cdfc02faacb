"""Layers that a document switches on: the Taylor polynomial, and the derivative by a parameter with its ghost."""

from __future__ import annotations

import mpmath
import numpy as np
import pytest
from msgspec.structs import replace

from engine.budget import Budget
from engine.calculus.sensitivity import sensitivity
from engine.document import Document, Parameter, View
from engine.evaluate import evaluate
from engine.language.names import read_module
from engine.language.program import compile_entry
from engine.plan import Viewport, plan
from engine.session import decode, encode


def drawn(text, *, x=(-2.0, 2.0), y=None, **changes):
    """Return the shapes of one function by role."""
    document = Document()
    document = document.with_function(document.new_function(text))
    parameters = tuple(Parameter(name, value=1.5, step=0.01) for name in changes.pop("names", ()))
    document = document.with_parameters(parameters).with_view(View(x=x, y=(y, None, None, None, None)))
    outcome = evaluate(plan(replace(document, **changes), Viewport(400, 300)), Budget(seconds=60.0))
    assert not outcome.problems
    return {shape.role: shape for layer in outcome.layers for shape in layer.shapes if shape.order == 0}


@pytest.mark.parametrize("order", range(9))
def test_the_polynomial_is_taylors(order):
    found = drawn("exp(sin(x))", taylor=order, cursor=0.7)
    with mpmath.workdps(40):
        terms = mpmath.taylor(lambda x: mpmath.exp(mpmath.sin(x)), mpmath.mpf(0.7), order)
        at = found["taylor"].x[::50]
        wanted = [float(mpmath.polyval(terms[::-1], mpmath.mpf(x) - mpmath.mpf(0.7))) for x in at]
    assert found["taylor"].y[::50] == pytest.approx(wanted, rel=1e-10)


def test_the_near_part_is_within_a_pixel_and_grows_with_the_order():
    widths = []
    for order in (1, 3, 5, 7):
        found = drawn("sin(x)", y=(-2.0, 2.0), taylor=order, cursor=0.0)
        near = found["taylor_near"]
        pixel = 4.0 / 300
        assert np.all(np.abs(near.y - np.sin(near.x)) <= pixel)
        whole = found["taylor"]
        outside = whole.x > near.x[-1]
        assert not outside.any() or abs(whole.y[outside][0] - np.sin(whole.x[outside][0])) > pixel
        widths.append(near.x[-1] - near.x[0])
    assert widths == sorted(widths)
    assert widths[0] < widths[-1]


def test_there_is_no_polynomial_where_a_derivative_is_missing():
    assert "taylor" not in drawn("sqrt(x)", taylor=2, cursor=0.0)
    assert "taylor" not in drawn("x^2", cursor=0.0)


def test_the_sensitivity_is_the_derivative_by_the_parameter():
    found = drawn("a sin(b x) + a^2", sensitivity="a", names=("a", "b"))
    x = found["sensitivity"].x
    assert found["sensitivity"].y == pytest.approx(np.sin(1.5 * x) + 3.0, rel=1e-13)
    ghost = found["ghost"]
    moved = 1.51 * np.sin(1.5 * x) + 1.51**2
    assert np.abs(ghost.y - moved).max() <= 1.001 * 0.01**2


@pytest.mark.parametrize(
    ("text", "by_a"),
    [
        ("x^a", lambda x: x**2 * np.log(x)),
        ("a^x", lambda x: x * 2 ** (x - 1)),
        ("if(x > a, a x, a^2)", lambda x: np.where(x > 2, x, 4.0)),
        ("sum(n, 1, 3, a^n x)", lambda x: (1 + 4 + 12) * x),
        ("d/dx (a^2 x^3)", lambda x: 12 * x**2),
        ("sin(x)", lambda x: 0 * x),
    ],
)
def test_the_sensitivity_goes_through_every_form(text, by_a):
    program = compile_entry(read_module(((text, "auto"),)), 0)
    x = np.linspace(0.3, 4.0, 9)
    parameters = {"a": 2.0}
    found = sensitivity(program, x, parameters, "a", Budget())
    assert found == pytest.approx(by_a(x), rel=1e-12)


def test_a_function_without_the_parameter_has_no_sensitivity():
    assert "sensitivity" not in drawn("sin(x)", sensitivity="a", names=("a",))


def test_the_switches_are_saved_and_old_sessions_open():
    document = replace(Document(), taylor=3, sensitivity="a")
    assert decode(encode(document), "s") == document
    assert decode(b'{"version": 1, "document": {}}', "s").taylor is None
    assert b'"taylor": null' in encode(Document())
