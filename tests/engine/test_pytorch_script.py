"""The copied script, run by a Python of its own, prints what this program shows."""

from __future__ import annotations

import os
import subprocess
import sys

import numpy as np
import pytest

from engine.budget import Budget
from engine.evaluate import orders_at
from engine.language.functions import FUNCTIONS
from engine.language.names import read_module
from engine.language.program import compile_entry
from engine.problems import EngineError
from engine.pytorch_script import script

FUNCTION_TEXTS = [
    ("a sin(b x) + x/4",),
    ("-x^2 + (-x)^2 - 2^-x + 2^3^x/9 + (x^2)^x",),
    ("f(u) = sec(u)^2 + u^(1/3)", "c = 2a", "f(x) c - f'(x) + f''(2x)"),
    ("if(x > 1, sqrt(x - 1), x^2)",),
    ("{x < 0: sqrt(x), 0 < x < 0.5 or x > 2: ln(x), 3}",),
    ("sum(n, 1, 6, x^n/n) + prod(k, 1, 3, x - k)",),
    ("x d/dx (sin(x^2)) + sin'(x)",),
    ("y x + slope + lambda x",),
    ("max(x, a, 2) + min(x, 2) + clamp(x, 0, 1) + |x| + x mod 0.3",),
    ("x - (x - (x - 1)) / (x / (x * 2))",),
    ("7",),
    ("sin(2) x",),
    ("t^2 + e^t + π",),
]


def read(texts):
    module = read_module(tuple((text, "auto") for text in texts))
    assert [entry.problem for entry in module.entries] == [None] * len(texts)
    return module


def wanted(module, entry, at, parameters):
    program = compile_entry(module, entry)
    given = {name: parameters[name] for name in program.parameters}
    return [float(order[0]) for order in orders_at(program, np.array([at]), given, 2, Budget(seconds=60.0))]


def ran(folder, sources):
    """Run the scripts in one fresh Python without a screen; return the lines that each printed."""
    files = []
    for place, source in enumerate(sources):
        files.append(folder / f"{place}.py")
        files[-1].write_text(source, "utf-8")
    run_all = "import runpy, sys\nfor file in sys.argv[1:]:\n    runpy.run_path(file)\n    print('====')\n"
    environment = {**os.environ, "MPLBACKEND": "Agg", "MPLCONFIGDIR": str(folder), "PYTHONPATH": ""}
    command = [sys.executable, "-W", "ignore::UserWarning", "-c", run_all, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    return [part.splitlines() for part in done.stdout.split("====\n")[:-1]]


def printed(lines):
    told = dict(line.split(" = ") for line in lines if " = " in line)
    return [float(told[name]) for name in ("f", "f'", "f''")]


def test_the_scripts_print_what_is_shown(tmp_path):
    parameters = {"a": 1.5, "b": 2.0, "y": 3.0, "slope": 0.5, "lambda": 0.25}
    modules = [read(texts) for texts in FUNCTION_TEXTS]
    sources = [script(module, len(module.entries) - 1, 0.7, parameters, (-3.0, 3.0)) for module in modules]
    for texts, module, lines in zip(FUNCTION_TEXTS, modules, ran(tmp_path, sources), strict=True):
        expected = wanted(module, len(texts) - 1, 0.7, parameters)
        assert printed(lines) == pytest.approx(expected, rel=1e-11, abs=1e-11), texts


def test_every_function_is_copied_or_refused(tmp_path):
    cases, refused = [], []
    for row in FUNCTIONS:
        sample = row.samples[0]
        place = next(place for place in range(len(sample)) if place not in row.literals)
        arguments = ["x" if at == place else f"({value!r})" for at, value in enumerate(sample)]
        module = read((f"{row.name}({', '.join(arguments)}) + x",))
        try:
            cases.append((row.name, module, sample[place], script(module, 0, sample[place], {}, (0.1, 0.9))))
        except EngineError as error:
            refused.append((row.name, error.problem.code.value))
    names = ("polygamma", "J0", "J1", "K0", "K1", "Ai", "lambertw", "zeta")
    assert refused == [(name, "not_offered") for name in names]
    outputs = ran(tmp_path, [source for *_, source in cases])
    for (name, module, at, _), lines in zip(cases, outputs, strict=True):
        assert printed(lines)[:2] == pytest.approx(wanted(module, 0, at, {})[:2], rel=1e-9), name


def test_what_it_has_no_words_for_is_refused():
    for texts in (("sum(n, 1, x, n)",), ("f(u, v) = if(u > v, u, v)", "f(x, 1)"), ("d/da (a x)",)):
        with pytest.raises(EngineError, match="not offered"):
            script(read(texts), len(texts) - 1, 0.7, {"a": 1.0}, (-1.0, 1.0))
