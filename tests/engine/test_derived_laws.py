"""Derived numbers, worked out the long way and compared on reached positions (3, 9.2).

The engine looks many of these up in tables that it fills as it goes; here they are reckoned
anew from the sites' and mandates' own facts.
"""

import pytest

from game.content.effects import WorthHook
from game.engine import actions as a
from game.engine import fields as f
from game.engine import scoring
from game.engine.rules.ladders import CAN, open_steps, step_obstacle
from tests.engine.playthroughs import SCENARIOS, reached, walk

SOME = pytest.param(300, id="some")
LOTS = pytest.param(5000, id="lots", marks=pytest.mark.long)


def joint(state):
    """Return the joint levels by ladder."""
    v = state.v
    return [min(v[f.STEP + ladder], v[f.STEP + 4 + ladder]) for ladder in range(4)]


def centres(state):
    """Return the level of the joint centres that work."""
    transparency, exercises, level, _ = joint(state)
    if level >= 2 and transparency < 2:
        return 1
    if level >= 3 and exercises < 2:
        return 2
    return level


def there(state, field, site):
    """Say whether a site's bit is set."""
    return state.v[field] >> state.world.site_id[site.slug] & 1


def reached_by(state, missile):
    """Return the NATO sites and the capitals within a missile's 500 km."""
    reach = state.world.reach[state.world.site_id[missile.slug]]
    sites = {s.slug for i, s in enumerate(state.world.sites) if reach.sites >> i & 1}
    return sites, reach.capitals


def concern_of(state, site):
    """Return a site's concern as things are declared."""
    if site.reach_km:
        sites, capitals = reached_by(state, site)
        declared = [s for s in state.world.sites if there(state, f.DECLARED, s)]
        return min(3, 1 + bool(capitals) + sum(s.slug in sites for s in declared))
    sectors = state.world.scenario.options.sectors and joint(state)[2] >= 2
    return 1 if sectors and site.slug == "redzikowo" else site.concern


def concern(state, side):
    """Return the concern of a side's declared sites."""
    name = ("nato", "russia")[side]
    return sum(
        concern_of(state, site)
        for site in state.world.sites
        if site.side == name and there(state, f.DECLARED, site)
    )


def worth(state, what):
    """Return what cards add to Coverage or the Deterrent: the largest, they don't add up."""
    added = [
        effect.hook.by
        for effect in state.world.lasting
        if state.v[f.LASTING] >> effect.number & 1
        and isinstance(effect.hook, WorthHook)
        and effect.hook.target == what
    ]
    return max(added, default=0)


def coverage(state):
    """Return NATO's Coverage."""
    at_risk = set()
    if state.v[f.TENSION] >= 6:
        for site in state.world.sites:
            if site.reach_km and there(state, f.WORKING, site):
                at_risk |= reached_by(state, site)[0]
    working = [site for site in state.world.sites if there(state, f.WORKING, site)]
    total = sum(site.coverage for site in working if site.slug not in at_risk)
    level = centres(state)
    if level >= 2:
        radars = {"pionersky", "armavir", "gabala"}
        radars |= {"baltiysk"} if state.world.scenario.options.sectors else set()
        total += 2 + sum(site.slug in radars for site in working)
    return total + (level >= 3) + worth(state, "coverage")


def deterrent(state):
    """Return Russia's Deterrent."""
    working = [site for site in state.world.sites if there(state, f.WORKING, site)]
    total = 3 + sum(site.deterrent for site in working) + joint(state)[3]
    return total + (centres(state) >= 2) - concern(state, 0) + worth(state, "deterrent")


@pytest.mark.parametrize("count", [SOME, LOTS])
def test_coverage_deterrent_and_concern_are_what_the_sites_add_up_to(count):
    for state in reached(count):
        assert scoring.centres_level(state) == centres(state)
        assert scoring.coverage(state) == coverage(state)
        assert scoring.deterrent(state) == deterrent(state)
        assert [scoring.concern(state, side) for side in (0, 1)] == [
            concern(state, side) for side in (0, 1)
        ]


@pytest.mark.parametrize("count", [SOME, LOTS])
def test_a_score_is_what_the_weights_add_up_to(count):
    for state in reached(count):
        v, working = state.v, [s for s in state.world.sites if there(state, f.WORKING, s)]
        sure = [coverage(state) >= v[f.THREAT], deterrent(state) >= 0]
        margins = [coverage(state) - v[f.THREAT], deterrent(state)]
        if centres(state) == 4:
            sure, margins = [True, True], [max(0, margin) for margin in margins]
        sure = [
            held and not v[f.FLAGS] >> 8 + side & 1 for side, held in enumerate(sure)
        ]  # not who was firm at the brink (6.5)
        for number, mandate in enumerate(state.world.mandates):
            side = int(mandate.side == "russia")
            counted = {
                "secured": sure[side],
                "margin": max(-4, min(4, margins[side])),
                "joint": sum(joint(state)),
                "initiative": -v[f.INITIATIVE] if side else v[f.INITIATIVE],
                "support": v[f.SUPPORT + side],
                "tension": v[f.TENSION],
                "forward_missiles": sum(site.reach_km > 0 for site in working),
                "nato_concern": concern(state, 0),
                "guarantees": joint(state)[3],
                "land_interceptors": sum(site.land_interceptor for site in working),
                "nato_unprotected": not sure[0],
            }
            total = sum(weight * counted[name] for name, weight in mandate.weights.items())
            assert scoring.score_of(state, side, number) == total, mandate.slug


@pytest.mark.parametrize("count", [SOME, LOTS])
def test_the_open_steps_are_those_without_an_obstacle(count):
    for state in reached(count):
        for side in (0, 1):
            free = [step_obstacle(state, side, ladder) == CAN for ladder in range(4)]
            assert open_steps(state, side) == sum(1 << i for i, can in enumerate(free) if can)


@pytest.mark.parametrize("count", [SOME, LOTS])
def test_legal_actions_come_in_their_order(count):
    for state in reached(count):
        legal = list(state.legal_actions())
        if state.decision in ("draft", "counter-draft"):
            terms = [act & 0xFF for act in legal if act >> 16 == a.TERM]
            offers = [code >> 5 == state.to_move for code in terms]
            assert offers == sorted(offers)
            for giver in (0, 1):
                own = [code for code in terms if code >> 5 == giver]
                assert own == sorted(own)
            assert legal[-1] >> 16 == a.NO_PROPOSAL
        elif state.decision == "card":
            hand = list(state.v[f.HAND + state.to_move])
            cards = [act >> 8 & 0xFF for act in legal if act >> 16 != a.UNVEIL]
            assert list(dict.fromkeys(cards)) == hand
            unveil = [act >> 16 == a.UNVEIL for act in legal]
            assert unveil == sorted(unveil, reverse=True)
        else:
            assert legal == sorted(legal)


def test_the_walks_reach_every_kind_of_decision_action_phase_and_scenario():
    decisions, kinds, phases, ends = set(), set(), set(), set()
    for number in range(150):
        for state, action in walk(SCENARIOS[number % len(SCENARIOS)], number):
            decisions.add(state.decision)
            phases.add(state.phase)
            if action is None:
                ends.add(state.outcome.verdict)
            else:
                kinds.add(action >> 16)

    assert decisions == set(f.DECISIONS)
    assert kinds == set(a.KINDS)
    assert {"mandates", "council", "actions", "crisis", "over"} <= phases
    assert {"confrontation", "government-falls", "cold-peace", "russias-terms"} <= ends
