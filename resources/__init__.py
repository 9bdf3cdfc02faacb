"""Icons, translations, examples and fonts, installed with the program."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent
"""Where the files lie, in a clone as in an installation."""
