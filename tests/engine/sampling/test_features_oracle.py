"""Roots, extrema and inflections of some sixty functions against high precision: a scan and mpmath's own search."""

from itertools import pairwise

import mpmath as mp
import pytest

from engine.commands import answer

DIGITS, CELLS = 40, 160
CASES = [
    ("x^2 - 2", lambda x: x**2 - 2, -3, 3),
    ("x^3 - 3x + 1", lambda x: x**3 - 3 * x + 1, -3, 3),
    ("x^5 - 5x^3 + 4x", lambda x: x**5 - 5 * x**3 + 4 * x, -2.5, 2.5),
    ("x^4 - x^2 + 0.1", lambda x: x**4 - x**2 + mp.mpf(0.1), -2, 2),
    ("(x^2 - 2)(x^2 - 3)(x - 1/7)", lambda x: (x**2 - 2) * (x**2 - 3) * (x - mp.mpf(1 / 7)), -2, 2),
    ("sin(x)", mp.sin, -10, 10),
    ("cos(x)", mp.cos, -10, 10),
    ("sin(x) + 0.5", lambda x: mp.sin(x) + 0.5, -10, 10),
    ("sin(x) + sin(2x)", lambda x: mp.sin(x) + mp.sin(2 * x), -5.1, 5.2),
    ("sin(x^2)", lambda x: mp.sin(x**2), -3, 3.1),
    ("sin(x)cos(3x)", lambda x: mp.sin(x) * mp.cos(3 * x), -3, 3.2),
    ("x sin(x)", lambda x: x * mp.sin(x), 0.5, 12),
    ("sin(exp(x))", lambda x: mp.sin(mp.exp(x)), -2, 2.5),
    ("exp(x) - 2", lambda x: mp.exp(x) - 2, -3, 3),
    ("exp(-x^2) - 0.5", lambda x: mp.exp(-(x**2)) - 0.5, -3, 3),
    ("x exp(-x)", lambda x: x * mp.exp(-x), -1, 6),
    ("x^2 exp(-x)", lambda x: x**2 * mp.exp(-x), 0.3, 9),
    ("exp(-x/5) cos(3x)", lambda x: mp.exp(-x / 5) * mp.cos(3 * x), 0, 9.7),
    ("exp(sin(x)) - 1", lambda x: mp.exp(mp.sin(x)) - 1, -5, 5.1),
    ("ln(x) - 1", lambda x: mp.log(x) - 1, 0.5, 9),
    ("x ln(x)", lambda x: x * mp.log(x), 0.05, 3),
    ("ln(x)^2 - ln(x)", lambda x: mp.log(x) ** 2 - mp.log(x), 0.4, 9),
    ("ln(1 + x^2) - 1", lambda x: mp.log(1 + x**2) - 1, -4, 4.1),
    ("sqrt(x + 4) - x", lambda x: mp.sqrt(x + 4) - x, -3.9, 6),
    ("sqrt(1 + x^2) - 2", lambda x: mp.sqrt(1 + x**2) - 2, -4, 4.3),
    ("x - 3 atan(x)", lambda x: x - 3 * mp.atan(x), -6, 6.5),
    ("asin(x) - x^2", lambda x: mp.asin(x) - x**2, -0.95, 0.9),
    ("tanh(x) - x/2", lambda x: mp.tanh(x) - x / 2, -4, 4.2),
    ("cosh(x) - 3", lambda x: mp.cosh(x) - 3, -3, 3.3),
    ("sinh(x) - 3x", lambda x: mp.sinh(x) - 3 * x, -4, 4.1),
    ("1/(1 + x^2) - 0.3", lambda x: 1 / (1 + x**2) - mp.mpf(0.3), -4, 4.4),
    ("x/(1 + x^2)", lambda x: x / (1 + x**2), -5, 5.3),
    ("(x^2 - 1)/(x^2 + 1)", lambda x: (x**2 - 1) / (x**2 + 1), -5, 5.3),
    ("1/x - x", lambda x: 1 / x - x, 0.2, 4),
    ("x + 1/x", lambda x: x + 1 / x, 0.2, 4),
    ("tan(x) - 2", lambda x: mp.tan(x) - 2, -1.5, 1.5),
    ("gamma(x) - 1.5", lambda x: mp.gamma(x) - 1.5, 0.3, 4),
    ("lgamma(x)", mp.loggamma, 0.3, 4),
    ("digamma(x)", mp.digamma, 0.3, 4),
    ("erf(x) - 0.5", lambda x: mp.erf(x) - 0.5, -3, 3.1),
    ("J0(x)", lambda x: mp.besselj(0, x), 0.5, 15),
    ("J1(x)", lambda x: mp.besselj(1, x), 0.5, 15),
    ("Ai(x)", mp.airyai, -8, 2),
    ("zeta(x) - 2", lambda x: mp.zeta(x) - 2, 1.2, 5),
    ("lambertw(x) - 1", lambda x: mp.lambertw(x) - 1, -0.3, 5),
    ("x^x - 2", lambda x: mp.mpf(x) ** x - 2, 0.1, 2.5),
    ("2^x - x^2", lambda x: mp.mpf(2) ** x - x**2, -1.5, 4.5),
    ("x^1.5 - x", lambda x: mp.mpf(x) ** 1.5 - x, 0.1, 3),
    ("sigmoid(x) - 0.2", lambda x: 1 / (1 + mp.exp(-x)) - mp.mpf(0.2), -6, 6.1),
    ("softplus(x) - 1", lambda x: mp.log(1 + mp.exp(x)) - 1, -6, 6.1),
    ("x sigmoid(x)", lambda x: x / (1 + mp.exp(-x)), -6, 6.1),
    ("x^3 - x + 1e-3", lambda x: x**3 - x + mp.mpf(1e-3), -1.4, 1.5),
    ("1e6 (x^2 - 1e-6)", lambda x: mp.mpf(10) ** 6 * (x**2 - mp.mpf(1e-6)), -0.01, 0.011),
    ("1e-6 sin(x)", lambda x: mp.mpf(1e-6) * mp.sin(x), -9, 9.1),
    ("x^2 - 1e6", lambda x: x**2 - mp.mpf(10) ** 6, -2000, 2100),
    ("cos(x) - x", lambda x: mp.cos(x) - x, -3, 3.1),
    ("x^7 - 1", lambda x: x**7 - 1, 0.3, 2),
    ("cos(x)^3 - 0.3", lambda x: mp.cos(x) ** 3 - mp.mpf(0.3), -1.3, 7),
    ("sin(x)/x", lambda x: mp.sin(x) / x, 0.5, 15),
    ("atan(x)/(1 + x^2)", lambda x: mp.atan(x) / (1 + x**2), -4, 4.3),
]

CLOSE_CELLS = 3_000
CLOSE = [  # two zeros of an order between two of the samples that a smooth curve needs
    ("1/(x^2 + 2.68) + x^3/1.86", lambda x: 1 / (x**2 + mp.mpf(2.68)) + x**3 / mp.mpf(1.86), -10, 10),
    ("0.01 sin(3.63x) + sin(x)^2", lambda x: mp.mpf(0.01) * mp.sin(mp.mpf(3.63) * x) + mp.sin(x) ** 2, -10, 10),
    ("x^3/1.39 + sqrt(x^2 + 3.79)", lambda x: x**3 / mp.mpf(1.39) + mp.sqrt(x**2 + mp.mpf(3.79)), -10, 10),
    ("(x - 1)^2 - 1e-5", lambda x: (x - 1) ** 2 - mp.mpf(1e-5), -10, 10),
    ("x^3 - 1e-4 x", lambda x: x**3 - mp.mpf(1e-4) * x, -10, 10),
]  # fmt: skip


def zeros(function, low, high, cells):
    """Where the function changes its sign between cells, which are narrower than its waves."""
    edges = [mp.mpf(low) + (mp.mpf(high) - low) * (k + mp.mpf("0.0371") * (0 < k < cells)) / cells
             for k in range(cells + 1)]  # fmt: skip
    values = [function(edge) for edge in edges]
    places = []
    for (left, y), (right, z) in pairwise(zip(edges, values, strict=True)):
        if y * z < 0:
            places.append(float(mp.findroot(function, (left, right), solver="anderson", tol=1e-60)))
    return places


@pytest.mark.parametrize(("text", "function", "low", "high"), CASES, ids=[row[0] for row in CASES])
def test_the_places_are_those_of_high_precision(text, function, low, high):
    compare(text, function, low, high, CELLS)


@pytest.mark.parametrize(("text", "function", "low", "high"), CLOSE, ids=[row[0] for row in CLOSE])
def test_places_between_two_samples(text, function, low, high):
    compare(text, function, low, high, CLOSE_CELLS)


def compare(text, function, low, high, cells):
    found = answer({"command": "features", "expression": text, "x": [low, high]})
    assert found["ok"], found
    with mp.workdps(DIGITS):
        roots = zeros(function, low, high, cells)
        extrema = zeros(lambda x: mp.diff(function, x), low, high, cells)
        inflections = zeros(lambda x: mp.diff(function, x, 2), low, high, cells)
        heights = [float(function(mp.mpf(x))) for x in extrema]
    roots = sorted(roots + [x for x, y in zip(extrema, heights, strict=True) if abs(y) < 1e-20])  # touched, not crossed
    tolerance = {"rel": 1e-12, "abs": 1e-12 * max(1.0, 1e-3 * (high - low))}
    assert found["roots"] == pytest.approx(roots, **tolerance)
    assert [one["x"] for one in found["extrema"]] == pytest.approx(extrema, **tolerance)
    assert [one["y"] for one in found["extrema"]] == pytest.approx(heights, rel=1e-12, abs=1e-12)
    assert found["inflections"] == pytest.approx(inflections, **tolerance)
    for kind in ("holes", "kinks", "jumps", "poles", "vertical_tangents", "oscillations", "gaps"):
        assert found[kind] == []
