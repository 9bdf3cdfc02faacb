"""A function as a script in plain tutorial style, which runs with torch and matplotlib alone and draws the plot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.language.tree import Routine
from engine.language.walk import uses
from engine.pytorch_function import function_source
from engine.pytorch_source import Writer, safe
from engine.pytorch_words import HELPERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.document import Range
    from engine.language.names import Module
    from engine.language.tree import Definition

IMPORTS = """import math

import matplotlib.pyplot as plt
import torch

torch.set_default_dtype(torch.float64)"""

MAIN = """# One point: run the function, then go backward through what autograd recorded.
{x} = torch.tensor({at!r}, requires_grad=True)
y = {first}
print("{x} =", {x}.item())
print("f =", y.item())
print("recorded last:", y.grad_fn)
orders = [y]
for _ in range(2):
    (slope,) = torch.autograd.grad(orders[-1] + 0 * {x}, {x}, create_graph=True)
    orders.append(slope)
print("f' =", orders[1].item())
print("f'' =", orders[2].item())

{many}

plt.axvline({at!r}, color="gray", linewidth=0.5)
plt.xlabel("{x}")
plt.legend()
plt.grid(True)
plt.show()"""


AT_ONCE = """# Many points at once: the samples do not mix, so the gradient of the sum is the slope at each of them.
{x} = torch.linspace({low!r}, {high!r}, 1000, requires_grad=True)
y = {f}({x}) + 0 * {x}
(slope,) = torch.autograd.grad(y.sum(), {x})

plt.plot({x}.detach(), y.detach(), label="f({x})")
plt.plot({x}.detach(), slope, "--", label="f'({x})")"""

ONE_BY_ONE = """# Many points, one by one: each goes its own way through the function, which autograd records.
points = torch.linspace({low!r}, {high!r}, 400)
values, slopes = [], []
for point in points:
    {x} = point.clone().requires_grad_()
    y = {f}({x}) + 0 * {x}
    (slope,) = torch.autograd.grad(y, {x})
    values.append(y.item())
    slopes.append(slope.item())

plt.plot(points, values, label="f({x})")
plt.plot(points, slopes, "--", label="f'({x})")"""


def script(module: Module, entry: int, at: float, parameters: Mapping[str, float], view: Range) -> str:
    """Return the script for one entry of the module, a function of one variable.

    It prints f, f′ and f″ at one point and plots f and f′ over the range; a Python function is its own text there.
    Raises `EngineError` (not_offered) for what
    plain PyTorch has no words for.
    """
    writer = Writer()
    needed = _needed(module, entry)
    last = needed[-1]
    free = next(name for name in ("f", "g", "h", "function") if all(name != one.name for one in needed))
    name = safe(last.name or free)
    bodies = [_definition(writer, module, definition, name, parameters) for definition in needed]
    routines = [one.body for one in needed if isinstance(one.body, Routine)]
    own = {default.name for routine in routines for default in routine.defaults}
    free_names = [one for one in module.entries[entry].parameters if one not in own]
    values = [f"{safe(one)} = {float(parameters[one])!r}" for one in free_names]
    helpers = [HELPERS[name] for name in writer.helpers]
    words = {"x": safe(last.arguments[0]), "f": name, "low": view[0], "high": view[1]}
    many = (ONE_BY_ONE if routines else AT_ONCE).format(**words)
    first = "torch.as_tensor({f}({x}))" if routines else "{f}({x})"
    main = MAIN.format(**words, at=float(at), many=many, first=first.format(**words))
    parts = [IMPORTS, *helpers, "\n".join(values), *bodies, main]
    return "\n\n\n".join(part for part in parts if part) + "\n"


def _needed(module: Module, entry: int) -> list[Definition]:
    """Return the definitions that the entry needs, each after those that it uses, its own last."""
    found: dict[int, Definition] = {}
    named = {one.definition.name: place for place, one in enumerate(module.entries) if one.definition is not None}
    waiting = [(entry, False)]
    while waiting:
        place, ready = waiting.pop()
        definition = module.entries[place].definition
        if place in found or definition is None:
            continue
        if ready:
            found[place] = definition
            continue
        waiting.append((place, True))
        used = uses(definition.body)
        needed = (used.names.keys() - set(definition.arguments)) | used.calls.keys()
        waiting += [(named[name], False) for name in sorted(needed) if name in named]
    return list(found.values())


def _definition(
    writer: Writer, module: Module, definition: Definition, unnamed: str, parameters: Mapping[str, float]
) -> str:
    """Return the source of one definition; a bare expression is called `unnamed`."""
    if isinstance(definition.body, Routine):
        entry = next(one for one in module.entries if one.definition is definition)
        others = frozenset(one.definition.name or "" for one in module.entries if one.definition is not None)
        return function_source(entry.text, definition.body, writer, others, parameters)
    body = writer.expression(definition.body, dict.fromkeys(definition.arguments, True))
    if not definition.arguments:
        return f"{safe(definition.name or unnamed)} = {body.text}"
    arguments = [safe(name) for name in definition.arguments]
    text = body.text if body.tensor else f"torch.full_like({arguments[0]}, {body.text})"
    return f"def {safe(definition.name or unnamed)}({', '.join(arguments)}):\n    return {text}"
