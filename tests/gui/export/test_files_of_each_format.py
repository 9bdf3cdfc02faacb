"""The table of formats, the samples in a CSV file, and writes that fail."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSaveFile

from engine.plan import Viewport
from engine.problems import EngineError, ProblemCode
from gui.export import csv as table
from gui.export.clipboard import copy_image
from gui.export.formats import FORMATS, format_of
from gui.export.headless import export_plot
from gui.export.options import ExportOptions

ROOT = Path(__file__).parents[3]
STARTS = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF", "csv": b"x,function,order,value\r\n"}

WITHOUT_QT = """
import sys
from engine.commands import document_of, outcome_of
from gui.export.formats import format_of
from gui.export.options import ExportOptions
from pathlib import Path
request = {"expression": "x^2", "x": [0, 1]}
document = document_of(request, (0,))
outcome = outcome_of(request, document, 100, 100)
sys.stdout.buffer.write(format_of(Path("a.csv")).encode(document, outcome, ExportOptions()))
assert not any(name.startswith("PySide6") for name in sys.modules), "Qt is there"
"""


def rows(data):
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_each_format_has_a_module_and_makes_what_its_name_says(shown):
    assert {known.ending for known in FORMATS} == STARTS.keys()
    for known in FORMATS:
        assert known.encode(*shown, ExportOptions(300, 200)).startswith(STARTS[known.ending])


def test_a_format_is_found_by_the_ending_in_any_case():
    assert [format_of(Path(f"a.b.{known.ending.upper()}")) for known in FORMATS] == list(FORMATS)


@pytest.mark.parametrize("name", ["figure.bmp", "figure", "figure.", ".png"])
def test_an_unknown_ending_is_a_problem_that_names_the_known_ones(name):
    with pytest.raises(EngineError) as caught:
        format_of(Path(name))
    assert caught.value.problem.code is ProblemCode.FILE_FORMAT_UNKNOWN
    assert ".png, .svg, .pdf, .csv" in caught.value.problem.message


def test_csv_gives_back_every_sample_exactly(make):
    document, outcome = make((1e6, 1e6 + 1e-3), broken=True)
    read = rows(table.encode(document, outcome, ExportOptions()))
    for curve, name in zip(
        (*outcome.layers[0].shapes, outcome.layers[1].shapes[0]), ("f(x)", "f(x)", "-x"), strict=True
    ):
        mine = [row for row in read if row["function"].startswith(name) and int(row["order"]) == curve.order]
        np.testing.assert_array_equal([float(row["x"]) for row in mine], curve.x)
        np.testing.assert_array_equal([float(row["value"]) for row in mine], curve.y)
    assert len(read) == 3 * 501
    assert read[250]["value"] == "nan"
    assert read[0]["function"] == "f(x) = sin(k x) & <more>"


def test_csv_holds_only_the_order_asked_for(shown):
    read = rows(table.encode(*shown, ExportOptions(order=1)))
    assert len(read) == 501
    assert {row["order"] for row in read} == {"1"}


def test_csv_needs_no_qt():
    done = subprocess.run([sys.executable, "-c", WITHOUT_QT], cwd=ROOT, capture_output=True, timeout=120)
    assert done.stderr == b""
    assert rows(done.stdout)[-1] == {"x": "1.0", "function": "x^2", "order": "0", "value": "1.0"}


@pytest.mark.parametrize("ending", STARTS)
def test_a_write_that_fails_leaves_the_old_file(shown, tmp_path, monkeypatch, ending):
    file = tmp_path / f"figure.{ending}"
    file.write_bytes(b"old")
    monkeypatch.setattr(QSaveFile, "write", lambda *_: 3)
    with pytest.raises(EngineError) as caught:
        export_plot(*shown, file, (300, 200), "light")
    assert caught.value.problem.code is ProblemCode.FILE_NOT_WRITABLE
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]
    monkeypatch.undo()
    export_plot(*shown, file, (300, 200), "light")
    assert file.read_bytes().startswith(STARTS[ending])


def test_the_copied_picture_is_twice_as_large_as_the_window(shown, qapp):
    qapp.clipboard().clear()
    copy_image(*shown, Viewport(321, 200), "dark")
    image = qapp.clipboard().image()
    assert (image.width(), image.height()) == (642, 400)
    assert image.pixelColor(1, 1).lightness() < 60
    qapp.clipboard().clear()
