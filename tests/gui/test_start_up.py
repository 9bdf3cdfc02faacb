"""The window is painted before anything slow is imported: torch comes after it, in the worker."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

WATCHED = """
import json
import sys
import sysconfig
from pathlib import Path

at_start = set(sys.modules)
from PySide6.QtCore import QEvent, QObject, QSettings

QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, sys.argv[1])


class Watch(QObject):
    painted = False

    def eventFilter(self, watched, event):
        self.painted = self.painted or event.type() == QEvent.Type.Paint
        return False


def installed(module):
    places = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    file = getattr(module, "__file__", None)
    return file is not None and any(Path(file).is_relative_to(place) for place in places)


def main():
    from gui.application import Application
    from gui.evaluation import Evaluator

    watch = Watch()

    def start(evaluator):
        names = set(sys.modules) - at_start
        top = {name.partition(".")[0] for name in names if installed(sys.modules[name])}
        Path(sys.argv[2]).write_text(json.dumps({"painted": watch.painted, "top": sorted(top), "all": sorted(names)}))
        Application.instance().quit()

    Evaluator.start = start
    run = Application.exec

    def observed(application):
        for window in application.topLevelWidgets():
            window.installEventFilter(watch)
        return run()

    Application.exec = observed
    import main

    return main.main([])


sys.exit(main())
"""

NEEDED = {
    "PySide6", "shiboken6", "shibokensupport",
    "numpy",
    "msgspec", "typing_extensions",
}  # fmt: skip
"""All that may be imported before the first paint."""

SLOW_PARTS = ("numpy.f2py", "numpy.testing", "PySide6.QtNetwork", "PySide6.QtQml", "engine.evaluate",
              "engine.language.program", "gui.export", "gui.gallery", "importlib.metadata")  # fmt: skip
"""What would come in by a careless import of ours or of a package that is needed."""


def test_nothing_slow_is_imported_before_the_first_paint(tmp_path):
    told = tmp_path / "told.json"
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(tmp_path), str(told)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    seen = json.loads(told.read_text())
    assert seen["painted"]
    assert set(seen["top"]) - {"engine", "gui", "main", "resources"} <= NEEDED
    assert not {"torch", "scipy", "matplotlib", "sympy"} & {name.partition(".")[0] for name in seen["all"]}
    assert not [name for name in seen["all"] if name.startswith(SLOW_PARTS)]
