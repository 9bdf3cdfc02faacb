"""The formats of exported files: a row here, and the module of that name with its `encode`, make one more."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from engine.problems import ProblemCode, fail
from gui.translatable import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from pathlib import Path

    from engine.document import Document
    from engine.outcome import Outcome
    from gui.export.options import ExportOptions


class Encode(Protocol):
    """Makes a file's content."""

    def __call__(self, document: Document, outcome: Outcome, options: ExportOptions) -> bytes:
        """Return the content."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format: the ending of its files, its English name, and what it needs: a picture needs an application."""

    ending: str
    name: str
    is_picture: bool = True

    @property
    def encode(self) -> Encode:
        """The function that makes the content; its module is imported only now, so that a table needs no QtGui."""
        return cast("Encode", import_module(f"gui.export.{self.ending}").encode)


FORMATS = (
    Format("png", QT_TRANSLATE_NOOP("Export", "PNG picture")),
    Format("svg", QT_TRANSLATE_NOOP("Export", "SVG drawing")),
    Format("pdf", QT_TRANSLATE_NOOP("Export", "PDF page")),
    Format("csv", QT_TRANSLATE_NOOP("Export", "CSV table of the samples"), is_picture=False),
)


def format_of(path: Path) -> Format:
    """Return the format that a file's ending asks for; raises `EngineError` (file_format_unknown)."""
    ending = path.suffix.removeprefix(".").lower()
    for known in FORMATS:
        if known.ending == ending:
            return known
    endings = ", ".join(f".{known.ending}" for known in FORMATS)
    raise fail(ProblemCode.FILE_FORMAT_UNKNOWN, file=path, known=endings)
