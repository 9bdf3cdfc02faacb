"""Write a file whole or not at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QIODevice, QSaveFile

from engine.problems import ProblemCode, fail
from engine.strict_json import shown

if TYPE_CHECKING:
    from pathlib import Path

SHORT = "not all of it could be written; the disk may be full"


def write_atomically(path: Path, data: bytes) -> None:
    """Make these bytes the file's content; a link stays a link, and its target is written.

    Whatever happens on the way (a full disk, a kill), the file is the old one or the new one. Raises `EngineError`
    (file_not_writable).
    """
    _check_name(path)
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise fail(ProblemCode.FILE_NOT_WRITABLE, file=path, reason=file.errorString())
    # commit() alone says True after a short write; a small one is short only when flush() empties Qt's own buffer
    if file.write(data) != len(data) or not file.flush():
        file.cancelWriting()
        raise fail(ProblemCode.FILE_NOT_WRITABLE, file=path, reason=SHORT)
    if not file.commit():
        raise fail(ProblemCode.FILE_NOT_WRITABLE, file=path, reason=file.errorString())


def _check_name(path: Path) -> None:
    """Refuse where Qt would say that all is well, but write nothing, or put a file in the place of a device."""
    name = str(path)
    if "\0" in name or name.encode(errors="replace").decode() != name:
        raise fail(ProblemCode.FILE_NOT_WRITABLE, file=shown(name), reason="no file can have this name")
    if os.path.exists(path) and not os.path.isfile(path):
        raise fail(ProblemCode.FILE_NOT_WRITABLE, file=path, reason="it is not a file")
