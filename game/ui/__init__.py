"""The window: pygame lives in this package and nowhere else."""

import os
import sys
from typing import Final

# Before the first import of pygame: its greeting would land in what commands print.
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

_NOT_NEEDED: Final = ("numpy", "pkg_resources")
"""pygame imports these where they are installed; they cost half of the start and the game
uses neither, nor what pygame makes of them."""

_absent = [name for name in _NOT_NEEDED if name not in sys.modules]
sys.modules.update(dict.fromkeys(_absent))  # type: ignore[arg-type]
try:
    import pygame  # noqa: F401
finally:
    for _name in _absent:
        del sys.modules[_name]
