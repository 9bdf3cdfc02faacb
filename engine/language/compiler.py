"""Each kind of node -> a Python closure over an environment. What is constant is computed while compiling."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from engine.language import operators
from engine.language.functions import BY_NAME, CONSTANTS
from engine.language.inner_derivative import differentiated
from engine.language.piecewise import Branch, choose, compile_condition
from engine.language.reduction import reduce
from engine.language.rules import rule
from engine.language.tree import (
    Apply,
    Arithmetic,
    Call,
    Derivative,
    Expression,
    Name,
    Negate,
    Number,
    Piecewise,
    Reduction,
)
from engine.torch_setup import torch

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.language.environment import Environment, Value
    from engine.language.names import Module

Run: TypeAlias = "Callable[[Environment], Value]"


class Compiler:
    """Compiles the bodies of one module; `steps` counts the operations of what was compiled, calls included."""

    def __init__(self, module: Module) -> None:
        self._module = module
        self._bodies: dict[str, tuple[tuple[str, ...], Run]] = {}
        self.steps = 0

    def compile(self, node: Expression, bound: frozenset[str]) -> Run:
        """Return the closure of a node in which these names are arguments or counting names."""
        self.steps += 1
        match node:
            case Number():
                return _constant(node.value)
            case Name():
                return self._name(node.name, bound)
            case Negate():
                return _negated(self.compile(node.operand, bound))
            case Arithmetic():
                return self._chain(node, bound)
            case Call():
                return self._call(node, bound)
            case Apply():
                return self._apply(node, bound)
            case Derivative():
                return self._derivative(node, bound)
            case Piecewise():
                return self._piecewise(node, bound)
            case Reduction():
                return self._reduction(node, bound)

    def _name(self, name: str, bound: frozenset[str]) -> Run:
        if name in bound:
            return lambda environment: environment.bound[name]
        if name in CONSTANTS:
            return _constant(CONSTANTS[name])
        if not self._is_defined(name):
            return lambda environment: environment.free[name]
        _, body = self._body(name)

        def defined(environment: Environment) -> Value:
            # A derivative by a defined name gives it another value for the time being.
            return environment.free[name] if name in environment.free else body(environment.call({}))

        return defined

    def _is_defined(self, name: str) -> bool:
        return any(entry.definition is not None and entry.definition.name == name for entry in self._module.entries)

    def _body(self, name: str) -> tuple[tuple[str, ...], Run]:
        """Return the arguments and the closure of a definition."""
        if name not in self._bodies:
            definition = self._module.definition(name)
            arguments = definition.arguments
            self._bodies[name] = (arguments, self.compile(definition.body, frozenset(arguments)))
        return self._bodies[name]

    def _chain(self, node: Arithmetic, bound: frozenset[str]) -> Run:
        """Return the closure of a sum or product; its left side, however long, is gone down in a loop."""
        leaning: list[Arithmetic] = []
        left: Expression = node
        while isinstance(left, Arithmetic) and left.operator != "^":
            leaning.append(left)
            left = left.left
        if not leaning:
            return self._power(node, bound)
        first = self.compile(left, bound)
        links = [
            (operators.ARITHMETIC[outer.operator], self.compile(outer.right, bound)) for outer in reversed(leaning)
        ]
        self.steps += len(links) - 1
        if len(links) == 1:
            operation, right = links[0]
            return lambda environment: operation(first(environment), right(environment))

        def run(environment: Environment) -> Value:
            value = first(environment)
            for operation, right in links:
                value = operation(value, right(environment))
            return value

        return run

    def _power(self, node: Arithmetic, bound: frozenset[str]) -> Run:
        base = self.compile(node.left, bound)
        fraction = operators.odd_fraction(node.right)
        if fraction is not None:
            return lambda environment: operators.odd_root(base(environment), *fraction)
        exponent = self.compile(node.right, bound)
        if isinstance(node.left, Name) and node.left.name == "e" and "e" not in bound:
            return _applied(rule("torch.exp"), [exponent])
        return lambda environment: operators.power(base(environment), exponent(environment))

    def _call(self, node: Call, bound: frozenset[str]) -> Run:
        row = BY_NAME[node.function]
        literals = [operators.literal(argument) for argument in node.arguments]
        arguments = [
            _constant(value) if place in row.literals and value is not None else self.compile(argument, bound)
            for place, (argument, value) in enumerate(zip(node.arguments, literals, strict=True))
        ]
        return _applied(rule(row.rule), arguments)

    def _apply(self, node: Apply, bound: frozenset[str]) -> Run:
        given = [self.compile(argument, bound) for argument in node.arguments]
        if not self._is_defined(node.function):
            return self._table_derivative(node, given[0])
        names, body = self._body(node.function)
        if node.order == 0:
            return lambda environment: body(
                environment.call({name: run(environment) for name, run in zip(names, given, strict=True)})
            )
        (name,), (argument,), order = names, given, node.order
        return lambda environment: differentiated(
            lambda value: body(environment.call({name: value})), argument(environment), order, environment
        )

    def _table_derivative(self, node: Apply, argument: Run) -> Run:
        function, order = rule(BY_NAME[node.function].rule), node.order
        return lambda environment: differentiated(function, argument(environment), order, environment)

    def _derivative(self, node: Derivative, bound: frozenset[str]) -> Run:
        name, order = node.variable, node.order
        body, present = self.compile(node.body, bound), self._name(name, bound)
        if name in bound:
            return lambda environment: differentiated(
                lambda value: body(environment.bind(name, value)), present(environment), order, environment
            )
        return lambda environment: differentiated(
            lambda value: body(environment.set_free(name, value)), present(environment), order, environment
        )

    def _piecewise(self, node: Piecewise, bound: frozenset[str]) -> Run:
        branches = [
            Branch(compile_condition(test, lambda operand: self.compile(operand, bound)), self.compile(value, bound))
            for test, value in node.branches
        ]
        otherwise = None if node.otherwise is None else self.compile(node.otherwise, bound)
        return lambda environment: choose(branches, otherwise, environment)

    def _reduction(self, node: Reduction, bound: frozenset[str]) -> Run:
        start, stop = self.compile(node.start, bound), self.compile(node.stop, bound)
        before = self.steps
        body = self.compile(node.body, bound | {node.index})
        cost = self.steps - before
        return lambda environment: reduce(node, start(environment), stop(environment), body, cost, environment)


def _constant(value: float) -> Run:
    return lambda _environment: value


def _negated(operand: Run) -> Run:
    return lambda environment: -operand(environment)


def _applied(function: Callable[..., torch.Tensor], arguments: list[Run]) -> Run:
    """Return the closure of a rule; rules take tensors, and give one back as a float where all were floats."""
    if len(arguments) == 1:
        argument = arguments[0]

        def single(environment: Environment) -> Value:
            value = argument(environment)
            return _scalar(function, [value]) if isinstance(value, float) else function(value)

        return single

    def several(environment: Environment) -> Value:
        values = [run(environment) for run in arguments]
        if all(isinstance(value, float) for value in values):
            return _scalar(function, values)
        return function(*(operators.tensor(value) for value in values))

    return several


def _scalar(function: Callable[..., torch.Tensor], values: list[Value]) -> float:
    with torch.no_grad():
        return float(function(*(operators.tensor(value) for value in values)))
