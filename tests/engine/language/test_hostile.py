"""Hostile text opens, imports, starts and runs nothing: an audit hook watches what Python does while it is read."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from engine.language.source import NOWHERE

ROOT = Path(__file__).parents[3]

TEXTS = [
    "__import__('os').system('touch /tmp/owned')",
    '__import__("os")',
    "eval('1+1')",
    "exec('import os')",
    "compile('1', 'x', 'eval')",
    "open('/etc/passwd').read()",
    "breakpoint()",
    "print(x)",
    "input()",
    "getattr(x, 'real')",
    "globals()['os']",
    "vars()",
    "type(x)",
    "x.__class__",
    "x.__class__.__mro__[1].__subclasses__()",
    "().__class__.__bases__[0]",
    "sin.__globals__",
    "sin.__code__",
    "(lambda: x)()",
    "lambda x: x",
    "(y := x)",
    "[x for x in (1, 2)]",
    "{x for x in (1, 2)}",
    "{x: 1 for x in (1, 2)}",
    "(x for x in (1, 2))",
    "[*range(9)]",
    "f'{x}'",
    'f\'{__import__("os").system("id")}\'',
    "'%s' % x",
    "'{0.__class__}'.format(x)",
    "b'abc'",
    "'a' * 9999999999",
    "u'\\N{BULLET}'",
    "'\\ud800'",
    "x[0]",
    "x[0:1]",
    "x if (yield) else x",
    "(yield x)",
    "await x",
    "...",
    "None",
    "__debug__",
    "__name__",
    "__builtins__",
    "_",
    "x; import os",
    "x\nimport os",
    "import os",
    "from os import system",
    "def f(x): return x",
    "class A: pass",
    "@x",
    "x @ x",
    "x = __import__('os')",
    "f(x) = __import__('os')",
    "a = open('x')",
    "1 .__class__",
    "1..real",
    "1j ** 1j",
    "9 ** 9 ** 9 ** 9",
    "9^9^9^9",
    "2 ** 99999999",
    "1 << 99999999",
    "1" * 9_999,
    "1e" + "9" * 9_000,
    "x" * 10_000,
    "x" * 100_000,
    "'" + "x" * 9_990 + "'",
    "(" * 9_999,
    "-" * 9_000 + "x",
    "x" + "(x)" * 3_000,
    "x" + ".a" * 4_000,
    "x" + "[x]" * 3_000,
    "not " * 2_000 + "x",
    "x**" * 3_000 + "x",
    "lambda:" * 1_400 + "x",
    "x if x else " * 800 + "x",
    "sum(n, 1, 10, __import__(n))",
    "prod(__import__, 1, 2, x)",
    "d/d__class__(x)",
    "log___import__(x)",
    "x_0.__class__",
    "\x00",
    "x\x00+1",
    "x\ud800",
    "\udfff",
    "x\u202e+\u202d1",
    "x\u200b+1",
    "\ufeffx",
    "ｅｖａｌ(x)",
    "𝑒𝑣𝑎𝑙('1')",
    "еval(1)",
    "x # comment",
    "x \\\n+ 1",
    "# -*- coding: utf-7 -*-\n+AG8-",
    "`id`",
    "$(id)",
    "${x}",
    "{{x}}",
    "%s%s%n",
    "../../etc/passwd",
    "file:///etc/passwd",
    "<script>x</script>",
    "'; DROP TABLE x; --",
    "\\input{/etc/passwd}",
]

WATCHED = """
import json, sys
from engine.budget import Budget
from engine.calculus.derivatives import derivatives
from engine.language.names import read_module
from engine.language.program import compile_entry
from engine.problems import EngineError
from engine.torch_setup import torch

samples = torch.tensor([0.5, 2.0], dtype=torch.float64)

def run(text, syntax):
    "Read the text, and where it can be read, evaluate it; say how it ended."
    entry, *_ = (module := read_module(((text, syntax),))).entries
    if entry.problem is not None:
        return entry.problem.message and entry.problem.code
    if entry.variable is None:
        return "value"
    try:
        program = compile_entry(module, 0)
        derivatives(program, samples, dict.fromkeys(program.parameters, 1.0), 1, Budget(seconds=20))
    except EngineError as error:
        return error.problem.code
    return "evaluated"

events, watching = [], False

def watch(event, arguments):
    if watching:
        events.append((event, str(arguments[1]) if event == "compile" else str(arguments)[:200]))

# What is imported at first use is imported now.
for syntax in ("math", "python"):
    for text in ("sin(x) + 1/2", "x +", "sni(x)", "1 if x > 0 else x", "x**x + a/b", "sum(n, 1, 3, n*x)", "{x"):
        run(text, syntax)
sys.addaudithook(watch)
texts = json.loads(sys.stdin.read())
ends = {}
watching = True
for text in texts:
    ends[text] = [run(text, syntax) for syntax in ("math", "python")]
watching = False
print(json.dumps({"events": sorted(set(events)), "ends": ends}))
"""


@pytest.fixture(scope="module")
def watched():
    done = subprocess.run(
        [sys.executable, "-c", WATCHED], input=json.dumps(TEXTS), capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def test_nothing_is_opened_imported_started_or_run(watched):
    # `ast.parse` is `compile` with the flag that makes a tree and no code; were there code, "exec" would show its run.
    # Of a `def` that it cannot read, it tries to open the file for the line: there is none, and never can be.
    for event, argument in watched["events"]:
        assert (event, argument) in (("compile", "<unknown>"), ("compile", NOWHERE)) or (
            event == "open" and argument.startswith(f"('{NOWHERE}'")
        )
    assert not Path(NOWHERE).exists()


def test_only_plain_numbers_and_names_are_evaluated_as_python(watched):
    read = {text for text, (_, python) in watched["ends"].items() if python == "evaluated"}
    assert read == {"9 ** 9 ** 9 ** 9", "2 ** 99999999", "1e" + "9" * 9_000, "x" * 10_000, "def f(x): return x"}


def test_the_hook_sees_what_it_should():
    text = WATCHED.replace("watching = True", 'watching = True\neval("1")\nopen("README.md").close()')
    done = subprocess.run(
        [sys.executable, "-c", text], input="[]", capture_output=True, text=True, check=False, cwd=ROOT
    )
    seen = {event for event, _ in json.loads(done.stdout)["events"]}
    assert {"compile", "exec", "open"} <= seen
