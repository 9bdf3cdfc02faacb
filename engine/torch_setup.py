"""torch, set up for this program: one thread (FACTS: two make the worst case 72 times slower).

Whatever in the engine needs torch imports it from here.
"""

from __future__ import annotations

import torch

torch.set_num_threads(1)

__all__ = ["torch"]
