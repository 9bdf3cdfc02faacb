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
TURNS = 7
SCAN = re.compile(r"\s+|\w+|.", re.DOTALL)
LONG = {
    "sum": "x+" * 4_999,
    "product": "x*" * 4_999,
    "factors": "x " * 4_999,
    "quotient": "d/" * 4_999,
    "names": "".join(f"a{number}+" for number in range(1_700)),
    "numbers": "1.5+" * 2_499,
    "powers": "x^2+" * 2_499,
    "superscripts": "x²+" * 3_333,
    "bars": "|x|+" * 2_499,
    "brackets": "(x)+" * 2_499,
    "calls": "sin(x)+" * 1_428,
    "bare calls": "sin x+" * 1_666,
    "conditions": "if(x>0,1,2)+" * 833,
    "pieces": "{x>0:1,2}+" * 999,
    "nests": ("(" * 199 + "x" + ")" * 199 + "+") * 25,
    "nests of pieces": ("2{x>0:" * 199 + "x" + "}" * 199 + "+") * 7,
    "derivatives": "d/dx(x)+" * 1_249,
}
"""Each wants one more operand."""
LATE = {"missing end": "", "second sign": "*x", "unknown name": "q(x)", "condition": "(x>0)", "arguments": "sin(x,x)"}
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
    return {title: text[:LIMIT] for title, text in (late | OTHERS).items()}


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
    notations: tuple[Syntax, ...] = ("math", "python")
    result = {
        "unit": "ms",
        "floor": summary({title: milliseconds(lambda text=text: SCAN.findall(text)) for title, text in texts.items()}),
        "refused": {syntax: measured(texts, syntax, refusals=True) for syntax in notations},
        "read": {"math": measured(whole, "math", refusals=False)},
    }
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
