"""Keep a document's sliders in step with the names that its functions use."""

from __future__ import annotations

from engine.document import Document, Parameter
from engine.plan import read_document


def reconcile(document: Document) -> Document:
    """Return the document with a parameter for each free name, old ones kept as they are, unused ones removed.

    While a card has a problem nothing is removed: its text may need the parameter again at the next key.
    """
    module = read_document(document)
    old = {parameter.name: parameter for parameter in document.parameters}
    names = module.parameters
    if any(entry.problem is not None and entry.text.strip() for entry in module.entries):
        names = tuple(dict.fromkeys((*old, *names)))
    parameters = tuple(old.get(name) or Parameter(name) for name in names)
    return document if parameters == document.parameters else document.with_parameters(parameters)
