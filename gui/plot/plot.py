"""One plot: its grid, its axes, its title and the items of the shapes drawn in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtWidgets import QGraphicsItem

from engine.shapes import Curve, Shape
from gui.plot.axis import AxisItem
from gui.plot.curve_item import CurveItem
from gui.plot.drawn_item import DrawnItem, discard
from gui.plot.grid_item import GridItem
from gui.plot.points_item import PointsItem
from gui.plot.text_item import TextItem
from gui.plot.y_range import automatic_range

if TYPE_CHECKING:
    from collections.abc import Mapping as Map

    from engine.document import Range
    from gui.plot.look import Look
    from gui.plot.mapping import Mapping
    from gui.plot.style import Style
    from gui.plot.ticks import Ticks

ShapeKey: TypeAlias = tuple[str, int, int]
"""Role, function and order: what a shape keeps from one outcome to the next."""

DEFAULT_RANGE = (-1.0, 1.0)
TITLE_INSET = 6.0
_DEPTH = {"tangent": 1.0, "value": 3.0, "derivative": 2.0, "touch": 5.0}


class Plot(DrawnItem):
    """The plot of one order, or of all in an overlay. Items are kept from one outcome to the next."""

    def __init__(self, parent: QGraphicsItem, *, cached: bool) -> None:
        super().__init__(parent)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents)
        self.grid, self.left, self.below = GridItem(self), AxisItem(self), AxisItem(self)
        self.title = TextItem(self)
        self.items: dict[ShapeKey, CurveItem | PointsItem] = {}
        self.mapping: Mapping | None = None
        self.automatic: Range = DEFAULT_RANGE
        """The range shown while none is fixed."""
        self.title.setZValue(6)
        if cached:
            for item in (self.left, self.below, self.title):
                item.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def set_style(self, style: Style) -> None:
        """Use these colours and fonts; the shapes get theirs with the next `show_shapes`."""
        self.grid.set_style(style)
        self.left.set_style(style)
        self.below.set_style(style)
        self.title.set_look(style.font(bold=True), style.text)

    def show_shapes(self, shapes: Map[ShapeKey, Shape], look: Look) -> None:
        """Show exactly these shapes."""
        for key in self.items.keys() - shapes.keys():
            self._remove(key)
        for key, shape in shapes.items():
            item = self.items.get(key) or self._add(key, shape)
            item.set_data(shape.x, shape.y)
            look.dress(item, shape)

    def _add(self, key: ShapeKey, shape: Shape) -> CurveItem | PointsItem:
        item = CurveItem(self) if isinstance(shape, Curve) else PointsItem(self)
        item.setZValue(_DEPTH[shape.role])
        if self.mapping is not None:
            item.set_mapping(self.mapping)
        self.items[key] = item
        return item

    def _remove(self, key: ShapeKey) -> None:
        discard(self.items.pop(key))

    def follow(self, shapes: Map[ShapeKey, Shape]) -> None:
        """Choose the automatic range for these shapes; it stays when none of them has a finite sample."""
        curves = ((shape.x, shape.y) for shape in shapes.values() if shape.role in ("value", "derivative"))
        self.automatic = automatic_range(curves) or self.automatic

    def arrange(self, mapping: Mapping, x: Ticks, y: Ticks, *, lowest: bool) -> None:
        """Show this range in this area; only the lowest plot says what x is."""
        self.mapping = mapping
        area = mapping.area
        self.grid.show_lines(mapping, x.values, y.values)
        self.left.show_beside(mapping, y, area.left)
        self.title.setPos(area.left + self.left.gap, area.top + 2)
        if lowest:
            self.below.show_below(mapping, x)
        else:
            self.below.hide_all()
        for item in self.items.values():
            item.set_mapping(mapping)
