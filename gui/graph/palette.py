"""The colours of the graph in a scheme, all from the plot's style."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

from gui.plot.style import Style, mixed
from gui.theme import COLOURS

if TYPE_CHECKING:
    from gui.graph.box_item import Kind

BACKWARD = 1
_INDEX: dict[Kind, int] = {"variable": 0, "parameter": 2}
"""Indices into the plot's palette: vermilion; blue, green."""


@dataclass(frozen=True, slots=True)
class GraphColours:
    """Derived from one style."""

    style: Style

    @property
    def ground(self) -> QColor:
        """Under everything."""
        return self.style.ground

    @property
    def text(self) -> QColor:
        """Names and numbers."""
        return self.style.text

    @property
    def quiet(self) -> QColor:
        """Recorded names and what is not known yet."""
        return self.style.axis

    @property
    def accent(self) -> QColor:
        """What is pointed at."""
        return self.style.accent

    @property
    def forward(self) -> QColor:
        """Links at rest."""
        return mixed(self.ground, self.text, 0.30)

    @property
    def backward(self) -> QColor:
        """What flows from the output to the leaves."""
        return self.style.colour(BACKWARD)

    @property
    def broken(self) -> QColor:
        """Where a number that is not finite was born."""
        return QColor(COLOURS[self.style.scheme][QPalette.ColorRole.BrightText])

    def fill(self, kind: Kind) -> QColor:
        """Return the ground of a box: tinted for leaves."""
        if kind == "operation":
            return mixed(self.ground, self.text, 0.05)
        return mixed(self.style.colour(_INDEX[kind]), self.ground, 0.82)

    def frame(self, kind: Kind) -> QColor:
        """Return the border of a box."""
        if kind == "operation":
            return mixed(self.ground, self.text, 0.18)
        return mixed(self.style.colour(_INDEX[kind]), self.ground, 0.45)
