"""What every card says, read together: definitions see each other, and free names become parameters."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from engine.language.cards import Head, read_card, read_head
from engine.language.dependencies import Link, circles, spoiled
from engine.language.functions import CONSTANTS
from engine.language.token import Scope
from engine.language.tree import Routine
from engine.language.walk import Uses
from engine.problems import EngineError, Problem, ProblemCode, fail

if TYPE_CHECKING:
    from engine.document import Syntax
    from engine.language.dependencies import Links
    from engine.language.routine import Default
    from engine.language.tree import Definition

Sources = tuple[tuple[str, "Syntax"], ...]


NOTHING = Uses({}, {})


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
    uses: Uses = field(default=NOTHING, repr=False)
    """What the definition needs from outside of it."""


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
    functions = tuple(scope.functions.items())
    places = {head.name: place for place, head in reversed(list(enumerate(heads))) if head is not None}
    entries = [
        _read(text, syntax, functions, scope.values) if head is None or places[head.name] == place
        else _broken(text, syntax, fail(ProblemCode.DEFINED_TWICE, head.span, name=head.name))
        for place, ((text, syntax), head) in enumerate(zip(sources, heads, strict=True))
    ]  # fmt: skip
    links = [_links(entry, places) for entry in entries]
    _refuse_circles(entries, links)
    _refuse_spoiled(entries, links)
    free = [_free_names(entry, places) for entry in entries]
    return Module(tuple(_completed(place, entries, links, free) for place in range(len(entries))), (sources, known))


def _scope(heads: list[Head | None], known: frozenset[str]) -> Scope:
    """Return what every card sees. A name that a card defines, the first one that does, is no parameter."""
    first = {head.name: head for head in reversed(heads) if head is not None}
    functions = {name: len(head.arguments) for name, head in first.items() if head.arguments}
    return Scope(functions, frozenset((known | first.keys() | {"x", "t", "θ"}) - functions.keys()))


def forget() -> None:
    """Read every text anew from now on, so that reading can be measured."""
    read_module.cache_clear()
    _read.cache_clear()


@lru_cache(maxsize=256)
def _read(text: str, syntax: Syntax, functions: tuple[tuple[str, int], ...], values: frozenset[str]) -> Entry:
    """Read one card. Cached, so that of a long document only the card is read in which a person types."""
    scope = Scope(dict(functions), values)
    try:
        definition, used = read_card(text, syntax, read_head(text), scope)
    except EngineError as error:
        return Entry(text, syntax, problem=error.problem)
    return Entry(text, syntax, definition, uses=used)


def _broken(text: str, syntax: Syntax, error: EngineError) -> Entry:
    return Entry(text, syntax, problem=error.problem)


def _links(entry: Entry, places: dict[str, int]) -> list[Link]:
    """Return the definitions that an entry needs, each with the span of its first use."""
    bound = set(entry.definition.arguments) if entry.definition else set()
    values = {name: span for name, span in entry.uses.names.items() if name not in bound}
    used = [*values.items(), *entry.uses.calls.items()]
    return [Link(places[name], name, span) for name, span in used if name in places]


def _refuse_circles(entries: list[Entry], links: Links) -> None:
    for place, way in circles(links).items():
        names = (way[-1].name, *(link.name for link in way))
        error = fail(ProblemCode.DEFINITION_CYCLE, way[0].span, cycle=" → ".join(names))
        entries[place] = _broken(entries[place].text, entries[place].syntax, error)


def _refuse_spoiled(entries: list[Entry], links: Links) -> None:
    """Give each entry that needs a broken one a problem of its own."""
    broken = [place for place, entry in enumerate(entries) if entry.problem is not None]
    for place, link in spoiled(links, broken).items():
        error = fail(ProblemCode.DEPENDS_ON_PROBLEM, link.span, name=link.name)
        entries[place] = _broken(entries[place].text, entries[place].syntax, error)


def _free_names(entry: Entry, places: dict[str, int]) -> list[str]:
    bound = set(entry.definition.arguments) if entry.definition else set()
    return [name for name in entry.uses.names if name not in bound and name not in places and name not in CONSTANTS]


def _completed(place: int, entries: list[Entry], links: Links, free: list[list[str]]) -> Entry:
    """Return the entry with its variable and the parameters that it needs, also through other entries."""
    definition = entries[place].definition
    if definition is None:
        return entries[place]
    reached = {place: None}
    waiting = [place]
    for present in waiting:
        more = dict.fromkeys(link.to for link in links[present] if link.to not in reached)
        reached |= more
        waiting += more
    parameters = tuple(dict.fromkeys(name for present in reached for name in free[present]))
    variable = definition.arguments[0] if len(definition.arguments) == 1 else None
    return replace(entries[place], variable=variable, parameters=parameters)
