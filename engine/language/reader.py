"""Reads tokens by the table that Lark makes of a grammar.

Lark's own loop looks each rule's callback up by a hash of its whole text, at every step. Here the table holds the
callbacks themselves, and the states that follow one another, so that a step is one look into a dictionary.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from engine.language.token import Token

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lark import Lark


END = "$END"
LAST = Token(END, "", (0, 0))


class Reduction(NamedTuple):
    """The last `size` values become one, of the rule `name`; without `make` one value stays as it is."""

    size: int
    name: str
    make: Callable[[list[Any]], Any] | None


State: TypeAlias = "dict[str, State | Reduction]"
"""By the kind of the token that comes next, or the rule that was just made: the next state, or what to reduce first."""


class Stopped(Exception):
    """No text of the grammar goes on like this; `place` is the number of the token."""

    def __init__(self, place: int) -> None:
        super().__init__(place)
        self.place = place


def table_of(parser: Lark) -> State:
    """Return the first state of an LALR parser. No rule stands for nothing: every reduction has a size."""
    made: Any = parser.parse_interactive([]).parser_state.parse_conf
    states: dict[int, State] = {state: {} for state in made.states}
    for state, actions in made.states.items():
        for symbol, (action, argument) in actions.items():
            kind = str(symbol)  # not a string of Lark's own, which is slow to compare
            if kind.isupper() and action.name == "Reduce":
                stands_for_itself = argument.options.expand1 and not argument.alias and len(argument.expansion) == 1
                make = None if stands_for_itself else made.callbacks[argument]
                states[state][kind] = Reduction(len(argument.expansion), str(argument.origin.name), make)
            else:
                states[state][kind] = states[argument]
    states[made.end_state][END] = states[made.end_state]
    return states[made.start_state]


def read(tokens: Iterable[Token], start: State) -> Any:
    """Return what the last rule makes; raises `Stopped`."""
    state, stack, values = start, [start], list[Any]()
    for place, token in enumerate(chain(tokens, [LAST])):
        kind = token.kind
        step: Any = state.get(kind)
        while step.__class__ is not dict:
            if step is None:
                raise Stopped(place)
            size, name, make = step
            if make is None:
                state = stack[-1] = stack[-2][name]  # type: ignore[assignment]
            else:
                values[-size:] = [make(values[-size:])]
                del stack[-size:]
                state = stack[-1][name]  # type: ignore[assignment]
                stack.append(state)
            step = state.get(kind)
        state = step
        stack.append(state)
        values.append(token)
    return values[-2]
