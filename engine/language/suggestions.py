"""Near names: what someone may have meant by a name that nobody knows."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from engine.language.functions import BY_NAME
from engine.problems import EngineError, ProblemCode, Span, fail

if TYPE_CHECKING:
    from collections.abc import Iterable

NEAR = 0.6


def unknown_name(name: str, span: Span, own: Iterable[str] = ()) -> EngineError:
    """Return the error for a name that is called but not known, with the nearest known name if one is near."""
    near = get_close_matches(name[:40], [*own, *BY_NAME, "sum", "prod", "piecewise"], n=1, cutoff=NEAR)
    if near:
        return fail(ProblemCode.UNKNOWN_NAME_SUGGESTION, span, name=name, suggestion=near[0])
    return fail(ProblemCode.UNKNOWN_NAME, span, name=name)
