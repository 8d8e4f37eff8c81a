"""Curves: what everybody could read off the board, round by round."""

import pytest

from game.engine.events import RoundBegan
from game.match import Match
from game.match.public_position import start_of


def shown(view):
    return (
        view.tension,
        view.threat,
        view.door,
        view.initiative,
        view.assurance,
        view.support,
        view.steps,
        view.joint_levels,
    )


def of(position):
    return (
        position.tension,
        position.threat,
        position.door,
        position.initiative,
        position.assurance,
        position.support,
        position.steps,
        position.joint_levels,
    )


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("seats", [("random", "random"), ("open", "reciprocator")])
def test_the_last_position_is_that_of_the_board(content, seed, seats):
    match = Match(content, "long-negotiation", seed, seats)
    while not match.over:
        match.play(match.computer_action())

    assert of(match.positions[-1]) == shown(match.view(0))
    assert match.positions[-1].round == match.view(0).round


def test_there_is_a_start_and_one_position_for_each_round(finished):
    rounds = [position.round for position in finished.positions]

    assert rounds == list(range(len(rounds)))
    assert len(rounds) == 1 + sum(isinstance(e, RoundBegan) for e in finished.events(None))


@pytest.mark.parametrize("slug", ["lisbon-to-chicago", "november-statement"])
def test_the_start_is_the_scenarios(content, slug):
    match = Match(content, slug, 1, ("human", "human"))

    assert start_of(content.scenarios[slug]).tension == match.view(0).tension
    assert of(start_of(content.scenarios[slug]))[2:] == shown(match.view(0))[2:]


def test_a_match_that_goes_on_has_the_rounds_that_are_over(content):
    match = Match(content, "long-negotiation", 3, ("reciprocator", "reciprocator"))
    while match.view(0).round < 3:
        match.play(match.computer_action())

    assert [position.round for position in match.positions] == [0, 1, 2]
