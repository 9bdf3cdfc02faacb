"""The picture that a window ended with, shown in the next one until the same has been computed again.

It is found by all that it depends on, so that what is shown is what will be computed.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QStandardPaths
from PySide6.QtGui import QImage, QPainter, QPixmap

from engine import VERSION
from engine.problems import EngineError
from engine.session import encode
from gui.save import write_atomically

if TYPE_CHECKING:
    from collections.abc import Callable

    from gui.window import Window

MOST = 8
"""Pictures that are kept, the newest ones."""


class LastPicture:
    """Finds and keeps the pictures of one window's plots."""

    def __init__(self, window: Window, language: Callable[[], str]) -> None:
        self._window, self._language = window, language
        self._found: tuple[Path | None, QPixmap | None] = (None, None)
        window.plot.stand_in = self.find

    def find(self) -> QPixmap | None:
        """Return the picture of just this document in a plot of just this size and look; None if there is none."""
        path = self._path()
        if path != self._found[0]:
            self._found = (path, None if path is None else loaded(path, self._window.plot.devicePixelRatioF()))
        return self._found[1]

    def keep(self) -> None:
        """Keep the present picture, if it is whole and without switches. What cannot be kept is not worth a word."""
        path, picture = self._path(), self._window.picture
        if path is None or not picture.is_complete or picture.switches:
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, drawn(self._window))
            for old in sorted(path.parent.glob("*.png"), key=lambda file: file.stat().st_mtime)[:-MOST]:
                old.unlink()
        except (OSError, EngineError):
            pass

    def _path(self) -> Path | None:
        plot = self._window.plot
        look = (VERSION, plot.width(), plot.height(), plot.devicePixelRatioF(), self._window.scheme, self._language())
        try:
            content = encode(self._window.store.document)
        except EngineError:
            return None
        key = hashlib.sha256(repr(look).encode() + content).hexdigest()
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation)
        return Path(folder) / "pictures" / f"{key}.png"


def loaded(path: Path, ratio: float) -> QPixmap | None:
    """Return the picture in this file; None if there is none, or something else."""
    picture = QPixmap(str(path)) if path.exists() else QPixmap()
    picture.setDevicePixelRatio(ratio)
    return None if picture.isNull() else picture


def drawn(window: Window) -> bytes:
    """Return the plots as they are on the screen, as a PNG file."""
    ratio = window.plot.devicePixelRatioF()
    image = QImage(window.plot.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    try:
        window.plot.layout_.draw(painter)
    finally:
        painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes
    return bytes(buffer.data().data())
