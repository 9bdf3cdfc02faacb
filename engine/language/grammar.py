"""The table by which math notation is read, and where it comes from: Lark makes it of `math_notation.lark`.

Making it takes Lark longer than anything else before the first picture, so it is kept in a file. After a change of the
grammar write it anew, which a test reminds of:

    python -m engine.language.grammar
"""

from __future__ import annotations

import json
from functools import lru_cache
from itertools import pairwise, product
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from lark import Lark
    from lark.grammar import Rule, Symbol

GRAMMAR = Path(__file__).with_name("math_notation.lark")
TABLE = Path(__file__).with_name("math_notation.json")
END = "$END"


class Grammar(NamedTuple):
    """An LALR table. `rules` are (size, name, method): so many values become one of this name, made by this method.

    Where the method is empty, the one value stays as it is. `states[state]` has for each kind of token or name of a
    rule the next state, or for a token -1 - the rule by which to reduce first. `neighbours` are the pairs of kinds that
    stand side by side in some text; `END` stands at its ends.
    """

    start: int
    end: int
    rules: list[list[Any]]
    states: list[dict[str, int]]
    neighbours: list[list[str]]


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """Return the table of the file."""
    return Grammar(**json.loads(TABLE.read_text("utf-8")))


def made() -> Grammar:
    """Return the table that Lark makes of the grammar."""
    from lark import Lark

    parser = Lark(GRAMMAR.read_text("utf-8"), parser="lalr", maybe_placeholders=False)
    found: Any = parser.parse_interactive("").parser_state.parse_conf
    rules = sorted(parser.rules, key=str)
    places = {rule: place for place, rule in enumerate(rules)}
    numbers = _numbered(found)
    states = [
        {
            str(symbol): -1 - places[argument] if action.name == "Reduce" else numbers[argument]
            for symbol, (action, argument) in sorted(found.states[state].items())
        }
        for state in numbers
    ]
    told = [[len(rule.expansion), str(rule.origin.name), _method(rule)] for rule in rules]
    return Grammar(numbers[found.start_state], numbers[found.end_state], told, states, _neighbours(parser))


def _numbered(found: Any) -> dict[int, int]:
    """Return numbers in the order in which the start reaches the states: Lark's own differ from run to run."""
    numbers, reached = {found.start_state: 0}, [found.start_state]
    for state in reached:
        for _, (action, argument) in sorted(found.states[state].items()):
            if action.name != "Reduce" and argument not in numbers:
                numbers[argument] = len(numbers)
                reached.append(argument)
    return numbers


def _method(rule: Rule) -> str:
    stands_for_itself = rule.options.expand1 and not rule.alias and len(rule.expansion) == 1
    return "" if stands_for_itself else str(rule.alias or rule.origin.name)


def _neighbours(parser: Lark) -> list[list[str]]:
    """Return the pairs of terminals that are neighbours in some text of the grammar, which has no empty rule."""
    rules = parser.rules
    first, last = _ends(rules, 0), _ends(rules, -1)

    def ends(symbol: Symbol, sets: dict[str, frozenset[str]]) -> frozenset[str]:
        return frozenset({symbol.name}) if symbol.is_term else sets[symbol.name]

    inside = [
        product(ends(left, last), ends(right, first)) for rule in rules for left, right in pairwise(rule.expansion)
    ]
    edges = [product([END], first["start"]), product(last["start"], [END])]
    return [list(pair) for pair in sorted({(str(one), str(other)) for pairs in inside + edges for one, other in pairs})]


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


def write() -> None:
    """Write the file anew."""
    TABLE.write_text(json.dumps(made()._asdict(), separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    write()
