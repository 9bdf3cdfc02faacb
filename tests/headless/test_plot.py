"""`plot` writes each format in a process of its own, where there is no display and nothing says so."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from main import main

ROOT = Path(__file__).parents[2]
STARTS = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF", "csv": b"x,function,order,value\r\n"}
BARE = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
NO_GUI = """
import sys
from main import main
status = main(["eval", "x^2", "--at", "3", "--json"])
assert not any(name.split(".")[0] in ("PySide6", "gui") for name in sys.modules)
sys.exit(status)
"""


def answered(capsys, *words):
    status = main(["plot", *words, "--json"])
    return status, json.loads(capsys.readouterr().out)


def process(*words, environment=BARE, text=""):
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *words],
        input=text.encode(),
        env=environment,
        capture_output=True,
        timeout=120,
    )


@pytest.mark.parametrize("ending", STARTS)
def test_plot_writes_each_format_without_a_display(tmp_path, ending):
    file = tmp_path / f"figure.{ending}"
    words = ("plot", "a sin x", "-x/4", "-o", str(file), "--set", "a=2", "--x=-3:3", "--size", "400x300", "--json")
    done = process(*words)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout) == {"ok": True, "file": str(file)}
    assert file.read_bytes().startswith(STARTS[ending])


def test_plot_needs_no_display_even_where_the_environment_asks_for_one(tmp_path):
    file = tmp_path / "figure.png"
    environment = {**BARE, "QT_QPA_PLATFORM": "xcb", "DISPLAY": ":4711"}
    done = process("plot", "x^2", "-o", str(file), environment=environment)
    assert (done.returncode, done.stderr) == (0, b"")
    assert file.exists()


def test_batch_draws_several_files_and_goes_on_after_a_failure(tmp_path):
    requests = [
        {"command": "plot", "expression": "x^2", "file": str(tmp_path / "a.png")},
        {"command": "plot", "expression": "2 +", "file": str(tmp_path / "b.png")},
        {"command": "plot", "expressions": ["x", "x^3"], "file": str(tmp_path / "c.svg"), "order": 0},
        {"command": "plot", "expression": "x", "file": str(tmp_path / "none" / "d.pdf")},
    ]
    done = process("batch", text="\n".join(map(json.dumps, requests)))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["ok"] for answer in answers] == [True, False, True, False]
    assert answers[3]["problem"]["code"] == "file_not_writable"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.png", "c.svg"]


def test_other_commands_never_import_the_gui():
    done = subprocess.run([sys.executable, "-c", NO_GUI], cwd=ROOT, env=BARE, capture_output=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_size_the_theme_the_ranges_and_the_orders_are_those_asked_for(capsys, tmp_path, qapp):
    picture, samples = tmp_path / "figure.png", tmp_path / "figure.csv"
    asked = ("x^2", "--x=-1:3", "--y=-1:1", "--order", "2", "--size", "640x480", "--theme", "dark")
    for file in (picture, samples):
        assert answered(capsys, *asked, "-o", str(file))[0] == 0
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (640, 480)
    assert image.pixelColor(1, 1).lightness() < 60
    rows = list(csv.DictReader(samples.read_text("utf-8").splitlines()))
    assert {row["order"] for row in rows} == {"0", "1", "2"}
    assert {float(row["value"]) for row in rows if row["order"] == "2"} == {2.0}
    assert (float(rows[0]["x"]), float(rows[0]["value"])) == (-1.0, 1.0)
    assert max(float(row["x"]) for row in rows) == 3.0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("x", "-o", "figure.bmp"), "file_format_unknown"),
        (("x", "-o", "none/figure.png"), "file_not_writable"),
        (("2 +", "-o", "figure.png"), "unexpected_end"),
        (("x",), "bad_request"),
        (("x", "-o", "figure.png", "--theme", "red"), "bad_request"),
        (("x", "-o", "figure.png", "--order", "5"), "bad_request"),
        (("x", "-o", "figure.png", "--size", "20000x20000"), "bad_request"),
        (("x", "-o", "figure.png", "--x=3:3"), "bad_request"),
    ],
)
def test_what_cannot_be_drawn_is_a_problem_and_no_file(capsys, tmp_path, monkeypatch, qapp, words, code):
    monkeypatch.chdir(tmp_path)
    status, answer = answered(capsys, *words)
    assert (status, answer["problem"]["code"]) == (2, code)
    assert not list(tmp_path.iterdir())
