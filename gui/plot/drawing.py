"""A drawing: items one over the other by their depth, painted in one go by whoever has a painter."""

from __future__ import annotations

from bisect import insort
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPainter

    from gui.plot.drawn_item import DrawnItem


class Drawing:
    """Keeps its items sorted, the deepest first. `changed` is called when it has to be painted anew.

    A graphics scene does the same with more: its index of where each item is, and its calls back for bounds and shapes,
    take as long as all curves of a plot, where nearly everything moves in nearly every frame.
    """

    def __init__(self, *, cached: bool = False, changed: Callable[[], object] = lambda: None) -> None:
        """Be empty; `cached`: items that ask for it keep a picture of themselves, which is for screens alone."""
        self.cached, self.changed = cached, changed
        self.items: list[DrawnItem] = []

    def take(self, item: DrawnItem) -> None:
        """Draw this item, too, from now on."""
        insort(self.items, item, key=attrgetter("depth"))
        self.changed()

    def discard(self, item: DrawnItem) -> None:
        """Draw this item no more."""
        self.items.remove(item)
        self.changed()

    def draw(self, painter: QPainter) -> None:
        """Paint all items that are visible."""
        for item in self.items:
            if item.visible and not item.bounds.isEmpty():
                painter.save()
                item.paint(painter)
                painter.restore()
