"""Quotients that are 0/0 at 0 keep every digit of their value and derivatives near it, and are undefined at it."""

import math

import pytest
import torch
from mpmath import mp, mpf

from engine.budget import Budget
from engine.calculus.derivatives import derivatives
from engine.language.compiler.quotients import QUOTIENTS, recognised
from engine.language.names import read_module
from engine.language.program import compile_entry

ORACLE = {
    "sine_over": lambda u: mp.sin(u) / u,
    "versine_over": lambda u: 2 * mp.sin(u / 2) ** 2 / u**2,
    "exponential_over": lambda u: mp.expm1(u) / u,
}
POINTS = (-30.0, -1.0, -0.99, -0.3, -1e-3, -1e-9, 1e-9, 1e-5, 0.01, 0.5, 0.999, 1.0, 1.3, 7.0)
ORDERS = 4


def orders(text, points, parameters=None):
    module = read_module(((text, "math"),))
    program = compile_entry(module, 0)
    samples = torch.tensor(points, dtype=torch.float64)
    return torch.stack(list(derivatives(program, samples, parameters or {}, ORDERS, Budget(seconds=60))))


@pytest.mark.parametrize("written", QUOTIENTS)
@pytest.mark.parametrize("point", POINTS)
def test_value_and_four_derivatives_agree_with_mpmath(written, point):
    got = orders(written.replace("u", "x"), [point])[:, 0]
    oracle = ORACLE[QUOTIENTS[written]]
    with mp.workdps(400):
        step = mpf(10) ** -50
        want = list(mp.diffs(oracle, mpf(point), ORDERS + 1, h=step))
        for order, number in enumerate(got.tolist()):
            scale = max(abs(want[order]), abs(point * want[order + 1]))
            assert abs(number - want[order]) <= 1e-12 * scale, (order, number, float(want[order]))


@pytest.mark.parametrize("written", QUOTIENTS)
def test_the_quotient_is_undefined_at_zero(written):
    got = orders(written.replace("u", "x"), [0.0, 0.5])
    assert got[:, 0].isnan().all()
    assert got[:, 1].isfinite().all()


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("sin(2x)/(2x)", "sine_over"),
        ("sin(x)/x", "sine_over"),
        ("(1-cos(x+a))/(x+a)^2", "versine_over"),
        ("(e^(-x) - 1)/(-x)", "exponential_over"),
        ("sin(x)/a", None),
        ("sin(2x)/(x 2)", None),
        ("(1-cos(x))/x", None),
        ("(1-cos(x))/a^2", None),
        ("(2-cos(x))/x^2", None),
        ("cos(x)/x", None),
        ("sin(sum(n,1,2,n x))/sum(n,1,2,n x)", None),
        ("sin(u)/x", None),
    ],
)
def test_only_the_same_operand_is_recognised(text, rule):
    (entry,) = read_module(((text, "math"),)).entries
    node = recognised(entry.definition.body)
    assert (node is entry.definition.body) == (rule is None)
    assert rule is None or node.function == rule


def test_a_quotient_inside_of_others_is_exact_too():
    got = orders("a sin(x^2)/x^2 + 3 (sin(b x)/(b x))^2", [1e-6], {"a": 0.0, "b": 2.0})
    assert got[2].item() == pytest.approx(-8, rel=1e-9)


def test_a_quotient_of_numbers_is_a_number():
    assert orders("x sin(2)/2 + x (sin(2)/2)", [1.0])[0].item() == pytest.approx(math.sin(2), rel=1e-15)
    assert orders("x + (sin(0)/0)", [1.0]).isnan().all()
