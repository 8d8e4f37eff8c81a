"""Sites: announcing, building, withdrawing, concern and what sites are worth (rulebook 3)."""

import pytest

from game.engine import fields as f
from tests.engine.positions import (
    NATO,
    RUSSIA,
    act,
    answer,
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
    tracks,
)

# slug: cost, concern, coverage or deterrent, as the tables of the design have them
NATO_SITES = {
    "rota": (2, 1, 1),
    "emed": (1, 1, 1),
    "kurecik": (2, 1, 1),
    "ramstein": (1, 0, 1),
    "deveselu": (3, 2, 2),
    "redzikowo": (4, 3, 3),
    "morag": (1, 1, 0),
    "black-sea": (2, 2, 1),
    "north-seas": (2, 2, 1),
    "iib": (4, 4, 3),
}
RUSSIAN_SITES = {
    "kaliningrad": (2, 2, 2),
    "luga": (2, 2, 2),
    "krasnodar": (2, 1, 1),
    "belarus": (2, 2, 2),
    "pionersky": (2, 1, 1),
    "armavir": (2, 0, 1),
    "gabala": (1, 0, 1),
    "baltiysk": (2, 1, 1),
    "pen-aids": (3, 1, 2),
    "northern-fleet": (3, 2, 3),
}
EVERY = [(NATO, slug, *numbers) for slug, numbers in NATO_SITES.items()]
EVERY += [(RUSSIA, slug, *numbers) for slug, numbers in RUSSIAN_SITES.items()]
MOBILE = {"emed", "black-sea", "north-seas", "northern-fleet"}
LAND = {"deveselu", "redzikowo", "iib"}
FORWARD = {"kaliningrad", "luga", "krasnodar", "belarus"}
HALF_UP = {0: 0, 1: 1, 2: 1, 3: 2, 4: 2}


def needs_of(slug):
    """Return the sites that must stand for this one."""
    return ("redzikowo",) if slug == "iib" else ()


# ------------------------------------------------------------------------ deploy


@pytest.mark.parametrize(("side", "site", "cost"), [row[:3] for row in EVERY])
def test_a_site_takes_a_card_of_its_cost(side, site, cost):
    state = position(mover=side, working=needs_of(site))

    assert can(state, "deploy", ops=cost, site=site)
    if cost > 1:
        assert refusal(state, "deploy", ops=cost - 1, site=site) == "too-few-operations"


@pytest.mark.parametrize(("side", "site", "cost", "concern"), [row[:4] for row in EVERY])
def test_an_announcement_alarms_by_half_its_concern_and_from_concern_2_at_large(
    side, site, cost, concern
):
    state = position(mover=side, working=needs_of(site))
    before = tracks(state)

    do(state, "deploy", ops=cost, site=site)

    assurance = [6, 6]
    support = [5, 5]
    assurance[1 - side] -= HALF_UP[concern]
    if site == "morag":
        support[NATO] = 7
    elif concern >= 2:
        support[side] = 6
    expected: dict[str, object] = {"tension": 4} if concern >= 2 else {}
    if HALF_UP[concern]:
        expected["assurance"] = tuple(assurance)
    if support != [5, 5]:
        expected["support"] = tuple(support)
    assert changed(before, tracks(state)) == expected


@pytest.mark.parametrize(("side", "site", "cost"), [row[:3] for row in EVERY])
def test_a_site_works_at_the_end_of_the_next_round_and_a_mobile_one_at_once(side, site, cost):
    state = position(mover=side, working=needs_of(site))
    do(state, "deploy", ops=cost, site=site)
    if site in MOBILE:
        assert site_of(state, site).state == "working"
        return
    assert (site_of(state, site).state, site_of(state, site).rounds) == ("building", 2)
    state.v[f.CRISIS] = -1

    end_turns(state)
    assert (state.round, site_of(state, site).state) == (5, "building")

    do(state, "no-proposal")
    end_turns(state)
    assert state.round == 6
    assert site_of(state, site).state == "working"


@pytest.mark.parametrize(("side", "site", "cost", "concern"), [row[:4] for row in EVERY])
def test_concern_counts_from_the_announcement(side, site, cost, concern):
    state = position(mover=side, working=needs_of(site))
    already = 3 if site == "iib" else 0

    do(state, "deploy", ops=cost, site=site)

    assert state.view(NATO).concern[side] == already + concern


@pytest.mark.parametrize(("side", "site", "worth"), [(r[0], r[1], r[4]) for r in EVERY])
def test_coverage_and_deterrent_count_only_what_works(side, site, worth):
    needed = needs_of(site)
    building = position(building={site: 1}, working=needed)
    working = position(working=(*needed, site))

    assert gain(building, side, needed) == 0
    assert gain(working, side, needed) == worth


def gain(state, side, needed):
    """Return what a site adds for its own side."""
    if side == RUSSIA:
        return state.view(RUSSIA).deterrent - 3
    return state.view(NATO).coverage - 3 * len(needed)


@pytest.mark.parametrize("site", sorted(NATO_SITES))
def test_the_concern_of_natos_declared_sites_lowers_the_deterrent(site):
    concern = NATO_SITES[site][1]
    needed = needs_of(site)
    state = position(building={site: 2, **dict.fromkeys(needed, 2)})

    assert state.view(RUSSIA).deterrent == 3 - concern - 3 * len(needed)


def test_no_site_is_announced_twice():
    state = position(working=("rota",))

    assert refusal(state, "deploy", ops=2, site="rota") == "site-declared"


def test_nobody_deploys_at_the_others_site():
    state = position()

    assert refusal(state, "deploy", ops=4, site="luga") == "not-your-site"


def test_the_fast_interceptors_need_redzikowo_declared():
    without = position()
    building = position(building={"redzikowo": 2})

    assert refusal(without, "deploy", ops=4, site="iib") == "site-needs"
    assert can(building, "deploy", ops=4, site="iib")


# ---------------------------------------------------------------------- withdraw


@pytest.mark.parametrize(("side", "site", "cost", "concern"), [row[:4] for row in EVERY])
def test_a_withdrawal_reassures_by_half_the_concern_and_from_concern_2_costs_at_home(
    side, site, cost, concern
):
    del cost
    state = position(mover=side, working=(*needs_of(site), site))
    before = tracks(state)

    do(state, "withdraw", ops=1, site=site)

    assurance = [6, 6]
    support = [5, 5]
    assurance[1 - side] += HALF_UP[concern]
    if site == "morag":
        support[NATO] = 3
    elif concern >= 2:
        support[side] = 4
    expected: dict[str, object] = {"tension": 2} if concern >= 2 else {}
    if HALF_UP[concern]:
        expected["assurance"] = tuple(assurance)
    if support != [5, 5]:
        expected["support"] = tuple(support)
    assert changed(before, tracks(state)) == expected
    assert site_of(state, site).state == "halted"


def test_what_is_under_construction_is_halted_like_a_withdrawal():
    state = position(building={"deveselu": 1})

    do(state, "withdraw", ops=1, site="deveselu")

    assert tracks(state)["assurance"] == (6, 7)
    assert tracks(state)["support"] == (4, 5)
    assert tracks(state)["tension"] == 2
    assert happened(state, "SiteWithdrawn")[0].halted is True
    reckoned(state)
    assert site_of(state, "deveselu").state == "empty"


def test_an_empty_site_can_not_be_withdrawn():
    assert refusal(position(), "withdraw", ops=1, site="rota") == "site-empty"


def test_the_others_site_can_not_be_withdrawn():
    state = position(working=("luga",))

    assert refusal(state, "withdraw", ops=1, site="luga") == "not-your-site"


def test_a_site_emptied_in_this_round_can_not_be_used_again_before_the_next():
    state = position(working=("rota",))
    do(state, "withdraw", ops=1, site="rota")
    pass_turn(state)
    assert refusal(state, "deploy", ops=4, site="rota") == "site-halted"

    reckoned(state)

    assert state.round == 5
    assert site_of(state, "rota").state == "empty"
    assert state.view(NATO).site_reason(NATO, "rota") is None


def test_redzikowo_takes_the_fast_interceptors_along_without_further_effect():
    state = position(working=("redzikowo", "iib"))

    do(state, "withdraw", ops=1, site="redzikowo")

    assert site_of(state, "iib").state == "halted"
    assert state.view(NATO).coverage == 0
    assert tracks(state)["assurance"] == (6, 8)
    assert tracks(state)["support"] == (4, 5)
    assert tracks(state)["tension"] == 2


def test_the_fast_interceptors_can_be_withdrawn_alone():
    state = position(working=("redzikowo", "iib"))

    do(state, "withdraw", ops=1, site="iib")

    assert site_of(state, "redzikowo").state == "working"
    assert state.view(NATO).coverage == 3


# ---------------------------------------------------- the concern of forward missiles


@pytest.mark.parametrize(
    ("missile", "nato_sites", "concern"),
    [
        # one of base; Warsaw, Vilnius and Riga count once
        ("kaliningrad", (), 2),
        ("kaliningrad", ("morag",), 3),
        ("kaliningrad", ("redzikowo",), 3),
        ("kaliningrad", ("redzikowo", "morag", "iib"), 3),
        ("kaliningrad", ("deveselu", "rota"), 2),
        ("belarus", (), 2),
        ("belarus", ("redzikowo",), 3),
        ("luga", (), 2),
        ("luga", ("redzikowo", "morag"), 2),
        ("krasnodar", (), 1),
        ("krasnodar", ("black-sea",), 2),
        ("krasnodar", ("kurecik", "deveselu", "emed"), 1),
    ],
)
def test_a_forward_missile_concerns_by_what_its_500_km_reach(missile, nato_sites, concern):
    state = position(working=(missile, *nato_sites))

    assert state.view(NATO).concern[RUSSIA] == concern
    assert site_of(state, missile, NATO).concern == concern


def test_the_concern_of_a_forward_missile_is_read_as_things_stand():
    state = position(working=("krasnodar",))

    do(state, "deploy", ops=2, site="black-sea")

    assert state.view(RUSSIA).concern == (2, 2)


def test_an_undeclared_site_in_reach_adds_no_concern():
    state = position(working=("krasnodar",), hidden=("black-sea",))

    assert state.view(NATO).concern[RUSSIA] == 1
    assert state.view(RUSSIA).concern[RUSSIA] == 1


def test_a_forward_missile_with_a_site_in_reach_alarms_by_2_when_it_is_announced():
    state = position(mover=RUSSIA, working=("morag",))

    do(state, "deploy", ops=2, site="kaliningrad")

    assert tracks(state)["assurance"] == (4, 6)
    assert tracks(state)["tension"] == 4


# ----------------------------------------------------------------------- at risk


@pytest.mark.parametrize(("tension", "coverage"), [(5, 6), (6, 0), (9, 0)])
def test_a_site_in_reach_of_a_working_missile_gives_no_coverage_from_tension_6(
    tension, coverage
):
    state = position(working=("redzikowo", "iib", "kaliningrad"), tension=tension)

    assert state.view(NATO).coverage == coverage
    assert site_of(state, "redzikowo").at_risk is (tension >= 6)


def test_a_missile_that_is_still_being_built_holds_nothing_at_risk():
    state = position(working=("redzikowo",), building={"kaliningrad": 1}, tension=8)

    assert state.view(NATO).coverage == 3


def test_a_site_out_of_reach_is_not_at_risk():
    working = ("deveselu", "rota", "kurecik", "kaliningrad", "luga", "krasnodar", "belarus")
    state = position(working=working, tension=8)

    assert state.view(NATO).coverage == 4


def test_krasnodar_holds_the_black_sea_patrol_at_risk():
    state = position(working=("black-sea", "krasnodar"), tension=6)

    assert state.view(NATO).coverage == 0


def test_a_site_at_risk_still_concerns():
    state = position(working=("redzikowo", "kaliningrad"), tension=8)

    assert state.view(RUSSIA).concern[NATO] == 3
    assert state.view(RUSSIA).deterrent == 3 + 2 - 3


@pytest.mark.parametrize(("threat", "protected"), [(3, True), (4, False)])
def test_nato_is_protected_while_coverage_is_at_least_the_threat(threat, protected):
    state = position(working=("redzikowo",), threat=threat)

    assert state.view(NATO).protected is protected


@pytest.mark.parametrize(("sites", "secure"), [(("redzikowo",), True), (("iib",), False)])
def test_russia_is_secure_while_the_deterrent_is_0_or_more(sites, secure):
    state = position(working=sites)

    assert state.view(RUSSIA).secure is secure


# -------------------------------------------------------- forward deployment calls


@pytest.mark.parametrize(("side", "site", "cost"), [row[:3] for row in EVERY])
def test_forward_missiles_and_land_interceptors_become_the_rounds_crisis(side, site, cost):
    state = position(mover=side, working=needs_of(site), crisis="elections")

    do(state, "deploy", ops=cost, site=site)

    expected = "elections"
    if site in FORWARD:
        expected = "forward"
    elif site in LAND:
        expected = "interceptors"
    assert crisis_slug(state) == expected
    if expected != "elections":
        assert state.view(NATO).crisis.site == site
        assert state.view(NATO).crisis.starter == side


def test_the_brewing_crisis_goes_back_under_the_deck():
    deck = ("strings", "hot-mic")
    state = position(crisis="elections", crisis_deck=deck)

    do(state, "deploy", ops=3, site="deveselu")

    order = [state.world.crises[number].slug for number in state.v[f.CRISIS_DECK]]
    assert order == ["strings", "hot-mic", "elections"]
    assert happened(state, "CrisisPutBack")[0].crisis == "elections"


def test_a_deployment_calls_a_crisis_once_a_round():
    state = position(crisis="elections")
    do(state, "deploy", ops=3, site="deveselu")

    do(state, "deploy", ops=2, site="luga")

    assert state.view(NATO).crisis.slug == "interceptors"
    assert state.view(NATO).crisis.site == "deveselu"


def test_a_deployment_calls_a_crisis_again_in_the_next_round():
    state = position(crisis="elections")
    do(state, "deploy", ops=3, site="deveselu")
    end_turns(state)
    answer(state, "slow-the-work", "protest-and-wait")
    do(state, "no-proposal")

    do(state, "deploy", card=_card(state, 2), site=("rota", "luga")[state.to_move])
    if crisis_slug(state) != "forward":
        do(state, "deploy", card=_card(state, 2), site="luga")

    assert state.round == 5
    assert crisis_slug(state) == "forward"


def _card(state, ops):
    """Return a card of the mover that reaches so many operations."""
    hand = state.v[f.HAND + state.to_move]
    return next(state.world.cards[c].slug for c in hand if state.world.ops[c] >= ops)


def test_a_crisis_is_called_where_none_was_brewing():
    state = position()

    do(state, "deploy", ops=3, site="deveselu")

    assert crisis_slug(state) == "interceptors"
    assert state.v[f.CRISIS_DECK] == ()


def test_a_called_crisis_takes_the_place_of_an_incident_with_its_cause():
    state = position(crisis="noise", cause=2, cause_known=1)

    do(state, "deploy", ops=3, site="deveselu")

    crisis = state.view(NATO).crisis
    assert (crisis.incident, crisis.cause, crisis.public) == (False, None, False)


def test_a_deployment_by_event_calls_the_crisis_too():
    state = position(mover=RUSSIA, hands=(("n-vienna",), ("r-iskander",)))

    do(state, "event", card="r-iskander")

    assert crisis_slug(state) == "forward"
    assert site_of(state, "kaliningrad").state == "building"


def test_an_announcement_by_a_response_calls_no_second_crisis():
    state = position(decision="crisis", crisis="statement", starter=RUSSIA)

    answer(state, "note-the-open-door", "order-the-next-rung")

    assert site_of(state, "kaliningrad").state == "building"
    assert happened(state, "CrisisTurnedUp") == []


def test_the_debug_line_of_an_action_names_its_site():
    state = position()

    assert state.describe(act(state, "deploy", ops=3, site="deveselu")).endswith("deveselu")


# ------------------------------------------------------------- delayed and hastened


def called(**given):
    """Return a crisis over a missile at Luga that is being built."""
    return position(
        decision="crisis",
        crisis="forward",
        crisis_site="luga",
        starter=RUSSIA,
        building={"luga": 2},
        **given,
    )


def test_a_delayed_site_works_a_round_later():
    state = answer(called(), "ask-for-numbers", "hold-the-unit-back")

    # the reckoning of this round has passed
    assert site_of(state, "luga").rounds == 2


def test_a_hastened_site_works_a_round_sooner():
    state = answer(called(), "ask-for-numbers", "they-stay")

    assert site_of(state, "luga").state == "working"


def test_a_halted_site_is_emptied_at_no_cost_of_support():
    state = answer(called(), "ask-for-numbers", "pull-back-to-talk")

    # concern 2: NATO's Assurance +1; measured against open in chicken moves no Assurance
    assert site_of(state, "luga").state == "empty"
    assert tracks(state)["support"] == (5, 5)
    assert tracks(state)["assurance"] == (7, 6)
    # own Tension -1, the halt -1, drift +1
    assert tracks(state)["tension"] == 2
