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
from engine.language.token import Scope, Token  # noqa: TC001  (a class body names them)
from engine.language.tree import Call, Derivative, Expression, Name, Negate, Number, Piecewise
from engine.problems import EngineError, ProblemCode, Span, fail


def parse(text: str, scope: Scope, start: int = 0) -> Expression:
    """Return the tree of `text[start:]`, its spans in the whole text; raises `EngineError`."""
    blank = " " * start + text[start:]
    tokens = tokenize(blank, scope)
    if not tokens:
        raise fail(ProblemCode.EMPTY, (start, len(text)))
    place = misplaced(tokens)
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

    def start(self, children: list[Any]) -> Node:
        node: Node = children[0]
        return node

    def restrict(self, children: list[Any]) -> Piecewise:
        body, _, test, closing = children
        return Piecewise(((condition(test), number(body)),), None, _joined(body, closing))

    def either(self, children: list[Any]) -> Node:
        return build.logic("or", children[0], children[2])

    def both(self, children: list[Any]) -> Node:
        return build.logic("and", children[0], children[2])

    def opposite(self, children: list[Any]) -> Node:
        from engine.language.tree import Not

        return Not(condition(children[1]), _joined(children[0], children[1]))

    def compare(self, children: list[Any]) -> Node:
        return build.compare(number(children[0]), children[1].text, children[2])

    def compare_on(self, children: list[Any]) -> Node:
        return build.compare(children[0], children[1].text, children[2])

    def arithmetic(self, children: list[Any]) -> Node:
        return build.arithmetic(children[1].text, children[0], children[2])

    def times_negative(self, children: list[Any]) -> Node:
        negative = Negate(number(children[3]), _joined(children[2], children[3]))
        return build.arithmetic(children[1].text, children[0], negative)

    def negate(self, children: list[Any]) -> Node:
        return Negate(number(children[1]), _joined(children[0], children[1]))

    def same(self, children: list[Any]) -> Node:
        return number(children[1])

    def raised(self, children: list[Any]) -> Node:
        return build.arithmetic("^", children[0], children[2])

    def factorial(self, children: list[Any]) -> Node:
        return build.factorial(children[0], _joined(children[0], children[1]))

    def superscript(self, children: list[Any]) -> Node:
        token: Token = children[1]
        return build.arithmetic("^", children[0], Number(float(token.text), token.span))

    def number(self, children: list[Any]) -> Node:
        token: Token = children[0]
        return Number(float(token.text), token.span)

    def name(self, children: list[Any]) -> Node:
        token: Token = children[0]
        return Name(token.text, token.span)

    def grouped(self, children: list[Any]) -> Node:
        node: Node = children[1]
        return node

    def absolute(self, children: list[Any]) -> Node:
        return Call("abs", (number(children[1]),), _joined(children[0], children[2]))

    def square_root(self, children: list[Any]) -> Node:
        return Call("sqrt", (number(children[1]),), _joined(children[0], children[1]))

    def listed(self, children: list[Any]) -> list[Node]:
        return children

    def listed_more(self, children: list[Any]) -> list[Node]:
        before: list[Node] = children[0]
        before.append(children[2])
        return before

    def call(self, children: list[Any]) -> Node:
        return self._applied(children[0], children[2], _joined(children[0], children[3]))

    def call_nothing(self, children: list[Any]) -> Node:
        return self._applied(children[0], [], _joined(children[0], children[2]))

    def apply(self, children: list[Any]) -> Node:
        return self._applied(children[0], [children[1]], _joined(children[0], children[1]))

    def _applied(self, token: Token, arguments: list[Node], span: Span) -> Node:
        if token.base:
            build.expect("log", len(arguments), 1, 1, token.span, f"log_{token.base}(x)")
            made = build.logarithm(_base(token), arguments[0], span)
        else:
            made = build.call(token.text, arguments, token.scope, span, token.span, token.primes)
        if token.power is not None:
            made = build.arithmetic("^", made, Number(token.power, token.span), span)
        return made

    def differentiate(self, children: list[Any]) -> Node:
        return self._derivative(children[0], children[1], _joined(children[0], children[1]))

    def differentiate_group(self, children: list[Any]) -> Node:
        return self._derivative(children[0], children[2], _joined(children[0], children[3]))

    def _derivative(self, token: Token, body: Node, span: Span) -> Node:
        return Derivative(number(body), token.text, token.primes, span)

    def case(self, children: list[Any]) -> tuple[Node, Node]:
        return children[0], children[2]

    def otherwise(self, children: list[Any]) -> Node:
        node: Node = children[0]
        return node

    def piecewise(self, children: list[Any]) -> Node:
        opening, pieces, closing = children
        otherwise = None if isinstance(pieces[-1], tuple) else number(pieces.pop())
        for piece in pieces:
            if not isinstance(piece, tuple):
                advice = "Only the last part may stand without a condition; write `condition: value`."
                raise fail(ProblemCode.UNEXPECTED_TOKEN, piece.span, text="…", advice=advice)
        branches = tuple((condition(test), number(value)) for test, value in pieces)
        return Piecewise(branches, otherwise, _joined(opening, closing))


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


def _unexpected(text: str, tokens: list[Token], place: int) -> EngineError:
    """Return the problem for the token at which the grammar stopped; `place` behind the last: the text is too short."""
    if place == len(tokens):
        last = tokens[-1]
        advice = _argument_advice(last) or f"Something is missing after `{_shown(text, last)}`."
        return fail(ProblemCode.UNEXPECTED_END, (last.span[0], len(text)), advice=advice)
    token = tokens[place]
    restricted = place > 0 and _ends_restriction(tokens[:place])
    if token.kind in ("MUL", "OUTER") and token.span[0] == token.span[1]:
        following = tokens[place + 1]
        advice = RESTRICTED if restricted else "Write an operator between the two."
        return fail(ProblemCode.UNEXPECTED_TOKEN, following.span, text=following.text, advice=advice)
    missing = RESTRICTED if restricted else MISSING
    advice = (place and _argument_advice(tokens[place - 1])) or ADVICE.get(token.kind, missing)
    return fail(ProblemCode.UNEXPECTED_TOKEN, token.span, text=_shown(text, token), advice=advice)


def _ends_restriction(tokens: list[Token]) -> bool:
    return tokens[-1].kind == "RBRACE" and any(token.kind == "RESTRICT" for token in tokens)


def _shown(text: str, token: Token) -> str:
    return text[token.span[0] : token.span[1]] or token.text


def _argument_advice(token: Token) -> str:
    """Return what to try after a function's name that nothing follows; empty after anything else."""
    if token.kind != "BARE":
        return ""
    name = token.text
    example = BY_NAME[name].signature if name in BY_NAME else build.EXAMPLES.get(name, f"{name}(x)")
    return f"A function needs its argument, as in `{example}`."
