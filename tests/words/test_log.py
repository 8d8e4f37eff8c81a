"""The log: every event a sentence, as told to one side, and nothing that it may not know."""

import re
from collections import Counter

import pytest

from game.engine import events as e
from game.engine.events import Cause
from game.words import full_line, log_line, short_log
from game.words.log_lines import line
from tests.words.games import events_of

NATO, RUSSIA, NOBODY = 0, 1, 2
PACKAGE = Cause("package", "package", None)
DRIFT = Cause("rule", "drift", None)


def deploy(side):
    return Cause("operation", "deploy", side)


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def told(words, *events):
    return [plain(one.text) for one in short_log(words, events)]


EVENT_CLASSES = [
    one for one in vars(e).values() if isinstance(one, type) and issubclass(one, e.Event)
]


@pytest.mark.parametrize("event", [one for one in EVENT_CLASSES if one is not e.Event])
def test_every_event_has_a_sentence(event):
    assert event in line.registry


@pytest.mark.parametrize(
    ("event", "text", "side", "kind"),
    [
        (e.MandateChosen(NATO, None), "NATO seals its mandate.", NATO, "mandate"),
        (
            e.MandateChosen(NATO, "shield-first"),
            "NATO seals its mandate: Shield first.",
            NATO,
            "mandate",
        ),
        (e.RoundBegan(4, RUSSIA), "Round 4 begins. Russia has the chair.", None, "round"),
        (e.PhaseBegan("reckoning"), "Phase: Reckoning.", None, "round"),
        (e.TurnSkipped(RUSSIA), "Russia has no card left and no turn.", RUSSIA, "round"),
        (
            e.EndRolled(7, False),
            "A die is rolled after round 7: the match goes on.",
            None,
            "round",
        ),
        (
            e.MatchEnded("government-falls", (RUSSIA,)),
            "The match is over: Government falls. "
            "Russia’s government lost all support at home.",
            None,
            "verdict",
        ),
        (
            e.TrackMoved("tension", None, 5, 6, DRIFT),
            "Tension +1, now 6 (drift).",
            None,
            "track",
        ),
        (
            e.TrackMoved("initiative", None, 1, -1, Cause("card", "r-publics", RUSSIA)),
            "Initiative 2 towards Russia, now +1 Russia (Talk to their publics).",
            None,
            "track",
        ),
        (
            e.DoorMoved(2, 1, Cause("rule", "councils", None)),
            "The door closes a step: strained, 1 term a side (councils without a package).",
            None,
            "door",
        ),
        (
            e.StepTaken(RUSSIA, "transparency", 2, True, True, deploy(RUSSIA)),
            "Russia takes step 2 on Transparency ahead of NATO, a signal: "
            "Standing invitation to observe tests.",
            RUSSIA,
            "ladder",
        ),
        (
            e.StepSuspended(NATO, "exercises", 1, deploy(NATO)),
            "NATO suspends step 1 on Exercises: Table-top exercise.",
            NATO,
            "ladder",
        ),
        (
            e.JointLevelRose("exercises", 2, True, PACKAGE),
            "Exercises: joint level 2.",
            None,
            "joint",
        ),
        (
            e.JointLevelFell("exercises", 1, PACKAGE),
            "Exercises: joint level falls to 1.",
            None,
            "ladder",
        ),
        (
            e.LeadFollowed(NATO, "guarantees", 1, PACKAGE),
            "Russia follows NATO to step 1 on Guarantees.",
            RUSSIA,
            "ladder",
        ),
        (
            e.BlockBroken(NATO, "n-senate"),
            "NATO breaks what it had promised at home: “Promise to the Senate”.",
            NATO,
            "ladder",
        ),
        (
            e.SiteAnnounced(RUSSIA, "pionersky", 2, deploy(RUSSIA)),
            "Russia announces Pionersky: working after 2 reckonings.",
            RUSSIA,
            "site",
        ),
        (
            e.SiteAnnounced(NATO, "emed", 0, deploy(NATO)),
            "NATO announces the Eastern Mediterranean patrol: working from now.",
            NATO,
            "site",
        ),
        (
            e.SiteFinished(RUSSIA, "luga", False),
            "Luga: working from now.",
            RUSSIA,
            "site",
        ),
        (
            e.SiteWithdrawn(NATO, "morag", True, PACKAGE),
            "NATO halts the work at Morąg.",
            NATO,
            "site",
        ),
        (
            e.SiteFound(RUSSIA, "kaliningrad", Cause("rule", "verification", None)),
            "Russia’s undeclared site comes to light: Kaliningrad (verification).",
            RUSSIA,
            "site",
        ),
        (
            e.SiteDeclared(RUSSIA, "kaliningrad", PACKAGE),
            "Russia declares Kaliningrad in council.",
            RUSSIA,
            "site",
        ),
        (
            e.SiteDeclared(RUSSIA, "pen-aids", Cause("unveiling", "unveiling", RUSSIA)),
            "Russia unveils the penetration aids.",
            RUSSIA,
            "site",
        ),
        (
            e.PledgeMade(NATO, "deveselu", None, 3, PACKAGE),
            "NATO pledges for 3 rounds not to deploy at Deveselu.",
            NATO,
            "pledge",
        ),
        (
            e.PledgeBroken(RUSSIA, None, "exercises"),
            "Russia has broken its pledge not to suspend Exercises.",
            RUSSIA,
            "pledge",
        ),
        (e.CardsDrawn(NATO, 5, ()), "NATO draws 5 cards.", NATO, "card"),
        (e.CardsDrawn(NATO, 1, ()), "NATO draws 1 card.", NATO, "card"),
        (
            e.CardsDrawn(NATO, 2, ("n-hold", "n-veto")),
            "NATO draws A senator’s hold, No outside veto.",
            NATO,
            "card",
        ),
        (
            e.CardPlayed(RUSSIA, "r-ribbon", "deploy", "pionersky", None, 0, False),
            "Russia deploys at Pionersky with “Radar on duty”.",
            RUSSIA,
            "card",
        ),
        (
            e.CardPlayed(RUSSIA, "r-ribbon", "event", None, None, 0, True),
            "Russia plays “Radar on duty” as an event. The card leaves the game.",
            RUSSIA,
            "card",
        ),
        (
            e.CardPlayed(NATO, "n-hold", "technical-means", None, None, 1, False),
            "NATO looks for the cause of the incident, with “A senator’s hold”.",
            NATO,
            "card",
        ),
        (
            e.CardPlayedFaceDown(RUSSIA, None, None, None),
            "Russia plays a card face down.",
            RUSSIA,
            "face-down",
        ),
        (
            e.CardPlayedFaceDown(RUSSIA, "r-duma", "hide-site", "kaliningrad"),
            "Russia plays “The Duma’s statement” face down: an undeclared site, Kaliningrad.",
            RUSSIA,
            "face-down",
        ),
        (
            e.OfferAnswered(RUSSIA, "n-sensors", False),
            "Russia refuses the offer: “Bring your own sensors”.",
            RUSSIA,
            "card",
        ),
        (
            e.CardSeen(NATO, (), Cause("card", "n-kurecik", NATO)),
            "NATO sees into Russia’s hand.",
            NATO,
            "look",
        ),
        (
            e.SitesSeen(NATO, ("kaliningrad", "baltiysk")),
            "NATO sees Russia’s undeclared sites: Kaliningrad and Baltiysk.",
            NATO,
            "look",
        ),
        (
            e.SitesSeen(NATO, ()),
            "NATO sees that Russia has no undeclared site.",
            NATO,
            "look",
        ),
        (
            e.CrisisTurnedUp("noise", None, None, True),
            "An incident is brewing: Noise on the screens. Its cause is hidden.",
            None,
            "crisis",
        ),
        (
            e.CrisisTurnedUp("forward", "luga", RUSSIA, False),
            "A crisis is brewing: Forward deployment: Luga. Russia began it.",
            None,
            "crisis",
        ),
        (e.AnswerSealed(NATO, None), "NATO seals its answer.", NATO, "crisis"),
        (
            e.CrisisResolved("cruiser", None, ("sail-on", "lodge-a-note"), (0, 1), 2, False),
            "The cruiser. NATO: Sail on (firm); Russia: Lodge a note (measured).",
            None,
            "crisis",
        ),
        (
            e.CauseLearned(NATO, NOBODY, True),
            "NATO learns the cause of the incident: nobody began it.",
            NATO,
            "look",
        ),
        (
            e.BrinkTested(True),
            "At the brink a die is rolled: it gets out of hand.",
            None,
            "crisis",
        ),
    ],
)
def test_an_event_is_told(words, event, text, side, kind):
    one = full_line(words, event)

    assert plain(one.text) == text
    assert (one.side, one.kind) == (side, kind)


@pytest.mark.parametrize(
    "event",
    [
        e.MandateChosen(NATO, "shield-first"),
        e.PhaseBegan("crisis"),
        e.CardsDrawn(NATO, 2, ("n-hold", "n-veto")),
        e.LastingBegan(NATO, "n-hold", 4),
        e.SiteAnnounced(RUSSIA, "pionersky", 2, deploy(RUSSIA)),
    ],
)
def test_the_short_log_leaves_out_what_says_nothing_new(words, event):
    assert log_line(words, event) is None
    assert full_line(words, event).text


def test_a_site_that_no_card_deployed_is_told(words):
    event = e.SiteAnnounced(NATO, "morag", 2, Cause("crisis", "forward", NATO))

    assert log_line(words, event) is not None


@pytest.mark.parametrize(
    ("event", "secrets"),
    [
        (e.MandateChosen(NATO, "shield-first"), ["Shield first"]),
        (e.CardsDrawn(NATO, 1, ("n-hold",)), ["senator"]),
        (
            e.CardPlayedFaceDown(NATO, "n-hold", "hide-site", "black-sea"),
            ["senator", "Black Sea", "undeclared"],
        ),
        (
            e.CardSeen(NATO, ("r-duma",), Cause("operation", "technical-means", NATO)),
            ["Duma"],
        ),
        (e.AnswerSealed(NATO, "sail-on"), ["Sail on"]),
    ],
)
def test_the_other_side_is_not_told_what_is_hidden(words, event, secrets):
    text = full_line(words, event.redacted(RUSSIA)).text

    assert text.startswith("NATO")
    assert not any(secret in text for secret in secrets)


def test_an_act_is_told_with_what_it_moved(words):
    cause = deploy(RUSSIA)

    assert told(
        words,
        e.CardPlayed(RUSSIA, "r-letter", "deploy", "kaliningrad", None, 0, False),
        e.SiteAnnounced(RUSSIA, "kaliningrad", 2, cause),
        e.TrackMoved("assurance", NATO, 4, 2, cause),
        e.TrackMoved("support", RUSSIA, 5, 6, cause),
        e.TrackMoved("tension", None, 5, 6, cause),
        e.CrisisPutBack("cruiser"),
        e.CrisisTurnedUp("forward", "kaliningrad", RUSSIA, False),
    ) == [
        "Russia deploys at Kaliningrad with “A letter answered”. "
        "NATO’s Assurance −2, Russia’s Support +1, Tension +1.",
        "“The cruiser” goes back under the crisis deck.",
        "A crisis is brewing: Forward deployment: Kaliningrad. Russia began it.",
    ]


def test_a_step_is_told_by_its_card(words):
    cause = Cause("operation", "cooperate", NATO)

    assert told(
        words,
        e.CardPlayed(NATO, "n-hold", "cooperate", None, "guarantees", 0, False),
        e.StepTaken(NATO, "guarantees", 1, True, True, cause),
        e.TrackMoved("support", NATO, 5, 4, cause),
        e.TrackMoved("assurance", RUSSIA, 4, 5, cause),
    ) == [
        "NATO takes a step on Guarantees with “A senator’s hold”. "
        "Step 1, a signal, NATO’s Support −1, Russia’s Assurance +1."
    ]


def test_what_a_joint_level_gave_stands_with_it_and_the_rest_with_the_card(words):
    cause = Cause("card", "n-ottobrunn", NATO)

    assert told(
        words,
        e.CardPlayed(NATO, "n-ottobrunn", "event", None, None, 0, True),
        e.JointLevelRose("exercises", 1, True, cause),
        e.TrackMoved("assurance", NATO, 4, 5, cause),
        e.TrackMoved("assurance", RUSSIA, 4, 5, cause),
        e.TrackMoved("initiative", None, 0, 1, cause),
    ) == [
        "NATO plays “Ottobrunn drill” as an event. The card leaves the game. "
        "Initiative 1 towards NATO.",
        "Exercises: joint level 1. NATO’s Assurance +1, Russia’s Assurance +1.",
    ]


def test_two_moves_of_a_track_by_one_act_are_one(words):
    cause = Cause("rule", "exposure", None)

    assert told(
        words,
        e.TrackMoved("support", NATO, 5, 4, cause),
        e.TrackMoved("support", NATO, 4, 3, cause),
    ) == ["Exposure. NATO’s Support −2."]


def test_the_reckoning_is_told_rule_by_rule(words):
    routine = Cause("rule", "routine", None)

    assert told(
        words,
        e.TrackMoved("tension", None, 5, 6, DRIFT),
        e.TrackMoved("support", RUSSIA, 6, 5, routine),
        e.TrackMoved("initiative", None, 2, 1, routine),
    ) == [
        "Drift. Tension +1.",
        "Routine. Russia’s Support −1, Initiative 1 towards Russia.",
    ]


def test_a_site_that_goes_along_is_told_apart(words):
    cause = Cause("operation", "withdraw", NATO)

    assert told(
        words,
        e.CardPlayed(NATO, "n-hold", "withdraw", "redzikowo", None, 0, False),
        e.SiteWithdrawn(NATO, "redzikowo", False, cause),
        e.SiteWithdrawn(NATO, "iib", False, cause),
    ) == [
        "NATO withdraws from Redzikowo with “A senator’s hold”.",
        "NATO withdraws the fast interceptors.",
    ]


@pytest.mark.parametrize(
    ("scenario", "seed"),
    [("long-negotiation", 3), ("long-negotiation", 8), ("november-statement", 1)],
)
def test_a_match_is_told_whole_to_each_side(content, words, scenario, seed):
    events = events_of(content, scenario, seed)
    for side in (NATO, RUSSIA):
        known = [one for event in events if (one := event.redacted(side)) is not None]
        lines = [full_line(words, event).text for event in known]
        lines += [one.text for one in short_log(words, known)]

        assert all(text.endswith((".", "!")) for text in lines)
        assert not any("{" in text or ".." in text for text in lines)


@pytest.mark.parametrize("seed", [3, 8, 11])
def test_what_the_short_log_tells_adds_up_to_what_moved(content, words, seed):
    events = events_of(content, "long-negotiation", seed)
    whole = " ".join(plain(one.text) for one in short_log(words, events))
    moved: Counter[tuple[str, int | None]] = Counter()
    for one in events:
        if isinstance(one, e.TrackMoved) and one.track != "initiative":
            moved[one.track, one.side] += one.after - one.before

    for (track, side), total in moved.items():
        name = {"threat": "Outside threat"}.get(track, track.capitalize())
        owner = "" if side is None else ("NATO’s ", "Russia’s ")[side]
        found = re.findall(f"{owner}{name} ([+−]\\d+)", whole)

        assert sum(int(number.replace("−", "-")) for number in found) == total
