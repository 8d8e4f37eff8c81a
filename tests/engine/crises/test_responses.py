"""Every response of every crisis against a named answer, change by change (rulebook 6.7).

A row's numbers are the cell of the matrix for both stances plus what both responses say,
and the firm starter's Initiative.
"""

from dataclasses import dataclass, replace

import pytest

from game.engine import fields as f
from tests.engine.cards.stories import (
    Changes,
    Given,
    answer_crisis,
    content,
    response_of,
    to_answer,
)

CALM = Given(tension=3)
STARTERS = {
    "statement": 1,
    "preemption": 1,
    "cruiser": 0,
    "withdrawal": 1,
    "ship-north": 0,
    "data-stops": 0,
    "libya": 0,
    "transit": 1,
    "sector-map": 1,
    "forward": 1,
    "interceptors": 0,
}
"""Who began it; nobody, or a hidden cause, where a crisis is not named."""
INCIDENTS = ("false-alarm", "noise", "near-miss")


@dataclass(frozen=True)
class Pair:
    """A crisis, both answers to it, and what they change."""

    crisis: str
    nato: str
    russia: str
    changes: Changes
    given: Given

    @property
    def name(self):
        return f"{self.crisis}:{self.nato}/{self.russia}"


def pair(crisis, nato, russia, given=CALM, **changes):
    begun = STARTERS.get(crisis, f.NOBODY)
    given = replace(given, crisis=crisis, starter=begun)
    if crisis in INCIDENTS and given.cause < 0:
        given = replace(given, cause=f.NOBODY)
    return Pair(crisis, nato, russia, Changes(**changes), given)


def joint(ladders, step):
    """Both sides stand on a step of the ladders named by their letters."""
    steps = tuple(step if letter in ladders else 0 for letter in "TECG")
    return replace(CALM, nato=steps, russia=steps)


HOT = replace(CALM, tension=7)
COOL = replace(CALM, tension=1)
MISSILES = replace(CALM, building=("kaliningrad",), crisis_site="kaliningrad", tension=3)
CONCRETE = replace(CALM, building=("deveselu",), crisis_site="deveselu")
ACCIDENT = replace(HOT, cause=f.NOBODY, known_to=0b11)

CHICKEN = (
    pair(
        "statement",
        "no-veto",
        "only-the-cheap-rungs",
        tension=2,
        initiative=2,
        assurance=(0, -1),
        support=(1, 0),
    ),
    # Kaliningrad, concern 2: Tension 1, NATO's Assurance -1, Russia's Support 1
    pair(
        "statement",
        "no-veto",
        "order-the-next-rung",
        COOL,
        tension=6,
        initiative=1,
        assurance=(-2, -1),
        support=(1, 1),
        announced={"kaliningrad"},
        rounds={"kaliningrad": 2},
    ),
    pair(
        "statement",
        "note-the-open-door",
        "hold-to-every-rung",
        tension=2,
        initiative=-1,
        assurance=(-1, 0),
        support=(0, 1),
    ),
    pair(
        "statement",
        "offer-a-written-text",
        "stress-the-open-door",
        joint("G", 1),
        tension=-3,
        assurance=(1, 0),
    ),
    pair(
        "statement",
        "ask-what-would-suffice",
        "only-the-cheap-rungs",
        initiative=-1,
        assurance=(1, 0),
    ),
    pair(
        "preemption",
        "demand-a-retraction",
        "repeat-it",
        tension=5,
        assurance=(-1, -1),
        support=(1, 0),
    ),
    pair("preemption", "ask-for-the-sums", "print-it-in-full"),
    pair(
        "preemption",
        "ring-the-joint-watch",
        "print-it-in-full",
        joint("TC", 2),
        tension=-1,
        assurance=(1, 0),
    ),
    pair(
        "preemption",
        "answer-from-the-podium",
        "show-slides-and-radar",
        tension=-2,
        assurance=(1, 1),
    ),
    pair(
        "cruiser",
        "sail-on",
        "shadow-it-closely",
        tension=5,
        initiative=-1,
        assurance=(-1, -1),
        support=(1, 0),
    ),
    # the suspension: both lose the joint level's Assurance, NATO 1 more, Tension 1
    pair(
        "cruiser",
        "file-the-route",
        "suspend-exercises",
        joint("E", 1),
        tension=2,
        initiative=-2,
        assurance=(-3, -1),
        support=(0, 1),
        steps={"russia ex": -1},
    ),
    # of a step that is ahead: no joint level falls, and no Support is won at home
    pair(
        "cruiser",
        "file-the-route",
        "suspend-exercises",
        replace(CALM, russia=(0, 1, 0, 0)),
        tension=2,
        initiative=-2,
        assurance=(-2, 0),
        steps={"russia ex": -1},
    ),
    pair("cruiser", "shorten-the-visit", "lodge-a-note", tension=-1, initiative=-1),
    pair(
        "cruiser",
        "guests-aboard",
        "greet-and-watch",
        joint("E", 2),
        tension=-1,
        assurance=(1, 2),
        support=(1, 0),
    ),
    pair(
        "asylum",
        "cancel-the-summit",
        "make-a-show-of-it",
        tension=5,
        initiative=-1,
        assurance=(-1, -1),
        support=(1, 1),
        door=-1,
    ),
    pair("asylum", "ministers-meet-instead", "ask-him-for-silence"),
    pair("asylum", "keep-the-date", "stay-with-the-agenda", tension=-2, assurance=(1, 1)),
    pair(
        "withdrawal",
        "freeze-the-talks",
        "stop-the-clock",
        tension=2,
        initiative=2,
        assurance=(0, -1),
        support=(1, 0),
        door=-1,
    ),
    pair(
        "withdrawal",
        "call-in-experts",
        "let-the-clock-run",
        tension=2,
        initiative=-1,
        assurance=(-1, 0),
    ),
    pair(
        "withdrawal",
        "offer-criteria",
        "take-it-back",
        joint("G", 1),
        tension=-3,
        assurance=(1, 0),
    ),
    pair(
        "withdrawal",
        "ask-for-a-pause",
        "let-the-clock-run",
        initiative=-2,
        assurance=(1, 0),
        support=(-1, 1),
    ),
    # the fleet, concern 2 and at sea at once
    pair(
        "ship-north",
        "stay-on-station",
        "send-the-fleet",
        COOL,
        tension=6,
        initiative=-1,
        assurance=(-2, -1),
        support=(1, 1),
        announced={"northern-fleet"},
        working={"northern-fleet"},
    ),
    pair(
        "ship-north",
        "announce-the-route",
        "close-the-range",
        tension=2,
        initiative=-1,
        assurance=(-1, 0),
        support=(0, 1),
    ),
    pair(
        "ship-north", "turn-at-the-line", "watch-from-afar", initiative=-1, assurance=(1, 1)
    ),
    pair(
        "ship-north",
        "put-the-line-in-writing",
        "ask-for-a-line",
        joint("G", 1),
        tension=-2,
        assurance=(0, 1),
        support=(1, 0),
    ),
    pair(
        "false-alarm",
        "raise-readiness",
        "raise-readiness-russia",
        tension=5,
        assurance=(-1, -1),
        support=(1, 1),
    ),
    pair("false-alarm", "check-twice", "check-twice-russia"),
    pair(
        "false-alarm",
        "telephone-first",
        "telephone-first-russia",
        tension=-1,
        assurance=(2, 2),
    ),
    pair("false-alarm", "clear", "clear-russia", ACCIDENT, tension=-5),
    # Morąg, concern 1, Support 2; the unit is at its post a round sooner
    pair(
        "forward",
        "send-patriots",
        "they-stay",
        MISSILES,
        tension=5,
        initiative=1,
        assurance=(-1, -2),
        support=(2, 1),
        announced={"morag"},
        rounds={"morag": 2, "kaliningrad": 1},
    ),
    pair(
        "forward",
        "close-ranks",
        "name-a-ceiling",
        MISSILES,
        tension=2,
        initiative=1,
        assurance=(0, -1),
        support=(1, 0),
    ),
    pair(
        "forward",
        "ask-for-numbers",
        "hold-the-unit-back",
        MISSILES,
        tension=-1,
        rounds={"kaliningrad": 3},
    ),
    # halted: concern 2 gone, Tension -1 and NATO's Assurance 1 more, no Support lost
    pair(
        "forward",
        "talk-about-both",
        "pull-back-to-talk",
        MISSILES,
        tension=-3,
        assurance=(2, 1),
        emptied={"kaliningrad"},
    ),
)

DILEMMA = (
    pair(
        "hot-mic",
        "harden-the-line",
        "quote-it-widely",
        tension=3,
        initiative=-1,
        assurance=(-1, -1),
        support=(1, 0),
    ),
    pair("hot-mic", "explain-the-context", "no-comment"),
    pair("hot-mic", "brief-all-capitals", "keep-the-confidence", assurance=(2, 3)),
    pair(
        "hot-mic",
        "harden-the-line",
        "joint-account",
        tension=1,
        initiative=2,
        assurance=(1, 0),
        support=(2, -1),
    ),
    # the suspension: both lose the joint level's Assurance, Russia 1 more, Tension 1
    pair(
        "data-stops",
        "stop-every-exchange",
        "protest",
        joint("T", 1),
        tension=2,
        initiative=1,
        assurance=(-1, -3),
        support=(2, 0),
        steps={"nato tr": -1},
    ),
    pair(
        "data-stops",
        "treaty-data-only",
        "answer-in-kind",
        tension=3,
        initiative=-1,
        assurance=(-1, -1),
        support=(1, 1),
    ),
    pair(
        "data-stops",
        "set-a-date-to-resume",
        "joint-inspectors-go-on",
        joint("T", 2),
        tension=-1,
        assurance=(0, 1),
    ),
    pair("data-stops", "go-on-reporting", "voluntary-notices", assurance=(3, 2)),
    pair(
        "libya",
        "press-on",
        "walk-out",
        tension=3,
        assurance=(-1, -1),
        support=(0, 1),
        door=-1,
    ),
    pair("libya", "brief-the-council", "call-for-a-truce"),
    pair("libya", "report-each-step", "offer-to-mediate", assurance=(2, 3)),
    pair("libya", "seek-a-truce-text", "call-for-a-truce", initiative=-1, assurance=(1, 0)),
    pair(
        "picture",
        "rally-the-hosts",
        "say-nothing",
        tension=3,
        initiative=-1,
        assurance=(-1, -1),
        support=(1, 0),
    ),
    pair(
        "picture",
        "look-for-ourselves",
        "answer-in-general",
        replace(CALM, hidden=("kaliningrad",)),
        initiative=1,
        assurance=(-2, 0),
        support=(0, -1),
        found={"kaliningrad"},
    ),
    pair("picture", "look-for-ourselves", "answer-in-general"),
    pair("picture", "accept-the-denial", "invite-a-visit", assurance=(3, 2)),
    pair(
        "picture",
        "ask-for-a-visit",
        "say-nothing",
        joint("T", 2),
        tension=1,
        initiative=-3,
        assurance=(0, 1),
        support=(-1, 1),
    ),
    pair(
        "noise",
        "accuse",
        "accuse-russia",
        tension=3,
        assurance=(-1, -1),
        support=(1, 1),
    ),
    pair("noise", "ask-through-channels", "ask-through-channels-russia"),
    pair("noise", "swap-recordings", "swap-recordings-russia", assurance=(2, 2)),
    pair("noise", "clear", "clear-russia", ACCIDENT, tension=-4, assurance=(1, 1)),
    pair(
        "interceptors",
        "full-pace",
        "leave-the-table",
        CONCRETE,
        tension=3,
        initiative=-1,
        assurance=(-1, -1),
        support=(1, 1),
        door=-1,
        rounds={"deveselu": 1},
    ),
    # Kaliningrad, concern 2, on top
    pair(
        "interceptors",
        "slow-the-work",
        "name-a-target",
        CONCRETE,
        tension=2,
        initiative=-2,
        assurance=(-2, 0),
        support=(0, 1),
        announced={"kaliningrad"},
        rounds={"deveselu": 3, "kaliningrad": 2},
    ),
    pair("interceptors", "explain-each-stage", "protest-and-wait", CONCRETE),
    pair(
        "interceptors", "invite-observers", "ask-for-criteria", CONCRETE, assurance=(2, 3)
    ),
    pair(
        "war-games",
        "full-scenario",
        "snap-readiness",
        tension=3,
        initiative=-1,
        assurance=(-1, -1),
        support=(1, 0),
    ),
    pair("war-games", "publish-numbers", "publish-numbers-russia"),
    pair(
        "war-games",
        "staff-hot-line",
        "staff-hot-line-russia",
        joint("E", 2),
        tension=-2,
        assurance=(1, 1),
    ),
    pair("war-games", "invite-observers", "invite-observers-russia", assurance=(3, 3)),
    pair(
        "transit",
        "reroute-at-a-price",
        "delay-the-trains",
        tension=3,
        initiative=1,
        assurance=(-1, -1),
    ),
    pair("transit", "pay-and-wait", "leave-it-a-hint"),
    pair("transit", "trade-help-for-help", "sign-the-rail-route", assurance=(2, 3)),
)

STAG_HUNT = (
    pair(
        "test",
        "script-the-visit",
        "refuse-the-show",
        tension=1,
        initiative=-1,
        support=(1, 1),
    ),
    pair("test", "one-test-one-team", "send-observers-only", assurance=(1, 0)),
    pair("test", "let-them-choose", "bring-the-radars", tension=-2, assurance=(3, 3)),
    pair(
        "test",
        "open-the-data",
        "bring-the-radars",
        joint("T", 2),
        tension=-3,
        assurance=(2, 2),
        support=(1, 0),
    ),
    pair("launches", "speed-the-shield", "doubt-it-aloud", tension=1, support=(1, 1)),
    pair("launches", "own-estimate", "own-estimate-russia"),
    pair("launches", "share-tracks", "share-tracks-russia", tension=-2, assurance=(3, 3)),
    pair(
        "launches",
        "run-it-at-the-centre",
        "run-it-at-the-centre-russia",
        replace(joint("TC", 2), tension=5),
        tension=-4,
        assurance=(1, 1),
        support=(1, 1),
    ),
    pair(
        "phase-four",
        "deny-any-concession",
        "pocket-it",
        tension=1,
        initiative=-1,
        support=(1, 1),
    ),
    pair("phase-four", "state-the-facts", "welcome-not-enough", support=(0, 1)),
    pair(
        "phase-four", "sell-it-as-a-step", "answer-with-a-step", tension=-3, assurance=(2, 2)
    ),
    pair(
        "phase-four",
        "sell-it-as-a-step",
        "get-it-in-writing",
        joint("G", 1),
        tension=-2,
        assurance=(2, 3),
        support=(0, 1),
    ),
    pair("tehran", "full-speed", "demand-a-halt", tension=1, initiative=-1, support=(1, 1)),
    pair("tehran", "review-later", "ask-the-question"),
    pair("tehran", "slow-down-together", "joint-review", tension=-3, assurance=(2, 2)),
    pair(
        "tehran",
        "slow-down-together",
        "review-at-the-centre",
        replace(joint("TC", 2), tension=5),
        tension=-4,
        assurance=(1, 1),
        support=(0, 1),
    ),
    pair(
        "long-arrow",
        "shield-first-talk-later",
        "blame-the-shield",
        tension=1,
        initiative=1,
        support=(1, 1),
    ),
    pair("long-arrow", "warn-the-hosts", "own-alert", support=(1, 1)),
    pair("long-arrow", "joint-session", "lend-the-radars", tension=-2, assurance=(3, 3)),
    pair(
        "long-arrow",
        "joint-alert",
        "joint-alert-russia",
        replace(joint("TC", 2), tension=5),
        tension=-4,
        assurance=(1, 1),
        support=(1, 1),
    ),
    pair(
        "near-miss", "release-the-film", "release-the-film-russia", tension=1, support=(1, 1)
    ),
    pair("near-miss", "log-it", "log-it-russia"),
    pair(
        "near-miss", "joint-inquiry", "joint-inquiry-russia", tension=-2, assurance=(3, 3)
    ),
    pair(
        "near-miss",
        "shared-sky-rules",
        "shared-sky-rules-russia",
        replace(joint("E", 2), tension=5),
        tension=-4,
        assurance=(1, 1),
        support=(1, 1),
    ),
    pair("near-miss", "clear", "clear-russia", ACCIDENT, tension=-6, assurance=(1, 1)),
    pair(
        "no-summit",
        "meet-without-them",
        "stay-away",
        tension=1,
        initiative=-1,
        support=(1, 1),
    ),
    pair("no-summit", "invite-a-minister", "send-a-minister"),
    pair("no-summit", "one-page-for-both", "bring-a-paper", tension=-2, assurance=(3, 3)),
    pair("no-summit", "name-the-date", "bring-a-paper", tension=-3, assurance=(2, 2)),
    pair("cargo", "own-escort", "own-escort-russia", tension=1, support=(1, 1)),
    pair("cargo", "split-the-route", "split-the-route-russia"),
    pair("cargo", "joint-escort", "joint-escort-russia", tension=-2, assurance=(3, 3)),
    pair(
        "cargo",
        "one-command",
        "one-command-russia",
        replace(joint("E", 2), tension=5),
        tension=-4,
        assurance=(1, 1),
        support=(1, 1),
    ),
)

DEADLOCK = (
    pair(
        "elections", "promise-every-phase", "run-against-the-shield", tension=2, support=(2, 2)
    ),
    pair("elections", "say-little", "say-little-russia"),
    pair(
        "elections", "ask-for-calm", "ask-for-calm-russia", assurance=(1, 1), support=(-1, -1)
    ),
    pair("strings", "promise-all-phases", "adopt-the-strings", tension=2, support=(2, 2)),
    pair("strings", "a-quiet-letter", "a-milder-text"),
    pair(
        "strings",
        "speak-for-both-texts",
        "speak-for-both-texts-russia",
        assurance=(1, 1),
        support=(-1, -1),
    ),
    pair("scuds", "send-them-at-once", "stand-by-damascus", tension=2, support=(2, 2)),
    pair("scuds", "send-a-few", "ask-for-limits"),
    pair(
        "scuds",
        "explain-their-limits",
        "accept-the-cover",
        assurance=(1, 1),
        support=(-1, -1),
    ),
    pair(
        "sector-map",
        "two-systems-or-none",
        "sectors-or-none",
        tension=2,
        initiative=1,
        support=(2, 2),
    ),
    pair("sector-map", "study-the-slide", "redraw-the-line"),
    pair(
        "sector-map",
        "look-for-overlap",
        "look-for-overlap-russia",
        assurance=(1, 1),
        support=(-1, -1),
    ),
)

CELLS = (
    # prisoner's dilemma; harden: Support 1, quote: Initiative 1, brief: both Assurance 1,
    # keep the confidence: the other's Assurance is not touched, the own rises by 1
    pair(
        "hot-mic",
        "harden-the-line",
        "no-comment",
        tension=2,
        initiative=1,
        assurance=(0, -1),
        support=(1, 0),
    ),
    pair(
        "hot-mic",
        "harden-the-line",
        "keep-the-confidence",
        tension=1,
        initiative=2,
        assurance=(0, 0),
        support=(2, -1),
    ),
    pair(
        "hot-mic",
        "explain-the-context",
        "quote-it-widely",
        tension=2,
        initiative=-2,
        assurance=(-1, 0),
    ),
    pair(
        "hot-mic",
        "explain-the-context",
        "keep-the-confidence",
        initiative=1,
        assurance=(0, 1),
    ),
    pair(
        "hot-mic",
        "brief-all-capitals",
        "quote-it-widely",
        tension=1,
        initiative=-3,
        assurance=(0, 1),
        support=(-1, 1),
    ),
    pair("hot-mic", "brief-all-capitals", "no-comment", initiative=-1, assurance=(1, 1)),
    # stag hunt; own escort: Support and Initiative 1, joint escort: both Assurance 1
    pair(
        "cargo",
        "own-escort",
        "split-the-route-russia",
        tension=1,
        initiative=1,
        assurance=(0, -1),
        support=(1, 0),
    ),
    pair(
        "cargo",
        "own-escort",
        "joint-escort-russia",
        initiative=2,
        assurance=(1, 0),
        support=(1, -1),
    ),
    pair(
        "cargo",
        "split-the-route",
        "own-escort-russia",
        tension=1,
        initiative=-1,
        assurance=(-1, 0),
        support=(0, 1),
    ),
    pair("cargo", "split-the-route", "joint-escort-russia", initiative=1, assurance=(1, 1)),
    pair(
        "cargo",
        "joint-escort",
        "own-escort-russia",
        initiative=-2,
        assurance=(0, 1),
        support=(-1, 1),
    ),
    pair("cargo", "joint-escort", "split-the-route-russia", initiative=-1, assurance=(1, 1)),
    # chicken; cancel: Support 1 and the door, a show: Support and Initiative 1,
    # keep the date: both Assurance 1, stay with the agenda: Tension -1
    pair(
        "asylum",
        "cancel-the-summit",
        "ask-him-for-silence",
        tension=2,
        initiative=1,
        assurance=(0, -1),
        support=(1, 0),
        door=-1,
    ),
    pair(
        "asylum",
        "cancel-the-summit",
        "stay-with-the-agenda",
        tension=-1,
        initiative=2,
        support=(2, -1),
        door=-1,
    ),
    pair(
        "asylum",
        "ministers-meet-instead",
        "make-a-show-of-it",
        tension=2,
        initiative=-2,
        assurance=(-1, 0),
        support=(0, 1),
    ),
    pair("asylum", "ministers-meet-instead", "stay-with-the-agenda", tension=-1, initiative=1),
    pair(
        "asylum",
        "keep-the-date",
        "make-a-show-of-it",
        initiative=-3,
        assurance=(1, 1),
        support=(-1, 2),
    ),
    pair("asylum", "keep-the-date", "ask-him-for-silence", initiative=-1, assurance=(1, 1)),
    # deadlock; ask for calm: own Assurance 1
    pair(
        "elections",
        "promise-every-phase",
        "say-little-russia",
        tension=2,
        initiative=1,
        support=(2, 0),
    ),
    pair(
        "elections",
        "promise-every-phase",
        "ask-for-calm-russia",
        initiative=1,
        assurance=(0, 1),
        support=(2, -1),
    ),
    pair(
        "elections",
        "say-little",
        "run-against-the-shield",
        tension=2,
        initiative=-1,
        support=(0, 2),
    ),
    pair("elections", "say-little", "ask-for-calm-russia", assurance=(0, 1), support=(0, -1)),
    pair(
        "elections",
        "ask-for-calm",
        "run-against-the-shield",
        initiative=-1,
        assurance=(1, 0),
        support=(-1, 2),
    ),
    pair("elections", "ask-for-calm", "say-little-russia", assurance=(1, 0), support=(-1, 0)),
)
"""The six cells of each matrix that differ by who is the firmer; the three equal ones stand
in the rows above."""

STARTERS_PAY = (
    pair(
        "libya",
        "press-on",
        "call-for-a-truce",
        tension=2,
        initiative=1,
        assurance=(0, -1),
    ),
    pair(
        "transit",
        "pay-and-wait",
        "delay-the-trains",
        tension=2,
        initiative=-1,
        assurance=(-1, 0),
    ),
    # the rival of the starter doesn't pay
    pair(
        "libya",
        "brief-the-council",
        "walk-out",
        tension=2,
        initiative=-1,
        assurance=(-1, 0),
        support=(0, 1),
        door=-1,
    ),
    pair(
        "transit",
        "reroute-at-a-price",
        "leave-it-a-hint",
        tension=2,
        initiative=2,
        assurance=(0, -1),
    ),
)
RESPONSES = CHICKEN + DILEMMA + STAG_HUNT + DEADLOCK
PAIRS = RESPONSES + CELLS + STARTERS_PAY

TITLES = {
    "chicken": "statement preemption cruiser asylum withdrawal ship-north false-alarm forward",
    "prisoners-dilemma": "hot-mic data-stops libya picture noise interceptors war-games transit",
    "stag-hunt": "test launches phase-four tehran long-arrow near-miss no-summit cargo",
    "deadlock": "elections strings scuds sector-map",
}


@pytest.mark.parametrize("row", PAIRS, ids=lambda row: row.name)
def test_two_answers_bring_the_cell_of_the_matrix_and_their_own_effects(row):
    state = to_answer(row.given)

    assert answer_crisis(state, row.nato, row.russia) == row.changes


@pytest.mark.parametrize("row", RESPONSES, ids=lambda row: row.name)
def test_both_answers_are_legal_where_their_needs_are_met(row):
    state = to_answer(row.given)
    for side, slug in ((0, row.nato), (1, row.russia)):
        state.v[f.MOVER] = side
        assert response_of(state, side, slug) in state.legal_actions()


def test_every_crisis_is_of_its_type():
    for kind, slugs in TITLES.items():
        assert {s for s, c in content().crises.items() if c.type == kind} == set(slugs.split())


def test_every_crisis_has_its_starter():
    for slug, crisis in content().crises.items():
        if slug in ("forward", "interceptors"):
            assert crisis.starter == "owner"
        elif slug in INCIDENTS:
            assert crisis.starter == "hidden"
        else:
            known = {0: "nato", 1: "russia"}
            assert crisis.starter == known.get(STARTERS.get(slug), "nobody")


def test_every_response_of_every_crisis_is_told():
    told = {(row.crisis, 0, row.nato) for row in RESPONSES}
    told |= {(row.crisis, 1, row.russia) for row in RESPONSES}
    existing = {
        (slug, side, response.slug)
        for slug, crisis in content().crises.items()
        for side, responses in enumerate((crisis.nato, crisis.russia))
        for response in responses
    }

    assert told == existing


def test_every_cell_of_every_matrix_is_told_on_both_sides():
    stances = {
        (slug, response.slug): response.stance
        for slug, crisis in content().crises.items()
        for response in (*crisis.nato, *crisis.russia)
    }
    told = {
        (
            content().crises[row.crisis].type,
            stances[row.crisis, row.nato],
            stances[row.crisis, row.russia],
        )
        for row in PAIRS
    }

    three = ("firm", "measured", "open")
    assert told == {(kind, one, other) for kind in TITLES for one in three for other in three}
