"""The entry point: the window, or one headless command. The only place where engine and gui meet."""

from __future__ import annotations

import sys
from typing import Any


def main(arguments: list[str] | None = None) -> int:
    """Return the exit status of the window or of one headless command; `arguments` are the words after the name."""
    words = sys.argv[1:] if arguments is None else arguments
    from engine.command_line import COMMANDS, run

    if words and words[0] in COMMANDS:
        return run(words, plot)
    from gui.app import run as run_window

    return run_window(words)


def plot(request: dict[str, Any]) -> dict[str, Any]:
    """Carry out the `plot` command: evaluate with the engine, draw with the gui's exporters."""
    from gui.export.headless import export_plot

    from engine.commands import document_of, outcome_of
    from engine.plot_request import read_plot

    wanted = read_plot(request)
    document = document_of(request, wanted.orders)
    outcome = outcome_of(request, document, *wanted.size)
    export_plot(document, outcome, wanted.file, wanted.size, wanted.theme)
    return {"file": str(wanted.file)}


if __name__ == "__main__":
    sys.exit(main())
