"""The commands with a text of Python functions as the expression."""

import json

import pytest

from engine.commands import answer
from engine.document import Document, Function
from engine.reconcile import reconcile
from engine.session import decode, encode, load
from gui.export.headless import plot

TEXT = """\
import torch

def half(y):
    return y / 2

def f(x, a=3.0, n=4):
    s = 0.0
    for i in range(n):
        s += a * half(x) ** i
    return s if x > 0 else torch.sin(x)
"""


@pytest.mark.parametrize("syntax", [{}, {"syntax": "python"}])
def test_eval_takes_the_default_arguments_or_what_is_set(syntax):
    got = answer({"command": "eval", "expression": TEXT, "at": [2.0, -1.0], "order": 1, **syntax})
    assert got["orders"][0] == pytest.approx([12.0, -0.8414709848078965])
    assert got["orders"][1] == pytest.approx([9.0, 0.5403023058681398])
    got = answer({"command": "eval", "expression": TEXT, "at": [2.0], "parameters": {"a": 1, "n": 2}, **syntax})
    assert got["orders"][0] == [2.0]


def test_shapes_are_broken_where_the_way_changes():
    got = answer({"command": "shapes", "expression": TEXT, "order": 0, "x": [-3, 3]})
    first, second = got["curves"][0]["lines"]
    assert first["x"][-1] <= 0 <= second["x"][0]


def test_a_problem_has_its_place_in_the_text():
    text = TEXT.replace("torch.sin", "torch.sni")
    got = answer({"command": "eval", "expression": text, "at": [1]})
    problem = got["problem"]
    assert text[problem["start"] : problem["end"]] == "torch.sni"


def test_a_def_asked_for_as_math_is_a_problem():
    assert not answer({"command": "eval", "expression": TEXT, "at": [1], "syntax": "math"})["ok"]


def test_other_cards_call_the_function():
    got = answer({"command": "eval", "expressions": [TEXT, "f'(x) + f(2x)"], "at": [1.0]})
    s = [3 * (1 + x / 2 + x**2 / 4 + x**3 / 8) for x in (1.0, 2.0)]
    slope = 3 * (1 / 2 + 1 / 2 + 3 / 8)
    assert got["orders"][0] == pytest.approx([slope + s[1]])


def test_a_function_calls_other_cards():
    text = "def f(x):\n    return g(x) + c if x > 0 else g(-x)\n"
    got = answer({"command": "eval", "expressions": ["g(x) = x^2 + b", "c = 5", text], "at": [2.0, -3.0]})
    assert got["orders"][0] == [10.0, 10.0]


def test_a_session_with_such_a_card_is_the_same_again_and_is_checked(tmp_path):
    document = reconcile(Document(functions=(Function(1, TEXT),)))
    sliders = {one.name: (one.value, one.low, one.high, one.step) for one in document.parameters}
    assert sliders == {"a": (3.0, -6.0, 6.0, 0.01), "n": (4.0, -8.0, 8.0, 1.0)}
    file = tmp_path / "code.gradviz"
    file.write_bytes(encode(document))
    assert load(file) == decode(file.read_bytes(), "code") == document
    assert answer({"command": "check", "file": str(file)})["ok"]


def test_stop_has_no_derivative_in_both_notations():
    for text in ("x + stop(round(x) - x)", "x + detach(round(x) - x)"):
        for syntax in ("math", "python"):
            got = answer({"command": "eval", "expression": text, "at": [0.3, 1.7], "order": 2, "syntax": syntax})
            assert got["orders"] == [[0.0, 2.0], [1.0, 1.0], [0.0, 0.0]]
    got = answer({"command": "eval", "expression": "d/dx(x stop(x)) + stop'(x)", "at": [3.0]})
    assert got["orders"] == [[3.0], [0.0]]


def test_plot_writes_a_picture(tmp_path):
    file = tmp_path / "f.csv"
    assert answer({"command": "plot", "expression": TEXT, "file": str(file)}, plot)["ok"]
    assert len(file.read_text().splitlines()) > 100


def test_answers_are_json():
    json.dumps(answer({"command": "eval", "expression": TEXT, "at": [1]}))
