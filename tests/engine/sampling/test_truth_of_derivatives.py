"""f′ and f″ of what has a corner, a jump, a gap or a tangle: the geometry of what is drawn, against formulas."""

import numpy as np
import pytest

from engine.commands import answer

PI = np.pi
WIDE = (-10.0, 10.0)
NOTHING = (lambda x: 0 * x, lambda x: 0 * x)
E = np.exp


def cosine_quotient(x):
    return (x * np.sin(x) - 2 * (1 - np.cos(x))) / x**3


CASES = [
    # text, range, f′, f″, where f′ is cut, where f″ is cut
    ("floor(x)", WIDE, *NOTHING, range(-9, 10), range(-9, 10)),
    ("frac(x)", WIDE, lambda x: 0 * x + 1, lambda x: 0 * x, range(-9, 10), range(-9, 10)),
    ("mod(x, 1)", WIDE, lambda x: 0 * x + 1, lambda x: 0 * x, range(-9, 10), range(-9, 10)),
    ("round(x)", WIDE, *NOTHING, np.arange(-9.5, 10), np.arange(-9.5, 10)),
    ("sign(sin(5x))", WIDE, *NOTHING, np.arange(-15, 16) * PI / 5, np.arange(-15, 16) * PI / 5),
    ("if(x > 1, x^2, x + 3)", WIDE, lambda x: np.where(x > 1, 2 * x, 1), lambda x: np.where(x > 1, 2, 0), [1], [1]),
    ("if(x > 1, x^2, 2x - 1)", WIDE, lambda x: np.where(x > 1, 2 * x, 2), lambda x: np.where(x > 1, 2, 0), [], [1]),
    ("|x|", WIDE, np.sign, lambda x: 0 * x, [0], [0]),
    ("|sin x|", WIDE, lambda x: np.cos(x) * np.sign(np.sin(x)), lambda x: -np.abs(np.sin(x)),
     np.arange(-3, 4) * PI, np.arange(-3, 4) * PI),
    ("max(sin x, cos x)", WIDE, lambda x: np.where(np.sin(x) > np.cos(x), np.cos(x), -np.sin(x)),
     lambda x: -np.maximum(np.sin(x), np.cos(x)), PI / 4 + PI * np.arange(-3, 3), PI / 4 + PI * np.arange(-3, 3)),
    ("sin(x)/x", WIDE, lambda x: np.cos(x) / x - np.sin(x) / x**2,
     lambda x: -np.sin(x) / x - 2 * np.cos(x) / x**2 + 2 * np.sin(x) / x**3, [0], [0]),
    ("(x^2-1)/(x-1)", WIDE, lambda x: 0 * x + 1, lambda x: 0 * x, [1], [1]),
    ("(1-cos x)/x^2", WIDE, cosine_quotient, None, [0], [0]),
    ("(x-1)/(x-1)", WIDE, *NOTHING, [1], [1]),
    ("1/(1+exp(-50x))", WIDE, lambda x: 50 * E(-50 * np.abs(x)) / (1 + E(-50 * np.abs(x)))**2, None, [], []),
    ("exp(-1/x^2)", WIDE, lambda x: 2 / x**3 * E(-1 / x**2), lambda x: (4 / x**6 - 6 / x**4) * E(-1 / x**2), [], []),
    ("x^2+1e-9 sin(1e4 x)", WIDE, lambda x: 2 * x + 1e-5 * np.cos(1e4 * x), None, [], None),
    ("1e6+sin(x)", WIDE, np.cos, lambda x: -np.sin(x), [], []),
    ("3", WIDE, *NOTHING, [], []),
    ("exp(x)", (0.0, 700.0), E, E, [], []),
    ("sin(x)", (1e3 - 5e-10, 1e3 + 5e-10), np.cos, lambda x: -np.sin(x), [], []),
    ("x^2", (-1e12, 1e12), lambda x: 2 * x, lambda x: 0 * x + 2, [], []),
    ("x^3", (-1e12, 1e12), lambda x: 3 * x**2, lambda x: 6 * x, [], []),
    ("exp(x)", (0.0, 1e-9), E, E, [], []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "x", "first", "second", "cuts", "cuts_of_second"), CASES,
                         ids=[f"{row[0]} {row[1][1]:g}" for row in CASES])  # fmt: skip
@pytest.mark.parametrize("order", [1, 2])
def test_a_derivative_is_drawn_as_its_formula_says(text, x, first, second, cuts, cuts_of_second, order):
    formula, places = (first, cuts) if order == 1 else (second, cuts_of_second)
    found = answer({"command": "shapes", "expression": text, "x": list(x), "order": order})
    (curve,) = (curve for curve in found["curves"] if curve["order"] == order)
    if places is None:
        return
    lines = [(np.array(line["x"]), np.array(line["y"])) for line in curve["lines"] if len(line["x"]) > 1]
    inner = [float(place) for place in places]
    assert len(lines) == len(inner) + 1
    ends = [x[0], *inner, x[1]]
    for (at, height), low, high in zip(lines, ends, ends[1:], strict=False):
        assert (at[0], at[-1]) == pytest.approx((low, high), rel=1e-11, abs=1e-12)
        if formula is not None:
            inside = (at > low + 1e-3 * (high - low)) & (at < high - 1e-3 * (high - low)) & (np.abs(at) > 0)
            wanted = formula(at[inside])
            assert height[inside] == pytest.approx(wanted, rel=1e-7, abs=1e-7 * (1 + np.max(np.abs(wanted), initial=0)))


@pytest.mark.parametrize("order", [1, 2])
@pytest.mark.parametrize(("text", "x"), [("sin(1/x)", WIDE), ("x sin(1/x)", WIDE), ("sin(1e4 x)", WIDE)])
def test_a_derivative_that_cannot_be_resolved_is_no_tangle(text, x, order):
    """Around 0 there is a band in its place: no line stands within a thousandth of the range."""
    found = answer({"command": "shapes", "expression": text, "x": list(x), "order": order})
    (curve,) = (curve for curve in found["curves"] if curve["order"] == order)
    assert not any(abs(place) < 0.01 for line in curve["lines"] for place in line["x"])


ROOTS_OF_SLOPES = [
    ("x^x", 1, lambda x: x**x * (np.log(x) + 1)),
    ("x^1.2", 1, lambda x: 1.2 * x**0.2),
    ("log x", 1, lambda x: 1 / x),
    ("sqrt(x^2-1)", 1, lambda x: x / np.sqrt(x * x - 1)),
    ("x^(1/3)", 1, lambda x: 1 / (3 * np.cbrt(x) ** 2)),
    ("x^x", 2, lambda x: x**x * ((np.log(x) + 1) ** 2 + 1 / x)),
    ("x^1.2", 2, lambda x: 0.24 * x**-0.8),
    ("log x", 2, lambda x: -1 / x**2),
    ("x^(1/3)", 2, lambda x: -2 / (9 * np.cbrt(x) ** 5)),
]


@pytest.mark.parametrize(("text", "order", "formula"), ROOTS_OF_SLOPES, ids=[f"{r[0]} {r[1]}" for r in ROOTS_OF_SLOPES])
def test_a_derivative_runs_off_at_the_edge_of_the_domain_as_its_formula_does(text, order, formula):
    found = answer({"command": "shapes", "expression": text, "x": [-10.0, 10.0], "order": order})
    (curve,) = (curve for curve in found["curves"] if curve["order"] == order)
    for line in curve["lines"]:
        at, height = np.array(line["x"]), np.array(line["y"])
        clear = np.abs(np.abs(at) - (1 if "sqrt" in text else 0)) > 1e-3
        assert height[clear] == pytest.approx(formula(at[clear]), rel=1e-8)
    assert curve["lines"][-1]["x"][-1] == 10.0


def test_a_ripple_of_the_second_derivative_that_is_too_fast_is_no_slow_wave():
    found = answer({"command": "shapes", "expression": "x^2 + 1e-9 sin(1e4 x)", "x": [-10.0, 10.0], "order": 2})
    (curve,) = (curve for curve in found["curves"] if curve["order"] == 2)
    assert sum(len(line["x"]) for line in curve["lines"]) < 10
