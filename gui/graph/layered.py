"""igraph without what it draws with: that would import matplotlib where it is installed, which takes a second.

It is more than a matter of time. matplotlib parses Python while it is imported, in the thread that lays graphs out;
torch does so in the worker; and two threads that parse at once make CPython 3.11 fail in one of them
("AST constructor recursion depth mismatch").
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

DRAWS_WITH = ("matplotlib", "plotly", "cairo", "cairocffi")


@cache
def graph_class() -> Any:
    """Import igraph and return its `Graph`."""
    with absent(DRAWS_WITH):
        from igraph import Graph
    return Graph


@contextmanager
def absent(names: tuple[str, ...]) -> Iterator[None]:
    """Let imports of these packages fail as if they were not installed, unless they have been imported before."""
    hidden = [name for name in names if name not in sys.modules]
    sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type]  # None is how Python marks what is not there
    try:
        yield
    finally:
        for name in hidden:
            sys.modules.pop(name, None)
