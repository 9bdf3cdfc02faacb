"""What each part of a text is, for its colours. Never fails: half-typed text is coloured as far as it goes."""

from __future__ import annotations

from typing import Literal, NamedTuple

from engine.language.functions import BY_NAME, CONSTANTS
from engine.language.lexer import FORMS, KEYWORDS, LEXEME, LONGEST, plain_name

Kind = Literal["number", "function", "constant", "variable", "name", "operator", "bracket"]

PYTHON_WORDS = frozenset({"if", "else"})
VARIABLES = frozenset({"x", "t", "θ"})
BRACKETS = frozenset("()[]{}|")


class Part(NamedTuple):
    """A kind and where it stands: `start` to before `end`."""

    start: int
    end: int
    kind: Kind


def parts(text: str) -> list[Part]:
    """Return the parts of a text in their order; blanks have none, and a text that is too long has none at all."""
    if len(text) > LONGEST:
        return []
    return [
        Part(*match.span(), _kind(match.lastgroup or "", match.group()))
        for match in LEXEME.finditer(text)
        if match.lastgroup != "blank"
    ]


def _kind(group: str, written: str) -> Kind:
    if group == "word":
        return _kind_of_name(plain_name(written))
    if group in ("number", "superscript"):
        return "number"
    if group == "derivative":
        return "function"
    return "bracket" if written in BRACKETS else "operator"


def _kind_of_name(name: str) -> Kind:
    if name in KEYWORDS or name in PYTHON_WORDS or name in FORMS or name in BY_NAME or name.startswith("log_"):
        return "function"
    if name in CONSTANTS:
        return "constant"
    return "variable" if name in VARIABLES else "name"
