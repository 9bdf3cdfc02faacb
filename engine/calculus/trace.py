"""The trace of a function at one point: the computation as it is written, as torch records it.

The compiler shares and folds, so the trace walks the tree itself, calling the same rules. A name shares its node,
repeated text does not. Own functions are written out at each call, loops turn by turn, and of branches only the taken
one is there. A derivative inside the expression is one node: its inner graph is autograd's own doing.
"""

from __future__ import annotations

import math
import operator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from engine.calculus.recorder import Operand, Place, Recorded, Recorder
from engine.calculus.routine_walk import run as run_routine
from engine.language.compiler.arithmetic import exponential, function_of, power_of
from engine.language.compiler.block import Evaluation
from engine.language.compiler.expression import Compiler
from engine.language.compiler.reduction import MAXIMUM_TERMS
from engine.language.compiler.scope import Register, Scope
from engine.language.compiler.table import function_named
from engine.language.compiler.walk import children, operands_first
from engine.language.functions import CONSTANTS
from engine.language.program import compile_entry
from engine.language.switches import is_switch, of_entry, switched
from engine.language.tree import (
    Apply,
    Arithmetic,
    Call,
    Definition,
    Derivative,
    Name,
    Negate,
    Number,
    Piecewise,
    Reduction,
    Routine,
)
from engine.language.walk import names
from engine.problems import ProblemCode, fail
from engine.torch_setup import torch

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from engine.budget import Budget
    from engine.calculus.graph import Trace
    from engine.language.compiler.block import Block, Value
    from engine.language.names import Module
    from engine.language.switches import Switch
    from engine.language.tree import Condition, Expression
    from engine.problems import Span

NONE: frozenset[Switch] = frozenset()
WHOLE = "trunc"
"""What `int(...)` is. In Python its result is no tensor, so it stops the way back as `stop` does."""
SUPERSCRIPTS = {1: "", 2: "²", 3: "³"}


def trace(
    module: Module,
    entry: int,
    at: float,
    parameters: Mapping[str, float],
    budget: Budget,
    switches: frozenset[Switch] = NONE,
    *,
    recorder: Recorder | None = None,
) -> Trace:
    """Return what torch records of the module's entry, a function of one variable, at this point.

    Every name in the entry's `parameters` needs a value. `switches` stop nodes and leaves: the graph is the same, but
    local derivatives by what is stopped are 0. `recorder`, if there is one, makes the trace in its own way. Raises
    `EngineError` (too_many_nodes, the other `too_...` codes) and `Cancelled` as `Budget.check` does.
    """
    recorder = recorder or Recorder(budget)
    compile_entry(module, entry)  # refuses what is nested too deep for the walk
    here = of_entry(switches, entry)
    module = switched(module, frozenset(switch for switch in here if not switch.name))
    definition = module.entries[entry].definition
    assert definition is not None
    name = definition.arguments[0]
    walk = Walk(module, recorder, parameters, budget, frozenset(switch.name for switch in here))
    variable = recorder.leaf(name, at, Place(_first_use(definition, name), entry), varies=True)
    with torch.enable_grad():
        handed = Frame({name: walk.as_leaf(variable, name)}, entry)
        return recorder.finish(walk.expression(definition.body, handed), variable)


def _first_use(definition: Definition, name: str) -> Span | None:
    return names(definition.body).get(name)


@dataclass(frozen=True, slots=True)
class Frame:
    """What own names (arguments, the index of a loop) mean, and where the walk is."""

    names: Mapping[str, Operand]
    entry: int
    turn: int = 0

    def place(self, span: Span) -> Place:
        """Return where an operation of this span stands."""
        return Place(span, self.entry, self.turn)


@dataclass(slots=True)
class Walk:
    """Evaluates trees on a recorder."""

    module: Module
    recorder: Recorder
    parameters: Mapping[str, float]
    budget: Budget
    off: frozenset[str] = frozenset()
    """The leaves that need no gradient."""
    shared: dict[str, Operand] = field(default_factory=dict)
    """Parameters and defined values, each put on record at its first use."""
    compiled: dict[object, Block] = field(default_factory=dict)

    def expression(self, root: Expression, frame: Frame) -> Operand:
        """Return the value of the expression; without recursion but for nested blocks, whose number is bounded."""
        operands: list[Operand] = []
        for node in operands_first(root):
            count = len(children(node))
            arguments = operands[len(operands) - count :]
            del operands[len(operands) - count :]
            operands.append(self._node(node, arguments, frame))
            self._mark(node, operands[-1], arguments, frame)
        return operands.pop()

    def _mark(self, node: Expression, made: Operand, arguments: list[Operand], frame: Frame) -> None:
        """Tell which node is what stands at the span: the outermost one there."""
        if not isinstance(node, Name | Number) and not is_switch(node):
            for part, argument in zip(children(node), arguments, strict=True):
                if part.span == node.span:
                    self.recorder.mark(argument, frame.place(node.span), whole=False)
            self.recorder.mark(made, frame.place(node.span), whole=True)

    def as_leaf(self, leaf: Recorded, name: str) -> Recorded:
        """Return what stands for this leaf in the computation: one that needs no gradient is stopped at once."""
        return self.recorder.stop(leaf) if name in self.off else leaf

    def _node(self, node: Expression, arguments: list[Operand], frame: Frame) -> Operand:
        match node:
            case Number():
                return node.value
            case Name():
                return self._name(node.name, node.span, frame)
            case Negate():
                return self._apply("-", operator.neg, arguments, node, frame)
            case Arithmetic():
                return self._apply(node.operator, _arithmetic(node, *arguments), arguments, node, frame)
            case Call() if is_switch(node):
                return self.recorder.stop(arguments[0]) if isinstance(arguments[0], Recorded) else arguments[0]
            case Call():
                function = function_named(node.function, [_compiled(argument) for argument in arguments])
                if node.function == WHOLE and isinstance(arguments[0], Recorded):
                    return self._apply(node.function, lambda *given: function(*given).detach(), arguments, node, frame)
                return self._apply(node.function, function, arguments, node, frame)
            case Apply():
                return self._differentiated(node, arguments, frame) if node.order else self._own(node, arguments, frame)
            case Derivative():
                return self._derivative(node, frame)
            case Piecewise():
                return self._piecewise(node, frame)
            case Reduction():
                return self._reduction(node, arguments, frame)
            case Routine():
                return run_routine(self, node, frame)

    def _apply(
        self, name: str, function: Callable[..., Any], operands: list[Operand], node: Expression, frame: Frame
    ) -> Operand:
        return self.recorder.apply(name, function, operands, frame.place(node.span))

    def _name(self, name: str, span: Span, frame: Frame) -> Operand:
        if name in frame.names:
            return frame.names[name]
        # A prime marks a name from outside that one of a routine's own hides: the slider of a default argument.
        name = name.removesuffix("'")
        if name not in self.shared:
            self.shared[name] = self._shared(name, frame.place(span))
        return self.shared[name]

    def _shared(self, name: str, place: Place) -> Operand:
        entry = self._defined(name)
        if entry is not None:
            return self.expression(self._definition(entry).body, Frame({}, entry))
        if name not in CONSTANTS and name not in self.parameters:
            raise fail(ProblemCode.NO_VALUE_YET, place.span, name=name)
        if name in CONSTANTS:
            return CONSTANTS[name]
        return self.as_leaf(self.recorder.leaf(name, self.parameters[name], place), name)

    def _own(self, node: Apply, arguments: list[Operand], frame: Frame) -> Operand:
        entry = self._defined(node.function)
        assert entry is not None
        definition = self._definition(entry)
        bound = dict(zip(definition.arguments, arguments, strict=True))
        return self.expression(definition.body, Frame(bound, entry, frame.turn))

    def _defined(self, name: str) -> int | None:
        """Return the place of the entry that defines the name."""
        for place, entry in enumerate(self.module.entries):
            if entry.definition is not None and entry.definition.name == name:
                return place
        return None

    def _definition(self, entry: int) -> Definition:
        definition = self.module.entries[entry].definition
        assert definition is not None
        return definition

    def _differentiated(self, node: Apply, arguments: list[Operand], frame: Frame) -> Operand:
        """Record `f'(...)`: a node whose operands are its argument and the parameters that it needs."""
        body = Apply(node.function, node.order, (Name("x", node.span),), node.span)
        return self._as_block(node.function + "′" * node.order, body, {"x": arguments[0]}, node, frame)

    def _derivative(self, node: Derivative, frame: Frame) -> Operand:
        """Record `d/dx (...)`: a node whose operands are the names that it needs."""
        used = {name: frame.names[name] for name in names(node) if name in frame.names}
        power = SUPERSCRIPTS.get(node.order, f"^{node.order}")
        return self._as_block(f"d{power}/d{node.variable}{power}", node, used, node, frame)

    def _as_block(
        self, operation: str, body: Expression, used: Mapping[str, Operand], node: Expression, frame: Frame
    ) -> Operand:
        block = self._block(body, used, node)
        captured = [self._name(binding.name, node.span, Frame({}, frame.entry)) for binding in block.captured]

        def run(*values: Value) -> Value:
            return block.run(Evaluation(1, self.budget, True, torch.float64), *values)  # type: ignore[no-any-return]

        return self._apply(operation, run, [*used.values(), *captured], node, frame)

    def _block(self, body: Expression, used: Mapping[str, Operand], node: Expression | Condition) -> Block:
        """Return the expression compiled as a function of these own names; once for each node of the tree."""
        tensors = tuple(isinstance(operand, Recorded) for operand in used.values())
        key = (id(node), tensors)
        if key not in self.compiled:
            definition = Definition(None, tuple(used), body, node.span)
            self.compiled[key] = Compiler(self.module).definition(definition, tensors, Scope())
        return self.compiled[key]

    def _piecewise(self, node: Piecewise, frame: Frame) -> Operand:
        """Return the value of the taken branch; NaN if there is none."""
        for condition, body in node.branches:
            holds = self.holds(condition, frame)
            if holds != 0.0:
                return self.expression(body, frame) if holds == 1.0 else math.nan
        return math.nan if node.otherwise is None else self.expression(node.otherwise, frame)

    def holds(self, condition: Condition, frame: Frame) -> float:
        """Return 1 if the condition holds, 0 if it fails, NaN if it compares with NaN. Nothing of it is recorded."""
        body = Piecewise(((condition, Number(1.0, condition.span)),), Number(0.0, condition.span), condition.span)
        used = {name: frame.names[name] for name in names(body) if name in frame.names}
        block = self._block(body, used, condition)
        values = [value.tensor.detach() if isinstance(value, Recorded) else value for value in used.values()]
        given = [self.parameters[binding.name] for binding in block.captured]
        return float(block.run(Evaluation(1, self.budget, False, torch.float64), *values, *given))

    def _reduction(self, node: Reduction, bounds: list[Operand], frame: Frame) -> Operand:
        """Return the sum or product, each turn's body and step on record."""
        start, stop = bounds
        place = frame.place(node.span)
        name, combine = ("+", operator.add) if node.operator == "sum" else ("*", operator.mul)
        total: Operand | None = None
        for turn in range(_terms(node, start, stop)):
            inner = replace(frame, turn=turn + 1)
            index = self.recorder.apply("+", operator.add, [start, float(turn)], place) if turn else start
            term = self.expression(node.body, replace(inner, names={**frame.names, node.index: index}))
            total = term if total is None else self._apply(name, combine, [total, term], node, inner)
        if total is not None:
            return total
        return math.nan if math.isnan(_plain(stop) - _plain(start)) else 0.0 if name == "+" else 1.0


def _terms(node: Reduction, start: Operand, stop: Operand) -> int:
    """Return how many terms there are; none if a bound is not a finite number."""
    terms = _plain(stop) - _plain(start) + 1
    if math.isfinite(terms) and terms >= MAXIMUM_TERMS + 1:
        values = {"name": node.operator, "count": f"{terms:,.6g}", "limit": f"{MAXIMUM_TERMS:,}"}
        raise fail(ProblemCode.TOO_MANY_TERMS, node.span, **values)
    return max(0, math.floor(terms)) if math.isfinite(terms) else 0


def _plain(operand: Operand) -> float:
    return operand.tensor.item() if isinstance(operand, Recorded) else operand


def _compiled(operand: Operand) -> float | Register:
    """Return the operand as the compiler has it, whose choice of rules is also ours."""
    return Register(0, tensor=True) if isinstance(operand, Recorded) else operand


def _arithmetic(node: Arithmetic, left: Operand, right: Operand) -> Callable[..., Any]:
    """Return the rule for the operator.

    A parameter is a leaf here and a plain number everywhere else. torch's own power is exact in the first order where
    only one side varies, also for a base that is not above 0, as the powers with a plain number are.
    """
    function = function_of(node, _compiled(left), _compiled(right))
    if node.operator != "^" or function is not power_of or not isinstance(right, Recorded):
        return function
    if not right.varies:
        return torch.pow
    if isinstance(left, Recorded) and not left.varies and _plain(left) > 0:
        return torch.pow
    return function if isinstance(left, Recorded) or left <= 0 else exponential
