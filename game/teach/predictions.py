"""What people predicted, sealed, beside what came."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from game.content.vocabulary import STANCES
from game.match.predictions import ACCEPT, EXPECTED, REFUSE, About, Prediction
from game.teach.crises import Answered
from game.teach.ledger import PackageRecord

_HARDEST_FIRST: Final = {"crisis": EXPECTED["crisis"], "package": (REFUSE, ACCEPT)}


@dataclass(frozen=True, slots=True)
class Foretold:
    """A prediction, opened.

    Attributes:
        after: The last entry that stood when it was sealed.
        side: Who predicted what the other would do.
        trust: How far that side said it trusted the other, 1 to 5.
        came: What the other did, in the words of `expects`; `None`: it never came to that.
        answered: The entry in which that was seen, if it was.
    """

    after: int
    round: int
    side: int
    about: About
    expects: str
    trust: int
    came: str | None
    answered: int | None

    @property
    def rests(self) -> tuple[int, ...]:
        """The entry it rests on, where it came to that."""
        return () if self.answered is None else (self.answered,)

    @property
    def right(self) -> bool:
        """Whether it came as expected."""
        return self.came == self.expects

    @property
    def feared(self) -> bool:
        """Whether something harder was expected than came."""
        if self.came is None:
            return False
        order = _HARDEST_FIRST[self.about]
        return order.index(self.expects) < order.index(self.came)


def foretold(
    predictions: Sequence[Prediction],
    crises: Sequence[Answered],
    packages: Sequence[PackageRecord],
) -> tuple[Foretold, ...]:
    """Return predictions beside what came, in the order in which they were made.

    Args:
        predictions: Those that stand.
        crises: Every crisis that was answered.
        packages: Every package that was tabled.
    """
    return tuple(
        _crisis(one, crises) if one.about == "crisis" else _package(one, packages)
        for one in predictions
    )


def settled(found: Iterable[Foretold], side: int | None = None) -> tuple[Foretold, ...]:
    """Return those of a side, or of both, that can be right or wrong."""
    return tuple(one for one in found if one.came is not None and side in (None, one.side))


def trusts(found: Iterable[Foretold], side: int) -> dict[int, int]:
    """Return by round how far a side said last that it trusted the other."""
    return {one.round: one.trust for one in found if one.side == side}


def _crisis(one: Prediction, crises: Sequence[Answered]) -> Foretold:
    """Return a prediction about the crisis of its round."""
    came = next(
        (c for c in crises if c.round == one.round and c.number > one.number and not c.opened),
        None,
    )
    if came is None:
        return _opened(one, None, None)
    return _opened(one, STANCES[came.stances[1 - one.side]], came.number)


def _package(one: Prediction, packages: Sequence[PackageRecord]) -> Foretold:
    """Return a prediction about the package that was tabled just before it."""
    package = next((p for p in packages if p.number == one.number), None)
    if package is None or package.answer == "open":
        return _opened(one, None, None)
    came = ACCEPT if package.answer == "accepted" else REFUSE
    return _opened(one, came, package.answered)


def _opened(one: Prediction, came: str | None, answered: int | None) -> Foretold:
    return Foretold(
        after=one.number,
        round=one.round,
        side=one.side,
        about=one.about,
        expects=one.expects,
        trust=one.trust,
        came=came,
        answered=answered,
    )
