"""The graph as items: built once for a structure; later traces of the same structure only change texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGraphicsScene

from gui.graph.box_item import BoxItem, BoxLook, BoxText
from gui.graph.diagram import title
from gui.graph.link_item import LinkItem, LinkLook
from gui.graph.numbers import full, short
from gui.graph.palette import GraphColours
from gui.plot.style import Style, order_name

if TYPE_CHECKING:
    from PySide6.QtCore import QObject, QRect, QRectF
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QGraphicsSceneHelpEvent, QGraphicsSceneHoverEvent

    from engine.calculus.graph import Node, Trace
    from gui.graph.arrangement import Arrangement
    from gui.graph.box_item import Kind
    from gui.graph.diagram import Diagram
    from gui.graph.steps import Known

MARGIN = 24.0
UNKNOWN = "–"
NOTHING: frozenset[int] = frozenset()


class GraphScene(QGraphicsScene):
    """Draws one trace."""

    hovered = Signal(object)
    """The place in the trace of the node whose box the pointer is over; None: it left."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Items are few and often all change at once: an index of their places costs more than it saves.
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self._colours = GraphColours(Style("light"))
        self.boxes: list[_Box] = []
        self.links: list[LinkItem] = []
        self.diagram: Diagram | None = None
        self._trace: Trace | None = None
        self._pointed: frozenset[int] = NOTHING
        self._lit_nodes: frozenset[int] = NOTHING
        self._lit_edges: frozenset[int] = NOTHING
        self._broken: int | None = None
        self._active_node: int | None = None
        self._active_edges: frozenset[int] = NOTHING

    def build(self, diagram: Diagram, placed: Arrangement) -> None:
        """Draw this structure in the place of what was there."""
        self.clear()
        self.diagram = diagram
        self.boxes = [_Box(self, place, diagram) for place in range(len(diagram.boxes))]
        self.links = [
            LinkItem(points, is_loop=link.is_loop) for link, points in zip(diagram.links, placed.links, strict=True)
        ]
        for box, point in zip(self.boxes, placed.boxes, strict=True):
            box.setPos(*point)
        for item in (*self.links, *self.boxes):
            self.addItem(item)
        self.setSceneRect(self.itemsBoundingRect().adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN))
        self._dress()

    def empty(self) -> None:
        """Draw nothing."""
        self.clear()
        self.boxes, self.links, self.diagram = [], [], None

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Paint all that stays while numbers change: lines, those that stand out last, and boxes with their names."""
        super().drawBackground(painter, rect)
        items: list[LinkItem | BoxItem] = [*sorted(self.links, key=lambda link: link.stands_out), *self.boxes]
        for item in items:
            if item.sceneBoundingRect().intersects(rect):
                painter.save()
                painter.setOpacity(item.opacity())
                painter.translate(item.pos())
                item.paint_ground(painter)
                painter.restore()

    def helpEvent(self, event: QGraphicsSceneHelpEvent) -> None:
        """Tell the numbers of the box there in full: written only when somebody asks."""
        for box in self.boxes:
            if self._trace is not None and box.sceneBoundingRect().contains(event.scenePos()):
                box.setToolTip(_tip(self._trace, box.node))
        super().helpEvent(event)

    def show_numbers(self, trace: Trace, known: Known) -> None:
        """Write what is known of the trace, which has the structure that was built."""
        if self.diagram is None:
            return
        for item, box in zip(self.boxes, self.diagram.boxes, strict=True):
            place = next((node for node in reversed(box.nodes) if node == self._active_node), box.nodes[-1])
            item.show_text(_text(trace, known, place, box.turns))
        self._trace = trace
        for link_item, link in zip(self.links, self.diagram.links, strict=True):
            link_item.show_label(short(trace.edges[link.edges[-1]].local))

    def set_style(self, style: Style) -> None:
        """Take the colours of this style."""
        self._colours = GraphColours(style)
        self.setBackgroundBrush(self._colours.ground)
        self._dress()

    def point_at(self, nodes: frozenset[int]) -> None:
        """Let the boxes of these nodes stand out."""
        self._pointed = nodes
        self._dress()

    def light(self, nodes: frozenset[int], edges: frozenset[int] = NOTHING) -> None:
        """Let these nodes and edges stand out and all others fade; none: nothing fades."""
        self._lit_nodes, self._lit_edges = nodes, edges
        self._dress()

    def show_broken(self, node: int | None) -> None:
        """Mark the node at which a number that is not finite was born; None: there is none."""
        if node != self._broken:
            self._broken = node
            self._dress()

    def show_work(self, node: int | None, edges: frozenset[int] = NOTHING) -> None:
        """Mark the node of the present step, and the edges through which it passes its adjoint back."""
        if (node, edges) != (self._active_node, self._active_edges):
            self._active_node, self._active_edges = node, edges
            self._dress()

    def _dress(self) -> None:
        if self.diagram is None:
            return
        fades = bool(self._lit_nodes)
        for item, box in zip(self.boxes, self.diagram.boxes, strict=True):
            lit = not self._lit_nodes.isdisjoint(box.nodes)
            pointed = not self._pointed.isdisjoint(box.nodes)
            broken = self._broken in box.nodes
            faded = fades and not (lit or pointed or broken)
            look = BoxLook(pointed, lit, self._active_node in box.nodes, faded, broken)
            item.set_look(look, self._colours)
        for link_item, link in zip(self.links, self.diagram.links, strict=True):
            lit = not self._lit_edges.isdisjoint(link.edges)
            active = not self._active_edges.isdisjoint(link.edges)
            link_item.set_look(LinkLook(lit, active, faded=fades and not lit and not active), self._colours)


class _Box(BoxItem):
    """A box that tells when it is pointed at."""

    def __init__(self, scene: GraphScene, place: int, diagram: Diagram) -> None:
        super().__init__(is_output=place == diagram.output)
        self._scene, self.node = scene, diagram.boxes[place].nodes[-1]
        self.setAcceptHoverEvents(True)

    def hoverEnterEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        """Tell of it."""
        del event
        self._scene.hovered.emit(self.node)

    def hoverLeaveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        """Tell of it."""
        del event
        self._scene.hovered.emit(None)


def _text(trace: Trace, known: Known, place: int, turns: int) -> BoxText:
    node = trace.nodes[place]
    value = short(known.values[place]) if place in known.values else UNKNOWN
    slope = _slope(node, known, place)
    if node.leaf:
        kind: Kind = "variable" if node.leaf == trace.variable else "parameter"
        return BoxText(title(node), node.recorded, value, slope, kind, turns)
    if not trace.order:
        return BoxText(title(node), node.recorded, value, slope, turns=turns)
    part = order_name(node.order)
    return BoxText(
        title(node), node.recorded, value, slope, "operation", turns, part, node.order, trace.order - node.order
    )


def _slope(node: Node, known: Known, place: int) -> str:
    """Return the adjoint; a leaf's `.grad`, and before that what has come to it so far."""
    adjoint = short(known.adjoints[place]) if place in known.adjoints else UNKNOWN
    if not node.leaf:
        return f"∂ {adjoint}"
    if place in known.grads:
        return f".grad {short(known.grads[place])}"
    return f"Σ {adjoint}   .grad {UNKNOWN}" if place in known.adjoints else f".grad {UNKNOWN}"


def _tip(trace: Trace, place: int) -> str:
    node = trace.nodes[place]
    lines = [f"{title(node)}   {node.recorded}", f"= {full(node.value)}", f"∂ = {full(node.adjoint)}"]
    if trace.order and not node.leaf:
        lines.append(QCoreApplication.translate("Graph", "computed for {part}").format(part=order_name(node.order)))
    return "\n".join(lines)
