"""Icons: the program's own, and glyphs of the Material Design font, drawn in the palette's present colour."""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap

import resources

SET = "mdi6"
FONT, GLYPHS = "materialdesignicons6-webfont-6.9.96.ttf", "materialdesignicons6-webfont-charmap-6.9.96.json"
"""Files of qtawesome, which is not imported: what it imports takes longer than all icons."""
GLYPH_SCALE = 0.9
"""Height of a glyph in its icon: the font's glyphs reach to their very edges."""


def application_icon() -> QIcon:
    """Return the program's icon, a curve and its tangent."""
    return QIcon(str(resources.FOLDER / "icons" / "gradient-visualizer.svg"))


def icon(name: str) -> QIcon:
    """Return the icon of a name such as `"mdi6.undo"`; it follows the palette. KeyError for an unknown name."""
    return QIcon(_GlyphEngine(_glyphs()[name.removeprefix(f"{SET}.")]))


def _file(name: str) -> Path:
    found = find_spec("qtawesome")
    assert found is not None
    assert found.submodule_search_locations is not None
    return Path(found.submodule_search_locations[0]) / "fonts" / name


@cache
def _glyphs() -> dict[str, str]:
    """Return the characters of the font by their names."""
    codes = json.loads(_file(GLYPHS).read_text("utf-8"))
    return {name: chr(int(code, 16)) for name, code in codes.items()}


@cache
def _family() -> str:
    """Load the font; return what Qt calls it."""
    return QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(_file(FONT))))[0]


_copies: list[QIconEngine] = []
"""PySide does not hand what `clone` returns over to Qt, so it must be kept alive here."""


class _GlyphEngine(QIconEngine):
    """Paints in the palette's colour at the time of painting, so that a change of scheme needs no new icons."""

    def __init__(self, glyph: str) -> None:
        super().__init__()
        self._glyph = glyph

    def clone(self) -> QIconEngine:
        """Return a copy, which Qt asks for only when an icon is edited."""
        copy = _GlyphEngine(self._glyph)
        _copies.append(copy)
        return copy

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the glyph in the middle."""
        del state
        group = QPalette.ColorGroup.Disabled if mode == QIcon.Mode.Disabled else QPalette.ColorGroup.Active
        painter.save()
        painter.setPen(QGuiApplication.palette().color(group, QPalette.ColorRole.ButtonText))
        font = QFont(_family())
        font.setPixelSize(max(1, round(rect.height() * GLYPH_SCALE)))
        painter.setFont(font)
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
