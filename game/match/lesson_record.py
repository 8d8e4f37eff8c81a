"""A lesson in the journal: what its facilitator noted, counted, asked, showed and took back.

All of it is one kind of record. What replays a match passes over it: it decides nothing.
What a facilitator puts into a match decides something and has a kind of its own
(`chronicle.INJECT`); decisions that were rewound leave the same records as undone ones.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, ClassVar, Final, Literal, TypeAlias

from game.match.record import Record, plain, values_of

LESSON: Final = "lesson"
_LONGEST: Final = 2000
"""Characters of a text that is believed to have been typed."""

Hands: TypeAlias = tuple[tuple[int, int, int], tuple[int, int, int]]
"""Hands that went up in each delegation, NATO's first, for each of three answers."""


@dataclass(frozen=True, slots=True)
class LessonBegun:
    """A lesson began.

    Attributes:
        plan: A plan's slug; empty for a free lesson.
        group: What the facilitator called the class; may be empty.
        code: The class code that the match was dealt by.
        swapped: Whether the delegations had this deal from the other side before.
    """

    what: ClassVar[str] = "begun"
    plan: str
    group: str
    code: str
    swapped: bool


@dataclass(frozen=True, slots=True)
class Note:
    """Something that the facilitator typed, after so many decisions, in a round."""

    what: ClassVar[str] = "note"
    number: int
    round: int
    text: str


@dataclass(frozen=True, slots=True)
class Count:
    """A show of hands.

    Attributes:
        kind: `stances`: firm, measured, open; `opinions`: yes, unsure, no.
        question: What was asked, as it was said; empty where only the crisis was.
        crisis: The crisis that it was about, if it was about one.
    """

    what: ClassVar[str] = "count"
    number: int
    round: int
    kind: Literal["stances", "opinions"]
    question: str
    crisis: str
    hands: Hands


@dataclass(frozen=True, slots=True)
class Asked:
    """A question was put on the screen; `trigger` names what it was tied to, if anything."""

    what: ClassVar[str] = "asked"
    number: int
    round: int
    trigger: str
    question: str


@dataclass(frozen=True, slots=True)
class Opened:
    """The facilitator showed the class what was hidden, or hid it again."""

    what: ClassVar[str] = "opened"
    number: int
    round: int
    thing: Literal["hands", "mandates", "sites"]
    shown: bool


@dataclass(frozen=True, slots=True)
class Rewound:
    """The facilitator went back: so many decisions were taken back at once."""

    what: ClassVar[str] = "rewound"
    number: int
    round: int
    taken: int


LessonItem: TypeAlias = LessonBegun | Note | Count | Asked | Opened | Rewound
_ITEMS: Final[Mapping[str, type[LessonItem]]] = {
    one.what: one for one in (LessonBegun, Note, Count, Asked, Opened, Rewound)
}
_CHOICES: Final = {
    "kind": ("stances", "opinions"),
    "thing": ("hands", "mandates", "sites"),
}


def lesson_record(item: LessonItem) -> Record:
    """Return the record of something that happened in a lesson."""
    return plain(LESSON, {"what": item.what, **asdict(item)})


def lesson_items(records: Iterable[Record]) -> list[LessonItem]:
    """Return a journal's lesson in order; what can't be understood is passed over."""
    found = []
    for record in records:
        if record.kind != LESSON:
            continue
        try:
            found.append(_item(values_of(record)))
        except (LookupError, TypeError, ValueError):
            continue
    return found


def _item(values: Mapping[str, Any]) -> LessonItem:
    """Return what a record says; raise where it says nothing that could have been written."""
    kind = _ITEMS[values["what"]]
    given = {name: values[name] for name in kind.__slots__}
    for name, value in given.items():
        _check(name, value)
    if "hands" in given:
        nato, russia = ((*map(_hand, side),) for side in given["hands"])
        if not len(nato) == len(russia) == 3:
            raise ValueError("three answers a side are counted")
        given["hands"] = nato, russia
    return kind(**given)


def _check(name: str, value: object) -> None:
    """Refuse a value of another sort than its name asks for."""
    if name in _CHOICES and value not in _CHOICES[name]:
        raise ValueError(f"no {name} of a lesson")
    whole = name in ("number", "round", "taken")
    truth = name in ("swapped", "shown")
    if whole:
        _hand(value)
    elif truth and not isinstance(value, bool):
        raise TypeError(f"{name} is yes or no")
    elif (
        name != "hands"
        and not truth
        and not (isinstance(value, str) and len(value) <= _LONGEST)
    ):
        raise TypeError(f"{name} is a text")


def _hand(value: object) -> int:
    """Return a count."""
    if type(value) is not int or value < 0:
        raise ValueError("a count is a whole number of 0 or more")
    return value
