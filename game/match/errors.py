"""A saved match that can't be used."""

from pathlib import Path


class SaveError(ValueError):
    """A saved match can't be used; the message is one line to show.

    Attributes:
        path: The file in question.
    """

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(f"{path}: {what}")
        self.path = path
