"""Undeclared sites: hiding, finding, unveiling and what is seen (rulebook 3.7 to 3.10)."""

import pytest

from game.engine import actions as a
from game.engine import fields as f
from tests.engine.positions import (
    NATO,
    RUSSIA,
    agree,
    can,
    changed,
    crisis_slug,
    do,
    end_turns,
    happened,
    pass_turn,
    position,
    reckoned,
    refusal,
    site_of,
    steps,
    term,
    tracks,
)

CONCEALABLE = {
    "emed": 1,
    "black-sea": 2,
    "north-seas": 2,
    "kaliningrad": 2,
    "baltiysk": 2,
    "pen-aids": 3,
}
"""The sites that can be undeclared, with their cost."""


def owner_of(site):
    return NATO if site in ("emed", "black-sea", "north-seas") else RUSSIA


# ------------------------------------------------------------------------ hiding


@pytest.mark.parametrize(("site", "cost"), CONCEALABLE.items())
def test_an_undeclared_deployment_costs_1_more(site, cost):
    state = position(mover=owner_of(site))

    assert can(state, "hide-site", ops=cost + 1, site=site)
    assert refusal(state, "hide-site", ops=cost, site=site) == "too-few-operations"


OPEN_ONLY = {
    NATO: ("rota", "kurecik", "ramstein", "deveselu", "redzikowo", "morag"),
    RUSSIA: (
        "luga",
        "krasnodar",
        "belarus",
        "pionersky",
        "armavir",
        "gabala",
        "northern-fleet",
    ),
}


@pytest.mark.parametrize(
    ("side", "site"), [(side, site) for side, sites in OPEN_ONLY.items() for site in sites]
)
def test_other_sites_can_not_be_undeclared(side, site):
    state = position(mover=side)

    assert refusal(state, "hide-site", ops=4, site=site) == "not-concealable"


@pytest.mark.parametrize(("site", "cost"), CONCEALABLE.items())
def test_an_undeclared_site_moves_no_track_and_calls_no_crisis(site, cost):
    state = position(mover=owner_of(site), crisis="elections")
    before = tracks(state)

    do(state, "hide-site", ops=cost + 1, site=site)

    assert changed(before, tracks(state)) == {}
    assert crisis_slug(state) == "elections"


def test_the_card_lies_face_down_in_the_discard():
    state = do(position(), "hide-site", ops=2, site="emed")

    assert state.view(RUSSIA).face_down_counts == (1, 0)
    assert state.view(RUSSIA).discards == ((), ())
    assert state.view(NATO).own_face_down == ("n-ottobrunn",)
    assert state.view(RUSSIA).hand_sizes == (3, 4)


def test_an_undeclared_site_is_built_like_any_other():
    state = do(position(mover=RUSSIA), "hide-site", ops=3, site="kaliningrad")
    state.v[f.KEY] = quiet_key(state)

    assert (site_of(state, "kaliningrad").state, site_of(state, "kaliningrad").rounds) == (
        "building",
        2,
    )
    reckoned(state)
    assert site_of(state, "kaliningrad").rounds == 1


def quiet_key(state):
    """Return a key under which the next rolls of verification find nothing."""
    return forced_keys(state, found=False)[0]


def forced_keys(state, found, keys=60):
    """Return those of the first keys under which a site is found, or is not."""
    matching = []
    for key in range(keys):
        then = state.clone()
        then.v[f.KEY] = key * 0x9E3779B97F4A7C15 & (1 << 64) - 1
        hidden = then.v[f.HIDDEN]
        end_turns(then)
        if bool(hidden & ~then.v[f.HIDDEN]) == found:
            matching.append(key * 0x9E3779B97F4A7C15 & (1 << 64) - 1)
    return matching


def test_a_mobile_undeclared_site_works_at_once():
    state = do(position(), "hide-site", ops=3, site="black-sea")

    assert site_of(state, "black-sea").state == "working"
    assert site_of(state, "black-sea").undeclared


# ------------------------------------------------------------- who knows its worth


def test_an_undeclared_site_gives_its_owner_its_full_worth():
    state = position(hidden=("black-sea", "pen-aids", "baltiysk"))

    assert state.view(NATO).coverage == 1
    assert state.view(RUSSIA).deterrent == 3 + 2 + 1


def test_the_other_side_reckons_without_what_it_does_not_know():
    state = position(hidden=("black-sea", "pen-aids"))

    assert state.view(RUSSIA).coverage == 0
    assert state.view(NATO).deterrent == 3


def test_an_undeclared_site_concerns_nobody():
    state = position(hidden=("black-sea", "north-seas", "kaliningrad"))

    assert state.view(NATO).concern == (0, 0)
    assert state.view(RUSSIA).deterrent == 3 + 2


def test_only_its_owner_sees_an_undeclared_site():
    state = position(hidden=("kaliningrad",))

    assert site_of(state, "kaliningrad", RUSSIA).state == "working"
    assert site_of(state, "kaliningrad", NATO).state == "empty"


def test_a_hidden_missile_holds_sites_at_risk_in_truth_and_not_in_natos_eyes():
    state = position(working=("redzikowo",), hidden=("kaliningrad",), tension=6)

    assert state.view(NATO).coverage == 3
    assert state.view(RUSSIA).coverage == 0


def test_the_truth_counts_at_the_end():
    state = position(
        working=("redzikowo",), hidden=("kaliningrad",), tension=6, threat=3, round=9, turn=5
    )
    seen = state.view(NATO).score

    do(state, "hide-nothing", ops=1)

    # drift brings Tension to 7; P 60, V .5 x (3 - 3), U 15, T -.3 x 7 as NATO saw it
    assert seen == 60 + 15 - 18
    # in truth: Coverage 0, so V is -3
    assert state.outcome.points[NATO] == -15 + 15 - 21


def test_nato_sees_through_technical_means_what_it_then_reckons_with():
    state = position(working=("redzikowo",), hidden=("kaliningrad",), tension=6)

    do(state, "technical-means", ops=2)

    assert state.view(NATO).coverage == 0
    assert site_of(state, "kaliningrad", NATO).seen


# ----------------------------------------------------------------------- finding


@pytest.mark.parametrize(
    ("joint", "finding"),
    [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)],
)
def test_each_joint_level_of_transparency_adds_one_sixth_to_the_chance(joint, finding):
    transparency = (joint, 0, 0, 0)
    state = position(hidden=("pen-aids",), steps=(transparency,) * 2, turn=5)
    keys = 300

    found = len(forced_keys(state, found=True, keys=keys))

    # a die of six: expected keys x n / 6, and no further off than 3 standard errors
    expected = keys * finding / 6
    error = (expected * (1 - finding / 6)) ** 0.5
    assert abs(found - expected) < 3 * error


def test_a_found_site_is_declared_and_costs_its_owner():
    state = position(hidden=("pen-aids",), turn=5)
    state.v[f.KEY] = forced_keys(state, found=True)[0]

    do(state, "hide-nothing", ops=1)

    assert not site_of(state, "pen-aids").undeclared
    # found: Tension +1, Support -1, Assurance -2, Initiative 1 to the finder; drift +1;
    # distrust -1 (concern 1 above joint 0); Initiative then wears off
    assert tracks(state) == {
        "tension": 5,
        "threat": 2,
        "door": "open",
        "initiative": 0,
        "assurance": (3, 6),
        "support": (5, 4),
    }
    moved = [e for e in happened(state, "TrackMoved") if e.track == "initiative"]
    assert [(e.before, e.after) for e in moved] == [(0, 1), (1, 0)]


def test_a_site_of_natos_that_is_found_gives_russia_the_initiative():
    state = position(hidden=("emed",), turn=5, initiative=3)
    state.v[f.KEY] = forced_keys(state, found=True)[0]

    do(state, "hide-nothing", ops=1)

    assert tracks(state)["initiative"] == 1
    assert tracks(state)["support"] == (4, 5)


def test_a_site_found_at_the_reckoning_calls_no_crisis():
    state = position(hidden=("kaliningrad",), turn=5)
    state.v[f.KEY] = forced_keys(state, found=True)[0]

    do(state, "hide-nothing", ops=1)

    assert not site_of(state, "kaliningrad").undeclared
    assert happened(state, "CrisisTurnedUp") == []


def test_the_number_of_dice_is_not_told():
    state = position(hidden=("pen-aids", "baltiysk"), turn=5)
    state.v[f.KEY] = quiet_key(state)

    do(state, "hide-nothing", ops=1)

    assert not state.v[f.DECLARED]
    names = {type(event).__name__ for event in state.log}
    assert "SiteFound" not in names
    assert not {name for name in names if "Verif" in name or "Rolled" in name}


# --------------------------------------------------------------- technical means


def test_technical_means_with_1_operation_see_no_site():
    state = do(position(hidden=("pen-aids",)), "technical-means", ops=1)

    assert state.decision == "card"
    assert site_of(state, "pen-aids", NATO).state == "empty"


def test_technical_means_with_2_operations_see_every_undeclared_site():
    state = do(position(hidden=("pen-aids", "baltiysk")), "technical-means", ops=2)

    assert state.decision == "reveal"
    assert [s.slug for s in state.view(NATO).sites if s.seen] == ["baltiysk", "pen-aids"]
    assert state.legal_actions() == [
        a.encode(a.REVEAL, 0, 17),
        a.encode(a.REVEAL, 0, 18),
        a.encode(a.KEEP_QUIET),
    ]


def test_what_technical_means_showed_stays_with_the_side_that_looked():
    state = do(position(hidden=("pen-aids",)), "technical-means", ops=2)
    do(state, "keep-quiet")

    assert site_of(state, "pen-aids", NATO).seen
    assert not site_of(state, "pen-aids", RUSSIA).seen
    assert state.view(NATO).deterrent == 5
    assert state.decision == "card"
    assert state.to_move == RUSSIA


def test_a_site_hidden_after_the_look_is_not_seen():
    state = do(position(hidden=("pen-aids",)), "technical-means", ops=2)
    do(state, "keep-quiet")
    do(state, "hide-site", ops=3, site="baltiysk")

    assert site_of(state, "baltiysk", NATO).state == "empty"


def test_a_revealed_site_is_found_without_tension():
    state = do(position(hidden=("pen-aids",)), "technical-means", ops=2)
    do(state, "reveal", site="pen-aids")

    assert tracks(state) == {
        "tension": 3,
        "threat": 2,
        "door": "open",
        "initiative": 1,
        "assurance": (4, 6),
        "support": (5, 4),
    }
    assert not site_of(state, "pen-aids").undeclared


def test_a_revealed_forward_missile_calls_its_crisis():
    state = position(hidden=("kaliningrad",), crisis="elections")
    do(state, "technical-means", ops=2)

    do(state, "reveal", site="kaliningrad")

    assert crisis_slug(state) == "forward"
    assert state.view(NATO).crisis.starter == RUSSIA


def test_where_nothing_is_hidden_there_is_nothing_to_reveal():
    state = do(position(), "technical-means", ops=2)

    assert state.decision == "card"
    assert state.to_move == RUSSIA


def test_technical_means_face_down_see_and_reveal_nothing():
    state = do(position(hidden=("pen-aids",)), "hide-technical-means", ops=2)

    assert state.to_move == RUSSIA
    assert state.decision == "card"
    assert site_of(state, "pen-aids", NATO).seen
    assert state.view(RUSSIA).face_down_counts == (1, 0)


def test_an_event_that_inspects_finds_every_undeclared_site_without_tension():
    state = position(hidden=("pen-aids", "baltiysk"))

    do(state, "event", card="n-vienna")

    # two sites found: Assurance -4, Support -2, Initiative +2; the event: both +1, own +1
    assert tracks(state) == {
        "tension": 3,
        "threat": 2,
        "door": "open",
        "initiative": 3,
        "assurance": (3, 7),
        "support": (5, 3),
    }


# --------------------------------------------------------------------- unveiling


def test_unveiling_is_an_announcement_and_brings_1_initiative():
    state = do(position(hidden=("black-sea",)), "unveil", site="black-sea")

    assert tracks(state) == {
        "tension": 4,
        "threat": 2,
        "door": "open",
        "initiative": 1,
        "assurance": (6, 5),
        "support": (6, 5),
    }


def test_unveiling_does_not_end_the_turn():
    state = do(position(hidden=("emed",)), "unveil", site="emed")

    assert state.to_move == NATO
    assert state.decision == "card"
    assert state.v[f.TURN] == 0


def test_the_building_of_an_unveiled_site_goes_on_as_it_was():
    state = position(mover=RUSSIA, hidden_building={"kaliningrad": 1})

    do(state, "unveil", site="kaliningrad")

    assert site_of(state, "kaliningrad").rounds == 1
    assert crisis_slug(state) == "forward"
    assert tracks(state)["initiative"] == -1


def test_only_an_own_undeclared_site_can_be_unveiled():
    state = position(hidden=("kaliningrad",), working=("rota",))

    assert refusal(state, "unveil", site="kaliningrad") == "no-undeclared"
    assert refusal(state, "unveil", site="rota") == "no-undeclared"
    assert refusal(state, "unveil", site="emed") == "no-undeclared"


def test_an_event_that_announces_an_own_undeclared_site_is_its_unveiling():
    state = position(hidden=("emed",), hands=(("n-monterey",), ("r-letter",)))

    do(state, "event", card="n-monterey")

    # announced: Assurance -1; unveiled: Initiative +1; the card's own Initiative +1
    assert changed(tracks(position()), tracks(state)) == {"assurance": (6, 5), "initiative": 2}
    assert not site_of(state, "emed").undeclared


def test_an_own_undeclared_site_is_not_deployed_again():
    state = position(hidden=("emed",))

    assert refusal(state, "deploy", ops=1, site="emed") == "site-hidden"
    assert refusal(state, "hide-site", ops=2, site="emed") == "site-hidden"


def test_an_undeclared_site_can_not_be_withdrawn_before_it_comes_to_light():
    state = position(hidden=("emed",))
    assert refusal(state, "withdraw", ops=1, site="emed") == "site-empty"

    do(state, "unveil", site="emed")

    assert can(state, "withdraw", ops=1, site="emed")


# ----------------------------------------------------------------------- council


def test_what_is_declared_in_council_lowers_assurance_and_does_nothing_else():
    state = position(decision="draft", hidden=("black-sea", "emed"), crisis="elections")

    agree(state, term(NATO, "declare"), term(RUSSIA, "pledge", "luga"))

    # half of 2 and half of 1, each rounded up
    assert changed(tracks(position()), tracks(state)) == {"assurance": (6, 4)}
    assert not site_of(state, "black-sea").undeclared
    assert crisis_slug(state) == "elections"


def test_a_forward_missile_declared_in_council_calls_no_crisis():
    state = position(decision="draft", hidden=("kaliningrad",), crisis="elections")

    agree(state, term(RUSSIA, "declare"), term(NATO, "statement"))

    assert not site_of(state, "kaliningrad").undeclared
    assert crisis_slug(state) == "elections"


def test_one_may_ask_for_a_declaration_where_nothing_is_hidden():
    state = position(decision="draft")

    agree(state, term(RUSSIA, "declare"), term(NATO, "raise", "exercises"))

    assert steps(state, "exercises") == (1, 0)
    assert happened(state, "SiteDeclared") == []


def test_a_scenario_without_face_down_play_hides_nothing():
    state = position("first-council")

    for kind, names in [
        ("hide-nothing", {}),
        ("hide-technical-means", {}),
        ("hide-site", {"site": "emed"}),
    ]:
        assert refusal(state, kind, ops=4, **names) == "no-face-down"
    draft = position("first-council", decision="draft")
    assert draft.view(NATO).term_reason(term(RUSSIA, "declare")).slug == "no-face-down"


def test_a_seen_card_that_may_have_been_laid_face_down_is_no_longer_surely_in_the_hand():
    state = position(mover=RUSSIA, turn=0)
    state.v[f.KNOWN + NATO] = 1 << state.world.card_id["r-criteria"]
    assert state.view(NATO).known_cards == ("r-criteria",)

    pass_turn(state)

    assert state.view(NATO).known_cards == ()
