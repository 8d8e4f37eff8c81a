"""What evaluation looks up holds what it would work out."""

from itertools import pairwise

import pytest

from game.engine import fields as f
from game.engine import new_state
from game.engine.scoring import (
    centres_level,
    coverage,
    coverage_beside_sites,
    deterrent,
    deterrent_beside_sites,
    joint_level,
)
from game.players.evaluation import Forecast, evaluate_pair
from game.players.outlook import Outlook, chance_of, outlook


def ladders_of(state):
    v = state.v
    trust = min(v[f.ASSURANCE : f.ASSURANCE + 2])
    return outlook(state.world, v[f.ROUND]).ladders[v[f.STEPS] << 8 | trust << 2 | v[f.DOOR]]


def test_the_ladders_looked_up_are_those_of_the_position(positions):
    for state in positions:
        found = ladders_of(state)

        assert found.centres == centres_level(state)
        for ladder, level in enumerate(found.joint):
            now = joint_level(state, ladder)
            assert now <= level < now + 1
        assert found.total == pytest.approx(sum(found.joint))


def test_a_ladder_rises_the_likelier_the_more_both_trust_and_the_wider_the_door(content):
    world = new_state(content, "lisbon-to-chicago", 1).world  # so short that the door tells
    table = outlook(world, 1).ladders
    by_trust = [table[trust << 2 | 2].total for trust in range(11)]
    by_door = [table[5 << 2 | door].total for door in range(3)]

    assert by_trust == sorted(by_trust)
    assert by_door == sorted(by_door)
    assert by_door[0] < by_door[2]


def test_the_sites_that_work_or_will_in_time_are_found_one_by_one(positions):
    late = 0
    for state in positions:
        v = state.v
        ahead = outlook(state.world, v[f.ROUND])
        built = Forecast(state).built
        for site in range(2 * f.SITES_A_SIDE):
            stands = (v[f.DECLARED] | v[f.HIDDEN]) >> site & 1
            in_time = v[f.BUILD] >> 4 * site & 15 <= ahead.left
            late += stands and not in_time
            works = v[f.WORKING] >> site & 1
            assert built >> site & 1 == (works or (stands and in_time))
    assert late


def test_coverage_and_deterrent_are_sites_and_what_adds_to_them(positions):
    for state in positions:
        world, v = state.world, state.v
        risky = v[f.TENSION] >= world.numbers.risk_tension
        centres = centres_level(state)
        felt = world.concern(0, v[f.DECLARED], world.sectors and joint_level(state, 2) >= 2)

        at_sites = world.site_coverage(v[f.WORKING], risky)
        assert coverage(state) == at_sites + coverage_beside_sites(state, centres)
        at_sites = world.site_deterrent(v[f.WORKING])
        assert deterrent(state) == at_sites + deterrent_beside_sites(state, centres, felt)


def test_what_was_looked_up_before_changes_no_value(positions):
    warm = [evaluate_pair(state) for state in positions]

    outlook.cache_clear()

    assert [evaluate_pair(state) for state in positions] == warm


def test_tracks_wear_off_towards_their_usual_height(positions):
    world = positions[0].world
    first, last = Outlook(world, 1), Outlook(world, world.scenario.last_round)

    assert last.left == 1 < first.left
    assert first.initiative[0] == last.initiative[0] == 0
    for points in range(1, world.numbers.initiative_max + 1):
        assert 0 < first.initiative[points] < last.initiative[points] < points
        assert first.initiative[-points] == -first.initiative[points]
    assert first.support[world.numbers.routine_support] == world.numbers.routine_support
    assert first.support[world.track_max] < last.support[world.track_max] < world.track_max


def test_high_tension_and_low_support_are_never_safer(positions):
    safe = Outlook(positions[0].world, 1).safe

    for calmer, tenser in pairwise(safe):
        assert all(a >= b for a, b in zip(calmer, tenser, strict=True))
    for row in safe:
        assert list(row) == sorted(row)


def test_a_chance_is_even_in_the_middle_and_ends_at_0_and_1():
    assert chance_of(0.0) == 0.5
    assert chance_of(-1000.0) == 0.0
    assert chance_of(1000.0) == 1.0
    assert 0 < chance_of(-1.0) < 0.5 < chance_of(1.0) < 1
