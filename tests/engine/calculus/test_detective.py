from __future__ import annotations

import pytest

from engine.calculus.causes import CAUSES, CauseCode
from engine.calculus.detective import investigate

CASES = [
    ("2 + ln(x)", -1.0, "ln", "value", "logarithm"),
    ("ln(x)", 0.0, "ln", "value", "logarithm"),
    ("sin(x) + sqrt(x - 1)", 0.0, "sqrt", "value", "root"),
    ("asin(x)", 2.0, "asin", "value", "inverse"),
    ("1 + 1/x", 0.0, "/", "value", "divided_by_zero"),
    ("x^(-2)", 0.0, "^", "value", "divided_by_zero"),
    ("sin(x)/x", 0.0, "/", "value", "zero_by_zero"),
    ("(-x)^0.3", 1.0, "^", "value", "power"),
    ("1 + exp(x)", 800.0, "exp", "value", "overflow"),
    ("x*x", 1e200, "*", "value", "overflow"),
    ("x ln(x)", 0.0, "ln", "value", "logarithm"),
    ("x^2 {x > 3}", 1.0, "nan", "value", "no_branch"),
    ("gamma(x)", -1.0, "gamma", "value", "outside_domain"),
    ("sqrt(x)", 0.0, "sqrt", "derivative", "steep"),
    ("sqrt(x^2)", 0.0, "sqrt", "derivative", "steep"),
    ("hypot(x, 0)", 0.0, "hypot", "derivative", "unknown_slope"),
    ("cos(acos(x))", 1.0, "acos", "derivative", "slope_zero_times_infinity"),
    ("exp(-1/x^2)", 0.0, "/", "derivative", "slope_zero_times_infinity"),
    ("exp(700x)*exp(700x)", 0.506, "*", "derivative", "slope_overflow"),
    ("sqrt(x) - sqrt(x)", 0.0, "sqrt", "derivative", "steep"),
]


@pytest.mark.parametrize(("text", "at", "operation", "quantity", "code"), CASES)
def test_the_node_at_which_it_is_born_is_named(traced, text, at, operation, quantity, code):
    trace = traced(text, at=at)
    finding = investigate(trace)
    assert finding is not None
    assert trace.nodes[finding.node].operation == operation
    assert (finding.quantity, finding.code.value) == (quantity, code)
    assert "{operation}" not in finding.message


def test_what_is_finite_is_not_investigated(traced):
    assert investigate(traced("x sin(x)")) is None
    assert investigate(traced("exp(-1/x)", at=0.01)) is None


def test_every_cause_has_a_sentence():
    assert set(CAUSES) == set(CauseCode)
