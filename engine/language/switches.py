"""Switches: the same functions with `stop` at chosen places, as if it were written there. No text changes.

A switch is made of what the recorded graph shows: a node, which stands at a span of a card's text, or a leaf, which is
the variable of one card's function or a parameter of them all.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from msgspec import structs

from engine.language.names import Module
from engine.language.routine import Assign, Branch, Jump
from engine.language.tree import Apply, Arithmetic, Call, Derivative, Name, Negate, Piecewise, Reduction, Routine
from engine.language.walk import children
from engine.problems import Span  # noqa: TC001  (dataclass fields are read at run time)

if TYPE_CHECKING:
    from engine.language.names import Entry
    from engine.language.routine import Code, Function, Instruction
    from engine.language.tree import Definition, Expression
    from engine.language.walk import Node

NUMBERS = (Name, Negate, Arithmetic, Call, Apply, Derivative, Piecewise, Reduction)


@dataclass(frozen=True, slots=True)
class Switch:
    """What takes no part in derivatives: a node at `span` of a card, or a leaf: its `name`.

    `entry` is the card's place in `Module.entries`: whose node it is, or whose variable. None: a parameter, of all.
    """

    entry: int | None
    span: Span | None = None
    name: str = ""


def is_switch(node: Node) -> bool:
    """Return whether this is a `stop` that a switch has put around what stands there: no text says it."""
    return isinstance(node, Call) and node.function == "stop" and node.arguments[0].span == node.span


def of_entry(switches: frozenset[Switch], entry: int) -> frozenset[Switch]:
    """Return those that count where this entry is run: the variable of another one is a leaf there, not here."""
    return frozenset(switch for switch in switches if not switch.name or switch.entry in (None, entry))


@lru_cache(maxsize=64)
def switched(module: Module, switches: frozenset[Switch]) -> Module:
    """Return the module with `stop` around what the switches name; itself if there are none.

    Of nodes that stand at the same span the outermost is meant. Values stay as they are, but for derivatives that a
    function contains: there it is as if `stop` were typed. A switch that fits nothing changes nothing. Equal arguments
    give the same module.
    """
    if not switches:
        return module
    return Module(tuple(_entry(entry, place, switches) for place, entry in enumerate(module.entries)))


def _entry(entry: Entry, place: int, switches: frozenset[Switch]) -> Entry:
    definition = entry.definition
    if definition is None:
        return entry
    spans = frozenset(switch.span for switch in switches if switch.entry == place and switch.span is not None)
    own = {switch.name for switch in switches if switch.entry == place} & set(definition.arguments)
    shared = {switch.name for switch in switches if switch.entry is None} - set(definition.arguments)
    body = _body(definition, spans, frozenset(own), frozenset(shared))
    return entry if body is definition.body else replace(entry, definition=structs.replace(definition, body=body))


def _body(definition: Definition, spans: frozenset[Span], own: frozenset[str], shared: frozenset[str]) -> Expression:
    if isinstance(definition.body, Routine):
        return _routine(definition.body, spans, own, shared)
    body: Expression = _stopped(definition.body, spans, own | shared)
    return body


def _stopped(body: Any, spans: frozenset[Span], leaves: frozenset[str]) -> Any:
    """Return the tree with `stop`s; without recursion, because trees are deep."""
    made: dict[int, Any] = {}
    for node, within in reversed(_parents_first(body)):
        same: Any = _rebuilt(node, made)
        chosen = not within.closed and node.span in spans and isinstance(node, NUMBERS) and not within.same_span
        if chosen or _is_leaf(node, leaves - within.bound):
            same = Call("stop", (same,), node.span)
        made[id(node)] = same
    return made[id(body)]


@dataclass(frozen=True, slots=True)
class _Within:
    """What is around a node: the names that are bound there; a derivative, which is one node of the graph."""

    bound: frozenset[str] = frozenset()
    closed: bool = False
    same_span: bool = False
    """What is directly around it stands at the same span."""


def _parents_first(body: Node) -> list[tuple[Node, _Within]]:
    """Return the nodes of the tree, each with what is around it."""
    found: list[tuple[Node, _Within]] = []
    waiting: list[tuple[Node, _Within]] = [(body, _Within())]
    while waiting:
        node, within = waiting.pop()
        found.append((node, within))
        bound, closed = within.bound, within.closed
        if isinstance(node, Reduction):
            bound |= {node.index}
        elif isinstance(node, Derivative):
            bound, closed = bound | {node.variable}, True
        if bound is not within.bound or closed is not within.closed or within.same_span:
            within = _Within(bound, closed)
        for child in children(node):
            same = child.span == node.span and isinstance(node, NUMBERS)
            waiting.append((child, replace(within, same_span=True) if same else within))
    return found


def _is_leaf(node: Node, leaves: frozenset[str]) -> bool:
    """Return whether a leaf is used here; where something is differentiated by it, that is used as one number."""
    name = node.variable if isinstance(node, Derivative) else node.name if isinstance(node, Name) else ""
    return name in leaves


def _rebuilt(node: Node, made: dict[int, Any]) -> Node:
    """Return the node with the parts that were made for its own; itself if they are the same."""
    if all(made[id(part)] is part for part in children(node)):
        return node
    return structs.replace(node, **{name: _swapped(getattr(node, name), made) for name in node.__struct_fields__})


def _swapped(value: Any, made: dict[int, Any]) -> Any:
    if isinstance(value, tuple):
        return tuple(_swapped(each, made) for each in value)
    return made.get(id(value), value)


def _routine(body: Routine, spans: frozenset[Span], own: frozenset[str], shared: frozenset[str]) -> Routine:
    """Return a Python function with `stop`s in its instructions, its variable stopped before the first of them."""
    outside = {name.name for name in body.uses if isinstance(name, Name)} - {one.name for one in body.defaults}
    # A slider's value has a prime where it is handed to the name of a default argument.
    leaves = frozenset(outside & shared) | frozenset(f"{name}'" for name in shared)
    instructions = tuple(_instruction(one, spans, leaves) for one in body.code.instructions)
    if not own and all(one is other for one, other in zip(instructions, body.code.instructions, strict=True)):
        return body
    code = replace(body.code, instructions=instructions)
    for name in sorted(own):
        code = _beginning(code, Assign((name,), (Call("stop", (Name(name, body.span),), body.span),), body.span))
    return structs.replace(body, code=code)


def _instruction(instruction: Instruction, spans: frozenset[Span], leaves: frozenset[str]) -> Instruction:
    changed = {}
    for each in fields(instruction):
        value = getattr(instruction, each.name)
        made = _parts(value, spans, leaves)
        if made is not value:
            changed[each.name] = made
    return replace(instruction, **changed) if changed else instruction


def _parts(value: Any, spans: frozenset[Span], leaves: frozenset[str]) -> Any:
    if isinstance(value, tuple):
        made = tuple(_parts(each, spans, leaves) for each in value)
        return value if all(one is other for one, other in zip(made, value, strict=True)) else made
    # A name alone may be a list; it is no node of the graph, but stands for one.
    inside = isinstance(value, NUMBERS) and not (isinstance(value, Name) and value.name not in leaves)
    return _stopped(value, spans, leaves) if inside else value


def _beginning(code: Code, first: Instruction) -> Code:
    """Return the code with an instruction before the one at which it starts."""
    start = code.start
    moved = [_moved(one, start) for one in code.instructions]
    functions = tuple(_moved_function(one, start) for one in code.functions)
    return replace(code, instructions=(*moved[:start], first, *moved[start:]), functions=functions)


def _moved(instruction: Instruction, start: int) -> Instruction:
    match instruction:
        case Jump(to=to) if to >= start:
            return replace(instruction, to=to + 1)
        case Branch(otherwise=otherwise) if otherwise >= start:
            return replace(instruction, otherwise=otherwise + 1)
    return instruction


def _moved_function(function: Function, start: int) -> Function:
    later = function.begin >= start
    return replace(function, begin=function.begin + later, end=function.end + (function.end > start))
