"""What a `def` may not say, each with the code and the characters that are marked; and what it may not spend."""

import threading
import time

import pytest
import torch

from engine.budget import Budget, Cancelled
from engine.calculus.derivatives import derivatives
from engine.language.names import read_module
from engine.language.program import compile_entry
from engine.problems import EngineError, ProblemCode

READING = [
    ("def f(x):\n    return g(x)", "unknown_name", "g"),
    ("def f(x):\n    return snh(x)", "unknown_name_suggestion", "snh"),
    ("def f(x):\n    sni = 3\n    return sni(x)", "unknown_name_suggestion", "sni"),
    ("def f(x):\n    import os\n    return x", "not_offered", "import os"),
    ("import os\ndef f(x):\n    return x", "not_offered", "import os"),
    ("from os import system\ndef f(x):\n    return x", "not_offered", "from os import system"),
    ("def f(x):\n    return x.__class__", "not_offered", "x.__class__"),
    ("def f(x):\n    return x.backward()", "not_offered", "x.backward"),
    ("def f(x):\n    return torch.load(x)", "not_offered", "torch.load"),
    ("def f(x):\n    return", "not_offered", "return"),
    ("def f(x):\n    return x, x", "not_offered", "return x, x"),
    ("def f(x", "never_closed", "("),
    ("def f", "unexpected_end", "f"),
    ("def f(x):", "unexpected_token", ":"),
    ("def f(x):\n    return x +", "unexpected_end", "+"),
    ("def f(x):\n    while x > 0\n        x -= 1\n    return x", "unexpected_token", "\n"),
    ("def f(x):\n    return [i for i in range(3)]", "not_offered", "[i for i in range(3)]"),
    ("def f(x):\n    return lambda y: y", "not_offered", "lambda y: y"),
    ("def f(x):\n    try:\n        return x\n    except: return 1", "not_offered",
     "try:\n        return x\n    except: return 1"),
    ("def f(x):\n    print(x)\n    return x", "not_offered", "print(x)"),
    ("def f(x):\n    x = x @ x\n    return x", "not_offered", "x @ x"),
    ("def f(x):\n    return x^2", "not_offered", "x^2"),
    ("def f(x):\n    return 'a'", "not_offered", "'a'"),
    ("def g(y):\n    return x\ndef f(x):\n    return g(x)", "not_offered", "x"),
    ("def f(x):\n    return x\nf(2)", "not_offered", "f(2)"),
    ("def f(x=1.0):\n    return x", "not_offered", "f"),
    ("def f(x, *a):\n    return x", "not_offered", "a"),
    ("@jit\ndef f(x):\n    return x", "not_offered", "jit"),
    ("async def f(x):\n    return x", "not_offered", "async def f(x):\n    return x"),
    ("def f(x):\n    break\n    return x", "not_offered", "break"),
    ("def f(x):\n    a, b = x\n    return a", "not_offered", "a, b = x"),
    ("def f(x):\n    for a in x.parts():\n        pass\n    return x", "not_offered", "x.parts()"),
    ("def f(x, sin=1.0):\n    return x", "reserved_name", "sin"),
    ("def f(x, a=[]):\n    return x", "needs_literal", "[]"),
    ("def f(x):\n    return x if x > 0", "unexpected_token", "x if x > 0"),
    ("def f(x):\n    return x[1:2]", "not_offered", "1:2"),
    ("def g(s):\n    s.append(1)\n    return 1\ndef f(x):\n    s = []\n    return g(s)", "not_offered", "s"),
    ("def g(x):\n    return x\ndef g(x):\n    return x", "defined_twice", "def g(x):\n    return x"),
    ("def g(x, y):\n    return x\ndef f(x):\n    return g(x)", "wrong_argument_count", "g"),
    ("def sin(x):\n    return x", "reserved_name", "sin"),
    ("def f(x):\n    return ｘ", "lookalike_character", "ｘ"),
    ("def f(x):\n    for i in range():\n        pass\n    return x", "wrong_argument_count", "range"),
]  # fmt: skip
HIDING = ["def f(x, beta=2.0):\n    return beta(x, 2)", "def f(x):\n    sin = 2\n    return sin(x)",
          "def f(x):\n    max = [x]\n    return max(x, 1)", "def f(x):\n    sum = x\n    return sum([x])"]  # fmt: skip


@pytest.mark.parametrize("text", HIDING)
def test_a_name_of_the_function_hides_the_one_that_is_called(text):
    found = problem(text)
    assert found.code == "unknown_name"
    assert text[found.span[1]] == "("
    assert "For a product write" in found.message


RUNNING = [
    ("def f(x):\n    if x > 0:\n        return 1", "no_return", "def f(x):"),
    ("def f(x):\n    s = [1]\n    return s", "not_offered", "return s"),
    ("def f(x):\n    s = [1]\n    return s[3]", "outside_list", "s[3]"),
    ("def f(x):\n    s = [1]\n    return s[x]", "not_whole", "s[x]"),
    ("def f(x):\n    if x > 0:\n        y = 1\n    return y", "no_value_yet", "return y"),
    ("def f(x):\n    return f(x)", "too_many_calls", "f(x)"),
    ("def f(x):\n    for i in range(x):\n        pass\n    return x", "not_whole", "range(x)"),
    ("def f(x):\n    s = []\n    while True:\n        s.append(x)\n    return x", "too_long_list", "s.append(x)"),
    ("def f(x):\n    return x[0]", "not_offered", "x[0]"),
    ("def f(x):\n    return len(x)", "not_offered", "len(x)"),
    ("def f(x):\n    while True:\n        pass\n    return x", "never_ends", "while True:\n        pass"),
]
FOREVER = [
    "def f(x):\n    n = 0\n    while True:\n        n += 1\n    return x",
    "def f(x):\n    while True:\n        x = x + 1\n    return x",
    "def f(x):\n    while x < x + 1:\n        x = sin(x)\n    return x",
    "def f(x):\n    s = x\n    for i in range(10**9):\n        s += x\n    return s",
    "def g(x):\n    return g(x - 1) + g(x - 2) if x > -50 else x\ndef f(x):\n    return g(x)",
]
X = torch.linspace(-1, 1, 200, dtype=torch.float64)


def problem(text):
    return read_module(((text, "auto"),)).entries[0].problem


def run(text, budget, highest=1):
    return derivatives(compile_entry(read_module(((text, "auto"),)), 0), X, {}, highest, budget)


@pytest.mark.parametrize(("text", "code", "marked"), READING, ids=[row[0][-40:] for row in READING])
def test_what_cannot_be_read_is_marked_and_says_what_to_write(text, code, marked):
    found = problem(text)
    assert found is not None
    assert (found.code.value, text[slice(*found.span)]) == (code, marked)
    assert found.message.endswith((".", "?"))


@pytest.mark.parametrize(("text", "code", "marked"), RUNNING, ids=[row[0][-40:] for row in RUNNING])
def test_what_fails_while_it_runs_is_marked(text, code, marked):
    assert problem(text) is None
    with pytest.raises(EngineError) as caught:
        run(text, Budget())
    found = caught.value.problem
    assert (found.code.value, text[slice(*found.span)]) == (code, marked)


@pytest.mark.parametrize("text", FOREVER)
@pytest.mark.parametrize("highest", [0, 1])
def test_what_never_ends_is_stopped_by_the_budget(text, highest):
    begun = time.thread_time()
    with pytest.raises(EngineError) as caught:
        run(text, Budget(seconds=0.3), highest)
    assert caught.value.problem.code in (
        ProblemCode.TOO_MUCH_TIME, ProblemCode.TOO_MANY_STEPS, ProblemCode.TOO_MUCH_MEMORY)  # fmt: skip
    assert time.thread_time() - begun < 2


def test_the_caller_can_cancel():
    budget = Budget(seconds=60, steps=10**12)
    threading.Timer(0.1, budget.cancel).start()
    with pytest.raises(Cancelled):
        run(FOREVER[0], budget)


def test_a_long_loop_has_a_derivative():
    text = "def f(x):\n    y = x\n    for i in range(10000):\n        y = y + 0.0001 * abs(y)\n    return y"
    value, slope = derivatives(
        compile_entry(read_module(((text, "auto"),)), 0), X[X > 0][:5], {}, 1, Budget(seconds=60)
    )
    growth = 1.0001**10_000
    assert slope.tolist() == pytest.approx([growth] * 5, rel=1e-10)
    assert value.tolist() == pytest.approx((X[X > 0][:5] * growth).tolist(), rel=1e-10)


def test_a_graph_of_many_turns_is_released_in_a_thread_of_a_small_stack():
    text = "def f(x):\n    y = x\n    for i in range(10000):\n        y = y - 0.0001 * abs(y)\n    return y"
    program = compile_entry(read_module(((text, "auto"),)), 0)
    got = []
    before = threading.stack_size(512 * 1024)
    try:
        thread = threading.Thread(
            target=lambda: got.extend(derivatives(program, X[:3], {}, 2, Budget(seconds=90, bytes_=10**11)))
        )
        thread.start()
    finally:
        threading.stack_size(before)
    thread.join()
    assert len(got) == 3


def test_depth_of_calls_is_not_depth_of_the_stack():
    text = "def g(x, n):\n    return x if n <= 0 else g(x, n - 1) + 1\ndef f(x):\n    return g(x, 190)"
    value, slope = run(text, Budget())
    assert value.tolist() == pytest.approx((X + 190).tolist())
    assert set(slope.tolist()) == {1.0}
