"""Someone looks at what smaller number types make of a derivative."""

from __future__ import annotations

import numpy as np
import pytest
import torch


@pytest.fixture
def looking(person):
    person.opens("precision", "precisions")
    return person


def test_errors_are_those_of_torch_in_the_type(looking):
    looking.types_and_waits("exp(x)")
    looking.sees("precisions")
    panel = looking.window.inspector.precision
    names = [one.name for one in panel.picture.series]
    assert names == ["float32 f", "float32 f′", "float16 f", "float16 f′", "bfloat16 f", "bfloat16 f′"]
    x = torch.linspace(-10, 10, 401, dtype=torch.float64)
    wanted = (x.float().exp().double() - x.exp()).abs().numpy()
    worst = [max(wanted[max(0, at - 6) : at + 7]) for at in range(401)]
    assert panel.picture.series[0].y == pytest.approx(np.log10(worst))


def test_where_a_gradient_underflows_and_overflows_is_told(looking):
    looking.types_and_waits("exp(-x^2)")
    looking.sees("precisions")
    told = looking.window.inspector.precision.findings.text()
    assert "float16: f′ underflows to 0 at x = −10 … " in told
    looking.types_and_waits("exp(2x)")
    looking.sees("precisions")
    told = looking.window.inspector.precision.findings.text()
    assert "float16: f′ overflows at x = 5.2 … 10" in told
    assert "float32" not in told


def test_what_is_not_lost_is_told_too(looking):
    looking.types_and_waits("2x + 1")
    looking.sees("precisions")
    assert looking.window.inspector.precision.findings.text() == "No derivative is lost in this range."
