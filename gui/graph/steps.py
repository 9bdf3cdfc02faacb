"""Forward and backward, step by step: a trace as a list of frozen steps, and what is known after so many. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.calculus.graph import Trace

Phase = Literal["forward", "seed", "backward", "grad"]


@dataclass(frozen=True, slots=True)
class Pass:
    """What a node passes back through one edge: `amount` is adjoint times local derivative, `total` the sum so far.

    `first`: nothing had come to the operand before, so that it is `=`, not `+=`.
    """

    edge: int
    operand: int
    amount: float
    total: float
    first: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One step; `amount` is the number that is then new at the node.

    forward: `node` gets its value; seed: the output's adjoint is 1; backward: `node` passes its adjoint, `amount`, to
    its operands; grad: a leaf's sum is added to its `.grad`.
    """

    phase: Phase
    node: int
    amount: float
    passes: tuple[Pass, ...] = ()


@dataclass(slots=True)
class Known:
    """What is known after some steps: by node its value, its adjoint (the sum so far), and a leaf's `.grad`."""

    values: dict[int, float] = field(default_factory=dict)
    adjoints: dict[int, float] = field(default_factory=dict)
    grads: dict[int, float] = field(default_factory=dict)
    terms: dict[int, tuple[float, ...]] = field(default_factory=dict)
    """What came to a node, one number for each edge passed."""
    step: Step | None = None
    """The last of these steps."""


def steps(trace: Trace, kept: Mapping[str, float] | None = None) -> tuple[Step, ...]:
    """Return all steps in torch's order: the node recorded last goes first, a leaf as soon as all has come to it.

    `kept` are numbers that leaves have in `.grad` from an earlier backward: nobody called `zero_grad`.
    """
    forward = [Step("forward", place, node.value) for place, node in enumerate(trace.nodes)]
    if trace.nodes[trace.output].stopped:
        return tuple(forward)  # there is nothing to go back through
    return (*forward, Step("seed", trace.output, 1.0), *_backward(trace, kept or {}))


def _backward(trace: Trace, kept: Mapping[str, float]) -> list[Step]:
    edges: dict[int, list[int]] = {}
    awaited = [0] * len(trace.nodes)
    for place in sorted(trace.passed_back):
        edge = trace.edges[place]
        edges.setdefault(edge.result, []).append(place)
        awaited[edge.operand] += 1
    totals = {trace.output: 1.0}
    made: list[Step] = []
    for node in reversed(range(len(trace.nodes))):
        if node not in totals or trace.nodes[node].leaf:
            continue
        passes = []
        for place in edges.get(node, ()):
            passes.append(_passed(trace, place, totals))
            awaited[trace.edges[place].operand] -= 1
        if passes:
            made.append(Step("backward", node, totals[node], tuple(passes)))
        leaves = dict.fromkeys(each.operand for each in passes if trace.nodes[each.operand].leaf)
        made += [_grad(trace, leaf, totals, kept) for leaf in leaves if awaited[leaf] == 0]
    if trace.nodes[trace.output].leaf:
        made.append(_grad(trace, trace.output, totals, kept))
    return made


def _passed(trace: Trace, place: int, totals: dict[int, float]) -> Pass:
    edge = trace.edges[place]
    amount = totals[edge.result] * edge.local
    first = edge.operand not in totals
    totals[edge.operand] = amount if first else totals[edge.operand] + amount
    return Pass(place, edge.operand, amount, totals[edge.operand], first)


def _grad(trace: Trace, leaf: int, totals: dict[int, float], kept: Mapping[str, float]) -> Step:
    return Step("grad", leaf, kept.get(trace.nodes[leaf].leaf, 0.0) + totals[leaf])


def known_after(made: tuple[Step, ...], count: int, trace: Trace, kept: Mapping[str, float] | None = None) -> Known:
    """Return what is known after the first `count` of these steps."""
    known = Known()
    kept = kept or {}
    known.grads = {place: kept[node.leaf] for place, node in enumerate(trace.nodes) if node.leaf in kept}
    for step in made[:count]:
        _take(known, step)
    return known


def _take(known: Known, step: Step) -> None:
    known.step = step
    if step.phase == "forward":
        known.values[step.node] = step.amount
    elif step.phase == "seed":
        known.adjoints[step.node] = step.amount
    elif step.phase == "grad":
        known.grads[step.node] = step.amount
    for each in step.passes:
        known.adjoints[each.operand] = each.total
        known.terms[each.operand] = (*known.terms.get(each.operand, ()), each.amount)


def known_at_end(trace: Trace, kept: Mapping[str, float] | None = None) -> Known:
    """Return everything, as autograd gave it; `kept` as in `steps`."""
    known = Known()
    for place, node in enumerate(trace.nodes):
        known.values[place] = node.value
        if not node.stopped:
            known.adjoints[place] = node.adjoint
        before = (kept or {}).get(node.leaf)
        if node.leaf and not (node.stopped and before is None):
            known.grads[place] = (0.0 if node.stopped else node.adjoint) + (before or 0.0)
    return known
