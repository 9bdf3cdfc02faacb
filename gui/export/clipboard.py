"""Copy the plots as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from gui.export.options import ExportOptions
from gui.export.png import picture

if TYPE_CHECKING:
    from engine.document import Document
    from engine.outcome import Outcome
    from engine.plan import Viewport
    from gui.theme import Scheme

SCALE = 2
"""Sharp on dense screens, and when it is printed."""


def copy_image(document: Document, outcome: Outcome, viewport: Viewport, scheme: Scheme) -> None:
    """Put the plots on the clipboard, as in a window with this plot area but twice as large."""
    width, height = SCALE * max(1, viewport.width), SCALE * max(1, viewport.height)
    options = ExportOptions(width, height, dpi=SCALE * 96, scale=SCALE, scheme=scheme)
    QGuiApplication.clipboard().setImage(picture(document, outcome, options))
