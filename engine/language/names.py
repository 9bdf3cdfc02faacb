"""What every card says, read together: definitions see each other, and free names become parameters."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.document import Syntax
    from engine.language.tree import Definition
    from engine.problems import Problem


@dataclass(frozen=True, slots=True)
class Entry:
    """One card, read: a definition, or the problem that it has.

    `variable` is the one argument over which it is sampled and drawn; None: it is a value (`a = 1.5`), has several
    arguments, or has a problem. `parameters` are the free names that its value needs, also through other cards, in
    the order of their first occurrence.
    """

    text: str
    syntax: Syntax
    definition: Definition | None = field(default=None, hash=False)
    """Not hashed: it follows from the texts, and a long chain is too deep for the hash of dataclasses."""
    problem: Problem | None = None
    variable: str | None = None
    parameters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Module:
    """All cards of a document in their order. Hashable: equal texts make equal modules."""

    entries: tuple[Entry, ...]

    @property
    def parameters(self) -> tuple[str, ...]:
        """Every free name of every entry, in the order of first occurrence."""
        return tuple(dict.fromkeys(name for entry in self.entries for name in entry.parameters))

    def definition(self, name: str) -> Definition:
        """Return the definition of this name; KeyError if no entry defines it."""
        for entry in self.entries:
            if entry.definition is not None and entry.definition.name == name:
                return entry.definition
        raise KeyError(name)


@lru_cache(maxsize=256)
def read_module(sources: tuple[tuple[str, Syntax], ...], known: frozenset[str] = frozenset()) -> Module:
    """Read all cards together; `known` are names that are parameters already, so that `a(x+1)` is a product.

    Never raises for a user's text: an entry that cannot be read has its `problem`. An empty text has the problem
    `empty`. Pure and cached.
    """
    raise NotImplementedError
