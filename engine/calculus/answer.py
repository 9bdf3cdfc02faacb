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
    """Return the fields of the answer: value, derivative, nodes, edges, path_count, paths."""
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
    return {
        "value": trace.value,
        "derivative": trace.derivative,
        "nodes": nodes,
        "edges": edges,
        "path_count": str(found.count),
        "paths": listed,
    }


def trace_lines(answer: Mapping[str, Any]) -> Iterator[str]:
    """Yield the answer as a person reads it."""
    yield f"f = {answer['value']:.15g}    f′ = {answer['derivative']:.15g}"
    yield ""
    yield f"{'node':>4}  {'operation':<12}{'recorded':<22}{'value':>22}{'adjoint':>22}   operands (local derivative)"
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


def _shortened(words: list[str], sign: str) -> str:
    """Return the words with the sign between, the middle of a long list left out."""
    return sign.join(
        words if len(words) <= MOST_WORDS else [*words[: MOST_WORDS // 2], "…", *words[-MOST_WORDS // 2 :]]
    )


def _node_line(node: Mapping[str, Any], edges: list[Mapping[str, Any]]) -> str:
    operands = [f"{edge['to']} ({edge['local']:.7g})" for edge in edges]
    operands += [f"{constant['value']:g}" for constant in node["constants"]]
    told = f"{node['id']:>4}  {node['operation']:<12}{node['recorded']:<22}"
    return f"{told}{node['value']:>22.15g}{node['adjoint']:>22.15g}   {', '.join(operands)}".rstrip()
