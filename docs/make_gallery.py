"""Draw the pictures of the gallery from the sessions: `python docs/make_gallery.py [FOLDER]`. Needs no display."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtGui import QImage, QPainter

from engine.budget import Budget
from engine.evaluate import evaluate
from engine.examples import PICTURES, examples
from engine.plan import Viewport, plan
from engine.session import load
from gui.application import Application
from gui.export.figure import Figure
from gui.export.options import ExportOptions

WIDTH, HEIGHT = 384, 240
SCALE = 1.3
"""Pictures are shown at two thirds of their size, sharp on dense screens, with lines and texts that bear it."""


def main(folder: Path) -> None:
    """Draw every session in both colour schemes."""
    application = Application([__file__, "-platform", "offscreen"])
    folder.mkdir(parents=True, exist_ok=True)
    for example in examples():
        document = load(example.path)
        outcome = evaluate(plan(document, Viewport(WIDTH, HEIGHT)), Budget(seconds=30))
        for scheme in ("light", "dark"):
            options = ExportOptions(width=WIDTH, height=HEIGHT, scale=SCALE, scheme=scheme, legend=False)
            image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
            painter = QPainter(image)
            Figure(document, outcome, options, vector=False).paint(painter)
            painter.end()
            if not image.save(str(folder / example.picture(scheme).name), quality=0):
                sys.exit(f"{example.identity} cannot be written")
        print(example.identity)
    del application


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES)
