"""Math notation -> tree: the grammar over our tokens, and what each rule becomes."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from engine.language import build
from engine.language.build import Node, condition, number
from engine.language.functions import BY_NAME
from engine.language.grammar import grammar
from engine.language.lexer import tokenize
from engine.language.neighbours import misplaced
from engine.language.reader import State, Stopped, read, table_of
from engine.language.token import Part, Scope, Token, Tokens
from engine.language.tree import (
    Call,
    Compare,
    Condition,
    Derivative,
    Expression,
    Name,
    Negate,
    Not,
    Number,
    Piecewise,
)
from engine.problems import EngineError, ProblemCode, Span, fail


def parse(text: str, scope: Scope, start: int = 0) -> Expression:
    """Return the tree of `text[start:]`, its spans in the whole text; raises `EngineError`."""
    blank = " " * start + text[start:]
    tokens = tokenize(blank, scope)
    if not tokens.kinds:
        raise fail(ProblemCode.EMPTY, (start, len(text)))
    place = misplaced(tokens.kinds)
    if place is not None:
        raise _unexpected(text, tokens, place)
    try:
        return number(read(tokens, _table()))
    except Stopped as stopped:
        raise _unexpected(text, tokens, stopped.place) from None


@lru_cache(maxsize=1)
def _table() -> State:
    return table_of(grammar(), _Rules())


def _joined(first: Token | Node, last: Token | Node) -> Span:
    return first.span[0], last.span[1]


class _Rules:
    """One method for each alias of the grammar; called while parsing, so that no long chain recurses."""

    def start(self, whole: Node) -> Node:
        return whole

    def restrict(self, body: Node, _: Token, test: Node, closing: Token) -> Piecewise:
        return Piecewise(((condition(test), number(body)),), None, _joined(body, closing))

    def either(self, operands: list[Node]) -> Node:
        return build.logic("or", operands)

    def both(self, operands: list[Node]) -> Node:
        return build.logic("and", operands)

    def opposite(self, word: Token, operand: Node) -> Node:
        return Not(condition(operand), _joined(word, operand))

    def compare(self, left: Node, sign: Token, right: Node) -> Node:
        return build.compare(left, sign.text, right)

    def compare_on(self, left: Compare, sign: Token, right: Node) -> Node:
        return build.compare_on(left, sign.text, right)

    def arithmetic(self, left: Node, sign: Token, right: Node) -> Node:
        return build.arithmetic(sign.text, left, right)

    def times_negative(self, left: Node, sign: Token, minus: Token, right: Node) -> Node:
        return build.arithmetic(sign.text, left, self.negate(minus, right))

    def negate(self, minus: Token, operand: Node) -> Node:
        return Negate(number(operand), _joined(minus, operand))

    def same(self, _: Token, operand: Node) -> Node:
        return number(operand)

    def factorial(self, operand: Node, sign: Token) -> Node:
        return build.factorial(operand, _joined(operand, sign))

    def superscript(self, base: Node, exponent: Number) -> Node:
        return build.arithmetic("^", base, exponent)

    def grouped(self, _: Token, inner: Node, __: Token) -> Node:
        return inner

    def absolute(self, opening: Token, inner: Node, closing: Token) -> Node:
        return Call("abs", (number(inner),), _joined(opening, closing))

    def square_root(self, sign: Token, operand: Node) -> Node:
        return Call("sqrt", (number(operand),), _joined(sign, operand))

    def listed(self, first: Any) -> list[Any]:
        return [first]

    def listed_two(self, first: Node, _: Token, second: Node) -> list[Node]:
        return [first, second]

    def listed_more(self, before: list[Any], _: Token, last: Any) -> list[Any]:
        before.append(last)
        return before

    def call(self, name: Token, _: Token, arguments: list[Node], closing: Token) -> Node:
        return self._applied(name, arguments, _joined(name, closing))

    def call_nothing(self, name: Token, _: Token, closing: Token) -> Node:
        return self._applied(name, [], _joined(name, closing))

    def apply(self, name: Token, argument: Node) -> Node:
        return self._applied(name, [argument], _joined(name, argument))

    def _applied(self, token: Token, arguments: list[Node], span: Span) -> Node:
        if token.base:
            build.expect("log", len(arguments), 1, 1, token.span, f"log_{token.base}(x)")
            made = build.logarithm(_base(token), arguments[0], span)
        else:
            made = build.call(token.text, arguments, token.scope, span, token.span, token.primes)
        if token.power is not None:
            made = build.arithmetic("^", made, Number(token.power, token.span), span)
        return made

    def differentiate(self, sign: Token, body: Node) -> Node:
        return Derivative(number(body), sign.text, sign.primes, _joined(sign, body))

    def differentiate_group(self, sign: Token, _: Token, body: Node, closing: Token) -> Node:
        return Derivative(number(body), sign.text, sign.primes, _joined(sign, closing))

    def case(self, test: Node, _: Token, value: Node) -> tuple[Condition, Expression]:
        return condition(test), number(value)

    def piecewise(self, opening: Token, pieces: list[Any], closing: Token) -> Node:
        otherwise = None if isinstance(pieces[-1], tuple) else number(pieces.pop())
        for piece in pieces:
            if not isinstance(piece, tuple):
                advice = "Only the last part may stand without a condition; write `condition: value`."
                raise fail(ProblemCode.UNEXPECTED_TOKEN, piece.span, text="…", advice=advice)
        return Piecewise(tuple(pieces), otherwise, _joined(opening, closing))


def _base(token: Token) -> Expression:
    """Return the base of `log_b` as a node."""
    if token.base[0].isdigit():
        return Number(float(token.base), token.span)
    return Name(token.base, token.span)


MISSING = "Something is missing before it."
RESTRICTED = "A restriction stands at the very end; elsewhere write `{condition: value}`."
ADVICE = {
    "RESTRICT": RESTRICTED,
    "COMMA": "Decimal numbers have a point; arguments stand in brackets.",
    "COLON": "A colon belongs in `{condition: value}`.",
    "CMP": "A comparison belongs in `if(…)` or `{condition: value}`.",
}


def _unexpected(text: str, tokens: Tokens, place: int) -> EngineError:
    """Return the problem for the token at which the grammar stopped; `place` behind the last: the text is too short."""
    kinds, parts = tokens
    if place == len(kinds):
        advice = _argument_advice(tokens, place - 1) or f"Something is missing after `{_shown(text, parts[-1])}`."
        return fail(ProblemCode.UNEXPECTED_END, (parts[-1].span[0], len(text)), advice=advice)
    part = parts[place]
    restricted = place > 0 and kinds[place - 1] == "RBRACE" and "RESTRICT" in kinds[:place]
    if part.span[0] == part.span[1]:  # a product that is not written
        following = parts[place + 1]
        advice = RESTRICTED if restricted else "Write an operator between the two."
        return fail(ProblemCode.UNEXPECTED_TOKEN, following.span, text=_shown(text, following), advice=advice)
    missing = RESTRICTED if restricted else MISSING
    advice = (place and _argument_advice(tokens, place - 1)) or ADVICE.get(kinds[place], missing)
    return fail(ProblemCode.UNEXPECTED_TOKEN, part.span, text=_shown(text, part), advice=advice)


def _shown(text: str, part: Part) -> str:
    return text[slice(*part.span)]


def _argument_advice(tokens: Tokens, place: int) -> str:
    """Return what to try after a function's name that nothing follows; empty after anything else."""
    part = tokens.parts[place]
    if tokens.kinds[place] != "BARE" or not isinstance(part, Token):
        return ""
    name = part.text
    example = BY_NAME[name].signature if name in BY_NAME else build.EXAMPLES.get(name, f"{name}(x)")
    return f"A function needs its argument, as in `{example}`."
