"""The window's program from start to end. Imports Qt only once the machine is known to bear it."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING

from gui import display
from gui.quick_start import hasten, preload_torch

if TYPE_CHECKING:
    from collections.abc import Sequence


def run(words: Sequence[str]) -> int:
    """Show the window, with the session file that the first of `words` names if there is one; return the exit status.

    Qt's own options, such as `-platform xcb`, are taken out of the words by Qt.
    """
    sentence = display.obstacle()
    if sentence is not None:
        sys.stderr.write(sentence + "\n")
        return display.EXIT_STATUS
    hasten()
    from gui.application import Application
    from gui.window import Window

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Qt's loop would not let Python see Ctrl-C
    application = Application([sys.argv[0], *words])
    preload_torch()
    application.bugs.install()
    window = Window(application)
    window.show()
    files = application.arguments()[1:]
    if files:
        window.open_session(files[0])
    return application.exec()
