"""One box: the operation's plain name beside torch's, its value and its adjoint, or a leaf's `.grad`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem

from gui.graph.arrangement import HEIGHT, WIDTH
from gui.plot.style import mixed

if TYPE_CHECKING:
    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from gui.graph.palette import GraphColours

Kind = Literal["operation", "variable", "parameter"]
RADIUS = 9.0
PADDING = 9.0
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
            self._text = text
            self.update()

    def set_look(self, look: BoxLook, colours: GraphColours) -> None:
        """Stand out like this, in these colours."""
        if (look, colours) != (self._look, self._colours):
            self._look, self._colours = look, colours
            self.setOpacity(FADED if look.faded else 1.0)
            self.update()

    def boundingRect(self) -> QRectF:
        """Return the box and its border, and the stack of a loop's turns behind it."""
        return QRectF(-WIDTH / 2 - 3, -HEIGHT / 2 - 8, WIDTH + 12, HEIGHT + 12)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint ground, border and texts."""
        del option, widget
        if self._colours is None:
            return
        area = QRectF(-WIDTH / 2, -HEIGHT / 2, WIDTH, HEIGHT)
        fill = self._colours.fill(self._text.kind)
        painter.setBrush(mixed(self._colours.broken, self._colours.ground, 0.82) if self._look.broken else fill)
        if self._text.turns > 1:
            painter.setPen(QPen(self._colours.frame("operation"), 1.0))
            painter.drawRoundedRect(area.translated(5, -5), RADIUS, RADIUS)
        painter.setPen(self._border(self._colours))
        painter.drawRoundedRect(area, RADIUS, RADIUS)
        self._write(painter, self._colours, area.adjusted(PADDING, 5, -PADDING, -6))

    def _border(self, colours: GraphColours) -> QPen:
        if self._look.active:
            return QPen(colours.backward, 2.5)
        if self._look.broken:
            return QPen(colours.broken, 2.5)
        if self._look.pointed or self._look.lit:
            return QPen(colours.accent, 2.5)
        if self._is_output:
            return QPen(colours.text, 1.8)
        return QPen(colours.frame(self._text.kind), 1.2)

    def _write(self, painter: QPainter, colours: GraphColours, area: QRectF) -> None:
        text, flags, quiet = self._text, Qt.AlignmentFlag, colours.quiet
        is_small = painter.worldTransform().m11() < DETAIL
        name = f"{text.title}  ×{text.turns}" if text.turns > 1 else text.title
        used = _draw(painter, colours, area, name, flags.AlignTop | flags.AlignLeft, bold=True)
        if is_small:
            return
        rest = area.adjusted(used + 6, 1, 0, 0)
        _draw(painter, colours, rest, text.recorded, flags.AlignTop | flags.AlignRight, share=0.72, colour=quiet)
        _draw(painter, colours, area, text.value, flags.AlignBottom | flags.AlignLeft, share=0.88)
        slope = colours.backward if self._look.active else colours.text
        _draw(painter, colours, area, text.slope, flags.AlignBottom | flags.AlignRight, share=0.88, colour=slope)


def _draw(
    painter: QPainter,
    colours: GraphColours,
    area: QRectF,
    text: str,
    flags: Qt.AlignmentFlag,
    *,
    share: float = 1.0,
    bold: bool = False,
    colour: QColor | None = None,
) -> float:
    """Write one line, shortened to its room; return how wide it is."""
    font = colours.style.font(share, bold=bold)
    painter.setFont(font)
    painter.setPen(colour or colours.text)
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, area.width()))
    painter.drawText(area, flags, shown)
    return metrics.horizontalAdvance(shown)
