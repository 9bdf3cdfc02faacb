"""The trace of a derivative: what torch records while it computes f′ (or f″) with `create_graph`.

The function runs at one point under autograd and `torch.autograd.grad(y, x, create_graph=True)` is called, for f″
twice. What is reached from the result is copied node by node: those that computed the derivative, and those of the
function itself that it uses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.calculus.graph import Node, Trace
from engine.calculus.recorder import MOST_NODES, Operand, Place, Recorded, Recorder, is_one_node, too_many_nodes
from engine.calculus.torch_graph import copied
from engine.calculus.trace import NONE, trace
from engine.calculus.watch import Watch, numbers_of
from engine.torch_setup import torch

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from engine.budget import Budget
    from engine.calculus.torch_graph import Named
    from engine.calculus.watch import AutogradNode
    from engine.language.names import Module
    from engine.language.switches import Switch


def trace_of_order(
    module: Module,
    entry: int,
    at: float,
    parameters: Mapping[str, float],
    budget: Budget,
    order: int,
    switches: frozenset[Switch] = NONE,
) -> Trace:
    """Return what torch records of the entry's derivative of this order; of order 0 as `trace` does.

    Its value is that derivative, its derivative the next one. Raises as `trace` does.
    """
    if not order:
        return trace(module, entry, at, parameters, budget, switches)
    recorder = _DerivativeRecorder(budget, order)
    try:
        return trace(module, entry, at, parameters, budget, switches, recorder=recorder)
    finally:
        recorder.let_go()


class _DerivativeRecorder(Recorder):
    """Runs the function while torch is watched, then differentiates it."""

    def __init__(self, budget: Budget, order: int) -> None:
        super().__init__(budget)
        self._watch = Watch(budget)
        self._order = order
        self._named: dict[AutogradNode, Named] = {}
        """The operations that are one node of torch's, with the plain numbers among their operands."""

    def stop(self, operand: Recorded) -> Recorded:
        """Return the number, one that autograd does not follow."""
        return Recorded(operand.tensor.detach(), operand.number, operand.varies, attached=False)

    def apply(self, operation: str, function: Callable[..., Any], operands: Sequence[Operand], place: Place) -> Operand:
        """Return as `Recorder.apply` does; but a stopped number stays one that autograd does not follow."""
        values = [operand.tensor if isinstance(operand, Recorded) else operand for operand in operands]
        with self._watch.computing(place):
            result = function(*values)
        if not isinstance(result, torch.Tensor):
            return float(result)
        given = [operand for operand in operands if isinstance(operand, Recorded)]
        for operand in given:
            if operand.tensor is result:
                return operand
        if is_one_node(result, [operand for operand in given if operand.attached]):
            self._named.setdefault(result.grad_fn, (operation, numbers_of(values)))
        if len(self._named) > MOST_NODES:
            raise too_many_nodes(place)
        varies = result.requires_grad and any(operand.varies for operand in given)
        return Recorded(result, -1, varies, result.requires_grad)

    def finish(self, output: Operand, variable: Recorded) -> Trace:
        """Return what led to the derivative of the output as plain nodes."""
        place = self._rows[variable.number].place
        value = output.tensor if isinstance(output, Recorded) else torch.tensor([output], dtype=torch.float64)
        lower: list[float] = []
        for _ in range(self._order):
            lower.append(value.item())
            found = self._watch.gradient(value, variable.tensor, place) if value.requires_grad else None
            value = torch.zeros_like(value) if found is None else found
        name = self._rows[variable.number].leaf
        # Where a function is no finite number, no derivative of it is one.
        undefined = sum(number - number for number in lower)
        result = value.item() + undefined
        if value.grad_fn is None:
            node = Node(0, f"{value.item():g}", "", value.item(), 1.0, order=self._order)
            return Trace((node,), (), 0, name, result, result - result, self._order, tuple(lower))
        leaves = [(row.leaf, row.place, tensor) for row, tensor in zip(self._rows, self._tensors, strict=True)]
        nodes, edges = copied(value, leaves, self._watch.known, self._named)
        slope = next((node.adjoint for node in nodes if node.leaf == name), 0.0)
        return Trace(nodes, edges, len(nodes) - 1, name, result, slope + (result - result), self._order, tuple(lower))

    def let_go(self) -> None:
        """Release all that torch holds, results first: torch frees a chain one by one then, not by recursion."""
        for held in (self._watch.known, self._named):
            while held:
                held.popitem()
        while self._tensors:
            self._tensors.pop()
