"""Drive the installed `gradient-visualizer` to its first painted curve, and close it as a person does.

`python -I installed_window.py [SESSION]` runs the script that pip made, in this process, so that the window can be
asked what it shows. Ends with status 0 only when a curve was seen, the window closed and nothing was reported.
"""

from __future__ import annotations

import json
import runpy
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from gui.application import Application
from gui.plot.style import colour
from gui.window import Window

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

PROGRAM = Path(sys.executable).with_name("gradient-visualizer")
LEAST_PIXELS = 200
"""Of a curve that crosses the plot, in its very colour."""


def pixels(picture: QImage, rgb: int) -> int:
    """Return how many pixels have exactly this colour."""
    return sum(picture.pixel(x, y) == rgb for x in range(picture.width()) for y in range(picture.height()))


class Visit:
    """What is seen from the window's first event to its last."""

    def __init__(self, words: list[str]) -> None:
        self.words = words
        self.bugs: list[str] = []
        self.closed = False

    def begin(self, application: Application) -> None:
        """Wait for the picture; called when the window is up and the event loop is about to run."""
        application.bugs.reported.connect(self.bugs.append)
        (self.window,) = (widget for widget in application.topLevelWidgets() if isinstance(widget, Window))
        self.window.first_curve_painted.connect(lambda: self.window.when_settled(self.end))

    def end(self) -> None:
        """Look, then close: once what is settled has also been painted."""
        QTimer.singleShot(0, self._look)

    def _look(self) -> None:
        picture = self.window.plot.grab().toImage()
        rgb = colour(0, self.window._application.theme.scheme).rgb()
        self.seen = pixels(picture, rgb)
        self.texts = [function.text for function in self.window.store.document.functions]
        self.closed = self.window.close()

    def wrong(self) -> str | None:
        """Return what was not as it should be; None when all was."""
        if not self.closed:
            return f"the window was not closed; {self.bugs}"
        if self.bugs:
            return "\n".join(self.bugs)
        if self.seen < LEAST_PIXELS:
            return f"only {self.seen} pixels of the curve were painted"
        if self.words:
            stored = json.loads(Path(self.words[0]).read_text(encoding="utf-8"))["document"]["functions"]
            if [function["text"] for function in stored] != self.texts:
                return f"the session was not opened, but {self.texts}"
        return None


def run(words: list[str]) -> None:
    """Start, visit, and exit."""
    visit = Visit(words)
    run_loop = Application.exec

    def observed(application: Application) -> int:
        visit.begin(application)
        return run_loop()

    Application.exec = observed  # type: ignore[assignment, method-assign]
    sys.argv = [str(PROGRAM), *words]
    try:
        runpy.run_path(str(PROGRAM), run_name="__main__")
    except SystemExit as end:
        if end.code:
            sys.exit(f"gradient-visualizer ended with {end.code}")
    wrong = visit.wrong()
    if wrong:
        sys.exit(wrong)
    sys.stdout.write(f"{visit.texts}: {visit.seen} pixels of the first curve, closed\n")


if __name__ == "__main__":
    run(sys.argv[1:])
