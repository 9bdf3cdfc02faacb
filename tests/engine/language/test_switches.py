"""Switches: a function with something detached has the value that it had, and the derivative that torch gives then."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch

from engine.budget import Budget
from engine.calculus.derivatives import orders_at
from engine.calculus.paths import paths
from engine.calculus.sensitivity import sensitivity
from engine.calculus.trace import trace
from engine.document import Document, Function
from engine.evaluate import evaluate
from engine.language.names import read_module
from engine.language.program import compile_entry
from engine.language.switches import Switch, of_entry, switched
from engine.plan import Viewport, plan

X = 0.7


def module(*texts, syntax="math"):
    return read_module(tuple((text, syntax) for text in texts))


def at(text, part):
    start = text.index(part)
    return Switch(0, (start, start + len(part)))


def numbers(changed, entry=0, values=None):
    program = compile_entry(changed, entry)
    given = {name: (values or {})[name] for name in program.parameters}
    found = orders_at(program, np.array([X]), given, 1, Budget())
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
    made = trace(module(text), 0, X, {}, Budget(), frozenset({at(text, part)}))
    assert [made.value, made.derivative] == pytest.approx(real(function), rel=1e-13, abs=1e-15)


def test_a_leaf_that_needs_no_gradient_leaves_the_value_and_no_slope():
    text = "x*sin(x) + d/dx(x^2) + x^2"
    changed = switched(module(text), frozenset({Switch(0, name="x")}))
    assert numbers(changed) == pytest.approx([numbers(module(text))[0], 0.0])


def test_an_index_is_no_leaf_of_the_same_name():
    text = "sum(a, 1, 3, a*x)"
    assert numbers(switched(module(text), frozenset({Switch(None, name="a")}))) == pytest.approx([6 * X, 6.0])


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


LOOP = """def f(x, a=2.0):
    y = a * x
    for i in range(3):
        if y > 100:
            return y
        y = y * sin(x)
    return y + g(x)
"""


def loop(x, a=2.0, *, stop=lambda part, value: value):
    y = a * stop("x", x)
    for _ in range(3):
        y = y * stop("sin(x)", stop("x", x).sin())
    return y + stop("g(x)", stop("x", x) ** 2)


def with_stop(chosen):
    return lambda x: loop(x, stop=lambda part, value: value.detach() if part == chosen else value)


@pytest.mark.parametrize("part", ["sin(x)", "g(x)"])
def test_nodes_of_a_python_function_are_stopped_in_every_turn(part):
    read = read_module(((LOOP, "python"), ("g(x) = x^2", "math")), frozenset({"a"}))
    changed = switched(read, frozenset({at(LOOP, part)}))
    assert numbers(changed, 0, {"a": 2.0}) == pytest.approx(real(with_stop(part)), rel=1e-13)
    made = trace(read, 0, X, {"a": 2.0}, Budget(), frozenset({at(LOOP, part)}))
    assert [made.value, made.derivative] == pytest.approx(real(with_stop(part)), rel=1e-13)


def test_the_variable_of_a_python_function_needs_no_gradient():
    read = read_module(((LOOP, "python"), ("g(x) = x^2", "math")), frozenset({"a"}))
    off = frozenset({Switch(0, name="x")})
    assert numbers(switched(read, off), 0, {"a": 2.0}) == pytest.approx(real(with_stop("x")))
    assert numbers(switched(read, off), 0, {"a": 2.0})[1] == 0.0


def test_a_helper_that_calls_the_last_function_begins_where_it_did():
    text = """def h(x):
    return x * x

def f(x):
    while x > 1:
        x = x - h(0.5)
    if x < -1:
        return f(-x)
    return h(x)
"""
    read = module(text, syntax="python")
    for where in (0.7, 2.3, -3.1):
        plain, off = (
            orders_at(compile_entry(one, 0), np.array([where]), {}, 1, Budget())
            for one in (read, switched(read, frozenset({Switch(0, name="x")})))
        )
        assert off[0] == plain[0]
        assert (off[1], plain[1] != 0.0) == (0.0, True)


def test_a_parameter_is_one_leaf_for_all_cards():
    read = read_module((("f(x) = a g(x)", "math"), ("g(x) = a x^2", "math"), ("h(a) = a^2", "math")), frozenset({"a"}))
    off = switched(read, frozenset({Switch(None, name="a")}))
    assert sensitivity(compile_entry(read, 0), np.array([X]), {"a": 2.0}, "a", Budget()) == pytest.approx(4 * X**2)
    assert sensitivity(compile_entry(off, 0), np.array([X]), {"a": 2.0}, "a", Budget()) == 0.0
    assert numbers(off, 0, {"a": 2.0}) == pytest.approx(numbers(read, 0, {"a": 2.0}))
    assert numbers(off, 2) == pytest.approx([X**2, 2 * X])


def test_a_default_argument_is_a_leaf_too():
    read = read_module(((LOOP, "python"), ("g(x) = x^2", "math")), frozenset({"a"}))
    off = switched(read, frozenset({Switch(None, name="a")}))
    assert sensitivity(compile_entry(read, 0), np.array([X]), {"a": 2.0}, "a", Budget()) != 0.0
    assert sensitivity(compile_entry(off, 0), np.array([X]), {"a": 2.0}, "a", Budget()) == 0.0
    assert numbers(off, 0, {"a": 2.0}) == pytest.approx(numbers(read, 0, {"a": 2.0}))


def test_a_parameter_inside_of_a_derivative_leaves_the_variable_its_slope():
    off = switched(module("d/dx(a x^3)"), frozenset({Switch(None, name="a")}))
    assert numbers(off, 0, {"a": 2.0}) == pytest.approx([6 * X**2, 12 * X])


def test_the_variable_of_one_function_is_no_leaf_where_another_calls_it():
    off = frozenset({Switch(1, name="x")})
    read = module("x*g(x)", "g(x) = x^2")
    assert of_entry(off, 0) == frozenset()
    made = trace(read, 0, X, {}, Budget(), off)
    assert made.derivative == pytest.approx(3 * X**2)
    assert trace(read, 1, X, {}, Budget(), off).derivative == 0.0


TRACED = ("x*sin(x)", "a*sin(b*x) + x/4", "sin^2 x", "{x > 0: x^a, 1}", "sum(k, 1, 3, a*x^k)", "x*d/dx(a*x^2)", LOOP)


@pytest.mark.parametrize("text", TRACED, ids=range(len(TRACED)))
def test_no_switch_changes_the_graph_and_each_agrees_with_the_curve(text):
    values = {"a": 2.0, "b": 1.5}
    syntax = "python" if text == LOOP else "math"
    read = read_module(((text, syntax), ("g(x) = x^2", "math")), frozenset(values))
    plain = trace(read, 0, X, values, Budget())
    tried = [(place, Switch(node.entry, node.span)) for place, node in enumerate(plain.nodes) if node.whole]
    tried += [(place, Switch(0 if node.leaf == "x" else None, name=node.leaf)) for place, node in enumerate(plain.nodes)
              if node.leaf]  # fmt: skip
    assert len(tried) >= 2
    for place, switch in tried:
        off = frozenset({switch})
        made = trace(read, 0, X, values, Budget(), off)
        same = replace(made, nodes=tuple(replace(node, adjoint=0.0, stopped=False) for node in made.nodes))
        assert [node.operation for node in same.nodes] == [node.operation for node in plain.nodes]
        assert [node.value for node in made.nodes] == [node.value for node in plain.nodes]
        cut = [replace(edge, local=0.0) if made.nodes[edge.operand].stopped else edge for edge in plain.edges]
        assert list(made.edges) == cut
        assert made.nodes[place].stopped
        alike = [one for one in made.nodes if one.stopped]
        assert all((one.entry, one.span) == (made.nodes[place].entry, made.nodes[place].span) for one in alike)
        assert made.derivative == pytest.approx(numbers(switched(read, off), 0, values)[1], rel=1e-13, abs=1e-15)
        assert paths(made, Budget()).total == pytest.approx(made.derivative, rel=1e-13, abs=1e-15)


def test_of_nodes_at_one_place_the_outermost_is_the_one():
    made = trace(module("sin^2 x + x"), 0, X, {}, Budget())
    assert {node.operation: node.whole for node in made.nodes} == {"x": False, "sin": False, "^": True, "+": True}
    changed = switched(module("sin^2 x + x"), frozenset({at("sin^2 x + x", "sin^2 x")}))
    assert numbers(changed) == pytest.approx(real(lambda x: (x.sin() ** 2).detach() + x))


def test_a_request_with_switches_draws_the_derivative_that_is_left():
    document = Document(functions=(Function(1, "x^2 + sin(x)"),), cursor=X)
    off = frozenset({at("x^2 + sin(x)", "x^2")})
    plain, changed = (evaluate(plan(document, Viewport(), switches=each), Budget()) for each in (frozenset(), off))
    assert changed.readouts[0].values[0] == plain.readouts[0].values[0]
    assert changed.readouts[0].values[1] == pytest.approx(real(lambda x: x.sin())[1])
    assert plan(document, Viewport(), switches=off) == changed.request != plain.request
