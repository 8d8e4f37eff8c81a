"""Single findings, of happenings made by hand."""

import pytest

from game.engine.events import (
    Cause,
    MatchEnded,
    PledgeBroken,
    PledgeMade,
    RoundBegan,
    SiteFound,
    SiteHidden,
    TrackMoved,
)
from game.teach.crises import Incident
from game.teach.happenings import Happening
from game.teach.ledger import pledges
from game.teach.tension import by_driver, tension_moves

COUNCIL = Cause("package", "package", 0)


def happened(*events):
    """Return events as happenings, each with an entry of its own."""
    found, now = [], 0
    for number, event in enumerate(events, 1):
        now = event.round if isinstance(event, RoundBegan) else now
        found.append(Happening(number, now, "actions", 0, event))
    return found


def pledged(site="rota"):
    return PledgeMade(0, site, None, 3, COUNCIL)


@pytest.mark.parametrize(
    ("began", "stances", "sides"),
    [
        (2, (0, 0), (0, 1)),
        (2, (2, 0), (1,)),
        (2, (1, 2), ()),
        (2, (), ()),
        (0, (0, 0), ()),
        (1, (0, 0), ()),
        (None, (0, 0), ()),
    ],
)
def test_only_firm_answers_to_what_nobody_began_are_retaliations(began, stances, sides):
    incident = Incident(1, 1, "near-miss", began, answered=2, stances=stances)

    assert incident.retaliations == sides


@pytest.mark.parametrize(
    ("rounds", "ending", "fate"),
    [
        (3, None, "running"),
        (3, "cold-peace", "kept"),
        (3, "joint-architecture", "kept"),
        (3, "confrontation", "running"),
        (3, "government-falls", "running"),
        (4, None, "kept"),
        (2, "cold-peace", "running"),
    ],
)
def test_a_pledge_runs_to_the_reckoning_of_its_third_round(rounds, ending, fate):
    later = [RoundBegan(n, 0) for n in range(2, rounds + 1)]
    end = [MatchEnded(ending, ())] if ending else []

    [one] = pledges(happened(RoundBegan(1, 0), pledged(), *later, *end))

    assert (one.last_round, one.fate) == (3, fate)


def test_a_site_hidden_before_the_word_makes_it_a_lie():
    events = RoundBegan(1, 0), SiteHidden(0, "rota", 2), pledged()

    [one] = pledges(happened(*events))

    assert (one.lie, one.hidden, one.fate) == (True, 2, "broken-in-secret")
    assert one.rests == (2, 3)


def test_a_site_hidden_after_the_word_ran_out_breaks_nothing():
    rounds = [RoundBegan(n, 0) for n in (2, 3, 4)]

    [one] = pledges(happened(RoundBegan(1, 0), pledged(), *rounds, SiteHidden(0, "rota", 2)))

    assert (one.lie, one.hidden, one.fate) == (False, None, "kept")


def test_a_breach_that_is_found_late_is_a_breach():
    found = Cause("rule", "verification", None)
    rounds = [RoundBegan(n, 0) for n in (2, 3, 4)]
    events = (
        RoundBegan(1, 0),
        pledged(),
        SiteHidden(0, "rota", 2),
        *rounds,
        SiteFound(0, "rota", found),
        PledgeBroken(0, "rota", None),
    )

    [one] = pledges(happened(*events))

    assert (one.fate, one.hidden, one.broken) == ("broken", 3, 8)


def test_another_site_s_breach_leaves_a_pledge_alone():
    events = RoundBegan(1, 0), pledged("rota"), pledged("deveselu")
    broken = PledgeBroken(0, "deveselu", None)

    first, second = pledges(happened(*events, broken))

    assert (first.fate, second.fate) == ("running", "broken")


def test_the_price_of_a_broken_word_is_told_apart_from_the_act(content):
    act = Cause("operation", "deploy", 1)
    found = happened(
        TrackMoved("tension", None, 4, 5, act),
        PledgeBroken(1, "luga", None),
        TrackMoved("tension", None, 5, 7, act),
        TrackMoved("tension", None, 7, 6, Cause("operation", "back-channel", 0)),
    )

    sums = by_driver(tension_moves(content, found))

    assert [(one.driver, one.side, one.up, one.down) for one in sums] == [
        ("choice", 0, 0, 1),
        ("choice", 1, 1, 0),
        ("pledge", 1, 2, 0),
    ]
