"""From the start of the process to the painted window and to the first curve, beside `python -c "import torch"`.

    QT_QPA_PLATFORM=offscreen python -m benchmarks.startup [RUNS]

Prints one JSON object. The window is painted with the last picture in it: a first run leaves it behind, as a person who
closes the window does. The two kinds of runs take turns, each in a process of its own; that first one warms the
system's file cache and writes Python's compiled files, as an installation does, and is not counted. The time of the
import ends when the import has ended, not with the process.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.machine import machine

RUNS = 9
IMPORT = "import torch, time; print(time.monotonic(), True)"
PROBE = """
import sys, time
from PySide6.QtWidgets import QMainWindow
from gui.application import Application
import gui.app
from gui.settings import Settings

# The screen without a screen is smaller than a window: what is restored would not be what was closed.
Settings.geometry = property(lambda settings: b"", lambda settings, value: None)

def watched(application):
    window = next(w for w in application.topLevelWidgets() if isinstance(w, QMainWindow))
    window.painted.connect(lambda: print(time.monotonic(), window.last_picture.find() is not None))
    window.first_curve_painted.connect(lambda: (print(time.monotonic(), True), leaves or application.quit()))
    window.picture.completed.connect(lambda: leaves and (window.close(), application.quit()))
    status = QApplication_exec()
    window.evaluator.close()
    return status

leaves = "leave" in sys.argv
QApplication_exec, Application.exec = Application.exec, watched
sys.exit(gui.app.run([]))
"""
REACH = {"window": 0.7, "first_curve": 1.5}
"""At most these parts of the time of the import."""


def moments(code: str, home: str, *words: str) -> list[float]:
    """Return the seconds from the start of a Python process to each moment that it prints; each must be as it says."""
    environment = {**os.environ, "XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begun = time.monotonic()
    folder = Path(__file__).resolve().parent.parent
    done = subprocess.run(
        [sys.executable, "-c", code, *words], check=True, capture_output=True, text=True, env=environment, cwd=folder
    )
    told = [line.split() for line in done.stdout.splitlines()]
    if not words and any(is_so != "True" for _, is_so in told):
        raise RuntimeError("the window was painted without its last picture")
    return [float(moment) - begun for moment, _ in told]


def measure(runs: int) -> dict[str, list[float]]:
    """Return the seconds of each run by what was waited for."""
    found: dict[str, list[float]] = {"import_torch": [], "window": [], "first_curve": []}
    with tempfile.TemporaryDirectory() as home:
        moments(PROBE, home, "leave")
        for _ in range(runs):
            (imported,), (window, curve) = moments(IMPORT, home), moments(PROBE, home)
            for name, seconds in zip(found, (imported, window, curve), strict=True):
                found[name].append(seconds)
    return found


def main() -> None:
    """Print the medians, the ranges and the ratios."""
    found = measure(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS)
    results = {
        name: {"median": statistics.median(seconds), "least": min(seconds), "greatest": max(seconds)}
        for name, seconds in found.items()
    }
    ratios = {name: round(results[name]["median"] / results["import_torch"]["median"], 3) for name in REACH}
    print(
        json.dumps(
            {
                "unit": "s",
                "machine": machine(),
                "results": {name: {k: round(v, 3) for k, v in row.items()} for name, row in results.items()},
                "ratios": ratios,
                "reached": {name: ratios[name] <= most for name, most in REACH.items()},
            }
        )
    )


if __name__ == "__main__":
    main()
