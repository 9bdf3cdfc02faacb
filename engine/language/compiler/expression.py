"""From tree to steps: walks an expression without recursion, nested blocks apart, and folds constants."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Any

from engine.language.compiler.arithmetic import function_of
from engine.language.compiler.block import Binding, Block
from engine.language.compiler.differentiation import Differentiation
from engine.language.compiler.piecewise import Choice, Part
from engine.language.compiler.quotients import recognised
from engine.language.compiler.reduction import Loop
from engine.language.compiler.routine import Assembler
from engine.language.compiler.scope import EVALUATION, Register, Scope
from engine.language.compiler.table import defined, function_named
from engine.language.compiler.truth import comparison, conjunction, disjunction, negation
from engine.language.compiler.walk import children, operands_first
from engine.language.functions import CONSTANTS
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

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.language.compiler.scope import Operand
    from engine.language.names import Module
    from engine.language.tree import Condition, Definition, Expression
    from engine.problems import Span


class Compiler:
    """Compiles definitions of one module, each once for each kind of arguments (tensor, or perhaps a number)."""

    def __init__(self, module: Module) -> None:
        self._definitions = {
            entry.definition.name: entry.definition
            for entry in module.entries
            if entry.definition is not None and entry.definition.name is not None
        }
        self._compiled: dict[tuple[str, tuple[bool, ...], frozenset[str]], Block] = {}

    def definition(self, definition: Definition, tensors: tuple[bool, ...], scope: Scope) -> Block:
        """Return the body as a block of this scope that binds the arguments; `tensors`: never plain numbers."""
        for name, tensor in zip(definition.arguments, tensors, strict=True):
            scope.bind(name, tensor=tensor)
        return scope.finish(self.expression(scope, definition.body))

    def expression(self, scope: Scope, root: Expression) -> Operand:
        """Add the steps that compute the expression, and return where its value will be."""
        operands: list[Operand] = []
        for node in operands_first(root, recognised):
            count = len(children(node))
            arguments = operands[len(operands) - count :]
            del operands[len(operands) - count :]
            operands.append(self._node(scope, node, arguments))
        return operands.pop()

    def _node(self, scope: Scope, node: Expression, arguments: list[Operand]) -> Operand:
        match node:
            case Number():
                return node.value
            case Name():
                return self._name(scope, node)
            case Negate():
                return _emit(scope, operator.neg, arguments)
            case Arithmetic():
                return _emit(scope, function_of(node, *arguments), arguments)
            case Call():
                return _emit(scope, function_named(node.function, arguments), arguments)
            case Apply():
                return self._apply(scope, node, arguments)
            case Derivative():
                return self._derivative(scope, node)
            case Piecewise():
                return self._piecewise(scope, node)
            case Reduction():
                return self._reduction(scope, node, arguments)
            case Routine():
                return self._routine(scope, node)

    def _name(self, scope: Scope, node: Name) -> Operand:
        if node.name in scope.own:
            return scope.lookup(Binding(node.name, shared=False))
        # A prime marks a name from outside that one of a routine's own hides: the slider of a default argument.
        return self._shared(scope, node.name.removesuffix("'"), node.span)

    def _shared(self, scope: Scope, name: str, span: Span) -> Operand:
        """Return a name that all cards share: a value of the document, a constant, or else a parameter."""
        if name in scope.rebound:
            return scope.lookup(Binding(name, shared=True))
        if name in scope.values:
            return scope.values[name]
        if name in self._definitions:
            block = self._function(scope, name, (), span)
            scope.values[name] = self._run(scope, block.run, block, [], span, kept=True)
            return scope.values[name]
        return CONSTANTS[name] if name in CONSTANTS else scope.lookup(Binding(name, shared=True))

    def _apply(self, scope: Scope, node: Apply, arguments: list[Operand]) -> Operand:
        if not node.order:
            tensors = tuple(isinstance(argument, Register) and argument.tensor for argument in arguments)
            block = self._function(scope, node.function, tensors, node.span)
            return self._run(scope, block.run, block, arguments, node.span)
        block = self._function(scope, node.function, (True,), node.span)
        return self._run(scope, Differentiation(block, node.order), block, arguments, node.span, order=node.order)

    def _derivative(self, scope: Scope, node: Derivative) -> Operand:
        own = node.variable in scope.own
        inner = scope.inner(node.span)
        inner.bind(node.variable, shared=not own, tensor=True)
        block = inner.finish(self.expression(inner, node.body))
        point = self._name(scope, Name(node.variable, node.span))
        return self._run(scope, Differentiation(block, node.order), block, [point], node.span, order=node.order)

    def _reduction(self, scope: Scope, node: Reduction, bounds: list[Operand]) -> Operand:
        inner = scope.inner(node.span)
        inner.bind(node.index)
        block = inner.finish(self.expression(inner, node.body))
        return self._run(scope, Loop(node, block), block, bounds, node.span)

    def _routine(self, scope: Scope, node: Routine) -> Operand:
        assembler = Assembler(self, scope, node)
        machine = assembler.machine()
        scope.forks = True
        arguments = [scope.lookup(Binding(name, shared=False)) for name in node.arguments]
        values = [self._captured(scope, binding, node.span) for binding in assembler.captured]
        return scope.emit(machine, EVALUATION, *arguments, *values, tensor=True)

    def _piecewise(self, scope: Scope, node: Piecewise) -> Operand:
        conditions = scope.inner(node.span)
        truths = [self._condition(conditions, condition) for condition, _ in node.branches]
        bodies = [body for _, body in node.branches] + ([] if node.otherwise is None else [node.otherwise])
        blocks = [conditions.finish(conditions.emit(_together, *truths))]
        for body in bodies:
            inner = scope.inner(node.span)
            blocks.append(inner.finish(self.expression(inner, body)))
        scope.emit_nested(tuple(blocks), node.span)
        captured = tuple(dict.fromkeys(binding for block in blocks for binding in block.captured))
        first, *parts = (Part(block, tuple(map(captured.index, block.captured))) for block in blocks)
        otherwise = None if node.otherwise is None else parts.pop()
        values = [self._captured(scope, binding, node.span) for binding in captured]
        tensor = all(block.tensor for block in blocks[1:])
        cost = 1 + sum(block.cost for block in blocks)
        return scope.emit(Choice(first, tuple(parts), otherwise), EVALUATION, *values, tensor=tensor, cost=cost)

    def _condition(self, scope: Scope, node: Condition) -> Register:
        match node:
            case Compare():
                return scope.emit(comparison(*node.operators), *[self.expression(scope, o) for o in node.operands])
            case Logic():
                function = conjunction if node.operator == "and" else disjunction
                return scope.emit(function, *[self._condition(scope, operand) for operand in node.operands])
            case _:
                return scope.emit(negation, self._condition(scope, node.operand))

    def _function(self, scope: Scope, name: str, tensors: tuple[bool, ...], span: Span) -> Block:
        """Return a function of the document, or else of the table, compiled for these arguments."""
        key = (name, tensors, scope.rebound)
        if key not in self._compiled:
            definition = self._definitions[name] if name in self._definitions else defined(name, span)
            self._compiled[key] = self.definition(definition, tensors, scope.elsewhere(span))
        return self._compiled[key]

    def _run(
        self,
        scope: Scope,
        function: Callable[..., Any],
        block: Block,
        arguments: list[Operand],
        span: Span,
        *,
        order: int = 0,
        kept: bool = False,
    ) -> Register:
        """Add the step that runs the block on these arguments and on what it captures."""
        scope.emit_nested((block,), span)
        values = [self._captured(scope, binding, span) for binding in block.captured]
        tensor = block.tensor or order > 0
        cost = max(1, block.cost) << order
        return scope.emit(function, EVALUATION, *arguments, *values, tensor=tensor, kept=kept, cost=cost)

    def _captured(self, scope: Scope, binding: Binding, span: Span) -> Operand:
        return self._shared(scope, binding.name, span) if binding.shared else scope.lookup(binding)


def _emit(scope: Scope, function: Callable[..., Any], operands: list[Operand]) -> Operand:
    """Compute now what depends on constants alone; else add the step."""
    constants = [operand for operand in operands if isinstance(operand, float)]
    if len(constants) == len(operands):
        return float(function(*constants))
    return scope.emit(function, *operands, tensor=any(isinstance(o, Register) and o.tensor for o in operands))


def _together(*truths: Any) -> tuple[Any, ...]:
    return truths
