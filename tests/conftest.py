from __future__ import annotations

import os

# The tests need no screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
