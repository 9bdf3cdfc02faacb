"""The picture that a window ended with, shown in the next one until the same has been computed again.

It is found by all that it depends on, so that what is shown is what will be computed. It is kept when the window
closes, and before, each time that nothing has changed for a while: a program that is killed has one, too.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QStandardPaths, QThreadPool, QTimer
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
SUFFIX = ".picture"
"""Of a file that is a PNG after its hash: the library that reads PNG complains of damage on the standard error."""
REST = 3_000
"""Milliseconds without a change after which the picture is kept."""


class LastPicture:
    """Finds and keeps the pictures of one window's plots."""

    def __init__(self, window: Window, language: Callable[[], str]) -> None:
        self._window, self._language = window, language
        self._found: tuple[Path | None, QPixmap | None] = (None, None)
        self._kept: Path | None = None
        self._pool = QThreadPool(window)
        self._rest = QTimer(window, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.keep_soon)
        window.picture.completed.connect(self._rest.start)
        window.plot.stand_in = self.find

    def find(self) -> QPixmap | None:
        """Return the picture of just this document in a plot of just this size and look; None if there is none."""
        path = self._path()
        if path != self._found[0]:
            self._found = (path, None if path is None else loaded(path, self._window.plot.devicePixelRatioF()))
        return self._found[1]

    def keep(self) -> None:
        """Keep the present picture, if it is whole, before this returns."""
        self._rest.stop()
        self.keep_soon()
        self._pool.waitForDone()

    def keep_soon(self) -> None:
        """Keep it; it is drawn now, and packed and written in the background."""
        path = self._path()
        if path is not None and path != self._kept and self._window.picture.is_complete:
            self._kept, image = path, drawn(self._window)
            self._pool.start(lambda: written(path, image))

    def _path(self) -> Path | None:
        plot = self._window.plot
        look = (VERSION, plot.width(), plot.height(), plot.devicePixelRatioF(), self._window.scheme, self._language())
        try:
            content = encode(self._window.store.document)
        except EngineError:
            return None
        key = hashlib.sha256(repr(look).encode() + content).hexdigest()
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation)
        return Path(folder) / "pictures" / f"{key}{SUFFIX}"


def loaded(path: Path, ratio: float) -> QPixmap | None:
    """Return the picture in this file; None if there is none, or something else."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    size = hashlib.sha256().digest_size
    picture = QPixmap()
    if hashlib.sha256(content[size:]).digest() != content[:size] or not picture.loadFromData(content[size:], "PNG"):
        return None
    picture.setDevicePixelRatio(ratio)
    return picture


def written(path: Path, image: QImage) -> None:
    """Write the picture, and forget the oldest ones. What cannot be kept is not worth a word."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        data = packed(image)
        write_atomically(path, hashlib.sha256(data).digest() + data)
        for old in sorted(path.parent.iterdir(), key=lambda file: file.stat().st_mtime)[:-MOST]:
            old.unlink()
    except (OSError, EngineError):
        pass


def drawn(window: Window) -> QImage:
    """Return the plots as they are on the screen."""
    ratio = window.plot.devicePixelRatioF()
    image = QImage(window.plot.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    try:
        window.plot.layout_.draw(painter)
    finally:
        painter.end()
    return image


def packed(image: QImage) -> bytes:
    """Return the image as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes
    return bytes(buffer.data().data())
