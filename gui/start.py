"""What a new window shows: a first example that moves, so that nobody meets an empty plot."""

from __future__ import annotations

from engine.document import Document
from engine.reconcile import reconcile

TEXT = "a sin(b x) + x/4"


def start_document() -> Document:
    """Return the document of a window that was started without a session."""
    document = Document()
    return reconcile(document.with_function(document.new_function(TEXT)))
