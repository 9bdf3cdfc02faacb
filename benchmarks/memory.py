"""How much memory the process takes, as Linux counts it."""

from __future__ import annotations

import ctypes
import gc
from pathlib import Path

_STATUS, _CLEAR = Path("/proc/self/status"), Path("/proc/self/clear_refs")


def _field(name: str) -> float:
    (line,) = (line for line in _STATUS.read_text().splitlines() if line.startswith(name))
    return int(line.split()[1]) / 1024


def settled() -> float:
    """Return the megabytes in use, once what is free is given back to the system."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    return _field("VmRSS")


def start_peak() -> float:
    """Forget the peak so far; return the megabytes in use."""
    before = settled()
    _CLEAR.write_text("5")
    return before


def peak() -> float:
    """Return the most megabytes since `start_peak`."""
    return _field("VmHWM")
