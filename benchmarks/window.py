"""The real window for a benchmark, with settings of its own."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QSettings
from PySide6.QtWidgets import QApplication

from benchmarks.picture import HEIGHT, HIGH, LOW, WIDTH, Picture
from benchmarks.slider_drag import TICKS, Drag
from engine.document import Document, Function, Parameter, View
from gui.application import Application
from gui.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable

SIZE = (1500, 1000)
"""Pixels of the window: room for the plot beside everything else."""
PATIENCE = 60_000
"""Milliseconds in which a picture must have settled."""


def application() -> Application:
    """Return the application, which reads and writes no settings of the person who runs this."""
    folder = tempfile.mkdtemp()
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
    return Application(["benchmark"])


def document_of(texts: tuple[str, ...], orders: tuple[int, ...], **changes: object) -> Document:
    """Return a document of these functions with the parameter a; `changes` are further fields of the document."""
    functions = tuple(
        Function(key=place + 1, text=text, orders=orders, colour=place) for place, text in enumerate(texts)
    )
    a = Parameter("a", LOW, LOW, HIGH, (HIGH - LOW) / TICKS)
    return Document(functions=functions, parameters=(a,), **changes)  # type: ignore[arg-type]


def document(picture: Picture) -> Document:
    """Return the document that draws the picture, with y ranges as the picture has them."""
    y = (*picture.y_ranges, *[None] * (5 - len(picture.y_ranges)))
    texts = tuple(text for text, _ in picture.functions)
    return document_of(texts, tuple(range(picture.highest + 1)), view=View(y=y))  # type: ignore[arg-type]


def wait_until(done: Callable[[], bool]) -> None:
    """Run the event loop until it is so."""
    while not done():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, PATIENCE)


def open_window(shown: Document, application: Application) -> Window:
    """Return a window that shows the document, whole and at full quality, its plot as large as the contenders'."""
    window = Window(application)
    window.store.open(shown)
    window.resize(*SIZE)
    window.plot.setFixedSize(WIDTH, HEIGHT)
    window.show()
    wait_until(lambda: window.picture.is_settled)
    return window


def close_window(window: Window) -> None:
    """Close the window without a question, and let Qt take it away."""
    window.store.mark_saved()
    window.close()
    window.deleteLater()
    QApplication.processEvents()
    # Outside of an event loop Qt keeps what is to be deleted.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def ours(picture: Picture, application: Application) -> list[float]:
    """Drag the slider of the parameters panel; return the milliseconds of each tick."""
    window = open_window(document(picture), application)
    drag = Drag(window.parameters.row("a").slider)
    window.plot.frame_painted.connect(drag.painted)
    spent = drag.run()
    wait_until(lambda: window.picture.is_settled)
    close_window(window)
    return spent
