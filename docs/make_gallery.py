"""Draw the pictures of the gallery from the sessions: `python docs/make_gallery.py [FOLDER]`. Needs no display."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from engine.budget import Budget
from engine.evaluate import evaluate
from engine.examples import PICTURES, examples
from engine.plan import Viewport, plan
from engine.session import load
from gui.application import Application
from gui.export.figure import Figure
from gui.export.options import ExportOptions

SCALE = 2
WIDTH, HEIGHT = 256, 160
"""In logical pixels; the pictures have twice as many, for dense screens."""


def main(folder: Path) -> None:
    """Draw every session in both colour schemes."""
    application = Application([__file__, "-platform", "offscreen"])
    folder.mkdir(parents=True, exist_ok=True)
    for example in examples():
        document = load(example.path)
        outcome = evaluate(plan(document, Viewport(WIDTH * SCALE, HEIGHT * SCALE)), Budget(seconds=30))
        for scheme in ("light", "dark"):
            options = ExportOptions(width=WIDTH * SCALE, height=HEIGHT * SCALE, scheme=scheme, legend=False)
            image = QImage(WIDTH * SCALE, HEIGHT * SCALE, QImage.Format.Format_RGB32)
            painter = QPainter(image)
            Figure(document, outcome, options, vector=False).paint(painter)
            painter.end()
            image = image.convertToFormat(QImage.Format.Format_Indexed8, Qt.ImageConversionFlag.ThresholdDither)
            if not image.save(str(folder / example.picture(scheme).name), quality=0):
                sys.exit(f"{example.identity} cannot be written")
        print(example.identity)
    del application


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES)
