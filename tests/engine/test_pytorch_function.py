"""The copied script of a Python function, run by a Python of its own, prints and plots what this program shows."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.budget import Budget
from engine.evaluate import orders_at
from engine.language.names import read_module
from engine.language.program import compile_entry
from engine.pytorch_script import script
from tests.engine.language.functions_table import TABLE
from tests.engine.test_pytorch_script import printed, ran

PARAMETERS = {"a": 1.5, "n": 3.0, "b": 2.0, "slope": 0.5}
EXTRA = {
    "everything": (
        "import torch\nimport torch.nn.functional as F\n\ndef half(u, k=2):\n    return u / k\n\n"
        "def f(x, a=2.0, n=3):\n    s = [x, 1.0]\n    t = x\n    for i in range(n):\n"
        "        t += half(sin(t)) * a\n        s.append(t.square())\n    while abs(t) > 1:\n        t = t / 2\n"
        "    s[0] *= 2\n    return s[-1] + s[0] + torch.where(t > 0, sqrt(abs(t)), -t) + math.pi + max(t, 0.5) * b\n",
    ),
    "sliders in ranges": ("def f(x, n=4):\n    p = [0.0] * n\n    for i in range(n):\n        p[i] = x / (i + 1)\n"
                          "    return sum_of(p, n)\n".replace("sum_of(p, n)", "p[0] + p[n - 1] * p[int(a)]"),),
    "names of the script": ("def number(u):\n    return u * slope\n\ndef y(x):\n    values = number(x)\n"
                            "    choose = values + 1\n    return cot(choose) * choose\n",),
    "other cards": ("g(u) = if(u > 0.5, u^2, sin(u))",
                    "def f(x):\n    if x > 0:\n        return g(x) + e\n    return x\n"),
    "a card that uses it": ("def h(x):\n    if x > 0.5:\n        return x * x\n    return 1\n",
                            "f(x) = h(x) + h(2 x) x"),
    "pasted": ("def f(x):\n    return F.relu(x - 0.1) + np.tanh(x).pow(2) + x.detach() * torch.maximum(x, 0.2).rsqrt()"
               " + np.log2(8) + x.clamp(0.1, 0.5) + math.log(x + 3, 2)\n",),
    "pasted with names": (
        "def power(u, k=2):\n    return u**k\n\ndef f(x):\n    x.requires_grad_()\n"
        "    s = [x**k / (k + 1) for k in range(4) if k != 2]\n"
        "    return (sum(s) + sum(power(x, k=j) for j in range(3)) + max([x, 0.2]) + min(s)\n"
        "            + F.leaky_relu(-x, negative_slope=0.1) + F.softplus(x, beta=2) + F.gelu(x, approximate='tanh')\n"
        "            + x.clamp(min=0.1) + torch.clamp(x, max=0.5) + sum([1, x], start=2) + x.sum()\n"
        "            + torch.add(x, x, alpha=3))\n",
    ),
    "recursion": ("def fact(n, x):\n    return 1 if n < 1 else n * x * fact(n - 1, x)\n\n"
                  "def f(x):\n    return fact(4, x) if 0 < x <= 1 else float(x) + round(x)\n",),
    "no tensor at all": ("def f(x):\n    return 3\n",),
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """One folder for all: matplotlib takes ten seconds to list the fonts for a new one."""
    return tmp_path_factory.mktemp("scripts")


def module_of(texts):
    module = read_module(tuple((text, "auto") for text in texts))
    assert [entry.problem for entry in module.entries] == [None] * len(texts)
    return module


def wanted(module, entry, at):
    program = compile_entry(module, entry)
    given = {name: PARAMETERS[name] for name in program.parameters}
    return [float(order[0]) for order in orders_at(program, np.array([at]), given, 2, Budget(seconds=60.0))]


def compared(folder, cases, count=400):
    """Run the scripts of (texts, at) in one process, and compare what they print and two of the points they plot."""
    made = []
    for texts, at in cases:
        module = module_of(texts)
        source = script(module, len(texts) - 1, at, PARAMETERS, (at, at + 1.0))
        assert "plt.plot(points, values" in source
        assert "1.7, 400)" in source or at != 0.7
        source = source.replace(", 400)", f", {count})")
        made.append(
            (
                module,
                at,
                source + f'print("plotted =", values[0], slopes[0], values[{count // 2}], slopes[{count // 2}])\n',
            )
        )
    for (module, at, _), lines in zip(made, ran(folder, [source for *_, source in made]), strict=True):
        entry = len(module.entries) - 1
        expected, middle = (
            wanted(module, entry, at),
            wanted(module, entry, float(np.linspace(at, at + 1.0, count)[count // 2])),
        )
        text = module.entries[entry].text
        assert printed([line for line in lines if "plotted" not in line]) == pytest.approx(
            expected, rel=1e-10, abs=1e-10, nan_ok=True
        ), text
        plotted = [float(number) for number in lines[-1].removeprefix("plotted = ").split()]
        shown = [*expected[:2], *middle[:2]]
        for number, other in zip(plotted, shown, strict=True):
            assert math.isnan(other) or number == pytest.approx(other, rel=1e-9, abs=1e-9), text


def test_functions_with_branches_loops_lists_and_helpers(folder):
    compared(folder, [(texts, 0.7) for texts in EXTRA.values()])


def test_every_function_of_the_table_of_control_flow(folder):
    compared(folder, [((text,), points[len(points) // 2]) for text, points in TABLE.values()], count=9)


def test_a_slider_stands_as_the_default_that_it_is():
    source = script(module_of(EXTRA["everything"]), 0, 0.7, PARAMETERS, (0.0, 1.0))
    assert "def f(x, a=1.5, n=3):" in source
    assert "b = 2.0" in source
    assert "\na = " not in source
