"""Expressions inside a `def`: what needs branches, calls or lists becomes instructions and a name for the result."""

from __future__ import annotations

import ast
from dataclasses import replace
from typing import TYPE_CHECKING

from engine.language.build import CONDITIONS
from engine.language.functions import BY_NAME
from engine.language.lexemes import FORMS
from engine.language.python_subset import Reader
from engine.language.routine import Assign, Branch, Instruction, Invoke, Jump, Site, SiteKind
from engine.language.suggestions import unknown_name
from engine.language.tree import Apply, Compare, Condition, Expression, Name, Not, Number
from engine.language.walk import uses
from engine.language.whole_numbers import is_float, not_exact
from engine.problems import ProblemCode, fail

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.language.build import Node
    from engine.language.source import Source
    from engine.language.token import Scope
    from engine.problems import Span

ORDER: dict[str, str] = {"min": "<", "max": ">"}


class Writer:
    """The instructions of one text while they are written; a jump leads to a label until `finish` gives it a place."""

    def __init__(self) -> None:
        self.instructions: list[Instruction] = []
        self.sites: list[Site] = []
        self._labels: list[int] = []

    def emit(self, instruction: Instruction) -> None:
        """Add an instruction."""
        self.instructions.append(instruction)

    def label(self) -> int:
        """Return a new label, which has no place yet."""
        self._labels.append(-1)
        return len(self._labels) - 1

    def place(self, label: int) -> None:
        """Put the label before the instruction that is written next."""
        self._labels[label] = len(self.instructions)

    def branch(
        self, condition: Condition, otherwise: int, kind: SiteKind, span: Span, *, has_else: bool = False
    ) -> None:
        """Go to the label `otherwise` where the condition fails."""
        self.sites.append(Site(kind, span, has_else))
        self.emit(Branch(condition, len(self.sites) - 1, span, otherwise))

    def finish(self) -> tuple[Instruction, ...]:
        """Return the instructions with places instead of labels."""
        return tuple(self._settled(instruction) for instruction in self.instructions)

    def _settled(self, instruction: Instruction) -> Instruction:
        if isinstance(instruction, Branch):
            return replace(instruction, otherwise=self._labels[instruction.otherwise])
        if isinstance(instruction, Jump):
            return replace(instruction, to=self._labels[instruction.to])
        return instruction


class ValueReader(Reader):
    """Reads the expressions of one function of the text; what they need done first goes to the writer."""

    def __init__(self, source: Source, scope: Scope, writer: Writer, helpers: Mapping[str, ast.FunctionDef]) -> None:
        super().__init__(source.text, 0, scope)
        self.writer, self._source, self._helpers = writer, source, helpers
        self._modules = source.modules
        self.locals: frozenset[str] = frozenset()
        self.uses: dict[str, Expression] = {}
        """What is used from outside of the text."""
        self._count = 0

    def span(self, node: ast.expr | ast.stmt | ast.arg | ast.keyword) -> Span:
        """Return where the node stands in the text."""
        return self._source.span(node)

    def temporary(self) -> str:
        """Return a new name of our own."""
        self._count += 1
        return f"${self._count}"

    def assign(self, target: str, value: Expression) -> None:
        """Give the value to the target."""
        self.writer.emit(Assign((target,), (value,), value.span))

    def number(self, node: Node) -> Expression:
        """Return the node as a number; a condition is 1 or 0, as Python has it."""
        if not isinstance(node, CONDITIONS):
            return node
        target, span = self.temporary(), node.span
        otherwise, end = self.writer.label(), self.writer.label()
        self.writer.branch(node, otherwise, "", span)
        self.assign(target, Number(1.0, span))
        self.writer.emit(Jump(span, end))
        self.writer.place(otherwise)
        self.assign(target, Number(0.0, span))
        self.writer.place(end)
        return Name(target, span)

    def condition(self, node: Node) -> Condition:
        """Return the node as a condition; a number holds where it is not 0."""
        if isinstance(node, CONDITIONS):
            return node
        return Compare((node, Number(0.0, node.span)), ("!=",), node.span)

    def value(self, node: ast.expr) -> Expression:
        """Return what is written as a number."""
        return self.number(self.node(node))

    def test(self, node: ast.expr) -> Condition:
        """Return what is written as a condition."""
        return self.condition(self.node(node))

    def _emits(self, nodes: list[ast.expr]) -> bool:
        """Whether one of these has to be read in its own time: calls of the text, indices, choices."""
        return any(
            isinstance(part, ast.Subscript | ast.IfExp | ast.ListComp | ast.GeneratorExp)
            or (isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and self._is_step(part.func.id))
            for node in nodes
            for part in ast.walk(node)
        )

    def _is_step(self, name: str) -> bool:
        return name in self._helpers or name in ORDER or name in ("len", "sum")

    def _logic(self, node: ast.BoolOp) -> Node:
        if not self._emits(node.values[1:]):
            return super()._logic(node)
        target, span = self.temporary(), self.span(node)
        is_and = isinstance(node.op, ast.And)
        short, end = self.writer.label(), self.writer.label()
        for value in node.values:
            read = self.test(value)
            self.writer.branch(read if is_and else Not(read, read.span), short, "", read.span)
        self.assign(target, Number(float(is_and), span))
        self.writer.emit(Jump(span, end))
        self.writer.place(short)
        self.assign(target, Number(float(not is_and), span))
        self.writer.place(end)
        return self.condition(Name(target, span))

    def _choice(self, node: ast.IfExp) -> Node:
        target, end = self.temporary(), self.writer.label()
        otherwise: ast.expr = node
        kind: SiteKind = "if"
        while isinstance(otherwise, ast.IfExp):
            after, span = self.writer.label(), self.span(otherwise)
            has_else = not isinstance(otherwise.orelse, ast.IfExp)
            self.writer.branch(self.test(otherwise.test), after, kind, span, has_else=has_else)
            self.assign(target, self.value(otherwise.body))
            self.writer.emit(Jump(span, end))
            self.writer.place(after)
            otherwise, kind = otherwise.orelse, "elif"
        self.assign(target, self.value(otherwise))
        self.writer.place(end)
        return Name(target, self.span(node))

    def _constant(self, node: ast.Constant) -> Node:
        if isinstance(node.value, bool):
            return Number(float(node.value), self.span(node))
        self._refuse_inexact(node)
        return super()._constant(node)

    def _refuse_inexact(self, node: ast.Constant) -> None:
        """Refuse a whole number that no float is."""
        if isinstance(node.value, int) and not is_float(node.value):
            raise not_exact(self.span(node))

    def _name(self, node: ast.Name) -> Node:
        name, span = node.id, self.span(node)
        if name in self.locals:
            return Name(name, span)
        if name in self._helpers or name in self._modules:
            raise fail(ProblemCode.UNEXPECTED_TOKEN, span, text=name, advice=f"Call it, as in `{name}(x)`.")
        if name in self._source.arguments:
            advice = f"Hand `{name}` over as an argument."
            raise fail(ProblemCode.NOT_OFFERED, span, what=f"`{name}` of another function", advice=advice)
        made = super()._name(node)
        self.uses.setdefault(name, made)  # type: ignore[arg-type]
        return made

    def _called(self, name: str, arguments: list[Node], node: ast.Call) -> Node:
        bare = isinstance(node.func, ast.Name)
        if name == "where" and len(arguments) == 3 and name not in self._helpers:
            return self._where(arguments, self.span(node))
        numbers = [self.number(argument) for argument in arguments]
        if bare and name in ORDER and len(numbers) > 1 and name not in self._scope.functions:
            return self._extreme(ORDER[name], numbers, self.span(node))
        if bare and name in FORMS and name not in BY_NAME:
            raise unknown_name(name, self.span(node.func), self._helpers)
        made = super()._called(name, list(numbers), node)
        for function, span in uses(made).calls.items():
            self.uses.setdefault(f"{function}()", Apply(function, 0, (), span))
        return made

    def _call(self, node: ast.Call) -> Node:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name in self.locals:  # it hides the function of that name, if there is one
            place = self.span(node.func)
            known = name in BY_NAME or name in FORMS
            raise (
                fail(ProblemCode.UNKNOWN_NAME, place, name=name) if known else unknown_name(name, place, self._helpers)
            )
        if name not in self._helpers:
            return super()._call(node)
        given = {place: self.value(value) for place, value in self._given(name, node).items()}
        return self._invoke(name, given, node)

    def _given(self, name: str, node: ast.Call) -> dict[int, ast.expr]:
        """Return the arguments of a helper's call by their places."""
        places = {argument.arg: place for place, argument in enumerate(self._helpers[name].args.args)}
        found = dict(enumerate(node.args))
        for keyword in node.keywords:
            place = places.get(keyword.arg or "")
            if place is None or place in found:
                raise self._named(keyword)
            found[place] = keyword.value
        starred = next((one for one in node.args if isinstance(one, ast.Starred)), None)
        if starred is not None:
            raise self._named(starred)
        return found

    def _invoke(self, name: str, given: dict[int, Expression], node: ast.Call) -> Name:
        helper, span = self._helpers[name].args, self.span(node)
        first = len(helper.args) - len(helper.defaults)
        if len(given) > len(helper.args) or not given.keys() >= set(range(first)):
            most = len(helper.args)
            told = f"{most} arguments" if first == most else f"{first} to {most} arguments"
            example = f"{name}({', '.join(argument.arg for argument in helper.args)})"
            values = {"name": name, "expected": told, "count": len(given), "example": example}
            raise fail(ProblemCode.WRONG_ARGUMENT_COUNT, self.span(node.func), **values)
        arguments = tuple(
            given[place] if place in given else self.default(name, argument, helper.defaults[place - first])
            for place, argument in enumerate(helper.args)
        )
        target = self.temporary()
        self.writer.emit(Invoke(name, arguments, target, span))
        return Name(target, span)

    def default(self, _function: str, _argument: ast.arg, value: ast.expr) -> Expression:
        """Return the value of an argument that is left out."""
        return self.value(value)

    def _where(self, arguments: list[Node], span: Span) -> Name:
        """`torch.where`, each side at its samples alone."""
        target, otherwise, end = self.temporary(), self.writer.label(), self.writer.label()
        holds, fails = (self.number(argument) for argument in arguments[1:])
        self.writer.branch(self.condition(arguments[0]), otherwise, "if", span, has_else=True)
        self.assign(target, holds)
        self.writer.emit(Jump(span, end))
        self.writer.place(otherwise)
        self.assign(target, fails)
        self.writer.place(end)
        return Name(target, span)

    def _extreme(self, sign: str, values: list[Expression], span: Span) -> Name:
        """Return the least or greatest as Python finds it: the first of equals, and its derivative alone."""
        target = self.temporary()
        self.assign(target, values[0])
        for value in values[1:]:
            end, other = self.writer.label(), self.temporary()
            self.assign(other, value)
            one, two = Name(other, value.span), Name(target, span)
            self.writer.branch(Compare((one, two), (sign,), span), end, "", span)  # type: ignore[arg-type]
            self.assign(target, one)
            self.writer.place(end)
        return Name(target, span)
