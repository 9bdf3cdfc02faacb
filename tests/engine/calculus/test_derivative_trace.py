"""The graphs of f′ and f″ against mpmath, against the derivatives of the engine, and against torch itself."""

from __future__ import annotations

import gc
import math
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path

import mpmath
import numpy as np
import pytest

from engine.budget import Budget, Cancelled
from engine.calculus.derivative_trace import trace_of_order
from engine.calculus.derivatives import orders_at
from engine.calculus.paths import paths
from engine.calculus.trace import trace
from engine.language.functions import FUNCTIONS
from engine.language.names import read_module
from engine.language.program import compile_entry
from engine.problems import EngineError, ProblemCode
from engine.requests import HIGHEST_TRACED
from engine.torch_setup import torch
from tests.engine.language.functions_table import TABLE

ORDERS = range(1, HIGHEST_TRACED + 1)
NEWTON = """\
def f(x):
    y = x
    while abs(y * y - x) > 1e-12:
        y = (y + x / y) / 2
    return y * x
"""
FORKED = """\
def f(x):
    t = x
    for i in range(3):
        if t > 0.7:
            t = sin(t) * x
        else:
            t = t * t + exp(-x)
    return t
"""


def forked(x):
    t = x
    for _ in range(3):
        t = mpmath.sin(t) * x if t > mpmath.mpf("0.7") else t * t + mpmath.exp(-x)
    return t


KNOWN = [
    ("sin(x)^2", lambda x: mpmath.sin(x) ** 2),
    ("x*exp(-x^2)", lambda x: x * mpmath.exp(-(x**2))),
    ("sigmoid(3x)", lambda x: 1 / (1 + mpmath.exp(-3 * x))),
    ("(sin(x)*x+x^2)*exp(x)", lambda x: (mpmath.sin(x) * x + x**2) * mpmath.exp(x)),
    ("x^5 - 3x^2 + 1", lambda x: x**5 - 3 * x**2 + 1),
    ("1/x", lambda x: 1 / x),
    ("1/(1 + x^2)", lambda x: 1 / (1 + x**2)),
    ("sqrt(x)", mpmath.sqrt),
    ("sqrt(1 + x^2)", lambda x: mpmath.sqrt(1 + x**2)),
    ("x^(1/3)", lambda x: mpmath.cbrt(x)),
    ("x^x", lambda x: x**x),
    ("2^x", lambda x: mpmath.mpf(2) ** x),
    ("ln(x)", mpmath.log),
    ("ln(1 + x^2)", lambda x: mpmath.log(1 + x**2)),
    ("x ln(x)", lambda x: x * mpmath.log(x)),
    ("exp(sin(x))", lambda x: mpmath.exp(mpmath.sin(x))),
    ("sin(cos(x))", lambda x: mpmath.sin(mpmath.cos(x))),
    ("sin(x)/x", lambda x: mpmath.sin(x) / x),
    ("tan(x)", mpmath.tan),
    ("sec(x) + cot(x)", lambda x: mpmath.sec(x) + mpmath.cot(x)),
    ("asin(x)", mpmath.asin),
    ("acos(x)^2", lambda x: mpmath.acos(x) ** 2),
    ("atan(3x)", lambda x: mpmath.atan(3 * x)),
    ("sinh(x) cosh(x)", lambda x: mpmath.sinh(x) * mpmath.cosh(x)),
    ("tanh(2x)", lambda x: mpmath.tanh(2 * x)),
    ("asinh(x) + acosh(2x)", lambda x: mpmath.asinh(x) + mpmath.acosh(2 * x)),
    ("atanh(x)", mpmath.atanh),
    ("erf(x)", mpmath.erf),
    ("gamma(x + 1)", lambda x: mpmath.gamma(x + 1)),
    ("lgamma(x + 2)", lambda x: mpmath.loggamma(x + 2)),
    ("J0(x)", lambda x: mpmath.besselj(0, x)),
    ("J1(x^2)", lambda x: mpmath.besselj(1, x**2)),
    ("softplus(x)", lambda x: mpmath.log(1 + mpmath.exp(x))),
    ("hypot(x, 2)", lambda x: mpmath.sqrt(x**2 + 4)),
    ("sum(n, 1, 5, x^n/n)", lambda x: mpmath.fsum(x**n / n for n in range(1, 6))),
    ("prod(k, 1, 3, x + k)", lambda x: (x + 1) * (x + 2) * (x + 3)),
    ("{x < 0: sqrt(x), x < 1: x^3, 3}", lambda x: x**3),
    ("d/dx (x^2 sin(x))", lambda x: 2 * x * mpmath.sin(x) + x**2 * mpmath.cos(x)),
    (NEWTON, lambda x: mpmath.sqrt(x) * x),
    (FORKED, forked),
]


def close(value, wanted):
    return value == pytest.approx(wanted, rel=1e-12, abs=1e-300, nan_ok=True)


def traced(*texts, order=1, at=0.7, seconds=60.0, **parameters):
    module = read_module(tuple((text, "auto") for text in texts))
    assert all(entry.problem is None for entry in module.entries)
    return trace_of_order(module, len(texts) - 1, at, parameters, Budget(seconds=seconds), order)


def evaluated(texts, at, parameters, highest):
    program = compile_entry(read_module(tuple((text, "auto") for text in texts)), len(texts) - 1)
    given = {name: parameters[name] for name in program.parameters}
    return [order.item() for order in orders_at(program, np.array([at]), given, highest, Budget(seconds=60.0))]


def is_consistent(found):
    """Assert that each adjoint is what comes over the edges, and that edges lead to what was computed before."""
    adjoints = [0.0] * len(found.nodes)
    adjoints[found.output] = 1.0
    for edge in sorted(found.edges, key=lambda edge: -edge.result):
        assert edge.operand < edge.result
        adjoints[edge.operand] += edge.local * adjoints[edge.result]
    assert [node.adjoint for node in found.nodes] == pytest.approx(adjoints, rel=1e-11, abs=1e-13)


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize(("text", "oracle"), KNOWN, ids=[text for text, _ in KNOWN])
def test_the_sum_over_paths_is_the_next_derivative(text, oracle, order):
    with mpmath.workdps(50):
        wanted = [float(mpmath.diff(oracle, mpmath.mpf(0.7), n)) for n in (0, order, order + 1)]
    found = traced(text, order=order)
    loops = text is NEWTON  # which ends within 1e-12 of the root, and so does what is computed from it
    near = {"rel": 1e-9} if loops else {"rel": 1e-12, "abs": 1e-13}
    assert (found.lower[0], found.value, found.derivative) == pytest.approx(tuple(wanted), **near)
    assert close(paths(found, Budget()).total, found.derivative)
    assert found.order == order
    assert len(found.lower) == order
    assert all(math.isfinite(node.value) for node in found.nodes)
    is_consistent(found)


@pytest.mark.parametrize(
    ("row", "sample"), [(row, sample) for row in FUNCTIONS for sample in row.samples], ids=lambda value: str(value)
)
def test_every_function_of_the_table_has_graphs_of_its_derivatives(row, sample):
    place = next(place for place in range(len(sample)) if place not in row.literals)
    text = f"{row.name}({', '.join('x' if at == place else f'({value!r})' for at, value in enumerate(sample))})"
    wanted = evaluated([text], sample[place], {}, HIGHEST_TRACED + 1)
    for order in ORDERS:
        found = traced(text, order=order, at=sample[place])
        assert close(found.value, wanted[order])
        assert close(found.derivative, wanted[order + 1])
        assert close(paths(found, Budget()).total, wanted[order + 1])
        assert not any(math.isnan(node.value) for node in found.nodes)


@pytest.mark.parametrize("name", TABLE)
def test_every_python_function_has_graphs_of_its_derivatives(name):
    text, points = TABLE[name]
    module = read_module(((text, "python"),))
    numbers = {name: default.value for name, default in module.defaults.items()}
    for at in points[:3]:
        wanted = orders_at(compile_entry(module, 0), np.array([at]), numbers, 2, Budget(seconds=60.0))
        try:
            found = trace_of_order(module, 0, at, numbers, Budget(seconds=60.0), 1)
        except EngineError as error:
            assert error.problem.code is ProblemCode.TOO_MANY_NODES  # noqa: PT017  (long loops are in the table)
            continue
        assert found.value == pytest.approx(wanted[1].item(), rel=1e-11, abs=1e-12, nan_ok=True)
        assert found.derivative == pytest.approx(wanted[2].item(), rel=1e-11, abs=1e-12, nan_ok=True)
        if math.isfinite(found.derivative):
            assert paths(found, Budget()).total == pytest.approx(found.derivative, rel=1e-11, abs=1e-12)


def test_what_is_shown_is_what_torch_recorded_for_the_gradient():
    x = torch.tensor([0.7], dtype=torch.float64, requires_grad=True)
    (slope,) = torch.autograd.grad(torch.sin(x) ** 2, x, create_graph=True)
    recorded, waiting = {}, [slope.grad_fn]
    while waiting:
        node = waiting.pop()
        if node is not None and node not in recorded:
            recorded[node] = type(node).__name__
            waiting += [follower for follower, _ in node.next_functions]
    found = traced("sin(x)^2")
    assert Counter(node.recorded for node in found.nodes) == Counter(recorded.values())
    assert len(found.edges) == sum(one is not None for node in recorded for one, _ in node.next_functions)


def test_each_part_is_told_by_its_names_and_by_what_it_was_computed_for():
    text = "sin(x)^2"
    told = [
        (node.order, node.operation, node.constants, node.recorded, text[slice(*node.span)])
        for node in traced(text).nodes
    ]
    assert told == [
        (0, "x", (), "AccumulateGrad", "x"),
        (0, "sin", (), "SinBackward0", "sin(x)"),
        (1, "^", ((1, 1.0),), "PowBackward0", "sin(x)^2"),
        (1, "*", ((1, 2.0),), "MulBackward1", "sin(x)^2"),
        (1, "*", ((0, 1.0),), "MulBackward0", "sin(x)^2"),
        (1, "cos", (), "CosBackward0", "sin(x)"),
        (1, "*", (), "MulBackward0", "sin(x)"),
    ]
    assert {node.order for node in traced(text, order=2).nodes} == {0, 1, 2}


def test_where_gradients_meet_belongs_to_what_they_meet_at():
    text = "sin(x^2) cos(x^2) + x"
    sums = [node for node in traced(text).nodes if node.operation == "+"]
    assert [text[slice(*node.span)] for node in sums] == ["x", "x"]
    texts = "f(u) = sin(u) cos(u)", "f(x^2)"  # its own name u is x^2, where two gradients meet
    found = [node for node in traced(*texts).nodes if node.order == 1]
    assert [texts[node.entry][slice(*node.span)] for node in found if node.operation == "+"] == ["x^2"]
    assert {texts[node.entry][slice(*node.span)] for node in found} == {"sin(u) cos(u)", "sin(u)", "cos(u)", "x^2"}


def test_the_turns_of_a_loop_are_those_of_what_is_differentiated():
    found = traced("def f(x):\n    z = x\n    for i in range(4):\n        z = sin(z)\n    return z\n")
    assert [node.turn for node in found.nodes if node.operation == "cos"] == [4, 3, 2, 1]
    assert [node.turn for node in found.nodes if node.order == 0] == [0, 1, 2, 3]


def test_rules_of_our_own_are_recorded_under_their_names():
    assert [(node.operation, node.recorded) for node in traced("sigmoid(x)").nodes] == [
        ("x", "AccumulateGrad"), ("sigmoid′", "SigmoidSlopeBackward"), ("*", "MulBackward0"),
    ]  # fmt: skip
    hypot = next(node for node in traced("sin(hypot(x, 2))").nodes if node.recorded == "HypotBackward")
    assert (hypot.operation, hypot.constants) == ("hypot", ((1, 2.0),))
    assert "bessel j" in [node.operation for node in traced("J0(x)").nodes if node.recorded == "BesselJBackward"]


def test_a_number_at_which_a_derivative_is_taken_is_a_leaf_without_a_name():
    found = traced("f(u) = a u^3", "x^2 f'(2)", a=1.5)
    (two,) = [node for node in found.nodes if node.recorded == "AccumulateGrad" and not node.leaf]
    assert (two.operation, two.value) == ("2", 2.0)
    assert close(found.derivative, 36.0)
    assert close(paths(found, Budget()).total, 36.0)


def test_what_is_stopped_is_a_plain_number():
    found = traced("x^2 stop(x)")
    assert (found.value, found.derivative) == (2 * 0.7 * 0.7, 2 * 0.7)
    assert not any(node.operation == "stop" for node in found.nodes)
    assert traced("x stop(x)").nodes[0].operation == "0.7"


@pytest.mark.parametrize(
    ("text", "order", "value"), [("3x + 1", 1, 3.0), ("7", 1, 0.0), ("x", 1, 1.0), ("x", 2, 0.0), ("3x", 2, 0.0)]
)
def test_a_derivative_that_is_a_plain_number_is_one_node(text, order, value):
    found = traced(text, order=order)
    assert [(node.value, node.recorded, node.order) for node in found.nodes] == [(value, "", order)]
    assert (found.value, found.derivative, found.edges) == (value, 0.0, ())
    assert paths(found, Budget()).total == 0.0


def test_a_parameter_is_a_leaf():
    found = traced("a sin(b x)", a=2.0, b=3.0)
    adjoints = {node.leaf: node.adjoint for node in found.nodes if node.leaf}
    assert close(adjoints["a"], 3 * math.cos(2.1))
    assert close(adjoints["b"], 2 * math.cos(2.1) - 2 * 3 * 0.7 * math.sin(2.1))
    assert close(adjoints["x"], -2 * 9 * math.sin(2.1))
    assert traced("a x", a=2.0).derivative == 0.0


@pytest.mark.parametrize("order", ORDERS)
def test_where_a_function_is_not_finite_no_derivative_is(order):
    found = traced("ln(x - 1)", order=order)
    assert all(map(math.isnan, (found.value, found.derivative, *found.lower[:1])))


def test_order_0_is_the_trace_of_the_function():
    module = read_module((("sin(x)^2", "auto"),))
    assert traced("sin(x)^2", order=0) == trace(module, 0, 0.7, {}, Budget())


def test_too_many_nodes_are_refused():
    for text in ("sum(n, 1, 5000, x^n)", "prod(n, 1, 1500, sin(x + n))"):
        with pytest.raises(EngineError) as caught:
            traced(text)
        assert caught.value.problem.code is ProblemCode.TOO_MANY_NODES


def test_a_budget_that_is_cancelled_or_spent_stops_it():
    budget = Budget()
    budget.cancel()
    with pytest.raises(Cancelled):
        trace_of_order(read_module((("sin(x)", "auto"),)), 0, 0.7, {}, budget, 1)
    with pytest.raises(EngineError) as caught:
        trace_of_order(read_module((("prod(n, 1, 900, sin(x + n))", "auto"),)), 0, 0.7, {}, Budget(steps=3000), 1)
    assert caught.value.problem.code is ProblemCode.TOO_MANY_STEPS


def test_a_long_chain_is_let_go_of_on_a_small_stack():
    done = []
    before = threading.stack_size(512 * 1024)
    try:
        thread = threading.Thread(target=lambda: done.append(traced("prod(n, 1, 600, sin(x + n))").nodes))
        thread.start()
        thread.join()
    finally:
        threading.stack_size(before)
    assert len(done[0]) > 3000


def test_nothing_of_torch_is_held():
    def tensors():
        return sum(issubclass(type(one), torch.Tensor) for one in gc.get_objects())

    traced("J0(x) sin(x)^2", order=2)
    gc.collect()
    gc.disable()
    try:
        before = tensors()
        for _ in range(5):
            traced("J0(x) sin(x)^2", order=2)
        assert tensors() == before
    finally:
        gc.enable()


FIRST = """
import sys, engine.evaluate
from engine.budget import Budget
from engine.calculus.derivative_trace import trace_of_order
from engine.language.names import read_module
module = read_module((("tan(x) sin(x)^2/x + stop(x)", "auto"),))
before = set(sys.modules)
trace_of_order(module, 0, 0.7, {}, Budget(), 2)
sys.exit(bool({"sympy", "torch._dynamo"} & (set(sys.modules) - before)))
"""


def test_the_first_one_does_not_import_torchs_compiler():
    root = Path(__file__).parents[3]
    assert subprocess.run([sys.executable, "-c", FIRST], cwd=root, check=False).returncode == 0
