"""How time and memory grow with samples, functions, the length of an expression and the order; prints JSON.

    python -m benchmarks.scale [PICTURE.png]

Each sweep varies one of them. `growth` is the slope of log time over log work between the last two sizes, so 1 is "as
the work", and must not exceed `MOST`. The work of an order is what reverse over reverse needs: twice that of the order
before.
"""

from __future__ import annotations

import gc
import json
import math
import sys
import time
from dataclasses import dataclass

from benchmarks.machine import machine
from benchmarks.memory import peak, start_peak
from engine.budget import Budget
from engine.calculus.derivatives import derivatives
from engine.language.names import read_module
from engine.language.program import compile_entry
from engine.torch_setup import torch

TEXT = "a sin(x) exp(-x^2/20)"
SAMPLES = (10**3, 10**4, 10**5, 10**6, 10**7)
FUNCTIONS = (1, 2, 5, 10, 20, 50)
NODES = (10, 50, 200, 500, 1000, 2000)
ORDERS = (0, 1, 2, 3, 4)
USUAL_SAMPLES = 1000
SECONDS = 1.0
"""For each case, of its sweep's turns."""
LEAST_TURNS = 5
MOST = 1.15
"""The caches of the processor are left behind on the way up, which is no work of ours."""


@dataclass(frozen=True)
class Case:
    """Functions to evaluate, the samples and the highest order."""

    texts: tuple[str, ...]
    samples: int = USUAL_SAMPLES
    order: int = 1


@dataclass
class Cost:
    """The least seconds of the thread in a few runs and the megabytes that one took at its peak."""

    case: Case
    seconds: float = math.inf
    megabytes: float = 0.0

    def __post_init__(self) -> None:
        texts = self.case.texts
        module = read_module(tuple((text, "math") for text in texts), frozenset("a"))
        self._programs = [compile_entry(module, place) for place in range(len(texts))]

    def run(self) -> None:
        """Evaluate the case once."""
        x = torch.linspace(-10, 10, self.case.samples, dtype=torch.float64)
        begun = time.thread_time()
        for program in self._programs:
            derivatives(program, x, {"a": 1.5}, self.case.order, Budget(seconds=1e6, steps=10**15, bytes_=10**15))
        self.seconds = min(self.seconds, time.thread_time() - begun)

    def weigh(self) -> None:
        """Evaluate the case once, and see how much memory that takes."""
        before = start_peak()
        self.run()
        self.megabytes = peak() - before


def measured(cases: list[Case]) -> list[Cost]:
    """Evaluate the cases by turns, so that a machine that changes its speed changes it for all of them."""
    costs = [Cost(case) for case in cases]
    for cost in costs:
        cost.weigh()
    end, turns = time.perf_counter() + SECONDS * len(costs), 0
    while time.perf_counter() < end or turns < LEAST_TURNS:
        gc.collect(1)
        for cost in costs:
            cost.run()
        turns += 1
    return costs


def long_text(nodes: int) -> str:
    """Return a sum of about so many nodes: five for each term."""
    return " + ".join(f"{index}.5 sin(x)" for index in range(1, max(2, nodes // 5 + 1)))


def sweeps() -> dict[str, list[tuple[float, Case]]]:
    """Return (work, case) by the name of what grows."""
    return {
        "samples": [(count, Case((TEXT,), samples=count)) for count in SAMPLES],
        "functions": [(count, Case((TEXT,) * count)) for count in FUNCTIONS],
        "nodes": [(nodes, Case((long_text(nodes),))) for nodes in NODES],
        "orders": [(2.0**order, Case((TEXT,), order=order)) for order in ORDERS],
    }


def growth(work: list[float], seconds: list[float]) -> float:
    """Return the slope of log time over log work at the upper end."""
    return round(math.log(seconds[-1] / seconds[-2]) / math.log(work[-1] / work[-2]), 3)


def draw(found: dict[str, dict[str, list[float]]], path: str) -> None:
    """Draw each sweep, time at the left and memory at the right, over the work."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(12, 3.2), layout="constrained")
    for axes, (name, row) in zip(figure.subplots(1, len(found)), found.items(), strict=True):
        axes.loglog(row["work"], row["milliseconds"], "o-", color="#0072b2", label="time, ms")
        axes.loglog(
            row["work"], [max(value, 0.1) for value in row["megabytes"]], "s--", color="#d55e00", label="memory, MB"
        )
        axes.set_xlabel(name if name != "orders" else "2^order")
        axes.grid(True, alpha=0.3)
        axes.legend(frameon=False)
    figure.savefig(path, dpi=100)


def main() -> None:
    """Measure, draw and print."""
    found: dict[str, dict[str, list[float]]] = {}
    for name, cases in sweeps().items():
        costs = measured([case for _, case in cases])
        found[name] = {
            "work": [work for work, _ in cases],
            "milliseconds": [round(one.seconds * 1e3, 3) for one in costs],
            "megabytes": [round(one.megabytes, 1) for one in costs],
        }
    if len(sys.argv) > 1:
        draw(found, sys.argv[1])
    slopes = {name: growth(row["work"], row["milliseconds"]) for name, row in found.items()}
    print(json.dumps({
        "machine": machine(),
        "sweeps": found,
        "growth": slopes,
        "reached": {name: slope <= MOST for name, slope in slopes.items()},
    }))  # fmt: skip


if __name__ == "__main__":
    main()
