"""How things look: from a role, a colour's index and an order to pens, colours and fonts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette, QPen

from gui.theme import COLOURS

if TYPE_CHECKING:
    from engine.shapes import Role
    from gui.theme import Scheme

PALETTE: dict[Scheme, tuple[str, ...]] = {
    "light": ("#0072b2", "#d55e00", "#009e73", "#b8558a", "#b58600", "#2f93c8", "#6f7600", "#3f454d"),
    "dark": ("#4ba3e3", "#f0803c", "#1dbf92", "#e08fbe", "#e69f00", "#8fd0f5", "#f0e442", "#c9ced6"),
}
"""The colours of Okabe and Ito (Color Universal Design, 2008) in one order, those too pale or too dark for the ground
replaced by others of their hue: contrast at least 3 (WCAG 2.1, 1.4.11)."""

CURVE_WIDTH = 2.0
TANGENT_WIDTH = 1.25
CURSOR_WIDTH = 1.0
ASYMPTOTE_WIDTH = 1.0
TOUCH_RADIUS = 4.5
POINT_RADII: dict[Role, float] = {
    "open": 3.5,
    "closed": 3.5,
    "root": 3.25,
    "extremum": 4.25,
    "inflection": 2.5,
    "intersection": 3.25,
    "sample": 3.0,
}
"""Smaller than the point that is dragged along the curve."""
DIAMOND, SQUARE = "diamond", "square"
POINT_FORMS: dict[Role, str] = {"extremum": DIAMOND, "intersection": SQUARE}
"""Other points are round."""
BAND_FADE = 0.55
PATCH_OPACITY = 0.86

_FADE = (0.0, 0.22, 0.34, 0.42, 0.48)
"""How far the colour of each order is on its way to the ground's."""
_DASHES: tuple[tuple[float, ...], ...] = ((), (9.0, 5.0), (3.0, 4.0), (12.0, 4.0, 3.0, 4.0), (18.0, 6.0))
"""In pixels, for each order."""
_ROLE_DASHES: dict[Role, tuple[float, ...]] = {
    "asymptote": (4.0, 4.0),
    "sensitivity": (12.0, 4.0),
    "ghost": (2.0, 4.0),
}
_STALE = 0.72
PRIMES = ("", "′", "″", "‴", "⁗")


def mixed(colour: QColor, other: QColor, share: float) -> QColor:
    """Return the opaque colour that is this share of the way to the other one."""
    rest = 1.0 - share
    return QColor(
        round(colour.red() * rest + other.red() * share),
        round(colour.green() * rest + other.green() * share),
        round(colour.blue() * rest + other.blue() * share),
    )


def colour(index: int, scheme: Scheme) -> QColor:
    """Return the palette's colour; an index beyond the palette starts again."""
    palette = PALETTE[scheme]
    return QColor(palette[index % len(palette)])


@dataclass(frozen=True, slots=True)
class Style:
    """A colour scheme at a scale; `transparent` leaves the ground out."""

    scheme: Scheme
    scale: float = 1.0
    transparent: bool = False

    @property
    def ground(self) -> QColor:
        """Under everything; transparent pictures still use it to mix paler colours."""
        return QColor(COLOURS[self.scheme][QPalette.ColorRole.Base])

    @property
    def patch(self) -> QColor:
        """Under texts that lie over curves; what is transparent has none."""
        patch = self.ground
        patch.setAlphaF(0.0 if self.transparent else PATCH_OPACITY)
        return patch

    @property
    def text(self) -> QColor:
        """Titles and formulas."""
        return QColor(COLOURS[self.scheme][QPalette.ColorRole.Text])

    @property
    def axis(self) -> QColor:
        """Numbers at the axes, hints."""
        return QColor(COLOURS[self.scheme][QPalette.ColorRole.PlaceholderText])

    @property
    def grid(self) -> QColor:
        """Lines at the ticks."""
        return mixed(self.ground, self.text, 0.09 if self.scheme == "light" else 0.12)

    @property
    def zero(self) -> QColor:
        """The lines x = 0 and y = 0."""
        return mixed(self.ground, self.text, 0.38)

    @property
    def accent(self) -> QColor:
        """What is being pointed at or selected."""
        return QColor(COLOURS[self.scheme][QPalette.ColorRole.Accent])

    def colour(self, index: int) -> QColor:
        """Return the palette's colour in this scheme."""
        return colour(index, self.scheme)

    def shade(self, index: int, order: int) -> QColor:
        """Return a function's colour for one of its derivatives: paler the higher the order."""
        return mixed(self.colour(index), self.ground, _FADE[order])

    def stale(self, index: int, order: int) -> QColor:
        """Return the colour of the last good curve of a function that has a problem now."""
        grey = mixed(self.axis, self.ground, 0.35)
        return mixed(self.shade(index, order), grey, _STALE)

    @lru_cache(maxsize=256)  # noqa: B019  (styles are few, and equal ones share their pens)
    def pen(self, role: Role, colour_index: int, order: int, *, stale: bool = False) -> QPen:
        """Return the pen of a shape: opaque and solid, because only such segments can be drawn one by one.

        Equal arguments get the same pen: copy it before changing it.
        """
        colour = self.stale(colour_index, order) if stale else self.shade(colour_index, order)
        width = CURVE_WIDTH
        if role == "tangent":
            colour, width = mixed(colour, self.text, 0.45 if not stale else 0.0), TANGENT_WIDTH
        elif role in ("taylor", "taylor_near"):
            colour, width = mixed(colour, self.text, 0.3), TANGENT_WIDTH if role == "taylor" else CURVE_WIDTH
        elif role in ("sensitivity", "ghost"):
            colour, width = mixed(colour, self.ground, 0.4 if role == "sensitivity" else 0.65), TANGENT_WIDTH
        elif role == "asymptote":
            colour, width = mixed(colour, self.ground, 0.45), ASYMPTOTE_WIDTH
        return self.line(colour, width)

    def line(self, colour: QColor, width: float) -> QPen:
        """Return a solid pen of this width in pixels, scaled; round joins would take half as long again to draw."""
        pen = QPen(colour, width * self.scale, Qt.PenStyle.SolidLine)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        return pen

    def dashes(self, order: int) -> tuple[float, ...]:
        """Return the pixels drawn and left out by turns on a derivative that shares a plot; () for a solid line."""
        return tuple(length * self.scale for length in _DASHES[order])

    def role_dashes(self, role: Role) -> tuple[float, ...]:
        """Return the same for what is told from its function by its dashes wherever it is drawn; () for the rest."""
        return tuple(length * self.scale for length in _ROLE_DASHES.get(role, ()))

    def band(self, colour: QColor) -> QColor:
        """Return the fill of the envelope of a curve of this colour: paler, so that the grid's place is seen."""
        return mixed(colour, self.ground, BAND_FADE)

    def font(self, share: float = 1.0, *, bold: bool = False) -> QFont:
        """Return the program's font at this share of its size, scaled; in pixels, so that it is the same in a file."""
        font = QGuiApplication.font()
        font.setPixelSize(max(1, round(13 * share * self.scale)))
        font.setBold(bold)
        return font


def order_name(order: int, name: str = "f") -> str:
    """Return the name of a derivative: f, f′, f″, f‴, f⁗."""
    return name + PRIMES[order]
