"""What a widget says was wanted. The scene turns it into something that happens."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Intent:
    """Something wanted at the widget with this id."""

    id: str


@dataclass(frozen=True, slots=True)
class Handled(Intent):
    """The event was used up, and nothing is wanted of the scene."""


@dataclass(frozen=True, slots=True)
class Pressed(Intent):
    """A button, a row or a card was pressed."""


@dataclass(frozen=True, slots=True)
class Refused(Intent):
    """Something was pressed that is not available, for the reason given."""

    why: str


@dataclass(frozen=True, slots=True)
class Held(Intent):
    """A button was held long enough."""


@dataclass(frozen=True, slots=True)
class Chosen(Intent):
    """One of several was chosen."""

    value: str


@dataclass(frozen=True, slots=True)
class Toggled(Intent):
    """A switch was turned."""

    on: bool


@dataclass(frozen=True, slots=True)
class Slid(Intent):
    """A slider stands at another value."""

    value: int


@dataclass(frozen=True, slots=True)
class Edited(Intent):
    """The text of a field is different now."""

    text: str


@dataclass(frozen=True, slots=True)
class Submitted(Intent):
    """Enter was pressed in a field."""

    text: str


@dataclass(frozen=True, slots=True)
class Answered(Intent):
    """A dialog was answered with the button of this id."""

    answer: str


HANDLED: Final = Handled("")
