"""The entry point: the window, or one headless command. The only place where engine and gui meet."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from engine.command_line import COMMANDS, run
from engine.problems import ProblemCode, fail

if TYPE_CHECKING:
    from engine.commands import Answer, Request


def main(arguments: list[str] | None = None) -> int:
    """Return the exit status of the window or of one headless command; `arguments` are the words after the name."""
    words = sys.argv[1:] if arguments is None else arguments
    if words and words[0] in COMMANDS:
        return run(words, plot)
    from gui.app import run as run_window

    return run_window(words)


def plot(request: Request) -> Answer:
    """Carry out the `plot` command; only this one imports the gui. Raises `EngineError` where Qt cannot be loaded."""
    try:
        from gui.export.headless import plot as carry_out

        return carry_out(request)
    except ImportError:
        from gui.display import import_obstacle

        reason = import_obstacle()
        if reason is None:
            raise
        raise fail(ProblemCode.LIBRARY_MISSING, reason=reason) from None


if __name__ == "__main__":
    sys.exit(main())
