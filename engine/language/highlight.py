"""What each part of a text is, for its colours. Never fails: half-typed text is coloured as far as it goes."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from engine.language.functions import BY_NAME, CONSTANTS, GREEK_NAMES
from engine.language.lexemes import FORMS, KEYWORDS, LEXEME, LONGEST, OPENING, plain_name
from engine.language.source import KEYWORDS as PYTHON_KEYWORDS

Kind = Literal[
    "number", "function", "constant", "variable", "name", "operator", "bracket", "keyword", "string", "comment"
]

PYTHON_WORDS = frozenset({"if", "else"})
VARIABLES = frozenset({"x", "t", "θ"})
QUOTES = ('"""', "'''")
HIDDEN = re.compile(
    r"(?P<comment>#.*)|(?P<long>\"\"\"|''')|(?P<string>'(?:[^'\\]|\\.)*(?:'|$)|\"(?:[^\"\\]|\\.)*(?:\"|$))"
)
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
    return [Part(*match.span(), _kind(match)) for match in LEXEME.finditer(text) if match.lastgroup != "blank"]


def _kind(match: re.Match[str]) -> Kind:
    group, written = match.lastgroup, match.group()
    if written in GREEK_NAMES and not OPENING.match(match.string, match.end()):
        return "name"
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


def line_parts(line: str, before: int) -> list[Part]:
    """Return the parts of one line of Python; `before` is the state after the line before (see `state_after`)."""
    hidden, _ = _hidden(line, before)
    shown = list(line)
    for part in hidden:
        shown[part.start : part.end] = " " * (part.end - part.start)
    plain = "".join(shown)
    found = [
        part._replace(kind="keyword") if plain[part.start : part.end] in PYTHON_KEYWORDS else part
        for part in parts(plain)
    ]
    return sorted([*found, *hidden])


def state_after(line: str, before: int) -> int:
    """Return the place in `QUOTES` of the long string that goes on behind this line; -1: none does."""
    return _hidden(line, before)[1]


def _hidden(line: str, state: int) -> tuple[list[Part], int]:
    """Return the comments and strings of a line, and the state after it."""
    found: list[Part] = []
    place = start = 0
    while True:
        if state >= 0:
            end = line.find(QUOTES[state], place)
            found.append(Part(start, len(line) if end < 0 else end + 3, "string"))
            if end < 0:
                return found, state
            place, state = end + 3, -1
        match = HIDDEN.search(line, place)
        if match is None:
            return found, -1
        start, place = match.span()
        if match.lastgroup == "long":
            state = QUOTES.index(match.group())
        else:
            found.append(Part(start, place, "comment" if match.lastgroup == "comment" else "string"))
