"""Near names: what someone may have meant by a name that nobody knows."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from engine.language.functions import BY_NAME
from engine.problems import EngineError, ProblemCode, Span, fail

if TYPE_CHECKING:
    from collections.abc import Iterable

ELSEWHERE = {
    "tg": "tan", "ctg": "cot", "cotg": "cot", "cosec": "csc", "arctg": "atan", "arcctg": "acot", "arcotg": "acot",
    "sh": "sinh", "ch": "cosh", "th": "tanh", "arsh": "asinh", "arch": "acosh", "arth": "atanh", "lg": "log10",
    "lb": "log2", "ld": "log2", "sen": "sin", "signum": "sign"}  # fmt: skip
"""What other books and programs call a function."""
NEAR = 0.6
"""What difflib must find alike before the slips are counted."""


def unknown_name(name: str, span: Span, own: Iterable[str] = ()) -> EngineError:
    """Return the error for a name that is called but not known, with the nearest known name if one is near."""
    other = next((known for known in (name.lower(), ELSEWHERE.get(name.lower(), "")) if known in BY_NAME), None)
    if other is not None:
        return fail(ProblemCode.UNKNOWN_NAME_SUGGESTION, span, name=name, suggestion=other)
    alike = get_close_matches(name[:40], [*own, *BY_NAME, "sum", "prod", "piecewise"], cutoff=NEAR)
    near = next((known for known in alike if 3 * slips(name[:40], known) <= len(name)), None)
    if near is not None:
        return fail(ProblemCode.UNKNOWN_NAME_SUGGESTION, span, name=name, suggestion=near)
    return fail(ProblemCode.UNKNOWN_NAME, span, name=name)


def slips(typed: str, meant: str) -> int:
    """Return how many letters were left out, added, changed or swapped: the restricted edit distance."""
    before: list[int] = []
    last = list(range(len(meant) + 1))
    for row, letter in enumerate(typed, 1):
        now = [row]
        for column, wanted in enumerate(meant, 1):
            least = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != wanted))
            if row > 1 < column and letter == meant[column - 2] and wanted == typed[row - 2]:
                least = min(least, before[column - 2] + 1)
            now.append(least)
        before, last = last, now
    return last[-1]
