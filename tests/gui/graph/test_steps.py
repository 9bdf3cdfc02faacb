import math

import pytest

from engine.budget import Budget
from engine.calculus.trace import trace
from engine.language.names import read_module
from gui.graph.steps import known_after, known_at_end, steps
from gui.graph.words import told

TEXTS = ["(sin(x)*x+x^2)*exp(x)", "a sin(b x) + x/4", "x*x*x + x", "exp(-x^2)/(1+x^2)", "x"]


def traced(text, x=0.7):
    module = read_module(((text, "auto"),))
    return trace(module, 0, x, dict.fromkeys(module.entries[0].parameters, 1.5), Budget())


@pytest.mark.parametrize("text", TEXTS)
def test_the_last_step_has_all_that_autograd_gave(text):
    made = traced(text)
    walked = steps(made)
    known, end = known_after(walked, len(walked), made), known_at_end(made)
    assert known.values == end.values
    assert known.grads.keys() == end.grads.keys()
    for place, number in end.grads.items():
        assert known.grads[place] == pytest.approx(number, rel=1e-12)
    for place, number in end.adjoints.items():
        assert known.adjoints[place] == pytest.approx(number, rel=1e-12)


@pytest.mark.parametrize("text", TEXTS)
def test_a_node_passes_on_only_when_all_has_come_to_it(text):
    made = traced(text)
    for step in steps(made):
        if step.phase == "backward":
            assert step.amount == pytest.approx(made.nodes[step.node].adjoint, rel=1e-12)


def test_forward_then_seed_then_backward_and_a_grad_as_soon_as_it_is_whole(product):
    phases = [(step.phase, step.node) for step in steps(product())]
    assert phases == [("forward", 0), ("forward", 1), ("forward", 2), ("forward", 3), ("seed", 3),
                      ("backward", 3), ("backward", 2), ("grad", 0), ("grad", 1)]  # fmt: skip


def test_grad_is_not_known_before_its_step_and_partial_sums_are(product):
    made = product(0.7)
    walked = steps(made)
    assert known_after(walked, 5, made).grads == {}
    half = known_after(walked, 6, made)
    assert half.adjoints[0] == pytest.approx(2.7)
    assert half.grads == {}
    whole = known_after(walked, 7, made)
    assert whole.terms[0] == pytest.approx((2.7, 0.7))
    assert [each.first for each in walked[6].passes] == [False, True]
    assert whole.adjoints[0] == pytest.approx(3.4)
    assert known_after(walked, 8, made).grads == {0: pytest.approx(3.4)}


def test_without_zero_grad_the_gradient_doubles(product):
    made = product()
    kept = {"x": made.nodes[0].adjoint, "a": made.nodes[1].adjoint}
    walked = steps(made, kept)
    assert known_after(walked, 0, made, kept).grads == {0: kept["x"], 1: kept["a"]}
    end = known_after(walked, len(walked), made, kept)
    assert end.grads == {0: pytest.approx(2 * kept["x"]), 1: pytest.approx(2 * kept["a"])}


def test_a_step_tells_what_it_is_computed_for(slope, qapp):
    made = slope()
    walked = steps(made)
    words = [told(made, known_after(walked, count, made)) for count in range(1, 5)]
    assert words == [
        "Forward: x = 0.7",
        "Forward, for f: sin = 0.6442",
        "Forward, for f′: 2 * = 1.288",
        "Forward, for f′: cos = 0.7648",
    ]


def test_nothing_is_known_before_the_first_step(product):
    known = known_after(steps(product()), 0, product())
    assert (known.values, known.adjoints, known.grads, known.step) == ({}, {}, {}, None)


def test_long_loops_need_no_recursion(loop):
    walked = steps(loop(400))
    end = known_after(walked, len(walked), loop(400))
    assert math.isclose(end.grads[0], 401 * 2.0**400)
