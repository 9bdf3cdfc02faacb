"""What is done with memory once a window is up, and once it is gone."""

from __future__ import annotations

import gc
from functools import cache

from PySide6.QtGui import QPixmapCache


@cache
def settle_memory() -> None:
    """Collect once and set aside all that start-up made, so that later collections skip it.

    Only for the first window of the process: what is set aside is never freed, and later windows must be.

    The start runs without the collector. A full collection that walks torch's objects takes 78 ms, which shows as a
    stutter in a drag.
    """
    gc.collect()
    gc.freeze()
    gc.enable()


def forget_drawings() -> None:
    """Free what the style has drawn of the widgets of a window that closes: 90 kB.

    The style keeps these pictures by the palette of each widget, which is a new one in each window, so no other window
    would find them.
    """
    QPixmapCache.clear()
