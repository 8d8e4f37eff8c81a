"""What is true of a guided match at a moment, as far as the guided side may know."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from game.engine import Outcome, View
from game.engine.events import (
    CardPlayed,
    CrisisResolved,
    Event,
    LeadFollowed,
    PackageAnswered,
    PackageTabled,
    RoundBegan,
    StepTaken,
    TrackMoved,
)
from game.engine.preview import Preview
from game.match import Match
from game.match.course import redacted
from game.ui.board.crisis_face import both_firm_ends
from game.ui.board.package import complete, of_side

_OPEN: Final = 2
_BROKEN_DOWN: Final = ("confrontation", "government-falls")


@dataclass(frozen=True)
class Moment:
    """A moment of a match, and what somebody has in hand on the screen but not done yet.

    Attributes:
        side: Who is guided.
        terms: The draft as the screen holds it.
        use: The use of an opened card that is chosen: its preview; `None` while none is.
        answer: Whether an answer to a crisis is chosen.
    """

    match: Match
    side: int
    terms: tuple[int, ...] = ()
    use: Preview | None = None
    answer: bool = False

    @cached_property
    def view(self) -> View:
        """What the guided side may know."""
        return self.match.view(self.side)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """All that has happened, as the guided side may know it."""
        return self.match.events(self.side)

    @cached_property
    def this_round(self) -> tuple[Event, ...]:
        """What has happened since the round began."""
        began = [n for n, event in enumerate(self.events) if isinstance(event, RoundBegan)]
        return self.events[began[-1] :] if began else self.events

    @cached_property
    def own_play(self) -> tuple[Event, ...]:
        """What came of the guided side's last card, or nothing before its first."""
        for entry in reversed(self.match.history):
            events = tuple(redacted(entry.events, self.side))
            if any(isinstance(e, CardPlayed) and e.side == self.side for e in events):
                return events
        return ()

    @cached_property
    def stances(self) -> tuple[int, int] | None:
        """The guided side's stance and the other's in the last crisis, if there was one."""
        for event in reversed(self.events):
            if isinstance(event, CrisisResolved):
                return event.stances[self.side], event.stances[1 - self.side]
        return None

    @property
    def outcome(self) -> Outcome | None:
        """How the match ended."""
        return self.match.outcome


def holds(fact: str, moment: Moment) -> bool:
    """Say whether something is true at a moment."""
    return FACTS[fact](moment)


def _answers(moment: Moment) -> list[PackageAnswered]:
    return [event for event in moment.this_round if isinstance(event, PackageAnswered)]


def _refused(moment: Moment) -> bool:
    """Say whether the other side refused what the guided one had tabled."""
    return any(not one.accepted and one.side != moment.side for one in _answers(moment))


def _tabled(moment: Moment) -> bool:
    return any(isinstance(event, PackageTabled) for event in moment.this_round)


def _alarmed(moment: Moment) -> bool:
    """Say whether the guided side's last card made the other feel less safe."""
    return any(
        isinstance(event, TrackMoved)
        and event.track == "assurance"
        and event.side == 1 - moment.side
        and event.after < event.before
        for event in moment.own_play
    )


def _reached_out(moment: Moment) -> bool:
    """Say whether the guided side's last card took a step ahead that told the other."""
    steps = (event for event in moment.own_play if isinstance(event, StepTaken))
    return any(step.side == moment.side and step.signal for step in steps)


def _followed(moment: Moment) -> bool:
    """Say whether the other side has reached a step that the guided one led with."""
    return any(isinstance(e, LeadFollowed) and e.leader == moment.side for e in moment.events)


def _use_alarms(moment: Moment) -> bool:
    if moment.use is None:
        return False
    before, after = moment.use.assurance[1 - moment.side]
    hotter = moment.use.tension[1] > moment.use.tension[0]
    return after < before or hotter


def _use_costs(moment: Moment) -> bool:
    if moment.use is None:
        return False
    before, after = moment.use.support[moment.side]
    return after < before


def _both_firm_ends(moment: Moment) -> bool:
    crisis = moment.view.answering
    return crisis is not None and both_firm_ends(moment.view, crisis)


def _met(own: int, other: int) -> Callable[[Moment], bool]:
    return lambda moment: moment.stances == (own, other)


def _firmer(way: int) -> Callable[[Moment], bool]:
    """Return whether the guided side (1) or the other (-1) took the firmer stance."""

    def firmer(moment: Moment) -> bool:
        stances = moment.stances
        return stances is not None and (stances[1] - stances[0]) * way > 0

    return firmer


def _neither(moment: Moment) -> bool:
    """Say whether both took the same stance, and that was measured."""
    return moment.stances is not None and set(moment.stances) == {1}


def _both_succeed(moment: Moment) -> bool:
    outcome = moment.outcome
    return outcome is not None and outcome.succeeded(0) and outcome.succeeded(1)


def _measured(*, reached: bool) -> Callable[[Moment], bool]:
    """Return whether the guided side alone succeeded, or failed where nothing broke down."""

    def measured(moment: Moment) -> bool:
        outcome = moment.outcome
        if outcome is None or _both_succeed(moment) or _ended(moment, *_BROKEN_DOWN):
            return False
        return outcome.succeeded(moment.side) == reached

    return measured


def _ended(moment: Moment, *verdicts: str) -> bool:
    return moment.outcome is not None and moment.outcome.verdict in verdicts


FACTS: Final[Mapping[str, Callable[[Moment], bool]]] = {
    "first-round": lambda moment: moment.view.round <= 1,
    "last-round": lambda moment: moment.view.round >= moment.view.world.scenario.last_round,
    "hands-open": lambda moment: moment.view.world.scenario.options.open_hands,
    "draft-asks": lambda moment: bool(of_side(moment.terms, 1 - moment.side)),
    "draft-complete": lambda moment: complete(moment.terms),
    "agreed": lambda moment: any(one.accepted for one in _answers(moment)),
    "refused": _refused,
    "no-package": lambda moment: not _tabled(moment),
    "played": lambda moment: bool(moment.own_play),
    "alarmed": _alarmed,
    "reached-out": _reached_out,
    "followed": _followed,
    "use-chosen": lambda moment: moment.use is not None,
    "use-alarms": _use_alarms,
    "use-costs": _use_costs,
    "answer-chosen": lambda moment: moment.answer,
    "both-firm-ends": _both_firm_ends,
    "both-open": _met(_OPEN, _OPEN),
    "both-firm": _met(0, 0),
    "own-firmer": _firmer(1),
    "other-firmer": _firmer(-1),
    "neither": _neither,
    "confrontation": lambda moment: _ended(moment, "confrontation"),
    "fallen": lambda moment: _ended(moment, "government-falls"),
    "both-succeed": _both_succeed,
    "own-succeeds": _measured(reached=True),
    "own-fails": _measured(reached=False),
}
"""How each of the words in `data/tutorial.yaml` is decided."""
