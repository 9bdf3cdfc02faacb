"""PDF: one page exactly the size of the figure, with lines as lines and texts in embedded fonts."""

from __future__ import annotations

import re
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSize
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from gui.export.figure import Figure

if TYPE_CHECKING:
    from engine.document import Document
    from engine.outcome import Outcome
    from gui.export.options import ExportOptions

POINTS = 72.0
"""In an inch."""


def encode(document: Document, outcome: Outcome, options: ExportOptions) -> bytes:
    """Return the file's content."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle("Gradient Visualizer")
    writer.setCreator("Gradient Visualizer")
    writer.setResolution(options.dpi)
    width, height = (side * POINTS / options.dpi for side in (options.width, options.height))
    page = QSize(ceil(width), ceil(height))  # QPageSize has whole points only
    writer.setPageSize(QPageSize(page, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    Figure(document, outcome, options, vector=True).paint(painter)
    painter.end()
    return _cropped(bytes(buffer.data().data()), page.height(), width, height)


def _cropped(data: bytes, top: int, width: float, height: float) -> bytes:
    """Return the file with a page of this size in points at the left top of its page, not a byte longer or shorter."""
    box = f"/MediaBox [0 {top - height:.4f} {width:.4f} {top}]".encode()
    return re.sub(rb"/MediaBox \[[^]]*\]", lambda found: box.ljust(len(found[0])), data, count=1)
