"""Every mandate scored in two positions, in whole tenths, worked out by hand (rulebook 9.2)."""

import pytest

from game.engine import fields as f
from game.engine.scoring import score_of
from tests.engine.cards.stories import Given, position, to_play
from tests.engine.positions import content

BEGINNING = Given()
"""Tension 5, threat 2, Support 5, nothing joint, only Gabala: Coverage 0, Deterrent 4."""

BUILT = Given(
    tension=6,
    threat=4,
    initiative=3,
    support=(7, 4),
    nato=(2, 1, 2, 1),
    russia=(2, 2, 2, 1),
    working=("kurecik", "deveselu", "redzikowo", "luga", "kaliningrad"),
)
"""Joint 2 + 1 + 2 + 1 = 6. Redzikowo is held at risk, so Coverage is 1 + 2, 2 for the data
centre and 1 for Gabala: 6, which is 2 above the threat. NATO's concern is 1 + 2 + 3 = 6;
Deterrent 3 + 2 + 2 + 1, 1 for Guarantees and 1 for the data centre, less 6: 4."""

SCORES = {
    # P60 V5 U3 T-3 J2
    "shield-first": (-10 + 15 - 15, 60 + 10 + 21 - 18 + 12),
    # P30 J8 T-4
    "lisbon-spirit": (-20, 30 + 48 - 24),
    # P30 E15 F-12 I3 J2
    "reassure-the-east": (0, 30 + 30 - 24 + 9 + 12),
    # P30 I6 U5
    "set-the-agenda": (25, 30 + 18 + 35),
    # P30 U8 T-4 J3
    "quiet-at-home": (40 - 20, 30 + 56 - 24 + 18),
    # P30 V5 F-6 I3 J-3
    "freedom-of-action": (-10, 30 + 10 - 12 + 9 - 18),
    # P60 V5 U3 T-3 J2
    "preserve-the-deterrent": (60 + 20 + 15 - 15, 60 + 20 + 12 - 18 + 12),
    # P30 J8 T-4
    "equal-partner": (30 - 20, 30 + 48 - 24),
    # P30 K-6 G10 I3 J2
    "no-third-site": (30, 30 - 36 + 10 - 9 + 12),
    # P30 I6 U3
    "great-power": (30 + 15, 30 - 18 + 12),
    # P30 U8 T-4 J3
    "modernisation": (30 + 40 - 20, 30 + 32 - 24 + 18),
    # P30 F10 X20 I3 J-3
    "forward-posture": (30 + 20, 30 + 20 - 9 - 18),
}


def side_of(slug):
    return int(content().mandates[slug].side == "russia")


def score(state, slug):
    return score_of(state, side_of(slug), state.world.mandate_id[slug])


@pytest.mark.parametrize("slug", SCORES)
@pytest.mark.parametrize(("place", "given"), [(0, BEGINNING), (1, BUILT)])
def test_a_mandate_scores_by_its_weights(slug, place, given):
    state = position(given)

    assert score(state, slug) == SCORES[slug][place]


@pytest.mark.parametrize("slug", SCORES)
@pytest.mark.parametrize(("place", "given"), [(0, BEGINNING), (1, BUILT)])
def test_a_side_sees_the_same_score_where_nothing_is_hidden(slug, place, given):
    view = to_play(0, given).view(side_of(slug))

    assert view.score_if(slug) == SCORES[slug][place]


def test_every_mandate_is_scored():
    assert set(SCORES) == set(content().mandates)


@pytest.mark.parametrize("slug", ["shield-first", "freedom-of-action"])
@pytest.mark.parametrize(("threat", "margin"), [(0, 4), (2, 4), (3, 3), (6, 0), (10, -4)])
def test_coverage_less_threat_counts_within_four(slug, threat, margin):
    base = position(BUILT)
    other = position(BUILT)
    other.v[f.THREAT] = threat
    protected = {"shield-first": 60, "freedom-of-action": 30}[slug]

    gained = score(other, slug) - score(base, slug)

    assert gained == 5 * (margin - 2) - (0 if margin >= 0 else protected)


def test_deterrent_counts_within_four_and_below_zero_russia_is_not_secure():
    many = Given(working=("redzikowo", "iib", "deveselu"))
    # 3 + 1 - (3 + 4 + 2) = -5, held to -4
    state = position(many)

    assert score(state, "preserve-the-deterrent") == -20 + 15 - 15


def test_secure_at_a_deterrent_of_just_zero():
    just = position(Given(working=("redzikowo", "kurecik")))
    below = position(Given(working=("redzikowo", "deveselu")))

    assert score(just, "equal-partner") == 30 - 20
    assert score(below, "equal-partner") == -20


def test_protected_at_a_coverage_of_just_the_threat():
    assert score(position(Given(working=("deveselu",))), "lisbon-spirit") == 30 - 20
    assert score(position(Given(working=("kurecik",))), "lisbon-spirit") == -20


def test_a_round_the_clock_watch_counts_both_as_safe_with_a_margin_of_zero_or_more():
    steps = (2, 2, 4, 0)
    given = Given(nato=steps, russia=steps, threat=10, working=("redzikowo", "iib", "deveselu"))
    state = position(given)

    # Coverage 3 + 3 + 2, 2 + 1 for the centres, 1 for Gabala: 12, margin 2; J 8
    assert score(state, "shield-first") == 60 + 10 + 15 - 15 + 16
    # Deterrent 3 + 1 + 1 - 9 = -4, counted as 0
    assert score(state, "preserve-the-deterrent") == 60 + 0 + 15 - 15 + 16


def test_land_interceptors_count_when_they_work_and_missiles_too():
    building = position(Given(building=("redzikowo", "deveselu", "luga")))
    working = position(Given(working=("redzikowo", "deveselu", "luga"), threat=9))

    # nothing that is being built counts, and Coverage 0 protects nobody
    assert score(building, "reassure-the-east") == 0
    assert score(working, "reassure-the-east") == 2 * 15 - 12


def test_concern_counts_from_the_announcement():
    # K 3 of Redzikowo; Deterrent 4 - 3, so still Secure
    assert score(position(Given(building=("redzikowo",))), "no-third-site") == 30 - 18


def test_forward_posture_counts_an_unprotected_nato():
    assert score(position(Given(threat=0)), "forward-posture") == 30
    assert score(position(Given(threat=1)), "forward-posture") == 30 + 20


def test_initiative_counts_for_russia_the_other_way():
    state = position(Given(initiative=-4, threat=0))

    assert score(state, "great-power") == 30 + 24 + 15
    assert score(state, "set-the-agenda") == 30 - 24 + 25
