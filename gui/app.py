"""The window's program from start to end. Imports Qt only once the machine is known to bear it."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING

from gui import display

if TYPE_CHECKING:
    from collections.abc import Sequence


def run(argv: Sequence[str]) -> int:
    """Show the window, with the session file that `argv[1]` names if there is one; return the exit status."""
    sentence = display.obstacle()
    if sentence is not None:
        sys.stderr.write(sentence + "\n")
        return display.EXIT_STATUS
    from gui.application import Application
    from gui.window import Window

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Qt's loop would not let Python see Ctrl-C
    application = Application(argv)
    application.bugs.install()
    window = Window(application)
    window.show()
    if argv[1:]:
        window.open_session(argv[1])
    return application.exec()
