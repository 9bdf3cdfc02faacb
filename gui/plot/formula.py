"""What a curve is called. No Qt: tables have it too."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.document import Function


def formula(function: Function) -> str:
    """Return what a card says on one line: of several lines the first."""
    lines = function.text.strip().splitlines() or [""]
    return lines[0].strip() + (" …" if len(lines) > 1 else "")
