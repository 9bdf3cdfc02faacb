"""SVG: texts stay texts, and each unbroken piece of a curve is one polyline.

Curves reach Qt in pixels, mapped in double precision: `QSvgGenerator` writes six digits, which no plot far from zero
would survive in its own coordinates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator

from gui.export.figure import Figure
from gui.fonts import FAMILY

if TYPE_CHECKING:
    from engine.document import Document
    from engine.outcome import Outcome
    from gui.export.options import ExportOptions


def encode(document: Document, outcome: Outcome, options: ExportOptions) -> bytes:
    """Return the file's content: one unit is one pixel, and the size is in millimetres, as the resolution says."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(options.width, options.height))
    generator.setViewBox(QRect(0, 0, options.width, options.height))
    generator.setResolution(options.dpi)
    generator.setTitle("Gradient Visualizer")
    generator.setDescription("")
    painter = QPainter(generator)
    Figure(document, outcome, options, vector=True).paint(painter)
    painter.end()
    # where the font is not installed, another one without serifs is nearer to it than a browser's own choice
    plain, with_second = f'font-family="{FAMILY}"', f'font-family="{FAMILY}, sans-serif"'
    return bytes(buffer.data().data()).replace(plain.encode(), with_second.encode())
