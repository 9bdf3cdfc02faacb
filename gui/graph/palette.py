"""The colours of the graph in a scheme, all from the plot's style."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPalette, QPen

from gui.plot.style import Style, mixed
from gui.theme import COLOURS

if TYPE_CHECKING:
    from gui.graph.box_item import Kind

BACKWARD = 1
_INDEX: dict[Kind, int] = {"variable": 0, "parameter": 2}
"""Indices into the plot's palette: vermilion; blue, green."""
_OF_ORDER = {1: 3, 2: 4}
"""Of what was computed for a derivative: purple, orange."""
_DASHES = {1: (4.0, 3.0), 2: (1.5, 2.5)}
"""Of the frame of what was computed for the derivative before, and for the one before that; in widths of the pen."""


class Fading(NamedTuple):
    """How far the colours of a box are on their way to the ground; that of a plain one, from there to the text."""

    leaf: float
    plain: float
    derivative: float


_FILL, _FRAME = Fading(0.82, 0.05, 0.84), Fading(0.45, 0.18, 0.2)

DIGITS = str.maketrans("123456789", "000000000")


@dataclass(frozen=True)
class Face:
    """A font and how wide it writes."""

    font: QFont
    metrics: QFontMetricsF
    _widths: dict[str, float] = field(default_factory=dict)

    def width(self, number: str) -> float:
        """Return how wide it is; digits are as wide as each other, so that few numbers have to be measured."""
        form = number.translate(DIGITS)
        if form not in self._widths:
            self._widths[form] = self.metrics.horizontalAdvance(form)
        return self._widths[form]


@dataclass(frozen=True)
class GraphColours:
    """Derived from one style, each only once: every box and link asks for them at every frame."""

    style: Style

    @cached_property
    def ground(self) -> QColor:
        """Under everything."""
        return self.style.ground

    @cached_property
    def text(self) -> QColor:
        """Names and numbers."""
        return self.style.text

    @cached_property
    def quiet(self) -> QColor:
        """Recorded names and what is not known yet."""
        return self.style.axis

    @cached_property
    def accent(self) -> QColor:
        """What is pointed at."""
        return self.style.accent

    @cached_property
    def forward(self) -> QColor:
        """Links at rest."""
        return mixed(self.ground, self.text, 0.30)

    @cached_property
    def backward(self) -> QColor:
        """What flows from the output to the leaves."""
        return self.style.colour(BACKWARD)

    @cached_property
    def broken(self) -> QColor:
        """Where a number that is not finite was born."""
        return QColor(COLOURS[self.style.scheme][QPalette.ColorRole.BrightText])

    def fill(self, kind: Kind, order: int | None = None) -> QColor:
        """Return the ground of a box: tinted for leaves, and for what was computed for a derivative.

        `order` is None in the graph of a function itself; beside a derivative's own boxes its boxes are not tinted.
        """
        return self.ground if _is_untinted(kind, order) else _tint(self, kind, order, _FILL)

    def frame(self, kind: Kind, order: int | None = None) -> QColor:
        """Return the border of a box."""
        return self.quiet if _is_untinted(kind, order) else _tint(self, kind, order, _FRAME)

    def pen(self, colour: QColor, width: float, behind: int = 0) -> QPen:
        """Return a pen, dashed for what is so many derivatives behind the one that is shown.

        Equal arguments get the same one: copy it before changing it.
        """
        return _pen(colour.rgba(), width, behind)

    def face(self, share: float = 1.0, *, bold: bool = False) -> Face:
        """Return the program's font at this share of its size."""
        return _face(self.style, share, bold, QGuiApplication.font().family())


def _is_untinted(kind: Kind, order: int | None) -> bool:
    """Return whether it is a box of the function itself beside those of its derivative."""
    return kind == "operation" and order == 0


@lru_cache(maxsize=64)
def _tint(colours: GraphColours, kind: Kind, order: int | None, fading: Fading) -> QColor:
    if kind != "operation":
        return mixed(colours.style.colour(_INDEX[kind]), colours.ground, fading.leaf)
    if order is None:
        return mixed(colours.ground, colours.text, fading.plain)
    return mixed(colours.style.colour(_OF_ORDER[order]), colours.ground, fading.derivative)


@lru_cache(maxsize=64)
def _pen(colour: int, width: float, behind: int) -> QPen:
    pen = QPen(QColor.fromRgba(colour), width)
    if behind:
        pen.setDashPattern(_DASHES[behind])
    return pen


@lru_cache(maxsize=32)
def _face(style: Style, share: float, bold: bool, base: str) -> Face:
    del base  # another font of the program is another face
    font = style.font(share, bold=bold)
    return Face(font, QFontMetricsF(font))
