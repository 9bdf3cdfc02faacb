"""Runs operations one by one under autograd at one sample, and copies what torch recorded into plain nodes and edges.

It knows no syntax: whoever walks a function calls `leaf` and `apply`. One operation of ours is one node, though torch
may record several nodes for it (1/cos x for sec); then `Node.recorded` names them all, the last one first.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from engine.calculus.graph import Edge, Node, Trace
from engine.problems import ProblemCode, fail
from engine.torch_setup import torch

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from engine.budget import Budget
    from engine.problems import EngineError, Span

get_gradient_edge = torch.autograd.graph.get_gradient_edge
MOST_NODES = 5_000
MOST_NAMES = 6
"""So many of the names that torch recorded for one operation are told."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the text, in which card and in which turn of a loop an operation stands."""

    span: Span | None = None
    entry: int = 0
    turn: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Recorded:
    """A value on record: its tensor of shape (1,), its number, and whether it depends on the variable.

    `attached`: torch's graph has it. What is computed from stopped numbers alone is on record here, but not in torch.
    """

    tensor: torch.Tensor
    number: int
    varies: bool
    attached: bool = True


Operand: TypeAlias = "float | Recorded"


@dataclass(slots=True)
class _Row:
    """A node before its adjoint is known; `locals` are (operand's number, local derivative), one for each slot."""

    operation: str
    recorded: str
    place: Place
    leaf: str = ""
    constants: tuple[tuple[int, float], ...] = ()
    locals: list[tuple[int, float]] = field(default_factory=list)


class Recorder:
    """One computation on record. Every value has shape (1,), as functions see it everywhere else.

    torch is asked for gradients without being handed the 1 to begin with: handed one, it imports sympy at first, which
    takes a second.
    """

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._rows: list[_Row] = []
        self._tensors: list[torch.Tensor] = []

    def leaf(self, name: str, value: float, place: Place, *, varies: bool = False) -> Recorded:
        """Put the variable (`varies`) or a parameter on record."""
        tensor = torch.tensor([value], dtype=torch.float64, requires_grad=True)
        return self._add(_Row(name, "AccumulateGrad", place, leaf=name), tensor, varies=varies)

    def apply(self, operation: str, function: Callable[..., Any], operands: Sequence[Operand], place: Place) -> Operand:
        """Return the function's value for these operands, on record if one of them is; else a plain number.

        Raises `EngineError` (too_many_nodes) and what `Budget.check` raises.
        """
        self._budget.check()
        values = [operand.tensor if isinstance(operand, Recorded) else operand for operand in operands]
        result = function(*values)
        if not isinstance(result, torch.Tensor):
            return float(result)
        for operand in operands:
            if isinstance(operand, Recorded) and operand.tensor is result:
                return operand
        constants = tuple((slot, value) for slot, value in enumerate(values) if isinstance(value, float))
        given = [operand for operand in operands if isinstance(operand, Recorded)]
        attached = result.requires_grad and any(operand.attached for operand in given)
        row = _Row(operation, _names(operands, result) if attached else "", place, constants=constants)
        row.locals = _locals(function, operands, result)
        varies = result.requires_grad and any(operand.varies for operand in given)
        # A stopped number begins anew: so the derivative by it is known, though torch goes no further back.
        return self._add(row, result.requires_grad_(), varies=varies, attached=attached)

    def finish(self, output: Operand, variable: Recorded) -> Trace:
        """Return what led to the output as plain nodes, and let go of all that torch holds."""
        if not isinstance(output, Recorded):
            constant = Node(0, f"{output:g}", "", output, 1.0)
            return Trace((constant,), (), 0, self._rows[variable.number].leaf, output, 0.0 * output)
        kept = self._reached(output.number)
        adjoints = self._adjoints(output, kept)
        values = [tensor.item() for tensor in self._tensors]
        # Results first: torch frees a chain one by one then, not by recursion from its end.
        while self._tensors:
            self._tensors.pop()
        place = {number: index for index, number in enumerate(kept)}
        nodes = tuple(self._node(place[number], self._rows[number], values[number], adjoints) for number in kept)
        edges = tuple(
            Edge(place[number], place[operand], local)
            for number in kept
            for operand, local in self._rows[number].locals
        )
        value = values[output.number]
        derivative = adjoints[place[variable.number]] if variable.number in place else 0.0
        name = self._rows[variable.number].leaf
        return Trace(nodes, edges, place[output.number], name, value, derivative + (value - value))

    def _add(self, row: _Row, tensor: torch.Tensor, *, varies: bool, attached: bool = True) -> Recorded:
        if len(self._rows) >= MOST_NODES:
            raise too_many_nodes(row.place)
        self._rows.append(row)
        self._tensors.append(tensor)
        return Recorded(tensor, len(self._rows) - 1, varies, attached)

    def _reached(self, output: int) -> list[int]:
        """Return the numbers of the nodes that the output was computed from, ascending."""
        found = {output}
        for number in range(output, -1, -1):
            if number in found:
                found.update(operand for operand, _ in self._rows[number].locals)
        return sorted(found)

    def _adjoints(self, output: Recorded, kept: list[int]) -> list[float]:
        """Return the derivative of the output by each kept node, as one backward pass of torch gives it."""
        inputs = [self._tensors[number] for number in kept]
        gradients: tuple[torch.Tensor | None, ...] = torch.autograd.grad(output.tensor, inputs, allow_unused=True)
        return [0.0 if gradient is None else gradient.item() for gradient in gradients]

    @staticmethod
    def _node(identity: int, row: _Row, value: float, adjoints: list[float]) -> Node:
        place = row.place
        return Node(
            identity,
            row.operation,
            row.recorded,
            value,
            adjoints[identity],
            place.span,
            row.leaf,
            place.turn,
            row.constants,
            place.entry,
        )


def too_many_nodes(place: Place) -> EngineError:
    """Return the failure of a graph that is too large."""
    return fail(ProblemCode.TOO_MANY_NODES, place.span, limit=f"{MOST_NODES:,}")


def _locals(function: Callable[..., Any], operands: Sequence[Operand], result: torch.Tensor) -> list[tuple[int, float]]:
    """Return (operand's number, d result / d operand) for each slot with a recorded number; 0 where it is stopped."""
    linked = [operand for operand in operands if isinstance(operand, Recorded)]
    node: Any = result.grad_fn
    if node is None:
        return [(operand.number, 0.0) for operand in linked]
    if is_one_node(result, linked):
        gradients = called(node, result)
        slopes = tuple(gradients[slot] for slot, (end, _) in enumerate(node.next_functions) if end is not None)
    else:
        slopes = _slopes_apart(function, operands)
    found = zip(linked, slopes, strict=True)
    return [(operand.number, float(slope)) for operand, slope in found if slope is not None]


def is_one_node(result: torch.Tensor, operands: Sequence[Recorded]) -> bool:
    """Return whether torch recorded one node for the operation, whose operands these are."""
    if result.grad_fn is None:
        return False
    inputs = [get_gradient_edge(operand.tensor).node for operand in operands]
    followers: list[Any] = [follower for follower, _ in result.grad_fn.next_functions if follower is not None]
    return len(inputs) == len(followers) and all(a is b for a, b in zip(inputs, followers, strict=True))


def is_rule(node: Any) -> bool:
    """Return whether the node is that of an `autograd.Function`."""
    return not callable(node)


def called(node: Any, result: torch.Tensor) -> tuple[torch.Tensor | None, ...]:
    """Return what torch's own node passes to each of its inputs for 1 at the result."""
    with torch.no_grad():
        passed = (node.apply if is_rule(node) else node)(torch.ones_like(result))
    return passed if isinstance(passed, tuple) else (passed,)


def _slopes_apart(function: Callable[..., Any], operands: Sequence[Operand]) -> tuple[torch.Tensor | None, ...]:
    """Return the slopes of an operation that torch records as several nodes, each slot a leaf of its own."""
    apart = [
        operand.tensor.detach().clone().requires_grad_() if isinstance(operand, Recorded) else operand
        for operand in operands
    ]
    leaves = [value for value in apart if isinstance(value, torch.Tensor)]
    result = function(*apart)
    return torch.autograd.grad(result, leaves, allow_unused=True)


def _names(operands: Sequence[Operand], result: torch.Tensor) -> str:
    """Return the names of the nodes that torch recorded between the operands and the result, the result's first."""
    ends = {get_gradient_edge(operand.tensor).node for operand in operands if isinstance(operand, Recorded)}
    names: dict[str, None] = {}
    waiting: list[Any] = [result.grad_fn]
    seen = {None, *ends}
    while waiting and len(names) <= MOST_NAMES:
        node = waiting.pop(0)
        if node not in seen:
            seen.add(node)
            names[type(node).__name__] = None
            waiting.extend(follower for follower, _ in node.next_functions)
    return ", ".join([*names][:MOST_NAMES]) + (", …" if len(names) > MOST_NAMES else "")
