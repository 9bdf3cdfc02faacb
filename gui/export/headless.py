"""The `plot` command: an exported file without a window, a display or a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from engine.commands import document_of, outcome_of
from engine.plot_request import read_plot
from gui.export.formats import format_of
from gui.export.options import SCALES, ExportOptions
from gui.save import write_atomically

if TYPE_CHECKING:
    from pathlib import Path

    from engine.commands import Answer, Request
    from engine.document import Document
    from engine.outcome import Outcome
    from gui.theme import Scheme

USUAL_SIZE = (1000, 625)
"""In pixels: larger figures have larger texts and lines."""


def plot(request: Request) -> Answer:
    """`plot`: evaluate the expressions and write the file that the request names."""
    wanted = read_plot(request)
    format_of(wanted.file)  # before anything takes time
    document = replace(document_of(request, wanted.orders), tangent=False)
    outcome = outcome_of(request, document, *wanted.size)
    export_plot(document, outcome, wanted.file, wanted.size, wanted.theme)
    return {"file": str(wanted.file)}


def export_plot(document: Document, outcome: Outcome, path: Path, size: tuple[int, int], scheme: Scheme) -> None:
    """Write the figure in the format of the file's ending; raises `EngineError`."""
    scale = min(side / usual for side, usual in zip(size, USUAL_SIZE, strict=True))
    options = ExportOptions(*size, scale=max(1.0, min(SCALES[1], scale)), scheme=scheme)
    chosen = format_of(path)
    if chosen.is_picture:
        _have_application()
    write_atomically(path, chosen.encode(document, outcome, options))


def _have_application() -> None:
    """Have an application that draws off screen, unless there is one already."""
    from PySide6.QtWidgets import QApplication

    from gui.fonts import bundled_font

    if QApplication.instance() is None:
        # said here and not in the environment, which may name a platform that has no display now
        QApplication(["gradient-visualizer", "-platform", "offscreen"]).setFont(bundled_font())
