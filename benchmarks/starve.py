"""Does a slow function starve a drag? Functions of 1, 16, 50 and 200 ms an evaluation; prints JSON.

    QT_QPA_PLATFORM=offscreen python -m benchmarks.starve

For each: frames a second while the slider moves every 4 ms, beside 1 / (cost + floor), where the cost is the mean of
the evaluations of this drag, and the floor the time from a tick to its frame for a function that costs nothing; and how
long after the release the final value is on the screen, beside that cost and two floors. The slider has a new value at
every tick. Where a picture at full quality takes much longer than one of the drag, the latter comes first; how long the
full one takes is told, too.
"""

from __future__ import annotations

import json
import statistics
import time
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QTimer

from benchmarks.machine import machine
from benchmarks.picture import HIGH, LOW
from benchmarks.slider_drag import Drag
from benchmarks.window import application, close_window, document_of, open_window, wait_until
from engine.budget import Budget
from engine.evaluate import Evaluation
from engine.plan import Viewport, plan

if TYPE_CHECKING:
    from gui.application import Application
    from gui.window import Window

COSTS = (0.001, 0.016, 0.050, 0.200)
"""Seconds."""
DRAG_SECONDS = 4.0
TICK_MILLISECONDS = 4
LEAST = 0.9
REPEATS, ROUNDS = 8, 6
"""Evaluations that are measured, after as many as a tape takes to be made; times that the number of terms is mended."""


def slow_text(terms: int) -> str:
    """Return a function that costs so many times its term, and has the same smooth curve whatever it costs."""
    return f"sum(n, 1, {terms}, a sin(x + 1/n))/{terms}"


def opened(text: str, app: Application) -> Window:
    """Return a window that shows f and f' of the text."""
    return open_window(document_of((text,), (0, 1)), app)


def seconds_of(terms: int) -> float:
    """Return the seconds of an evaluation with so many terms, when a drag has repeated it a few times."""
    evaluation, shown = Evaluation(), document_of((slow_text(terms),), (0, 1))
    moved = (shown.with_parameter(replace(shown.parameters[0], value=float(value))) for value in range(1, REPEATS + 1))
    outcomes = [next(evaluation(plan(one, Viewport(), "live"), Budget())) for one in moved]
    return statistics.median(outcome.seconds for outcome in outcomes[REPEATS // 2 :])


def terms_for(cost: float) -> int:
    """Return how many terms make an evaluation cost so many seconds.

    It is found step by step: a short function runs on a tape and a long one does not.
    """
    terms = 1
    for _ in range(ROUNDS):
        terms = max(1, round(terms * cost / seconds_of(terms)))
    return terms


def floor_seconds(app: Application) -> float:
    """Return the median seconds from a tick to its frame where the function costs nothing."""
    window = opened("a x", app)
    drag = Drag(window.parameters.row("a").slider)
    window.plot.frame_painted.connect(drag.painted)
    spent = drag.run()
    close_window(window)
    return statistics.median(spent) / 1e3


class Watched:
    """A window's drag as a person sees it: what each evaluation costs, and when its frame is on the screen."""

    def __init__(self, window: Window) -> None:
        self.window, self.slider = window, window.parameters.row("a").slider
        self.costs: list[float] = []
        self.frames: list[tuple[float, float]] = []
        """The time and the value of a that is shown."""
        window.picture.shown.connect(lambda outcome: self.costs.append(outcome.seconds))
        window.plot.frame_painted.connect(lambda: self.frames.append((time.perf_counter(), self.shown)))

    @property
    def shown(self) -> float:
        """The value of a in the picture on the screen."""
        outcome = self.window.picture.outcome
        return float("nan") if outcome is None else dict(outcome.request.parameters)["a"]

    def drag(self) -> None:
        """Move the slider to and fro, a step at every tick."""
        begun, last, place = time.perf_counter(), self.slider.maximum(), 0

        def tick() -> None:
            nonlocal place
            place += 1
            self.slider.setSliderPosition(abs((place % (2 * last)) - last))

        self.slider.setSliderDown(True)
        timer = QTimer(interval=TICK_MILLISECONDS)
        timer.timeout.connect(tick)
        timer.start()
        wait_until(lambda: time.perf_counter() - begun > DRAG_SECONDS)
        timer.stop()

    def release(self) -> tuple[float, float]:
        """Let the slider go; return the seconds until its value is on the screen, and until it is at full quality."""
        released, before = time.perf_counter(), len(self.frames)
        value = {one.name: one.value for one in self.window.store.document.parameters}["a"]
        first = 0.0 if self.shown == value else float("inf")
        self.slider.setSliderDown(False)
        wait_until(lambda: self.window.picture.is_settled and len(self.frames) > before)
        arrived = [moment - released for moment, shown in self.frames[before:] if shown == value]
        return min(first, *arrived), arrived[-1]


def measure(text: str, floor: float, app: Application) -> dict[str, float]:
    """Return the figures of one drag."""
    watched = Watched(opened(text, app))
    watched.drag()
    cost, frames = statistics.mean(watched.costs), len(watched.frames) / DRAG_SECONDS
    final, settled = watched.release()
    close_window(watched.window)
    return {
        "cost_ms": round(cost * 1e3, 2),
        "frames_a_second": round(frames, 1),
        "of_possible": round(frames * (cost + floor), 3),
        "final_ms": round(final * 1e3, 1),
        "final_allowed_ms": round((cost + 2 * floor) * 1e3, 1),
        "full_quality_ms": round(settled * 1e3, 1),
    }


def main() -> None:
    """Measure and print."""
    app = application()
    floor = floor_seconds(app)
    rows = {f"{cost * 1e3:g} ms": measure(slow_text(terms_for(cost)), floor, app) for cost in COSTS}
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
