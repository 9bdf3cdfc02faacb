"""Compiled functions against the same expressions written by hand in torch; prints JSON, takes about a minute.

    python -m benchmarks.evaluation

For each expression, number of samples and highest derivative: the median seconds of one evaluation, of one in a drag
(another value of the parameter every time, for which a tape is made), and by hand, and both ratios to the last. They
take turns, each going first as often as last, so that whatever else the machine does meets all. With glibc, large
arrays are slow or fast by the state of its allocator: set MALLOC_TRIM_THRESHOLD_, MALLOC_TOP_PAD_ and
MALLOC_MMAP_THRESHOLD_ to a gigabyte to compare at 100,000 samples and above.
"""

from __future__ import annotations

import itertools
import json
import statistics
import time
from typing import TYPE_CHECKING

from engine.budget import Budget
from engine.calculus.derivatives import derivatives, repeated
from engine.language.names import read_module
from engine.language.program import compile_entry
from engine.torch_setup import torch

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.language.program import Program

    Hand = Callable[[torch.Tensor, float], torch.Tensor]

A = 1.5
BY_HAND: dict[str, Hand] = {
    "sin(a x) exp(-x^2/20) + a cos(3x)": lambda x, a: torch.sin(a * x) * torch.exp(-(x**2) / 20) + a * torch.cos(3 * x),
    "x^3 - 2x + 1": lambda x, _: x**3 - 2 * x + 1,
    "sin(x^2) exp(-x/3) + ln(x + 11)": lambda x, _: torch.sin(x**2) * torch.exp(-x / 3) + torch.log(x + 11),
}
SAMPLES = (1_000, 10_000, 100_000, 1_000_000)
HIGHEST_ORDER = 4
SECONDS_EACH = 1.0
"""For one expression, number of samples and order; never fewer than `FEWEST` turns."""
FEWEST = 3


def by_hand(function: Hand, samples: torch.Tensor, highest: int) -> list[torch.Tensor]:
    """Return the function and its derivatives, in the shortest torch that is right."""
    x = samples.detach().requires_grad_(highest > 0)
    orders = [function(x, A)]
    for order in range(highest):
        (gradient,) = torch.autograd.grad(orders[-1].sum(), x, create_graph=order + 1 < highest)
        orders.append(gradient)
    return [value.detach() for value in orders]


def seconds(work: Callable[[], object]) -> float:
    """Return how long it took once."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def compare(works: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Return the medians of all, and the ratios to the last."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    turns = [*works.items(), *reversed(works.items())]
    end = time.perf_counter() + SECONDS_EACH
    while time.perf_counter() < end or len(taken["by_hand"]) < 2 * FEWEST:
        for name, work in turns:
            taken[name].append(seconds(work))
    medians = {name: statistics.median(each) for name, each in taken.items()}
    ratios = {f"ratio_{name}": round(medians[name] / medians["by_hand"], 4) for name in ("once", "dragged")}
    return medians | ratios


def row(text: str, program: Program, samples: torch.Tensor, order: int) -> dict[str, object]:
    """Return the comparison of one case."""
    budget = Budget(seconds=1e6, steps=10**15, bytes_=10**15)
    moving = (dict.fromkeys(program.parameters, A + 0.01 * (tick % 100)) for tick in itertools.count())
    result = compare(
        {
            "once": lambda: derivatives(program, samples, dict.fromkeys(program.parameters, A), order, budget),
            "dragged": lambda: repeated(program, samples, next(moving), order, budget),
            "by_hand": lambda: by_hand(BY_HAND[text], samples, order),
        }
    )
    return {"expression": text, "samples": samples.numel(), "orders": order, **result}


def main() -> None:
    """Print all cases."""
    rows = []
    for text in BY_HAND:
        program = compile_entry(read_module(((text, "math"),)), 0)
        for count in SAMPLES:
            samples = torch.linspace(-10, 10, count, dtype=torch.float64)
            rows += [row(text, program, samples, order) for order in range(HIGHEST_ORDER + 1)]
    print(json.dumps({"torch": torch.__version__, "threads": torch.get_num_threads(), "rows": rows}, indent=1))


if __name__ == "__main__":
    main()
