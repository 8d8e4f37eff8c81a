"""Sealed predictions: what a person expected of the other side, and how far it was trusted.

They are asked for where that was switched on when the match began: once a round before the
own answer to its crisis, and after a package was tabled. They lie veiled in the journal and
are opened when the match is over. They decide nothing: what replays a match passes over them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal, TypeAlias

from game.content.vocabulary import STANCES
from game.engine.actions import TABLE, kind_of
from game.match.chronicle import UNDO
from game.match.course import Course
from game.match.record import Record, plain, values_of, veiled

PREDICTION: Final = "prediction"
SWITCH: Final = "predictions"
"""The record that says whether this match asks for predictions."""

About: TypeAlias = Literal["crisis", "package"]
ACCEPT: Final = "accept"
REFUSE: Final = "refuse"
EXPECTED: Final[Mapping[About, tuple[str, ...]]] = {
    "crisis": STANCES,
    "package": (ACCEPT, REFUSE),
}
"""What the other may be expected to do; who answers with a counter-package has refused."""
TRUST: Final = (1, 2, 3, 4, 5)
"""From not at all to fully."""


@dataclass(frozen=True, slots=True)
class Prediction:
    """What a side expected of the other, before it could know.

    Attributes:
        number: How many decisions stood then.
        side: Who predicted.
        expects: One of `EXPECTED[about]`.
        trust: One of `TRUST`.
    """

    number: int
    round: int
    side: int
    about: About
    expects: str
    trust: int


@dataclass(frozen=True, slots=True)
class Due:
    """That a side is to be asked for a prediction now, and what about."""

    side: int
    about: About


def due(course: Course, made: Sequence[Prediction]) -> Due | None:
    """Return which prediction is to be asked for now, or `None`.

    Args:
        course: The match.
        made: The predictions of it that stand.
    """
    tabled = _tabled(course)
    found = Due(tabled, "package") if tabled is not None else _before_a_crisis(course)
    if found is None or any(_is_it(one, found, course) for one in made):
        return None
    return found


def void(made: Iterable[Prediction], undone: int) -> list[Prediction]:
    """Return what is left of predictions when the decision of a number is taken back."""
    return [one for one in made if one.number < undone]


def prediction_record(prediction: Prediction) -> Record:
    """Return the record of a prediction; veiled, since the other side may read the file."""
    return veiled(PREDICTION, asdict(prediction))


def switch_record() -> Record:
    """Return the record that a match asks for predictions."""
    return plain(SWITCH, {"asked": True})


def asks_for_predictions(records: Iterable[Record]) -> bool:
    """Say whether a journal's match asks for predictions."""
    return any(record.kind == SWITCH for record in records)


def predictions_of(records: Iterable[Record]) -> list[Prediction]:
    """Return the predictions of a journal that stand, in order.

    What can't be understood is passed over, and what was undone with the decisions that it
    came after.
    """
    found: list[Prediction] = []
    for record in records:
        try:
            if record.kind == PREDICTION:
                found.append(_read(values_of(record)))
            elif record.kind == UNDO:
                found = void(found, int(values_of(record)["number"]))
        except (LookupError, TypeError, ValueError):
            continue
    return found


def _tabled(course: Course) -> int | None:
    """Return the person's side that has just tabled a package, if one has."""
    last = course.history[-1] if course.history else None
    if last is None or kind_of(last.action) != TABLE or not course.is_human(last.side):
        return None
    return last.side


def _before_a_crisis(course: Course) -> Due | None:
    """Return a person's side that is to answer the crisis of the round."""
    side = course.to_move
    if side is None or not course.is_human(side):
        return None
    view = course.view(side)
    opened_by_card = view.opened is not None
    return Due(side, "crisis") if view.decision == "crisis" and not opened_by_card else None


def _is_it(one: Prediction, wanted: Due, course: Course) -> bool:
    """Say whether a prediction is the one that would be asked for."""
    if (one.side, one.about) != (wanted.side, wanted.about):
        return False
    if wanted.about == "package":
        return one.number == len(course.history)
    return one.round == course.view(wanted.side).round


def _read(values: Mapping[str, Any]) -> Prediction:
    about = values["about"]
    numbers = [values[name] for name in ("number", "round", "side", "trust")]
    if not all(type(one) is int and one >= 0 for one in numbers):
        raise ValueError("not the numbers of a prediction")
    expects = values["expects"]
    known = expects in EXPECTED[about] and values["side"] in (0, 1)
    if not known or values["trust"] not in TRUST:
        raise ValueError("not a prediction")
    return Prediction(**{name: values[name] for name in Prediction.__slots__})
