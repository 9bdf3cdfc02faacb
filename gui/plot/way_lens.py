"""The way lens of a layout: for each Python function a strip under the plots, tints on its curves, and a label."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.ways import SHADES
from gui.plot.look import function_name
from gui.plot.mapping import Mapping, Rectangle
from gui.plot.style import mixed
from gui.plot.text_item import TextItem
from gui.plot.way_items import StripItem, TintItem
from gui.plot.way_words import way_text

if TYPE_CHECKING:
    from collections.abc import Mapping as Map

    from PySide6.QtCore import QPointF

    from engine.document import Function
    from engine.shapes import Shape
    from engine.ways import Ways
    from gui.plot.drawing import Drawing
    from gui.plot.look import Look
    from gui.plot.plot import Plot, ShapeKey

ROW, GAP = 7.0, 3.0
"""Pixels: the height of a strip, and what is above it."""
TINT_WIDTH = 9.0
TINT_FADE, STRIP_FADE = 0.62, 0.12
"""How far a tint and a strip are on their way to the ground."""
REACH = 8.0
"""Pixels from a curve or a strip within which it is pointed at."""
TINT_DEPTH, STRIP_DEPTH, LABEL_DEPTH = 0.1, 0.3, 14.0
NOTHING: Map[int, Ways] = {}


class WayLens:
    """Shows the ways; `height` pixels under the lowest plot are its own."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self.ways: Map[int, Ways] = NOTHING
        """By the function's key, in the order of the strips."""
        self.strips: dict[int, StripItem] = {}
        self.tints: dict[ShapeKey, TintItem] = {}
        self.label = TextItem(drawing, LABEL_DEPTH)
        self.label.set_visible(False)
        self._functions: dict[int, Function] = {}
        self._mapping: Mapping | None = None
        self._pointed: float | None = None
        self._pointed_key: int | None = None
        """The one function that is pointed at; None: all."""

    def take(self, ways: Map[int, Ways], functions: tuple[Function, ...]) -> bool:
        """Show the ways of those functions that are visible; return whether other strips are shown now."""
        before = tuple(self.ways)
        self._functions = {function.key: function for function in functions if function.visible and function.orders}
        self.ways = {key: ways[key] for key in self._functions if key in ways}
        return before != tuple(self.ways)

    def height(self, scale: float) -> float:
        """Return the pixels that the strips need."""
        return len(self.ways) * (ROW + GAP) * scale

    def show(self, plots: Map[int, Plot], shapes: Map[ShapeKey, Shape], look: Look) -> None:
        """Draw strips and tints for plots that are arranged."""
        lowest = plots[list(plots)[-1]].mapping
        if lowest is None or not (self.ways or self.strips or self.tints):
            return
        self._mapping = lowest
        self._show_strips(lowest, look)
        self._show_tints(plots, shapes, look)
        self.label.set_look(look.style.font(), look.style.text, look.style.patch)
        self._write()

    def _show_strips(self, mapping: Mapping, look: Look) -> None:
        for key in self.strips.keys() - self.ways.keys():
            self.strips.pop(key).discard()
        colours = [mixed(look.style.colour(shade), look.style.ground, STRIP_FADE) for shade in range(SHADES)]
        for key, ways in self.ways.items():
            if key not in self.strips:
                self.strips[key] = StripItem(self._drawing, STRIP_DEPTH)
            self.strips[key].show(ways, mapping, self.area_of(key, look.style.scale), colours)

    def area_of(self, key: int, scale: float) -> Rectangle:
        """Return where the strip of a function lies."""
        assert self._mapping is not None
        area, row = self._mapping.area, list(self.ways).index(key)
        top = area.bottom + (GAP + row * (ROW + GAP)) * scale
        return Rectangle(area.left, top, area.right, top + ROW * scale)

    def _show_tints(self, plots: Map[int, Plot], shapes: Map[ShapeKey, Shape], look: Look) -> None:
        wanted = {key: shape for key, shape in shapes.items() if key[0] in ("value", "derivative")}
        # Where all samples go one way the strip says it; a tint would tell nothing apart.
        parted = {key for key, ways in self.ways.items() if len(np.unique(ways.index)) > 1}
        wanted = {key: shape for key, shape in wanted.items() if shape.function in parted}
        for key in self.tints.keys() - wanted.keys():
            self.tints.pop(key).discard()
        colours = [mixed(look.style.colour(shade), look.style.ground, TINT_FADE) for shade in range(SHADES)]
        for key, shape in wanted.items():
            plot = plots.get(0 if look.overlaid else shape.order)
            if plot is None or plot.mapping is None:
                continue
            if key not in self.tints:
                self.tints[key] = TintItem(self._drawing, TINT_DEPTH)
            tint = self.tints[key]
            tint.set_look(TINT_WIDTH * look.style.scale, vector=look.vector)
            tint.show(self.ways[shape.function], shape.x, shape.y, plot.mapping, colours)

    def point_at(self, at: QPointF | None, scale: float) -> None:
        """Name the way under this point of a strip, or of a tinted curve; None, or a point elsewhere: no label."""
        self._pointed, self._pointed_key = None, None
        if at is not None and self._mapping is not None and self.ways:
            area = self._mapping.area
            if area.left <= at.x() <= area.right:
                is_below = area.bottom < at.y() <= area.bottom + self.height(scale) + GAP * scale
                self._pointed_key = None if is_below else self._curve_at(at, REACH * scale)
                if is_below or self._pointed_key is not None:
                    self._pointed = self._mapping.x_at(at.x())
        self._write()

    def _curve_at(self, at: QPointF, reach: float) -> int | None:
        return next((key[1] for key, tint in self.tints.items() if tint.is_near(at, reach)), None)

    def point_at_x(self, x: float) -> None:
        """Name the ways at this x."""
        self._pointed, self._pointed_key = x if self.ways else None, None
        self._write()

    def texts(self, x: float, only: int | None = None) -> list[str]:
        """Return what each function runs at this x, or this one only, with its name where there are several."""
        told = []
        for key, ways in self.ways.items():
            if only not in (None, key):
                continue
            function = self._functions[key]
            way = int(ways.index[int(np.argmin(np.abs(ways.x - x)))])
            text = way_text(ways, way, function.text)
            if len(self.ways) > 1:
                text = f"{function_name(function)}: {text}"
            told.append(text)
        return told

    def _write(self) -> None:
        """Write the label over the strips, inside the plot."""
        texts = [] if self._pointed is None else self.texts(self._pointed, self._pointed_key)
        self.label.set_visible(bool(texts))
        if not texts or self._pointed is None or self._mapping is None:
            return
        self.label.set_text("   ".join(texts))
        area, box = self._mapping.area, self.label.bounds
        across = self._mapping.across(self._pointed) - box.width() / 2
        across = max(area.left, min(across, area.right - box.width()))
        self.label.move_to(round(across), round(area.bottom - box.height() - GAP))
