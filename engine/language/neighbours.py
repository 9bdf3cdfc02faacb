"""Which tokens may stand side by side: a text that has others is refused without being parsed, which takes longer."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from engine.language.grammar import END, grammar


def misplaced(kinds: list[str]) -> int | None:
    """Return the place of the first token of these kinds that can never follow the one before it.

    None if there is none; the number of tokens if no text ends with the last one.
    """
    allowed = _neighbours()
    ended = [END, *kinds, END]
    if allowed.issuperset(pairwise(ended)):
        return None
    return next((place for place, pair in enumerate(pairwise(ended)) if pair not in allowed), None)


@lru_cache(maxsize=1)
def _neighbours() -> frozenset[tuple[str, str]]:
    return frozenset((left, right) for left, right in grammar().neighbours)
