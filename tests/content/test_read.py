"""Nodes into specs: every verb, hook and condition, and values that don't fit (rulebook 8)."""

import dataclasses

import pytest

from game.content import effects
from game.content.effects import (
    Announce,
    Assurance,
    AtSite,
    BlockHook,
    BlockSiteHook,
    CapHook,
    Choose,
    CostHook,
    Door,
    Draw,
    DriftHook,
    GateHook,
    HandHook,
    If,
    Initiative,
    Lasting,
    Lift,
    Look,
    Offer,
    OpenCrisis,
    Pledge,
    Reveal,
    Step,
    Support,
    Suspend,
    Tension,
    TermsHook,
    Threat,
    Withdraw,
    WorthHook,
)
from game.content.sheets import MOST_PROBLEMS, Hopeless, Reference, Unreadable
from game.content.specs import CapitalSpec, SiteSpec


@dataclasses.dataclass(frozen=True)
class Event:
    """As much of a card as these tests need."""

    event: tuple[effects.Effect, ...] = ()
    condition: tuple[effects.Condition, ...] = ()


CAPITAL = """\
slug: warsaw
title: Warsaw
latitude: 52.23
longitude: 21.01
shown: true
"""


VERBS = [
    ("tension: -1", Tension(-1)),
    ("tension: {by: -1}", Tension(-1)),
    ("threat: 1", Threat(1)),
    ("assurance: {who: both, by: 1}", Assurance("both", 1)),
    ("support: {who: other, by: -1}", Support("other", -1)),
    ("initiative: 2", Initiative(2)),
    ("step: {ladder: centres, who: own}", Step("centres", "own", free=False)),
    (
        "step: {ladder: guarantees, who: both, free: true}",
        Step("guarantees", "both", free=True),
    ),
    ("announce: emed", Announce("emed")),
    ("withdraw: forward", Withdraw("forward")),
    ("pledge: black-sea", Pledge("black-sea")),
    (
        "offer: {accepted: [tension: -1], refused: []}",
        Offer((Tension(-1),), ()),
    ),
    ("choose: {first: [draw: 1], second: [look: 2]}", Choose((Draw(1),), (Look(2),))),
    (
        "if: {when: [threat: 3], then: [draw: 1], else: [look: 1]}",
        If((effects.ThreatAtLeast(3),), (Draw(1),), (Look(1),)),
    ),
    ("if: {when: [threat: 3], then: [draw: 1]}", If((effects.ThreatAtLeast(3),), (Draw(1),))),
    ("draw: 1", Draw(1)),
    ("look: 2", Look(2)),
    ("door: -1", Door(-1)),
    ("reveal: sites", Reveal("sites")),
    ("crisis: cruiser", OpenCrisis("cruiser")),
    ("lift: own", Lift("own")),
    ("suspend: exercises", Suspend("exercises")),
    ("at-site: halt", AtSite("halt")),
    ("lasting: {cap: 1, until: next}", Lasting(CapHook(1), "next")),
]

HOOKS = [
    ("cost: {target: site, who: own, by: -2}", CostHook("site", "own", -2)),
    ("gate: {target: all, who: both, by: -1}", GateHook("all", "both", -1)),
    ("drift: -1", DriftHook(-1)),
    ("cap: 1", CapHook(1)),
    ("hand: 1", HandHook(1)),
    ("terms: 1", TermsHook(1)),
    ("block: {ladder: guarantees, step: 3}", BlockHook("guarantees", 3)),
    ("block-site: iib", BlockSiteHook("iib")),
    ("worth: {target: coverage, by: 1}", WorthHook("coverage", 1)),
]

CONDITIONS = [
    ("joint: {ladder: exercises, at_least: 1}", effects.Joint("exercises", 1)),
    ("mine: {ladder: centres, at_least: 2}", effects.Mine("centres", 2)),
    ("theirs: {ladder: transparency, at_least: 1}", effects.Theirs("transparency", 1)),
    ("can: transparency", effects.Can("transparency")),
    ("site: gabala", effects.Declared("gabala")),
    ("empty: iib", effects.Empty("iib")),
    ("forward: own", effects.ForwardMissile("own")),
    ("threat: 3", effects.ThreatAtLeast(3)),
    ("concern: 4", effects.ConcernAtLeast(4)),
    ("door: strained", effects.DoorAtLeast("strained")),
]


@pytest.mark.parametrize(("written", "effect"), VERBS)
def test_a_verb_becomes_its_class(read, written, effect):
    assert read(f"event:\n  - {written}\n", Event).event == (effect,)


@pytest.mark.parametrize(("written", "hook"), HOOKS)
def test_a_hook_stands_beside_its_end(read, written, hook):
    text = f"event:\n  - lasting: {{{written}, until: broken}}\n"

    assert read(text, Event).event == (Lasting(hook, "broken"),)


@pytest.mark.parametrize(("written", "condition"), CONDITIONS)
def test_a_condition_becomes_its_class(read, written, condition):
    assert read(f"condition:\n  - {written}\n", Event).condition == (condition,)


def test_no_verb_hook_or_condition_is_left_untried():
    assert {type(effect) for _, effect in VERBS} == set(effects.VERBS.values())
    assert {type(hook) for _, hook in HOOKS} == set(effects.HOOKS.values())
    assert {type(each) for _, each in CONDITIONS} == set(effects.CONDITIONS.values())


@pytest.mark.parametrize(
    ("written", "column", "message"),
    [
        ("tensoin: -1", 5, "no verb 'tensoin'; did you mean 'tension'?"),
        ("reveal", 5, "expected a mapping, found the text 'reveal'"),
        ("{tension: -1, draw: 1}", 5, "expected one verb with its value, found 2 keys"),
        ("assurance: 1", 16, "expected a mapping, found the number 1"),
        ("assurance: {who: own}", 16, "missing 'by'"),
        (
            "assurance: {who: ours, by: 1}",
            22,
            "unknown word 'ours'; use one of own, other, both",
        ),
        ("assurance: {who: own, by: 11}", 31, "11 is not within -10 to 10"),
        ("tension: down", 14, "expected a whole number, found the text 'down'"),
        ("tension: true", 14, "expected a whole number, found true"),
        ("tension: 1.5", 14, "expected a whole number, found the number 1.5"),
        (
            "step: {ladder: exercises, who: other}",
            36,
            "unknown word 'other'; use one of own, both",
        ),
        ("lasting: {cap: 1}", 14, "missing 'until'"),
        ("lasting: {until: next}", 14, "expected one hook with its value, found 0 keys"),
        ("lasting: {capp: 1, until: next}", 15, "no hook 'capp'; did you mean 'cap'?"),
        ("lasting: {cap: 1, until: later}", 30, "unknown word 'later'"),
        ("offer: {accepted: []}", 12, "missing 'refused'"),
        (
            "if: {when: [thread: 3], then: []}",
            17,
            "no condition 'thread'; did you mean 'threat'?",
        ),
        ("if: {when: [], then: [], otherwise: []}", 30, "unknown key 'otherwise'"),
        ("announce: Emed", 15, "'Emed' is not a name"),
    ],
)
def test_a_slip_in_an_effect_is_named_where_it_stands(read, sheet, written, column, message):
    with pytest.raises(Unreadable):
        read(f"event:\n  - {written}\n", Event)

    (problem,) = sheet.problems
    assert str(problem).startswith(f"data/small.yaml:2:{column}: ")
    assert message in problem.message


def test_an_entry_keeps_its_place(read, sheet):
    capital = read(f"# the first\n{CAPITAL}", CapitalSpec)

    assert str(capital.place) == "data/small.yaml:2:1"
    assert (capital.latitude, capital.shown) == (52.23, True)


@pytest.mark.parametrize(
    ("old", "new", "spot", "message"),
    [
        ("slug: warsaw", "slug: Warsaw", "1:7", "'Warsaw' is not a name"),
        ("slug: warsaw", "slug: war--saw", "1:7", "'war--saw' is not a name"),
        ("slug: warsaw", f"slug: {'w' * 61}", "1:7", "is not a name"),
        ("title: Warsaw", "title: 5", "2:8", "found the number 5 (put it in quotes)"),
        ("title: Warsaw", "title: true", "2:8", "found true (put it in quotes)"),
        ("title: Warsaw", "title:", "2:7", "expected a text, found nothing"),
        ("title: Warsaw", 'title: ""', "2:8", "an empty text"),
        ("title: Warsaw", 'title: " Warsaw"', "2:8", "white space around a text"),
        ("title: Warsaw", "title: >\n  Warsaw", "2:8", "a long text begins with >-"),
        ("title: Warsaw", "title: [Warsaw]", "2:8", "found a list"),
        ("title: Warsaw", "title: {en: Warsaw}", "2:8", "found a mapping"),
        ("title: Warsaw", f"title: {'w' * 3001}", "2:8", "a text of 3001 characters"),
        ("title: Warsaw", "titel: Warsaw", "2:1", "unknown key 'titel'; did you mean 'title'?"),
        ("latitude: 52.23", "latitude: north", "3:11", "expected a number"),
        ("latitude: 52.23", "latitude: 152.23", "3:11", "152.23 is not within -90 to 90"),
        ("shown: true", "shown: yes", "5:8", "expected true or false, found the text 'yes'"),
        ("shown: true", "shown: 1", "5:8", "expected true or false, found the number 1"),
        ("shown: true", "place: here", "5:1", "unknown key 'place'"),
    ],
)
def test_a_value_that_does_not_fit_is_named_where_it_stands(
    read, sheet, old, new, spot, message
):
    with pytest.raises(Unreadable):
        read(CAPITAL.replace(old, new), CapitalSpec)

    assert str(sheet.problems[0]).startswith(f"data/small.yaml:{spot}: ")
    assert message in sheet.problems[0].message


def test_all_slips_of_an_entry_are_reported_in_one_reading(read, sheet):
    with pytest.raises(Unreadable):
        read("slug: Warsaw\nlatitude: x\nshow: true\n", CapitalSpec)

    messages = [problem.message for problem in sheet.problems]
    assert len(messages) == 4
    assert "unknown key 'show'; did you mean 'shown'?" in messages
    assert "missing 'title', 'longitude'" in messages


def test_a_whole_number_with_zeros_in_front_is_explained(read, sheet):
    with pytest.raises(Unreadable):
        read("event:\n  - tension: 012\n", Event)

    assert "no zeros in front" in sheet.problems[0].message


def test_what_may_be_left_out_may_be_written_empty(read):
    site = """\
slug: pen-aids
side: russia
title: Penetration aids
label: Aids
glyph: aids
latitude: null
longitude: null
cost: 3
concern: 1
coverage: 0
deterrent: 2
needs: null
history: Decoys.
nato_reading: ""
russia_reading: ""
sources: []
"""

    spec = read(site, SiteSpec)

    assert (spec.latitude, spec.needs, spec.nato_reading) == (None, None, "")


def test_names_of_other_entries_are_kept_for_looking_up(read, sheet):
    read("event: [announce: emed, crisis: cruiser, withdraw: forward]\n", Event)

    assert [(each.kind, each.slug) for each in sheet.references] == [
        ("site", "emed"),
        ("crisis", "cruiser"),
    ]
    assert isinstance(sheet.references[0], Reference)
    assert str(sheet.references[0].place) == "data/small.yaml:1:19"


def test_a_file_with_hundreds_of_problems_is_given_up(read, sheet):
    with pytest.raises(Hopeless):
        read("event:\n" + "  - tensoin: 1\n" * 299, Event)

    assert len(sheet.problems) == MOST_PROBLEMS
