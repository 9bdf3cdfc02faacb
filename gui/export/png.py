"""PNG: a picture of exactly the pixels asked for, which says how many of them make an inch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter

from engine.problems import ProblemCode, fail
from gui.export.figure import Figure

if TYPE_CHECKING:
    from engine.document import Document
    from engine.outcome import Outcome
    from gui.export.options import ExportOptions

INCH = 0.0254
"""In metres."""


def picture(document: Document, outcome: Outcome, options: ExportOptions) -> QImage:
    """Return the figure as an image; raises `EngineError` (bad_request) if there is no memory for it."""
    kinds = QImage.Format
    kind = kinds.Format_ARGB32_Premultiplied if options.transparent else kinds.Format_RGB32
    image = QImage(options.width, options.height, kind)
    if image.isNull():
        raise fail(ProblemCode.BAD_REQUEST, reason="there is no memory for so many pixels")
    image.setDotsPerMeterX(round(options.dpi / INCH))
    image.setDotsPerMeterY(round(options.dpi / INCH))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    Figure(document, outcome, options, vector=False).paint(painter)
    painter.end()
    return image


def encode(document: Document, outcome: Outcome, options: ExportOptions) -> bytes:
    """Return the file's content."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture(document, outcome, options).save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes
    return bytes(buffer.data().data())
