from __future__ import annotations

import numpy as np
import pytest

from engine.budget import Budget
from engine.calculus.trace import trace
from engine.evaluate import orders_at
from engine.language.names import read_module
from engine.language.program import compile_entry


def module_of(texts):
    module = read_module(tuple((text, "auto") for text in texts))
    for entry in module.entries:
        assert entry.problem is None, entry.problem.message
    return module


@pytest.fixture
def traced():
    """Return the trace of the last of several texts at one point."""

    def make(*texts, at=0.7, **parameters):
        return trace(module_of(texts), len(texts) - 1, at, parameters, Budget(seconds=60.0))

    return make


@pytest.fixture
def evaluated():
    """Return value and derivative of the last of several texts as `eval` gives them."""

    def make(*texts, at=0.7, **parameters):
        program = compile_entry(module_of(texts), len(texts) - 1)
        orders = orders_at(program, np.array([at]), parameters, 1, Budget())
        return tuple(float(order[0]) for order in orders)

    return make
