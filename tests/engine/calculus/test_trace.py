from __future__ import annotations

import math
import threading

import pytest
import torch

from engine.budget import Budget
from engine.calculus.paths import paths
from engine.calculus.trace import trace
from engine.language.functions import FUNCTIONS
from engine.language.names import read_module
from engine.problems import EngineError, ProblemCode

EXPRESSIONS = [
    (("(sin(x)*x+x^2)*exp(x)",), {}),
    (("a sin(b x) + x/4",), {"a": 1.5, "b": 2.0}),
    (("x^a + a^x + x^x",), {"a": 2.0}),
    (("(x-3)^n",), {"n": 3.0}),
    (("(-2)^n x",), {"n": 3.0}),
    (("x^(1/3) + (-x)^(2/3)",), {}),
    (("2/x + x/2 + 1/x - x mod 0.3",), {}),
    (("f(u) = u*u", "f(f(f(x)))"), {}),
    (("c = 2a", "c x + c"), {"a": 3.0}),
    (("f(x) = x^3 + a x", "f'(2x) x + f''(x)"), {"a": 2.0}),
    (("x d/dx (a x^3) + sin'(x)",), {"a": 2.0}),
    (("g(u, v) = u d/du (u^2 v)", "g(x, x+1)"), {}),
    (("if(x < 0, sqrt(x), x > 5: ln(x), x^2)".replace(", x > 5: ln(x)", ""),), {}),
    (("{x < 0: sqrt(x), 0 < x < 1: x^2, 3}",), {}),
    (("x^2 {x > 5}",), {}),
    (("sum(n, 1, 6, x^n/n!) + prod(k, 1, 3, x - k)",), {}),
    (("sum(n, a, a+2, x*n)",), {"a": 1.0}),
    (("sum(n, 1, 0, x) + x",), {}),
    (("max(x, a, 1) + min(x, 2) + clamp(x, 0, 1) + hypot(x, a)",), {"a": 0.5}),
    (("ln(x - 1)",), {}),
    (("sec(x) + sigmoid(x) + gelu(x) + mish(x) + |x|",), {}),
    (("7",), {}),
    (("x",), {}),
    (("a",), {"a": 2.0}),
    (("floor(x) + x",), {}),
    (("log_3(x) + x!",), {}),
]


@pytest.mark.parametrize(("texts", "parameters"), EXPRESSIONS, ids=lambda value: str(value))
def test_value_derivative_adjoints_and_paths_agree(traced, evaluated, texts, parameters):
    trace = traced(*texts, **parameters)
    value, derivative = evaluated(*texts, **parameters)
    assert trace.value == pytest.approx(value, rel=1e-12, nan_ok=True)
    assert trace.derivative == pytest.approx(derivative, rel=1e-12, nan_ok=True)
    adjoints = [0.0] * len(trace.nodes)
    adjoints[trace.output] = 1.0
    for edge in sorted(trace.edges, key=lambda edge: -edge.result):
        assert edge.operand < edge.result
        adjoints[edge.operand] += edge.local * adjoints[edge.result]
    assert [node.adjoint for node in trace.nodes] == pytest.approx(adjoints, rel=1e-12, abs=1e-300, nan_ok=True)
    if math.isfinite(derivative):
        assert paths(trace, Budget()).total == pytest.approx(derivative, rel=1e-12)


@pytest.mark.parametrize(
    ("row", "sample"), [(row, sample) for row in FUNCTIONS for sample in row.samples], ids=lambda value: str(value)
)
def test_every_function_of_the_table_is_traced_as_it_is_evaluated(traced, evaluated, row, sample):
    place = next(place for place in range(len(sample)) if place not in row.literals)
    arguments = ["x" if at == place else f"({value!r})" for at, value in enumerate(sample)]
    text = f"{row.name}({', '.join(arguments)})"
    trace = traced(text, at=sample[place])
    value, derivative = evaluated(text, at=sample[place])
    assert trace.value == pytest.approx(value, rel=1e-12)
    assert trace.derivative == pytest.approx(derivative, rel=1e-12)
    assert [edge.local for edge in trace.edges] == pytest.approx([derivative] * len(trace.edges), rel=1e-12)
    assert all(node.recorded for node in trace.nodes) or row.name in ("stop", "trunc")


def test_what_is_shown_is_what_torch_recorded(traced):
    trace = traced("a sin(x) + exp(x*x)", a=2.0)
    x = torch.tensor(0.7, dtype=torch.float64, requires_grad=True)
    a = torch.tensor(2.0, dtype=torch.float64, requires_grad=True)
    sine, square = torch.sin(x), x * x
    by_hand = {"sin": sine, "exp": torch.exp(square), "+": None, "x": x, "a": a}
    by_hand["+"] = a * sine + by_hand["exp"]
    for tensor in (sine, square, by_hand["exp"]):
        tensor.retain_grad()
    by_hand["+"].retain_grad()
    by_hand["+"].backward()
    for node in trace.nodes:
        if node.operation in by_hand:
            tensor = by_hand[node.operation]
            assert (node.value, node.adjoint) == (tensor.item(), tensor.grad.item())
            assert node.recorded == ("AccumulateGrad" if tensor.is_leaf else tensor.grad_fn.name())
    assert [node.recorded.removesuffix("Backward0") for node in trace.nodes] == [
        "AccumulateGrad", "AccumulateGrad", "Sin", "Mul", "Mul", "Exp", "Add"
    ]  # fmt: skip


def test_a_name_shares_its_node_and_repeated_text_does_not(traced):
    assert [node.operation for node in traced("f(u) = u*u", "f(sin(x))").nodes] == ["x", "sin", "*"]
    assert [node.operation for node in traced("sin(x)*sin(x)").nodes] == ["x", "sin", "sin", "*"]
    shared = traced("c = exp(a)", "c x + c", a=1.0)
    assert [node.operation for node in shared.nodes].count("exp") == 1


def test_there_is_one_edge_for_each_operand_slot(traced):
    trace = traced("x*x")
    assert [(edge.result, edge.operand, edge.local) for edge in trace.edges] == [(1, 0, 0.7), (1, 0, 0.7)]
    (edge,) = traced("x^2").edges
    assert edge.local == 1.4


def test_numbers_are_no_nodes_but_are_told(traced):
    trace = traced("2 x^3")
    assert [(node.operation, node.constants) for node in trace.nodes] == [
        ("x", ()),
        ("^", ((1, 3.0),)),
        ("*", ((0, 2.0),)),
    ]


def test_only_the_taken_branch_and_what_is_used_is_there(traced):
    trace = traced("if(x*x > 3, sqrt(x-9), sin(x))", at=1.0)
    assert [node.operation for node in trace.nodes] == ["x", "sin"]
    assert traced("x^2 {x > 5}").nodes[0].operation == "nan"


def test_turns_of_a_loop_are_numbered(traced):
    turns = {node.turn for node in traced("sum(n, 1, 3, x^n)").nodes if node.operation == "^"}
    assert turns == {1, 2, 3}


def test_spans_lie_in_the_text_of_their_card(traced):
    texts = ("f(u) = sin(u)", "2 f(x) + x")
    nodes = {node.operation: node for node in traced(*texts).nodes}
    for operation, told in (("sin", "sin(u)"), ("*", "2 f(x)"), ("+", "2 f(x) + x"), ("x", "x")):
        node = nodes[operation]
        assert texts[node.entry][slice(*node.span)] == told


def test_a_derivative_is_one_node_with_its_slope(traced):
    trace = traced("f(x) = x^3", "f'(2x)")
    assert [node.operation for node in trace.nodes] == ["x", "*", "f′"]
    assert trace.edges[-1].local == pytest.approx(6 * 1.4, rel=1e-14)


def test_too_many_nodes_are_refused(traced):
    with pytest.raises(EngineError) as caught:
        traced("sum(n, 1, 5000, x^n)")
    assert caught.value.problem.code is ProblemCode.TOO_MANY_NODES
    assert caught.value.problem.span == (16, 19)


def test_a_long_chain_is_let_go_of_on_a_small_stack(traced):
    done = []
    before = threading.stack_size(512 * 1024)
    try:
        thread = threading.Thread(target=lambda: done.append(traced("prod(n, 1, 1600, sin(x + n))").nodes))
        thread.start()
        thread.join()
    finally:
        threading.stack_size(before)
    assert len(done[0]) == 3 * 1600


@pytest.mark.parametrize(
    ("text", "name"),
    [("sigmoid(x)", "Sigmoid"), ("tanh(x)", "Tanh"), ("hypot(x, 2)", "Hypot"), ("x^(1/3)", "OddRoot")],
)
def test_a_rule_of_our_own_is_recorded_under_its_name(text, name):
    recorded = [node.recorded for node in trace(read_module(((text, "auto"),)), 0, 0.7, {}, Budget()).nodes]
    assert recorded == ["AccumulateGrad", f"{name}Backward"]
