"""The scripted players, each by what `game.md` says of it."""

import random

import pytest

from game.content.vocabulary import STANCES
from game.engine import actions as a
from game.engine import fields as f
from game.engine.rules.record import note_act
from game.players import make_player


def of(positions, decision, most=60):
    return [s for s in positions if s.view(s.to_move).decision == decision][:most]


def answered(name, state):
    """The view of whoever is asked, its player's action, and the action's facts."""
    view = state.view(state.to_move)
    action = make_player(name, 1, view.side).decide(view)
    return view, action, view.facts(action)


def stance(view, action):
    crisis = view.world.content.crises[view.answering.slug]
    responses = crisis.russia if view.side else crisis.nato
    return STANCES.index(responses[a.argument_of(action)].stance)


def stances_open(view):
    return {stance(view, action) for action in view.legal_actions()}


# -------------------------------------------------------------------------- firm


def test_firm_answers_firm_wherever_it_can(positions):
    for state in of(positions, "crisis"):
        view, action, _ = answered("firm", state)

        assert stance(view, action) == min(stances_open(view))


@pytest.mark.parametrize(
    ("decision", "refusal"),
    [
        ("draft", "no-proposal"),
        ("reply", "reject"),
        ("final-reply", "reject"),
        ("counter-draft", "no-proposal"),
        ("offer", "no"),
    ],
)
def test_firm_proposes_nothing_and_refuses_everything(positions, decision, refusal):
    states = [s for s in of(positions, decision) if not s.view(s.to_move).draft]
    assert states
    for state in states:
        assert answered("firm", state)[2].kind == refusal


def test_firm_plays_what_alarms_most(positions):
    def alarm(view, action):
        seen = view.preview(action)
        other = seen.assurance[1 - view.side]
        return seen.tension[1] - seen.tension[0] + other[0] - other[1]

    for state in of(positions, "card", 40):
        view, action, facts = answered("firm", state)
        kinds = {a.EVENT, a.DEPLOY, a.SUSPEND}
        choices = [x for x in view.legal_actions() if a.kind_of(x) in kinds]
        most = max((alarm(view, choice) for choice in choices), default=0)
        if facts.kind == "unveil":
            continue
        if most > 0:
            assert alarm(view, action) == most
        else:
            assert facts.kind in ("campaign", "hide-nothing", "technical-means")


# -------------------------------------------------------------------------- open


def test_open_answers_open_wherever_it_can(positions):
    for state in of(positions, "crisis"):
        view, action, _ = answered("open", state)

        assert stance(view, action) == max(stances_open(view))


@pytest.mark.parametrize(
    ("decision", "consent"), [("reply", "accept"), ("final-reply", "accept"), ("offer", "yes")]
)
def test_open_accepts_whatever_is_asked(positions, decision, consent):
    for state in of(positions, decision):
        assert answered("open", state)[2].kind == consent


def test_open_takes_steps_and_never_deploys_suspends_or_provokes(positions):
    for state in of(positions, "card"):
        view, _, facts = answered("open", state)
        kinds = {view.facts(action).kind for action in view.legal_actions()}

        assert facts.kind not in ("deploy", "suspend", "hide-site", "unveil")
        if facts.kind == "event":
            assert not view.world.content.cards[facts.card].coercive
        if "cooperate" in kinds and view.support[view.side] > 2:
            assert facts.kind == "cooperate"


def test_open_proposes_that_both_take_one_step(positions):
    for state in of(positions, "draft"):
        player = make_player("open", 1, state.to_move)
        twin = state.clone()
        if twin.v[f.DRAFT]:
            continue
        side = twin.to_move
        terms = []
        while twin.view(side).decision == "draft" and twin.to_move == side:
            action = player.decide(twin.view(side))
            twin.apply_checked(action)
            if a.kind_of(action) != a.TERM:
                break
            terms.append(a.argument_of(action))
        if terms:
            ask, offer = terms
            assert (a.giver_of(ask), a.giver_of(offer)) == (1 - side, side)
            assert a.term_of(ask) == a.term_of(offer) >= a.RAISE_TERM


# -------------------------------------------------------------------- operations


def test_operations_never_plays_an_event(positions):
    for state in of(positions, "card"):
        assert answered("operations", state)[2].kind != "event"


def test_operations_builds_the_site_that_is_worth_most(positions):
    for state in of(positions, "card"):
        view, _, facts = answered("operations", state)
        sites = {
            action: view.world.sites[a.argument_of(action)]
            for action in view.legal_actions()
            if a.kind_of(action) == a.DEPLOY
        }
        if sites:
            assert facts.kind == "deploy"
            chosen = view.world.content.sites[facts.site]
            worths = [site.deterrent if view.side else site.coverage for site in sites.values()]
            assert (chosen.deterrent if view.side else chosen.coverage) == max(worths)


def test_operations_signs_away_no_site(positions):
    for state in of(positions, "reply"):
        view, _, facts = answered("operations", state)
        own = [a.term_of(code) for code in view.tabled if a.giver_of(code) == view.side]
        costly = any(a.WITHDRAW_TERM <= term < a.LADDER_PLEDGE_TERM for term in own)

        assert facts.kind == ("reject" if costly else "accept")


# ------------------------------------------------------------------ reciprocator


@pytest.mark.parametrize(
    ("before", "last", "wanted"),
    [
        (f.ACT_NONE, f.ACT_NONE, f.OPEN),
        (f.ACT_NONE, f.ACT_FRIENDLY, f.OPEN),
        (f.ACT_HOSTILE, f.ACT_FRIENDLY, f.OPEN),
        (f.ACT_FRIENDLY, f.ACT_HOSTILE, f.MEASURED),
        (f.ACT_HOSTILE, f.ACT_HOSTILE, f.FIRM),
        (f.ACT_HOSTILE, f.ACT_MEASURED, f.MEASURED),
    ],
)
def test_reciprocator_answers_in_kind_and_forgives_one_slip(positions, before, last, wanted):
    for state in of(positions, "crisis", 20):
        twin = state.clone()
        rival = 1 - twin.to_move
        twin.v[f.RECORD + rival] = 0
        for act in (before, last):
            note_act(twin, rival, act)
        view, action, _ = answered("reciprocator", twin)

        nearest = min(stances_open(view), key=lambda s: (abs(s - wanted), s))
        assert stance(view, action) == nearest


def test_reciprocator_follows_the_others_lead(positions):
    followed = 0
    for state in of(positions, "card", 200):
        twin = state.clone()
        side = twin.to_move
        twin.v[f.RECORD + 1 - side] = 0
        twin.v[f.STEP + 4 * (1 - side)] = 1
        twin.v[f.STEP + 4 * side] = 0
        view, _, facts = answered("reciprocator", twin)
        if any(
            view.facts(x).kind == "cooperate" and view.facts(x).ladder == "transparency"
            for x in view.legal_actions()
        ):
            followed += 1
            assert facts.kind == "cooperate"
    assert followed > 10


# ------------------------------------------------------------------------ random


def test_random_takes_any_action_alike(positions):
    (state,) = of(positions, "card", 1)
    view = state.view(state.to_move)
    actions = view.legal_actions()
    expected = 20
    seeds = range(expected * len(actions))
    chosen = [make_player("random", seed, view.side).decide(view) for seed in seeds]

    assert set(chosen) == set(actions)
    assert max(map(chosen.count, actions)) < 3 * expected


def test_random_draws_anew_for_every_term(positions):
    luck = random.Random(3)
    states = of(positions, "draft", 40)
    assert any(s.view(s.to_move).draft for s in states)
    for state in states:
        view = state.view(state.to_move)
        seeds = [luck.randrange(10**6) for _ in range(200)]
        chosen = {make_player("random", seed, view.side).decide(view) for seed in seeds}
        assert len(chosen) > min(len(view.legal_actions()), 20) / 2
