"""Reads tokens by the table of a grammar.

Lark's own loop looks each rule's callback up by a hash of its whole text, at every step. Here the table holds the
callbacks themselves, and the states that follow one another, so that a step is one look into a dictionary.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from engine.language.grammar import END

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.language.grammar import Grammar
    from engine.language.token import Tokens


class Reduction(NamedTuple):
    """The last `size` values become one, of the rule `name`; without `make` one value stays as it is."""

    size: int
    name: str
    make: Callable[..., Any] | None


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
    for state in states:
        state.update({kind: _shortened(state, step) for kind, step in state.items()})
    states[table.end][END] = states[table.end]
    return states[table.start]


def _shortened(state: State, step: State | Reduction) -> State | Reduction:
    """Return the step that follows at once where the next state does no more than give one value another name."""
    while isinstance(step, dict) and len(set(map(id, step.values()))) == 1:
        (only, *_) = step.values()
        if isinstance(only, dict) or only.make is not None:
            break
        step = state[only.name]
    return step


def read(tokens: Tokens, start: State) -> Any:
    """Return what the last rule makes; raises `Stopped`."""
    state: Any = start
    states, values = [start], list[Any]()
    kinds, parts = [*tokens.kinds, END], [*tokens.parts, None]
    for place, kind, part in zip(range(len(kinds)), kinds, parts, strict=True):
        step: Any = state.get(kind)
        while step.__class__ is not dict:
            if step is None:
                raise Stopped(place)
            size, name, make = step
            if make is not None:
                values[-size:] = [make(*values[-size:])]
                if size > 1:
                    del states[1 - size :]
            state = states[-1] = states[-2][name]  # type: ignore[assignment]
            step = state.get(kind)
        state = step
        states.append(state)
        values.append(part)
    return values[-2]
