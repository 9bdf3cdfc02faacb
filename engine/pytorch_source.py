"""An expression as Python source on torch tensors. Walks the tree without recursion but for nested blocks."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from keyword import iskeyword
from typing import TYPE_CHECKING, NamedTuple

from engine.language.compiler.walk import children, operands_first
from engine.language.functions import BY_NAME, CONSTANTS
from engine.language.odd_root import odd_root
from engine.language.tree import (
    Apply,
    Arithmetic,
    Call,
    Compare,
    Derivative,
    Logic,
    Name,
    Negate,
    Number,
    Piecewise,
    Reduction,
    Routine,
)
from engine.problems import ProblemCode, fail
from engine.pytorch_words import HELPERS, TORCH

if TYPE_CHECKING:
    from engine.language.tree import Condition, Expression
    from engine.problems import Span

SUM, PRODUCT, SIGN, POWER, ATOM = range(5)
LEVELS = {"+": SUM, "-": SUM, "*": PRODUCT, "/": PRODUCT, "%": PRODUCT, "^": POWER}


TAKEN = frozenset(
    {
        "y",
        "slope",
        "orders",
        "points",
        "point",
        "values",
        "slopes",
        "torch",
        "math",
        "plt",
        "sum",
        "int",
        "float",
        "range",
        "print",
        *HELPERS,
    }
)
"""Names that a script uses itself."""


def safe(name: str) -> str:
    """Return the name as the script has it: with `_` at its end where it would mean something else there."""
    return f"{name}_" if name in TAKEN or iskeyword(name) else name


class Piece(NamedTuple):
    """Source, how tightly it binds, and whether its value is a tensor."""

    text: str
    level: int
    tensor: bool

    def bound(self, level: int) -> str:
        """Return the source, in brackets if it binds less tightly than this."""
        return self.text if self.level >= level else f"({self.text})"


@dataclass(slots=True)
class Writer:
    """Writes expressions, and remembers the helpers that they need, in the order of first use."""

    helpers: dict[str, None] = field(default_factory=dict)

    def expression(self, root: Expression, names: dict[str, bool]) -> Piece:
        """Return the source; `names` are the own names in reach, each with whether it is a tensor.

        Raises `EngineError` (not_offered) for what plain PyTorch has no words for.
        """
        pieces: list[Piece] = []
        for node in operands_first(root):
            count = len(children(node))
            operands = pieces[len(pieces) - count :]
            del pieces[len(pieces) - count :]
            pieces.append(self._node(node, operands, names))
        return pieces.pop()

    def _node(self, node: Expression, operands: list[Piece], names: dict[str, bool]) -> Piece:
        match node:
            case Number():
                return Piece(_number(node.value), ATOM, tensor=False)
            case Name():
                return _name(node.name, names)
            case Negate():
                return Piece(f"-{operands[0].bound(SIGN)}", SIGN, operands[0].tensor)
            case Arithmetic():
                return self._arithmetic(node, *operands)
            case Call():
                return self._call(node, operands)
            case Apply():
                return self._apply(node, operands)
            case Derivative():
                return self._derivative(node, names)
            case Piecewise():
                return self._piecewise(node, names)
            case Reduction():
                return self._reduction(node, operands, names)
            case Routine():
                advice = "It is Python already: copy its text."
                raise fail(ProblemCode.NOT_OFFERED, node.span, what="A script of a `def`", advice=advice)

    def _arithmetic(self, node: Arithmetic, left: Piece, right: Piece) -> Piece:
        root = odd_root(node.right) if node.operator == "^" else None
        if root is not None:
            self.helpers["odd_root"] = None
            return Piece(f"odd_root({_as_tensor(left)}, {root[0]}, {root[1]})", ATOM, tensor=True)
        level = LEVELS[node.operator]
        sign = "**" if node.operator == "^" else node.operator
        # A power binds to the right, everything else to the left.
        before, after = (level + 1, level) if sign == "**" else (level, level + 1)
        return Piece(f"{left.bound(before)} {sign} {right.bound(after)}", level, left.tensor or right.tensor)

    def _call(self, node: Call, operands: list[Piece]) -> Piece:
        row = BY_NAME[node.function]
        arguments = [piece.text if at in row.literals else _as_tensor(piece) for at, piece in enumerate(operands)]
        if node.function in ("min", "max"):
            name = "torch.minimum" if node.function == "min" else "torch.maximum"
            text = arguments[0]
            for argument in arguments[1:]:
                text = f"{name}({text}, {argument})"
            return Piece(text, ATOM, tensor=True)
        return Piece(f"{self._function(node.function, node.span)}({', '.join(arguments)})", ATOM, tensor=True)

    def _function(self, name: str, span: Span) -> str:
        row = BY_NAME[name]
        if row.rule.startswith("torch."):
            return row.rule
        if row.name in TORCH:
            return TORCH[row.name]
        if row.name not in HELPERS:
            advice = "Leave it out of the function that is copied."
            raise fail(ProblemCode.NOT_OFFERED, span, what=f"`{name}` in plain PyTorch", advice=advice)
        self.helpers[row.name] = None
        return row.name

    def _apply(self, node: Apply, operands: list[Piece]) -> Piece:
        if not node.order:
            return Piece(f"{safe(node.function)}({', '.join(map(_as_tensor, operands))})", ATOM, tensor=True)
        self.helpers["derivative"] = None
        function = self._function(node.function, node.span) if node.function in BY_NAME else safe(node.function)
        for _ in range(node.order - 1):
            function = f"lambda u: derivative({function}, u)"
        return Piece(f"derivative({function}, {_as_tensor(operands[0])})", ATOM, tensor=True)

    def _derivative(self, node: Derivative, names: dict[str, bool]) -> Piece:
        self.helpers["derivative"] = None
        variable = _name(node.variable, names)
        if not variable.tensor:
            advice = "Differentiate by the variable of the function."
            raise fail(ProblemCode.NOT_OFFERED, node.span, what="A derivative by a parameter", advice=advice)
        body = self.expression(node.body, {**names, node.variable: True})
        text = _as_tensor(body)
        for _ in range(node.order):
            text = f"derivative(lambda {variable.text}: {text}, {_as_tensor(variable)})"
        return Piece(text, ATOM, tensor=True)

    def _piecewise(self, node: Piecewise, names: dict[str, bool]) -> Piece:
        """Return nested choices on the function's one argument."""
        tensors = [name for name, tensor in names.items() if tensor]
        if len(tensors) != 1:
            advice = "Write the cases in a function of one variable."
            raise fail(ProblemCode.NOT_OFFERED, node.span, what="A choice between cases here", advice=advice)
        self.helpers["choose"] = None
        x = safe(tensors[0])
        text = f"torch.full_like({x}, math.nan)"
        if node.otherwise is not None:
            text = _like(self.expression(node.otherwise, names), x)
        for condition, body in reversed(node.branches):
            inside = _like(self.expression(body, names), x)
            holds = self._condition(condition, names)
            text = f"choose({x}, lambda {x}: {holds}, lambda {x}: {inside}, lambda {x}: {text})"
        return Piece(text, ATOM, tensor=True)

    def _condition(self, node: Condition, names: dict[str, bool]) -> str:
        match node:
            case Compare():
                sides = [self.expression(operand, names) for operand in node.operands]
                pairs = zip(sides, node.operators, sides[1:], strict=False)
                return " & ".join(f"({_compared(left, right)} {sign} {right.text})" for left, sign, right in pairs)
            case Logic():
                sign = " & " if node.operator == "and" else " | "
                return sign.join(f"({self._condition(operand, names)})" for operand in node.operands)
            case _:
                return f"~({self._condition(node.operand, names)})"

    def _reduction(self, node: Reduction, bounds: list[Piece], names: dict[str, bool]) -> Piece:
        if any(bound.tensor for bound in bounds):
            advice = "Write plain numbers or parameters as its ends."
            what = "A sum or product with ends that vary"
            raise fail(ProblemCode.NOT_OFFERED, node.span, what=what, advice=advice)
        start, stop = (bound.text if bound.text.isdigit() else f"int({bound.text})" for bound in bounds)
        end = str(int(stop) + 1) if stop.isdigit() else f"{stop} + 1"
        body = self.expression(node.body, {**names, node.index: False})
        function = "sum" if node.operator == "sum" else "math.prod"
        return Piece(f"{function}({body.text} for {safe(node.index)} in range({start}, {end}))", ATOM, body.tensor)


def _number(value: float) -> str:
    if not math.isfinite(value):
        return "math.nan" if math.isnan(value) else "math.inf" if value > 0 else "-math.inf"
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def _name(name: str, names: dict[str, bool]) -> Piece:
    if name in names:
        return Piece(safe(name), ATOM, names[name])
    constant = {"e": "math.e", "π": "math.pi", "pi": "math.pi"}.get(name) if name in CONSTANTS else None
    return Piece(constant or safe(name), ATOM, tensor=False)


def _as_tensor(piece: Piece) -> str:
    return piece.text if piece.tensor else f"torch.tensor(float({piece.text}))"


def _compared(left: Piece, right: Piece) -> str:
    """Return the left side of a comparison, a tensor if the right side is none, so that a mask comes out."""
    return left.text if right.tensor else _as_tensor(left)


def _like(piece: Piece, x: str) -> str:
    return piece.text if piece.tensor else f"torch.full_like({x}, {piece.text})"
