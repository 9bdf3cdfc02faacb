"""What a picture in a file should be like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.problems import ProblemCode, fail
from gui.translatable import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from gui.theme import Scheme

LONGEST_SIDE = 20_000
MOST_PIXELS = 64_000_000
"""In all: four bytes each while a picture is painted."""
RESOLUTIONS = (10, 2400)
SCALES = (0.25, 10.0)


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """Size in pixels, resolution in pixels per inch, scale of texts and lines, colours, and what is drawn.

    Raises `EngineError` (bad_request) for a size, a resolution or a scale that no picture is made in.
    """

    width: int = 1600
    height: int = 1000
    dpi: int = 96
    scale: float = 1.0
    scheme: Scheme = "light"
    transparent: bool = False
    legend: bool = True
    order: int | None = None
    """Draw only the plot of this order; None: all, arranged as in the window."""

    def __post_init__(self) -> None:
        _within("width", self.width, (1, LONGEST_SIDE))
        _within("height", self.height, (1, LONGEST_SIDE))
        _within("dpi", self.dpi, RESOLUTIONS)
        _within("scale", self.scale, SCALES)
        if self.width * self.height > MOST_PIXELS:
            raise fail(ProblemCode.BAD_REQUEST, reason=f"a picture has at most {MOST_PIXELS // 1_000_000} megapixels")


def _within(name: str, value: float, bounds: tuple[float, float]) -> None:
    low, high = bounds
    if not low <= value <= high:
        raise fail(ProblemCode.BAD_REQUEST, reason=f"`{name}` must be from {low} to {high}")


@dataclass(frozen=True, slots=True)
class Preset:
    """A usual size: pixels, pixels per inch, and the scale at which its texts are easy to read."""

    name: str
    width: int
    height: int
    dpi: int
    scale: float


PRESETS = (
    Preset(QT_TRANSLATE_NOOP("Export", "Screen, 1600 × 1000"), 1600, 1000, 96, 1.6),
    Preset(QT_TRANSLATE_NOOP("Export", "Paper column, 85 mm"), 1004, 669, 300, 2.5),
    Preset(QT_TRANSLATE_NOOP("Export", "Slide, 1920 × 1080"), 1920, 1080, 96, 2.0),
)
