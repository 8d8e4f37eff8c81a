"""The facts that bring the guide's notes, held against whole matches."""

from collections.abc import Iterator

import pytest

from game.content import load_content
from game.content.tutorial_words import FACTS
from game.engine.actions import EVENT, kind_of
from game.engine.events import CardPlayed, CrisisResolved, PackageAnswered, StepTaken
from game.match import Match
from game.ui.tutorial.facts import Moment, holds

CONTENT = load_content()
SIDE = 0
PAIRS = [
    ("open", "reciprocator"),
    ("firm", "reciprocator"),
    ("firm", "firm"),
    ("greedy", "reciprocator"),
    ("open", "firm"),
    ("random", "random"),
]
PLAYED = [(seed, *pair) for pair in PAIRS for seed in range(355, 363)]
LATEST_FALL = 600
"""Among so many matches played by dice a government falls."""


def moments(seed: int, player: str, rival: str) -> Iterator[Moment]:
    """Yield each moment at which side 0 decides, with what it is about to do in hand."""
    match = Match(CONTENT, "first-council", seed, (player, rival))
    while not match.over:
        action = match.computer_action()
        if match.to_move == SIDE:
            view = match.view(SIDE)
            card = view.decision == "card" and kind_of(action) >= EVENT
            use = view.preview(action) if card else None
            yield Moment(match, SIDE, terms=view.draft, use=use)
            yield Moment(match, SIDE, answer=True)
        match.play(action)
    yield Moment(match, SIDE)


@pytest.fixture(scope="module")
def seen() -> dict[str, set[bool]]:
    """By fact, whether it was true and whether it was false at some moment."""
    found: dict[str, set[bool]] = {fact: set() for fact in FACTS}
    for played in PLAYED:
        for moment in moments(*played):
            for fact in FACTS:
                found[fact].add(holds(fact, moment))
    return found


def test_every_fact_is_true_at_some_time(seen: dict[str, set[bool]]) -> None:
    never = {fact for fact, values in seen.items() if True not in values}

    assert never <= {"fallen"}


def test_a_fallen_government_is_told_apart() -> None:
    for seed in range(1, LATEST_FALL):
        *_, last = moments(seed, "random", "random")
        if last.outcome is not None and last.outcome.fallen:
            assert holds("fallen", last)
            assert not holds("own-fails", last)
            return
    raise AssertionError("no government fell")


def test_every_fact_is_false_at_some_time(seen: dict[str, set[bool]]) -> None:
    always = {fact for fact, values in seen.items() if False not in values}

    assert always == {"hands-open"}


def test_facts_agree_with_the_events_of_the_match() -> None:
    for moment in moments(398, "open", "reciprocator"):
        answers = [e for e in moment.this_round if isinstance(e, PackageAnswered)]
        assert holds("agreed", moment) == any(e.accepted for e in answers)
        resolved = [e for e in moment.events if isinstance(e, CrisisResolved)]
        both_open = bool(resolved) and resolved[-1].stances == (2, 2)
        assert holds("both-open", moment) == both_open
        own = [e for e in moment.events if isinstance(e, CardPlayed) and e.side == SIDE]
        assert holds("played", moment) == bool(own)
        steps = [e for e in moment.own_play if isinstance(e, StepTaken) and e.side == SIDE]
        assert holds("reached-out", moment) == any(e.signal for e in steps)


def test_at_the_end_exactly_one_note_says_how_it_ended() -> None:
    endings = ("confrontation", "fallen", "both-succeed", "own-succeeds", "own-fails")
    for played in PLAYED:
        *_, last = moments(*played)

        assert sum(holds(fact, last) for fact in endings) == 1, played
