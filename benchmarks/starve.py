"""Does a slow function starve a drag? Functions of 1, 16, 50 and 200 ms an evaluation; prints JSON.

    QT_QPA_PLATFORM=offscreen python -m benchmarks.starve

For each: frames a second while the slider moves every 4 ms, beside 1 / (cost + floor), where the cost is the median of
the evaluations of this drag, and the floor the time from a tick to its frame for a function that costs nothing; and how
long after the release the final value is on the screen at full quality, beside that evaluation's cost and two floors.
"""

from __future__ import annotations

import json
import statistics
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from benchmarks.machine import machine
from benchmarks.picture import HIGH, LOW
from benchmarks.slider_drag import Drag
from benchmarks.window import application, close_window, document_of, open_window, wait_until

if TYPE_CHECKING:
    from engine.outcome import Outcome
    from gui.application import Application
    from gui.window import Window

COSTS = (0.001, 0.016, 0.050, 0.200)
"""Seconds."""
DRAG_SECONDS = 4.0
TICK_MILLISECONDS = 4
LEAST = 0.9


def slow_text(terms: int) -> str:
    """Return a function that costs so many times its term."""
    return f"sum(n, 1, {terms}, a sin(n x)/n)"


def opened(text: str, app: Application) -> Window:
    """Return a window that shows f and f' of the text."""
    return open_window(document_of((text,), (0, 1)), app)


def terms_for(cost: float, app: Application) -> int:
    """Return how many terms make an evaluation cost so many seconds here."""
    window = opened(slow_text(100), app)
    outcomes: list[Outcome] = []
    window.picture.shown.connect(outcomes.append)
    drag = Drag(window.parameters.row("a").slider)
    window.plot.frame_painted.connect(drag.painted)
    drag.run()
    close_window(window)
    each = statistics.median(outcome.seconds for outcome in outcomes) / 100
    return max(1, round(cost / each))


def floor_seconds(app: Application) -> float:
    """Return the median seconds from a tick to its frame where the function costs nothing."""
    window = opened("a x", app)
    drag = Drag(window.parameters.row("a").slider)
    window.plot.frame_painted.connect(drag.painted)
    spent = drag.run()
    close_window(window)
    return statistics.median(spent) / 1e3


def measure(text: str, floor: float, app: Application) -> dict[str, float]:
    """Return the figures of one drag."""
    window = opened(text, app)
    slider = window.parameters.row("a").slider
    costs: list[float] = []
    frames: list[float] = []
    window.picture.shown.connect(lambda outcome: costs.append(outcome.seconds))
    window.plot.frame_painted.connect(lambda: frames.append(time.perf_counter()))
    begun = time.perf_counter()

    def tick() -> None:
        share = (time.perf_counter() - begun) / DRAG_SECONDS % 1.0
        slider.setSliderPosition(round(share * slider.maximum()))

    slider.setSliderDown(True)
    timer = QTimer(interval=TICK_MILLISECONDS)
    timer.timeout.connect(tick)
    timer.start()
    wait_until(lambda: time.perf_counter() - begun > DRAG_SECONDS)
    timer.stop()
    cost, shown = statistics.median(costs), len(frames)
    released = time.perf_counter()
    slider.setSliderDown(False)
    wait_until(lambda: window.picture.is_settled and len(frames) > shown)
    final, last_cost = frames[-1] - released, costs[-1]
    close_window(window)
    possible = 1 / (cost + floor)
    return {
        "cost_ms": round(cost * 1e3, 2),
        "frames_a_second": round(shown / DRAG_SECONDS, 1),
        "of_possible": round(shown / DRAG_SECONDS / possible, 3),
        "final_ms": round(final * 1e3, 1),
        "final_allowed_ms": round((last_cost + 2 * floor) * 1e3, 1),
    }


def main() -> None:
    """Measure and print."""
    app = application()
    floor = floor_seconds(app)
    rows = {f"{cost * 1e3:g} ms": measure(slow_text(terms_for(cost, app)), floor, app) for cost in COSTS}
    print(json.dumps({
        "machine": machine(),
        "floor_ms": round(floor * 1e3, 2),
        "range_of_a": [LOW, HIGH],
        "results": rows,
        "reached": {
            name: {"frames": row["of_possible"] >= LEAST, "final": row["final_ms"] <= row["final_allowed_ms"]}
            for name, row in rows.items()
        },
    }))  # fmt: skip


if __name__ == "__main__":
    main()
