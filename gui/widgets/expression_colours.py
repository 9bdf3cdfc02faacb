"""The colours of typed expressions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette, QTextCharFormat

if TYPE_CHECKING:
    from engine.language.highlight import Kind

LIGHT: dict[Kind, str] = {"function": "#005f99", "number": "#7a4300", "constant": "#7a4300", "operator": "#5c626b",
                          "bracket": "#5c626b", "name": "#00694c",
                          "keyword": "#8a2a73", "string": "#7a4300", "comment": "#5c626b"}  # fmt: skip
DARK: dict[Kind, str] = {"function": "#7cc5ee", "number": "#f0b37c", "constant": "#f0b37c", "operator": "#a3abb5",
                         "bracket": "#a3abb5", "name": "#5fd3ac",
                         "keyword": "#e39ad0", "string": "#f0b37c", "comment": "#a3abb5"}  # fmt: skip
"""A variable has the colour of the text. Contrast on the ground is at least 4.5 (WCAG 2.1 AA)."""
HALF = 128


def formats(palette: QPalette) -> dict[Kind, QTextCharFormat]:
    """Return the look of each kind of part in the scheme of this palette."""
    is_dark = palette.color(QPalette.ColorRole.Base).lightness() < HALF
    made: dict[Kind, QTextCharFormat] = {}
    for kind, colour in (DARK if is_dark else LIGHT).items():
        made[kind] = QTextCharFormat()
        made[kind].setForeground(QColor(colour))
    return made
