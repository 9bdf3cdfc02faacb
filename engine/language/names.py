"""What every card says, read together: definitions see each other, and free names become parameters."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from engine.language.cards import Head, read_card, read_head
from engine.language.functions import CONSTANTS
from engine.language.token import Scope
from engine.language.tree import Routine
from engine.language.walk import calls, names
from engine.problems import EngineError, Problem, ProblemCode, Span, fail

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.document import Syntax
    from engine.language.routine import Default
    from engine.language.tree import Definition

Sources = tuple[tuple[str, "Syntax"], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One card, read: a definition, or the problem that it has.

    `variable` is the one argument over which it is sampled and drawn; None: it is a value (`a = 1.5`), has several
    arguments, or has a problem. `parameters` are the free names that its value needs, also through other cards, in
    the order of their first occurrence.
    """

    text: str
    syntax: Syntax
    definition: Definition | None = None
    problem: Problem | None = None
    variable: str | None = None
    parameters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Module:
    """All cards of a document in their order.

    Hashable: modules are equal that were read from equal `sources` (None: made by hand, equal to itself alone). Their
    trees are never compared, because they may be too deep for that.
    """

    entries: tuple[Entry, ...]
    sources: tuple[Sources, frozenset[str]] | None = None

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        return isinstance(other, Module) and self.sources is not None and self.sources == other.sources

    def __hash__(self) -> int:
        return id(self) if self.sources is None else hash(self.sources)

    @property
    def parameters(self) -> tuple[str, ...]:
        """Every free name of every entry, in the order of first occurrence."""
        return tuple(dict.fromkeys(name for entry in self.entries for name in entry.parameters))

    @property
    def defaults(self) -> dict[str, Default]:
        """The parameters that are default arguments of a Python function, by their names."""
        bodies = [entry.definition.body for entry in self.entries if entry.definition is not None]
        routines = [body for body in bodies if isinstance(body, Routine)]
        return {default.name: default for routine in reversed(routines) for default in routine.defaults}

    def definition(self, name: str) -> Definition:
        """Return the definition of this name; KeyError if no entry defines it."""
        for entry in self.entries:
            if entry.definition is not None and entry.definition.name == name:
                return entry.definition
        raise KeyError(name)


@lru_cache(maxsize=256)
def read_module(sources: Sources, known: frozenset[str] = frozenset()) -> Module:
    """Read all cards together; `known` are names that are parameters already, so that `a(x+1)` is a product.

    Never raises for a user's text: an entry that cannot be read has its `problem`. An empty text has the problem
    `empty`. Pure and cached.
    """
    heads = [read_head(text) for text, _ in sources]
    scope = _scope(heads, known)
    entries = [_read(text, syntax, head, scope) for (text, syntax), head in zip(sources, heads, strict=True)]
    _refuse_repeated(entries, heads)
    places = {head.name: place for place, head in reversed(list(enumerate(heads))) if head is not None}
    _refuse_cycles(entries, places)
    _refuse_broken(entries, places)
    return Module(tuple(_completed(entry, entries, places) for entry in entries), (sources, known))


def _scope(heads: list[Head | None], known: frozenset[str]) -> Scope:
    """Return what every card sees. A name that a card defines, the first one that does, is no parameter."""
    first = {head.name: head for head in reversed(heads) if head is not None}
    functions = {name: len(head.arguments) for name, head in first.items() if head.arguments}
    return Scope(functions, (known | first.keys() | {"x", "t", "θ"}) - functions.keys())


def _read(text: str, syntax: Syntax, head: Head | None, scope: Scope) -> Entry:
    try:
        return Entry(text, syntax, read_card(text, syntax, head, scope))
    except EngineError as error:
        return Entry(text, syntax, problem=error.problem)


def _refuse_repeated(entries: list[Entry], heads: list[Head | None]) -> None:
    seen: set[str] = set()
    for place, head in enumerate(heads):
        if head is not None and head.name in seen:
            problem = fail(ProblemCode.DEFINED_TWICE, head.span, name=head.name).problem
            entries[place] = Entry(entries[place].text, entries[place].syntax, problem=problem)
        elif head is not None:
            seen.add(head.name)


def _uses(entry: Entry, places: dict[str, int]) -> Iterator[tuple[str, Span]]:
    """Yield the definitions that an entry needs, each with the span of its first use."""
    if entry.definition is None:
        return
    bound = set(entry.definition.arguments)
    body = entry.definition.body
    for name, span in names(body):
        if name in places and name not in bound:
            yield name, span
    for call in calls(body):
        if call.function in places:
            yield call.function, call.span


def _refuse_cycles(entries: list[Entry], places: dict[str, int]) -> None:
    found: dict[int, Problem] = {}
    for place, entry in enumerate(entries):
        cycle = _cycle(place, entries, places)
        if cycle:
            told = " → ".join((*cycle, cycle[0]))
            span = next(span for name, span in _uses(entry, places) if name == (*cycle, cycle[0])[1])
            found[place] = fail(ProblemCode.DEFINITION_CYCLE, span, cycle=told).problem
    for place, problem in found.items():
        entries[place] = Entry(entries[place].text, entries[place].syntax, problem=problem)


def _cycle(start: int, entries: list[Entry], places: dict[str, int]) -> list[str]:
    """Return the names on a way from this definition back to itself, itself first; empty if there is none."""
    definition = entries[start].definition
    if definition is None or definition.name is None or places.get(definition.name) != start:
        return []
    came_from: dict[int, int] = {}
    waiting = [start]
    while waiting:
        place = waiting.pop(0)
        for name, _ in _uses(entries[place], places):
            if places[name] == start:
                way = [place]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                return [_name(entries[step]) for step in reversed(way)]
            if places[name] not in came_from:
                came_from[places[name]] = place
                waiting.append(places[name])
    return []


def _name(entry: Entry) -> str:
    return (entry.definition.name if entry.definition else None) or ""


def _refuse_broken(entries: list[Entry], places: dict[str, int]) -> None:
    """Give each entry that needs a broken one a problem of its own, until none is left."""
    changed = True
    while changed:
        changed = False
        for place, entry in enumerate(entries):
            for name, span in _uses(entry, places):
                if entries[places[name]].problem is not None:
                    problem = fail(ProblemCode.DEPENDS_ON_PROBLEM, span, name=name).problem
                    entries[place] = Entry(entry.text, entry.syntax, problem=problem)
                    changed = True
                    break


def _completed(entry: Entry, entries: list[Entry], places: dict[str, int]) -> Entry:
    """Return the entry with its variable and the parameters that it needs, also through other entries."""
    if entry.definition is None:
        return entry
    found: dict[str, None] = {}
    done: set[int] = set()
    waiting = [entry]
    while waiting:
        present = waiting.pop(0)
        assert present.definition is not None
        bound = set(present.definition.arguments)
        for name, _ in names(present.definition.body):
            if name not in bound and name not in places and name not in CONSTANTS:
                found.setdefault(name)
        for name, _ in _uses(present, places):
            if places[name] not in done:
                done.add(places[name])
                waiting.append(entries[places[name]])
    arguments = entry.definition.arguments
    variable = arguments[0] if len(arguments) == 1 else None
    return Entry(entry.text, entry.syntax, entry.definition, None, variable, tuple(found))
