"""Non-interference: what a side can't know changes no byte of what it is told (rulebook 10).

Two states that a side can't tell apart give it the same view, actions, descriptions, reasons,
previews and log, and go on doing so whatever either side does in the open.
"""

from random import Random

import pytest

from game.engine import actions as a
from game.engine import fields as f
from game.engine.events import Event, SiteDeclared
from game.match.undo import is_revelation
from game.words import (
    Words,
    action_note,
    action_title,
    full_line,
    reason_text,
    short_log,
    site_line,
    term_note,
)
from tests.engine.disguises import disguised, imagined
from tests.engine.invariants import check
from tests.engine.playthroughs import one_of, reached
from tests.engine.positions import content
from tests.engine.view_faces import face

FEW = pytest.param(40, id="few")
SOME = pytest.param(120, id="some")
MANY = pytest.param(2000, id="many", marks=pytest.mark.long)
TWINS = pytest.mark.parametrize("make", [imagined, disguised], ids=lambda make: make.__name__)
TERMS = [a.term_code(giver, term) for giver in (0, 1) for term in range(a.TERMS)]
OUTLANDISH = [
    a.encode(kind, card, argument)
    for kind in a.KINDS
    for card in (0, 11, 40)
    for argument in (0, 3, 12)
]
"""Actions of which most are not legal, for the reasons."""


@pytest.fixture(scope="module")
def words():
    return Words(content())


def twins(count, make):
    """Yield states, a side, and another state that this side can't tell from the first."""
    luck = Random(count)
    for state in reached(count, seed=2):
        for side in (0, 1):
            yield state, side, make(state, side, luck)


# -------------------------------------------------------------------- what is told


def told(words, state, side):
    """Return all that a side can be told of a state, as bytes."""
    view = state.view(side)
    lines = [repr(view.v), repr(face(view)), *_reasons(words, view), *_board(words, view)]
    if state.to_move == side:
        lines += _actions(words, state, view)
        lines += _packages(view)
    return "\n".join(lines).encode()


def _reasons(words, view):
    """Return why this and that can't be done."""
    for action in OUTLANDISH:
        reason = view.why_not(action)
        yield f"{action} {reason} {reason_text(words, reason) if reason else ''}"
    for code in TERMS:
        yield f"{code} {view.term_reason(code)}"


def _board(words, view):
    """Return what can be asked about sites, ladders and mandates."""
    for site in view.sites:
        yield f"{site_line(words, site)} {view.site_reason(site.side, site.slug)}"
        if site.side == view.side:
            yield f"{view.deploy_cost(site.slug)}"
    for ladder in range(4):
        yield f"{view.step_reason(0, ladder)} {view.step_reason(1, ladder)}"
        yield f"{view.cooperate_cost(ladder)}"
    for mandate in view.world.mandates:
        yield f"{mandate.slug} {view.score_if(mandate.slug)}"


def _actions(words, state, view):
    """Return each legal action with its names, its note and its previews."""
    for action in state.legal_actions():
        facts = view.facts(action)
        yield f"{action} {state.describe(action)} {facts}"
        yield f"{action_title(words, facts, view)} {action_note(words, facts, view)}"
        if action >> 16 >= a.EVENT or action >> 16 in (a.YES, a.NO, a.REVEAL):
            yield f"{view.preview(action)} {view.preview(action, accepted=False)}"
        elif facts.term is not None:
            yield term_note(words, facts.term, view)


def _packages(view):
    """Return what the package in hand, or some that could be, would bring."""
    packages = [view.draft or view.tabled]
    if view.decision in ("draft", "counter-draft"):
        packages += [(code,) for code in TERMS if view.term_reason(code) is None]
    for package in packages:
        yield f"{package} {view.preview_package(package)}"


@pytest.mark.parametrize("count", [SOME, MANY])
def test_a_disguised_state_keeps_the_laws_and_hides_other_things(count):
    changed = set()
    for state, _, other in twins(count, disguised):
        check(other)
        changed |= {i for i, entry in enumerate(state.v) if entry != other.v[i]}

    assert {f.KEY, f.COUNTER, f.CRISIS_DECK, f.HIDDEN, f.WORKING, f.BUILD} <= changed
    assert {f.CAUSE, f.ANSWER, f.KNOWN, f.KNOWN + 1, f.LIED} <= changed
    for field in (f.DECK, f.DOWN, f.DEALT, f.MANDATE):
        assert {field, field + 1} <= changed


@TWINS
@pytest.mark.parametrize("count", [FEW, MANY])
def test_what_a_side_can_not_know_changes_no_byte_of_what_it_is_told(count, make, words):
    for state, side, other in twins(count, make):
        assert told(words, state, side) == told(words, other, side)


# ------------------------------------------------------------------ what comes of it


def goes_on(words, state, action, side):
    """Do an action in a clone; return the clone, its events, and what a side sees and reads."""
    then = state.clone()
    log: list[Event] = []
    then.log = log
    then.apply(action)
    read = [event for one in log if (event := one.redacted(side)) is not None]
    lines = [*short_log(words, read), *(full_line(words, event) for event in read)]
    shown = f"{face(then.view(side))}\n{read}\n{lines}".encode()
    then.log = None
    return then, log, shown


def is_open(log):
    """Say whether nothing hidden was shown or used up, by a look, a find or a draw."""
    return not any(is_revelation(event) or isinstance(event, SiteDeclared) for event in log)


@pytest.mark.parametrize("count", [FEW, MANY])
def test_what_either_side_does_in_the_open_looks_the_same_whatever_is_hidden(count, words):
    compared = dict.fromkeys((True, False), 0)
    for state, side, other in twins(count, disguised):
        for action in state.legal_actions():
            if action not in other.legal_actions():
                continue
            _, log, shown = goes_on(words, state, action, side)
            _, log_there, shown_there = goes_on(words, other, action, side)
            if is_open(log) and is_open(log_there):
                assert shown == shown_there, state.describe(action)
                compared[state.to_move == side] += 1

    assert min(compared.values()) > count


def may_be_taken_back(before, after, log):
    """Say whether a decision showed nothing hidden and used no chance."""
    rolled = after.v[f.COUNTER] != before.v[f.COUNTER]
    return not rolled and not any(map(is_revelation, log))


INSPECTIONS = {"n-vienna", "r-openskies"}
"""They bring every undeclared site to light; that there is none shows, yet has no event: a
match lets nobody take them back (tests/match/test_match.py)."""


@TWINS
@pytest.mark.parametrize("count", [FEW, MANY])
def test_what_may_be_taken_back_has_taught_its_side_nothing(count, make, words):
    compared = 0
    for state, side, other in twins(count, make):
        for action in state.legal_actions() if state.to_move == side else ():
            if state.view(side).facts(action).card in INSPECTIONS:
                continue
            then, log, shown = goes_on(words, state, action, side)
            if not may_be_taken_back(state, then, log):
                continue
            _, _, shown_there = goes_on(words, other, action, side)
            assert shown == shown_there, state.describe(action)
            compared += 1

    assert compared > count


SECRETS = (a.HIDE, a.HIDE_TECHNICAL, a.HIDE_NOTHING)
LOOKS = (a.TECHNICAL, a.HIDE_TECHNICAL, a.UNVEIL, a.REVEAL)


@pytest.mark.parametrize("count", [pytest.param(300, id="some"), MANY])
def test_what_lies_face_down_does_not_show_for_the_rest_of_the_round(count, words):
    luck = Random(count)
    followed = 0
    for state in reached(count, seed=3):
        secret = [each for each in state.legal_actions() if each >> 16 in SECRETS]
        if state.decision != "card" or state.v[f.TURN] > 3 or len(secret) < 2:
            continue
        watcher = 1 - state.to_move
        first = one_of(secret, luck)
        second = one_of([act for act in secret if act & 0xFF00 == first & 0xFF00], luck)
        here, _, shown = goes_on(words, state, first, watcher)
        there, _, shown_there = goes_on(words, state, second, watcher)
        assert shown == shown_there
        while here.decision == "card" and here.round == state.round:
            both = [
                act
                for act in set(here.legal_actions()) & set(there.legal_actions())
                if act >> 16 not in LOOKS
            ]
            action = one_of(sorted(both), luck)
            here, log, shown = goes_on(words, here, action, watcher)
            there, log_there, shown_there = goes_on(words, there, action, watcher)
            if not (is_open(log) and is_open(log_there)):
                break
            assert shown == shown_there
            followed += 1

    assert followed > count / 10
