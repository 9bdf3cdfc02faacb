"""Keep a document's sliders in step with the names that its functions use."""

from __future__ import annotations

from msgspec.structs import replace

from engine.document import Document, Parameter
from engine.language.lexemes import bare_names
from engine.language.names import Module, read_module
from engine.plan import sources


def reconcile(document: Document, known: frozenset[str] | None = None) -> Document:
    """Return the document with a parameter for each free name, old ones kept as they are, unused ones removed.

    `known` are the names that were parameters before the person began to type in a card; None: all that the document
    has. What only half-typed names made is none: `sni` is a parameter, but `sni(x)` is not its product with x. While
    a card has a problem no parameter is removed that was known, or that still is written without a bracket behind:
    the text may need it again at the next key.
    """
    old = {parameter.name: parameter for parameter in document.parameters}
    written = frozenset().union(*(bare_names(function.text) for function in document.functions))
    kept = tuple(name for name in old if known is None or name in known or name in written)
    module = read_module(sources(document), frozenset(kept))
    names = module.parameters
    if any(entry.problem is not None and entry.text.strip() for entry in module.entries):
        names = tuple(dict.fromkeys((*kept, *names)))
    parameters = tuple(old.get(name) or new_parameter(name, module) for name in names)
    return document if parameters == document.parameters else document.with_parameters(parameters)


def new_parameter(name: str, module: Module) -> Parameter:
    """Return a slider that starts where the module's functions say, in a range that holds this value."""
    plain, default = Parameter(name), module.defaults.get(name)
    if default is None:
        return plain
    high = max(plain.high, 2 * abs(default.value))
    return replace(plain, value=default.value, low=-high, high=high, step=1.0 if default.whole else plain.step)
