"""Drags a slider and measures each tick until its frame is painted."""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEventLoop, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QSlider, QWidget

from benchmarks.picture import HIGH, LOW

if TYPE_CHECKING:
    from collections.abc import Iterable

TICKS = 200
WARM_UP = 20


class Drag(QObject):
    """A drag of a slider from its left to its right end; `painted` is sent by what is measured, for every frame."""

    painted = Signal()

    def __init__(self, slider: QSlider | None = None) -> None:
        super().__init__()
        self.slider = slider or QSlider(Qt.Orientation.Horizontal, minimum=0, maximum=TICKS)

    def run(self) -> list[float]:
        """Return the milliseconds of each tick after the warm-up."""
        loop = QEventLoop()
        self.painted.connect(loop.quit)
        gc.collect()
        gc.freeze()
        self.slider.setSliderDown(True)
        spent = []
        for position in self._positions():
            begun = time.perf_counter()
            self.slider.setSliderPosition(position)
            loop.exec()
            spent.append((time.perf_counter() - begun) * 1e3)
            QApplication.processEvents()
        self.slider.setSliderDown(False)
        return spent[WARM_UP:]

    def _positions(self) -> list[int]:
        """Return where the slider goes: there and back in the warm-up, then one tick after the other."""
        last = self.slider.maximum()
        warm = np.linspace(last, 0, WARM_UP)
        return [round(position) for position in (*warm, *np.linspace(0, last, TICKS + 1)[1:])]

    @property
    def parameter(self) -> float:
        """The value of a where the slider is."""
        return LOW + (HIGH - LOW) * self.slider.value() / self.slider.maximum()


def shown(widget: QWidget) -> None:
    """Show the widget and let it paint."""
    widget.show()
    for _ in range(20):
        QApplication.processEvents()


def figures(spent: Iterable[float]) -> dict[str, float]:
    """Return the percentiles of the ticks."""
    found = list(spent)
    return {f"p{share}": round(float(np.percentile(found, share)), 3) for share in (50, 95, 99)}
