"""One box: the operation's plain name beside torch's, its value and its adjoint, or a leaf's `.grad`.

Ground, border and names are part of the scene's ground, which the view keeps as a picture: numbers alone change at
every tick of a drag.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from gui.graph.arrangement import HEIGHT, WIDTH
from gui.plot.style import mixed

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter, QPen
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from gui.graph.palette import Face, GraphColours

Kind = Literal["operation", "variable", "parameter"]
RADIUS = 9.0
PADDING = 9.0
LEFT, TOP, BOTTOM = PADDING - WIDTH / 2, 5 - HEIGHT / 2, HEIGHT / 2 - 6
"""Where texts begin and end, from the middle of the box."""
AREA = QRectF(-WIDTH / 2, -HEIGHT / 2, WIDTH, HEIGHT)
BOUNDS = QRectF(-WIDTH / 2 - 3, -HEIGHT / 2 - 11, WIDTH + 12, HEIGHT + 15)
DETAIL = 0.38
"""Scale below which small texts, which nobody could read, are left out."""
FADED = 0.28


@dataclass(frozen=True, slots=True)
class BoxText:
    """What a box says."""

    title: str
    recorded: str
    value: str
    slope: str
    """`∂ 1.5`, or `.grad 1.5` in a leaf; a dash for what is not known yet."""
    kind: Kind = "operation"
    turns: int = 1
    part: str = ""
    """What it was computed for: `f`, `f′`; empty in the graph of a function itself, and in a leaf."""
    order: int | None = None
    """Of that derivative."""
    behind: int = 0
    """How many derivatives it is behind the one that is shown."""


@dataclass(frozen=True, slots=True)
class BoxLook:
    """How a box stands out: pointed at, lit, at work in this step, faded because others are lit, broken.

    Broken is one at which a number that is not finite was born.
    """

    pointed: bool = False
    lit: bool = False
    active: bool = False
    faded: bool = False
    broken: bool = False


class BoxItem(QGraphicsItem):
    """Paints one box around its position."""

    def __init__(self, *, is_output: bool) -> None:
        super().__init__()
        self._is_output = is_output
        self._text = BoxText("", "", "", "")
        self._look = BoxLook()
        self._colours: GraphColours | None = None
        self._fitted: tuple[str, str, float] | None = None
        """Both names as there is room for them, and where the second one begins."""
        self.setZValue(2)

    @property
    def text(self) -> BoxText:
        """What it says."""
        return self._text

    @property
    def look(self) -> BoxLook:
        """How it stands out."""
        return self._look

    def show_text(self, text: BoxText) -> None:
        """Say this; the same text again costs nothing."""
        if text != self._text:
            still = _ground(text) == _ground(self._text)
            self._text = text
            self.update()
            if not still:
                self._fitted = None
                renew_ground(self)

    def set_look(self, look: BoxLook, colours: GraphColours) -> None:
        """Stand out like this, in these colours."""
        if (look, colours) != (self._look, self._colours):
            self._look, self._colours, self._fitted = look, colours, None
            self.setOpacity(FADED if look.faded else 1.0)
            self.update()
            renew_ground(self)

    def boundingRect(self) -> QRectF:
        """Return the box and its border, and the stack of a loop's turns behind it."""
        return BOUNDS

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint the numbers, where they can be read."""
        del option, widget
        colours, text = self._colours, self._text
        if colours is None or painter.worldTransform().m11() < DETAIL:
            return
        face = colours.face(0.88)
        baseline = BOTTOM - face.metrics.descent()
        painter.setFont(face.font)
        painter.setPen(colours.text)
        painter.drawText(QPointF(LEFT, baseline), text.value)
        if self._look.active:
            painter.setPen(colours.backward)
        painter.drawText(QPointF(-LEFT - face.width(text.slope), baseline), text.slope)

    def paint_ground(self, painter: QPainter) -> None:
        """Paint ground, border and names, around the painter's origin."""
        if self._colours is None:
            return
        fill = self._colours.fill(self._text.kind, self._text.order)
        painter.setBrush(mixed(self._colours.broken, self._colours.ground, 0.82) if self._look.broken else fill)
        if self._text.turns > 1:
            painter.setPen(self._colours.pen(self._colours.frame("operation"), 1.0))
            painter.drawRoundedRect(AREA.translated(5, -5), RADIUS, RADIUS)
        painter.setPen(self._border(self._colours))
        painter.drawRoundedRect(AREA, RADIUS, RADIUS)
        if self._text.part and painter.worldTransform().m11() >= DETAIL:
            self._write_part(painter, self._colours, fill)
        self._write_names(painter, self._colours)

    def _border(self, colours: GraphColours) -> QPen:
        if self._look.active:
            return colours.pen(colours.backward, 2.5)
        if self._look.broken:
            return colours.pen(colours.broken, 2.5)
        if self._look.pointed or self._look.lit:
            return colours.pen(colours.accent, 2.5)
        if self._is_output:
            return colours.pen(colours.text, 1.8)
        frame = colours.frame(self._text.kind, self._text.order)
        return colours.pen(frame, 1.2, self._text.behind)

    def _write_part(self, painter: QPainter, colours: GraphColours, fill: QColor) -> None:
        """Write into the frame, at its upper left, what the box was computed for."""
        face, name = colours.face(0.92), self._text.part
        width = face.metrics.horizontalAdvance(name)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(QRectF(LEFT - 2, AREA.top() - 10, width + 8, 14), 4, 4)
        painter.setPen(colours.text)
        painter.setFont(face.font)
        painter.drawText(QPointF(LEFT + 2, AREA.top() + 1.5), name)

    def _write_names(self, painter: QPainter, colours: GraphColours) -> None:
        text, bold, small = self._text, colours.face(bold=True), colours.face(0.72)
        if self._fitted is None:
            name = f"{text.title}  ×{text.turns}" if text.turns > 1 else text.title
            self._fitted = _fitted(name, text.recorded, bold, small)
        name, recorded, at = self._fitted
        painter.setFont(bold.font)
        painter.setPen(colours.text)
        painter.drawText(QPointF(LEFT, TOP + bold.metrics.ascent()), name)
        if painter.worldTransform().m11() >= DETAIL:
            painter.setFont(small.font)
            painter.setPen(colours.quiet)
            painter.drawText(QPointF(at, TOP + 1 + small.metrics.ascent()), recorded)


def _ground(text: BoxText) -> tuple[object, ...]:
    """Return what the ground of a box shows of its text: all but the numbers."""
    return text.title, text.recorded, text.turns, text.kind, text.part, text.order, text.behind


def renew_ground(item: QGraphicsItem) -> None:
    """Have the scene's ground painted anew where this item has its part of it."""
    scene = item.scene()
    if scene is not None:
        scene.invalidate(item.sceneBoundingRect(), QGraphicsScene.SceneLayer.BackgroundLayer)


def _fitted(name: str, recorded: str, bold: Face, small: Face) -> tuple[str, str, float]:
    """Return both names shortened to the room that they share, and where the second one begins."""
    right = Qt.TextElideMode.ElideRight
    name = bold.metrics.elidedText(name, right, -2 * LEFT)
    room = -2 * LEFT - bold.metrics.horizontalAdvance(name) - 6
    recorded = small.metrics.elidedText(recorded, right, max(0.0, room))
    return name, recorded, -LEFT - small.metrics.horizontalAdvance(recorded)
