"""Lists in a `def`: written out, one value for each turn of a loop, added up, and their entries."""

from __future__ import annotations

import ast
from copy import deepcopy
from typing import TYPE_CHECKING

from engine.language.python_advice import LOOP
from engine.language.python_range import entries_of
from engine.language.python_values import ORDER, ValueReader
from engine.language.routine import Jump, Length, Load, MakeList
from engine.language.tree import Arithmetic, Compare, Name, Number
from engine.problems import ProblemCode, fail

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.language.build import Node
    from engine.language.tree import Expression
    from engine.problems import Span

COMPREHENSIONS = (ast.ListComp, ast.GeneratorExp)


class ListReader(ValueReader):
    """Reads what is done with lists."""

    def loop(self, node: ast.For) -> None:
        """Write a loop."""
        raise NotImplementedError

    def list_name(self, node: ast.expr) -> str:
        """Return the name of the list that is meant."""
        if isinstance(node, ast.Name) and node.id in self.locals:
            return node.id
        advice = "Give the list a name first, as in `s = []`."
        raise fail(ProblemCode.NOT_OFFERED, self.span(node), what="This list", advice=advice)

    def list_of(self, node: ast.expr) -> str:
        """Return the name of the list that is meant, which is made if it is written out."""
        entries, times = entries_of(node)
        if isinstance(node, COMPREHENSIONS):
            target = self.temporary()
            self.comprehension(node, target)
        elif entries is not None:
            made, count = tuple(self.value(entry) for entry in entries), self.value(times) if times else None
            target = self.temporary()
            self.writer.emit(MakeList(target, made, count, self.span(node)))
        else:
            return self.list_name(node)
        self.locals |= {target}
        return target

    def comprehension(self, node: ast.ListComp | ast.GeneratorExp, target: str) -> None:
        """Write the loop that `[x**k for k in range(3)]` stands for; its name is another one than those outside."""
        turn = node.generators[0]
        if len(node.generators) > 1 or turn.is_async or not isinstance(turn.target, ast.Name):
            raise fail(ProblemCode.NOT_OFFERED, self.span(node), what="This list", advice=LOOP)
        name = self.temporary()
        self.writer.emit(MakeList(target, (), None, self.span(node)))
        self.locals |= {target, name}
        renamed = _Renamed(turn.target.id, name)
        entry = renamed.visit(deepcopy(node.elt))
        append = ast.Attribute(ast.Name(target, ast.Load()), "append", ast.Load())
        body: list[ast.stmt] = [ast.Expr(ast.Call(append, [entry], []))]
        for test in reversed(turn.ifs):
            body = [ast.If(renamed.visit(deepcopy(test)), body, [])]
        loop = ast.copy_location(ast.For(ast.Name(name, ast.Store()), turn.iter, body, []), node)
        self.loop(ast.fix_missing_locations(loop))

    def _call(self, node: ast.Call) -> Node:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        count = len(node.args)
        known = name in self._helpers or name in self._scope.functions or name in self.locals
        if known or not count or isinstance(node.args[0], ast.Starred):
            return super()._call(node)
        if name == "len" and count == 1 and not node.keywords:
            return self.length(self.list_of(node.args[0]), self.span(node))
        if name == "sum" and count + len(node.keywords) <= 2:
            return self._sum(node)
        if name in ORDER and count == 1 and not node.keywords:
            return self._of_list(ORDER[name], self.list_of(node.args[0]), self.span(node))
        return super()._call(node)

    def _sum(self, node: ast.Call) -> Node:
        span, total = self.span(node), self.temporary()
        given = [*node.args[1:], *(keyword.value for keyword in node.keywords if keyword.arg == "start")]
        if len(given) != len(node.args) - 1 + len(node.keywords):
            return super()._call(node)
        listed = self.list_of(node.args[0])
        self.assign(total, self.value(given[0]) if given else Number(0.0, span))
        self.each(listed, 0.0, span, lambda entry: self.assign(
            total, Arithmetic("+", Name(total, span), entry, span)))  # fmt: skip
        return Name(total, span)

    def _of_list(self, sign: str, listed: str, span: Span) -> Node:
        """Return the least or greatest entry, the first of equals."""
        target = self.temporary()
        self.writer.emit(Load(target, listed, Number(0.0, span), span))

        def compare(entry: Expression) -> None:
            end = self.writer.label()
            self.writer.branch(Compare((entry, Name(target, span)), (sign,), span), end, "", span)  # type: ignore[arg-type]
            self.assign(target, entry)
            self.writer.place(end)

        self.each(listed, 1.0, span, compare)
        return Name(target, span)

    def each(self, listed: str, start: float, span: Span, body: Callable[[Expression], None]) -> None:
        """Write the body for each entry from the start on."""
        place, entry = Name(self.temporary(), span), Name(self.temporary(), span)
        again, after = self.writer.label(), self.writer.label()
        self.assign(place.name, Number(start, span))
        self.writer.place(again)
        self.writer.branch(Compare((place, self.length(listed, span)), ("<",), span), after, "", span)
        self.writer.emit(Load(entry.name, listed, place, span))
        body(entry)
        self.assign(place.name, Arithmetic("+", place, Number(1.0, span), span))
        self.writer.emit(Jump(span, again))
        self.writer.place(after)

    def length(self, listed: str, span: Span) -> Name:
        """Return how many entries the list has."""
        target = self.temporary()
        self.writer.emit(Length(target, listed, span))
        return Name(target, span)

    def _subscript(self, node: ast.Subscript) -> Node:
        name, span = self.list_of(node.value), self.span(node)
        target = self.temporary()
        self.writer.emit(Load(target, name, self.index(node), span))
        return Name(target, span)

    def index(self, node: ast.Subscript) -> Expression:
        """Return the index in the brackets."""
        if isinstance(node.slice, ast.Slice | ast.Tuple):
            advice = "Read one entry, as in `s[0]`."
            raise fail(ProblemCode.NOT_OFFERED, self.span(node.slice), what="A slice", advice=advice)
        return self.value(node.slice)


class _Renamed(ast.NodeTransformer):
    """Gives a name another one, but where an inner list has it for itself."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.copy_location(ast.Name(self._new, node.ctx), node) if node.id == self._old else node

    def visit_ListComp(self, node: ast.ListComp) -> ast.AST:
        return self._inner(node)

    def visit_GeneratorExp(self, node: ast.GeneratorExp) -> ast.AST:
        return self._inner(node)

    def _inner(self, node: ast.ListComp | ast.GeneratorExp) -> ast.AST:
        own = [turn.target.id for turn in node.generators if isinstance(turn.target, ast.Name)]
        if self._old not in own:
            return self.generic_visit(node)
        node.generators[0].iter = self.visit(node.generators[0].iter)
        return node
