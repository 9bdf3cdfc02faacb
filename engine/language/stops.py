"""What switches do to one function, for those who tell of it: whose derivatives are not the slopes any more."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from engine.language.switches import of_entry
from engine.language.tree import Apply, Derivative, Routine
from engine.language.walk import children, names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.language.names import Module
    from engine.language.switches import Switch
    from engine.language.walk import Node


@dataclass(frozen=True, slots=True)
class Stops:
    """What is stopped where a function is run. `parts` are as the texts have it; the `leaves` are parameters.

    `altered`: its value contains a derivative of what is stopped, and is another one with the switches than without.
    """

    parts: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()
    altered: bool = False


NONE = Stops()


@lru_cache(maxsize=256)
def stops(module: Module, switches: frozenset[Switch], entry: int) -> Stops:
    """Return what of these switches the entry meets; `NONE` if it meets none."""
    here = of_entry(switches, entry)
    if not here:
        return NONE
    reached = _reached(module, entry)
    met = [switch for switch in here if switch.entry in reached]
    spans = sorted((switch.entry or 0, switch.span) for switch in met if switch.span is not None)
    parts = [switch.name for switch in met if switch.name]
    parts += [" ".join(module.entries[place].text[slice(*span)].split()) for place, span in spans]
    leaves = {switch.name for switch in here if switch.entry is None} & set(module.entries[entry].parameters)
    stopped = {place for place, _ in spans}
    altered = any(_differentiates(module, place, stopped) for place in reached)
    return Stops(tuple(dict.fromkeys(parts)), tuple(sorted(leaves)), altered)


def _reached(module: Module, entry: int) -> set[int]:
    """Return the entry and all whose definitions it needs."""
    found: set[int] = set()
    waiting = [entry]
    while waiting:
        place = waiting.pop()
        if place in found:
            continue
        found.add(place)
        needed = module.entries[place].uses
        waiting += _places(module, {*needed.names, *needed.calls})
    return found


def _places(module: Module, called: set[str]) -> list[int]:
    """Return the entries that define these names."""
    named = ((place, entry.definition) for place, entry in enumerate(module.entries))
    return [place for place, one in named if one is not None and one.name is not None and one.name in called]


def _differentiates(module: Module, entry: int, stopped: set[int]) -> bool:
    """Return whether the entry contains a derivative of something that is stopped in one of those entries."""
    used = set(_differentiated(module, entry))
    return any(stopped & _reached(module, place) for place in _places(module, used))


def _differentiated(module: Module, entry: int) -> Iterator[str]:
    """Yield the names of the definitions of which the entry takes a derivative."""
    definition = module.entries[entry].definition
    waiting: list[tuple[Node, bool]] = [] if definition is None else [(definition.body, False)]
    while waiting:
        node, inside = waiting.pop()
        if isinstance(node, Apply) and (inside or node.order):
            yield node.function
        if isinstance(node, Derivative):
            yield from names(node.body)
            inside = True
        if not isinstance(node, Routine):  # it has no derivatives of its own
            waiting += [(child, inside) for child in children(node)]
