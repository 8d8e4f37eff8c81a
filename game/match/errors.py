"""A saved match that can't be used."""

from pathlib import Path

from game.told import Told, ToldError, Value, mark


class SaveError(ToldError, ValueError):
    """A saved match can't be used; the message is one line to show.

    Attributes:
        path: The file in question.
        reason: What is wrong with it, without its name.
    """

    def __init__(self, path: Path, what: str, /, **values: Value) -> None:
        self.path = path
        self.reason = what if isinstance(what, Told) else Told(what, **values)
        super().__init__(mark("{path}: {reason}"), path=str(path), reason=self.reason)
