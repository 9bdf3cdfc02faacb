"""Write a file whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QIODevice, QSaveFile

from engine.problems import ProblemCode, fail

if TYPE_CHECKING:
    from pathlib import Path


def write_atomically(path: Path, data: bytes) -> None:
    """Make these bytes the file's content; a link stays a link, and its target is written.

    Whatever happens on the way (a full disk, a kill), the file is the old one or the new one. Raises `EngineError`
    (file_not_writable).
    """
    if path.exists() and not path.is_file():  # Qt would put a file in the place of a device
        raise fail(ProblemCode.FILE_NOT_WRITABLE, file=path, reason="it is not a file")
    file = QSaveFile(str(path))
    # commit() alone says True after a short write, and flush() alone does not know how much there was to write
    written = (
        file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(data) == len(data) and file.flush() and file.commit()
    )
    if not written:
        reason = file.errorString()
        file.cancelWriting()
        raise fail(ProblemCode.FILE_NOT_WRITABLE, file=path, reason=reason.rstrip("."))
