from __future__ import annotations

import io
import json
import math
import subprocess
import sys
from pathlib import Path

import pytest

from engine.command_line import batch
from main import main, plot

ROOT = Path(__file__).parents[2]


def answered(capsys, *words):
    status = main([*words, "--json"])
    return status, json.loads(capsys.readouterr().out)


def batched(*requests):
    lines = "".join((request if isinstance(request, str) else json.dumps(request)) + "\n" for request in requests)
    out = io.StringIO()
    assert batch(io.StringIO(lines), out, plot) == 0
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_eval_gives_each_order_at_each_x(capsys):
    status, answer = answered(capsys, "eval", "a x^3", "--at", "0.5,1,2", "--set", "a=2", "--order", "2")
    assert status == 0
    assert answer == {"ok": True, "x": [0.5, 1, 2], "orders": [[0.25, 2, 16], [1.5, 6, 24], [6, 12, 24]]}


def test_eval_names_what_is_not_finite_as_text(capsys):
    _, answer = answered(capsys, "eval", "1/x + 0 ln x", "--at", "-1,1", "--order", "1")
    assert answer["orders"][0][0] == "nan"
    assert answer["orders"][1] == ["nan", -1]


def test_eval_takes_expressions_and_points_that_begin_with_minus(capsys):
    _, answer = answered(capsys, "eval", "-x^2", "--at", "-1,2", "--order", "0")
    assert answer["orders"] == [[-1, -4]]


def test_eval_keeps_full_double_precision(capsys):
    _, answer = answered(capsys, "eval", "sin x", "--at", "0.7", "--order", "4")
    wanted = [math.sin(0.7), math.cos(0.7), -math.sin(0.7), -math.cos(0.7), math.sin(0.7)]
    assert [order[0] for order in answer["orders"]] == wanted


def test_a_python_expression_is_recognised_or_asked_for(capsys):
    _, recognised = answered(capsys, "eval", "x**2 if x > 0 else -x", "--at", "-3,3", "--order", "1")
    _, asked = answered(capsys, "eval", "2*x*sin(x)**2", "--at", "1", "--order", "0", "--syntax", "python")
    assert recognised["orders"] == [[3, 9], [-1, 6]]
    assert asked["orders"][0][0] == pytest.approx(2 * math.sin(1) ** 2, rel=1e-15)


def test_several_lines_are_read_together(capsys):
    _, answer = answered(capsys, "eval", "f(x) = x^3\ng(x) = f'(2x)", "--at", "1", "--order", "1")
    assert answer["orders"] == [[12], [24]]
    _, answer = answered(capsys, "eval", "f(x) = x^3\n2 +", "--at", "1")
    assert answer["problem"]["start"] >= len("f(x) = x^3\n")


def test_a_problem_has_code_message_and_span_and_exit_status_2(capsys):
    status, answer = answered(capsys, "eval", "2 sni(x)", "--at", "1")
    assert status == 2
    assert answer["problem"]["code"] == "unknown_name_suggestion"
    assert (answer["problem"]["start"], answer["problem"]["end"]) == (2, 5)
    assert "did you mean `sin`" in answer["problem"]["message"]


def test_text_is_for_people_without_json(capsys):
    assert main(["eval", "x^2", "--at", "3", "--order", "1"]) == 0
    assert capsys.readouterr().out.split() == ["x", "f", "f′", "3", "9", "6"]
    assert main(["eval", "2 +", "--at", "3"]) == 2
    assert "too early" in capsys.readouterr().out


def test_shapes_has_one_line_for_each_unbroken_piece(capsys):
    _, answer = answered(capsys, "shapes", "1/x", "--x=-2:2", "--order", "0", "--size", "200x100")
    (curve,) = answer["curves"]
    assert curve["order"] == 0
    assert len(curve["lines"]) == 2
    assert max(curve["lines"][0]["x"]) < 0 < min(curve["lines"][1]["x"])


def test_check_says_ok_or_what_is_wrong(capsys, tmp_path):
    bad = tmp_path / "bad.gradviz"
    bad.write_text('{"version": 1', "utf-8")
    good = next((ROOT / "resources/examples").glob("*.gradviz"))
    assert answered(capsys, "check", str(good)) == (0, {"ok": True})
    status, answer = answered(capsys, "check", str(bad))
    assert (status, answer["problem"]["code"]) == (2, "file_not_session")
    assert answered(capsys, "check", str(tmp_path / "none.gradviz"))[1]["problem"]["code"] == "file_not_found"


@pytest.mark.parametrize("command", ["descend", "fit"])
def test_commands_to_come_answer_with_a_problem(capsys, command):
    status, answer = answered(capsys, command, "x^2")
    assert (status, answer["problem"]["code"]) == (2, "command_not_yet")


def test_batch_goes_on_after_a_failure():
    answers = batched(
        {"command": "eval", "expression": "x^2", "at": [3], "order": 1},
        "{not json",
        {"command": "eval", "expression": "2 +", "at": [3]},
        {"command": "nonsense"},
        '{"command": "eval", "expression": "x", "at": [NaN]}',
        {"command": "eval", "expression": "a x", "at": [2], "order": 0, "parameters": {"a": 5}},
    )
    assert [answer["ok"] for answer in answers] == [True, False, False, False, False, True]
    assert answers[-1]["orders"] == [[10]]


def test_eval_stops_at_its_time_budget():
    (answer,) = batched(
        {
            "command": "eval",
            "expression": "sum(n, 1, 10000, sum(m, 1, 10000, sin(n m x)))",
            "at": [1],
            "order": 0,
        }
    )
    assert answer["problem"]["code"] in ("too_much_time", "too_many_steps")


def test_the_command_works_as_a_process_from_another_folder(tmp_path):
    words = [sys.executable, str(ROOT / "main.py"), "eval", "9^9^9^9 + x", "--at", "1", "--order", "0", "--json"]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, check=True, timeout=120)
    assert json.loads(done.stdout)["orders"] == [["inf"]]


def test_trace_answers_nodes_edges_and_paths(capsys):
    status, answer = answered(capsys, "trace", "(sin(x)*x+x^2)*exp(x)", "--at", "0.7")
    assert status == 0
    assert answer["derivative"] == pytest.approx(7.0895364251, abs=1e-10)
    assert answer["path_count"] == "4"
    products = [path["product"] for path in answer["paths"]]
    assert products == sorted(products, reverse=True)
    assert sum(products) == pytest.approx(answer["derivative"], rel=1e-12)
    edges = {(edge["from"], edge["to"]): edge["local"] for edge in answer["edges"]}
    for path in answer["paths"]:
        steps = zip(path["nodes"], path["nodes"][1:], strict=False)
        assert [edges[step] for step in steps] == path["factors"]
    names = {node["id"]: node["operation"] for node in answer["nodes"]}
    assert sorted(names.values()) == ["*", "*", "+", "^", "exp", "sin", "x"]


def test_trace_in_a_batch_takes_definitions_and_tells_problems():
    whole, several, wrong = batched(
        {"command": "trace", "expression": "f(u) = u*u\nf(f(a x))", "at": [1], "parameters": {"a": 2}},
        {"command": "trace", "expression": "x", "at": [1, 2]},
        {"command": "trace", "expression": "sni(x)", "at": [1]},
    )
    assert (whole["value"], whole["derivative"], whole["path_count"]) == (16, 64 / 2 * 2, "4")
    assert several["problem"]["code"] == "bad_request"
    assert wrong["problem"]["code"] == "unknown_name_suggestion"


def test_trace_of_a_derivative(capsys):
    status, answer = answered(capsys, "trace", "sin(x)^2", "--at", "0.7", "--order", "1")
    wanted = [math.sin(0.7) ** 2, math.sin(1.4), 2 * math.cos(1.4)]
    assert status == 0
    assert [*answer["lower"], answer["value"], answer["derivative"]] == pytest.approx(wanted, rel=1e-12)
    assert sum(path["product"] for path in answer["paths"]) == pytest.approx(wanted[2], rel=1e-12)
    assert (answer["order"], [node["order"] for node in answer["nodes"]]) == (1, [0, 0, 1, 1, 1, 1, 1])
    plain = answered(capsys, "trace", "sin(x)^2", "--at", "0.7")[1]
    assert plain == answered(capsys, "trace", "sin(x)^2", "--at", "0.7", "--order", "0")[1]
    assert "order" not in plain
    assert "order" not in plain["nodes"][0]
    assert answered(capsys, "trace", "x", "--at", "1", "--order", "3")[1]["problem"]["code"] == "bad_request"


def test_trace_of_a_derivative_is_told_to_people(capsys):
    assert main(["trace", "sin(x)^2", "--at", "0.7", "--order", "1"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("f = 0.415016428549879    f′ = 0.98544972998846    f′′ = 0.339934285800482")
    assert "   5  f′   cos         CosBackward0" in out
    assert "   1  f    sin         SinBackward0" in out


def test_trace_is_told_to_people(capsys):
    assert main(["trace", "x*sin(x)", "--at", "0.7"]) == 0
    out = capsys.readouterr().out
    assert "SinBackward0" in out
    assert "2 paths from the result to the variable" in out
