"""The bundled font: Qt ships none, and the system's may lack ∂, ′ or ş."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

import resources

FAMILY = "DejaVu Sans"
FILES = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")
POINT_SIZE = 10


def bundled_font() -> QFont:
    """Register the bundled font files and return the font of the whole program; its digits are all of one width."""
    for name in FILES:
        QFontDatabase.addApplicationFont(str(resources.FOLDER / "fonts" / name))
    return QFont(FAMILY, POINT_SIZE)
