"""Can this machine show a window? Asked before Qt is started, because Qt aborts the process where it cannot."""

from __future__ import annotations

import ctypes
import os
import socket
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

EXIT_STATUS = 3
"""Of a program that cannot start for lack of a display or a library."""

LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
"""System library that Qt loads -> its Debian package; with what these depend on it is all that a bare Debian lacks."""

WAYLAND_LIBRARIES = {"libwayland-cursor.so.0": "libwayland-cursor0", "libwayland-egl.so.1": "libwayland-egl1"}
"""The same for a Wayland desktop without an X server, which brings them itself as a rule."""

HEADLESS = "the headless commands, such as eval and plot, need no display"


def obstacle() -> str | None:
    """Return the one sentence that says why no window can be shown here and what to do; None if one can."""
    if not sys.platform.startswith("linux"):
        return import_obstacle()
    return import_obstacle() or _platform_obstacle()


def import_obstacle() -> str | None:
    """Return the sentence for what keeps Qt from being loaded at all, which drawing to a file needs too."""
    try:
        import PySide6.QtSvg
        import PySide6.QtWidgets  # noqa: F401  (that it can be imported is the question)
    except ImportError as error:
        return _libraries_sentence(str(error))
    return None


def _libraries_sentence(reason: str, libraries: Mapping[str, str] = LIBRARIES) -> str:
    """Name all that is missing, not only what the loader stumbled over first."""
    missing = [library for library in libraries if not _loads(library)]
    if not missing:
        return f"Qt cannot be loaded: {reason}; install what is named there with the system's package manager"
    packages = " ".join(libraries[library] for library in missing)
    return f"Qt needs {', '.join(missing)}; on Debian or Ubuntu run: sudo apt-get install {packages}"


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _platform_obstacle() -> str | None:
    """Go the way that Qt goes: the platforms asked for, else Wayland, else X."""
    asked = os.environ.get("QT_QPA_PLATFORM", "")
    platforms = [name.partition(":")[0] for name in asked.split(";") if name] or ["wayland", "xcb"]
    reasons = [_reason(platform) for platform in platforms]
    # Of several ways that are all closed, tell of the one that a display stands at.
    return None if None in reasons else reasons[0 if _wayland_answers() else -1]


def _reason(platform: str) -> str | None:
    plugin = _plugin(platform)
    if not plugin.exists():
        return f"QT_QPA_PLATFORM names {platform!r}, which this Qt does not have; unset it"
    if platform.startswith("wayland"):
        return _wayland_reason(plugin)
    return _x_reason(plugin) if platform == "xcb" else None


def _wayland_reason(plugin: Path) -> str | None:
    if not _wayland_answers():
        return f"No Wayland display answers; {HEADLESS}"
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return _libraries_sentence(str(error), WAYLAND_LIBRARIES)
    return None


def _x_reason(plugin: Path) -> str | None:
    if not os.environ.get("DISPLAY"):
        return f"There is no display: log in to a desktop, or set DISPLAY to an X server's; {HEADLESS}"
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return _libraries_sentence(str(error))
    if not _x_answers():
        return f"The display {os.environ['DISPLAY']} does not answer: set DISPLAY to an X server's; {HEADLESS}"
    return None


def _plugin(platform: str) -> Path:
    found = find_spec("PySide6")
    folders = found.submodule_search_locations if found is not None else None
    return Path(folders[0] if folders else "", "Qt", "plugins", "platforms", f"libq{platform}.so")


def _wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY")
    if not name:
        return False
    path = Path(os.environ.get("XDG_RUNTIME_DIR", "/"), name)  # an absolute name stands for itself
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        return probe.connect_ex(str(path)) == 0


def _x_answers() -> bool:
    """Connect as Qt's plugin will, with the library that the plugin has just loaded."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.c_void_p)
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = (ctypes.c_void_p,)
    connection = xcb.xcb_connect(None, None)
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed
