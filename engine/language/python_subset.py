"""A plain Python expression -> tree, by Python's own parser and an allow-list of its syntax nodes. Nothing is run."""

from __future__ import annotations

import ast
import re
import warnings
from typing import TYPE_CHECKING

from engine.language import build
from engine.language.brackets import DEPTH, check_brackets
from engine.language.build import Node, condition, number
from engine.language.characters import LETTERS, strange
from engine.language.functions import BY_NAME, GREEK_NAMES
from engine.language.lexemes import FORMS, LONGEST, WORD
from engine.language.pasted import CONSTANTS_OF_MODULES, METHODS, MODULES, RENAMED, SHORT_NAMES, SHORTHANDS
from engine.language.signatures import ORDER, NotTaken, in_order
from engine.language.tree import (
    Call,
    Compare,
    Comparison,
    Condition,
    Expression,
    Logic,
    Name,
    Negate,
    Not,
    Number,
    Piecewise,
)
from engine.problems import EngineError, ProblemCode, Span, fail

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from engine.language.token import Scope

OPERATORS: dict[type[ast.operator], str] = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Pow: "^", ast.Mod: "%"}  # fmt: skip
COMPARISONS: dict[type[ast.cmpop], Comparison] = {
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!="}  # fmt: skip
SIGNS: dict[type[ast.operator], str] = {
    ast.BitXor: "^", ast.BitOr: "|", ast.BitAnd: "&", ast.LShift: "<<", ast.RShift: ">>", ast.MatMult: "@"}  # fmt: skip
OTHERWISE = "Say what it is otherwise, as in `a if c else b`."
UNFINISHED = "Finish the Python expression, or write it in math notation."
NUMBER_FAULT = re.compile("(decimal|octal|binary|imaginary) (integer )?literal")
"""What Python says of a number that is none."""
COLON = re.compile("expected '([:(])'")
FACTORS = re.compile(r"([\d.]+)([^\W\d_]\w*)")
STRANGE = re.compile(rf"[^ -\"$-~\s{''.join(sorted(LETTERS))}]")
BLANK = re.compile(r"\s")
LAST_WORD = re.compile(r"\w+$|\W$")


def parse_python(text: str, scope: Scope, start: int = 0) -> Expression:
    """Return the tree of the Python expression `text[start:]`, its spans in the whole text; raises `EngineError`."""
    if len(text) > LONGEST:
        raise fail(ProblemCode.TOO_LONG, (LONGEST, len(text)), count=f"{len(text):,}", limit=f"{LONGEST:,}")
    check_brackets(text)
    _refuse_characters(text)
    source = text[start:]
    if not source.strip():
        raise fail(ProblemCode.EMPTY, (start, len(text)))
    body = source.lstrip()
    offset = start + len(source) - len(body)
    return number(Reader(text, offset, scope).node(_parsed(body.rstrip(), offset, len(text))))


def _refuse_characters(text: str) -> None:
    """Refuse what Python reads otherwise than it looks: a full-width `ｘ` as `x`, and `#` as the end of the text."""
    if found := STRANGE.search(text):
        raise strange(found.group(), found.start())


def _parsed(source: str, offset: int, end: int) -> ast.expr:
    # Line ends would end the expression; inside brackets they are blanks to Python as well.
    flat = BLANK.sub(" ", source)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(flat, mode="eval").body
    except SyntaxError as error:
        raise refusal(flat, offset, error) from None
    except (RecursionError, MemoryError):
        raise fail(ProblemCode.TOO_DEEP, (offset, end), limit=DEPTH) from None


def refusal(source: str, offset: int, error: SyntaxError, place: int | None = None) -> EngineError:
    """Return the problem for what Python's parser says of the source, which stands at `offset` of the text.

    `place` is where in the source it points; None: the source is one line.
    """
    if "string conversion" in error.msg:  # more digits than Python reads; it does not say where
        place, end = max((word.span() for word in re.finditer(r"\d+", source)), key=lambda span: span[1] - span[0])
        return fail(ProblemCode.MALFORMED_NUMBER, (offset + place, offset + end), text=f"{source[place : place + 20]}…")
    if not error.offset:  # nor where something is missing at the end
        last = LAST_WORD.search(source)
        start, shown = (last.start(), last.group()) if last else (0, source)
        span = (offset + start, offset + len(source))
        return fail(ProblemCode.UNEXPECTED_END, span, advice=f"Something is missing after `{shown}`.")
    place = min(error.offset, len(source)) - 1 if place is None else place
    before = place - error.offset + 1
    code, advice, end = ProblemCode.UNEXPECTED_TOKEN, UNFINISHED, place + 1
    if NUMBER_FAULT.search(error.msg):
        place, end = [word.span() for word in re.finditer(r"[\w.]+", source) if word.start() <= place][-1]
        factors = FACTORS.fullmatch(source, place, end)
        code = code if factors else ProblemCode.MALFORMED_NUMBER
        advice = "For a product write `{}*{}`.".format(*factors.groups()) if factors else ""
    elif "'else'" in error.msg:
        advice, end = OTHERWISE, max(end, before + (error.end_offset or 0) - 1)
    elif place >= 0 and (told := COLON.search(error.msg)):
        advice = f"Write `{told.group(1)}` here."
    return fail(code, (offset + place, offset + end), text=source[place:end][:40], advice=advice)


class Reader:
    """Turns Python's nodes into ours; what it has no method for is a Problem."""

    def __init__(self, text: str, offset: int, scope: Scope) -> None:
        self._text, self._scope = text, scope
        self._offset = offset
        # Python counts in UTF-8 bytes.
        self._characters = places_of(text[offset:])
        self._depth = 0
        self._modules = dict(MODULES)
        """Names that stand for a module of real code, where nothing else has that name."""
        self._methods: dict[type[ast.expr], Callable[..., Node]] = {
            ast.Constant: self._constant,
            ast.Name: self._name,
            ast.UnaryOp: self._unary,
            ast.Compare: self._compare,
            ast.BoolOp: self._logic,
            ast.IfExp: self._choice,
            ast.Call: self._call,
            ast.Attribute: self._attribute,
            ast.Subscript: self._subscript,
        }

    def span(self, node: ast.expr | ast.keyword) -> Span:
        """Return where the node stands in the text."""
        end = node.end_col_offset or node.col_offset
        return self._offset + self._characters[node.col_offset], self._offset + self._characters[end]

    def node(self, node: ast.expr) -> Node:
        """Return the tree of a node."""
        self._depth += 1
        if self._depth > DEPTH:
            raise fail(ProblemCode.TOO_DEEP, self.span(node), limit=DEPTH)
        # A long sum leans to the left: go down that side in a loop.
        leaning: list[ast.BinOp] = []
        while isinstance(node, ast.BinOp):
            leaning.append(node)
            node = node.left
        made = self._plain(node)
        for outer in reversed(leaning):
            made = self._operation(outer, made)
        self._depth -= 1
        return made

    def _plain(self, node: ast.expr) -> Node:
        method = self._methods.get(type(node))
        if method is None:
            kind = type(node).__name__
            advice = "Only numbers, names, operators, comparisons, `a if c else b` and calls are read."
            raise fail(ProblemCode.NOT_OFFERED, self.span(node), what=f"Python's {kind}", advice=advice)
        return method(node)

    def _operation(self, node: ast.BinOp, left: Node) -> Node:
        left, right = self.number(left), self.number(self.node(node.right))
        if isinstance(node.op, ast.FloorDiv):
            return Call("floordiv", (left, right), self.span(node))
        operator = OPERATORS.get(type(node.op))
        if operator is None:
            advice = "Use + - * / ** % or //; powers are `**`."
            raise fail(ProblemCode.NOT_OFFERED, self.span(node), what=f"`{SIGNS[type(node.op)]}`", advice=advice)
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
        name, span = node.id, self.span(node)
        taken = (name in BY_NAME and name not in GREEK_NAMES) or name in FORMS
        if name in self._scope.functions or (taken and name not in self._scope.values):
            example = BY_NAME[name].signature if name in BY_NAME else build.EXAMPLES.get(name, f"{name}(x)")
            raise fail(ProblemCode.UNEXPECTED_TOKEN, span, text=name, advice=f"Write `{example}`.")
        if WORD.fullmatch(name) is None:
            advice = "Names are Latin letters and digits, or a Greek letter, as in `lr`, `x_0` and `θ`."
            raise fail(ProblemCode.NOT_OFFERED, span, what=f"The name `{name}`", advice=advice)
        return Name(name, span)

    def _unary(self, node: ast.UnaryOp) -> Node:
        operand = self.node(node.operand)
        if isinstance(node.op, ast.USub):
            return Negate(self.number(operand), self.span(node))
        if isinstance(node.op, ast.UAdd):
            return self.number(operand)
        if isinstance(node.op, ast.Not):
            return Not(self.condition(operand), self.span(node))
        raise fail(ProblemCode.NOT_OFFERED, self.span(node), what="`~`", advice="Use `not` for conditions.")

    def _compare(self, node: ast.Compare) -> Node:
        signs = [COMPARISONS.get(type(operator)) for operator in node.ops]
        if None in signs:
            advice = "Use < <= > >= == or !=."
            raise fail(ProblemCode.NOT_OFFERED, self.span(node), what="This comparison", advice=advice)
        operands = [self.number(self.node(operand)) for operand in (node.left, *node.comparators)]
        return Compare(tuple(operands), tuple(filter(None, signs)), self.span(node))

    def _logic(self, node: ast.BoolOp) -> Node:
        operands = tuple(self.condition(self.node(value)) for value in node.values)
        return Logic("and" if isinstance(node.op, ast.And) else "or", operands, self.span(node))

    def _choice(self, node: ast.IfExp) -> Node:
        branches: list[tuple[Condition, Expression]] = []
        otherwise: ast.expr = node
        while isinstance(otherwise, ast.IfExp):
            branches.append((self.condition(self.node(otherwise.test)), self.number(self.node(otherwise.body))))
            otherwise = otherwise.orelse
        return Piecewise(tuple(branches), self.number(self.node(otherwise)), self.span(node))

    def _call(self, node: ast.Call) -> Node:
        name, given = self._callee(node)
        name, given = self._in_order(name, given, node)
        return self._called(name, [self.node(argument) for argument in given], node)

    def _in_order(self, name: str, given: list[ast.expr], node: ast.Call) -> tuple[str, list[ast.expr]]:
        """Return the function that is meant, and its arguments by their places."""
        starred = next((one for one in given if isinstance(one, ast.Starred)), None)
        own = isinstance(node.func, ast.Name) and name in self._scope.functions
        try:
            if starred is not None or (own and node.keywords):
                raise NotTaken(starred or node.keywords[0], ORDER)
            return (name, given) if own else in_order(name, given, node.keywords)
        except NotTaken as error:
            raise self._named(error.node, error.advice) from None

    def _named(self, node: ast.expr | ast.keyword, advice: str = ORDER) -> EngineError:
        return fail(ProblemCode.NOT_OFFERED, self.span(node), what="A named or starred argument", advice=advice)

    def _called(self, name: str, arguments: list[Node], node: ast.Call) -> Node:
        span, place = self.span(node), self.span(node.func)
        if name in self._scope.functions:
            return build.call(name, arguments, self._scope, span, place)
        is_method = name in METHODS and isinstance(node.func, ast.Name)
        if not is_method and (shorthand := SHORTHANDS.get((name, len(arguments)))) is not None:
            return shorthand(*map(self.number, arguments), span)
        name = RENAMED.get(name, name)
        if name == "log" and len(arguments) == 2:
            return build.logarithm(self.number(arguments[1]), arguments[0], span)
        if name not in FORMS:
            arguments = [self.number(argument) for argument in arguments]
        return build.call(name, arguments, self._scope, span, place)

    def _callee(self, node: ast.Call) -> tuple[str, list[ast.expr]]:
        """Return a function's bare name and its arguments, also of `torch.sin(x)` and of `x.sin()`."""
        if isinstance(node.func, ast.Name):
            return node.func.id, list(node.args)
        if not isinstance(node.func, ast.Attribute):
            advice = "Call functions by their bare name, such as `sin(x)`."
            raise fail(ProblemCode.NOT_OFFERED, self.span(node.func), what="This call", advice=advice)
        name, known = node.func.attr, RENAMED.get(node.func.attr, node.func.attr)
        if name == "float" and not self._is_module(node.func.value):
            advice = "Leave it out; all numbers have 64 bits."
            raise fail(ProblemCode.NOT_OFFERED, self.span(node.func), what=f"`.{name}`", advice=advice)
        if known not in BY_NAME and known not in SHORT_NAMES and known not in FORMS:
            raise self._unknown(node.func)
        return name, list(node.args) if self._is_module(node.func.value) else [node.func.value, *node.args]

    def _is_module(self, node: ast.expr) -> bool:
        """Whether this is `torch`, `np`, `torch.nn.functional` and the like."""
        while isinstance(node, ast.Attribute) and node.attr in ("nn", "functional", "special"):
            node = node.value
        return isinstance(node, ast.Name) and node.id in self._modules and node.id not in self._scope.values

    def _attribute(self, node: ast.Attribute) -> Node:
        if node.attr not in CONSTANTS_OF_MODULES or not self._is_module(node.value):
            raise self._unknown(node)
        value = CONSTANTS_OF_MODULES[node.attr]
        return Name(value, self.span(node)) if isinstance(value, str) else Number(value, self.span(node))

    def _unknown(self, node: ast.Attribute) -> EngineError:
        advice = "Functions of the help page are known, as `sin(x)`, `torch.sin(x)` or `x.sin()`."
        return fail(ProblemCode.NOT_OFFERED, self.span(node), what=f"`.{node.attr}`", advice=advice)

    def _subscript(self, node: ast.Subscript) -> Node:
        advice = "Lists are for functions that are written with `def`."
        raise fail(ProblemCode.NOT_OFFERED, self.span(node), what="An index", advice=advice)

    def number(self, node: Node) -> Expression:
        """Return the node as a number."""
        return number(node)

    def condition(self, node: Node) -> Condition:
        """Return the node as a condition."""
        return condition(node)


def places_of(text: str) -> Sequence[int]:
    """Return the character's place for each UTF-8 byte's place, and one past the end."""
    if text.isascii():
        return range(len(text) + 1)
    places = [place for place, character in enumerate(text) for _ in character.encode("utf-8", "surrogatepass")]
    return [*places, len(text)]
