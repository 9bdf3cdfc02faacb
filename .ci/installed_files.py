"""The installed package holds every file that the clone's has: code, resources, examples; and it is not the clone.

`python -I installed_files.py CLONE`; exits with a sentence when a file is missing.
"""

from __future__ import annotations

import sys
from importlib.metadata import files
from pathlib import Path

import engine
import gui
import main
import resources

PACKAGES = ("engine", "gui", "resources")
IGNORED = {".pyc"}


def wanted(clone: Path) -> set[str]:
    """Return the paths, relative to the clone, of all that the packages are made of."""
    found = (file for package in PACKAGES for file in (clone / package).rglob("*"))
    return {file.relative_to(clone).as_posix() for file in found if file.is_file() and file.suffix not in IGNORED}


def run(clone: Path) -> None:
    """Compare; exit when something is missing."""
    for module in (engine, gui, main, resources):
        if Path(str(module.__file__)).resolve().is_relative_to(clone):
            sys.exit(f"{module.__name__} is the clone's, not the installed one")
    installed = {file.as_posix() for file in files("gradient-visualizer") or () if file.locate().is_file()}
    missing = wanted(clone) - installed
    if missing:
        sys.exit(f"not installed: {', '.join(sorted(missing))}")
    shared = [file for file in installed if file.endswith(("applications/gradient-visualizer.desktop",
                                                           "apps/gradient-visualizer.svg"))]  # fmt: skip
    if len(shared) != 2:
        sys.exit(f"desktop file and icon are not both in share/: {shared}")
    sys.stdout.write(f"{len(installed)} files, all there\n")


if __name__ == "__main__":
    run(Path(sys.argv[1]).resolve())
