"""Every number that a lesson says is the one that the engine has, and torch itself does what the lesson tells of it."""

from __future__ import annotations

import math
import re

import numpy as np
import pytest
import torch

from engine.budget import Budget
from engine.calculus.cost import costs
from engine.calculus.paths import paths
from engine.calculus.trace import trace
from engine.document import MAXIMUM_ORDER
from engine.evaluate import evaluate
from engine.examples import LESSONS, TEXTS, lesson_text, lessons
from engine.plan import Viewport, plan, read_document
from engine.session import load
from engine.shapes import Curve, Points

SAMPLES = 25
LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
LINKS = re.compile(r"set:[a-z]=-?[0-9.]+|cursor:-?[0-9.]+|show:(graph|paths|cost)")

NUMBERS = [
    # lesson, card, x, parameters, value, derivative, paths, nodes, what both texts say
    ("tracing", 0, 6.0, {}, 2.0, 0.5, 1, 5, ("x = 6", "½ · ½ · 2", "**0.5**")),
    ("tracing", 0, 12.0, {}, 2.0, 0.25, 1, 6, ("x = 12", "**0.25**")),
    ("tracing", 0, 0.5, {}, 0.25, 1.0, 2, 2, ("x = 0.5",)),
    ("tracing", 0, 4.0, {}, 3.0, 1.0, 1, 4, ("x = 4",)),
    ("tracing", 0, 4.01, {}, 1.005, 0.5, 1, 5, ("0.5",)),
    ("paths", 0, 1.0, {"n": 5.0}, 1.0, 32.0, 32, 6, ("n = 5", "**32**")),
    ("paths", 0, 1.0, {"n": 10.0}, 1.0, 1024.0, 1024, 11, ("n = 10", "1024")),
    ("paths", 0, 1.0, {"n": 30.0}, 1.0, 2.0**30, 2**30, 31, ("n = 30", "**1,073,741,824**")),
    ("samples", 0, 0.7, {}, 2 * math.sin(0.7) + 1, 2 * math.cos(0.7), 1, 4, ("0.7", "1.529684", "**2 cos(a)**")),
    ("samples", 0, math.pi, {}, 1.0, -2.0, 1, 4, ("π", "−2")),
    ("leaves", 0, 0.5, {"a": 2.0}, math.sin(1) + 1, 2 * (1 + math.cos(1)), 2, 5, ("**3.080605**", "**1.540302**")),
    ("accumulation", 0, 1.5, {"n": 2.0}, 2.25, 3.0, 2, 2, ("x = 1.5", "**3**")),
    ("stop", 0, 1.5, {}, 2.25, 3.0, 2, 2, ("**2.25**", "**3**")),
    ("stop", 1, 1.5, {}, 2.25, 1.5, 2, 3, ("**2.25**", "**1.5**")),
    ("saved", 0, 1.0, {}, 2 * math.e, 2 * math.e, 1, 3, ("**2.718282**", "**5.436564**")),
    ("cost", 0, 1.0, {}, sum(math.sin(k) / k for k in range(1, 9)), sum(math.cos(k) for k in range(1, 9)), 8, 33,
     ("**33**", "**8**", "1.133130", "**0.332754**")),
    ("doubling", 0, 1.0, {}, 1024.0, 1024.0, 1, 11, ("x = 1", "2¹⁰ = **1024**")),
    ("doubling", 0, 2.0, {}, 1024.0, 512.0, 1, 10, ("x = 2", "2⁹ = **512**")),
    ("doubling", 0, 4.0, {}, 1024.0, 256.0, 1, 9, ("x = 4", "256")),
    ("doubling", 0, 1.953, {}, 1.953 * 1024, 1024.0, 1, 11, ("1.953125", "1000 / 2⁹")),
    ("doubling", 0, 1.953125, {}, 1000.0, 512.0, 1, 10, ("1.953125",)),
]  # fmt: skip


def session(name):
    return load(next(lesson.path for lesson in lessons() if lesson.identity == name))


def traced(name, x, card=0, **parameters):
    document = session(name)
    values = {parameter.name: parameter.value for parameter in document.parameters} | parameters
    return trace(read_document(document), card, x, values, Budget(seconds=30))


def operations(name, x, **parameters):
    return [node.recorded for node in traced(name, x, **parameters).nodes]


@pytest.mark.parametrize(("name", "card", "x", "values", "value", "slope", "count", "nodes", "said"), NUMBERS)
def test_a_number_that_a_lesson_says_is_right(name, card, x, values, value, slope, count, nodes, said):
    made = traced(name, x, card, **values)
    assert made.value == pytest.approx(value, rel=1e-14, abs=1e-15)
    assert made.derivative == pytest.approx(slope, rel=1e-14)
    assert paths(made, Budget()).count == count
    assert len(made.nodes) == nodes
    for language in ("en", "tr"):
        assert [text for text in said if text not in lesson_text(name, language)] == []


def test_every_lesson_has_numbers_and_a_session_that_names_it():
    assert {row[0] for row in NUMBERS} == set(LESSONS)
    assert [session(name).lesson for name in LESSONS] == list(LESSONS)


def test_every_lesson_has_its_texts_and_there_are_no_others():
    wanted = {f"{name}.{language}.md" for name in LESSONS for language in ("en", "tr")}
    assert {path.name for path in TEXTS.iterdir()} == wanted


@pytest.mark.parametrize("name", LESSONS)
def test_a_text_is_short_and_both_languages_lead_to_the_same_places(name):
    targets = []
    for language in ("en", "tr"):
        text = lesson_text(name, language)
        assert text.startswith("## ")
        assert text.count("\n### ") == 1
        assert 120 <= len(text.split()) <= 215
        targets.append([target for _, target in LINK.findall(text)])
    assert targets[0] == targets[1]
    assert targets[0]
    assert all(LINKS.fullmatch(target) for target in targets[0])


@pytest.mark.parametrize("name", LESSONS)
def test_a_link_moves_what_is_there_and_stays_in_range(name):
    document = session(name)
    for _, target in LINK.findall(lesson_text(name, "en")):
        kind, _, rest = target.partition(":")
        if kind == "set":
            parameter = document.parameter(rest.partition("=")[0])
            assert parameter.low <= float(rest.partition("=")[2]) <= parameter.high
        if kind == "cursor":
            assert document.view.x[0] < float(rest) < document.view.x[1]


def test_a_lesson_that_is_not_there_is_a_key_error():
    with pytest.raises(KeyError):
        lesson_text("../examples/wave", "en")


def test_the_sine_is_drawn_at_its_points_alone():
    outcome = evaluate(plan(session("samples"), Viewport(1000, 700)), Budget(seconds=30))
    shapes = [shape for layer in outcome.layers for shape in layer.shapes]
    x = np.linspace(0, 2 * math.pi, SAMPLES)
    for order, wanted in enumerate((2 * np.sin(x) + 1, 2 * np.cos(x))):
        drawn = [shape for shape in shapes if shape.order == order and shape.role in ("value", "derivative", "sample")]
        assert [type(shape) for shape in drawn] == [Curve, Points]
        for shape in drawn:
            np.testing.assert_allclose(shape.x, x, rtol=0, atol=1e-15)
            np.testing.assert_allclose(shape.y, wanted, rtol=0, atol=1e-15)


def test_the_chain_of_the_sine_has_the_names_of_torch():
    a = torch.tensor(0.7, dtype=torch.float64, requires_grad=True)
    found, node = [], (2 * torch.sin(a) + 1).grad_fn
    while node is not None:
        found.append(node.name())
        node = next((operand for operand, _ in node.next_functions if operand is not None), None)
    plain = [name.removeprefix("torch::autograd::").rstrip("0") for name in found]
    assert plain == ["AddBackward", "MulBackward", "SinBackward", "AccumulateGrad"]
    assert [name.rstrip("0") for name in operations("samples", 0.7)] == plain[::-1]


def test_branch_and_loop_leave_only_what_ran():
    assert operations("tracing", 6.0) == ["AccumulateGrad", *["DivBackward0"] * 2, "MulBackward0", "SubBackward0"]
    assert operations("tracing", 12.0).count("DivBackward0") == 3
    assert operations("tracing", 0.5) == ["AccumulateGrad", "MulBackward0"]


def test_both_leaves_get_what_the_lesson_says():
    adjoints = [node.adjoint for node in traced("leaves", 0.5).nodes]
    assert adjoints[:3] == pytest.approx([2 * (1 + math.cos(1)), 0.5 * (1 + math.cos(1)), 1 + math.cos(1)])
    assert "**0.770151**" in lesson_text("leaves", "en")
    assert round(adjoints[1], 6) == 0.770151
    assert traced("leaves", 0.5, a=0.0).derivative == 0
    assert round(traced("leaves", 0.5).nodes[2].adjoint, 6) == 1.540302


def test_two_equal_edges_meet_in_the_leaf():
    assert [(edge.operand, edge.local) for edge in traced("accumulation", 1.5).edges] == [(0, 1.5), (0, 1.5)]


@pytest.mark.parametrize("passes", [1, 2, 3])
def test_gradients_add_up_in_torch_as_the_lesson_draws_them(passes):
    x = torch.tensor(1.5, requires_grad=True)
    for _ in range(passes):
        (x * x).backward()
    assert traced("accumulation", 1.5, 1, n=float(passes)).value == x.grad.item() == 3 * passes


def test_the_straight_through_estimator_has_slope_one():
    outcome = evaluate(plan(session("stop"), Viewport(400, 300)), Budget(seconds=30))
    third = [
        shape for layer in outcome.layers for shape in layer.shapes
        if shape.function == 3 and shape.role == "derivative"
    ]  # fmt: skip
    assert [set(curve.y[np.isfinite(curve.y)]) for curve in third] == [{1.0}]
    assert MAXIMUM_ORDER >= third[0].order == 1


def test_torch_refuses_what_the_lesson_says_it_refuses():
    x = torch.tensor(1.0, requires_grad=True)
    y = torch.exp(x)
    assert y.grad_fn._saved_result is not None
    y.mul_(2)
    with pytest.raises(RuntimeError, match="modified by an inplace operation"):
        y.backward()
    with pytest.raises(RuntimeError, match="leaf Variable that requires grad"):
        x.mul_(2)
    assert traced("saved", 1.0).edges[0].local == traced("saved", 1.0).nodes[1].value == math.e


def test_a_sum_keeps_nothing_and_a_sine_keeps_its_input():
    document = session("cost")
    made, found = costs(read_document(document), 0, 1.0, {}, Budget(seconds=30))
    kept = {node.recorded: cost.kept for node, cost in zip(made.nodes, found, strict=True)}
    assert kept["AddBackward0"] == 0
    assert kept["SinBackward0"] > 0
