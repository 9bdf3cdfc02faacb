"""One slider drag in the real window, beside a floor, matplotlib and pyqtgraph as usual; prints JSON, milliseconds.

    QT_QPA_PLATFORM=offscreen python -m benchmarks.drag [TURNS]

200 ticks of the slider of the parameters panel through a = 0.5 .. 4.5 for sin(a x) exp(-x^2/20) + a cos(3x) on
[-10, 10], f and f' one above the other in 1000x700 pixels, width 2, antialiased, with a grid. A tick lasts from the
move of the slider until the frame is painted. The window does all that a drag does in it: numbers, tangent, readout,
legend, status. The same again for six functions with f, f' and f'' each. The subjects take turns; ratios are medians
of the ratios of the turns, so that what else the machine does meets both sides of each.
"""

from __future__ import annotations

import json
import statistics
import sys
from typing import TYPE_CHECKING

from benchmarks.contenders import floor, matplotlib_blitting, matplotlib_redrawing, pyqtgraph_as_usual
from benchmarks.machine import machine
from benchmarks.picture import ONE, SIX
from benchmarks.slider_drag import TICKS, figures
from benchmarks.window import application, ours

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.picture import Picture

    Subjects = dict[str, Callable[[Picture], list[float]]]

TURNS = 5
REACH = {
    "p50_by_matplotlib_blitting": 0.8,
    "p95_by_floor": 1.5,
    "p99_by_floor": 3.0,
    "p95_by_floor_18_curves": 2.0,
}
SLOW = ("matplotlib_redrawing", "pyqtgraph_as_usual")
"""So far behind that one turn tells enough."""


def measured(subjects: Subjects, picture: Picture, turns: int) -> dict[str, list[list[float]]]:
    """Return the ticks of each turn by subject."""
    spent: dict[str, list[list[float]]] = {name: [] for name in subjects}
    for turn in range(turns):
        for name, measure in subjects.items():
            if turn == 0 or name not in SLOW:
                spent[name].append(measure(picture))
    return spent


def ratio(spent: dict[str, list[list[float]]], other: str, percentile: str) -> float:
    """Return the median over the turns of ours by the other's."""
    turns = zip(spent["ours"], spent[other], strict=True)
    return round(statistics.median(figures(mine)[percentile] / figures(its)[percentile] for mine, its in turns), 3)


def results(spent: dict[str, list[list[float]]]) -> dict[str, dict[str, float]]:
    """Return the percentiles of all ticks by subject."""
    return {name: figures(tick for turn in turns for tick in turn) for name, turns in spent.items()}


def main() -> None:
    """Measure and print."""
    app, turns = application(), int(sys.argv[1]) if len(sys.argv) > 1 else TURNS
    quick = {"ours": lambda picture: ours(picture, app), "floor": floor}
    slow = {function.__name__: function for function in (matplotlib_blitting, matplotlib_redrawing, pyqtgraph_as_usual)}
    one, six = measured(quick | slow, ONE, turns), measured(quick, SIX, turns)
    ratios = {
        "p50_by_matplotlib_blitting": ratio(one, "matplotlib_blitting", "p50"),
        "p95_by_floor": ratio(one, "floor", "p95"),
        "p99_by_floor": ratio(one, "floor", "p99"),
        "p95_by_floor_18_curves": ratio(six, "floor", "p95"),
    }
    print(
        json.dumps(
            {
                "unit": "ms",
                "machine": machine(),
                "ticks": TICKS,
                "turns": turns,
                "f_and_derivative": results(one),
                "18_curves": results(six),
                "ratios": ratios,
                "reached": {name: ratios[name] <= REACH[name] for name in ratios},
            }
        )
    )


if __name__ == "__main__":
    main()
