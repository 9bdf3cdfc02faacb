"""The window: it only assembles panels, plot, actions and files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QMessageBox, QSplitter, QVBoxLayout, QWidget

from gui.actions import ACTIONS, Actions
from gui.evaluation import Evaluator
from gui.files import SessionFiles
from gui.handlers import Handlers
from gui.live import LivePicture
from gui.menus import Menus
from gui.panels.functions import FunctionsPanel
from gui.panels.message_bar import MessageBar
from gui.panels.parameters import ParametersPanel
from gui.panels.range import RangePanel
from gui.panels.readout import ReadoutPanel
from gui.plot.plot_view import PlotView
from gui.status import Status
from gui.store import DocumentStore
from gui.view_history import ViewHistory

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent

    from engine.document import Document
    from engine.outcome import Outcome

SIDE_WIDTH = 340


class Window(QMainWindow):
    """One document, its panels and its plot."""

    first_curve_painted = Signal()

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.store = DocumentStore(document, self)
        self.files = SessionFiles(self.store, self)
        self.evaluator = Evaluator(parent=self)
        self.plot = PlotView(self)
        self.functions = FunctionsPanel(self.store)
        self.parameters = ParametersPanel(self.store)
        self.ranges = RangePanel(self.store)
        self.readout = ReadoutPanel(self.store)
        self.messages = MessageBar()
        self.view_history = ViewHistory(self.store, self)
        self.picture = LivePicture(self.store, self.evaluator, self.plot)
        handlers = Handlers(self)
        self.actions_ = Actions({row.identity: getattr(handlers, row.identity) for row in ACTIONS}, self)
        self.menus = Menus(self, self.actions_, self.files.open_path)
        self.status = Status(self.statusBar())
        self._assemble()
