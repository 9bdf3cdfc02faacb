import json

import pytest

from engine.command_line import batch, dumps, request_of
from engine.commands import finite
from engine.problems import EngineError, ProblemCode
from engine.requests import integer, number_list, parameters, size, span_of_axis, syntax


@pytest.mark.parametrize(
    ("words", "request_"),
    [
        (["eval", "x^2", "--at", "0.5,1,2"], {"command": "eval", "expression": "x^2", "at": [0.5, 1.0, 2.0]}),
        (["eval", "-x^2", "--at", "-1,2"], {"command": "eval", "expression": "-x^2", "at": [-1.0, 2.0]}),
        (["eval", "--at=-1", "a x", "--set", "a=2", "--set", "b=-3e2", "--order", "3", "--json"],
         {"command": "eval", "expression": "a x", "at": [-1.0], "parameters": {"a": 2.0, "b": -300.0}, "order": 3}),
        (["plot", "sin x", "x", "-o", "p.svg", "--x=-10:10", "--y", "-3:3", "--size", "1600x1000", "--theme", "dark"],
         {"command": "plot", "expressions": ["sin x", "x"], "file": "p.svg", "x": [-10.0, 10.0], "y": [-3.0, 3.0],
          "size": [1600, 1000], "theme": "dark"}),
        (["check", "a.gradviz", "--json"], {"command": "check", "file": "a.gradviz"}),
    ],
)  # fmt: skip
def test_words_become_a_request(words, request_):
    assert request_of(words) == request_


@pytest.mark.parametrize("words", [["eval"], ["eval", "x", "--at", "one"], ["eval", "x", "--colour", "red"],
                                   ["eval", "x", "--set", "a"], ["eval", "x", "y"], ["eval", "x", "--at"]])  # fmt: skip
def test_words_that_are_off_are_a_problem(words):
    with pytest.raises(EngineError) as error:
        request_of(words)
    assert error.value.problem.code is ProblemCode.BAD_REQUEST


@pytest.mark.parametrize("command", ["descend", "fit"])
def test_commands_to_come_say_so(command):
    with pytest.raises(EngineError) as error:
        request_of([command, "x", "anything", "--start", "a=1"])
    assert error.value.problem.code is ProblemCode.COMMAND_NOT_YET


@pytest.mark.parametrize(
    "read",
    [
        lambda: number_list({"at": "1"}, "at"),
        lambda: number_list({"at": []}, "at"),
        lambda: number_list({"at": [True]}, "at"),
        lambda: number_list({"at": [10**400]}, "at"),
        lambda: integer({"order": 1.0}, "order", 0, 0, 4),
        lambda: integer({"order": 5}, "order", 0, 0, 4),
        lambda: integer({"order": True}, "order", 0, 0, 4),
        lambda: parameters({"parameters": [1]}),
        lambda: parameters({"parameters": {"a": "1"}}),
        lambda: span_of_axis({"x": [1, 1]}, "x"),
        lambda: span_of_axis({"x": [1, 2, 3]}, "x"),
        lambda: size({"size": [0, 5]}, (1, 1)),
        lambda: size({"size": [1.5, 5]}, (1, 1)),
        lambda: syntax({"syntax": "latex"}),
    ],
)
def test_a_wrong_field_is_a_problem(read):
    with pytest.raises(EngineError) as error:
        read()
    assert error.value.problem.code is ProblemCode.BAD_REQUEST


def test_what_is_not_finite_is_text():
    assert finite({"a": [float("nan"), float("inf"), -float("inf"), 1.5]}) == {"a": ["nan", "inf", "-inf", 1.5]}


def test_numbers_keep_full_precision():
    assert json.loads(dumps({"x": [0.1 + 0.2]})) == {"x": [0.1 + 0.2]}


def test_batch_goes_on_after_a_failure(tmp_path):
    import io

    out = io.StringIO()
    lines = ["{", '{"command": 3}', "[]", "", '{"command": "none"}', '{"command": "fit"}', "[" * 100_000, "NaN"]
    assert batch(io.StringIO("\n".join(lines)), out) == 0
    answers = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [answer["problem"]["code"] for answer in answers] == [
        "bad_request", "bad_request", "bad_request", "bad_request", "command_not_yet", "bad_request", "bad_request"
    ]  # fmt: skip
