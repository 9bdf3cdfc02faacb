"""Python functions with control flow against torch that was batched by hand; prints JSON, takes a quarter of a minute.

    python -m benchmarks.lanes

For a Newton loop to a tolerance on 1,000 samples, and the highest derivative 0 and 1: the median seconds of both, and
their ratio; then the seconds of a loop of 10,000 turns.
"""

from __future__ import annotations

import json

from benchmarks.evaluation import compare, seconds
from engine.budget import Budget
from engine.calculus.derivatives import derivatives
from engine.language.names import read_module
from engine.language.program import Program, compile_entry
from engine.torch_setup import torch

NEWTON = """\
def f(x):
    y = x
    for i in range(50):
        dy = (y * y - x) / (2 * y)
        y = y - dy
        if abs(dy) < 1e-13:
            break
    return y
"""
LONG = """\
def f(x):
    y = x
    for i in range(10000):
        y = y + 0.001 * sin(y)
    return y
"""
SAMPLES = torch.linspace(0.1, 50, 1_000, dtype=torch.float64)


def by_hand(samples: torch.Tensor, highest: int) -> list[torch.Tensor]:
    """Return Newton's square root and its derivative, for all samples until the last one is done."""
    x = samples.detach().requires_grad_(highest > 0)
    y, active = x, torch.ones_like(x, dtype=torch.bool)
    for _ in range(50):
        dy = (y * y - x) / (2 * y)
        y = torch.where(active, y - dy, y)
        active = active & (dy.abs() >= 1e-13)
        if not active.any():
            break
    return [y, *torch.autograd.grad(y.sum(), x)] if highest else [y]


def ours(program: Program, highest: int) -> list[torch.Tensor]:
    """Return the same by the compiled text."""
    return derivatives(program, SAMPLES, {}, highest, Budget(seconds=60))


def main() -> None:
    """Print all cases."""
    newton, long = (compile_entry(read_module(((text, "python"),)), 0) for text in (NEWTON, LONG))
    rows: list[dict[str, object]] = []
    for highest in (0, 1):
        compared = compare(lambda: ours(newton, highest), lambda: by_hand(SAMPLES, highest))  # noqa: B023
        rows.append({"function": "newton", "orders": highest, **compared})
    for highest in (0, 1):
        rows.append({"function": "10,000 turns", "orders": highest, "seconds": seconds(lambda: ours(long, highest))})  # noqa: B023
    print(json.dumps({"torch": torch.__version__, "samples": SAMPLES.numel(), "rows": rows}, indent=1))


if __name__ == "__main__":
    main()
