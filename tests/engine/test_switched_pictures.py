"""Pictures with switches: the function as it is, derivatives as torch gives them, and nothing told that is not so."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.budget import Budget
from engine.calculus.trace import trace
from engine.document import Document, Function, Parameter
from engine.evaluate import evaluate
from engine.language.stops import Stops
from engine.language.switches import Switch
from engine.plan import Viewport, plan

CURSOR = 0.7


def document(*texts, **fields):
    functions = tuple(Function(key, text, orders=(0, 1, 2)) for key, text in enumerate(texts, 1))
    return Document(functions=functions, cursor=CURSOR, **fields)


def seen(shown, *switches, quality="full", **wanted):
    return evaluate(plan(shown, Viewport(), quality, switches=frozenset(switches), **wanted), Budget())


def at(shown, part, entry=0):
    start = shown.functions[entry].text.index(part)
    return Switch(entry, (start, start + len(part)))


def shapes(outcome, order, key=1):
    return {
        shape.role: (shape.x, shape.y)
        for layer in outcome.layers
        for shape in layer.shapes
        if shape.order == order and shape.function == key and shape.role not in ("tangent", "touch")
    }


def every_switch(shown):
    """Each node and the variable of the first function."""
    module = plan(shown, Viewport()).module
    nodes = trace(module, 0, CURSOR, {}, Budget()).nodes
    return [Switch(0, name="x"), *(Switch(node.entry, node.span) for node in nodes if node.whole)]


TEXTS = ["tan(x) x", "1/x + x", "abs(x) + x^2", "floor(x)*x", "{x < 0: x^2, x + 1}", "x exp(-1/x^2)", "x sin(50x)",
         "max(x, x^3)", "x sin(1/x)", "sqrt(x) x"]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_no_switch_changes_the_picture_of_the_function_or_its_features(text):
    shown = document(text)
    plain = seen(shown, features=True)
    for switch in every_switch(shown):
        switched = seen(shown, switch, features=True)
        assert switched.features == plain.features
        one, other = shapes(plain, 0), shapes(switched, 0)
        assert one.keys() == other.keys()
        for role in one.keys() - {"value", "envelope"}:
            np.testing.assert_allclose(other[role][0], one[role][0], rtol=1e-9)
            np.testing.assert_allclose(other[role][1], one[role][1], rtol=1e-9)
        if "envelope" in one:  # of the other orders it has only the extent
            ends, same_ends = (found["envelope"][0][[0, -2]] for found in (one, other))
            np.testing.assert_allclose(same_ends, ends, atol=0.3)
        (x, y), (same_x, same_y) = one["value"], other["value"]
        assert np.isnan(y).sum() == np.isnan(same_y).sum()
        assert (same_x[0], same_x[-1]) == (x[0], x[-1])
        assert [note for note in switched.notes if note.order == 0] == [] or plain.notes


def test_a_derivative_that_swings_is_drawn_though_the_next_one_is_not_its_slope():
    shown = document("x sin(50x)")
    switched = seen(shown, at(shown, "sin(50x)"))
    assert not switched.notes
    x, y = shapes(switched, 1)["derivative"]
    np.testing.assert_allclose(y, np.sin(50 * x), rtol=0, atol=1e-11)
    assert not shapes(switched, 2)["derivative"][1].any()


@pytest.mark.parametrize("quality", ["live", "full"])
def test_each_order_is_what_torch_gives_with_detach(quality):
    shown = document("sin(x)*exp(x/5) + x^3")
    switched = seen(shown, at(shown, "sin(x)"), quality=quality)
    for order in (1, 2):
        x, y = shapes(switched, order)["derivative"]
        leaf = torch.tensor(x, requires_grad=True)
        value = (leaf.sin().detach() * (leaf / 5).exp() + leaf**3).sum()
        for _ in range(order):
            (slope,) = torch.autograd.grad(value, leaf, create_graph=True)
            value = slope.sum()
        np.testing.assert_allclose(y, slope.detach().numpy(), rtol=1e-12, atol=1e-12)


def test_the_readout_tells_whether_the_derivative_is_the_slope():
    shown = document("sin(x) + a x", parameters=(Parameter("a"),))
    assert not seen(shown).readouts[0].is_no_slope
    assert seen(shown, at(shown, "sin(x)")).readouts[0].is_no_slope
    assert seen(shown, at(shown, "sin(x)"), quality="live").readouts[0].is_no_slope
    assert not seen(shown, Switch(None, name="a")).readouts[0].is_no_slope
    level = document("cos(0 x) + x")
    assert not seen(level, at(level, "cos(0 x)")).readouts[0].is_no_slope


def test_a_variable_without_gradient_leaves_the_derivative_by_a_parameter():
    shown = document("a x + d/dx(a x^2)", parameters=(Parameter("a", value=2.0),), sensitivity="a")
    for switches, slope in (((Switch(0, name="x"),), 3.0), ((Switch(None, name="a"),), 0.0)):
        switched = seen(shown, *switches, inspected=1)
        x, y = shapes(switched, 0)["sensitivity"]
        np.testing.assert_allclose(y, slope * x, atol=1e-12)
        leaf = next(node for node in switched.inspection.trace.nodes if node.leaf == "a")
        assert leaf.adjoint == pytest.approx(slope * CURSOR)


def test_nothing_is_looked_for_in_a_derivative_of_what_is_stopped():
    shown = document("f(x) = x sin(x)", "g(x) = f'(x)")
    off = at(shown, "sin(x)")
    assert {one.function for one in seen(shown, features=True).features} == {1, 2}
    switched = seen(shown, off, features=True)
    assert {one.function for one in switched.features} == {1}
    assert switched.stops == {1: Stops(("sin(x)",)), 2: Stops(("sin(x)",), altered=True)}
    assert not switched.readouts[1].is_no_slope
    x, y = shapes(switched, 0, key=2)["value"]
    np.testing.assert_allclose(y, np.sin(x), rtol=0, atol=1e-12)


def test_a_check_says_that_something_is_stopped():
    shown = document("x sin(x)")
    plain = seen(shown, inspected=1, lens="check").inspection.check
    assert plain.verdict.code == "agrees"
    for switched in (
        seen(shown, at(shown, "sin(x)"), inspected=1, lens="check"),
        seen(document("x stop(sin(x))"), inspected=1, lens="check"),
    ):
        verdict = switched.inspection.check.verdict
        assert verdict.code == "stopped"
        told = dict(verdict.values)
        assert float(told["central"]) == pytest.approx(np.sin(CURSOR) + CURSOR * np.cos(CURSOR), rel=1e-6)
        assert float(told["autograd"]) == pytest.approx(np.sin(CURSOR))
