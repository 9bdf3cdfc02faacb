"""Copy the plots as a picture, or a function as a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from engine.plan import read_document
from engine.pytorch_script import script
from gui.export.options import ExportOptions
from gui.export.png import picture

if TYPE_CHECKING:
    from engine.document import Document
    from engine.language.switches import Switch
    from engine.outcome import Outcome
    from engine.plan import Viewport
    from gui.theme import Scheme

SCALE = 2
"""Sharp on dense screens, and when it is printed."""


def copy_image(document: Document, outcome: Outcome, viewport: Viewport, scheme: Scheme) -> None:
    """Put the plots on the clipboard, as in a window with this plot area but twice as large."""
    width, height = SCALE * max(1, viewport.width), SCALE * max(1, viewport.height)
    options = ExportOptions(width, height, dpi=SCALE * 96, scale=SCALE, scheme=scheme)
    QGuiApplication.clipboard().setImage(picture(document, outcome, options))


def copy_script(document: Document, key: int, switches: frozenset[Switch] = frozenset()) -> None:
    """Put the PyTorch script of the function of this key on the clipboard; raises `EngineError` as `script` does."""
    place = [function.key for function in document.functions].index(key)
    values = {parameter.name: parameter.value for parameter in document.parameters}
    module, view = read_document(document), document.view.x
    QGuiApplication.clipboard().setText(script(module, place, document.cursor, values, view, switches))
