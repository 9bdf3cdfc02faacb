"""Make every picture of the README and the guide from the running program: `python docs/make_pictures.py [FOLDER]`.

Needs no display. The pictures are the same, byte for byte, on every run with the same packages: the caret stands
still, and the time that an evaluation took, the one text that differs from run to run, is left out.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from msgspec.structs import replace
from PySide6.QtCore import QEventLoop, QPoint, QRect, QSettings, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtTest import QTest

from gui.application import Application
from gui.export.dialog import ExportDialog
from gui.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from gui.panels.function_card import FunctionCard
    from gui.theme import Scheme

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
SIZE = (1280, 800)
SPACE = 8
"""Pixels around a part that is cut out of the window."""


class Studio:
    """A window in front of a camera."""

    def __init__(self, application: Application, folder: Path) -> None:
        self.application, self.folder = application, folder
        self.window = Window(application)
        self.window.resize(*SIZE)
        self.window.show()
        self.until(self.window.first_curve_painted.connect)

    def until(self, connect: Callable[[Callable[[], object]], object]) -> None:
        """Let the program run until what is connected here comes."""
        loop = QEventLoop()
        connect(loop.quit)
        loop.exec()

    def settle(self) -> None:
        """Wait until the picture shows the whole document, and everything is laid out and painted."""
        self.window.store.finish_gesture()
        while not self.window.picture.is_complete:
            self.until(self.window.picture.settled.connect)
        self.window.status._work.clear()
        for _ in range(3):
            self.application.processEvents()

    def start(self, *texts: str, **values: float) -> None:
        """Begin a session anew: type these functions, a card for each, and give the parameters these values."""
        self.window.store.mark_saved()
        self.window.files.new()
        for text in texts:
            self.window.functions.add()
            self.type(text)
        document = self.window.store.document
        for name, value in values.items():
            document = document.with_parameter(replace(document.parameter(name), value=value))
        self.window.store.edit(document, "")
        self.settle()

    def type(self, text: str) -> None:
        """Type into the last card, key by key."""
        box = self.card().text
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, text)
        box.completions.hide()

    def card(self) -> FunctionCard:
        """Return the last card."""
        return self.window.functions.card(self.window.store.document.functions[-1].key)

    def orders(self, *orders: int) -> None:
        """Choose which derivatives of the last function are drawn, by its chips."""
        for order, chip in enumerate(self.card().chips):
            if chip.isChecked() != (order in orders):
                QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
        self.settle()

    def does(self, identity: str) -> None:
        """Trigger an action."""
        self.window.actions_[identity].trigger()
        self.settle()

    def take(self, name: str, *parts: QWidget, over: QWidget | None = None) -> None:
        """Save the window, or what of it these widgets cover; `over` is a list that lies over the window."""
        self.settle()
        picture = self.window.grab()
        if over is not None:
            painter = QPainter(picture)
            painter.drawPixmap(self.window.mapFromGlobal(over.pos()), over.grab())
            painter.end()
        if parts:
            area = QRect()
            for part in (*parts, over) if over is not None else parts:
                corner = self.window.mapFromGlobal(part.mapToGlobal(QPoint()))
                area = area.united(QRect(corner, part.size()))
            picture = picture.copy(area.adjusted(-SPACE, -SPACE, SPACE, SPACE))
        self.save(name, picture)

    def save(self, name: str, picture: QPixmap) -> None:
        """Write one picture."""
        image = picture.toImage().convertToFormat(QImage.Format.Format_RGB32)
        if not image.save(str(self.folder / f"{name}.png"), quality=0):
            sys.exit(f"{name}.png cannot be written")
        print(name)


def window(studio: Studio) -> None:
    """Show the whole window as in the README."""
    studio.start("f(x) = a sin(b x) + x/4", a=1.5, b=1.4)
    studio.orders(0, 1, 2)


def light_and_dark(studio: Studio) -> None:
    """Take the first picture in both colour schemes."""
    window(studio)
    schemes: tuple[Scheme, ...] = ("light", "dark")
    for scheme in schemes:
        studio.application.choose_scheme(scheme)
        studio.take(f"window-{scheme}")
    studio.application.choose_scheme("light")


def typing(studio: Studio) -> None:
    """Take a card: what is offered while one types, and what a mistake looks like."""
    studio.start("f(x) = a x^2 sin x", "g(x) = f'(x) + 1")
    studio.take("cards", studio.window.functions.heading, studio.card())
    studio.start("f(x) = sni(2x) + b")
    studio.take("problem", studio.window.functions.heading, studio.card())
    studio.start("x + a")
    box = studio.card().text
    QTest.keyClicks(box, " + si")
    completions = box.completions
    studio.take("completion", studio.window.functions.heading, studio.card(), over=completions)
    completions.hide()


def looking(studio: Studio) -> None:
    """Take parameters, range, readout and the arrangements of the plots."""
    studio.start("a sin(b x) + x/4", a=1.5, b=1.4)
    row = studio.window.parameters.row("a")
    QTest.mouseClick(row.more_button, Qt.MouseButton.LeftButton)
    studio.take("parameters", studio.window.parameters.heading, row, studio.window.parameters.row("b"))
    QTest.mouseClick(row.more_button, Qt.MouseButton.LeftButton)
    studio.take("range", studio.window.ranges)
    studio.take("readout", studio.window.readout)
    studio.orders(0, 1, 2, 3)
    studio.take("stacked", studio.window.plot)
    studio.does("overlay")
    studio.take("overlay", studio.window.plot)
    studio.does("stacked")


def export(studio: Studio) -> None:
    """Take the export dialog."""
    window(studio)
    studio.window.open_export()
    (dialog,) = studio.window.findChildren(ExportDialog)
    studio.until(dialog.preview.drawn.connect)
    studio.save("export", dialog.grab())
    dialog.reject()


def inspecting(studio: Studio) -> None:
    """Take the graph of a derivative."""
    studio.start("sin(x)^2")
    studio.does("next_graph")
    panel = studio.window.inspector.graph
    while panel.view.graph.diagram is None or not panel.legend.isVisible():
        studio.until(panel.drawn.connect)
    studio.take("derivative-graph", studio.window.inspector)
    studio.does("inspector")


SCENES = (light_and_dark, typing, looking, export, inspecting)


def main(folder: Path) -> None:
    """Take all pictures into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as settings:
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, settings)
        application = Application([__file__, "-platform", "offscreen"])
        application.setCursorFlashTime(0)
        application.choose_scheme("light")
        application.choose_language("en")
        studio = Studio(application, folder)
        for scene in SCENES:
            scene(studio)
        studio.window.store.mark_saved()
        studio.window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES)
