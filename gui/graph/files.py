"""The graph as a file: SVG, PDF and PNG painted by Qt, DOT written out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from gui.fonts import FAMILY
from gui.graph.arrangement import arrangement
from gui.graph.dot import dot
from gui.graph.scene import GraphScene
from gui.graph.steps import known_at_end
from gui.plot.style import Style

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintDevice

    from engine.calculus.graph import Trace
    from gui.graph.diagram import Diagram
    from gui.theme import Scheme

ENDINGS = ("svg", "pdf", "png", "dot")
PNG_SCALE = 2.0
MOST_PIXELS = 12_000
"""Along one side of a PNG: a taller graph is drawn smaller."""
RESOLUTION = 96
POINTS = 72.0


def encode(ending: str, trace: Trace, diagram: Diagram, scheme: Scheme) -> bytes:
    """Return the content of a file of this kind; KeyError for an ending that is not one of `ENDINGS`."""
    if ending == "dot":
        return dot(trace).encode()
    scene = GraphScene()
    scene.set_style(Style(scheme))
    scene.build(diagram, arrangement(diagram))
    scene.show_numbers(trace, known_at_end(trace))
    return {"svg": _svg, "pdf": _pdf, "png": _png}[ending](scene)


def _paint(scene: GraphScene, device: QPaintDevice, target: QRectF) -> None:
    painter = QPainter(device)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scene.render(painter, target, scene.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
    painter.end()


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def _svg(scene: GraphScene) -> bytes:
    buffer, generator = _buffer(), QSvgGenerator()
    size = scene.sceneRect().size().toSize()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setResolution(RESOLUTION)
    generator.setTitle("Gradient Visualizer")
    generator.setDescription("")
    _paint(scene, generator, QRectF(0, 0, size.width(), size.height()))
    plain, with_second = f'font-family="{FAMILY}"', f'font-family="{FAMILY}, sans-serif"'
    return bytes(buffer.data().data()).replace(plain.encode(), with_second.encode())


def _pdf(scene: GraphScene) -> bytes:
    buffer = _buffer()
    writer = QPdfWriter(buffer)
    writer.setTitle("Gradient Visualizer")
    writer.setCreator("Gradient Visualizer")
    writer.setResolution(RESOLUTION)
    points = scene.sceneRect().size() * (POINTS / RESOLUTION)
    writer.setPageSize(QPageSize(QSizeF(points), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF())
    _paint(scene, writer, QRectF(0, 0, writer.width(), writer.height()))
    return bytes(buffer.data().data())


def _png(scene: GraphScene) -> bytes:
    size = scene.sceneRect().size()
    scale = min(PNG_SCALE, MOST_PIXELS / max(size.width(), size.height()))
    image = QImage(QSize(round(size.width() * scale), round(size.height() * scale)), QImage.Format.Format_RGB32)
    _paint(scene, image, QRectF(image.rect()))
    buffer = _buffer()
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes
    return bytes(buffer.data().data())
