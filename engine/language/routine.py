"""A function with control flow as a flat list of instructions: what a `def` is read into. No torch.

Branches and loops are jumps, calls of helpers stand alone, and whatever is computed is an expression of the common
tree over the names of the instruction's function. Names that begin with `$` are made by the reader.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from engine.problems import Span  # noqa: TC001  (dataclass fields are read at run time)

if TYPE_CHECKING:
    from engine.language.tree import Arithmetic, Condition, Expression

SiteKind: TypeAlias = Literal["if", "elif", "while", "for", ""]


@dataclass(frozen=True, slots=True)
class Site:
    """A place where ways part. `kind` is empty where no word stands for it, as in `min(a, b)`.

    `has_else`: what goes on where the condition fails is an `else` of its own.
    """

    kind: SiteKind
    span: Span
    has_else: bool = False


@dataclass(frozen=True, slots=True)
class Assign:
    """Compute all values, then give them to the targets."""

    targets: tuple[str, ...]
    values: tuple[Expression, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Branch:
    """Go on where the condition holds, else at the instruction `otherwise`."""

    condition: Condition
    site: int
    span: Span
    otherwise: int = -1


@dataclass(frozen=True, slots=True)
class Jump:
    """Go on at the instruction `to`."""

    span: Span
    to: int = -1


@dataclass(frozen=True, slots=True)
class Invoke:
    """Call a function of the routine, and give what it returns to the target."""

    function: str
    arguments: tuple[Expression, ...]
    target: str
    span: Span


@dataclass(frozen=True, slots=True)
class Return:
    """Return the value."""

    value: Expression
    span: Span


@dataclass(frozen=True, slots=True)
class Missing:
    """The end of a function without a `return`."""

    span: Span


@dataclass(frozen=True, slots=True)
class Whole:
    """Make sure that the values of these names are whole numbers."""

    names: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Exact:
    """Compute with whole numbers, names or plain numbers, and make sure that the value is what Python has."""

    target: str
    value: Arithmetic
    span: Span


@dataclass(frozen=True, slots=True)
class MakeList:
    """A new list of these entries, `times` over."""

    target: str
    entries: tuple[Expression, ...]
    times: Expression | None
    span: Span


@dataclass(frozen=True, slots=True)
class Append:
    """Put a value at the end of a list."""

    name: str
    value: Expression
    span: Span


@dataclass(frozen=True, slots=True)
class Load:
    """Read the entry at an index, counted from the end below 0."""

    target: str
    name: str
    index: Expression
    span: Span


@dataclass(frozen=True, slots=True)
class Store:
    """Replace the entry at an index."""

    name: str
    index: Expression
    value: Expression
    span: Span


@dataclass(frozen=True, slots=True)
class Length:
    """How many entries a list has."""

    target: str
    name: str
    span: Span


Instruction: TypeAlias = (
    Assign | Branch | Jump | Invoke | Return | Missing | Whole | Exact | MakeList | Append | Load | Store | Length
)


@dataclass(frozen=True, slots=True)
class Function:
    """One `def`: where its instructions begin and end, and the names that its caller gives values to."""

    name: str
    arguments: tuple[str, ...]
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Default:
    """A default argument, which becomes a slider; `whole`: it was written as a whole number."""

    name: str
    value: float
    whole: bool


@dataclass(frozen=True, slots=True)
class Code:
    """All functions of a text, the one that is drawn last; that one starts at `start` of the instructions."""

    instructions: tuple[Instruction, ...]
    functions: tuple[Function, ...]
    sites: tuple[Site, ...]
    start: int
