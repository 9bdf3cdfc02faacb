"""One plot: its grid, its numbers, its title and the items of the shapes drawn in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from engine.sampling.y_range import automatic_range
from engine.shapes import Curve, Points, Region, Role, Shape
from gui.plot.axis import draw_labels
from gui.plot.curve_item import CurveItem
from gui.plot.grid import Grid
from gui.plot.points_item import PointsItem
from gui.plot.region_item import RegionItem
from gui.plot.text_item import TextItem

if TYPE_CHECKING:
    from collections.abc import Mapping as Map

    from PySide6.QtGui import QPainter

    from engine.document import Range
    from gui.plot.axis import Label
    from gui.plot.drawing import Drawing
    from gui.plot.look import Look
    from gui.plot.mapping import Mapping
    from gui.plot.style import Style
    from gui.plot.ticks import Ticks

ShapeKey: TypeAlias = tuple[str, int, int]
"""Role, function and order: what a shape keeps from one outcome to the next."""

ShapeItem: TypeAlias = CurveItem | PointsItem | RegionItem

FOLLOWED: tuple[Role, ...] = ("value", "derivative", "sensitivity")
"""What an automatic range makes room for: a polynomial or a tangent far from its cursor is left to go where it goes."""
DWARFED = 8.0
"""An envelope so many times as high as the curves beside it runs off, as a pole does."""
DEFAULT_RANGE = (-1.0, 1.0)
TITLE_DEPTH = 6.0
_DEPTH: dict[Role, float] = {
    "envelope": 0.2,
    "asymptote": 0.5,
    "tangent": 1.0,
    "ghost": 1.1,
    "taylor": 1.2,
    "sensitivity": 1.4,
    "derivative": 2.0,
    "value": 3.0,
    "taylor_near": 3.5,
    "open": 4.0,
    "closed": 4.1,
    "sample": 4.2,
    "inflection": 4.3,
    "extremum": 4.4,
    "root": 4.5,
    "intersection": 4.6,
    "touch": 5.0,
}


class Plot:
    """The plot of one order, or of all in an overlay. Items are kept from one outcome to the next."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self.items: dict[ShapeKey, ShapeItem] = {}
        self.mapping: Mapping | None = None
        self.automatic: Range = DEFAULT_RANGE
        """The range shown while none is fixed."""
        self.title = TextItem(drawing, TITLE_DEPTH)
        self.labels: list[Label] = []
        self._grid = Grid()

    def discard(self) -> None:
        """Take all its items out of the drawing."""
        self.title.discard()
        for key in list(self.items):
            self._remove(key)

    def show_shapes(self, shapes: Map[ShapeKey, Shape], look: Look) -> None:
        """Show exactly these shapes."""
        for key in self.items.keys() - shapes.keys():
            self._remove(key)
        for key, shape in shapes.items():
            item = self.items.get(key) or self._add(key, shape)
            item.set_data(shape.x, shape.y)
            if item.dressed_for != look.dressing:
                look.dress(item, shape)
                item.dressed_for = look.dressing

    def _add(self, key: ShapeKey, shape: Shape) -> ShapeItem:
        item = _item(self._drawing, shape)
        if self.mapping is not None:
            item.set_mapping(self.mapping)
        self.items[key] = item
        return item

    def _remove(self, key: ShapeKey) -> None:
        self.items.pop(key).discard()

    def follow(self, shapes: Map[ShapeKey, Shape]) -> None:
        """Choose the automatic range for these shapes; it stays when none of them has a finite sample."""
        curves = [shape for shape in shapes.values() if isinstance(shape, Curve) and shape.role in FOLLOWED]
        seen = [(curve.x, curve.y) for curve in curves]
        bands = [shape for shape in shapes.values() if isinstance(shape, Region)]
        edges = [(band.x, band.y[:, edge]) for band in bands for edge in (0, 1)]
        noise = min((curve.noise for curve in curves), default=0.0)
        found = automatic_range(seen, noise)
        whole = automatic_range(seen + edges, noise) if edges else found
        dwarfed = found is not None and whole is not None and whole[1] - whole[0] > DWARFED * (found[1] - found[0])
        self.automatic = (found if dwarfed else whole) or self.automatic

    def arrange(self, mapping: Mapping, x: Ticks, y: Ticks) -> None:
        """Show this range in this area."""
        self.mapping = mapping
        self.title.move_to(mapping.area.left, mapping.area.top)
        self._grid.place(mapping, x.values, y.values)
        for item in self.items.values():
            item.set_mapping(mapping)

    def draw_backdrop(self, painter: QPainter, style: Style) -> None:
        """Paint what lies under the curves."""
        if self.mapping is not None:
            self._grid.draw(painter, style)
            draw_labels(painter, self.labels, style)


def _item(drawing: Drawing, shape: Shape) -> ShapeItem:
    """Return the item that paints such shapes."""
    kind = CurveItem if isinstance(shape, Curve) else PointsItem if isinstance(shape, Points) else RegionItem
    return kind(drawing, _DEPTH[shape.role])
