"""A Python function as it runs with torch alone: its own text, with calls as plain PyTorch has them.

The text is Python already. What is read here with a meaning of its own is written out: functions by their bare names,
`x.square()` of numbers that are no tensors, indices that are whole numbers but floats, `+=` that must not change a
tensor in place.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from engine.language.build import EXAMPLES, OPERATORS, arithmetic
from engine.language.functions import BY_NAME, CONSTANTS
from engine.language.lexemes import FORMS
from engine.language.pasted import CONSTANTS_OF_MODULES, RENAMED, SHORTHANDS
from engine.language.signatures import in_order
from engine.language.source import Source
from engine.language.tree import Arithmetic, Call, Name
from engine.problems import ProblemCode, fail
from engine.pytorch_source import safe
from engine.pytorch_words import HELPERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.language.tree import Expression, Routine
    from engine.problems import Span
    from engine.pytorch_source import Writer

KEPT = frozenset({"int", "float", "len", "range", "abs", "min", "max", "pow", "sum"})
"""Python's own functions that do with tensors of one number what they do here."""


def function_source(
    text: str, routine: Routine, writer: Writer, functions: frozenset[str], parameters: Mapping[str, float]
) -> str:
    """Return the functions of the text, the sliders' values as the defaults of the last one.

    `functions` are the names that other cards define. Raises `EngineError` (not_offered) as `Writer` does.
    """
    source = Source(text)
    helpers = frozenset(one.name for one in source.functions if isinstance(one, ast.FunctionDef))
    parts = []
    for function in source.functions:
        assert isinstance(function, ast.FunctionDef)
        if function is source.functions[-1]:
            _set_defaults(function, routine, parameters)
        parts.append(ast.unparse(_Plain(source, writer, functions | helpers, function).visit(function)))
    return "\n\n\n".join(parts)


def _set_defaults(function: ast.FunctionDef, routine: Routine, parameters: Mapping[str, float]) -> None:
    values = [(default, parameters[default.name]) for default in routine.defaults]
    function.args.defaults = [
        ast.Constant(int(value) if default.whole and float(value).is_integer() else float(value))
        for default, value in values
    ]


class _Plain(ast.NodeTransformer):
    """Rewrites one function."""

    def __init__(self, source: Source, writer: Writer, functions: frozenset[str], function: ast.FunctionDef) -> None:
        self._source, self._writer, self._functions = source, writer, functions
        parts = list(ast.walk(function))
        arguments = [argument.arg for argument in function.args.args]
        stored = {part.id for part in parts if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)}
        self._own = stored | set(arguments)
        self._hiding = self._own & (HELPERS.keys() | {"torch", "math"})
        loops = [part.target.id for part in parts if isinstance(part, ast.For) and isinstance(part.target, ast.Name)]
        self._whole = frozenset(loops)
        needed = arguments[: len(arguments) - len(function.args.defaults)]
        # Helpers may be handed plain numbers.
        self._tensors = set(needed) - stored if function is source.functions[-1] else set()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        """Return the function with names that hide nothing of the script."""
        self.generic_visit(node)
        node.name = safe(node.name)
        for argument in node.args.args:
            argument.arg = self._renamed(argument.arg)
        return node

    def _renamed(self, name: str) -> str:
        """Return an own name as the script has it: one that hides a function of the script with `_` at its end."""
        return f"{name}_" if name in self._hiding else name

    def visit_Call(self, node: ast.Call) -> ast.expr:
        """Return the call as plain PyTorch has it."""
        name, given = self._callee(node)
        bare = isinstance(node.func, ast.Name)
        if bare and (name in self._functions or name in KEPT):
            node.keywords = [ast.keyword(one.arg, self.visit(one.value)) for one in node.keywords]
        else:
            name, given = in_order(name, given, node.keywords)
        arguments = [self.visit(argument) for argument in given]
        if name == "append":
            return ast.Call(ast.Attribute(arguments[0], name, ast.Load()), arguments[1:], [])
        if bare and name == "range":
            return ast.Call(node.func, [self._as_whole(argument) for argument in arguments], [])
        if bare and (name in self._functions or name in KEPT):
            called = safe(name) if name in self._functions else name
            return ast.Call(ast.Name(called, ast.Load()), arguments, node.keywords)
        if RENAMED.get(name, name) == "if" and len(arguments) == 3:
            return ast.IfExp(*arguments)
        span = self._source.span(node)
        literals = BY_NAME[RENAMED.get(name, name)].literals if RENAMED.get(name, name) in BY_NAME else ()
        wrapped = [one if at in literals else self._as_tensor(one) for at, one in enumerate(arguments)]
        return self._written(_meaning(name, len(arguments), span), wrapped)

    def _callee(self, node: ast.Call) -> tuple[str, list[ast.expr]]:
        if isinstance(node.func, ast.Name):
            return node.func.id, list(node.args)
        assert isinstance(node.func, ast.Attribute)
        inside = node.func.value
        while isinstance(inside, ast.Attribute):
            inside = inside.value
        is_module = isinstance(inside, ast.Name) and inside.id in self._source.modules and inside.id not in self._own
        return node.func.attr, [*([] if is_module else [node.func.value]), *node.args]

    def _written(self, meaning: Expression, arguments: list[ast.expr]) -> ast.expr:
        """Return the expression over `u0`, `u1` ... as torch has it, with the arguments in their places."""
        names = {f"u{place}": argument for place, argument in enumerate(arguments)}
        text = self._writer.expression(meaning, dict.fromkeys(names, True)).text
        made: ast.expr = _Filled(names).visit(ast.parse(text, mode="eval").body)
        return made

    def _as_tensor(self, node: ast.expr) -> ast.expr:
        known = any(isinstance(part, ast.Name) and part.id in self._tensors for part in ast.walk(node))
        if known and isinstance(node, ast.Name | ast.BinOp | ast.UnaryOp):
            return node
        self._writer.helpers["number"] = None
        return ast.Call(ast.Name("number", ast.Load()), [node], [])

    def _as_whole(self, node: ast.expr) -> ast.expr:
        named = isinstance(node, ast.Name) and node.id in self._whole
        called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("int", "len")
        constant = node.operand if isinstance(node, ast.UnaryOp) else node
        plain = isinstance(constant, ast.Constant) and isinstance(constant.value, int)
        return node if named or called or plain else ast.Call(ast.Name("int", ast.Load()), [node], [])

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        """Return an entry of a list, with an index that Python takes."""
        return ast.Subscript(self.visit(node.value), self._as_whole(self.visit(node.slice)), node.ctx)

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        """Return the operation; a list is repeated a whole number of times."""
        left, right = self.visit(node.left), self.visit(node.right)
        if isinstance(left, ast.List):
            right = self._as_whole(right)
        return ast.BinOp(left, node.op, right)

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.stmt:
        """Return `s = s + x` for `s += x`."""
        target, value = self.visit(node.target), self.visit(node.value)
        before = ast.Name(target.id, ast.Load()) if isinstance(target, ast.Name) else target
        changed = ast.Assign([target], ast.BinOp(before, node.op, value))
        return ast.fix_missing_locations(ast.copy_location(changed, node))

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        """Return a module's constant as Python's `math` has it."""
        assert node.attr in CONSTANTS_OF_MODULES
        return ast.Attribute(ast.Name("math", ast.Load()), node.attr, ast.Load())

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """Return a name as it is; one of a constant as the script has it."""
        if node.id in self._own:
            return ast.Name(self._renamed(node.id), node.ctx)
        if node.id not in CONSTANTS:
            return ast.Name(safe(node.id), node.ctx)
        return self._written(Name(node.id, (0, 0)), [])


class _Filled(ast.NodeTransformer):
    def __init__(self, values: Mapping[str, ast.expr]) -> None:
        self._values = values

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self._values.get(node.id, node)


def _meaning(name: str, count: int, span: Span) -> Expression:
    """Return what a function of real code, or of the table, is: an expression over `u0`, `u1` ..."""
    arguments = tuple(Name(f"u{place}", span) for place in range(count))
    if (shorthand := SHORTHANDS.get((name, count))) is not None:
        return shorthand(*arguments, span)
    name = RENAMED.get(name, name)
    if name == "log" and count == 2:
        return Arithmetic("/", Call("log", arguments[:1], span), Call("log", arguments[1:], span), span)
    if name in BY_NAME and BY_NAME[name].name in OPERATORS:
        return arithmetic(OPERATORS[BY_NAME[name].name], arguments[0], arguments[1], span)
    if name in BY_NAME:
        return Call(BY_NAME[name].name, arguments, span)
    assert name in FORMS or name in EXAMPLES
    advice = "Leave it out of the function that is copied."
    raise fail(ProblemCode.NOT_OFFERED, span, what=f"`{name}` in plain PyTorch", advice=advice)
