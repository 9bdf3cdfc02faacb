"""How the lines of a Python text are moved in while it is typed."""

from __future__ import annotations

import re

WIDTH = 4
BLANKS = re.compile("[ ]*")
LEAVES = re.compile(r"\s*(?:return|break|continue|pass)\b")
COMMENT = re.compile(r"#.*$")


def blanks_of(line: str) -> int:
    """Return how many blanks the line begins with."""
    found = BLANKS.match(line)
    return found.end() if found else 0


def next_blanks(line: str) -> int:
    """Return how many blanks the line after this one begins with: more behind `:`, fewer behind `return`."""
    blanks = blanks_of(line)
    if COMMENT.sub("", line).rstrip().endswith(":"):
        return blanks + WIDTH
    return max(0, blanks - WIDTH) if LEAVES.match(line) else blanks


def to_next_stop(column: int) -> int:
    """Return how many blanks lead to the next stop of indentation."""
    return WIDTH - column % WIDTH


def to_last_stop(line: str, column: int) -> int:
    """Return how many blanks before this column lead to the stop before; 0: there is something else before it."""
    if column == 0 or line[:column].strip(" "):
        return 0
    return (column - 1) % WIDTH + 1
