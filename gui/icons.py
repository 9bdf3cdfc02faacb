"""Icons: the program's own, and glyphs of the Material Design font, drawn in the palette's present colour."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap

import resources

if TYPE_CHECKING:
    from qtawesome.iconic_font import IconicFont

GLYPH_SCALE = 0.9
"""Height of a glyph in its icon: the font's glyphs reach to their very edges."""


def application_icon() -> QIcon:
    """Return the program's icon, a curve and its tangent."""
    return QIcon(str(resources.FOLDER / "icons" / "gradient-visualizer.svg"))


def icon(name: str) -> QIcon:
    """Return the icon of a name such as `"mdi6.undo"`; it follows the palette. KeyError for an unknown name."""
    prefix, _, glyph = name.partition(".")
    return QIcon(_GlyphEngine(prefix, _font().charmap[prefix][glyph]))


@cache
def _font() -> IconicFont:
    """Load only the set that is used: all sets together take ten times as long."""
    from qtawesome.iconic_font import IconicFont

    name = "materialdesignicons6-webfont"
    return IconicFont(("mdi6", f"{name}-6.9.96.ttf", f"{name}-charmap-6.9.96.json"))


_copies: list[QIconEngine] = []
"""PySide does not hand what `clone` returns over to Qt, so it must be kept alive here."""


class _GlyphEngine(QIconEngine):
    """Paints in the palette's colour at the time of painting, so that a change of scheme needs no new icons."""

    def __init__(self, prefix: str, glyph: str) -> None:
        super().__init__()
        self._prefix = prefix
        self._glyph = glyph

    def clone(self) -> QIconEngine:
        """Return a copy, which Qt asks for only when an icon is edited."""
        copy = _GlyphEngine(self._prefix, self._glyph)
        _copies.append(copy)
        return copy

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the glyph in the middle."""
        del state
        group = QPalette.ColorGroup.Disabled if mode == QIcon.Mode.Disabled else QPalette.ColorGroup.Active
        painter.save()
        painter.setPen(QGuiApplication.palette().color(group, QPalette.ColorRole.ButtonText))
        painter.setFont(_font().font(self._prefix, round(rect.height() * GLYPH_SCALE)))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._glyph)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the glyph on a transparent ground; a widget that has no room yet asks for none of it."""
        if size.isEmpty():
            return QPixmap()
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap
