"""Switches: the same functions with `stop` at chosen places, as if it were written there. No text changes."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from engine.language.names import Module
from engine.language.tree import Apply, Arithmetic, Call, Derivative, Name, Negate, Piecewise, Reduction, Routine
from engine.language.walk import children, names
from engine.problems import Span  # noqa: TC001  (dataclass fields are read at run time)

if TYPE_CHECKING:
    from engine.language.names import Entry
    from engine.language.tree import Expression
    from engine.language.walk import Node

NUMBERS = (Name, Negate, Arithmetic, Call, Apply, Derivative, Piecewise, Reduction)
CLOSED = (Derivative, Routine)
"""What is one node of the graph: nothing inside of it is switched."""


@dataclass(frozen=True, slots=True)
class Switch:
    """What takes no part in derivatives: what stands at `span` in a card, or each use of the leaf `name` there.

    `entry` is the card's place in `Module.entries`.
    """

    entry: int
    span: Span | None = None
    name: str = ""


@lru_cache(maxsize=32)
def switched(module: Module, switches: frozenset[Switch]) -> Module:
    """Return the module with `stop` around what the switches name; itself if there are none.

    Values stay as they are, but for derivatives that a function contains: there it is as if `stop` were typed. A switch
    that fits nothing, and one inside a Python function, changes nothing. Equal arguments give the same module.
    """
    if not switches:
        return module
    entries = [
        _entry(entry, frozenset(switch for switch in switches if switch.entry == place))
        for place, entry in enumerate(module.entries)
    ]
    return Module(tuple(entries))


def can_switch(entry: Entry) -> bool:
    """Return whether switches reach into this card: a Python function has none."""
    return entry.definition is not None and not isinstance(entry.definition.body, Routine)


def _entry(entry: Entry, switches: frozenset[Switch]) -> Entry:
    if entry.definition is None or not switches:
        return entry
    spans = frozenset(switch.span for switch in switches if switch.span is not None)
    leaves = frozenset(switch.name for switch in switches if switch.name)
    body = _stopped(entry.definition.body, spans, leaves)
    return replace(entry, definition=replace(entry.definition, body=body))


def _stopped(body: Expression, spans: frozenset[Span], leaves: frozenset[str]) -> Expression:
    """Return the tree with `stop`s; without recursion, because trees are deep."""
    made: dict[int, Any] = {}
    for node, bound in reversed(_parents_first(body)):
        same: Any = _rebuilt(node, made)
        chosen = node.span in spans and isinstance(node, NUMBERS)
        if chosen or _is_leaf(node, leaves - bound):
            same = Call("stop", (same,), node.span)
        made[id(node)] = same
    return made[id(body)]  # type: ignore[no-any-return]


def _parents_first(body: Expression) -> list[tuple[Node, frozenset[str]]]:
    """Return the nodes of the graph, each with the indices of the sums and products around it."""
    found: list[tuple[Node, frozenset[str]]] = []
    waiting: list[tuple[Node, frozenset[str]]] = [(body, frozenset())]
    while waiting:
        node, bound = waiting.pop()
        found.append((node, bound))
        if isinstance(node, CLOSED):
            continue
        inner = bound | {node.index} if isinstance(node, Reduction) else bound
        waiting += [(child, inner) for child in children(node)]
    return found


def _is_leaf(node: Node, leaves: frozenset[str]) -> bool:
    if isinstance(node, Derivative):
        return any(name in leaves for name, _ in names(node))
    return isinstance(node, Name) and node.name in leaves


def _rebuilt(node: Node, made: dict[int, Any]) -> Node:
    """Return the node with the parts that were made for its own; itself if they are the same."""
    parts = () if isinstance(node, CLOSED) else children(node)
    if all(made[id(part)] is part for part in parts):
        return node
    return replace(node, **{each.name: _swapped(getattr(node, each.name), made) for each in fields(node)})


def _swapped(value: Any, made: dict[int, Any]) -> Any:
    if isinstance(value, tuple):
        return tuple(_swapped(each, made) for each in value)
    return made.get(id(value), value)
