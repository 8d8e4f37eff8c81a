"""What a person is told in one line, in whichever language that person reads."""

import re
from collections.abc import Mapping
from typing import Final, Self, TypeAlias

Value: TypeAlias = str | int

_PLACEHOLDER: Final = re.compile(r"\{([a-z_]+)\}")


def mark(message: str) -> str:
    """Return the message as it is: marks for extraction what is looked up later."""
    return message


class Told(str):
    """A line in English that can be said in any language: `Speech.told` does so.

    Attributes:
        message: The line with its values named in braces, as the catalogues know it.
        values: The values; one that is such a line is said in the same language.
    """

    __slots__ = ("message", "values")

    message: str
    values: Mapping[str, Value]

    def __new__(cls, message: str, /, **values: Value) -> Self:
        """Return the line; its message stands inside `mark`."""
        line = super().__new__(cls, filled(message, values))
        line.message = message
        line.values = values
        return line


class ToldError(Exception):
    """Something that a person did or has can't be used, and can be mended.

    Attributes:
        told: The line that says so.
    """

    def __init__(self, message: str, /, **values: Value) -> None:
        self.told = Told(message, **values)
        super().__init__(self.told)


def filled(message: str, values: Mapping[str, Value]) -> str:
    """Return a message with its values just as they are: paths and names stay whole."""
    return _PLACEHOLDER.sub(lambda found: str(values.get(found[1], found[0])), message)
