"""From a routine's instructions to the operations of a machine."""

from __future__ import annotations

import operator
from functools import reduce
from typing import TYPE_CHECKING, Any

from engine.language.compiler.endless import Repeating, reaching_an_end
from engine.language.compiler.group import Live
from engine.language.compiler.liveness import expressions, live_before, writes
from engine.language.compiler.machine import Machine
from engine.language.compiler.operations import (
    Appending,
    Assigning,
    Branching,
    Checking,
    Computed,
    Exacting,
    Handed,
    Invoking,
    Listing,
    Loading,
    Storing,
    assigning,
    jumping,
    listed,
    measuring,
    missing,
    returning,
)
from engine.language.compiler.truth import HOLDS
from engine.language.routine import (
    Append,
    Assign,
    Branch,
    Exact,
    Function,
    Instruction,
    Invoke,
    Jump,
    Length,
    Load,
    MakeList,
    Missing,
    Return,
    Store,
    Whole,
)
from engine.language.tree import Compare, Logic, Name
from engine.language.walk import names

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.language.compiler.block import Binding
    from engine.language.compiler.expression import Compiler
    from engine.language.compiler.machine import Operation
    from engine.language.compiler.scope import Operand, Register, Scope
    from engine.language.tree import Comparison, Condition, Expression, Routine
    from engine.problems import Span

PLAIN: dict[Comparison, Callable[[Any, Any], Any]] = {**HOLDS, "!=": operator.ne}
"""Comparisons as Python has them: with NaN all fail but `!=`."""


class Assembler:
    """Assembles the machine of one routine, which stands in the scope."""

    def __init__(self, compiler: Compiler, scope: Scope, node: Routine) -> None:
        self._compiler, self._scope, self._node = compiler, scope, node
        self.captured: dict[Binding, int] = {}
        """What comes from outside, and its place after the arguments."""
        self._slots: dict[str, dict[str, int]] = {one.name: self._names(one) for one in node.code.functions}
        self._functions = {one.name: one for one in node.code.functions}

    def _names(self, function: Function) -> dict[str, int]:
        """Return the places of a function's own names, its arguments first."""
        found = dict.fromkeys(function.arguments)
        for instruction in self._node.code.instructions[self._begin(function) : function.end]:
            found |= dict.fromkeys(writes(instruction))
        return {name: slot for slot, name in enumerate(found)}

    def _begin(self, function: Function) -> int:
        """Return where a function begins, the giving of its sliders' values included."""
        return self._node.code.start if function is self._node.code.functions[-1] else function.begin

    def machine(self) -> Machine:
        """Return the machine. Raises `EngineError` too_deep."""
        code = self._node.code
        operations: list[Operation] = []
        costs: list[int] = []
        live = live_before(code.instructions)
        before: list[tuple[int, ...]] = []
        calling: dict[int, tuple[int, ...]] = {}
        ending = reaching_an_end(code.instructions)
        for function in code.functions:
            slots = self._slots[function.name]
            for place in range(self._begin(function), function.end):
                instruction = code.instructions[place]
                operation, cost = self._operation(instruction, function)
                if isinstance(instruction, Jump) and instruction.to <= place:
                    operation = Repeating(instruction.to, instruction.to in ending, instruction.span)
                operations.append(operation)
                costs.append(cost)
                before.append(tuple(slots[name] for name in sorted(live[place]) if name in slots))
                if isinstance(instruction, Invoke):
                    after = live[place + 1] - {instruction.target}
                    calling[place + 1] = tuple(slots[name] for name in sorted(after) if name in slots)
        main = code.functions[-1]
        return Machine(
            tuple(operations), tuple(costs), self._meeting(calling), Live(before, calling), code.start,
            len(self._slots[main.name]), len(self._node.arguments), code,
        )  # fmt: skip

    def _meeting(self, calling: dict[int, tuple[int, ...]]) -> frozenset[int]:
        met = {one.to for one in self._node.code.instructions if isinstance(one, Jump)}
        met |= {one.otherwise for one in self._node.code.instructions if isinstance(one, Branch)}
        return frozenset(met | calling.keys() | {one.begin for one in self._node.code.functions})

    def _operation(self, node: Instruction, function: Function) -> tuple[Operation, int]:
        """Return what an instruction does, and how many steps that is."""
        slots, span = self._slots[function.name], node.span
        made = [self._computed(one, slots, span) for one in expressions(node)] if not isinstance(node, Branch) else []
        cost = max(1, sum(one.block.cost for one in made))
        match node:
            case Assign(targets) if len(targets) == 1:
                return assigning(slots[targets[0]], made[0]), cost
            case Assign(targets):
                return Assigning(tuple(slots[name] for name in targets), tuple(made)), cost
            case Branch():
                condition = self._condition(node.condition, slots, span)
                return Branching(condition, node.otherwise, node.site), max(1, condition.block.cost)
            case Jump(to=to):
                return jumping(to), 1
            case Invoke():
                return self._invoking(node, slots), cost
            case Return():
                return returning(made[0]), cost
            case Missing():
                return missing(function.name, span), 1
            case Exact(target, value):
                left, right = (self._computed(one, slots, span) for one in (value.left, value.right))
                return Exacting(slots[target], value.operator, made[0], left, right, span), cost
            case Whole():
                return Checking(tuple(slots[name] for name in node.names), span), 1
            case _:
                return self._on_list(node, slots, made), cost

    def _on_list(self, node: Instruction, slots: dict[str, int], made: list[Computed]) -> Operation:
        span = node.span
        match node:
            case MakeList():
                times = None if node.times is None else made.pop()
                return Listing(slots[node.target], tuple(made), times, span)
            case Append(name):
                return Appending(listed(slots[name], name, span), slots[name], made[0], span)
            case Load(target, name):
                return Loading(listed(slots[name], name, span), slots[target], made[0], span)
            case Store(name):
                return Storing(listed(slots[name], name, span), slots[name], made[0], made[1], span)
            case Length(target, name):
                return measuring(listed(slots[name], name, span), slots[target])
        raise TypeError(node)

    def _invoking(self, node: Invoke, slots: dict[str, int]) -> Operation:
        callee = self._functions[node.function]
        arguments: list[Computed | Handed] = []
        for one in node.arguments:
            if isinstance(one, Name) and one.name in slots:
                arguments.append(Handed(slots[one.name], one.name, one.span))
            else:
                arguments.append(self._computed(one, slots, node.span))
        count = len(self._slots[callee.name])
        return Invoking(node.function, callee.begin, count, tuple(arguments), slots[node.target], node.span)

    def _computed(self, node: Expression, slots: dict[str, int], span: Span) -> Computed:
        return self._block(set(names(node)), slots, span,
                           lambda scope: self._compiler.expression(scope, node))  # fmt: skip

    def _condition(self, node: Condition, slots: dict[str, int], span: Span) -> Computed:
        read = {name for one in expressions(Branch(node, 0, span)) for name in names(one)}
        return self._block(read, slots, span, lambda scope: self._truth(scope, node))

    def _block(self, read: set[str], slots: dict[str, int], span: Span, build: Callable[[Scope], Operand]) -> Computed:
        """Return a block that binds the names of the function that it reads."""
        words = tuple(sorted(name for name in read if name in slots))
        scope = self._scope.elsewhere(span)
        for word in words:
            scope.bind(word)
        block = scope.finish(build(scope))
        self._scope.emit_nested((block,), span)
        shared = tuple(self.captured.setdefault(binding, len(self.captured)) for binding in block.captured)
        return Computed(block, tuple(slots[word] for word in words), shared, words, span)

    def _truth(self, scope: Scope, node: Condition) -> Register:
        match node:
            case Compare():
                operands = [self._compiler.expression(scope, one) for one in node.operands]
                return scope.emit(_comparison(*node.operators), *operands)
            case Logic():
                function = _all if node.operator == "and" else _any
                return scope.emit(function, *[self._truth(scope, one) for one in node.operands])
            case _:
                return scope.emit(_not, self._truth(scope, node.operand))


def _comparison(*operators: Comparison) -> Callable[..., Any]:
    """Return what compares a chain of operands, in Python's two values of truth."""
    if len(operators) == 1:
        return PLAIN[operators[0]]

    def compare(*operands: Any) -> Any:
        pairs = zip(operators, operands, operands[1:], strict=False)
        return _all(*(PLAIN[sign](left, right) for sign, left, right in pairs))

    return compare


def _all(*masks: Any) -> Any:
    return reduce(operator.and_, masks)


def _any(*masks: Any) -> Any:
    return reduce(operator.or_, masks)


def _not(mask: Any) -> Any:
    return not mask if isinstance(mask, bool) else ~mask
