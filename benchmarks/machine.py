"""What the figures depend on."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from pathlib import Path

PACKAGES = ("torch", "PySide6-Essentials", "pyqtgraph", "numpy", "matplotlib")


def machine() -> dict[str, str]:
    """Return the system, the processor and the versions, and how busy the machine was in the last minute."""
    return {
        "system": f"{platform.system()} {platform.machine()}, {processor()}, {os.cpu_count()} cores",
        "python": platform.python_version(),
        "packages": ", ".join(f"{name} {version(name)}" for name in PACKAGES),
        "load": f"{os.getloadavg()[0]:.2f}",
    }


def processor() -> str:
    """Return the processor's name where the system tells it."""
    table = Path("/proc/cpuinfo")
    lines = table.read_text().splitlines() if table.exists() else []
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown")
