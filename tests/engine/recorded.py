"""Where recorded texts lie."""

from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "goldens"
