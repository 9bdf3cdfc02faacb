import numpy as np
import pytest

from engine.sampling.y_range import automatic_range, padded

X = np.linspace(-10, 10, 1001)


def reach(curve, x=X):
    with np.errstate(all="ignore"):
        return automatic_range([(x, curve(x))])


@pytest.mark.parametrize(
    ("curve", "low", "high"),
    [
        (np.sin, -1, 1),
        (lambda x: x**2, 0, 100),
        (lambda x: x**3, -1000, 1000),
        (lambda x: x**9, -1e9, 1e9),
        (np.exp, 0, np.exp(10)),
        (lambda x: np.exp(-1000 * x * x), 0, 1),
        (lambda x: np.exp(-((x - 9.9) ** 2) * 400), 0, 1),
        (lambda x: np.sign(x), -1, 1),
        (lambda x: np.sqrt(x), 0, np.sqrt(10)),
        (lambda x: 1e-9 * x, -1e-8, 1e-8),
        (lambda x: 1e6 + np.sin(x) * 1e-3, 1e6 - 1e-3, 1e6 + 1e-3),
    ],
)
def test_a_curve_without_poles_is_shown_whole(curve, low, high):
    span = high - low
    assert reach(curve) == pytest.approx((low - 0.06 * span, high + 0.06 * span), abs=0.01 * span)


@pytest.mark.parametrize(
    ("curve", "least", "most"),
    [
        (lambda x: 1 / x, 1, 6),
        (np.tan, 2, 40),
        (lambda x: 1 / (x - 3), 1, 6),
        (lambda x: 1 / x**3, 0.5, 100),
    ],
)
def test_a_pole_does_not_flatten_the_rest(curve, least, most):
    low, high = reach(curve)
    assert least <= high <= most
    assert least <= -low <= most


def test_a_pole_on_one_side_trims_that_side_alone():
    low, high = reach(lambda x: 1 / x**2)
    assert 1 <= high <= 50
    assert -high * 0.1 <= low <= 0.01


def test_poles_that_all_go_up_leave_the_rest_visible():
    assert 20 <= reach(lambda x: 1 / np.cos(x) ** 2)[1] <= 150


def test_a_pole_at_the_edge_of_the_range_is_a_pole():
    x = np.linspace(0, 10, 1001)
    assert 1 <= reach(lambda x: 1 / x, x)[1] <= 10


def test_samples_that_trace_a_break_have_no_say():
    edge = 10.0 ** -np.arange(3.0, 300.0)
    x = np.concatenate((edge[::-1], np.linspace(0.02, 10, 500)))
    low, _ = automatic_range([(x, np.log(x))])
    assert low > -10


@pytest.mark.parametrize(
    ("value", "expected"), [(0.0, (-1, 1)), (5.0, (0, 10)), (-2e-9, (-4e-9, 0)), (1e300, (0, 2e300))]
)
def test_a_constant_lies_in_the_middle(value, expected):
    assert reach(lambda x: 0 * x + value) == pytest.approx(expected)


def test_rounding_noise_on_a_constant_is_not_shown_large():
    assert reach(lambda x: 3 + 1e-15 * np.sin(99 * x)) == pytest.approx((0, 6))


def test_several_curves_share_the_range():
    low, high = automatic_range([(X, np.sin(X)), (X, 5 + 0 * X)])
    assert low < -1
    assert high > 5


def test_one_sample_is_a_constant():
    assert automatic_range([(np.array([1.0]), np.array([2.0]))]) == (0, 4)


@pytest.mark.parametrize("y", [[], [np.nan], [np.inf, -np.inf]])
def test_nothing_finite_has_no_range(y):
    assert automatic_range([(np.arange(float(len(y))), np.array(y, dtype=float))]) is None


def test_no_curve_has_no_range():
    assert automatic_range([]) is None


def test_the_largest_numbers_have_a_finite_range():
    low, high = automatic_range([(X, np.where(X > 0, 1.7e308, -1.7e308))])
    assert np.isfinite(high - low)


def test_a_huge_level_within_its_noise_has_a_range_with_two_ends():
    low, high = padded(1e200, 1e200, noise=1e285)
    assert low < 1e200 < high
