"""What a half-typed name may become."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from engine.language.functions import CONSTANTS, FUNCTIONS
from engine.language.lexemes import WORD

if TYPE_CHECKING:
    from collections.abc import Iterable

    from engine.language.names import Module

FORMS = (
    ("if", "if(condition, a, b)"),
    ("piecewise", "piecewise(condition, a, …, b)"),
    ("prod", "prod(n, 1, 10, a)"),
    ("sum", "sum(n, 1, 10, a)"),
)
"""The forms that are written like functions, each with how it is used."""


class Completion(NamedTuple):
    """A name that can be typed, how it is used, and a line of help (empty where there is none)."""

    name: str
    signature: str
    help: str = ""

    @property
    def is_call(self) -> bool:
        """Whether a bracket follows the name."""
        return "(" in self.signature


def word_before(text: str, place: int) -> str:
    """Return the name that ends at this place of the text; empty if none does, or if one goes on behind it."""
    for match in WORD.finditer(text):
        if match.start() < place <= match.end():
            return match.group() if place == match.end() else ""
    return ""


def completions(prefix: str, module: Module) -> list[Completion]:
    """Return what begins with the prefix, in any case of letters: the person's own names first, then the table's.

    Empty for an empty prefix, and where the prefix is all that can be completed. A half-typed name is a parameter
    already, so a parameter is not offered for itself.
    """
    if not prefix:
        return []
    found: dict[str, Completion] = {}
    for row in (*own_names(module), *_table()):
        if row.name.lower().startswith(prefix.lower()) and (row.is_call or row.name != prefix):
            found.setdefault(row.name, row)
    return [] if list(found) == [prefix] else list(found.values())


def own_names(module: Module) -> list[Completion]:
    """Return what the cards define, and their parameters of more than one letter, which are worth completing."""
    definitions = [entry.definition for entry in module.entries if entry.definition is not None]
    named = [
        Completion(row.name, f"{row.name}({', '.join(row.arguments)})" if row.arguments else row.name)
        for row in definitions
        if row.name is not None
    ]
    return named + [Completion(name, name) for name in module.parameters if len(name) > 1]


def _table() -> Iterable[Completion]:
    for row in FUNCTIONS:
        for name in (row.name, *row.aliases):
            yield Completion(name, name + row.signature[len(row.name) :], row.help)
    for name in CONSTANTS:
        yield Completion(name, name)
    for name, signature in FORMS:
        yield Completion(name, signature)
