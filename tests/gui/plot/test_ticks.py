import pytest

from gui.plot.ticks import MINUS, ticks


@pytest.mark.parametrize(
    ("visible", "most", "labels"),
    [
        ((-10.0, 10.0), 5, ("−10", "−5", "0", "5", "10")),
        ((0.0, 1.0), 5, ("0", "0.2", "0.4", "0.6", "0.8", "1")),
        ((-0.3, 0.3), 6, ("−0.3", "−0.2", "−0.1", "0", "0.1", "0.2", "0.3")),
        ((0.0, 30000.0), 3, ("0", "10000", "20000", "30000")),
    ],
)
def test_labels_are_round_numbers(visible, most, labels):
    found = ticks(visible, most)
    assert found.labels == labels
    assert found.shared == ""


@pytest.mark.parametrize("visible", [(-10.0, 10.0), (0.1, 0.7), (1e6, 1e6 + 1e-3), (-3e-300, 3e-300), (-1e300, 1e299)])
def test_labels_tell_the_ticks_apart(visible):
    found = ticks(visible, 6)
    assert 2 <= len(found.values) <= 13
    assert len(set(found.labels)) == len(found.labels) == len(set(found.values))
    assert all(visible[0] <= value <= visible[1] for value in found.values)
    assert max(len(label) for label in found.labels) <= 8


def test_a_small_range_far_away_shares_its_offset():
    found = ticks((1e6, 1e6 + 0.01), 5)
    assert found.shared == "+1000000"
    assert found.labels == ("0", "0.002", "0.004", "0.006", "0.008", "0.01")


def test_label_and_shared_part_add_up_to_the_value():
    found = ticks((-1234567.8912, -1234567.8905), 5)
    offset = float(found.shared.replace(MINUS, "-"))
    for value, label in zip(found.values, found.labels, strict=True):
        assert offset + float(label.replace(MINUS, "-")) == pytest.approx(value, abs=1e-9)


def test_large_numbers_share_a_power_of_ten():
    found = ticks((0.0, 5e8), 5)
    assert found.labels == ("0", "1", "2", "3", "4", "5")
    assert found.shared == "×10⁸"


def test_small_numbers_share_a_power_of_ten():
    assert ticks((-2e-7, 2e-7), 4).shared == "×10⁻⁷"


def test_zero_is_never_minus_zero():
    assert "0" in ticks((-0.1, 0.1), 4).labels


@pytest.mark.parametrize(
    "visible", [(-2.9, 2.6), (-4.0, 4.9), (0.1, 0.9), (-99.0, 99.0), (3.01, 7.99), (1e9 - 3, 1e9 + 4)]
)
@pytest.mark.parametrize("most", range(1, 6))
def test_an_axis_has_two_ticks_at_least(visible, most):
    assert 2 <= len(ticks(visible, most).values) <= max(5, most + 2)
