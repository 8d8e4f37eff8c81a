"""A match as its decisions left it: the end of a round apart from the next briefing."""

import pytest

from game.engine.events import MatchEnded, RoundBegan, TrackMoved
from game.match import Match
from game.match.round_end import events_between, events_left, truth_left


def over(content, seed: int, nato: str = "greedy") -> Match:
    match = Match.start(content, "november-statement", seed, (nato, "random"))
    while not match.over:
        match.play(match.computer_action())
    return match


def begins_a_round(entry) -> bool:
    return any(isinstance(event, RoundBegan) for event in entry.events)


@pytest.mark.parametrize("seed", range(4))
def test_the_board_of_a_rounds_end_is_what_its_events_made_of_it(content, seed):
    match = over(content, seed)
    seen = 0
    for entry in match.history[:-1]:
        if not entry.round or not begins_a_round(entry):
            continue
        seen += 1
        state = truth_left(match, entry.number)
        moved = [
            event
            for event in events_left(match, entry.number)
            if isinstance(event, TrackMoved) and event.track == "tension"
        ]
        assert state.round == entry.round
        assert state.phase == "reckoning"
        assert state.to_move is None
        before = match.truth_after(entry.number - 1).view(0).crisis
        after = state.view(0).crisis
        assert (before and before.slug) == (after and after.slug)
        assert not moved or state.view(0).tension == moved[-1].after
        assert match.truth_after(entry.number).round == entry.round + 1
    assert seen


def test_decisions_within_a_round_and_the_last_one_leave_what_they_left(content):
    match = over(content, 1)
    last = len(match.history)
    for decided in range(last + 1):
        entry = match.history[decided - 1] if decided else None
        if entry is None or not entry.round or not begins_a_round(entry) or decided == last:
            assert truth_left(match, decided) is match.truth_after(decided)
    with pytest.raises(IndexError):
        truth_left(match, last + 1)


def test_all_that_happened_is_told_once_from_point_to_point(content):
    match = over(content, 2)
    told = list(events_left(match, 0))
    for number in range(len(match.history)):
        told += events_between(match, number, number + 1)
    assert tuple(told) == match.events(None)


def test_a_fall_at_the_last_briefing_is_not_cut_off(content):
    over_by_chance = (over(content, seed, "random") for seed in range(1, 80))
    match = next(one for one in over_by_chance if begins_a_round(one.history[-1]))
    last = len(match.history)
    assert isinstance(events_left(match, last)[-1], MatchEnded)
    assert truth_left(match, last).outcome is not None
