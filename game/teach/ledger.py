"""The ledger of promises: packages, pledges, and what became of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from game.engine.events import (
    MatchEnded,
    NothingProposed,
    PackageAnswered,
    PackageTabled,
    PledgeBroken,
    PledgeMade,
    RoundBegan,
    SiteDeclared,
    SiteFound,
    SiteHidden,
    StepSuspended,
    StepTaken,
)
from game.teach.happenings import Happening

Answer: TypeAlias = Literal["accepted", "rejected", "countered", "open"]
Fate: TypeAlias = Literal["kept", "running", "broken", "broken-in-secret"]
"""Of a pledge: it ran out unbroken, still ran at the end, was broken and that became known,
or was broken where nobody ever saw it."""
_CUT_SHORT: Final = frozenset({"confrontation", "government-falls"})
"""Verdicts that end a round before its pledges have run down."""


@dataclass(frozen=True, slots=True)
class PackageRecord:
    """A package that was tabled.

    Attributes:
        number: The entry that tabled it.
        answered: The entry that answered it, if one did.
        side: Whose it was.
        terms: Term codes.
        counter: It answered another package.
        taken_back: Entries that took back a step that the package had brought.
    """

    number: int
    round: int
    side: int
    terms: tuple[int, ...]
    counter: bool
    answer: Answer = "open"
    answered: int | None = None
    taken_back: tuple[int, ...] = ()

    @property
    def rests(self) -> tuple[int, ...]:
        """The entries it rests on."""
        answered = () if self.answered is None else (self.answered,)
        return (self.number, *answered, *self.taken_back)


@dataclass(frozen=True, slots=True)
class PledgeRecord:
    """A pledge not to deploy at a site, or not to suspend a ladder.

    Attributes:
        number: The entry that made it.
        by_card: The card whose event made it; `None`: agreed in council.
        last_round: The last round it ran in, if it was not broken.
        broken: The entry that broke it openly, or brought a secret breach to light.
        hidden: The entry that deployed there in secret, before or while it ran.
        lie: The site stood there undeclared when the word was given.
    """

    number: int
    round: int
    side: int
    site: str | None
    ladder: str | None
    by_card: str | None
    last_round: int
    fate: Fate = "running"
    broken: int | None = None
    hidden: int | None = None
    lie: bool = False

    @property
    def rests(self) -> tuple[int, ...]:
        """The entries it rests on."""
        parts = (self.hidden if self.lie else None, self.number)
        later = (None if self.lie else self.hidden, self.broken)
        return tuple(n for n in (*parts, *later) if n is not None)


def packages(found: Sequence[Happening]) -> tuple[PackageRecord, ...]:
    """Return every package that was tabled, in order."""
    done: list[PackageRecord] = []
    steps: dict[tuple[int, str, int], int] = {}
    for one in found:
        event = one.event
        if isinstance(event, PackageTabled):
            if event.counter and done:
                done[-1] = replace(done[-1], answer="countered", answered=one.number)
            done.append(
                PackageRecord(one.number, one.round, event.side, event.terms, event.counter)
            )
        elif isinstance(event, PackageAnswered):
            answer: Answer = "accepted" if event.accepted else "rejected"
            done[-1] = replace(done[-1], answer=answer, answered=one.number)
        elif isinstance(event, NothingProposed) and event.counter and done:
            done[-1] = replace(done[-1], answer="rejected", answered=one.number)
        elif isinstance(event, StepTaken) and event.cause.kind == "package":
            steps[event.side, event.ladder, event.step] = len(done) - 1
        elif isinstance(event, StepSuspended):
            place = steps.pop((event.side, event.ladder, event.step), None)
            if place is not None:
                taken = (*done[place].taken_back, one.number)
                done[place] = replace(done[place], taken_back=taken)
    return tuple(done)


def empty_councils(found: Sequence[Happening]) -> tuple[Happening, ...]:
    """Return the councils at which the chair tabled nothing."""
    return tuple(
        one for one in found if isinstance(one.event, NothingProposed) and not one.event.counter
    )


def pledges(found: Sequence[Happening]) -> tuple[PledgeRecord, ...]:
    """Return every pledge in order, with what became of it."""
    book = _Book()
    for one in found:
        book.read(one)
    return tuple(book.closed())


class _Book:
    """Pledges while a match is read."""

    def __init__(self) -> None:
        self._all: list[PledgeRecord] = []
        self._hidden: dict[str, int] = {}
        """By site that stands undeclared, the entry that put it there."""
        self._round = 0
        self._reckoned = False
        """The last round was reckoned to its end, so that its pledges ran out."""

    def read(self, one: Happening) -> None:
        """Read what happened."""
        event = one.event
        if isinstance(event, RoundBegan):
            self._round = event.round
        elif isinstance(event, MatchEnded):
            self._reckoned = event.verdict not in _CUT_SHORT
        elif isinstance(event, PledgeMade):
            self._made(one, event)
        elif isinstance(event, SiteHidden):
            self._hidden[event.site] = one.number
            self._note_hidden(event, one.number)
        elif isinstance(event, SiteFound | SiteDeclared):
            self._hidden.pop(event.site, None)
        elif isinstance(event, PledgeBroken):
            self._broken(event, one.number)

    def closed(self) -> list[PledgeRecord]:
        """Return what became of each."""
        return [self._closed(one) for one in self._all]

    def _made(self, one: Happening, event: PledgeMade) -> None:
        hidden = self._hidden.get(event.site) if event.site else None
        self._all.append(
            PledgeRecord(
                one.number,
                one.round,
                event.side,
                event.site,
                event.ladder,
                event.cause.slug if event.cause.kind == "card" else None,
                one.round + event.rounds - 1,
                hidden=hidden,
                lie=hidden is not None,
            )
        )

    def _note_hidden(self, event: SiteHidden, number: int) -> None:
        """Note a deployment in secret at a site over which a pledge runs."""
        for place, one in enumerate(self._all):
            runs = one.broken is None and self._round <= one.last_round
            if runs and one.site == event.site:
                self._all[place] = replace(one, hidden=number)

    def _broken(self, event: PledgeBroken, number: int) -> None:
        """Note that a breach is public: of the pledge that runs, or of the one lied about."""
        places = [
            place
            for place, one in enumerate(self._all)
            if one.broken is None
            and (one.side, one.site, one.ladder) == (event.side, event.site, event.ladder)
            and (one.hidden is not None or self._round <= one.last_round)
        ]
        for place in places:
            self._all[place] = replace(self._all[place], fate="broken", broken=number)

    def _closed(self, one: PledgeRecord) -> PledgeRecord:
        if one.fate == "broken":
            return one
        if one.hidden is not None:
            return replace(one, fate="broken-in-secret")
        if self._round + self._reckoned > one.last_round:
            return replace(one, fate="kept")
        return one
