"""Text in math notation -> tokens: products that are not written, kinds of bars and braces, functions and names.

What a name before `(` means depends on the names that are known, so the tokens are made here and the grammar in
`math_notation.lark` is over them.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from engine.language.brackets import check_brackets, holding, never_closed
from engine.language.characters import SPELLINGS, strange
from engine.language.functions import BY_NAME, CONSTANTS, GREEK_NAMES
from engine.language.lexemes import (
    ALL,
    FORMS,
    FUNCTION_POWER,
    INVERSE,
    KEYWORDS,
    LEXEME,
    LONG_DERIVATIVE,
    LONGEST,
    OPENING,
    PRIMES,
    SUPERSCRIPT,
    WORD,
    bare_names,
    order_of,
    plain_digits,
    plain_name,
)
from engine.language.nesting import check_nesting
from engine.language.suggestions import unknown_name
from engine.language.token import Part, Scope, Token, Tokens
from engine.language.tree import Name, Number
from engine.problems import EngineError, ProblemCode, Span, fail

if TYPE_CHECKING:
    from collections.abc import Callable

OPERATORS = {"+": "PLUS", "-": "MINUS", "*": "MUL", "/": "MUL", "%": "MUL", "^": "POW", "**": "POW", "!": "FACT",
             "<": "CMP", "<=": "CMP", ">": "CMP", ">=": "CMP", "==": "CMP", "!=": "CMP", ",": "COMMA", ";": "COMMA",
             ":": "COLON", "(": "LPAR", ")": "RPAR", "[": "LPAR", "]": "RPAR", "{": "LBRACE", "}": "RBRACE",
             "√": "SQRT"}  # fmt: skip
ENDS_OPERAND = frozenset({"NUMBER", "NAME", "RPAR", "BARCLOSE", "SUP", "FACT", "RBRACE"})
APPLIED = frozenset({"CALL", "BARE", "DIFFCALL", "DIFFBARE"})
STARTS_OPERAND = APPLIED | {"NUMBER", "NAME", "LPAR", "BAROPEN", "SQRT", "LBRACE"}
BRACKETS = frozenset({"LPAR", "RPAR", "LBRACE", "RBRACE"})


class Settled(NamedTuple):
    """What a lexeme means wherever it stands: the kind of the token, and `make(what, span)` is its part."""

    kind: str
    make: Callable[[Any, Span], Part]
    what: str | float
    starts: bool
    ends: bool


def settled(kind: str, make: Callable[[Any, Span], Part], what: str | float) -> Settled:
    """Return what the lexeme means."""
    return Settled(kind, make, what, kind in STARTS_OPERAND, kind in ENDS_OPERAND)


BLANK = Settled("", Token, "", False, False)
SIGNS: dict[str, Settled] = {" ": BLANK} | {
    written: settled(OPERATORS[sign], Token, "^" if sign == "**" else sign)
    for written, sign in [*zip(OPERATORS, OPERATORS, strict=True), *SPELLINGS.items()]
    if sign in OPERATORS and OPERATORS[sign] not in BRACKETS
}
PLAIN_BRACKETS = {sign: settled(OPERATORS[sign], Token, sign) for sign in "()[]}"}
PLAIN_BRACE = {"{": settled("LBRACE", Token, "{")}
TAKEN = BY_NAME.keys() | FORMS | KEYWORDS.keys() | {"mod"}
"""Names that are not a factor, or not wherever they stand."""


def tokenize(text: str, scope: Scope) -> Tokens:
    """Return the tokens of a text; raises `EngineError` at the first character or bracket that is off."""
    if len(text) > LONGEST:
        raise fail(ProblemCode.TOO_LONG, (LONGEST, len(text)), count=f"{len(text):,}", limit=f"{LONGEST:,}")
    return _Lexer(text, scope, check_brackets(text)).run()


class _Lexer:
    def __init__(self, text: str, scope: Scope, with_colon: frozenset[int]) -> None:
        self.text, self.scope, self.with_colon = text, scope, with_colon
        self.kinds: list[str] = []
        self.parts: list[Part] = []
        self.bars: list[list[int]] = [[]]
        """The open bars inside each open bracket."""
        bare = bare_names(text)
        self.factors = scope.values | CONSTANTS.keys() | bare
        self.settled = SIGNS | self.settled_brackets()
        """What means the same wherever it stands; numbers come to it as they are found."""
        if not PRIMES.search(text):
            self.settled |= {name: settled("NAME", Name, name) for name in bare if self.is_plain(name)}
        if LONG_DERIVATIVE.search(text):
            self.settled.pop("d", None)
        self.readers: dict[str | None, Callable[[re.Match[str]], int]] = {
            "blank": self.blank, "number": self.number, "malformed": self.malformed, "word": self.word,
            "derivative": self.derivative, "superscript": self.superscript, "bar": self.bar,
            "operator": self.operator}  # fmt: skip

    def settled_brackets(self) -> dict[str, Settled]:
        """Return the brackets that need no look at what is around them."""
        if "|" in self.text:  # bars are paired inside of each
            return {}
        braces = {match.start() for match in re.finditer("{", self.text)}
        return PLAIN_BRACKETS | (PLAIN_BRACE if braces <= self.with_colon else {})

    def run(self) -> Tokens:
        """Return the tokens. What is not settled has a reader, which adds some and returns where they end."""
        settled, kinds, parts = self.settled, self.kinds, self.parts
        end = done = 0
        ended = False
        for written in ALL.findall(self.text):
            start, end = end, end + len(written)
            known = settled.get(written)
            if start < done:
                self.refuse_cut(start, end, done)
            elif known is None:
                done = self.read(start)
                ended = bool(kinds) and kinds[-1] in ENDS_OPERAND
            elif known is not BLANK:
                kind, make, what, starts, ends = known
                if starts and ended:
                    self.multiply(kind, (start, end))
                kinds.append(kind)
                parts.append(make(what, (start, end)))
                ended = ends
        if self.bars[0]:
            raise never_closed(self.text, self.bars[0][-1], "|")
        check_nesting(kinds, parts)
        return Tokens(kinds, parts)

    def read(self, start: int) -> int:
        """Read what is not settled; return where it ends, which may be after the lexeme."""
        match = LEXEME.match(self.text, start)
        assert match is not None
        return self.readers[match.lastgroup](match)

    def refuse_cut(self, start: int, end: int, done: int) -> None:
        """Refuse a number that a token before has taken a part of."""
        if end > done:
            raise fail(ProblemCode.MALFORMED_NUMBER, (start, end), text=self.text[start:end])

    def add(self, kind: str, part: Part) -> int:
        """Add a token, with the product sign that was left out before it; return where it ends."""
        if kind in STARTS_OPERAND and self.kinds:
            self.multiply(kind, part.span)
        self.kinds.append(kind)
        self.parts.append(part)
        return part.span[1]

    def settle(self, match: re.Match[str], found: Settled) -> int:
        """Add a token, and every other that is written like it without another look."""
        self.settled[match.group()] = found
        return self.add(found.kind, found.make(found.what, match.span()))

    def multiply(self, kind: str, span: Span) -> None:
        """Add the product sign before a token, or mark the one that is there before a function's name."""
        before, start = self.kinds[-1], span[0]
        if before == kind == "NUMBER":
            advice = "Write `*` or `+` between two numbers."
            raise fail(ProblemCode.UNEXPECTED_TOKEN, span, text=self.text[start : span[1]], advice=advice)
        if before in ENDS_OPERAND:
            self.kinds.append("OUTER" if kind in APPLIED else "MUL")
            self.parts.append(Token("*", (start, start)))
        elif before == "MUL" and kind in APPLIED:
            self.kinds[-1] = "OUTER"

    def blank(self, match: re.Match[str]) -> int:
        self.settled[match.group()] = BLANK
        return match.end()

    def number(self, match: re.Match[str]) -> int:
        return self.settle(match, settled("NUMBER", Number, float(match.group())))

    def malformed(self, match: re.Match[str]) -> int:
        self.refuse_dotted(*match.span())
        raise fail(ProblemCode.MALFORMED_NUMBER, match.span(), text=match.group())

    def refuse_dotted(self, start: int, end: int) -> None:
        """`x.y` is meant as a name, not as a number."""
        is_name = bool(self.kinds) and self.kinds[-1] == "NAME" and self.parts[-1].span[1] == start
        if is_name and self.text[start + 1 : end].isidentifier():
            advice = "Names are Latin letters and digits, or a Greek letter, as in `lr`, `x_0` and `θ`."
            span = self.parts[-1].span[0], end
            raise fail(ProblemCode.NOT_OFFERED, span, what=f"The name `{self.text[slice(*span)]}`", advice=advice)

    def superscript(self, match: re.Match[str]) -> int:
        return self.settle(match, settled("SUP", Number, float(plain_digits(match.group()))))

    def is_derivative(self, match: re.Match[str]) -> bool:
        """Whether it is `d/dx` and not the quotient of two parameters, such as `d/delta`."""
        name = plain_name(match.group("name"))
        return match.group("sign") == "∂" or len(name) == 1 or "_" in name or name in self.scope.values

    def derivative(self, match: re.Match[str]) -> int:
        if not self.is_derivative(match):
            return self.word(WORD.match(self.text, match.start()))  # type: ignore[arg-type]
        high, low = order_of(match.group("high")), order_of(match.group("low"))
        if high != low or not 1 <= high <= 12:
            advice = "Write the same order twice, from 1 to 12, as in `d^2/dx^2(…)`."
            raise fail(ProblemCode.UNEXPECTED_TOKEN, match.span(), text=match.group(), advice=advice)
        name = plain_name(match.group("name"))
        if self.is_function(name) or name in KEYWORDS or (name in CONSTANTS and name not in self.scope.values):
            advice = "Take it by a variable or a parameter, as in `d/dx (…)`."
            raise fail(ProblemCode.NOT_OFFERED, match.span(), what=f"A derivative by `{name}`", advice=advice)
        kind = "DIFFCALL" if self.opens_at(match.end()) else "DIFFBARE"
        return self.add(kind, Token(name, match.span(), int(high)))

    def word(self, match: re.Match[str]) -> int:
        span = match.span()
        end = span[1]
        name = plain_name(match.group())
        if known := self.settled.get(name):
            return self.settle(match, known)
        if name in KEYWORDS:
            return self.add(KEYWORDS[name], Token(name, span))
        if name == "mod" and self.after_operand() and not self.opens_at(end):
            return self.add("MUL", Token("%", span))
        if self.is_function(name) if name not in GREEK_NAMES else self.calls(name, end):
            return self.function(name, span)
        if PRIMES.match(self.text, end):
            raise self.prime_refused(name, span)
        if name not in self.factors and self.opens_at(end):
            raise unknown_name(name, span, self.scope.functions)
        if self.is_glued(name):
            suggestion = f"{name[:-1]} {name[-1]}"
            raise fail(ProblemCode.UNKNOWN_NAME_SUGGESTION, span, name=name, suggestion=suggestion)
        return self.add("NAME", Name(name, span))

    def prime_refused(self, name: str, span: Span) -> EngineError:
        near = unknown_name(name, span, self.scope.functions)
        if name not in self.factors | GREEK_NAMES and near.problem.code is ProblemCode.UNKNOWN_NAME_SUGGESTION:
            return near
        advice = "Primes are for functions, such as `f(x) = …` in a card of its own."
        return fail(ProblemCode.NOT_OFFERED, span, what=f"A prime on `{name}`", advice=advice)

    def is_glued(self, name: str) -> bool:
        """`sinx` is a name like any other, but hardly what was meant."""
        return name[-1] in "xtθ" and len(name) > 2 and name[:-1] in BY_NAME and name not in self.scope.values

    def is_plain(self, name: str) -> bool:
        """Whether a name is a factor wherever it stands."""
        if name in TAKEN:
            return name in self.scope.values and name not in GREEK_NAMES and name not in KEYWORDS and name != "mod"
        return not (name in self.scope.functions or self.is_glued(name) or self.is_logarithm(name))

    def is_logarithm(self, name: str) -> bool:
        return name.startswith("log_") and len(name) > len("log_") and name not in self.scope.values

    def is_function(self, name: str) -> bool:
        if name in self.scope.values or name in GREEK_NAMES:
            return False
        known = name in BY_NAME or name in self.scope.functions or name in FORMS
        return known or name == "mod" or self.is_logarithm(name)

    def calls(self, name: str, end: int) -> bool:
        """Whether a bracket follows for which `beta` is the function: a known factor multiplies what has no comma."""
        match = OPENING.match(self.text, end)
        return match is not None and (name not in self.factors or match.end() - 1 in self.with_comma)

    @cached_property
    def with_comma(self) -> frozenset[int]:
        """Where the brackets open that hold a comma of their own."""
        return holding(",;", self.text)

    def function(self, name: str, span: Span) -> int:
        start, end = span
        base = ""
        if name.startswith("log_") and name not in self.scope.functions:
            name, base = "log", name.removeprefix("log_")
            if not base.isdigit() and (not WORD.fullmatch(base) or self.is_function(base) or base in KEYWORDS):
                advice = f"Write `ln(x)/ln({base})`."
                raise fail(ProblemCode.NOT_OFFERED, span, what=f"A logarithm to the base `{base}`", advice=advice)
        primes = 0
        if match := PRIMES.match(self.text, end):
            primes = sum({"″": 2, "‴": 3}.get(sign, 1) for sign in match.group())
            end = match.end()
        power, end = self.function_power(name, start, end)
        kind = "CALL" if self.opens_at(end) else "BARE"
        return self.add(kind, Token(name, (start, end), primes, power, base, self.scope))

    def function_power(self, name: str, start: int, end: int) -> tuple[float | None, int]:
        """Return the power between a function's name and its argument, as in `sin^2 x`, and where it ends."""
        if match := SUPERSCRIPT.match(self.text, end):
            digits = plain_digits(match.group())
        elif match := FUNCTION_POWER.match(self.text, end):
            digits = match.group(1)
        elif match := INVERSE.match(self.text, end):
            digits = "-1"
        else:
            return None, end
        if digits.startswith("-"):
            advice = f"Write `a{name}(x)` for the inverse, `1/{name}(x)` for one over it."
            span = (start, match.end())
            raise fail(ProblemCode.NOT_OFFERED, span, what=f"A negative power of `{name}` itself", advice=advice)
        return float(digits), match.end()

    def bar(self, match: re.Match[str]) -> int:
        kind = "BARCLOSE" if self.after_operand() and self.bars[-1] else "BAROPEN"
        if kind == "BARCLOSE":
            self.bars[-1].pop()
        else:
            self.bars[-1].append(match.start())
        return self.add(kind, Token("|", match.span()))

    def operator(self, match: re.Match[str]) -> int:
        written, span = match.group(), match.span()
        sign = SPELLINGS.get(written, written)
        kind = OPERATORS.get(sign)
        if kind is None:
            if sign != "=":
                raise strange(written[0], span[0])
            advice = "For a comparison write `==`; a definition is `f(x) = …`."
            raise fail(ProblemCode.UNEXPECTED_TOKEN, span, text=sign, advice=advice)
        return self.add(self.bracket(kind, span[0]), Token(sign, span))

    def bracket(self, kind: str, place: int) -> str:
        """Begin or end a group of bars; return the kind of the bracket, of which `{` has two."""
        if kind in ("RPAR", "RBRACE"):
            left = self.bars.pop()
            if left:
                raise never_closed(self.text, left[-1], "|")
            return kind
        self.bars.append([])
        # Braces that hold `condition: value` are a factor.
        restricts = kind == "LBRACE" and self.after_operand() and place not in self.with_colon
        return "RESTRICT" if restricts else kind

    def after_operand(self) -> bool:
        return bool(self.kinds) and self.kinds[-1] in ENDS_OPERAND

    def opens_at(self, place: int) -> bool:
        return OPENING.match(self.text, place) is not None
