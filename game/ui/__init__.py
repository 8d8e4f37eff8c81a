"""The window: pygame lives in this package and nowhere else."""

import os

# Before the first import of pygame: its greeting would land in what commands print.
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
