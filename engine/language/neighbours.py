"""Which tokens may stand side by side: a text that has others is refused without being parsed, which takes longer."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from engine.language.grammar import END, grammar

if TYPE_CHECKING:
    from engine.language.token import Token


def misplaced(tokens: list[Token]) -> int | None:
    """Return the place of the first token that can never follow the one before it.

    None if there is none; the number of tokens if no text ends with the last one.
    """
    allowed = _neighbours()
    kinds = [END, *(token.kind for token in tokens), END]
    if allowed.issuperset(pairwise(kinds)):
        return None
    return next((place for place, pair in enumerate(pairwise(kinds)) if pair not in allowed), None)


@lru_cache(maxsize=1)
def _neighbours() -> frozenset[tuple[str, str]]:
    return frozenset((left, right) for left, right in grammar().neighbours)
