"""Text in math notation -> tokens: products that are not written, kinds of bars and braces, functions and names.

What a name before `(` means depends on the names that are known, so the tokens are made here and the grammar in
`math_notation.lark` is over them.
"""

from __future__ import annotations

import re

from engine.language.brackets import CLOSING, DEPTH, check_brackets, matching, never_closed
from engine.language.characters import LETTERS, SPELLINGS, SUBSCRIPTS, SUPERSCRIPTS, described, lookalike, printable
from engine.language.functions import BY_NAME, CONSTANTS
from engine.language.suggestions import unknown_name
from engine.language.token import Scope, Token
from engine.problems import EngineError, ProblemCode, Span, fail

LONGEST = 10_000
FORMS = frozenset({"if", "piecewise", "sum", "prod"})
"""Written like functions, but their arguments are not all numbers."""
KEYWORDS = {"and": "AND", "or": "OR", "not": "NOT"}
OPERATORS = {"+": "PLUS", "-": "MINUS", "*": "MUL", "/": "MUL", "%": "MUL", "^": "POW", "**": "POW", "!": "FACT",
             "<": "CMP", "<=": "CMP", ">": "CMP", ">=": "CMP", "==": "CMP", "!=": "CMP", ",": "COMMA", ";": "COMMA",
             ":": "COLON", "(": "LPAR", ")": "RPAR", "[": "LPAR", "]": "RPAR", "{": "LBRACE", "}": "RBRACE",
             "√": "SQRT"}  # fmt: skip
ENDS_OPERAND = frozenset({"NUMBER", "NAME", "RPAR", "BARCLOSE", "SUP", "FACT", "RBRACE"})
STARTS_OPERAND = frozenset(
    {"NUMBER", "NAME", "CALL", "BARE", "DIFFCALL", "DIFFBARE", "LPAR", "BAROPEN", "SQRT", "LBRACE"}
)
PREFIXES = frozenset({"MINUS", "PLUS", "NOT", "BARE", "DIFFBARE", "SQRT", "FACT", "SUP"})
APPLIED = frozenset({"CALL", "BARE", "DIFFCALL", "DIFFBARE"})

NUMBER = re.compile(r"(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
SUPERSCRIPT = re.compile("[⁻]?[⁰¹²³⁴-⁹]+")
WORD = re.compile(r"(?:[A-Za-z][A-Za-z0-9]*|[Ͱ-Ͽ][0-9]*)(?:_[A-Za-z0-9Ͱ-Ͽ]+)*[₀-₉]*")
PRIMES = re.compile("['′’″‴]+")
FUNCTION_POWER = re.compile(r"\s*(?:\^|\*\*)\s*(\d+)(?![\d.])", re.ASCII)
INVERSE = re.compile(r"\s*(?:\^|\*\*)\s*(?:\(\s*[-−]\s*1\s*\)|[-−]\s*1)")
DERIVATIVE = re.compile(
    r"(?P<sign>[d∂])(?P<high>\s*\^\s*\d+|[⁰¹²³⁴-⁹]+)?\s*[/÷∕]\s*(?P=sign)\s*"
    r"(?P<name>(?:[A-Za-z][A-Za-z0-9]*|[Ͱ-Ͽ])(?:_[A-Za-z0-9]+)*)(?P<low>\s*\^\s*\d+|[⁰¹²³⁴-⁹]+)?"
)


def tokenize(text: str, scope: Scope) -> list[Token]:
    """Return the tokens of a text; raises `EngineError` at the first character or bracket that is off."""
    if len(text) > LONGEST:
        raise fail(ProblemCode.TOO_LONG, (LONGEST, len(text)), count=f"{len(text):,}", limit=f"{LONGEST:,}")
    check_brackets(text)
    return _Lexer(text, scope).run()


class _Lexer:
    def __init__(self, text: str, scope: Scope) -> None:
        self.text, self.scope = text, scope
        self.place = 0
        self.tokens: list[Token] = []
        self.bars: list[list[int]] = [[]]
        """The open bars inside each open bracket."""
        self.nested = {"run": 0, "POW": 0, "CMP": 0}
        """How many signs in a row, and powers and comparisons in one chain, so far."""
        self.factors = scope.values | CONSTANTS.keys() | bare_names(text)

    def run(self) -> list[Token]:
        while self.place < len(self.text):
            if self.text[self.place].isspace():
                self.place += 1
            else:
                self.next()
        if self.bars[0]:
            raise never_closed(self.text, self.bars[0][-1], "|")
        return self.tokens

    def next(self) -> None:
        character = self.text[self.place]
        if (character.isdigit() and character.isascii()) or character == ".":
            self.number()
        elif (match := DERIVATIVE.match(self.text, self.place)) and self.is_derivative(match):
            self.derivative(match)
        elif character in LETTERS:
            self.word()
        elif match := SUPERSCRIPT.match(self.text, self.place):
            digits = "".join(SUPERSCRIPTS[sign] for sign in match.group())
            self.add("SUP", digits, match.end())
        elif character == "|":
            self.bar()
        else:
            self.operator()

    def add(self, kind: str, text: str, end: int, **more: object) -> None:
        """Add a token, with the product sign that was left out before it."""
        token = Token(kind, text, (self.place, end), **more)  # type: ignore[arg-type]
        if self.tokens and kind in STARTS_OPERAND and self.tokens[-1].kind in ENDS_OPERAND:
            if kind == "NUMBER" and self.tokens[-1].kind == "NUMBER":
                raise fail(
                    ProblemCode.UNEXPECTED_TOKEN, token.span, text=text, advice="Write `*` or `+` between two numbers."
                )
            outer = kind in APPLIED
            self.tokens.append(Token("OUTER" if outer else "MUL", "*", (self.place, self.place)))
        elif self.tokens and kind in APPLIED and self.tokens[-1].kind == "MUL":
            before = self.tokens[-1]
            self.tokens[-1] = Token("OUTER", before.text, before.span)
        self.count(kind)
        self.tokens.append(token)
        self.place = end

    def count(self, kind: str) -> None:
        """Refuse what would nest too deep before the grammar spends its time on it."""
        nested = self.nested
        nested["run"] = nested["run"] + 1 if kind in PREFIXES else 0
        if kind in nested:
            nested[kind] += 1
        elif kind in ("PLUS", "MINUS", "MUL", "OUTER", "COMMA", "AND", "OR"):
            nested["POW"] = 0
            nested["CMP"] = 0 if kind in ("COMMA", "AND", "OR") else nested["CMP"]
        if max(nested.values()) > DEPTH:
            raise fail(ProblemCode.TOO_DEEP, (self.place, self.place + 1), limit=DEPTH)

    def number(self) -> None:
        match = NUMBER.match(self.text, self.place)
        end = match.end() if match else self.place + 1
        if match is None or self.text[end : end + 1] in (".", "_"):
            while end < len(self.text) and (self.text[end].isalnum() or self.text[end] in "._"):
                end += 1
            written = self.text[self.place : end]
            raise fail(ProblemCode.MALFORMED_NUMBER, (self.place, end), text=written)
        self.add("NUMBER", match.group(), end)

    def is_derivative(self, match: re.Match[str]) -> bool:
        """Whether it is `d/dx` and not the quotient of two parameters, such as `d/delta`."""
        name = plain_name(match.group("name"))
        return match.group("sign") == "∂" or len(name) == 1 or "_" in name or name in self.scope.values

    def derivative(self, match: re.Match[str]) -> None:
        high, low = (_order(match.group(name)) for name in ("high", "low"))
        if high != low or not 1 <= high <= 12:
            advice = "Write the same order twice, from 1 to 12, as in `d^2/dx^2(…)`."
            raise fail(ProblemCode.UNEXPECTED_TOKEN, match.span(), text=match.group(), advice=advice)
        kind = "DIFFCALL" if self.opens_at(match.end()) else "DIFFBARE"
        self.add(kind, plain_name(match.group("name")), match.end(), primes=high)

    def word(self) -> None:
        match = WORD.match(self.text, self.place)
        if match is None:
            raise strange(self.text[self.place], self.place)
        name, end = plain_name(match.group()), match.end()
        if name in KEYWORDS:
            self.add(KEYWORDS[name], name, end)
        elif name == "mod" and self.after_operand() and not self.opens_at(end):
            self.add("MUL", "%", end)
        elif self.is_function(name):
            self.function(name, end)
        elif PRIMES.match(self.text, end):
            raise self.prime_refused(name, match.span())
        elif name not in self.factors and self.opens_at(end):
            raise unknown_name(name, match.span(), self.scope.functions)
        else:
            self.refuse_glued(name, match.span())
            self.add("NAME", name, end)

    def prime_refused(self, name: str, span: Span) -> EngineError:
        near = unknown_name(name, span, self.scope.functions)
        if name not in self.factors and near.problem.code is ProblemCode.UNKNOWN_NAME_SUGGESTION:
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
        if name in self.scope.values:
            return False
        logarithm = name.startswith("log_") and len(name) > len("log_")
        return name in BY_NAME or name in self.scope.functions or name in FORMS or name == "mod" or logarithm

    def function(self, name: str, end: int) -> None:
        base = ""
        if name.startswith("log_") and name not in self.scope.functions:
            name, base = "log", name.removeprefix("log_")
        primes = 0
        if match := PRIMES.match(self.text, end):
            primes = sum({"″": 2, "‴": 3}.get(sign, 1) for sign in match.group())
            end = match.end()
        power, end = self.function_power(name, end)
        kind = "CALL" if self.opens_at(end) else "BARE"
        self.add(kind, name, end, primes=primes, power=power, base=base)

    def function_power(self, name: str, end: int) -> tuple[float | None, int]:
        """Return the power between a function's name and its argument, as in `sin^2 x`, and where it ends."""
        if match := SUPERSCRIPT.match(self.text, end):
            digits = "".join(SUPERSCRIPTS[sign] for sign in match.group())
        elif match := FUNCTION_POWER.match(self.text, end):
            digits = match.group(1)
        elif match := INVERSE.match(self.text, end):
            digits = "-1"
        else:
            return None, end
        if digits.startswith("-"):
            advice = f"Write `a{name}(x)` for the inverse, `1/{name}(x)` for one over it."
            span = (self.place, match.end())
            raise fail(ProblemCode.NOT_OFFERED, span, what=f"A negative power of `{name}` itself", advice=advice)
        return float(digits), match.end()

    def bar(self) -> None:
        if self.after_operand() and self.bars[-1]:
            self.bars[-1].pop()
            self.add("BARCLOSE", "|", self.place + 1)
        else:
            self.bars[-1].append(self.place)
            self.add("BAROPEN", "|", self.place + 1)

    def operator(self) -> None:
        written = self.text[self.place]
        character = SPELLINGS.get(written, written)
        pair = character if len(character) == 2 else self.text[self.place : self.place + 2]
        if pair in ("**", "<=", ">=", "==", "!="):
            self.add(OPERATORS[pair], "^" if pair == "**" else pair, self.place + 2 - (written not in pair))
        elif character in OPERATORS:
            self.sign(character)
        elif character == "=":
            advice = "For a comparison write `==`; a definition is `f(x) = …`."
            raise fail(ProblemCode.UNEXPECTED_TOKEN, (self.place, self.place + 1), text="=", advice=advice)
        else:
            raise strange(self.text[self.place], self.place)

    def sign(self, character: str) -> None:
        kind = OPERATORS[character]
        if kind == "LBRACE" and self.after_operand() and not self.has_colon():
            kind = "RESTRICT"
        if kind == "MUL" and character == "*" and self.text[self.place : self.place + 2] == "**":
            kind = "POW"
        if character in CLOSING:
            self.bars.append([])
        elif kind in ("RPAR", "RBRACE"):
            left = self.bars.pop()
            if left:
                raise never_closed(self.text, left[-1], "|")
        self.add(kind, character, self.place + 1)

    def has_colon(self) -> bool:
        """Whether the braces that open here hold `condition: value`, and so are a factor, not a restriction."""
        return ":" in self.text[self.place : matching(self.text, self.place)]

    def after_operand(self) -> bool:
        return bool(self.tokens) and self.tokens[-1].kind in ENDS_OPERAND

    def opens_at(self, place: int) -> bool:
        return self.text[place:].lstrip()[:1] in ("(", "[")


def strange(character: str, place: int) -> EngineError:
    """Return the error for a character that no notation has."""
    span = (place, place + 1)
    similar = lookalike(character)
    if similar is None:
        return fail(ProblemCode.UNEXPECTED_CHARACTER, span, character=printable(character))
    name = described(character)
    return fail(ProblemCode.LOOKALIKE_CHARACTER, span, character=character, name=name, similar=similar)


def _order(written: str | None) -> int:
    if written is None:
        return 1
    return int("".join(SUPERSCRIPTS.get(sign, sign) for sign in written if sign not in " ^\t\n") or "1")


def plain_name(written: str) -> str:
    """Return the name with digits below the line written plainly: `x₀` is `x_0`."""
    if written[-1] not in SUBSCRIPTS:
        return SPELLINGS.get(written, written)
    stem = written.rstrip("".join(SUBSCRIPTS))
    return f"{stem}_" + "".join(SUBSCRIPTS[sign] for sign in written[len(stem) :])


def bare_names(text: str) -> frozenset[str]:
    """Return the names that stand somewhere in the text without a bracket behind: such a name is a factor."""
    return frozenset(plain_name(match.group()) for match in WORD.finditer(text) if _is_bare(text, match))


def _is_bare(text: str, match: re.Match[str]) -> bool:
    return text[match.end() : match.end() + 40].lstrip()[:1] not in ("(", "[", "'", "′", "″")
