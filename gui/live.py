"""Keep the picture in step with the document: which request to make when, and what to do with its outcome."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from engine.plan import Quality, plan, read_document

if TYPE_CHECKING:
    from engine.document import Document
    from engine.outcome import Outcome
    from engine.plan import Lens, Request
    from gui.evaluation import Evaluator
    from gui.plot.plot_view import PlotView
    from gui.store import DocumentStore

LIVE_NODES = 300
"""A larger trace takes longer than a frame: it waits for the end of the gesture, so that the picture does not."""


class LivePicture(QObject):
    """Connects the store, the evaluator and the plot.

    While a gesture lasts it asks for live quality; when it ends, for one picture at full quality.
    """

    shown = Signal(object)
    """The `Outcome` that is now drawn."""
    settled = Signal()
    """What is drawn is the whole document at full quality, but perhaps for the features."""
    completed = Signal()
    """The features are drawn, too, where they are wanted."""

    def __init__(self, store: DocumentStore, evaluator: Evaluator, plot: PlotView) -> None:
        super().__init__(plot)
        self._store, self._evaluator, self._plot = store, evaluator, plot
        self._in_gesture = False
        self._asked: Request | None = None
        self._is_seeking = False
        self._known: Outcome | None = None
        self._inspected: int | None = None
        self._lens: Lens = ""
        self._traced_order = 0
        self._trace_size = 0
        self.outcome: Outcome | None = None
        plot.synchronise(store.document)
        store.changed.connect(self._on_changed)
        store.gesture_started.connect(self._on_gesture_started)
        store.settled.connect(self._on_settled)
        plot.viewport_changed.connect(lambda _viewport: self.refresh())
        evaluator.finished.connect(self._on_finished)

    @property
    def is_settled(self) -> bool:
        """Whether what is drawn is the whole document at full quality, but perhaps for the features."""
        request = None if self.outcome is None else self.outcome.request
        if request is None or request.quality != "full":
            return False
        return replace(request, features=False) == self._wanted("full")

    @property
    def is_complete(self) -> bool:
        """Whether the features are drawn, too, where they are wanted."""
        wanted = self._store.document.features
        return self.outcome is not None and self.is_settled and self.outcome.request.features == wanted

    def refresh(self) -> None:
        """Ask for a picture at full quality."""
        self._ask("full", urgent=True)

    def inspect(self, key: int | None, lens: Lens = "", order: int = 0) -> None:
        """Evaluate from now on how the function with this key is computed at the cursor, too; None: nothing.

        Or how its derivative of this order is. What the lens shows is evaluated when nothing is being dragged.
        """
        if (key, lens, order) != (self._inspected, self._lens, self._traced_order):
            self._inspected, self._lens, self._traced_order = key, lens, order
            self._ask("live" if self._in_gesture else "full", urgent=False)

    def _wanted(self, quality: Quality) -> Request:
        follows = quality == "full" or self._trace_size <= LIVE_NODES
        inspected = self._inspected if follows else None
        area, order = self._plot.plot_area(), self._traced_order
        return plan(self._store.document, area, quality, inspected=inspected, lens=self._lens, traced_order=order)

    def _ask(self, quality: Quality, *, urgent: bool) -> None:
        request = self._wanted(quality)
        if request != self._asked:
            # What a lens sees takes long and belongs to one place: no other picture waits for it.
            urgent = urgent or (self._asked is not None and bool(self._asked.lens))
            self._asked = request
            # The search for features is worthless after any change.
            self._evaluator.request(request, urgent=urgent or self._is_seeking)
            self._is_seeking = False

    def _seek(self) -> None:
        """Ask for the features once the curves are on screen."""
        if self.is_settled and not self.is_complete and not self._is_seeking and self.outcome is not None:
            self._is_seeking = True
            self._evaluator.request(replace(self.outcome.request, features=True), urgent=False)

    def _on_gesture_started(self) -> None:
        self._in_gesture = True
        self._plot.hold_y(True)

    def _on_settled(self) -> None:
        self._in_gesture = False
        self._plot.hold_y(False)
        self.refresh()

    def _on_changed(self, old: Document, new: Document) -> None:
        self._plot.synchronise(new)
        self._plot.set_stale(unreadable(new))
        same_text = [function.text for function in old.functions] == [function.text for function in new.functions]
        if not same_text:
            self._plot.hold_y(False)  # another function needs another range, at once
        self._ask("live" if self._in_gesture else "full", urgent=not same_text)
        if old.features != new.features and self.outcome is not None:
            self._is_seeking = self._is_seeking and new.features
            self._show(without_features(self.outcome))

    def _on_finished(self, outcome: Outcome) -> None:
        if outcome.request.features:
            self._is_seeking = False
            self._known = outcome
        self._show(outcome)

    def _show(self, outcome: Outcome) -> None:
        """Draw the outcome, with the features that are known of just these curves; else ask for them."""
        if not self._store.document.features:
            outcome = without_features(outcome)
        elif self._known is not None and not outcome.request.features and same_curves(self._known, outcome):
            outcome = with_features_of(self._known, outcome)
        self.outcome = outcome
        if outcome.inspection is not None:
            trace = outcome.inspection.trace
            self._trace_size = LIVE_NODES + 1 if trace is None else len(trace.nodes)
        self._plot.show_outcome(outcome)
        self._plot.set_stale(unreadable(self._store.document) | frozenset(outcome.problems))
        self.shown.emit(outcome)
        if self.is_settled:
            self.settled.emit()
        if self.is_complete:
            self.completed.emit()
        self._seek()


def same_curves(one: Outcome, other: Outcome) -> bool:
    """Return whether both show the same functions over the same range; while dragged, y does not count."""
    first, second = one.request, other.request
    same_y = second.quality == "live" or first.y == second.y
    return same_y and all(
        getattr(first, field) == getattr(second, field) for field in ("module", "curves", "parameters", "x", "size")
    )


def with_features_of(known: Outcome, outcome: Outcome) -> Outcome:
    """Return the outcome with the features, and their markers, of another one of the same curves."""
    marks = tuple(layer for layer in known.layers if layer.layer == "features")
    request = replace(outcome.request, features=True)
    return replace(outcome, request=request, layers=outcome.layers + marks, features=known.features)


def without_features(outcome: Outcome) -> Outcome:
    """Return the outcome without features and markers."""
    layers = tuple(layer for layer in outcome.layers if layer.layer != "features")
    return replace(outcome, request=replace(outcome.request, features=False), layers=layers, features=())


def unreadable(document: Document) -> frozenset[int]:
    """Return the keys of the functions whose text has a problem: their last good curve stays, greyed."""
    entries = read_document(document).entries
    return frozenset(
        function.key
        for function, entry in zip(document.functions, entries, strict=True)
        if entry.problem is not None and function.text.strip()
    )
