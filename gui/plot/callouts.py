"""What is written in the plots beside the curves: the label of a marker that is pointed at, and notes on curves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from gui.plot.text_item import TextItem
from gui.plot.words import kind_word, note_text, place_text

if TYPE_CHECKING:
    from engine.outcome import Feature
    from engine.shapes import Note
    from gui.plot.drawing import Drawing
    from gui.plot.mapping import Mapping
    from gui.plot.style import Style

REACH = 8.0
"""Pixels from a marker within which it is pointed at."""
OFFSET = 8.0
NOTE_DEPTH, LABEL_DEPTH = 7.0, 15.0


class Callouts:
    """The texts over the curves of one layout; they keep inside the plot they belong to."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self.label = TextItem(drawing, LABEL_DEPTH)
        self.label.set_visible(False)
        self._notes: list[TextItem] = []
        self.pointed: Feature | None = None
        """The feature whose label is shown."""

    @property
    def notes(self) -> list[str]:
        """What is written on the curves."""
        return [item.text for item in self._notes]

    def point_at(self, feature: Feature | None, mapping: Mapping, style: Style) -> None:
        """Show the label of this feature; None: no label."""
        self.pointed = feature
        self.label.set_visible(feature is not None)
        if feature is None:
            return
        self.label.set_look(style.font(), style.text, style.patch)
        self.label.set_text(f"{kind_word(feature.kind)}  {place_text(feature, mapping)}")
        across, down = mapping.across(feature.x), mapping.down(feature.y)
        self._put(self.label, QPointF(across + OFFSET, down - OFFSET - self.label.bounds.height()), mapping)

    def write_notes(self, notes: list[tuple[Note, str, Mapping]], style: Style) -> None:
        """Write these notes, each with its function's name, at the foot of its plot."""
        while len(self._notes) > len(notes):
            self._notes.pop().discard()
        while len(self._notes) < len(notes):
            self._notes.append(TextItem(self._drawing, NOTE_DEPTH))
        feet: dict[float, float] = {}
        for item, (note, name, mapping) in zip(self._notes, notes, strict=True):
            item.set_look(style.font(0.92), style.axis, style.patch)
            item.set_text(note_text(note.code).format(name=name))
            box, area = item.bounds, mapping.area
            foot = feet.get(area.bottom, area.bottom - OFFSET * style.scale) - box.height()
            feet[area.bottom] = foot
            across = mapping.across(float(note.x[0]))
            self._put(item, QPointF(across - box.width() / 2, foot), mapping)

    @staticmethod
    def _put(item: TextItem, at: QPointF, mapping: Mapping) -> None:
        area, box = mapping.area, item.bounds
        across = max(area.left, min(at.x(), area.right - box.width()))
        down = max(area.top, min(at.y(), area.bottom - box.height()))
        item.move_to(round(across), round(down))


def nearest(features: tuple[Feature, ...], mapping: Mapping, at: QPointF) -> Feature | None:
    """Return the marked feature within reach of this point of the plot; None if there is none."""

    def distance(feature: Feature) -> float:
        across, down = mapping.across(feature.x), mapping.down(feature.y)
        return float(max(abs(across - at.x()), abs(down - at.y())))

    near = [feature for feature in features if distance(feature) <= REACH]
    return min(near, key=distance, default=None)
