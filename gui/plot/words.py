"""The words for features and notes in the present language, and how finely their place is told."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from gui.language import translate_table
from gui.plot.ticks import MINUS
from gui.translatable import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from engine.outcome import Feature, FeatureKind
    from engine.shapes import NoteCode
    from gui.plot.mapping import Mapping

KINDS: dict[FeatureKind, str] = {
    "root": QT_TRANSLATE_NOOP("Feature", "Root"),
    "minimum": QT_TRANSLATE_NOOP("Feature", "Minimum"),
    "maximum": QT_TRANSLATE_NOOP("Feature", "Maximum"),
    "inflection": QT_TRANSLATE_NOOP("Feature", "Inflection"),
    "intersection": QT_TRANSLATE_NOOP("Feature", "Intersection"),
    "hole": QT_TRANSLATE_NOOP("Feature", "Hole"),
    "kink": QT_TRANSLATE_NOOP("Feature", "Kink"),
    "jump": QT_TRANSLATE_NOOP("Feature", "Jump"),
    "pole": QT_TRANSLATE_NOOP("Feature", "Pole"),
    "vertical": QT_TRANSLATE_NOOP("Feature", "Vertical tangent"),
    "oscillation": QT_TRANSLATE_NOOP("Feature", "Oscillation"),
    "gap": QT_TRANSLATE_NOOP("Feature", "Gap"),
}
NOTES: dict[NoteCode, str] = {
    "unresolved": QT_TRANSLATE_NOOP("Note", "{name} is too fast to be drawn here: its envelope is shown"),
}


def kind_word(kind: FeatureKind) -> str:
    """Return what a feature is called."""
    return translate_table("Feature", KINDS[kind])


def note_text(code: NoteCode) -> str:
    """Return a note as a template with `{name}`."""
    return translate_table("Note", NOTES[code])


def seen(value: float, pixel: float) -> str:
    """Return a number to the digits that a view can show whose pixels are so large; what is not known is a dash."""
    if not math.isfinite(value):
        return "–"
    decimals = -math.floor(math.log10(pixel)) if 0.0 < pixel < math.inf else 6
    if abs(value) >= 1e15 or decimals > 15:
        return f"{value:.12g}".replace("-", MINUS)
    rounded = round(value, decimals) + 0.0  # no minus zero
    return f"{rounded:.{max(0, decimals)}f}".replace("-", MINUS)


def place_text(feature: Feature, mapping: Mapping) -> str:
    """Return `(x, y)` of a feature to the digits that the plot can show."""
    across = (mapping.x[1] - mapping.x[0]) / mapping.area.width
    down = (mapping.y[1] - mapping.y[0]) / mapping.area.height
    return f"({seen(feature.x, across)}; {seen(feature.y, down)})"


def exact_place(feature: Feature) -> str:
    """Return `x, y` of a feature with all digits, as it is copied; of a gap where it begins and ends."""
    return f"{feature.x!r}, {feature.end!r}" if feature.end is not None else f"{feature.x!r}, {feature.y!r}"
