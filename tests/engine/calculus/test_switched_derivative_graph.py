"""The graph of a derivative with switches: its numbers are those of the curves."""

from __future__ import annotations

import numpy as np
import pytest

from engine.budget import Budget
from engine.calculus.derivative_trace import trace_of_order
from engine.calculus.derivatives import orders_at
from engine.language.names import read_module
from engine.language.program import compile_entry
from engine.language.switches import Switch, switched

TEXT = "x*sin(x) + x^3"


@pytest.mark.parametrize("switch", [Switch(0, (2, 8)), Switch(0, (11, 14)), Switch(0, name="x")])
@pytest.mark.parametrize("order", [1, 2])
def test_it_leaves_out_what_is_stopped(switch, order):
    read, off = read_module(((TEXT, "math"),)), frozenset({switch})
    made = trace_of_order(read, 0, 0.7, {}, Budget(), order, off)
    found = orders_at(compile_entry(switched(read, off), 0), np.array([0.7]), {}, order + 1, Budget())
    expected = [float(found[order][0]), float(found[order + 1][0])]
    assert [made.value, made.derivative] == pytest.approx(expected, rel=1e-13, abs=1e-15)
