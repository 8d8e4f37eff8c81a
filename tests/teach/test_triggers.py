"""Moments to stop at: each word by the events that bring it, and never a secret."""

import pytest

from game.content.lesson_words import TRIGGERS
from game.engine import events as e
from game.teach.happenings import Happening, happenings
from game.teach.triggers import moments, triggered

RULE = e.Cause("rule", "drift", None)
CARD = e.Cause("card", "n-sensors", 0)


def tension(before, after):
    return e.TrackMoved("tension", None, before, after, RULE)


def opened(crisis):
    return e.CrisisOpened(crisis, None)


def answered(nato, russia):
    return e.CrisisResolved("launches", None, ("a", "b"), (nato, russia), 0, False)


def announced(side, site="rota"):
    return e.SiteAnnounced(side, site, 1, CARD)


# The events that bring a word; only the last of them may bring it.
BRINGS: dict[str, list[e.Event]] = {
    "round-begins": [e.RoundBegan(2, 1)],
    "last-round": [e.RoundBegan(4, 1)],
    "package-tabled": [e.PackageTabled(0, (1, 2), False)],
    "package-agreed": [e.PackageAnswered(1, True, (1, 2))],
    "package-refused": [e.PackageAnswered(1, False, (1, 2))],
    "council-empty": [e.NothingProposed(0, False)],
    "pledge-made": [e.PledgeMade(0, "rota", None, 3, CARD)],
    "pledge-broken": [e.PledgeBroken(0, "rota", None)],
    "signal": [e.StepTaken(0, "exercises", 1, True, True, CARD)],
    "signal-answered": [e.LeadFollowed(0, "exercises", 1, CARD)],
    "joint-level": [e.JointLevelRose("exercises", 1, True, CARD)],
    "suspension": [e.StepSuspended(1, "exercises", 1, CARD)],
    "first-deployment": [announced(0)],
    "deployment-answered": [announced(0), announced(1, "luga")],
    "withdrawal": [e.SiteWithdrawn(0, "rota", False, CARD)],
    "face-down": [e.CardPlayedFaceDown(1, None, None, None)],
    "undeclared-found": [e.SiteFound(1, "kaliningrad", RULE)],
    "undeclared-declared": [e.SiteDeclared(1, "kaliningrad", CARD)],
    "crisis-prisoners-dilemma": [opened("hot-mic")],
    "crisis-stag-hunt": [opened("test")],
    "crisis-chicken": [opened("statement")],
    "crisis-deadlock": [opened("elections")],
    "crisis-firm-firm": [answered(0, 0)],
    "crisis-firm-measured": [answered(1, 0)],
    "crisis-firm-open": [answered(2, 0)],
    "crisis-measured-measured": [answered(1, 1)],
    "crisis-measured-open": [answered(1, 2)],
    "crisis-open-open": [answered(2, 2)],
    "incident": [e.CrisisTurnedUp("noise", None, None, True)],
    "cause-public": [e.CauseMadePublic("noise", 2)],
    "tension-7": [tension(5, 6), tension(6, 8)],
    "tension-eased": [tension(6, 7), tension(7, 6), tension(6, 5)],
    "assurance-low": [e.TrackMoved("assurance", 1, 3, 1, CARD)],
    "support-low": [e.TrackMoved("support", 0, 3, 2, CARD)],
    "exposure": [e.TrackMoved("support", 0, 6, 5, e.Cause("rule", "exposure", None))],
    "door-strained": [e.DoorMoved(2, 1, RULE)],
    "door-closed": [e.DoorMoved(1, 0, RULE)],
    "brink": [e.BrinkTested(False)],
    "verdict": [e.MatchEnded("cold-peace", ())],
}

# Events that bring no word.
BRINGS_NOTHING: dict[str, list[e.Event]] = {
    "a step in a package, which is no signal": [
        e.StepTaken(0, "exercises", 1, True, False, CARD)
    ],
    "a joint level reached again": [e.JointLevelRose("exercises", 1, False, CARD)],
    "a door that opens": [e.DoorMoved(0, 1, RULE)],
    "Tension that moves below the danger": [tension(4, 5), tension(5, 6), tension(6, 5)],
    "Support that rises": [e.TrackMoved("support", 0, 1, 2, CARD)],
    "Assurance that was low already": [e.TrackMoved("assurance", 1, 2, 1, CARD)],
    "a crisis that is no incident": [e.CrisisTurnedUp("launches", None, None, False)],
}


def placed(events, rounds=None):
    rounds = rounds or [1] * len(events)
    return [
        Happening(number, round_, "actions", None, event)
        for number, (event, round_) in enumerate(zip(events, rounds, strict=True), 1)
    ]


def words_of(content, events, rounds=None, scenario="lisbon-to-chicago"):
    start, *later = moments(content, scenario, placed(events, rounds))
    assert start.word == "start"
    return [one.word for one in later]


def test_every_word_has_its_events():
    assert ("start", *BRINGS) == TRIGGERS


def test_a_match_starts_before_its_first_decision_and_its_first_round_is_no_news(content):
    [start] = moments(content, "lisbon-to-chicago", placed([e.RoundBegan(1, 0)]))

    assert (start.word, start.number, start.round) == ("start", 0, 1)


@pytest.mark.parametrize("word", BRINGS)
def test_a_word_comes_with_its_last_event_and_not_before(content, word):
    events = BRINGS[word]

    assert words_of(content, events)[-1] == word
    assert word not in words_of(content, events[:-1])


@pytest.mark.parametrize("events", BRINGS_NOTHING.values(), ids=BRINGS_NOTHING)
def test_what_brings_no_word(content, events):
    assert words_of(content, events) == []


def test_tension_that_starts_high_can_ease(content):
    easing = [tension(7, 5)]

    assert words_of(content, easing, scenario="november-statement") == ["tension-eased"]
    assert words_of(content, easing) == []


def test_nobody_knows_the_last_round_of_a_match_whose_end_is_rolled(content):
    began = [e.RoundBegan(7, 0)]

    assert words_of(content, began, scenario="long-negotiation") == ["round-begins"]


def test_a_deployment_answers_only_the_other_sides_and_only_soon(content):
    sites = [announced(0), announced(0, "emed"), announced(1, "luga")]

    assert words_of(content, sites) == ["first-deployment", "deployment-answered"]
    assert words_of(content, sites, [1, 2, 4]) == ["first-deployment"]


def test_a_counter_package_that_is_never_tabled_refuses_the_first(content):
    assert words_of(content, [e.NothingProposed(1, True)]) == ["package-refused"]


def test_an_entry_tells_a_word_once(content):
    pledges = [e.PledgeMade(side, "rota", None, 3, CARD) for side in (0, 1)]
    found = [Happening(5, 1, "council", 0, event) for event in pledges]

    assert [one.number for one in moments(content, "lisbon-to-chicago", found)] == [0, 5]


def test_a_moment_says_whose_it_was(content):
    _, moment = moments(
        content, "lisbon-to-chicago", placed([e.StepSuspended(1, "x", 1, CARD)])
    )

    assert (moment.side, moment.round, moment.number) == (1, 1, 1)


def test_moments_of_a_match_stand_in_order_and_hold_no_secret(content, whole):
    secret = happenings(whole, secrets=True)

    told = triggered(whole)

    numbers = [one.number for one in told]
    assert numbers == sorted(numbers)
    assert told[0].word == "start"
    assert told[-1].word == "verdict"
    assert any(isinstance(one.event, e.SiteHidden) for one in secret)
    assert told == moments(content, whole.scenario, secret)
