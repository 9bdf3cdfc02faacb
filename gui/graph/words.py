"""What happens in a step, in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gui.graph.diagram import title
from gui.graph.numbers import short
from gui.plot.style import order_name

if TYPE_CHECKING:
    from engine.calculus.graph import Trace
    from gui.graph.steps import Known, Pass


def told(trace: Trace, known: Known) -> str:
    """Return the last step of what is known in the present language; before the first, what comes."""
    step = known.step
    if step is None:
        return QCoreApplication.translate("Steps", "Nothing is computed yet: the first step gives a leaf its value.")
    node = trace.nodes[step.node]
    name, amount = title(node), short(step.amount)
    if step.phase == "forward" and trace.order and not node.leaf:
        words = QCoreApplication.translate("Steps", "Forward, for {part}: {name} = {amount}")
        return words.format(part=order_name(node.order), name=name, amount=amount)
    if step.phase == "forward":
        return QCoreApplication.translate("Steps", "Forward: {name} = {amount}").format(name=name, amount=amount)
    if step.phase == "seed":
        return QCoreApplication.translate("Steps", "Backward begins: the derivative of the output by itself is 1")
    if step.phase == "grad":
        return QCoreApplication.translate(
            "Steps", "{name}.grad = {amount}: everything that came to it is added up"
        ).format(name=name, amount=amount)
    passes = "\n".join(_passed(trace, each, amount) for each in step.passes)
    return (
        QCoreApplication.translate("Steps", "Backward through {name}:").format(name=node.recorded or name)
        + "\n"
        + passes
    )


def _passed(trace: Trace, each: Pass, adjoint: str) -> str:
    operand = trace.nodes[each.operand]
    product = f"{adjoint} × {_bracketed(short(trace.edges[each.edge].local))} = {short(each.amount)}"
    if each.first:
        return f"∂{title(operand)} = {product}"
    return f"∂{title(operand)} += {product}  →  {short(each.total)}"


def _bracketed(number: str) -> str:
    return f"({number})" if number.startswith("−") else number
