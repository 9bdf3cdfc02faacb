"""Finds the node at which a value or a derivative that is not finite was born, and says why. No torch."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from engine.calculus.causes import CAUSES, CauseCode

if TYPE_CHECKING:
    from engine.calculus.graph import Edge, Node, Trace

LOGARITHMS = frozenset({"ln", "log10", "log2", "log1p", "logit"})
INVERSES = frozenset({"asin", "acos", "asec", "acsc", "acosh", "atanh", "acoth", "asech", "erfinv", "lambertw"})


@dataclass(frozen=True, slots=True)
class Finding:
    """The node (a place in `Trace.nodes`), what broke there first, and the words for the sentence."""

    node: int
    quantity: Literal["value", "derivative"]
    code: CauseCode
    values: tuple[tuple[str, str], ...] = ()

    @property
    def message(self) -> str:
        """The English sentence."""
        return CAUSES[self.code].format(**dict(self.values))


def investigate(trace: Trace) -> Finding | None:
    """Return where the first number that is not finite comes from; None if value and derivative are finite."""
    if not math.isfinite(trace.value):
        return _birth_of_value(trace)
    if not math.isfinite(trace.derivative):
        return _birth_of_derivative(trace)
    return None


def _birth_of_value(trace: Trace) -> Finding | None:
    for place, node in enumerate(trace.nodes):
        if math.isfinite(node.value):
            continue
        operands = _operands(trace, place)
        # What is infinite passes on as it is; where it becomes no number at all, that is a birth too.
        if all(math.isfinite(operand) for operand in operands) or math.isnan(node.value):
            return _finding(place, "value", _cause_of_value(node, operands), node, operands)
    return None


def _operands(trace: Trace, place: int) -> list[float]:
    """Return the operands' values, in the order of their slots."""
    waiting = [trace.nodes[edge.operand].value for edge in trace.edges if edge.result == place]
    constants = dict(trace.nodes[place].constants)
    count = len(waiting) + len(constants)
    return [
        constants[slot] if slot in constants else waiting.pop(0)
        for slot in range(count)
        if slot in constants or waiting
    ]


def _cause_of_value(node: Node, operands: list[float]) -> CauseCode:
    if not operands:
        return CauseCode.NO_BRANCH
    first = operands[0]
    if node.operation in ("+", "-"):
        return CauseCode.OVERFLOW if all(map(math.isfinite, operands)) else CauseCode.OPPOSITE_INFINITIES
    if node.operation == "*":
        return CauseCode.OVERFLOW if all(map(math.isfinite, operands)) else CauseCode.ZERO_TIMES_INFINITY
    if node.operation in ("/", "%") and operands[-1] == 0:
        return CauseCode.ZERO_BY_ZERO if first == 0 else CauseCode.DIVIDED_BY_ZERO
    if node.operation == "^" and first <= 0:
        return CauseCode.DIVIDED_BY_ZERO if first == 0 else CauseCode.POWER
    if node.operation in LOGARITHMS:
        return CauseCode.LOGARITHM
    if node.operation in ("sqrt", "root"):
        return CauseCode.ROOT
    if node.operation in INVERSES:
        return CauseCode.INVERSE
    return CauseCode.OVERFLOW if node.value in (math.inf, -math.inf) and first else CauseCode.OUTSIDE_DOMAIN


def _birth_of_derivative(trace: Trace) -> Finding | None:
    """Go backward as autograd does; the first product that is not finite though its adjoint is, is the birth."""
    passed = [trace.edges[place] for place in sorted(trace.passed_back)]
    for edge in sorted(passed, key=lambda edge: -edge.result):
        adjoint = trace.nodes[edge.result].adjoint
        if math.isfinite(adjoint) and not math.isfinite(adjoint * edge.local):
            node = trace.nodes[edge.result]
            operands = [trace.nodes[edge.operand].value]
            return _finding(edge.result, "derivative", _cause_of_slope(edge, adjoint), node, operands)
    for place in range(len(trace.nodes) - 1, -1, -1):
        if not math.isfinite(trace.nodes[place].adjoint):
            return _finding(place, "derivative", CauseCode.SLOPES_CANCEL, trace.nodes[place], [])
    return None


def _cause_of_slope(edge: Edge, adjoint: float) -> CauseCode:
    if math.isnan(edge.local):
        return CauseCode.UNKNOWN_SLOPE
    if math.isinf(edge.local):
        return CauseCode.SLOPE_ZERO_TIMES_INFINITY if adjoint == 0 else CauseCode.STEEP
    return CauseCode.SLOPE_OVERFLOW


def _finding(
    place: int, quantity: Literal["value", "derivative"], code: CauseCode, node: Node, operands: list[float]
) -> Finding:
    operand = f"{operands[0]:.6g}" if operands else ""
    return Finding(place, quantity, code, (("operation", node.operation), ("operand", operand)))
