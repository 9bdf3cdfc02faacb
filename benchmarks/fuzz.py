"""Reads random texts in both notations: nothing but our own problem may come of it; prints JSON.

    python -m benchmarks.fuzz [COUNT]

One million texts if no count is given: half of them pieces of both notations and half random characters. Reported are
the slowest refusal in milliseconds of CPU time and how much memory grew, in MB, between a tenth of the run and its end.
"""

from __future__ import annotations

import json
import random
import resource
import sys
import time

from engine.language.names import forget, read_module

WORDS = r"""
x t θ a b e π n 0 1 2 .5 1e3 2. .. + - * / ** ^ % ! ' ′ ( ) [ ] { } | , ; : = == < <= ≥ · √ ² ⁻¹ x₀ sin cos log_2 ln
beta exp min atan2 root if piecewise sum prod mod and or not else d/dx ∂/∂a f g f(x)= a= lambda is in . _ # " \ @ := а
ｘ ş 日 sni x.a __import__ 0x1 def return while for range(3) break continue import torch append
"""
PIECES = WORDS.split()
STATEMENTS = ("def f(x):\n    ", "\n    ", "\n        ", "\n", " ", "return ", "while x > 0:\n        ")


def composed(source: random.Random) -> str:
    """Return pieces of the notations, sometimes as the body of a function."""
    body = source.choice(("", " ")).join(source.choices(PIECES, k=source.randint(1, 25)))
    if source.random() < 0.7:
        return body
    return STATEMENTS[0] + "".join(source.choice(STATEMENTS[1:]) + part for part in body.split("x"))


def noise(source: random.Random) -> str:
    """Return random bytes as text, or random characters of all of Unicode."""
    size = source.randint(0, 40)
    if source.random() < 0.5:
        return source.randbytes(size).decode("latin-1")
    return "".join(chr(source.randrange(0x110000)) for _ in range(size))


def run(count: int, seed: int = 0) -> dict[str, object]:
    """Read so many texts; any exception that is not a problem of the text ends the run."""
    source = random.Random(seed)
    refused, slowest, text_of_slowest, early = 0, 0.0, "", 0
    for turn in range(count):
        text = composed(source) if turn % 2 else noise(source)
        begun = time.process_time()
        (entry,) = read_module(((text, source.choice(("math", "python", "auto"))),)).entries
        taken = 1_000 * (time.process_time() - begun)
        if entry.problem is not None:
            assert entry.problem.message
            refused += 1
            if turn > count // 100 and taken > slowest:
                slowest, text_of_slowest = taken, text
        if turn % 1_000 == 0:
            forget()
        if turn == count // 10:
            early = peak()
    grown = round((peak() - early) / 1024, 1)
    return {
        "texts": count,
        "refused": refused,
        "slowest ms": round(slowest, 2),
        "of": text_of_slowest,
        "grown MB": grown,
    }


def peak() -> int:
    """Return the most memory that the process has had, in kB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    print(json.dumps(run(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000), indent=1))
