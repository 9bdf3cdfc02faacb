"""The graph as a DOT file, which Graphviz and others read; written here, so that none of them is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.graph.diagram import title
from gui.graph.numbers import full, short
from gui.plot.style import order_name

if TYPE_CHECKING:
    from engine.calculus.graph import Trace


def dot(trace: Trace) -> str:
    """Return the whole trace, loops turn by turn: arrows go from operands to results and tell the local derivative."""
    lines = ["digraph trace {", "  rankdir=BT;", '  node [shape=box, style=rounded, fontname="DejaVu Sans"];',
             '  edge [fontname="DejaVu Sans"];']  # fmt: skip
    for place, node in enumerate(trace.nodes):
        words = [title(node), node.recorded, f"value {full(node.value)}"]
        words.append(f"{'.grad' if node.leaf else 'adjoint'} {full(node.adjoint)}")
        marks = ", peripheries=2" if place == trace.output else ""
        if trace.order and not node.leaf:
            words.append(f"for {order_name(node.order)}")
            marks += ', style="rounded,dashed"' if node.order < trace.order else ""
        lines.append(f"  n{place} [label={quoted(words)}{marks}];")
    lines += [f"  n{edge.operand} -> n{edge.result} [label={quoted([short(edge.local)])}];" for edge in trace.edges]
    return "\n".join([*lines, "}", ""])


def quoted(lines: list[str]) -> str:
    """Return these lines as one quoted string of DOT; empty lines are left out."""
    escaped = [line.replace("\\", "\\\\").replace('"', '\\"') for line in lines if line]
    return '"' + "\\n".join(escaped) + '"'
