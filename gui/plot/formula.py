"""What a curve is called. No Qt: tables have it too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.document import Function

DEF_HEAD = re.compile(r"^def[ \t]+(\w+[ \t]*\([^()\n]*\))", re.MULTILINE)


def formula(function: Function) -> str:
    """Return what a card says on one line: of several lines the first, of Python the last function's head."""
    if heads := DEF_HEAD.findall(function.text):
        return str(heads[-1]).strip()
    lines = function.text.strip().splitlines() or [""]
    return lines[0].strip() + (" …" if len(lines) > 1 else "")
