"""Every headless command of the installed `gradient-visualizer`; each written file is read back as what it should be.

`python -I installed_commands.py FOLDER` writes into FOLDER; stops with a stack trace at the first thing that is wrong.
"""

from __future__ import annotations

import csv
import json
import math
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

from PySide6.QtGui import QImage

import resources

PROGRAM = Path(sys.executable).with_name("gradient-visualizer")
SIZE = (400, 300)


def told(*words: str, text: str = "") -> str:
    """Return what the program prints; it must end well and complain of nothing."""
    done = subprocess.run([PROGRAM, *words], input=text, capture_output=True, encoding="utf-8", timeout=120)
    if done.returncode or done.stderr:
        sys.exit(f"{words}: status {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def answer(*words: str) -> Any:
    """Return the JSON answer of one command."""
    return json.loads(told(*words, "--json"))


def check_png(file: Path) -> None:
    """Hold a picture of the size asked for, with more in it than a ground."""
    picture = QImage(str(file), "png")
    assert (picture.width(), picture.height()) == SIZE
    middle = {picture.pixel(x, y) for x in range(0, SIZE[0], 2) for y in range(0, SIZE[1], 2)}
    assert len(middle) > 10


def check_svg(file: Path) -> None:
    """Hold a drawing with lines and texts."""
    root = ET.parse(file).getroot()
    names = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert root.tag.endswith("}svg")
    assert "text" in names
    assert names & {"path", "polyline"}


def check_pdf(file: Path) -> None:
    """Hold one page, from its first mark to its last."""
    content = file.read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.rstrip().endswith(b"%%EOF")
    assert content.count(b"/Type /Page\n") == 1


def check_csv(file: Path) -> None:
    """Hold samples of a sin x and its derivative, right to rounding."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    right = {"0": lambda x: 2 * math.sin(x), "1": lambda x: 2 * math.cos(x)}
    assert {row["order"] for row in rows} == set(right)
    assert all(math.isclose(float(row["value"]), right[row["order"]](float(row["x"])), abs_tol=1e-12) for row in rows)


CHECKS = {"png": check_png, "svg": check_svg, "pdf": check_pdf, "csv": check_csv}


def run(folder: Path) -> None:
    """Try everything."""
    size = f"{SIZE[0]}x{SIZE[1]}"
    for ending, check in CHECKS.items():
        file = folder / f"figure.{ending}"
        told("plot", "a sin x", "-o", str(file), "--set", "a=2", "--x=-3:3", "--size", size)
        check(file)
        sys.stdout.write(f"plot {file.name}: {file.stat().st_size} bytes\n")
    assert answer("eval", "x^3", "--at", "2", "--order", "3") == {
        "ok": True,
        "x": [2.0],
        "orders": [[8], [12], [12], [6]],
    }
    assert told("eval", "x^3", "--at", "2").split() == ["x", "f", "f′", "2", "8", "12"]
    assert {curve["order"] for curve in answer("shapes", "sin x")["curves"]} == {0, 1}
    for example in sorted((resources.FOLDER / "examples").glob("*.gradviz")):
        assert told("check", str(example)) == "ok\n"
    batch = told("batch", text='{"command": "eval", "expression": "x^2", "at": [3]}\nnonsense\n').splitlines()
    assert [json.loads(line)["ok"] for line in batch] == [True, False]
    refused = subprocess.run(
        [PROGRAM, "eval", "sni(x)", "--at", "1"], capture_output=True, encoding="utf-8", timeout=120
    )
    assert (refused.returncode, refused.stderr) == (2, "")
    assert "sin" in refused.stdout
    sys.stdout.write("eval, shapes, check, batch: well\n")


if __name__ == "__main__":
    run(Path(sys.argv[1]).resolve())
