"""The picture never lies: what must be drawn of each of these functions, by the geometry of the shapes."""

import math

import numpy as np
import pytest

from engine.budget import Budget
from engine.evaluate import evaluate
from engine.plan import CurveRequest, Request

PI = math.pi
WIDE = (-10.0, 10.0)


@pytest.fixture
def draw(module_of):
    """`draw(text, x, y)`: the outcome of f, f' and f'' on a screen of 1000 x 700 pixels."""

    def make(text, x=WIDE, y=None, orders=(0, 1, 2), quality="full"):
        curves = (CurveRequest(1, 0, orders),)
        y = (y,) * 5
        return evaluate(
            Request(module_of(text), curves, (), x, (1000, 700), 0.7, False, quality, y), Budget(seconds=60)
        )

    return make


def shapes(outcome, role, order=0):
    assert outcome.problems == {}
    every = [shape for layer in outcome.layers for shape in layer.shapes]
    return [shape for shape in every if shape.role == role and shape.order == order]


def pieces(outcome, order=0):
    (curve,) = shapes(outcome, "derivative" if order else "value", order)
    known = np.isfinite(curve.y)
    edges = np.flatnonzero(np.diff(np.concatenate(([False], known, [False])).astype(np.int8))).reshape(-1, 2)
    found = [(curve.x[first:end], curve.y[first:end]) for first, end in edges]
    return [piece for piece in found if piece[0][-1] > piece[0][0]]  # a lone value may stand at the edge of the view


def points(outcome, role, order=0):
    return [point for shape in shapes(outcome, role, order) for point in zip(shape.x, shape.y, strict=True)]


def asymptotes(outcome, order=0):
    return [x for shape in shapes(outcome, "asymptote", order) for x in np.unique(shape.x).tolist()]


def is_whole(found, low, high):
    """Whether one unbroken line reaches from low to high."""
    return len(found) == 1 and found[0][0][0] == low and found[0][0][-1] == high


def halves(first, last):
    return [PI * (k + 0.5) for k in range(first, last + 1)]


POLES = [
    ("tan(x)", WIDE, halves(-3, 2)),
    ("tan(x)", (-100.0, 100.0), halves(-32, 31)),
    ("1/x", WIDE, [0.0]),
    ("1/x", (-1e12, 1e12), [0.0]),
    ("1/(x-1/3)", WIDE, [1 / 3]),
    ("1/x^2", WIDE, [0.0]),
    ("|gamma(x)|", (-4.0, 5.0), [-4.0, -3.0, -2.0, -1.0, 0.0]),
    ("digamma(x)^2", (-3.0, 3.0), [-3.0, -2.0, -1.0, 0.0]),
    ("1/x^2", (0.0, 10.0), [0.0]),
    ("gamma(x)", (-5.0, 5.0), [-5.0, -4.0, -3.0, -2.0, -1.0, 0.0]),
]


@pytest.mark.parametrize(("text", "x", "poles"), POLES, ids=[f"{row[0]} {row[1]}" for row in POLES])
@pytest.mark.parametrize("order", [0, 1, 2])
@pytest.mark.parametrize("y", [None, (-1e4, 1e4)])
def test_a_pole_has_an_asymptote_and_branches_that_leave_the_view(draw, text, x, poles, order, y):
    outcome = draw(text, x, y)
    wanted = pytest.approx(poles, rel=1e-12, abs=1e-12 * x[1])
    assert asymptotes(outcome, order) == wanted
    inner = [pole for pole in poles if x[0] < pole < x[1]]
    found = pieces(outcome, order)
    assert len(found) == len(inner) + 1
    ends = [x[0], *inner, x[1]]
    for (at, height), low, high in zip(found, ends, ends[1:], strict=False):
        assert at[0] >= low - 1e-12 * x[1]
        assert at[-1] <= high + 1e-12 * x[1]
        reach = 1e4
        if low in inner:
            assert abs(height[0]) > reach
        if high in inner:
            assert abs(height[-1]) > reach


JUMPS = [
    ("floor(x)", list(range(-10, 11)), lambda n: (n - 1, n, n)),
    ("frac(x)", list(range(-10, 11)), lambda n: (1, 0, 0)),
    ("mod(x, 1)", list(range(-10, 11)), lambda n: (1, 0, 0)),
    ("round(x)", [n + 0.5 for n in range(-10, 10)], lambda n: (n - 0.5, n + 0.5, round(n))),
    ("sign(sin(5x))", [n * PI / 5 for n in range(-15, 16)], None),
    ("if(x > 1, x^2, x + 3)", [1.0], lambda n: (4, 1, 4)),
]


@pytest.mark.parametrize(("text", "places", "heights"), JUMPS, ids=[row[0] for row in JUMPS])
def test_a_jump_has_an_open_and_a_closed_end_and_no_line_between(draw, text, places, heights):
    outcome = draw(text)
    inner = [place for place in places if -10 < place < 10]
    found = pieces(outcome)
    assert len(found) == len(inner) + 1
    for (left, before), (right, after), at in zip(found, found[1:], inner, strict=False):
        assert left[-1] == right[0] == pytest.approx(at, rel=1e-12)
        if heights is not None:
            low, high, value = heights(at)
            assert (before[-1], after[0]) == pytest.approx((low, high), abs=1e-9)
            assert any(x == left[-1] and y == pytest.approx(value) for x, y in points(outcome, "closed"))
            assert sum(x == left[-1] for x, _ in points(outcome, "open")) == 1
    assert asymptotes(outcome) == []


HOLES = [
    ("sin(x)/x", 0.0, (1, 0, -1 / 3)),
    ("(x^2-1)/(x-1)", 1.0, (2, 1, 0)),
    ("(1-cos x)/x^2", 0.0, (0.5, 0, -1 / 12)),
    ("(x-1)/(x-1)", 1.0, (1, 0, 0)),
]


@pytest.mark.parametrize(("text", "at", "limits"), HOLES, ids=[row[0] for row in HOLES])
def test_a_removable_hole_is_a_ring_at_its_limit(draw, text, at, limits):
    outcome = draw(text)
    for order, limit in enumerate(limits):
        assert points(outcome, "closed", order) == []
        ((x, y),) = points(outcome, "open", order)
        assert x == at
        assert y == pytest.approx(limit, abs=(1e-9, 1e-6, 1e-4)[order])
    assert asymptotes(outcome) == []
    left, right = pieces(outcome)
    assert left[0][-1] == right[0][0] == at


GAPS = [
    ("sqrt(x^2-1)", [(-10.0, -1.0), (1.0, 10.0)]),
    ("log(x)", [(0.0, 10.0)]),
    ("x^1.2", [(0.0, 10.0)]),
]


@pytest.mark.parametrize(("text", "drawn"), GAPS, ids=[row[0] for row in GAPS])
@pytest.mark.parametrize("order", [0, 1, 2])
def test_nothing_is_drawn_where_a_function_is_not_real_and_all_up_to_its_edge(draw, text, drawn, order):
    found = [(at[0], at[-1]) for at, _ in pieces(draw(text), order)]
    assert len(found) == len(drawn)
    for got, wanted in zip(found, drawn, strict=True):
        assert got == pytest.approx(wanted, rel=1e-12, abs=1e-11)


CORNERS = [
    ("|x|", [0.0]),
    ("|sin x|", [n * PI for n in range(-3, 4)]),
    ("max(sin x, cos x)", [PI / 4 + n * PI for n in range(-3, 3)]),
]


@pytest.mark.parametrize(("text", "corners"), CORNERS, ids=[row[0] for row in CORNERS])
def test_a_corner_is_a_sample_and_a_jump_of_the_slope(draw, text, corners):
    outcome = draw(text)
    ((x, _),) = pieces(outcome)
    assert [float(x[np.argmin(np.abs(x - at))]) for at in corners] == pytest.approx(corners, rel=1e-12, abs=1e-15)
    slopes = pieces(outcome, 1)
    assert [at[0] for at, _ in slopes[1:]] == pytest.approx(corners, rel=1e-12, abs=1e-15)
    assert len(points(outcome, "open", 1)) == 2 * len(corners)


EVERY_BREAK = [text for text, *_ in (*POLES, *JUMPS, *HOLES, *GAPS, *CORNERS)]
CLOSE_TO_A_SAMPLE = ["asin(x/3.63) + x/|x - 1.945|", "1/(x - 0.52) + 1/sin(0.96x)", "cbrt(x - 3.669)",
                     "asin(x/3.37) + frac(3.37x)", "exp(1/(x - 1.356))"]  # fmt: skip


@pytest.mark.parametrize("text", [*dict.fromkeys(EVERY_BREAK), *CLOSE_TO_A_SAMPLE])
@pytest.mark.parametrize("x", [WIDE, (-5.0, 5.0), (-7.3, 9.1), (0.0, 6.0)])
def test_a_line_never_goes_back(draw, text, x):
    outcome = draw(text, x)
    for order in range(3):
        for piece, _ in pieces(outcome, order):
            assert (np.diff(piece) > 0).all()


def test_a_cube_root_is_one_line_and_its_slope_has_a_pole(draw):
    outcome = draw("x^(1/3)")
    assert is_whole(pieces(outcome), *WIDE)
    assert asymptotes(outcome, 0) == []
    assert asymptotes(outcome, 1) == [0.0]
    assert [np.sign(height[0]) for _, height in pieces(outcome, 1)] == [1, 1]


SMOOTH = [
    ("1/(1+exp(-50x))", WIDE),
    ("exp(-1/x^2)", WIDE),
    ("x^2+1e-9 sin(1e4 x)", WIDE),
    ("1e6+sin(x)", WIDE),
    ("if(x > 1, x^2, 2x - 1)", WIDE),
    ("3", WIDE),
    ("exp(x)", (0.0, 700.0)),
    ("sin(x)", (1e3 - 5e-10, 1e3 + 5e-10)),
    ("x^2", (-1e12, 1e12)),
    ("sin(x)", WIDE),
]


@pytest.mark.parametrize(("text", "x"), SMOOTH, ids=[row[0] for row in SMOOTH])
def test_a_continuous_function_is_one_line_of_a_few_hundred_samples(draw, text, x):
    outcome = draw(text, x, orders=(0,))
    found = pieces(outcome)
    assert is_whole(found, *x)
    assert 200 <= found[0][0].size <= 1200
    assert outcome.notes == ()
    assert points(outcome, "open") == points(outcome, "closed") == []


@pytest.mark.parametrize("text", ["sin(1/x)", "x sin(1/x)", "sin(1e4 x)"])
def test_what_cannot_be_resolved_is_a_band_that_says_so(draw, text):
    outcome = draw(text, orders=(0,))
    (band,) = shapes(outcome, "envelope")
    middle = np.abs(band.x) < 0.01
    low, high = band.y[middle].T
    reach = np.abs(band.x[middle]) if text.startswith("x") else 1.0
    if not text.startswith("x"):
        assert low == pytest.approx(-reach, abs=0.02)
        assert high == pytest.approx(reach, abs=0.02)
    assert (low < high).all()
    assert [note.code for note in outcome.notes] == ["unresolved"]
    first, last = np.nanmin(band.x), np.nanmax(band.x)
    assert not any(((at > first) & (at < last)).any() for at, _ in pieces(outcome))


def test_the_drawn_line_is_within_half_a_pixel_of_the_function(draw):
    found = pieces(draw("sin(x) exp(-x^2/20) + cos(3x)", orders=(0,)))
    x = np.linspace(*WIDE, 20_001)
    exact = np.sin(x) * np.exp(-x * x / 20) + np.cos(3 * x)
    pixel = (exact.max() - exact.min()) / 700
    assert np.abs(np.interp(x, *found[0]) - exact).max() < 0.5 * pixel


@pytest.mark.parametrize(("text", "poles"), [("tan(x)", 6), ("1/x", 1), ("floor(x)", 19)])
def test_while_dragged_no_line_is_false_either(draw, text, poles):
    assert len(pieces(draw(text, quality="live"))) == poles + 1


@pytest.mark.parametrize(
    ("text", "x", "stretch"),
    [
        ("sin(1/x)", WIDE, (-0.1, 0.1)),
        ("sin(1/x)", (-0.1, 0.1), (-0.01, 0.01)),
        ("x sin(1/x)", (-1.0, 1.0), (-0.02, 0.02)),
        ("sin(100x)", WIDE, WIDE),
        ("sin(157 x)", WIDE, WIDE),  # as fast as the samples stand: they alone show a slow wave
        ("sin(x) + sin(200x)", (0.0, 10.0), (0.0, 10.0)),
    ],
)
@pytest.mark.parametrize("order", [0, 1])
def test_while_dragged_a_tangle_is_a_band_too(draw, text, x, stretch, order):
    outcome = draw(text, x, orders=(0, 1), quality="live")
    (band,) = shapes(outcome, "envelope", order)
    first, last = np.nanmin(band.x), np.nanmax(band.x)
    slack = 0.02 * (x[1] - x[0]) if stretch == x else 0.0
    assert first <= stretch[0] + slack
    assert last >= stretch[1] - slack
    if order == 0 and "1/x" in text:
        reach = np.abs(band.x) if text.startswith("x") else np.ones(band.x.size)
        near = (np.abs(band.x) < 0.5 * stretch[1]) & (np.abs(band.x) > 0)
        assert (band.y[near, 1] > 0.5 * reach[near]).all()
        assert (band.y[near, 0] < -0.5 * reach[near]).all()
    assert not any(((at > first) & (at < last)).any() for at, _ in pieces_or_none(outcome, order))
    assert "unresolved" in [note.code for note in outcome.notes]


def pieces_or_none(outcome, order):
    (curve,) = shapes(outcome, "derivative" if order else "value", order)
    return pieces(outcome, order) if np.isfinite(curve.y).any() else []


LINES = [
    "sin(x)", "sin(15x)", "tan(x)", "frac(x)", "1/x", "gamma(x)", "1e6 + 1e-10 sin(x)", "1e6 + sin(x)", "3", "|sin x|",
    "x^2 + 1e-9 sin(1e4 x)", "x^(1/3)", "1/(1+exp(-50x))", "floor(3x)", "if(x > 1, x^2, x + 3)", "x^x", "sin(x)/x",
]  # fmt: skip


@pytest.mark.parametrize("text", LINES)
def test_while_dragged_a_curve_that_can_be_drawn_is_a_line(draw, text):
    outcome = draw(text, orders=(0,), quality="live")
    assert shapes(outcome, "envelope") == []
    assert outcome.notes == ()


def test_a_tangle_costs_a_tick_no_more_than_what_it_replaces(module_of):
    """Closing in on 128 jumps took 6,000 samples an order; a band and the breaks beside it take fewer."""
    request = Request(module_of("sin(1/x)"), (CurveRequest(1, 0, (0, 1)),), (), (-0.1, 0.1), (1000, 700), 0.7, False,
                      "live", ())  # fmt: skip
    assert evaluate(request, Budget()).samples < 8_000
