import pytest

from engine.document import View
from gui.plot.navigation import fitted, is_possible, moved, panned, zoomed


@pytest.mark.parametrize(
    ("visible", "possible"),
    [
        ((-10.0, 10.0), True),
        ((1.0, 1.0), False),
        ((2.0, 1.0), False),
        ((0.0, 1e-12), True),
        ((0.0, 1e-13), False),
        ((1e6, 1e6 + 1e-7), False),
        ((1e6, 1e6 + 1e-5), True),
        ((-5e299, 5e299), True),
        ((-1e300, 1e300), False),
        ((0.0, float("inf")), False),
        ((float("nan"), 1.0), False),
    ],
)
def test_only_ranges_that_float64_can_show_are_possible(visible, possible):
    assert is_possible(visible) == possible


def test_zooming_keeps_the_point_that_it_is_about():
    low, high = zoomed((-10.0, 10.0), 0.5, 4.0)
    assert (low, high) == (-3.0, 7.0)
    assert (4.0 - low) / (high - low) == (4.0 + 10) / 20


def test_panning_keeps_the_span():
    assert panned((0.0, 10.0), -0.5) == (-5.0, 5.0)


def test_an_impossible_range_leaves_the_view():
    view = View(y=((0.0, 1.0), None, None, None, None))
    assert moved(view, (3.0, 3.0), {0: (1.0, 1.0)}) == view


def test_a_range_is_fixed_for_its_order_alone():
    assert moved(View(), None, {1: (0.0, 2.0)}).y == (None, (0.0, 2.0), None, None, None)


def test_fit_makes_y_automatic_and_keeps_x():
    view = View(x=(0.0, 1.0), y=((0.0, 1.0), None, None, None, None))
    assert fitted(view, anything_to_see=True) == View(x=(0.0, 1.0))


def test_fit_a_second_time_returns_x():
    assert fitted(View(x=(0.0, 1.0)), anything_to_see=True) == View()


def test_fit_finds_x_again_when_nothing_is_to_be_seen():
    view = View(x=(900.0, 901.0), y=((0.0, 1.0), None, None, None, None))
    assert fitted(view, anything_to_see=False) == View()
