"""Does a long session grow? 100,000 slider ticks, 10,000 text edits, 200 windows; prints JSON, megabytes.

    QT_QPA_PLATFORM=offscreen python -m benchmarks.soak [TICKS EDITS WINDOWS]

Memory is counted after a part of each has been done, when caches and Qt's own stores are full, and again at the end.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from benchmarks.machine import machine
from benchmarks.memory import settled
from benchmarks.picture import ONE
from benchmarks.slider_drag import TICKS as POSITIONS
from benchmarks.window import application, close_window, document, open_window, wait_until

if TYPE_CHECKING:
    from collections.abc import Callable

    from gui.application import Application
    from gui.window import Window

COUNTS = (100_000, 10_000, 200)
MOST = 5.0
"""Megabytes."""
WARM = 0.2
"""Share of each that is done before the first count."""
EACH_DRAG = 1_000
"""Ticks from press to release."""


def growth(step: Callable[[int], None], count: int) -> float:
    """Return by how many megabytes the process has grown."""
    first = round(count * WARM)
    for index in range(first):
        step(index)
    before = settled()
    for index in range(first, first + count):
        step(index)
    return round(settled() - before, 2)


def ticks(window: Window) -> Callable[[int], None]:
    """Return what moves the slider by one tick, to and fro, and now and then lets it go."""
    slider = window.parameters.row("a").slider

    def step(index: int) -> None:
        place = index % (2 * POSITIONS)
        slider.setSliderDown(True)
        slider.setSliderPosition(min(place, 2 * POSITIONS - place))
        QApplication.processEvents()
        if index % EACH_DRAG == EACH_DRAG - 1:
            slider.setSliderDown(False)
            wait_until(lambda: window.picture.is_settled)

    return step


def edits(window: Window) -> Callable[[int], None]:
    """Return what replaces the text of the first card as typing does; every tenth edit is a step of undo."""
    box = window.functions.card(1).text

    def step(index: int) -> None:
        box.selectAll()
        box.insertPlainText(f"a sin(x + {index % 3_000})")
        QApplication.processEvents()
        if index % 10 == 9:
            window.store.finish_gesture()
            wait_until(lambda: window.picture.is_settled)

    return step


def windows(application: Application) -> Callable[[int], None]:
    """Return what opens a window, waits for its curve and closes it."""

    def step(_index: int) -> None:
        close_window(open_window(document(ONE), application))

    return step


def main() -> None:
    """Measure and print."""
    counts = tuple(int(word) for word in sys.argv[1:4]) or COUNTS
    app = application()
    window = open_window(document(ONE), app)
    grown = {"slider_ticks": growth(ticks(window), counts[0]), "text_edits": growth(edits(window), counts[1])}
    close_window(window)
    grown["windows"] = growth(windows(app), counts[2])
    print(json.dumps({
        "unit": "MB",
        "machine": machine(),
        "counts": dict(zip(grown, counts, strict=True)),
        "grown": grown,
        "reached": {name: megabytes < MOST for name, megabytes in grown.items()},
    }))  # fmt: skip


if __name__ == "__main__":
    main()
