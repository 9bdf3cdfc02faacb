"""Text in math notation -> tokens: products that are not written, kinds of bars and braces, functions and names.

What a name before `(` means depends on the names that are known, so the tokens are made here and the grammar in
`math_notation.lark` is over them.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from engine.language.brackets import DEPTH, check_brackets, holding, never_closed
from engine.language.characters import (
    GREEK,
    INSTEAD,
    SPELLINGS,
    SUBSCRIPTS,
    SUPERSCRIPTS,
    described,
    lookalike,
    printable,
)
from engine.language.functions import BY_NAME, CONSTANTS, GREEK_NAMES
from engine.language.suggestions import unknown_name
from engine.language.token import Scope, Token
from engine.problems import EngineError, ProblemCode, Span, fail

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST = 10_000
FORMS = frozenset({"if", "piecewise", "sum", "prod"})
"""Written like functions, but their arguments are not all numbers."""
KEYWORDS = {"and": "AND", "or": "OR", "not": "NOT"}
OPERATORS = {"+": "PLUS", "-": "MINUS", "*": "MUL", "/": "MUL", "%": "MUL", "^": "POW", "**": "POW", "!": "FACT",
             "<": "CMP", "<=": "CMP", ">": "CMP", ">=": "CMP", "==": "CMP", "!=": "CMP", ",": "COMMA", ";": "COMMA",
             ":": "COLON", "(": "LPAR", ")": "RPAR", "[": "LPAR", "]": "RPAR", "{": "LBRACE", "}": "RBRACE",
             "√": "SQRT"}  # fmt: skip
PLAIN_BRACKETS = {sign: (OPERATORS[sign], sign) for sign in "()[]}"}
ENDS_OPERAND = frozenset({"NUMBER", "NAME", "RPAR", "BARCLOSE", "SUP", "FACT", "RBRACE"})
BEFORE_OPERAND = ENDS_OPERAND | {"MUL"}
APPLIED = frozenset({"CALL", "BARE", "DIFFCALL", "DIFFBARE"})
STARTS_OPERAND = APPLIED | {"NUMBER", "NAME", "LPAR", "BAROPEN", "SQRT", "LBRACE"}
PREFIXES = frozenset({"MINUS", "PLUS", "NOT", "BARE", "DIFFBARE", "SQRT", "FACT", "SUP"})
ENDS_POWER = frozenset({"PLUS", "MINUS", "MUL", "OUTER", "COMMA", "AND", "OR"})
ENDS_CHAIN = frozenset({"COMMA", "AND", "OR", "COLON", "RBRACE", "RPAR"})
BRACKETS = frozenset({"LPAR", "RPAR", "LBRACE", "RBRACE"})
SIGNS: dict[str, tuple[str, str]] = {
    written: (OPERATORS[sign], "^" if sign == "**" else sign)
    for written, sign in [*zip(OPERATORS, OPERATORS, strict=True), *SPELLINGS.items()]
    if sign in OPERATORS and OPERATORS[sign] not in BRACKETS
}
"""The kind and the text of each sign that means the same wherever it stands."""
COUNTED = PREFIXES | ENDS_POWER | ENDS_CHAIN | {"POW", "CMP"}

WORD = re.compile(rf"(?:[A-Za-z][A-Za-z0-9]*|[{''.join(sorted(GREEK))}][0-9]*)(?:_[A-Za-z0-9Ͱ-Ͽ]+)*[₀-₉]*")
SUPERSCRIPT = re.compile("⁻?[⁰¹²³⁴-⁹]+")
PRIMES = re.compile("['′’″‴]+")
FUNCTION_POWER = re.compile(r"\s*(?:\^|\*\*)\s*([0-9]+)(?![0-9.])")
INVERSE = re.compile(r"\s*(?:\^|\*\*)\s*(?:\(\s*[-−]\s*1\s*\)|[-−]\s*1)")
MALFORMED = re.compile(r"[\w.]*")
FOLLOWED = re.compile(rf"({WORD.pattern})(\s*[(\['′″])?")
"""A name, and the bracket or prime behind it."""
OPENING = re.compile(r"\s*[(\[]")
PLAIN = str.maketrans(SUPERSCRIPTS)
LEXEME = re.compile(
    r"(?P<blank>\s+)"
    r"|(?P<number>(?>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)(?![._]))"
    r"|(?P<malformed>[0-9]+\.?[0-9]*|\.)"
    r"|(?P<derivative>(?P<sign>[d∂])(?P<high>\s*\^\s*[0-9]+|[⁰¹²³⁴-⁹]+)?\s*[/÷∕]\s*(?P=sign)\s*"
    r"(?P<name>(?:[A-Za-z][A-Za-z0-9]*|[Ͱ-Ͽ])(?:_[A-Za-z0-9]+)*)(?P<low>\s*\^\s*[0-9]+|[⁰¹²³⁴-⁹]+)?)"
    rf"|(?P<word>{WORD.pattern})"
    rf"|(?P<superscript>{SUPERSCRIPT.pattern})"
    r"|(?P<bar>\|)"
    r"|(?P<operator>\*\*|[<>=!]=|.)",
    re.DOTALL,
)
"""One lexeme; the group that matches says which method of `_Lexer` reads it."""


def tokenize(text: str, scope: Scope) -> list[Token]:
    """Return the tokens of a text; raises `EngineError` at the first character or bracket that is off."""
    if len(text) > LONGEST:
        raise fail(ProblemCode.TOO_LONG, (LONGEST, len(text)), count=f"{len(text):,}", limit=f"{LONGEST:,}")
    return _Lexer(text, scope, check_brackets(text)).run()


class _Lexer:
    def __init__(self, text: str, scope: Scope, with_colon: frozenset[int]) -> None:
        self.text, self.scope, self.with_colon = text, scope, with_colon
        self.tokens: list[Token] = []
        self.bars: list[list[int]] = [[]]
        """The open bars inside each open bracket."""
        self.signs = self.powers = self.comparisons = 0
        """How many signs in a row, and powers and comparisons in one chain, so far."""
        self.factors = scope.values | CONSTANTS.keys() | bare_names(text)
        self.has_primes = PRIMES.search(text) is not None
        # Without bars there is nothing to pair inside of brackets.
        self.settled = SIGNS | ({} if "|" in text else PLAIN_BRACKETS)
        """What means the same wherever it stands; numbers, and names that are found to be factors, come to it."""

    def run(self) -> list[Token]:
        """Return the tokens. Each reader adds some, and returns where the next lexeme begins."""
        readers: dict[str | None, Callable[[re.Match[str]], int]] = {
            "blank": re.Match.end, "number": self.number, "malformed": self.malformed, "word": self.word,
            "derivative": self.derivative, "superscript": self.superscript, "bar": self.bar,
            "operator": self.operator}  # fmt: skip
        place, end = 0, len(self.text)
        while place < end:
            match = LEXEME.match(self.text, place)
            assert match is not None
            settled = self.settled.get(match.group())
            place = self.add(Token(*settled, match.span())) if settled else readers[match.lastgroup](match)
        if self.bars[0]:
            raise never_closed(self.text, self.bars[0][-1], "|")
        return self.tokens

    def add(self, token: Token) -> int:
        """Add a token, with the product sign that was left out before it; return where it ends."""
        kind, tokens = token.kind, self.tokens
        if kind in STARTS_OPERAND and tokens and tokens[-1].kind in BEFORE_OPERAND:
            self.multiply(tokens[-1], token)
        if kind in COUNTED:
            self.count(kind, token.span[0])
        else:
            self.signs = 0
        tokens.append(token)
        return token.span[1]

    def settle(self, match: re.Match[str], kind: str, text: str) -> int:
        """Add a token, and every other that is written like it without another look."""
        self.settled[match.group()] = kind, text
        return self.add(Token(kind, text, match.span()))

    def multiply(self, before: Token, token: Token) -> None:
        """Add the product sign between the two, or mark the one that is there before a function's name."""
        if before.kind in ENDS_OPERAND:
            if token.kind == before.kind == "NUMBER":
                advice = "Write `*` or `+` between two numbers."
                raise fail(ProblemCode.UNEXPECTED_TOKEN, token.span, text=token.text, advice=advice)
            start = token.span[0]
            self.add(Token("OUTER" if token.kind in APPLIED else "MUL", "*", (start, start)))
        elif before.kind == "MUL" and token.kind in APPLIED:
            self.tokens[-1] = before._replace(kind="OUTER")

    def count(self, kind: str, place: int) -> None:
        """Refuse what would nest too deep before the grammar spends its time on it."""
        self.signs = self.signs + 1 if kind in PREFIXES else 0
        self.powers = 0 if kind in ENDS_POWER else self.powers + (kind == "POW")
        self.comparisons = 0 if kind in ENDS_CHAIN else self.comparisons + (kind == "CMP")
        if self.signs > DEPTH or self.powers > DEPTH or self.comparisons > DEPTH:
            raise fail(ProblemCode.TOO_DEEP, (place, place + 1), limit=DEPTH)

    def number(self, match: re.Match[str]) -> int:
        return self.settle(match, "NUMBER", match.group())

    def malformed(self, match: re.Match[str]) -> int:
        start, end = match.start(), MALFORMED.match(self.text, match.start()).end()  # type: ignore[union-attr]
        self.refuse_dotted(start, end)
        raise fail(ProblemCode.MALFORMED_NUMBER, (start, end), text=self.text[start:end])

    def refuse_dotted(self, start: int, end: int) -> None:
        """`x.y` is meant as a name, not as a number."""
        last = self.tokens[-1] if self.tokens else None
        if (
            last is not None
            and last.kind == "NAME"
            and last.span[1] == start
            and self.text[start + 1 : end].isidentifier()
        ):
            advice = "Names are Latin letters and digits, or a Greek letter, as in `lr`, `x_0` and `θ`."
            whole = self.text[last.span[0] : end]
            raise fail(ProblemCode.NOT_OFFERED, (last.span[0], end), what=f"The name `{whole}`", advice=advice)

    def superscript(self, match: re.Match[str]) -> int:
        return self.settle(match, "SUP", _plain_digits(match.group()))

    def is_derivative(self, match: re.Match[str]) -> bool:
        """Whether it is `d/dx` and not the quotient of two parameters, such as `d/delta`."""
        name = plain_name(match.group("name"))
        return match.group("sign") == "∂" or len(name) == 1 or "_" in name or name in self.scope.values

    def derivative(self, match: re.Match[str]) -> int:
        if not self.is_derivative(match):
            return self.word(WORD.match(self.text, match.start()))  # type: ignore[arg-type]
        high, low = (_order(match.group(name)) for name in ("high", "low"))
        if high != low or not 1 <= high <= 12:
            advice = "Write the same order twice, from 1 to 12, as in `d^2/dx^2(…)`."
            raise fail(ProblemCode.UNEXPECTED_TOKEN, match.span(), text=match.group(), advice=advice)
        name = plain_name(match.group("name"))
        if self.is_function(name) or name in KEYWORDS or (name in CONSTANTS and name not in self.scope.values):
            advice = "Take it by a variable or a parameter, as in `d/dx (…)`."
            raise fail(ProblemCode.NOT_OFFERED, match.span(), what=f"A derivative by `{name}`", advice=advice)
        kind = "DIFFCALL" if self.opens_at(match.end()) else "DIFFBARE"
        return self.add(Token(kind, name, match.span(), primes=int(high)))

    def word(self, match: re.Match[str]) -> int:
        written, span = match.group(), match.span()
        end = span[1]
        name = plain_name(written)
        if name in KEYWORDS:
            return self.add(Token(KEYWORDS[name], name, span))
        if name == "mod" and self.after_operand() and not self.opens_at(end):
            return self.add(Token("MUL", "%", span))
        if self.is_function(name) if name not in GREEK_NAMES else self.calls(name, end):
            return self.function(name, span)
        if PRIMES.match(self.text, end):
            raise self.prime_refused(name, span)
        if name not in self.factors and self.opens_at(end):
            raise unknown_name(name, span, self.scope.functions)
        self.refuse_glued(name, span)
        if name in self.factors and name not in GREEK_NAMES and name != "mod" and not self.has_primes:
            self.settled[written] = "NAME", name
        return self.add(Token("NAME", name, span))

    def prime_refused(self, name: str, span: Span) -> EngineError:
        near = unknown_name(name, span, self.scope.functions)
        if name not in self.factors | GREEK_NAMES and near.problem.code is ProblemCode.UNKNOWN_NAME_SUGGESTION:
            return near
        advice = "Primes are for functions, such as `f(x) = …` in a card of its own."
        return fail(ProblemCode.NOT_OFFERED, span, what=f"A prime on `{name}`", advice=advice)

    def refuse_glued(self, name: str, span: Span) -> None:
        """`sinx` is a name like any other, but hardly what was meant."""
        function, variable = name[:-1], name[-1]
        if name not in self.scope.values and variable in "xtθ" and len(function) > 1 and function in BY_NAME:
            suggestion = f"{function} {variable}"
            raise fail(ProblemCode.UNKNOWN_NAME_SUGGESTION, span, name=name, suggestion=suggestion)

    def is_function(self, name: str) -> bool:
        if name in self.scope.values or name in GREEK_NAMES:
            return False
        logarithm = name.startswith("log_") and len(name) > len("log_")
        return name in BY_NAME or name in self.scope.functions or name in FORMS or name == "mod" or logarithm

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
        return self.add(Token(kind, name, (start, end), primes, power, base, self.scope))

    def function_power(self, name: str, start: int, end: int) -> tuple[float | None, int]:
        """Return the power between a function's name and its argument, as in `sin^2 x`, and where it ends."""
        if match := SUPERSCRIPT.match(self.text, end):
            digits = _plain_digits(match.group())
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
        return self.add(Token(kind, "|", match.span()))

    def operator(self, match: re.Match[str]) -> int:
        written, span = match.group(), match.span()
        sign = SPELLINGS.get(written, written)
        kind = OPERATORS.get(sign)
        if kind is None:
            if sign != "=":
                raise strange(written[0], span[0])
            advice = "For a comparison write `==`; a definition is `f(x) = …`."
            raise fail(ProblemCode.UNEXPECTED_TOKEN, span, text=sign, advice=advice)
        return self.add(Token(self.bracket(kind, span[0]), sign, span))

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
        return bool(self.tokens) and self.tokens[-1].kind in ENDS_OPERAND

    def opens_at(self, place: int) -> bool:
        return OPENING.match(self.text, place) is not None


def strange(character: str, place: int) -> EngineError:
    """Return the error for a character that no notation has."""
    span = (place, place + 1)
    if character in INSTEAD:
        return fail(ProblemCode.NOT_OFFERED, span, what=f"`{character}`", advice=f"Write `{INSTEAD[character]}`.")
    similar = lookalike(character)
    if similar is None:
        return fail(ProblemCode.UNEXPECTED_CHARACTER, span, character=printable(character))
    words = described(character)
    return fail(ProblemCode.LOOKALIKE_CHARACTER, span, character=character, described=words, similar=similar)


def _plain_digits(written: str) -> str:
    return written.translate(PLAIN)


def _order(written: str | None) -> float:
    """Return the order; a float, because an int is not made from more than 4,300 digits."""
    return 1.0 if written is None else float(_plain_digits(written.strip().removeprefix("^").strip()))


def plain_name(written: str) -> str:
    """Return the name with digits below the line written plainly: `x₀` is `x_0`."""
    if written[-1] not in SUBSCRIPTS:
        return SPELLINGS.get(written, written)
    stem = written.rstrip("".join(SUBSCRIPTS))
    return f"{stem}_" + "".join(SUBSCRIPTS[sign] for sign in written[len(stem) :])


def bare_names(text: str) -> frozenset[str]:
    """Return the names that stand somewhere in the text without a bracket behind: such a name is a factor."""
    return frozenset(plain_name(name) for name, behind in set(FOLLOWED.findall(text)) if not behind)
