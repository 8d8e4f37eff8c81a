"""What a side believes of the other: from its public moves, and from nothing else."""

import pytest

from game.content import load_content
from game.engine import actions as a
from game.engine import fields as f
from game.match import Match
from game.match.course import redacted
from game.players.evaluation import mandates_of
from game.players.memory import Memory
from game.players.search.noticing import HIDDEN_PRIOR, came_to_light, looked, next_round
from game.players.search.watching import first_memory, watched

EVEN = Memory((1 / 6,) * 6)


@pytest.fixture(scope="module")
def matches():
    """Some matches of greedy players, whose moves are the ones that beliefs expect."""
    content = load_content()
    found = []
    for seed in range(10):
        match = Match.start(content, "lisbon-to-chicago", seed, ("greedy", "greedy"))
        while not match.over:
            match.play(match.computer_action())
        found.append(match)
    return found


def true_mandate(match, side):
    """The place of the mandate that a side's rival has."""
    world = match.truth.world
    return mandates_of(world, 1 - side).index(match.truth.v[f.MANDATE + 1 - side])


def test_chances_are_chances_after_every_decision(matches):
    for match in matches:
        for side in (0, 1):
            memories = match.memories(side)
            assert len(memories) == len(match.history)
            for memory in memories:
                assert sum(memory.mandates) == pytest.approx(1)
                assert all(0 < chance < 1 for chance in memory.mandates)
                assert all(0 <= chance <= 1 for chance in memory.hidden)


def test_moves_tell_of_the_mandate(matches):
    ends = [match.memories(side)[-1].mandates for match in matches for side in (0, 1)]
    true = [true_mandate(match, side) for match in matches for side in (0, 1)]

    chances = [mandates[place] for mandates, place in zip(ends, true, strict=True)]

    assert sum(chances) / len(chances) > 2 / 6


def test_only_the_others_moves_count(matches):
    for match in matches[:3]:
        for side in (0, 1):
            memories = match.memories(side)
            entries = match.history
            for place in range(1, len(entries)):
                if entries[place].side == side and entries[place].phase == "actions":
                    asked = any(
                        type(e).__name__ in {"OfferAnswered", "CrisisResolved"}
                        for e in entries[place].events
                    )
                    before, after = memories[place - 1 : place + 1]
                    assert asked or before.mandates == after.mandates


def test_a_card_laid_face_down_tells_nothing_of_what_it_was(positions):
    tried = 0
    for state in positions:
        if state.decision != "card":
            continue
        side = 1 - state.to_move
        kinds = (a.HIDE, a.HIDE_TECHNICAL, a.HIDE_NOTHING)
        hiding = [x for x in state.legal_actions() if a.kind_of(x) in kinds]
        if len({a.kind_of(x) for x in hiding}) < 2:
            continue
        memory = first_memory(state.view(side))
        found = set()
        for action in hiding:
            twin = state.clone()
            twin.log = []
            twin.apply(action)
            if twin.round == state.round and twin.decision == "card":
                told = list(redacted(twin.log, side))
                found.add(watched(memory, state.view(side), told))
        tried += 1
        assert len(found) <= 1
        assert all(memory.hidden == (HIDDEN_PRIOR,) for memory in found)
    assert tried > 20


def test_what_is_not_found_is_believed_less_and_the_less_the_better_one_looks():
    memory = Memory(EVEN.mandates, (0.5, 0.2))

    blind, keen = next_round(memory, 0), next_round(memory, 3)

    assert all(
        x > y > z for x, y, z in zip(memory.hidden, blind.hidden, keen.hidden, strict=True)
    )
    assert next_round(Memory(EVEN.mandates, (1.0,)), 2).hidden == (1.0,)


def test_a_site_that_comes_to_light_accounts_for_one_card():
    assert came_to_light(Memory(EVEN.mandates, (0.1, 0.6, 0.3))).hidden == (0.1, 0.3)
    assert came_to_light(EVEN) == EVEN


def test_a_look_shows_all_there_is():
    assert looked(Memory(EVEN.mandates, (0.1, 0.6))).hidden == (0.0, 0.0)


def test_an_undone_decision_is_forgotten(content):
    match = Match.start(content, "lisbon-to-chicago", 3, ("human", "human"))
    greedy = Match.start(content, "lisbon-to-chicago", 3, ("greedy", "greedy"))
    while len(match.history) < 14:
        action = greedy.computer_action()
        greedy.play(action)
        match.play(action)
    whole = match.memories(0)

    match.take_back()

    assert match.memories(0) == whole[:-1]


def test_beliefs_are_the_same_however_they_are_asked_for(matches):
    content = load_content()
    for match in matches[:3]:
        again = Match.start(content, "lisbon-to-chicago", match.seed, ("human", "human"))
        for entry in match.history:
            again.play(entry.action)
            again.memories(1)
        assert again.memories(1) == match.memories(1)
        assert again.memories(0) == match.memories(0)
