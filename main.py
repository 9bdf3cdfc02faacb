"""The entry point: the window, or one headless command. The only place where engine and gui meet."""

from __future__ import annotations

import sys


def main() -> int:
    """Return the exit status of the window or of the command."""
    return 0


if __name__ == "__main__":
    sys.exit(main())
