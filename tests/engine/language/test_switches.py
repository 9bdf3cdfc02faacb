"""Switches: a function with something detached has the value that it had, and the derivative that torch gives then."""

from __future__ import annotations

import pytest
import torch

from engine.budget import Budget
from engine.calculus.derivatives import orders_at
from engine.calculus.trace import trace
from engine.document import Document, Function
from engine.evaluate import evaluate
from engine.language.names import read_module
from engine.language.program import compile_entry
from engine.language.switches import Switch, can_switch, switched
from engine.plan import Viewport, plan

X = 0.7


def module(*texts, syntax="math"):
    return read_module(tuple((text, syntax) for text in texts))


def at(text, part):
    start = text.index(part)
    return Switch(0, (start, start + len(part)))


def numbers(changed, entry=0):
    found = orders_at(compile_entry(changed, entry), torch.tensor([X], dtype=torch.float64).numpy(), {}, 1, Budget())
    return [float(order[0]) for order in found]


def real(function):
    x = torch.tensor(X, dtype=torch.float64, requires_grad=True)
    value = function(x)
    (slope,) = torch.autograd.grad(value, x, allow_unused=True) if value.requires_grad else (None,)
    return [value.item(), 0.0 if slope is None else slope.item()]


CASES = {
    "factor": ("sin(x)*exp(x)", "sin(x)", lambda x: x.sin().detach() * x.exp()),
    "first use": ("x*sin(x)", "x", lambda x: x.detach() * x.sin()),
    "power": ("x^3 + x", "x^3", lambda x: (x**3).detach() + x),
    "negated": ("-x^2 + x", "-x^2", lambda x: (-(x**2)).detach() + x),
    "all": ("sin(x)", "sin(x)", lambda x: x.sin().detach()),
    "branch": ("{x > 0: sin(x) + x, 2x}", "sin(x)", lambda x: x.sin().detach() + x),
    "sum": ("sum(k, 1, 3, cos(x)*x^k)", "cos(x)", lambda x: sum(x.cos().detach() * x**k for k in (1, 2, 3))),
    "nested derivative": ("x*d/dx(x^2)", "d/dx(x^2)", lambda x: x * (2 * x).detach()),
}


@pytest.mark.parametrize(("text", "part", "function"), CASES.values(), ids=CASES)
def test_a_node_that_is_stopped_is_a_constant(text, part, function):
    changed = switched(module(text), frozenset({at(text, part)}))
    assert numbers(changed) == pytest.approx(real(function), rel=1e-13, abs=1e-15)
    assert numbers(changed)[1] != pytest.approx(numbers(module(text))[1])
    made = trace(changed, 0, X, {}, Budget())
    assert [made.value, made.derivative] == pytest.approx(real(function), rel=1e-13, abs=1e-15)


def test_a_leaf_that_needs_no_gradient_leaves_the_value_and_no_slope():
    text = "x*sin(x) + d/dx(x^2) + x^2"
    changed = switched(module(text), frozenset({Switch(0, name="x")}))
    assert numbers(changed) == pytest.approx([numbers(module(text))[0], 0.0])


def test_an_index_is_no_leaf_of_the_same_name():
    text = "sum(a, 1, 3, a*x)"
    assert numbers(switched(module(text), frozenset({Switch(0, name="a")}))) == pytest.approx([6 * X, 6.0])


def test_a_function_that_is_called_is_switched_for_its_callers_too():
    changed = switched(module("g(x) = x^2", "x*g(x)"), frozenset({Switch(0, (7, 10))}))
    assert numbers(changed, 1) == pytest.approx(real(lambda x: x * (x**2).detach()))


def test_several_are_off_together():
    text = "sin(x) + cos(x) + x"
    off = frozenset({at(text, "sin(x)"), at(text, "cos(x)")})
    assert numbers(switched(module(text), off))[1] == pytest.approx(1.0)


def test_a_very_long_sum_is_switched():
    text = " + ".join(["x"] * 2000)
    assert numbers(switched(module(text), frozenset({Switch(0, (0, 1))})))[1] == pytest.approx(1999.0)


def test_equal_switches_give_the_same_module_and_none_the_module_itself():
    read = module("sin(x)")
    assert switched(read, frozenset()) is read
    off = Switch(0, name="x")
    assert switched(read, frozenset({off})) is switched(module("sin(x)"), frozenset({off}))


def test_a_python_function_has_no_switches():
    text = "def f(x):\n    return x*x\n"
    read = module(text, syntax="python")
    assert not can_switch(read.entries[0])
    assert can_switch(module("x").entries[0])


def test_a_request_with_switches_draws_the_derivative_that_is_left():
    document = Document(functions=(Function(1, "x^2 + sin(x)"),), cursor=X)
    off = frozenset({at("x^2 + sin(x)", "x^2")})
    plain, changed = (evaluate(plan(document, Viewport(), switches=each), Budget()) for each in (frozenset(), off))
    assert changed.readouts[0].values[0] == plain.readouts[0].values[0]
    assert changed.readouts[0].values[1] == pytest.approx(real(lambda x: x.sin())[1])
    assert plan(document, Viewport(), switches=off) == changed.request != plain.request
