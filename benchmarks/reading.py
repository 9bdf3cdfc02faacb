"""How long texts of up to 10,000 characters take to be refused, and long ones to be read; prints JSON.

    python -m benchmarks.reading

For each notation p50, p95 and the maximum, in milliseconds, over texts that are meant to be slow; beside them, as the
floor of the same run, one search of each text for its words, numbers and signs by a regular expression alone.
"""

from __future__ import annotations

import gc
import json
import re
import statistics
import time
from typing import TYPE_CHECKING

from engine.language.names import forget, read_module

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.document import Syntax

LIMIT = 10_000
TURNS = 3
SCAN = re.compile(r"\s+|\w+|.", re.DOTALL)
TERMS = {
    "sum": "x+", "product": "x*", "factors": "x ", "quotient": "d/", "numbers": "1.5+", "powers": "x^2+",
    "superscripts": "x²+", "bars": "|x|+", "brackets": "(x)+", "calls": "sin(x)+", "bare calls": "sin x+",
    "powers of calls": "sin^2 x+", "conditions": "if(x>0,1,2)+", "pieces": "{x>0:1,2}+", "derivatives": "d/dx(x)+",
    "bare derivatives": "d/dx x+", "partial derivatives": "∂²/∂x²(x)*", "primes": "sin''(x)+", "sums": "sum(n,1,9,x)+",
    "logarithms": "log_2(x)-", "Greek": "θ·β₁−", "Greek calls": "beta(x,1)+", "roots": "√x÷", "signs": "-x!*",
    "chains": "if(0<x<=1 and not x>2,1,2)-", "blanks": "x       +\n", "floored": "x mod 2%", "choices": "max(x,1,2)*",
}  # fmt: skip
"""Each wants one more operand; long texts repeat one."""
NESTS = {
    "nests": ("(" * 199 + "x" + ")" * 199 + "+") * 24,
    "nests of pieces": ("2{x>0:" * 199 + "x" + "}" * 199 + "+") * 7,
    "nests of calls": ("sin(" * 150 + "x" + ")" * 150 + "+") * 13,
    "nests of choices": ("if(x>0,1," * 150 + "x" + ")" * 150 + "+") * 6,
}
NAMES = {
    "names": "".join(f"a{number}+" for number in range(1_700)),
    "names before brackets": "".join(f"a{number}(x)*" for number in range(1_100)) + "".join(
        f"a{number}*" for number in range(200)),
    "long names": "".join(f"{'q' * 40}_{number}*" for number in range(220)),
}  # fmt: skip
LONG = {kind: term * (9_990 // len(term)) for kind, term in TERMS.items()} | NESTS | NAMES
LATE = {"missing end": "", "second sign": "*x", "unknown name": "q(x)", "condition": "(x>0)", "arguments": "sin(x,x)"}
BLOCKS = {
    "assignments": "    y = x\n", "operations": "    x = x*x + 1.5\n", "calls": "    x = torch.sin(x)\n",
    "methods": "    x = x.sin().abs()\n", "branches": "    if x > 0:\n        x = -x\n",
    "loops": "    while x > 9: x -= 1\n", "ranges": "    for i in range(3): x += i\n",
    "lists": "    s = [x, 1, 2]\n    x += s[0]\n", "swaps": "    x, y = x, x\n", "recursion": "    x = f(x)\n",
    "choices": "    x = 1 if x > 0 else 2\n", "extremes": "    x = max(x, 1)\n", "comments": "    x += 1  # more\n",
    "wheres": "    x = torch.where(x > 0, x, 1)\n",
}  # fmt: skip
"""Statements of a function; long programs repeat one."""
LAST = {
    "unknown name": "return q(x)", "arguments": "return sin(x, x)", "no operand": "return x +", "import": "import os",
    "own list": "x.append(1)", "lambda": "return (lambda: x)()", "character": "return ş", "bracket": "return (x",
}  # fmt: skip
OTHERS = {
    "10,000 opening brackets": "(" * LIMIT,
    "10,000 closing brackets": ")" * LIMIT,
    "10,000 bars": "|" * LIMIT,
    "10,000 minus signs": "-" * LIMIT,
    "10,000 digits and a point": "1" * (LIMIT - 4) + ".2.3",
    "10,000 letters before a bracket": "q" * (LIMIT - 3) + "(x)",
    "10,000 signs of no meaning": "@" * LIMIT,
    "5,000 decimal commas": "1," * 4_999 + "1",
    "5,000 comparisons": "x<" * 4_999 + "x",
    "1,200 conditions": "x>0 and " * 1_249 + "x",
    "3,300 powers": "x**" * 3_332 + "x",
    "2,500 functions": "sin " * 2_499 + "x",
    "9,000 blanks": "x(" + " " * 9_000 + "x)*",
    "an unknown name among many": "+".join(f"q{number}x" for number in range(1_400)) + "+sine(x)",
}


def refused() -> dict[str, str]:
    """Return the texts that have a problem, mostly at their end, by a title."""
    late = {f"{kind}, {fault}": text + end for kind, text in LONG.items() for fault, end in LATE.items()}
    # The last problem of all is found when the whole text is read.
    circles = {f"{kind}, circle": f"g(x)={text}g(x)" for kind, text in LONG.items()}
    return {title: text[:LIMIT] for title, text in (late | circles | OTHERS).items()}


def programs() -> dict[str, str]:
    """Return functions of Python that have a problem at their end, by a title."""
    return {
        f"{kind}, {fault}": "def f(x):\n" + block * (9_900 // len(block)) + f"    {end}\n"
        for kind, block in BLOCKS.items()
        for fault, end in LAST.items()
    }


def milliseconds(work: Callable[[], object]) -> float:
    """Return the median time of several turns."""
    taken = []
    for _ in range(TURNS):
        begun = time.process_time()
        work()
        taken.append(1_000 * (time.process_time() - begun))
    return statistics.median(taken)


def read(text: str, syntax: Syntax) -> bool:
    """Read the text anew; return whether it was refused."""
    forget()
    (entry,) = read_module(((text, syntax),)).entries
    return entry.problem is not None


def summary(taken: dict[str, float]) -> dict[str, object]:
    """Return p50, p95 and the slowest with its title."""
    steps = statistics.quantiles(taken.values(), n=20, method="inclusive")
    slowest = max(taken, key=taken.__getitem__)
    return {"p50": round(steps[9], 2), "p95": round(steps[18], 2), "max": round(taken[slowest], 2), "slowest": slowest}


def measured(texts: dict[str, str], syntax: Syntax, *, refusals: bool) -> dict[str, object]:
    """Return the summary over the texts that are refused, or over those that are read."""
    chosen = {title: text for title, text in texts.items() if read(text, syntax) is refusals}
    taken = {title: milliseconds(lambda text=text: read(text, syntax)) for title, text in chosen.items()}
    return {"texts": len(taken), **summary(taken)}


def main() -> None:
    """Print the times of both notations and of the floor."""
    texts = refused()
    whole = {title: text + "x" for title, text in LONG.items()}
    gc.collect()
    gc.freeze()  # as the application does after its start
    notations: dict[Syntax, dict[str, str]] = {"math": texts, "python": texts | programs()}
    result = {
        "unit": "ms",
        "floor": summary({title: milliseconds(lambda text=text: SCAN.findall(text)) for title, text in texts.items()}),
        "refused": {syntax: measured(of, syntax, refusals=True) for syntax, of in notations.items()},
        "read": {"math": measured(whole, "math", refusals=False)},
    }
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
