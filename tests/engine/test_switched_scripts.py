"""The copied script with switches, run by a Python of its own, prints what this program shows with them."""

from __future__ import annotations

import numpy as np
import pytest

from engine.budget import Budget
from engine.calculus.derivatives import orders_at
from engine.language.names import read_module
from engine.language.program import compile_entry
from engine.language.switches import Switch, of_entry, switched
from engine.pytorch_script import script
from tests.engine.test_pytorch_script import printed, ran

AT = 0.7
PARAMETERS = {"a": 1.5}
LOOP = """def h(u):
    return u * u

def f(x, a=1.5):
    s = 0.0
    z = [x, x * 2]
    for i in range(3):
        s += a * x
        z[0] *= x
    y, w = x.sin(), x ** 2
    return h(s) + y * w + z[0] + math.log(x, 2)
"""
CASES = [
    (("sin(x) exp(x)",), [(0, "sin(x)")]),
    (("x^3 + a x",), [(0, "x^3"), (None, "a")]),
    (("-x^2 + sin^2 x",), [(0, "-x^2"), (0, "sin^2 x")]),
    (("x sin(x)",), [(0, "variable")]),
    (("{x > 0: sin(x) + x, 2x}",), [(0, "sin(x)")]),
    (("g(x) = x^2", "x g(x)"), [(0, "x^2")]),
    (("g(x) = x^2", "x g(x)"), [(0, "variable")]),
    (("c = sin(a)", "x c^x"), [(0, "sin(a)")]),
    (("g(x) = x^3 sin(x)", "x g'(x)"), [(0, "sin(x)")]),
    ((LOOP,), [(0, "s += a * x"), (0, "x.sin()")]),
    ((LOOP,), [(0, "z[0] *= x"), (0, "u * u"), (0, "x ** 2"), (0, "math.log(x, 2)")]),
    ((LOOP,), [(0, "variable"), (None, "a")]),
    (("def g(x):\n    return x * x if x > 0 else 2 * x\n", "x g(x)"), [(0, "x * x")]),
]


def switch(texts, entry, part):
    if entry is None or part == "variable":
        return Switch(entry, name="x" if part == "variable" else part)
    start = texts[entry].index(part)
    return Switch(entry, (start, start + len(part)))


def read(texts):
    module = read_module(tuple((text, "auto") for text in texts), frozenset(PARAMETERS))
    assert [entry.problem for entry in module.entries] == [None] * len(texts)
    return module


def wanted(module, entry, switches):
    program = compile_entry(switched(module, of_entry(switches, entry)), entry)
    given = {name: PARAMETERS[name] for name in program.parameters}
    return [float(order[0]) for order in orders_at(program, np.array([AT]), given, 2, Budget())]


def test_the_scripts_print_what_is_shown_with_switches(tmp_path):
    made = []
    for texts, parts in CASES:
        module, last = read(texts), len(texts) - 1
        switches = frozenset(switch(texts, *part) for part in parts)
        source = script(module, last, AT, PARAMETERS, (0.1, 0.9), switches)
        made.append((source, wanted(module, last, switches)))
    for (source, expected), lines in zip(made, ran(tmp_path, [source for source, _ in made]), strict=True):
        assert printed(lines) == pytest.approx(expected, rel=1e-11, abs=1e-11), source


def test_a_leaf_is_told_of_where_the_function_begins():
    source = script(read(("x sin(x)",)), 0, AT, {}, (0.1, 0.9), frozenset({Switch(0, name="x")}))
    assert "    x = x.detach()  # as a leaf with requires_grad=False" in source


def test_a_script_without_switches_is_as_it_was():
    module = read((LOOP,))
    assert script(module, 0, AT, PARAMETERS, (0.1, 0.9)) == script(module, 0, AT, PARAMETERS, (0.1, 0.9), frozenset())
