"""The window: it only assembles panels, plot, actions and files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QMessageBox, QSplitter, QVBoxLayout, QWidget

from engine.examples import examples, lessons
from gui.action_state import ActionState
from gui.actions import ACTIONS, Actions
from gui.bugs import package_version
from gui.copying import Copying
from gui.evaluation import Evaluator
from gui.files import SessionFiles, dropped_path
from gui.handlers import Handlers
from gui.icons import icon
from gui.idle import forget_drawings, settle_memory
from gui.last_picture import LastPicture
from gui.lesson_links import follow
from gui.live import LivePicture
from gui.menus import Menus
from gui.panels.functions import FunctionsPanel
from gui.panels.inspector import InspectorPanel
from gui.panels.lesson import LessonPanel, title
from gui.panels.message_bar import MessageBar
from gui.panels.parameters import ParametersPanel
from gui.panels.range import RangePanel
from gui.panels.readout import ReadoutPanel
from gui.plot.plot_view import PlotView
from gui.plot.style import colour
from gui.start import start_document
from gui.status import Status
from gui.store import DocumentStore
from gui.view_history import ViewHistory
from gui.widgets.scroll import ColumnScroll, RowScroll

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QColor, QDragEnterEvent, QDropEvent, QPaintEvent, QResizeEvent

    from engine.document import Document, Range, View
    from engine.outcome import Outcome
    from gui.application import Application
    from gui.settings import LanguageChoice, SchemeChoice
    from gui.theme import Scheme

SIDE_WIDTH = 340
INSPECTOR_WIDTH = 420
LEAST_INSPECTOR = 280
LEAST_PLOT = 0.3
"""Of the window, beside an open inspector."""
LEAST_SIDE = QSize(240, 48)
LEAST_LIST = 112
"""A list shows its heading and one card, or two rows, at least."""
NARROW, LOW = 560, 360
"""A window below this width has its panels above the plot, not beside it; one below this height has no readout."""
SIZE = QSize(1280, 800)
MINIMUM_SIZE = QSize(320, 240)


class Window(QMainWindow):
    """One session: its document, panels and plot."""

    painted = Signal()
    """The window is on the screen for the first time."""
    first_curve_painted = Signal()

    def __init__(self, application: Application) -> None:
        super().__init__()
        self._application = application
        self._started = False
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._right = QSplitter(Qt.Orientation.Vertical)
        self.store = DocumentStore(start_document(), self)
        self.files = SessionFiles(self.store, application.settings, self)
        self.evaluator = Evaluator(parent=self)
        self.plot = PlotView(self)
        self.functions = FunctionsPanel(self.store, self._colour)
        self.parameters = ParametersPanel(self.store)
        self.ranges = RangePanel(self.store, self._shown_y)
        self.readout = ReadoutPanel(self.store, self._colour)
        self.inspector = InspectorPanel(self.store, application.theme.scheme, self._colour)
        self.lesson = LessonPanel(lambda: application.languages.language)
        self._numbers = RowScroll(self.readout)
        self.messages = MessageBar()
        self.view_history = ViewHistory(self.store, self)
        # Before the picture asks the worker for anything: the two take turns with the interpreter.
        self.store.changed.connect(lambda _old, new: self._synchronise(new))
        self.picture = LivePicture(self.store, self.evaluator, self.plot)
        self.last_picture = LastPicture(self, lambda: application.languages.language)
        self.copying = Copying(self)
        handlers = Handlers(self)
        self.actions_ = Actions({row.identity: handlers.of(row.identity) for row in ACTIONS}, self)
        self.menus = Menus(self, self.actions_, self.files.open_path)
        self.menus.set_icons(icon)
        self.status = Status(self.statusBar())
        self.action_state = ActionState(self, application)
        self.plot.set_scheme(application.theme.scheme)
        self._assemble()
        self._connect()
        self._synchronise(self.store.document)
        self._retranslate()
        self.functions.focus_first()

    def _assemble(self) -> None:
        side = ColumnScroll(_column(lists := self._lists(), self.ranges, grows=lists))
        side.setMinimumSize(LEAST_SIDE)
        main = _column(self.messages, self.plot, self._numbers, grows=self.plot)
        self._splitter.addWidget(side)
        self._splitter.addWidget(main)
        for panel in (self.lesson, self.inspector):
            self._right.addWidget(panel)
        self._splitter.addWidget(self._right)
        self.inspector.setVisible(self._application.settings.inspector)
        self._right.setVisible(self._has_right)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setChildrenCollapsible(True)
        self.setCentralWidget(self._splitter)
        self.setMinimumSize(MINIMUM_SIZE)
        self.setAcceptDrops(True)
        self.resize(SIZE)
        self._share()
        self.restoreGeometry(self._application.settings.geometry)

    def _lists(self) -> QSplitter:
        """Return functions and parameters below each other, with a line between that can be moved."""
        lists = QSplitter(Qt.Orientation.Vertical)
        for panel in (self.functions, self.parameters):
            panel.setMinimumHeight(LEAST_LIST)
            lists.addWidget(panel)
        lists.setStretchFactor(0, 3)
        lists.setStretchFactor(1, 2)
        return lists

    def _connect(self) -> None:
        self.store.history_changed.connect(self._show_title)
        self.files.path_changed.connect(self._show_title)
        self.files.recent_changed.connect(self._show_recent)
        for source in (self.files, self.parameters, self.ranges, self.readout):
            source.problem.connect(self.messages.show_problem)
        self._connect_inspector()
        self._connect_lesson()
        self.plot.view_changed.connect(self._look)
        self.plot.view_settled.connect(self.store.finish_gesture)
        self.plot.cursor_moved.connect(self._move_cursor)
        self.plot.cursor_settled.connect(self.store.finish_gesture)
        self.plot.feature_chosen.connect(self.copying.feature)
        self.plot.frame_painted.connect(self._on_frame)
        self.picture.shown.connect(self._show_outcome)
        self.evaluator.broke.connect(self._application.bugs.report)
        self._application.theme.changed.connect(self._show_scheme)

    def _connect_inspector(self) -> None:
        self.functions.focused.connect(self.inspector.focus)
        self.functions.pointed.connect(self.inspector.point_in_source)
        self.parameters.pointed.connect(self.inspector.show_parameter)
        self.inspector.source_pointed.connect(self.functions.show_pointed)
        self.inspector.inspected.connect(self.picture.inspect)
        self.inspector.graph.problem.connect(self.messages.show_problem)
        self.inspector.graph.written.connect(self._tell_written)
        self.inspector.paths.copied.connect(self.copying.tell_sum)
        self.inspector.features.chosen.connect(self._jump_cursor)
        self.inspector.features.copied.connect(self.copying.tell_places)
        self.inspector.graph.arranger.broke.connect(self._application.bugs.report)

    def _connect_lesson(self) -> None:
        self.store.opened.connect(self.lesson.reopen)
        self.lesson.shown.connect(self._show_right)
        self.lesson.chosen.connect(self.files.open_path)
        self.lesson.acted.connect(lambda target: follow(self, target))

    def _jump_cursor(self, x: float) -> None:
        self._move_cursor(x)
        self.store.finish_gesture()

    def _tell_written(self, name: str) -> None:
        self.messages.show_text(self.tr("{file} is written.").format(file=name))

    def show_inspector(self, on: bool) -> None:
        """Open or close the inspector, now and in later runs."""
        self._application.settings.inspector = on
        self.actions_["inspector"].setChecked(on)
        self.inspector.setVisible(on)
        self._show_right()

    @property
    def _has_right(self) -> bool:
        """Whether there is anything at the right: the lesson, the inspector or both."""
        return self._application.settings.inspector or self.lesson.wanted

    def _show_right(self) -> None:
        self._right.setVisible(self._has_right)
        self._turn()
        self._share()

    def _synchronise(self, document: Document) -> None:
        """Show the document in every panel; each applies only what differs from what it shows."""
        for panel in (self.functions, self.parameters, self.ranges, self.readout, self.inspector, self.lesson):
            panel.synchronise(document)

    def _look(self, view: View) -> None:
        self.store.edit(self.store.document.with_view(view), self.tr("Change the view"), merge="view")

    def _move_cursor(self, x: float) -> None:
        self.store.edit(self.store.document.with_cursor(x), self.tr("Move the cursor"), merge="cursor")

    def _show_outcome(self, outcome: Outcome) -> None:
        self.readout.show_outcome(outcome)
        self.ranges.show_automatic_y()
        self.functions.show_problems(outcome.problems)
        self.status.show_outcome(outcome)
        self.inspector.show_outcome(outcome)

    def _shown_y(self) -> Range:
        """Return the y range of the first plot."""
        plots = self.plot.layout_.plots
        return self.plot.layout_.y_range(0 if 0 in plots else next(iter(plots)))

    def _show_scheme(self, _scheme: str) -> None:
        self.plot.set_scheme(self._application.theme.scheme)
        self.functions.refresh_colours()
        self.readout.refresh()
        self.inspector.set_scheme(self._application.theme.scheme)

    def _colour(self, index: int) -> QColor:
        return colour(index, self._application.theme.scheme)

    def _show_title(self) -> None:
        self.setWindowTitle(f"{self.files.title()}[*]")
        self.setWindowModified(self.store.modified)

    def _show_recent(self) -> None:
        self.menus.show_recent([Path(path) for path in self._application.settings.recent_files])

    def _on_frame(self) -> None:
        """Tell of the first curve, and from then on keep the collector's long runs out of the drags."""
        self.plot.frame_painted.disconnect(self._on_frame)
        self.first_curve_painted.emit()
        QTimer.singleShot(0, self, self._complete)

    def _complete(self) -> None:
        """Make what the first picture did without."""
        self.ranges.complete()
        settle_memory()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Start the worker, which imports torch, when the window has been painted for the first time."""
        super().paintEvent(event)
        if not self._started:
            self._started = True
            QTimer.singleShot(0, self, self._start)

    def _start(self) -> None:
        self.painted.emit()
        self.evaluator.start()
        self.picture.refresh()

    def open_session(self, path: str) -> None:
        """Open a session file; a problem is shown in the message bar."""
        self.files.open_path(Path(path))

    def when_settled(self, callback: Callable[[], object]) -> None:
        """Call back once the picture shows the whole document at full quality: now, or as soon as it does."""
        if self.picture.is_complete:
            callback()
        else:
            single = Qt.ConnectionType.SingleShotConnection
            self.picture.completed.connect(callback, single)
            self.picture.refresh()

    @property
    def scheme(self) -> Scheme:
        """The colour scheme that is shown."""
        return self._application.theme.scheme

    def open_export(self) -> None:
        """Open the export dialog on the present picture, which must be settled."""
        from gui.export.dialog import ExportDialog

        if self.picture.outcome is not None:
            dialog = ExportDialog(self.store.document, self.picture.outcome, self._application.theme.scheme, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def open_gallery(self) -> None:
        """Show all lessons and examples as pictures."""
        from gui.gallery import Gallery

        gallery = Gallery(lambda: self._application.theme.scheme, self)
        gallery.chosen.connect(self.files.open_path)
        gallery.open()

    def set_scheme(self, choice: SchemeChoice) -> None:
        """Show this scheme, now and in later runs."""
        self._application.choose_scheme(choice)

    def set_language(self, choice: LanguageChoice) -> None:
        """Show this language, now and in later runs."""
        self._application.choose_language(choice)

    def show_about(self) -> None:
        """Say what this program is."""
        version = package_version()
        text = self.tr("See derivatives: type a function, drag its sliders, watch it and its exact derivatives.")
        box = QMessageBox(
            QMessageBox.Icon.NoIcon, self.tr("About"), f"<b>Gradient Visualizer {version}</b>", parent=self
        )
        box.setInformativeText(text)
        box.setIconPixmap(self._application.windowIcon().pixmap(64, 64))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the panels where there is room; in a very low window the plot comes before the numbers."""
        super().resizeEvent(event)
        self._numbers.setVisible(self.height() >= LOW)
        if self._turn():
            self._share()
        elif self._right.isVisible() and 0 < self._plot_share() < LEAST_PLOT:
            QTimer.singleShot(0, self, self._share)  # when the splitter has its new width, too

    def _turn(self) -> bool:
        """Put the panels beside each other, or in a narrow window above each other; return whether that is new."""
        narrow = NARROW + (LEAST_INSPECTOR if self._has_right else 0)
        direction = Qt.Orientation.Vertical if self.width() < narrow else Qt.Orientation.Horizontal
        is_new = direction != self._splitter.orientation()
        self._splitter.setOrientation(direction)
        return is_new

    def _plot_share(self) -> float:
        """Return the plot's part of the room that there is now; the panels beside it keep their sizes."""
        side, _, right = self._splitter.sizes()
        is_upright = self._splitter.orientation() == Qt.Orientation.Vertical
        room = self.height() if is_upright else self.width()
        return (room - side - right) / max(1, room)

    def _share(self) -> None:
        """Give the panels their width, or where that is too much of the room, less than half of it."""
        is_upright = self._splitter.orientation() == Qt.Orientation.Vertical
        room = self.height() if is_upright else self.width()
        side = min(SIDE_WIDTH, int((0.28 if self._has_right else 0.45) * room))
        right = min(INSPECTOR_WIDTH, int(0.36 * room)) if self._has_right else 0
        self._splitter.setSizes([side, room - side - right, right])

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.actions_.retranslate()
        self.menus.retranslate()
        titled = [(title(example), example.path) for example in examples()]
        count = len(lessons())
        self.menus.show_examples(titled[:count], titled[count:])
        self._show_recent()
        self._show_title()
        if self.picture.outcome is not None:
            self.status.show_outcome(self.picture.outcome)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one session file."""
        if dropped_path(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the session file that was dropped."""
        path = dropped_path(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.files.open_path(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved changes; then stop the worker."""
        if not self.files.may_discard():
            event.ignore()
            return
        self._application.settings.geometry = self.saveGeometry()
        self.last_picture.keep()
        self.parameters.stop_all()
        self.inspector.close_down()
        self.evaluator.close()
        forget_drawings()
        event.accept()


def _column(*widgets: QWidget, grows: QWidget) -> QWidget:
    """Return a widget with these below each other, on the 8-pixel grid; one of them takes all room that is left."""
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(8, 8, 8, 8)
    layout.setSpacing(8)
    for widget in widgets:
        layout.addWidget(widget, 1 if widget is grows else 0)
    return column
