"""The entry point: one headless command; the window comes next. The only place where engine and gui meet."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from engine.command_line import COMMANDS, run

if TYPE_CHECKING:
    from engine.commands import Answer, Request

USAGE = "Write one of {commands}, for example: gradient-visualizer eval 'sin x' --at 0.5,1,2\n"
FAILED = 2


def main(arguments: list[str] | None = None) -> int:
    """Return the exit status of one headless command; `arguments` are the words after the name."""
    words = sys.argv[1:] if arguments is None else arguments
    if words and words[0] in COMMANDS:
        return run(words, plot)
    sys.stderr.write(USAGE.format(commands=", ".join(COMMANDS)))
    return FAILED


def plot(request: Request) -> Answer:
    """Carry out the `plot` command; only this one imports the gui."""
    from gui.export.headless import plot as carry_out

    return carry_out(request)


if __name__ == "__main__":
    sys.exit(main())
