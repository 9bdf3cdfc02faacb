"""A plain Python expression -> tree, by Python's own parser and an allow-list of its syntax nodes. Nothing is run."""

from __future__ import annotations

import ast
import warnings
from typing import TYPE_CHECKING

from engine.language import build
from engine.language.brackets import check_brackets
from engine.language.build import Node, condition, number
from engine.language.characters import LETTERS
from engine.language.functions import BY_NAME
from engine.language.lexer import LONGEST, strange
from engine.language.tree import Call, Condition, Expression, Name, Negate, Not, Number, Piecewise
from engine.problems import ProblemCode, Span, fail

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.language.token import Scope

OPERATORS: dict[type[ast.operator], str] = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Pow: "^", ast.Mod: "%"}  # fmt: skip
COMPARISONS: dict[type[ast.cmpop], str] = {
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!="}  # fmt: skip
UNFINISHED = "Finish the Python expression, or write it in math notation."


def parse_python(text: str, scope: Scope, start: int = 0) -> Expression:
    """Return the tree of the Python expression `text[start:]`, its spans in the whole text; raises `EngineError`."""
    if len(text) > LONGEST:
        raise fail(ProblemCode.TOO_LONG, (LONGEST, len(text)), count=f"{len(text):,}", limit=f"{LONGEST:,}")
    check_brackets(text)
    _refuse_lookalikes(text)
    source = text[start:]
    if not source.strip():
        raise fail(ProblemCode.EMPTY, (start, len(text)))
    body = source.lstrip()
    offset = start + len(source) - len(body)
    return number(_Reader(text, offset, scope).node(_parsed(body.rstrip(), offset, len(text))))


def _refuse_lookalikes(text: str) -> None:
    """Python reads a full-width `ｘ` as `x`: here it is a Problem, as in math notation."""
    for place, character in enumerate(text):
        if not character.isascii() and character not in LETTERS and not character.isspace():
            raise strange(character, place)


def _parsed(source: str, offset: int, end: int) -> ast.expr:
    # Line ends would end the expression; inside brackets they are blanks to Python as well.
    flat = "".join(" " if character.isspace() else character for character in source)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(flat, mode="eval").body
    except SyntaxError as error:
        place = min(end - 1, offset + max(0, (error.offset or 1) - 1))
        shown = flat[place - offset : place - offset + 1] or "…"
        raise fail(ProblemCode.UNEXPECTED_TOKEN, (place, place + 1), text=shown, advice=UNFINISHED) from None
    except (RecursionError, MemoryError):
        raise fail(ProblemCode.TOO_DEEP, (offset, end), limit=200) from None
    except ValueError:  # a number of more than 4,300 digits, or a character that no text can hold
        raise fail(ProblemCode.MALFORMED_NUMBER, (offset, end), text=f"{flat[:20]}…") from None


class _Reader:
    """Turns Python's nodes into ours; what it has no method for is a Problem."""

    def __init__(self, text: str, offset: int, scope: Scope) -> None:
        self._text, self._scope = text, scope
        self._offset = offset
        # Python counts in UTF-8 bytes.
        self._characters = _places(text[offset:])

    def span(self, node: ast.expr) -> Span:
        end = node.end_col_offset or node.col_offset
        return self._offset + self._characters[node.col_offset], self._offset + self._characters[end]

    def node(self, node: ast.expr) -> Node:
        # A long sum leans to the left: go down that side in a loop.
        leaning: list[ast.BinOp] = []
        while isinstance(node, ast.BinOp):
            leaning.append(node)
            node = node.left
        made = self._plain(node)
        for outer in reversed(leaning):
            made = self._operation(outer, made)
        return made

    def _plain(self, node: ast.expr) -> Node:
        methods: dict[type[ast.expr], Callable[..., Node]] = {
            ast.Constant: self._constant,
            ast.Name: self._name,
            ast.UnaryOp: self._unary,
            ast.Compare: self._compare,
            ast.BoolOp: self._logic,
            ast.IfExp: self._choice,
            ast.Call: self._call,
        }
        method = methods.get(type(node))
        if method is None:
            kind = type(node).__name__
            advice = "Only numbers, names, operators, comparisons, `a if c else b` and calls are read."
            raise fail(ProblemCode.NOT_OFFERED, self.span(node), what=f"Python's {kind}", advice=advice)
        return method(node)

    def _operation(self, node: ast.BinOp, left: Node) -> Node:
        right = self.node(node.right)
        if isinstance(node.op, ast.FloorDiv):
            return Call("floor", (build.arithmetic("/", left, right),), self.span(node))
        operator = OPERATORS.get(type(node.op))
        if operator is None:
            advice = "Use + - * / ** % or //."
            raise fail(ProblemCode.NOT_OFFERED, self.span(node), what=f"{type(node.op).__name__}", advice=advice)
        return build.arithmetic(operator, left, right, self.span(node))

    def _constant(self, node: ast.Constant) -> Node:
        if isinstance(node.value, bool) or not isinstance(node.value, int | float):
            advice = "Write a real number."
            raise fail(ProblemCode.NOT_OFFERED, self.span(node), what="This constant", advice=advice)
        try:
            return Number(float(node.value), self.span(node))
        except OverflowError:
            return Number(float("inf"), self.span(node))

    def _name(self, node: ast.Name) -> Node:
        if node.id in self._scope.functions or (node.id in BY_NAME and node.id not in self._scope.values):
            advice = f"Write `{BY_NAME[node.id].signature if node.id in BY_NAME else node.id + '(x)'}`."
            raise fail(ProblemCode.UNEXPECTED_TOKEN, self.span(node), text=node.id, advice=advice)
        return Name(node.id, self.span(node))

    def _unary(self, node: ast.UnaryOp) -> Node:
        operand = self.node(node.operand)
        if isinstance(node.op, ast.USub):
            return Negate(number(operand), self.span(node))
        if isinstance(node.op, ast.UAdd):
            return number(operand)
        if isinstance(node.op, ast.Not):
            return Not(condition(operand), self.span(node))
        raise fail(ProblemCode.NOT_OFFERED, self.span(node), what="`~`", advice="Use `not` for conditions.")

    def _compare(self, node: ast.Compare) -> Node:
        made = self.node(node.left)
        for operator, operand in zip(node.ops, node.comparators, strict=True):
            sign = COMPARISONS.get(type(operator))
            if sign is None:
                advice = "Use < <= > >= == or !=."
                raise fail(ProblemCode.NOT_OFFERED, self.span(node), what="This comparison", advice=advice)
            made = build.compare(made, sign, self.node(operand))
        return made

    def _logic(self, node: ast.BoolOp) -> Node:
        operator = "and" if isinstance(node.op, ast.And) else "or"
        made = condition(self.node(node.values[0]))
        for value in node.values[1:]:
            made = condition(build.logic(operator, made, self.node(value)))
        return made

    def _choice(self, node: ast.IfExp) -> Node:
        branches: list[tuple[Condition, Expression]] = []
        otherwise: ast.expr = node
        while isinstance(otherwise, ast.IfExp):
            branches.append((condition(self.node(otherwise.test)), number(self.node(otherwise.body))))
            otherwise = otherwise.orelse
        return Piecewise(tuple(branches), number(self.node(otherwise)), self.span(node))

    def _call(self, node: ast.Call) -> Node:
        if not isinstance(node.func, ast.Name):
            advice = "Call functions by their bare name, such as `sin(x)`."
            raise fail(ProblemCode.NOT_OFFERED, self.span(node.func), what="This call", advice=advice)
        if node.keywords or any(isinstance(argument, ast.Starred) for argument in node.args):
            advice = "Give the arguments in their order."
            raise fail(ProblemCode.NOT_OFFERED, self.span(node), what="A named or starred argument", advice=advice)
        arguments = [self.node(argument) for argument in node.args]
        return build.call(node.func.id, arguments, self._scope, self.span(node), self.span(node.func))


def _places(text: str) -> list[int]:
    """Return the character's place for each UTF-8 byte's place, and one past the end."""
    places = [place for place, character in enumerate(text) for _ in character.encode("utf-8", "surrogatepass")]
    return [*places, len(text)]
