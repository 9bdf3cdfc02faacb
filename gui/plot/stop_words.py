"""The words that say that a derivative leaves out what is stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from engine.language.stops import Stops

SCISSORS = "✂"
MOST_PARTS, LONGEST = 2, 28
"""So many parts are told, each in so many characters."""


def with_stops(name: str, stops: Stops, *, leaf: str = "") -> str:
    """Return what a derivative called `name` is told as; one by the parameter `leaf` leaves out that one's switch too.

    The name alone where nothing is stopped.
    """
    parts = [*([leaf] if leaf in stops.leaves else []), *stops.parts]
    if not parts:
        return name
    return QCoreApplication.translate("Stops", "{name} with stop at {places}").format(name=name, places=places(parts))


def briefly(name: str, stops: Stops) -> str:
    """Return the same in fewer characters, with scissors in the place of words."""
    return f"{name} {SCISSORS} {places(list(stops.parts))}" if stops.parts else name


def places(parts: list[str]) -> str:
    """Return what is stopped, as far as there is room to say it."""
    told = ", ".join(_shortened(part) for part in parts[:MOST_PARTS])
    return told if len(parts) <= MOST_PARTS else f"{told} +{len(parts) - MOST_PARTS}"


def _shortened(part: str) -> str:
    half = LONGEST // 2
    return part if len(part) <= LONGEST else f"{part[:half].rstrip()}…{part[-half + 1 :].lstrip()}"
