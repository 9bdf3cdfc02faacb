"""One card's text: an optional head (`f(x) =`, `a =`) and a body in one of the notations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.language.brackets import DEPTH
from engine.language.functions import BY_NAME, CONSTANTS, GREEK_NAMES
from engine.language.lexemes import FORMS, KEYWORDS, LONGEST, plain_name
from engine.language.math_notation import parse
from engine.language.python_function import parse_program
from engine.language.python_subset import parse_python
from engine.language.source import is_program
from engine.language.token import Scope
from engine.language.tree import Definition, Expression
from engine.language.walk import Uses, depth, uses
from engine.problems import ProblemCode, Span, fail

if TYPE_CHECKING:
    from engine.document import Syntax

VARIABLES = ("x", "t", "θ")
"""x is the variable; t and θ are where they are the only one of the three."""
NAME = r"(?:[A-Za-z][A-Za-z0-9]*|[Ͱ-Ͽ][0-9]*)(?:_[A-Za-z0-9Ͱ-Ͽ]+)*[₀-₉]*"
HEAD = re.compile(
    rf"\s*(?P<name>{NAME})\s*(?P<brackets>\(\s*(?P<arguments>{NAME}(?:\s*[,;]\s*{NAME})*)\s*\)\s*)?=(?!=)"
)
DEF_HEAD = re.compile(r"^[ \t]*def[ \t]+(?P<name>\w+)[ \t]*\((?P<arguments>[^()]*)", re.MULTILINE)
PYTHON_ONLY = re.compile(r"\bif\b[^,]*\belse\b|//")
"""What only Python's notation has; where both notations read a text, they read the same."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a card defines, read before any body, because bodies see the names of all cards."""

    name: str
    arguments: tuple[str, ...]
    span: Span
    body_start: int


def read_head(text: str) -> Head | None:
    """Return the head of a definition; None for a bare expression."""
    if is_program(text[:LONGEST]):
        return _read_def(text[:LONGEST])
    match = HEAD.match(text[:LONGEST])
    if match is None:
        return None
    written = match.group("arguments")
    if written is not None:
        arguments = tuple(plain_name(name.strip()) for name in re.split("[,;]", written))
    else:
        arguments = _written_variable(text[match.end() :])
    return Head(plain_name(match.group("name")), arguments, match.span("name"), match.end())


def _read_def(text: str) -> Head | None:
    """Return the head of the last `def`; its arguments are those without a default."""
    found = list(DEF_HEAD.finditer(text))
    if not found:
        return None
    last = found[-1]
    written = [one for one in last.group("arguments").split(",") if one.strip() and "=" not in one]
    arguments = tuple(one.split(":")[0].strip() for one in written)
    return Head(last.group("name"), arguments, last.span("name"), 0)


def _written_variable(body: str) -> tuple[str, ...]:
    """Return the variable in the body of `y = x^2`, which is a function of it; nothing for `a = 1.5`."""
    present = {match.group() for match in re.finditer(NAME, body)} & set(VARIABLES)
    if "x" in present:
        return ("x",)
    return tuple(present) if len(present) == 1 else ()


def check_head(head: Head) -> None:
    """Raise reserved_name for a name that has a meaning already."""
    for name in (head.name, *head.arguments):
        plain = name in GREEK_NAMES and not (name == head.name and head.arguments)
        taken = (
            (name in BY_NAME and not plain) or name in CONSTANTS or name in FORMS or name in KEYWORDS or name == "mod"
        )
        if taken or (name == head.name and name == "x"):
            raise fail(ProblemCode.RESERVED_NAME, head.span, name=name)
    if len(set(head.arguments)) < len(head.arguments):
        raise fail(ProblemCode.RESERVED_NAME, head.span, name=head.arguments[-1])


def read_card(text: str, syntax: Syntax, head: Head | None, scope: Scope) -> tuple[Definition, Uses]:
    """Return what the text defines, and what that needs from outside of it; raises `EngineError`."""
    start = head.body_start if head else 0
    if is_program(text) and syntax != "math":
        program = _read_program(text, head, scope)
        return program, uses(program.body)
    if head:
        check_head(head)
        scope = Scope(scope.functions, scope.values | set(head.arguments))
    body = _read_body(text, syntax, start, scope)
    if depth(body, DEPTH) > DEPTH:
        raise fail(ProblemCode.TOO_DEEP, (start, len(text)), limit=DEPTH)
    used, span = uses(body), (0, len(text))
    if head is None:
        return Definition(None, (_variable(used),), body, span), used
    return Definition(head.name, head.arguments, body, span), used


def _read_program(text: str, head: Head | None, scope: Scope) -> Definition:
    name, arguments, body = parse_program(text, scope)
    if head is None or (head.name, head.arguments) != (name, arguments):
        advice = "Write the arguments as names, as in `def f(x, a=1.0):`."
        raise fail(ProblemCode.UNEXPECTED_TOKEN, (0, len(text)), text=name, advice=advice)
    check_head(head)
    if not arguments:
        advice = "The first argument is the variable, as in `def f(x, a=1.0):`."
        raise fail(ProblemCode.NOT_OFFERED, head.span, what="A function without a variable", advice=advice)
    return Definition(name, arguments, body, (0, len(text)))


def _read_body(text: str, syntax: Syntax, start: int, scope: Scope) -> Expression:
    python = syntax == "python" or (syntax == "auto" and PYTHON_ONLY.search(text, start) is not None)
    return parse_python(text, scope, start) if python else parse(text, scope, start)


def _variable(used: Uses) -> str:
    """Return the variable of a bare expression: x, or t or θ where it is the only one."""
    present = used.names.keys() & set(VARIABLES)
    return present.pop() if len(present) == 1 else "x"
