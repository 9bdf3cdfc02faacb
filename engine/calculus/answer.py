"""A trace as the `trace` command answers it: a dictionary for JSON, and lines for people. No torch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.calculus.paths import paths

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from engine.budget import Budget
    from engine.calculus.graph import Trace

MOST_WORDS = 16


def trace_answer(trace: Trace, budget: Budget) -> dict[str, Any]:
    """Return the fields of the answer: value, derivative, nodes, edges, path_count, paths.

    Of a derivative there are its `order`, the values of those before (`lower`), and each node's own order.
    """
    found = paths(trace, budget)
    nodes = [
        {
            "id": node.identity,
            "operation": node.operation,
            "recorded": node.recorded,
            "value": node.value,
            "adjoint": node.adjoint,
            "constants": [{"slot": slot, "value": value} for slot, value in node.constants],
            "turn": node.turn,
        }
        for node in trace.nodes
    ]
    edges = [{"from": edge.result, "to": edge.operand, "local": edge.local} for edge in trace.edges]
    listed = [
        {"nodes": list(path.nodes), "factors": list(path.factors), "product": path.product} for path in found.listed
    ]
    if trace.order:
        for told, node in zip(nodes, trace.nodes, strict=True):
            told["order"] = node.order
    return {
        **({"order": trace.order, "lower": list(trace.lower)} if trace.order else {}),
        "value": trace.value,
        "derivative": trace.derivative,
        "nodes": nodes,
        "edges": edges,
        "path_count": str(found.count),
        "paths": listed,
    }


def trace_lines(answer: Mapping[str, Any]) -> Iterator[str]:
    """Yield the answer as a person reads it."""
    order = answer.get("order", 0)
    named = zip((*answer.get("lower", ()), answer["value"], answer["derivative"]), range(order + 2), strict=True)
    yield "    ".join(f"{_name(place)} = {value:.15g}" for value, place in named)
    if order:
        yield f"the graph of {_name(order)}; beside its number stands what a node was computed for"
    yield ""
    names = f"{'node':>4}  {'':<{5 if order else 0}}{'operation':<12}{'recorded':<22}"
    yield f"{names}{'value':>22}{'adjoint':>22}   operands (local derivative)"
    for node in answer["nodes"]:
        yield _node_line(node, [edge for edge in answer["edges"] if edge["from"] == node["id"]])
    yield ""
    count = int(answer["path_count"])
    yield f"{count:,} {'path' if count == 1 else 'paths'} from the result to the variable" + (
        f", the largest {len(answer['paths'])}:" if count > len(answer["paths"]) else ""
    )
    for path in answer["paths"]:
        factors = _shortened([f"{factor:.7g}" for factor in path["factors"]], " × ") or "1"
        yield f"  {_shortened([str(node) for node in path['nodes']], ' → ')}:  {factors} = {path['product']:.10g}"


def _name(order: int) -> str:
    return "f" + "′" * order


def _shortened(words: list[str], sign: str) -> str:
    """Return the words with the sign between, the middle of a long list left out."""
    return sign.join(
        words if len(words) <= MOST_WORDS else [*words[: MOST_WORDS // 2], "…", *words[-MOST_WORDS // 2 :]]
    )


def _node_line(node: Mapping[str, Any], edges: list[Mapping[str, Any]]) -> str:
    operands = [f"{edge['to']} ({edge['local']:.7g})" for edge in edges]
    operands += [f"{constant['value']:g}" for constant in node["constants"]]
    part = f"{_name(node['order']):<5}" if "order" in node else ""
    told = f"{node['id']:>4}  {part}{node['operation']:<12}{node['recorded']:<22}"
    return f"{told}{node['value']:>22.15g}{node['adjoint']:>22.15g}   {', '.join(operands)}".rstrip()
