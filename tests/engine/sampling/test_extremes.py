"""Numbers at the ends of what floats hold: nothing warns, nothing fails, every finite sample stays in its range."""

import numpy as np
import pytest

from engine.commands import answer

VALUES = [0.0, -0.0, 1e308, -1e308, 1e-308, 5e-324, 1.7976931348623157e308]
TEXTS = ["a x", "x^a", "sin(a x)", "a/x", "exp(a x)", "floor(a x)", "a sin(1e5 x)", "sqrt(x - a)", "|x - a|", "x^2 + a"]
RANGES = [
    (0.0, 1e-12), (1.0, 1.0 + 1e-12), (1e3, 1e3 + 1e-9), (-1e300, 1e300), (0.0, 1e300), (-1e12, 1e12), (1e-300, 2e-300),
    (0.0, 5e-324 * 1000),
]  # fmt: skip


def ask(command, **fields):
    return answer({"command": command, **fields})


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("text", TEXTS)
def test_any_value_of_a_parameter_is_drawn_or_said_to_be_too_much(text, value):
    for command in ("shapes", "features"):
        found = ask(command, expression=text, parameters={"a": value}, x=[-3.0, 4.0])
        assert found["ok"], found
        for curve in found.get("curves", ()):
            assert all(-3.0 <= x <= 4.0 for line in curve["lines"] for x in line["x"])


@pytest.mark.parametrize("x", RANGES, ids=str)
@pytest.mark.parametrize("text", ["x^2", "sin(x)", "1/x", "exp(x)", "floor(x)", "3", "sqrt(x)", "1e308 sin(1e5 x)"])
def test_any_range_is_drawn_or_said_to_take_too_long(text, x):
    for command in ("shapes", "features"):
        found = ask(command, expression=text, x=list(x), order=2) if command == "shapes" else ask(
            command, expression=text, x=list(x))  # fmt: skip
        assert found["ok"] or found["problem"]["code"] == "too_much_time", found
        for curve in found.get("curves", ()):
            places = np.array([at for line in curve["lines"] for at in line["x"]])
            assert ((places >= x[0]) & (places <= x[1])).all()


def test_a_range_that_no_float_can_measure_is_refused():
    found = ask("shapes", expression="x", x=[-1.7e308, 1.7e308])
    assert found["problem"]["code"] == "bad_request"
