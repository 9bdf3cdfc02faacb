from __future__ import annotations

import math

import mpmath
import numpy as np
import pytest

from engine.budget import Budget
from engine.calculus.check import check
from engine.calculus.forward import forward_slope
from engine.calculus.verdicts import VERDICTS, VerdictCode
from engine.language.functions import FUNCTIONS
from engine.language.names import read_module
from engine.language.program import compile_entry


def program_of(*texts):
    module = read_module(tuple((text, "auto") for text in texts))
    return compile_entry(module, len(texts) - 1)


def checked(*texts, at, **parameters):
    return check(program_of(*texts), at, parameters, Budget())


@pytest.mark.parametrize(
    ("text", "at", "code"),
    [
        ("x sin(x)", 0.7, "agrees"),
        ("tan(x)", 1.5, "agrees"),
        ("1e6 + sin(x)", 1.0, "agrees"),
        ("exp(x)", 100.0, "agrees"),
        ("x^3", 0.0, "agrees"),
        ("7", 0.0, "agrees"),
        ("|x|", 0.0, "kink"),
        ("sqrt(x^2)", 0.0, "kink"),
        ("max(x, x^2)", 1.0, "kink"),
        ("floor(x)", 2.0, "jump"),
        ("if(x > 1, x + 1, x)", 1.0, "jump"),
        ("cbrt(x)", 0.0, "vertical"),
        ("sqrt(x)", 0.0, "edge"),
        ("ln(x)", -1.0, "not_defined"),
        ("exp(-1/x^2)", 0.0, "autograd_unknown"),
        ("exp(700x) exp(700x)", 0.506, "nothing_known"),
        ("1e9 + 1e-6 x^2", 1.0, "differs"),
    ],
)
def test_the_verdict_says_what_is_so(text, at, code):
    verdict = checked(text, at=at).verdict
    assert verdict.code.value == code
    assert "{" not in verdict.message


def test_truncation_falls_and_rounding_rises():
    found = checked("exp(sin(x))", at=0.7)
    with mpmath.workdps(40):
        wanted = float(mpmath.diff(lambda x: mpmath.exp(mpmath.sin(x)), mpmath.mpf(0.7)))
    assert found.autograd == pytest.approx(wanted, rel=1e-15)
    errors, steps = np.log10(found.errors), np.log10(found.steps)
    large = (steps > -4) & (steps < -1.5)
    assert np.polyfit(steps[large], errors[large], 1)[0] == pytest.approx(2.0, abs=0.05)
    small = (steps < -7) & (steps > -14)
    assert np.polyfit(steps[small], errors[small], 1)[0] == pytest.approx(-1.0, abs=0.3)
    assert found.floor < found.errors.min()


def test_one_sided_slopes_are_told():
    found = checked("|x| exp(x) + 3x", at=0.0)
    assert (found.left, found.right) == (pytest.approx(2.0, abs=1e-9), pytest.approx(4.0, abs=1e-9))


@pytest.mark.parametrize(
    ("row", "sample"), [(row, sample) for row in FUNCTIONS for sample in row.samples[:2]], ids=lambda value: str(value)
)
def test_forward_mode_agrees_with_reverse_for_every_function(row, sample, evaluated):
    place = next(place for place in range(len(sample)) if place not in row.literals)
    text = f"{row.name}({', '.join('x' if at == place else f'({value!r})' for at, value in enumerate(sample))})"
    forward = forward_slope(program_of(text), sample[place], {}, Budget())
    assert forward == pytest.approx(evaluated(text, at=sample[place])[1], rel=1e-11)


@pytest.mark.parametrize(
    "texts",
    [
        ("f(x) = x^3 sin(x)", "f'(2x) + x"),
        ("x d/dx (sin(x^2))",),
        ("if(x > 0, sqrt(x), x)",),
        ("sum(n, 1, 5, x^n/n)",),
        ("atan2(x, 2) + hypot(x, 1) + x^x",),
    ],
)
def test_forward_mode_goes_through_every_form(texts, evaluated):
    forward = forward_slope(program_of(*texts), 0.7, {}, Budget())
    assert forward == pytest.approx(evaluated(*texts, at=0.7)[1], rel=1e-12)


def test_forward_mode_does_not_know_what_is_not_defined():
    assert math.isnan(forward_slope(program_of("ln(x)"), -1.0, {}, Budget()))


def test_every_verdict_has_a_sentence():
    assert set(VERDICTS) == set(VerdictCode)
