"""Which tokens may stand side by side: a text that has others is refused without being parsed, which takes longer."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise, product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lark import Lark
    from lark.grammar import Rule, Symbol

    from engine.language.token import Token

END = "$END"


def misplaced(tokens: list[Token], parser: Lark) -> int | None:
    """Return the place of the first token that can never follow the one before it.

    None if there is none; the number of tokens if no text ends with the last one.
    """
    allowed = _neighbours(parser)
    kinds = [END, *(token.kind for token in tokens), END]
    if allowed.issuperset(pairwise(kinds)):
        return None
    return next((place for place, pair in enumerate(pairwise(kinds)) if pair not in allowed), None)


@lru_cache(maxsize=1)
def _neighbours(parser: Lark) -> frozenset[tuple[str, str]]:
    """Return the pairs of terminals that are neighbours in some text of the grammar, which has no empty rule."""
    rules = parser.rules
    first, last = _ends(rules, 0), _ends(rules, -1)

    def ends(symbol: Symbol, sets: dict[str, frozenset[str]]) -> frozenset[str]:
        return frozenset({symbol.name}) if symbol.is_term else sets[symbol.name]

    inside = [
        product(ends(left, last), ends(right, first)) for rule in rules for left, right in pairwise(rule.expansion)
    ]
    edges = [product([END], first["start"]), product(last["start"], [END])]
    return frozenset(pair for pairs in inside + edges for pair in pairs)


def _ends(rules: list[Rule], at: int) -> dict[str, frozenset[str]]:
    """Return the terminals with which a text of each rule's name can begin (`at` 0) or end (-1)."""
    found = {rule.origin.name: frozenset[str]() for rule in rules}
    before = None
    while before != found:
        before = dict(found)
        for rule in rules:
            symbol = rule.expansion[at]
            found[rule.origin.name] |= {symbol.name} if symbol.is_term else found[symbol.name]
    return found
