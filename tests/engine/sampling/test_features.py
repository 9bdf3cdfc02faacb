"""Features, against positions that are known exactly."""

import math

import mpmath
import pytest

from engine.commands import answer

PI = math.pi
MULTIPLES = [n * PI for n in range(-3, 4)]


def features(text, x=(-10.0, 10.0)):
    found = answer({"command": "features", "expression": text, "x": list(x)})
    assert found.pop("ok"), found
    return found


def near(places):
    return pytest.approx(places, rel=1e-12, abs=1e-12)


ROOTS = [
    ("sin(x)", MULTIPLES),
    ("sin(x)^2", MULTIPLES),
    ("tan(x)", MULTIPLES),
    ("|sin x|", MULTIPLES),
    ("x^3", [0.0]),
    ("x^20", [0.0]),
    ("x^3 (x + 0.02)", [-0.02, 0.0]),  # both between two samples but for the one at 0
    ("(x - 1/3)^2", [1 / 3]),
    ("x^2 - 2x + 1", [1.0]),
    ("x^2 - 2", [-math.sqrt(2), math.sqrt(2)]),
    ("sqrt(x^2-1)", [-1.0, 1.0]),
    ("log(x)", [1.0]),
    ("x^(1/3)", [0.0]),
    ("1/x", []),
    ("gamma(x)", []),
    ("floor(x)", []),
    ("3", []),
    ("0", []),
    ("max(0, x)", []),  # 0 all the way: no place of it is a root
    ("relu(x)", []),
    ("max(0, |x| - 1)", []),
    ("exp(-1/x^2)", [0.0]),
    ("x exp(-1/x^2)", [0.0]),
    ("exp(-1/sin(x)^2)", MULTIPLES),
    ("sin(x)^2 + cos(x)^2 - 1", []),
    ("1e6 + sin(x)", []),
]


@pytest.mark.parametrize(("text", "roots"), ROOTS, ids=[row[0] for row in ROOTS])
def test_roots(text, roots):
    assert features(text)["roots"] == near(roots)


EXTREMA = [
    ("sin(x)", [((n + 0.5) * PI, (-1) ** n) for n in range(-3, 3)]),
    ("|x|", [(0.0, 0.0)]),
    ("x^4", [(0.0, 0.0)]),
    ("1e6 + sin(x)", [((n + 0.5) * PI, 1e6 + (-1) ** n) for n in range(-3, 3)]),
    ("x log x", [(1 / math.e, -1 / math.e)]),
    ("x^3", []),
    ("x^3 (x + 0.02)", [(-0.015, 0.005 * -(0.015**3))]),
    ("1/x^2", []),
    ("(x-1)/(x-1)", []),
    ("5", []),
    ("exp(-1/x^2)", [(0.0, 0.0)]),
    ("exp(-1/(x - 0.3)^2)", [(0.3, 0.0)]),
    ("1 - exp(-1/x^2)", [(0.0, 1.0)]),
    ("x^400", [(0.0, 0.0)]),
    ("max(0, |x| - 1)", []),
]


@pytest.mark.parametrize(("text", "extrema"), EXTREMA, ids=[row[0] for row in EXTREMA])
def test_extrema(text, extrema):
    found = features(text)["extrema"]
    assert [one["x"] for one in found] == near([x for x, _ in extrema])
    assert [one["y"] for one in found] == near([y for _, y in extrema])


def test_the_extrema_of_gamma_are_those_of_mpmath():
    found = features("gamma(x)", (-5.0, 5.0))["extrema"]
    starts = (-4.65, -3.63, -2.61, -1.57, -0.5, 1.46)
    wanted = [float(mpmath.findroot(mpmath.digamma, start)) for start in starts]
    assert [one["x"] for one in found] == pytest.approx(wanted, rel=1e-11)
    assert [one["kind"] for one in found] == ["maximum", "minimum"] * 2 + ["maximum", "minimum"]


INFLECTIONS = [
    ("x^3", [0.0]),
    ("x^3 (x + 0.02)", [-0.01, 0.0]),
    ("sin(x)", MULTIPLES),
    ("exp(-x^2)", [-math.sqrt(0.5), math.sqrt(0.5)]),
    ("x|x|", [0.0]),
    ("x^(1/3)", [0.0]),
    ("x^2 + 1e-9 sin(1e4 x)", []),
    ("x^4", []),
    ("2x + 1", []),
    ("1/x", []),
]


@pytest.mark.parametrize(("text", "places"), INFLECTIONS, ids=[row[0] for row in INFLECTIONS])
def test_inflections(text, places):
    assert features(text)["inflections"] == near(places)


@pytest.mark.parametrize("x", [(-10.0, 11.0), (-3.3, 8.0), (-0.3, 1.0)])
def test_a_minimum_that_is_too_small_for_a_float_is_found_in_every_range(x):
    found = features("exp(-1/x^2)", x)
    assert found["extrema"] == [{"x": 0.0, "y": 0.0, "kind": "minimum"}]
    assert found["roots"] == [0.0]


BREAKS = [
    ("tan(x)", "poles", [(n + 0.5) * PI for n in range(-3, 3)]),
    ("1/x", "poles", [0.0]),
    ("1/x^2", "poles", [0.0]),
    ("1/(x-1/3)", "poles", [1 / 3]),
    ("gamma(x)", "poles", [float(n) for n in range(-10, 1)]),
    ("|gamma(x)|", "poles", [float(n) for n in range(-10, 1)]),
    ("digamma(x)^2", "poles", [float(n) for n in range(-10, 1)]),
    ("1/|cos(x)|", "poles", [(n + 0.5) * PI for n in range(-3, 3)]),
    ("floor(x)", "jumps", [float(n) for n in range(-10, 11)]),
    ("sign(sin(5x))", "jumps", [n * PI / 5 for n in range(-15, 16)]),
    ("if(x > 1, x^2, x + 3)", "jumps", [1.0]),
    ("sin(x)/x", "holes", [0.0]),
    ("(x^2-1)/(x-1)", "holes", [1.0]),
    ("(1-cos x)/x^2", "holes", [0.0]),
    ("(x-1)/(x-1)", "holes", [1.0]),
    ("|x|", "kinks", [0.0]),
    ("|sin x|", "kinks", MULTIPLES),
    ("max(sin x, cos x)", "kinks", [PI / 4 + n * PI for n in range(-3, 3)]),
    ("x^(1/3)", "vertical_tangents", [0.0]),
    ("sin(1/x)", "oscillations", [0.0]),
]


@pytest.mark.parametrize(("text", "key", "places"), BREAKS, ids=[row[0] for row in BREAKS])
def test_breaks_are_found_where_they_are_and_nowhere_else(text, key, places):
    found = features(text)
    assert found[key] == near(places)
    for other in {"poles", "jumps", "holes", "kinks", "vertical_tangents", "oscillations"} - {key}:
        assert found[other] == []


GAPS = [("sqrt(x^2-1)", [[-1.0, 1.0]]), ("log(x)", [[-10.0, 0.0]]), ("x^1.2", [[-10.0, 0.0]]), ("x^x", [[-10.0, 0.0]])]


@pytest.mark.parametrize(("text", "gaps"), GAPS, ids=[row[0] for row in GAPS])
def test_gaps_end_exactly(text, gaps):
    found = features(text)["gaps"]
    assert len(found) == len(gaps)
    for one, wanted in zip(found, gaps, strict=True):
        assert one == near(wanted)


def test_the_ends_of_the_range_count():
    assert features("sin x", (0.0, PI))["roots"] == near([0.0, PI])
    assert features("sin x", (0.1, 3.0))["roots"] == []


@pytest.mark.parametrize(
    ("text", "at", "wanted"),
    [
        ("exp(-1/x^2)", 0.0, [0, 0, 0]),
        ("cos(acos(x))", -1.0, [-1, 1, 0]),
        ("sin(x)/x", 0.0, ["nan"] * 3),
        ("log(x)", -1.0, ["nan"] * 3),
        ("x^x", 0.0, [1, -math.inf, math.inf]),
    ],
)
def test_a_number_that_autograd_loses_is_repaired_or_not_known(text, at, wanted):
    found = answer({"command": "eval", "expression": text, "at": [at], "order": 2})["orders"]
    wanted = [math.nan if value == "nan" else value for value in wanted]
    assert [order[0] for order in found] == pytest.approx(wanted, abs=1e-10, nan_ok=True)


DOUBLING = "def f(x):\n    y = 2 * x\n    while 0 < abs(y) < 1000:\n        y = y * 2\n    return y"


@pytest.mark.parametrize("x", [(0.5, 5.0), (0.9, 2.1), (-4.0, 4.0), (0.1, 30.0)])
def test_a_jump_inside_a_loop_stands_on_its_very_float(x):
    """Where the loop runs once more: at 1000/2^n, which are floats; the value there is that of the right side."""
    every = sorted(sign * 1000 / 2**n for n in range(4, 60) for sign in (-1, 1))
    found = features(DOUBLING, x)["jumps"]  # around 0, where it breaks as well, they are closer than pixels
    assert set(found) - {0.0} <= set(every)
    assert [place for place in found if abs(place) > 0.4] == [
        place for place in every if abs(place) > 0.4 and x[0] < place < x[1]
    ]
