"""The tokens of the math notation, and what a text is read against."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003  (dataclass fields are read at run time)
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from msgspec import Struct

from engine.problems import Span  # noqa: TC001

if TYPE_CHECKING:
    from engine.language.tree import Name, Number


@dataclass(frozen=True, slots=True)
class Scope:
    """Names that mean something before the text is read.

    `functions` are the user's own with their argument counts, `values` are variables, parameters and defined values.
    """

    functions: Mapping[str, int] = field(default_factory=dict)
    values: frozenset[str] = frozenset()


EMPTY = Scope()


class Token(Struct, frozen=True, gc=False):
    """A sign, bracket or word. The last fields say more of a function name (`sin''^2`, `log_b`)."""

    text: str
    span: Span
    primes: int = 0
    power: float | None = None
    base: str = ""
    scope: Scope = EMPTY


Part: TypeAlias = "Token | Name | Number"


class Tokens(NamedTuple):
    """A text's tokens: the terminal of the grammar that each is, and what it says; names and numbers are nodes."""

    kinds: list[str]
    parts: list[Part]
