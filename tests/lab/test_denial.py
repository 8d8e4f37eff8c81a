"""A player that is denied something never does it, and makes the best of the rest."""

from random import Random

import pytest

from game.engine import actions as a
from game.engine import fields as f
from game.engine import new_state
from game.lab import play
from game.lab.denial import DENIALS, denials, denied_view
from game.lab.tally import term_name
from game.match import Course
from game.players import make_player
from game.players.search.light import Light
from game.players.search.plain import Plain
from tests.lab.conftest import LONG, SHORT, fixtures

BY_USE = {
    "event": ("event",),
    "deploy": ("deploy",),
    "suspend": ("suspend",),
    "campaign": ("campaign",),
    "cooperate": ("cooperate",),
    "back-channel": ("back-channel",),
    "face-down": ("hide-site", "hide-technical-means", "hide-nothing"),
}


def random_positions(content, scenario, seed):
    state = new_state(content, scenario, seed)
    luck = Random(seed)
    while state.to_move is not None:
        yield state
        state.apply(luck.choice(list(state.legal_actions())))


@pytest.mark.parametrize("denial", DENIALS)
def test_what_is_denied_is_gone_from_the_view_and_nothing_else(content, denial):
    fewer = 0
    for state in (one for seed in (3, 5) for one in random_positions(content, LONG, seed)):
        side = state.to_move
        allowed = list(state.view(side).legal_actions())
        view = denied_view(state, side, denial)
        left = list(view.legal_actions())

        assert left
        assert set(left) <= set(allowed)
        assert all((view.why_not(action) is None) == (action in left) for action in allowed)
        fewer += len(left) < len(allowed)
    assert fewer


@pytest.mark.parametrize("denial", ["event", "term-step", "stance-firm"])
def test_a_sampled_position_is_denied_the_same(content, denial):
    luck = Random(5)
    for state in random_positions(content, SHORT, 4):
        side = state.to_move
        view = denied_view(state, side, denial)
        sampled = view.sample(luck)

        assert list(sampled.legal_actions()) == list(sampled.clone().legal_actions())
        if state.decision == "card":
            assert list(sampled.legal_actions()) == list(view.legal_actions())
        assert denied_view(state, side, denial) == state.view(side)


@pytest.mark.parametrize("policy", ["plain", "light"])
def test_what_is_denied_is_not_done_in_playing_on(content, policy):
    by_other = 0
    for seed in range(12):
        state = new_state(content, LONG, seed)
        side = seed % 2
        luck = Random(seed)
        sampled = denied_view(state, side, "face-down").sample(luck)
        plays = Plain(luck) if policy == "plain" else Light(side, luck, remembers=True)
        plays.play_on(sampled, 5)

        assert sampled.v[f.ROUND] or sampled.outcome is not None
        assert not sampled.v[f.DOWN_PLAYED + side]
        by_other += sampled.v[f.DOWN_PLAYED + 1 - side]
    assert by_other


def test_the_other_side_is_denied_nothing(content):
    luck = Random(5)
    others = 0
    for state in random_positions(content, SHORT, 4):
        side = state.to_move
        sampled = denied_view(state, 1 - side, "event").sample(luck)
        others += any(a.kind_of(action) == a.EVENT for action in sampled.legal_actions())
    assert others


@pytest.mark.parametrize("denial", BY_USE)
def test_a_denied_use_of_cards_is_never_played(content, denial):
    for denied in ((denial, ""), ("", denial)):
        (fixture,) = fixtures(content, ("greedy", "greedy"), 1, denied=denied)
        game = play(fixture, content)
        name = ("nato", "russia")[denied.index(denial)]

        assert not [use for use in BY_USE[denial] if f"use/{name}/{use}" in game.counts]


def drafted(content, denied):
    """Return the terms that greedy NATO drafts on some deals."""
    terms = []
    for fixture in fixtures(content, ("greedy", "greedy"), 3, denied=(denied, "")):
        course = Course(content, fixture.scenario, fixture.seed, fixture.seats)
        player = make_player("greedy", fixture.seed, 0)
        while not course.over:
            action = course.computer_action()
            if course.to_move == 0 and denied:
                action = player.decide(denied_view(course.truth, 0, denied))
            if course.to_move == 0 and a.kind_of(action) == a.TERM:
                terms.append(term_name(a.argument_of(action)))
            course.decide(action)
    return terms


@pytest.mark.parametrize(
    ("denial", "term"), [("term-withdraw", "withdraw"), ("term-step", "raise")]
)
def test_a_denied_term_is_left_out_of_packages_and_others_are_drafted(content, denial, term):
    freely = drafted(content, "")
    left = drafted(content, denial)

    assert term in freely
    assert term not in left
    assert left


def test_a_player_without_packages_tables_none(content):
    games = [
        play(one, content)
        for one in fixtures(content, ("open", "firm"), 3, denied=("package", ""))
    ]

    assert all("package/tabled" not in game.counts for game in games)


def test_what_a_scenario_does_not_have_can_not_be_denied(content):
    assert "counter" not in denials(content, SHORT)
    assert "counter" in denials(content, LONG)
