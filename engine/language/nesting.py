"""Chains that would nest too deep: signs in a row, powers of powers, comparisons of comparisons."""

from __future__ import annotations

import re
from itertools import repeat
from typing import TYPE_CHECKING

from engine.language.brackets import DEPTH
from engine.problems import ProblemCode, fail

if TYPE_CHECKING:
    from engine.language.token import Part

PREFIXES = ("MINUS", "PLUS", "NOT", "BARE", "DIFFBARE", "SQRT", "FACT", "SUP")
LETTERS = dict(zip(("COLON", "RBRACE", "RPAR", "COMMA", "AND", "OR", "MUL", "OUTER", "POW", "CMP"), "bbbccc**^<",
                   strict=True)) | dict.fromkeys(PREFIXES, "p") | dict.fromkeys(("MINUS", "PLUS"), "+")  # fmt: skip
"""One letter for each kind of token that matters here; the others are blanks."""
SIGNS, POWERS, COMPARISONS = (re.compile(f"{letters}{{{DEPTH + 1},}}") for letters in ("[p+]", "[^+*c]", "[^cb]"))


def check_nesting(kinds: list[str], parts: list[Part]) -> None:
    """Refuse what would nest too deep before the grammar spends its time on it; raises `EngineError` (too_deep)."""
    letters = "".join(map(LETTERS.get, kinds, repeat(" ")))
    for chain, counted in ((SIGNS, "p+"), (POWERS, "^"), (COMPARISONS, "<")):
        if sum(map(letters.count, counted)) > DEPTH:
            _check(letters, parts, chain, counted)


def _check(letters: str, parts: list[Part], chain: re.Pattern[str], counted: str) -> None:
    for found in chain.finditer(letters):
        places = [place for place in range(*found.span()) if letters[place] in counted]
        if len(places) > DEPTH:
            start = parts[places[DEPTH]].span[0]
            raise fail(ProblemCode.TOO_DEEP, (start, start + 1), limit=DEPTH)
