"""The little HTML that help pages are made of."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def section(title: str, rows: Iterable[tuple[str, str]]) -> str:
    """Return a heading and a table of two columns: something to type or do, and what it means. Texts are escaped."""
    cells = "".join(f"<tr><td><code>{escape(left)}</code></td><td>{escape(right)}</td></tr>" for left, right in rows)
    return f'<h2>{escape(title)}</h2><table cellpadding="4">{cells}</table>'
