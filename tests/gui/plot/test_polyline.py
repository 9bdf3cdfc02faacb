import itertools

import numpy as np
import pytest

from gui.plot.mapping import FARTHEST, Mapping, Rectangle
from gui.plot.polyline import CHUNK, DOT, TOLERANCE, chunks, clip, clip_line, dash, pieces, segments, simplify, whole
from gui.plot.unbroken import UnbrokenLine

AREA = Rectangle(0.0, 0.0, 100.0, 50.0)
NAN = np.nan


def points(*pairs):
    return np.array(pairs, dtype=float).reshape(-1, 2)


def distance_to(line, p):
    """Return the distance of a point from a polyline."""
    a, b = line[:-1], line[1:]
    along = b - a
    share = np.clip(((p - a) * along).sum(1) / np.maximum((along**2).sum(1), 1e-300), 0, 1)
    return np.hypot(*(a + share[:, None] * along - p).T).min()


def test_a_line_never_joins_over_nan():
    found, starts = pieces(points((0, 0), (1, 1), (2, NAN), (3, 3), (4, 4)))
    assert found.tolist() == [[0, 0], [1, 1], [3, 3], [4, 4]]
    assert starts.tolist() == [0, 2]


@pytest.mark.parametrize("count", [0, 1, 2])
def test_few_samples_are_no_special_case(count):
    samples = points(*[(index, index) for index in range(count)])
    line = simplify(clip(pieces(samples), AREA))
    ends, joints = segments(line)
    assert len(chunks(line)) == len(whole(line)) == min(1, count)
    assert len(ends) + len(joints) == min(1, count)


def test_only_breaks_give_nothing():
    line = pieces(points((0, NAN), (1, NAN)))
    assert whole(clip(line, AREA)) == []


def test_a_lone_sample_between_breaks_is_a_dot():
    line = pieces(points((1, NAN), (2, 2), (3, NAN), (4, 4), (5, 5)))
    assert [part.tolist() for part in whole(line)] == [[[2, 2], [2 + DOT, 2]], [[4, 4], [5, 5]]]
    assert segments(line)[1].tolist() == [[2, 2]]


def test_a_line_that_leaves_the_view_ends_at_its_edge():
    found, starts = clip(pieces(points((10, 25), (10, -75), (30, -75), (30, 25))), AREA)
    assert found.tolist() == [[10, 25], [10, 0], [30, 0], [30, 25]]
    assert starts.tolist() == [0, 2]


def test_a_line_through_the_view_with_both_ends_outside_is_kept():
    found, _ = clip(pieces(points((-50, 25), (150, 25))), AREA)
    assert found.tolist() == [[0, 25], [100, 25]]


@pytest.mark.parametrize("outside", [((-10, 5), (-10, 45)), ((0, 60), (100, 60)), ((-20, 10), (10, -20))])
def test_a_line_outside_the_view_is_dropped(outside):
    assert len(clip(pieces(points(*outside)), AREA)[0]) == 0


def test_clipping_agrees_with_dense_sampling():
    random = np.random.default_rng(1)
    corners = random.uniform((-100, -80), (200, 130), (40, 2))
    found = whole(clip(pieces(corners), AREA))
    dense = np.concatenate([np.linspace(a, b, 2000) for a, b in itertools.pairwise(corners)])
    inside = dense[(dense >= 0).all(1) & (dense[:, 0] <= 100) & (dense[:, 1] <= 50)]
    assert all(min(distance_to(part, p) for part in found) < 1e-9 for p in inside[::50])
    for part in found:
        assert (part >= -1e-9).all()
        assert (part <= (100 + 1e-9, 50 + 1e-9)).all()


def test_clipping_never_joins_two_pieces():
    line = pieces(points((10, 10), (20, 10), (25, NAN), (30, 10), (40, 90)))
    assert [part[0].tolist() for part in whole(clip(line, AREA))] == [[10, 10], [30, 10]]


@pytest.mark.parametrize(
    "curve", [np.sin, lambda x: np.sin(40 * x), np.abs, lambda x: np.exp(-200 * x * x), lambda x: 0 * x]
)
def test_a_simplified_curve_stays_within_a_tenth_of_a_pixel(curve):
    x = np.linspace(-5, 5, 4001)
    given = np.column_stack((100 * x, 300 * curve(x)))
    found, _ = simplify(pieces(given))
    assert len(found) < len(given)
    assert max(distance_to(found, p) for p in given) <= TOLERANCE + 1e-9


def test_a_straight_line_is_simplified_to_a_few_points():
    x = np.linspace(0, 1000, 4001)
    assert len(simplify(pieces(np.column_stack((x, 2 * x))))[0]) < 40


def test_simplifying_keeps_the_ends_of_all_pieces():
    x = np.linspace(0, 1000, 3001)
    y = np.where((x > 300) & (x < 310), NAN, 0.5 * x)
    given = pieces(np.column_stack((x, y)))
    found = whole(simplify(given))
    assert [(part[0].tolist(), part[-1].tolist()) for part in found] == [
        (part[0].tolist(), part[-1].tolist()) for part in whole(given)
    ]


def test_a_spike_within_one_column_survives():
    given = np.array([[index / 10, 0.0] for index in range(2000)])
    given[777] = (77.65, -200.0)
    found, _ = simplify(pieces(given))
    assert [77.65, -200.0] in found.tolist()


def test_chunks_touch_and_hold_every_segment():
    line = pieces(points(*[(index, index % 3) for index in range(50)]))
    found = chunks(line)
    assert max(len(part) for part in found) == CHUNK + 1
    assert all((a[-1] == b[0]).all() for a, b in itertools.pairwise(found))
    assert sum(len(part) - 1 for part in found) == 49


def test_segments_are_the_line_and_its_sharp_bends_are_closed():
    x = np.linspace(0, 60, 241)
    y = 30 * np.abs(np.sin(x / 5))
    y[100] = NAN
    line = pieces(np.column_stack((x, y)))
    ends, joints = segments(line)
    given = [segment for part in whole(line) for segment in np.hstack((part[:-1], part[1:])).tolist()]
    assert ends.tolist() == given
    kinks = np.arange(1, 4) * 5 * np.pi
    assert np.abs(joints[:, :1] - kinks).min(axis=1).max() <= 0.25
    assert np.abs(joints[:, :1] - kinks).min(axis=0).max() <= 0.25


def test_a_right_angle_is_closed():
    ends, joints = segments(pieces(points((0, 0), (10, 0), (20, 0), (20, 10), (20, 20), (20, 30))))
    assert joints.tolist() == [[20, 0]]
    assert len(ends) == 5


@pytest.mark.parametrize("seed", range(20))
def test_a_single_line_is_clipped_as_any_other(seed):
    line = np.random.default_rng(seed).uniform(-60, 60, (2, 2))
    wanted = clip(pieces(line), AREA)[0]
    assert clip_line(line, AREA) == pytest.approx(wanted)


@pytest.mark.parametrize("line", [((3, NAN), (4, NAN)), ((3, 1e9), (4, 1e9)), ((5, -1e9), (5, 1e9)), ((0, 5), (9, 5))])
def test_a_single_line_along_an_edge_or_without_a_place(line):
    wanted = clip(pieces(points(*line)), AREA)[0]
    assert len(clip_line(points(*line), AREA)) == (2 if len(wanted) == 2 else 0)


@pytest.mark.parametrize("function", [np.sin, np.abs, lambda x: 40 * np.sin(9 * x), lambda x: np.floor(x)])
def test_the_short_way_of_an_unbroken_line_is_the_long_way(function):
    mapping, x = Mapping((-3.0, 3.0), (-50.0, 50.0), Rectangle(0, 0, 300, 200)), np.linspace(-3, 3, 301)
    line = UnbrokenLine()
    for factor in (1.0, 0.5):
        y = factor * function(x)
        found = line.outline(x, y, mapping, mapping.area)
        assert found is not None
        (ends, joints), samples = found, mapping.points(x, y)
        assert joints == pytest.approx(segments(pieces(samples))[1])
        assert ends[1:, :2] == pytest.approx(ends[:-1, 2:])
        assert np.isin(np.vstack((ends[:1, :2], ends[:, 2:])), samples).all()
        assert farthest(samples, ends) <= TOLERANCE


def farthest(points, ends):
    """How far the points are from the line at most: both go from left to right, so a point's line is that above it."""
    place = np.clip(np.searchsorted(ends[:, 2], points[:, 0]), 0, len(ends) - 1)
    start, along = ends[place, :2], ends[place, 2:] - ends[place, :2]
    offset = points - start
    return (np.abs(along[:, 0] * offset[:, 1] - along[:, 1] * offset[:, 0]) / np.hypot(*along.T)).max()


def test_a_nearly_straight_unbroken_line_has_half_of_its_lines():
    mapping, x = Mapping((-3.0, 3.0), (-50.0, 50.0), Rectangle(0, 0, 300, 200)), np.linspace(-3, 3, 301)
    ends, _ = UnbrokenLine().outline(x, np.sin(x), mapping, mapping.area)
    assert len(ends) == 150


def test_a_broken_line_or_one_that_leaves_has_no_short_way():
    mapping, x = Mapping((-3.0, 3.0), (-1.0, 1.0), Rectangle(0, 0, 300, 200)), np.linspace(-3, 3, 301)
    for y in (2 * np.sin(x), np.where(x > 0, NAN, 0.0), np.where(x > 0, np.inf, 0.0)):
        assert UnbrokenLine().outline(x, y, mapping, mapping.area) is None
    assert UnbrokenLine().outline(2 * x, np.sin(x), mapping, mapping.area) is None


def test_dashes_have_the_lengths_of_the_pattern():
    line = pieces(points((0, 0), (30, 0), (30, 40)))
    found = whole(dash(line, (9.0, 5.0)))
    lengths = [np.hypot(*np.diff(part, axis=0).T).sum() for part in found]
    assert lengths == pytest.approx([9.0] * 5)
    assert found[0].tolist() == [[0, 0], [9, 0]]
    assert found[2] == pytest.approx(points((28, 0), (30, 0), (30, 7)))


def test_dashes_do_not_cross_breaks():
    line = pieces(points((0, 0), (10, 0), (15, NAN), (20, 0), (40, 0)))
    assert all(
        np.diff(part[:, 0]).max() <= 20 and not (part[0, 0] <= 10 and part[-1, 0] >= 20)
        for part in whole(dash(line, (100.0, 5.0)))
    )


@pytest.mark.parametrize("pattern", [(4.0, 4.0), (10.0, 5.0), (5.0, 10.0), (20.0, 20.0)])
def test_dashes_that_end_exactly_at_a_break_do_not_cross_it(pattern):
    line = pieces(points((0, 0), (0, 40), (NAN, NAN), (7, 40), (7, 0), (NAN, NAN), (20, 0), (20, 40)))
    for part in whole(dash(line, pattern)):
        assert np.ptp(part[:, 0]) == 0


def test_a_jagged_line_is_not_cut_into_thousands_of_dashes():
    line = pieces(np.column_stack((np.arange(2000.0), 500.0 * (np.arange(2000) % 2))))
    assert dash(line, (9.0, 5.0)) is line


def test_mapping_and_its_inverse_agree():
    mapping = Mapping((-3.0, 5.0), (10.0, 20.0), Rectangle(40, 10, 840, 410))
    assert mapping.across(-3.0) == 40
    assert mapping.down(10.0) == 410
    assert mapping.x_at(mapping.across(1.7)) == pytest.approx(1.7)
    assert mapping.y_at(mapping.down(13.0)) == pytest.approx(13.0)


def test_a_small_range_far_from_zero_is_mapped_exactly():
    mapping = Mapping((1e6, 1e6 + 1e-3), (-1.0, 1.0), Rectangle(0, 0, 1000, 100))
    x = np.array([1e6, 1e6 + 5e-4])
    assert mapping.points(x, np.zeros(2))[:, 0] == pytest.approx([0, 500], abs=1e-3)


def test_huge_values_are_mapped_without_warnings():
    mapping = Mapping((-1.0, 1.0), (-1e-3, 1e-3), AREA)
    found = mapping.points(np.array([-1.0, 0.0, 0.5, 1.0]), np.array([1e308, -1e300, np.inf, 0.0]))
    assert found[0, 1] == -FARTHEST
    assert found[1, 1] == FARTHEST
    assert np.isnan(found[2]).all()
    assert clip(pieces(found), AREA)[0][0].tolist() == [25, 0]
