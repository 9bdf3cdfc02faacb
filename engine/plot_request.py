"""What the `plot` command is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast

from engine.document import MAXIMUM_ORDER
from engine.problems import ProblemCode, fail
from engine.requests import integer, size, text


@dataclass(frozen=True, slots=True)
class PlotRequest:
    """The file to write, the orders to draw, the size in pixels and the colour scheme."""

    file: Path
    orders: tuple[int, ...]
    size: tuple[int, int]
    theme: Literal["light", "dark"]


def read_plot(request: dict[str, Any]) -> PlotRequest:
    """Return the fields of a `plot` request; `order` k draws the orders 0 to k."""
    theme = request.get("theme", "light")
    if theme not in ("light", "dark"):
        raise fail(ProblemCode.BAD_REQUEST, reason="`theme` must be `light` or `dark`")
    highest = integer(request, "order", 1, 0, MAXIMUM_ORDER)
    return PlotRequest(
        Path(text(request, "file")),
        tuple(range(highest + 1)),
        size(request, (1600, 1000)),
        cast("Literal['light', 'dark']", theme),
    )
