"""Reads tokens by the table of a grammar.

Lark's own loop looks each rule's callback up by a hash of its whole text, at every step. Here the table holds the
callbacks themselves, and the states that follow one another, so that a step is one look into a dictionary.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from engine.language.grammar import END
from engine.language.token import Token

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from engine.language.grammar import Grammar

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


def table_of(table: Grammar, methods: object) -> State:
    """Return the first state. Each rule is made by the method of its name; none stands for nothing."""
    reductions = [Reduction(size, name, getattr(methods, method) if method else None)
                  for size, name, method in table.rules]  # fmt: skip
    states: list[State] = [{} for _ in table.states]
    for state, steps in zip(states, table.states, strict=True):
        state.update({kind: states[step] if step >= 0 else reductions[-1 - step] for kind, step in steps.items()})
    states[table.end][END] = states[table.end]
    return states[table.start]


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
