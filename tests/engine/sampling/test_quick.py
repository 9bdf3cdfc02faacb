import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.sampling.quick import cut, may_break, steps_of, suspicious


def pieces(function, low, high, count=501):
    x = np.linspace(low, high, count)
    with np.errstate(all="ignore"):
        cut_x, cut_y = cut(function, x, function(x))
    ends = np.flatnonzero(np.isnan(cut_y))
    parts = [part for part in np.split(np.arange(cut_x.size), ends) if np.isfinite(cut_y[part]).any()]
    return [(cut_x[part][np.isfinite(cut_y[part])], cut_y[part][np.isfinite(cut_y[part])]) for part in parts]


@pytest.mark.parametrize(
    ("function", "low", "high", "breaks"),
    [
        (np.tan, -3.0, 4.0, [-np.pi / 2, np.pi / 2]),
        (lambda x: 1 / x, -1.0, 1.0, [0.0]),
        (lambda x: 1 / (x - 1 / 3), -1.0, 1.0, [1 / 3]),
        (np.floor, -1.5, 2.5, [-1.0, 0.0, 1.0, 2.0]),
        (lambda x: np.where(x < 0.1234, 0.0, 1e-3), -1.0, 1.0, [0.1234]),
    ],
)
def test_no_piece_crosses_a_jump_or_a_pole(function, low, high, breaks):
    found = pieces(function, low, high)
    assert len(found) == len(breaks) + 1
    for (left_x, _), (right_x, _), at in zip(found, found[1:], breaks, strict=False):
        assert left_x[-1] == pytest.approx(at, abs=1e-12)
        assert right_x[0] == pytest.approx(at, abs=1e-12)


@pytest.mark.parametrize(
    "function",
    [np.sin, np.abs, np.cbrt, lambda x: 1 / (1 + np.exp(-50 * x)), lambda x: np.full_like(x, 3.0), lambda x: x**9],
)
def test_a_continuous_function_is_one_piece(function):
    assert len(pieces(function, -3.0, 3.0)) == 1


def test_a_gap_is_drawn_to_its_edges():
    left, right = pieces(lambda x: np.sqrt(x**2 - 2), -3.0, 3.0)
    assert left[0][-1] == pytest.approx(-np.sqrt(2), abs=1e-12)
    assert right[0][0] == pytest.approx(np.sqrt(2), abs=1e-12)


def test_what_is_not_finite_is_nan():
    x = np.linspace(-1, 1, 11)
    with np.errstate(all="ignore"):
        y = cut(lambda at: 1 / at**2, x, 1 / x**2)[1]
    assert not np.isinf(y).any()
    assert np.isnan(y).any()


def test_more_breaks_than_can_be_closed_in_on_do_not_hang():
    assert len(pieces(lambda x: np.floor(x), 0.0, 1e6, 2001)) >= 1


NUMBERS = st.one_of(st.sampled_from([0.0, 1.0, -1.0, 1e308, np.inf, -np.inf, np.nan]), st.floats(-10, 10))


@given(st.lists(st.lists(NUMBERS, min_size=12, max_size=12), min_size=1, max_size=3))
def test_a_row_that_cannot_break_has_nothing_suspicious(rows):
    values = np.array(rows)
    for row, may in zip(values, may_break(steps_of(values)), strict=True):
        with np.errstate(all="ignore"):
            assert may or suspicious(np.arange(row.size, dtype=float), row).size == 0


def test_smooth_rows_cannot_break():
    x = np.linspace(-10, 10, 501)
    assert not may_break(steps_of(np.stack([np.sin(3 * x), np.zeros_like(x), np.exp(-x * x)]))).any()
    assert may_break(steps_of(np.stack([np.sin(3 * x), np.tan(x), np.floor(x)]))).tolist() == [False, True, True]
