"""Extrema and inflections are told as far as roots are: where the function is seen, though its f″ is not."""

from __future__ import annotations

import mpmath
import numpy as np
import pytest

from engine.commands import answer
from engine.sampling.finer import EACH_WAVE, finer_changes


def found(text, x):
    return answer({"command": "features", "expression": text, "x": list(x)})


def near(places, wanted):
    np.testing.assert_allclose(sorted(places), sorted(wanted), rtol=1e-12)


def test_x_sin_1_x_has_its_extrema_and_inflections_as_far_as_its_roots():
    told = found("x sin(1/x)", (-1.0, 1.0))
    most = round(float(1 / (mpmath.pi * min(x for x in told["roots"] if x > 0))))
    assert most >= 20
    wanted = [float(sign / (n * mpmath.pi)) for n in range(1, most + 1) for sign in (-1, 1)]
    near(told["roots"], wanted)
    near(told["inflections"], wanted)  # f'' is -sin(1/x)/x^3
    level = [mpmath.findroot(lambda u: u * mpmath.cos(u) - mpmath.sin(u), (n * mpmath.pi, (n + 0.5) * mpmath.pi),
                             solver="anderson") for n in range(1, most)]  # fmt: skip
    near([one["x"] for one in told["extrema"]], [float(sign / u) for u in level for sign in (-1, 1)])


def test_a_wave_too_fast_to_be_seen_has_no_inflections():
    told = found("sin(x) + 1e-9 sin(1e6 x)", (-10.0, 10.0))
    near(told["roots"], [n * np.pi for n in range(-3, 4)])
    assert set(told["inflections"]) <= {0.0}  # where it is odd


@pytest.mark.parametrize("frequency", [7.0, 100.0, 1500.0])
def test_what_is_told_is_all_there_is(frequency):
    x = np.array([0.0, 0.25, 0.5, 1.0])
    left, right = finer_changes(lambda at: np.cos(frequency * at), x, np.array([False, True, True]))
    zeros = (np.arange(2000) + 0.5) * np.pi / frequency
    zeros = zeros[(zeros > 0.25) & (zeros < 1.0)]
    assert left.size == zeros.size
    assert ((left < zeros) & (zeros < right)).all()


def test_samples_that_may_miss_a_change_tell_none():
    x = np.array([0.0, 1.0])
    for step in (1.0, 2.0, EACH_WAVE / 2):
        left, _ = finer_changes(lambda at, step=step: np.cos(np.pi * 20_000 / step * at), x, np.array([True]))
        assert left.size == 0


def test_nowhere_to_look_is_nothing_found():
    left, right = finer_changes(np.sin, np.array([0.0, 1.0]), np.array([False]))
    assert left.size == right.size == 0
