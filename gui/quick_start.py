"""What makes the start quick: imports without detours, torch's library loaded while the window is made."""

from __future__ import annotations

import builtins
import ctypes
import gc
import os
import sys
import threading
from importlib.util import find_spec
from pathlib import Path


def hasten() -> None:
    """Prepare the process for its imports; `gui.idle.settle_memory` ends what is only for the start.

    The collector would walk the many objects that imports make again and again, and find nothing to free.
    """
    gc.disable()
    _import_plainly()


def _import_plainly() -> None:
    """Take out the hook that PySide puts into every import; call it once PySide is imported.

    For a choice of names (snake_case) that is not made here, it reads the source of each imported module: torch takes
    a third longer.
    """
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain


def preload_torch() -> None:
    """Begin to load torch's largest library in a thread, so that the import finds it loaded.

    Python's import holds the interpreter meanwhile, which the window would notice; the system's own call does not. But
    it holds the loader: whatever of Qt would load a plugin, or have something done at the end of its thread as its
    animations do when the first one starts, waits for it. So the application is made before, and that is done here.
    """
    if sys.platform.startswith("linux"):
        from PySide6.QtCore import QPauseAnimation  # this module is read before Qt is known to load

        first = QPauseAnimation(1)
        first.start()
        first.stop()
        threading.Thread(target=_load_library, name="torch-library", daemon=True).start()


def _load_library() -> None:
    """Load it if it is there; where it is not, or cannot be loaded, the import of torch tells what is wrong."""
    spec = find_spec("torch")
    if spec is None or spec.origin is None:
        return
    path = Path(spec.origin).parent / "lib" / "libtorch_cpu.so"
    if path.exists():
        load = ctypes.CDLL(None).dlopen
        load.restype, load.argtypes = ctypes.c_void_p, (ctypes.c_char_p, ctypes.c_int)
        load(os.fsencode(path), os.RTLD_NOW | os.RTLD_GLOBAL)
