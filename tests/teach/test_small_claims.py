"""Claims of debrief and class report that are easily got wrong, each counted here anew."""

from dataclasses import replace
from math import sqrt
from pathlib import Path
from types import SimpleNamespace

import pytest

from game.engine.events import (
    Cause,
    CrisisResolved,
    PackageAnswered,
    SiteAnnounced,
    TrackMoved,
)
from game.players.advice import advise
from game.teach import review
from game.teach.class_results import class_results
from game.teach.class_values import COLUMNS, class_rows
from game.teach.debrief import debrief
from game.teach.gathering import Collected, Gathered
from game.teach.happenings import Happening
from game.teach.history import history_of
from game.teach.rerun import Comparison, Move, _told
from game.teach.review import Reviewed, _Choice, _Effort, _looked_at
from game.teach.telling.decisions import decisions
from game.teach.telling.page import words_for
from game.teach.tension import tension_moves
from game.words import outcome_text
from tests.teach.conftest import play

PLAIN_GAIN = Comparison((0.1, 0.6), (0.3, 0.2), (0.0, 0.0), 0.01, 10)


def events_of(match):
    return [event for entry in match.history for event in entry.events]


def a_card_decision(match):
    """Return the view and the action of some decision between cards."""
    for entry in match.history:
        if entry.phase == "actions":
            view = match.truth_after(entry.number - 1).view(entry.side)
            if view.decision == "card" and len(view.legal_actions()) > 5:
                return view, entry
    raise AssertionError("no card was played")


def test_a_class_report_counts_packages_that_were_agreed(content, whole):
    other = play(content, "lisbon-to-chicago", 5, ("open", "firm"))
    collected = tuple(
        Collected(Path(f"{n}.match"), one, 0) for n, one in enumerate((whole, other))
    )
    results = class_results(Gathered(collected, ()), ["A", "B"])
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in class_rows(results)]
    counts = []
    for table, row, match in zip(results.tables, rows, (whole, other), strict=True):
        answers = [one for one in events_of(match) if isinstance(one, PackageAnswered)]
        agreed = sum(one.accepted for one in answers)
        assert table.agreed == agreed
        assert row["packages_agreed"] == str(agreed)
        counts.append((agreed, len(answers) - agreed))
    assert any(agreed != refused for agreed, refused in counts)


def test_a_gain_tells_what_was_done_first_and_the_middling_move_second(whole):
    view, entry = a_card_decision(whole)
    found = debrief(whole)
    words = words_for(found, "en")
    other = next(action for action in view.legal_actions() if action != entry.action)
    one = Reviewed(
        "gain",
        (entry.number,),
        entry.round,
        entry.side,
        view,
        Move(entry.action),
        Move(other),
        advise(view, None, 10, 1).moves[0],
        PLAIN_GAIN,
    )
    for looked, done in ((one, 1), (replace(one, kind="cost"), 0)):
        told = decisions(words, replace(found, review=(looked,)))
        after, instead = (
            told.sentences[0].text.split("After what was done: ")[1].split("After the other: ")
        )
        for text, place in ((after, done), (instead, 1 - done)):
            assert outcome_text(words, entry.side, PLAIN_GAIN.own[place]) in text
            assert outcome_text(words, 1 - entry.side, PLAIN_GAIN.rival[place]) in text


def test_the_error_of_a_comparison_is_that_of_the_difference():
    first = [(0.0, 0.5, False), (0.0, 0.5, False), (0.3, 0.1, True)]
    second = [(0.0, 0.5, False), (0.2, 0.5, False), (0.1, 0.4, False)]
    compared = _told((first, second), 0)
    gains = [0.0, 0.2, -0.2]
    spread = sum((gain - 0.0) ** 2 for gain in gains) / 2
    assert compared.error == pytest.approx(sqrt(spread / 3))
    assert compared.error > 0
    assert compared.gained == pytest.approx(0.0)
    assert not compared.is_plain or compared.gained == pytest.approx(0.0)


@pytest.mark.parametrize("agrees", [True, False])
@pytest.mark.parametrize("kind", ["cost", "gain"])
def test_a_cost_is_what_the_adviser_would_not_do_and_a_gain_what_it_would(
    monkeypatch, whole, kind, agrees
):
    view, entry = a_card_decision(whole)
    uses = {action >> 16: action for action in view.legal_actions()}
    best = entry.action
    if not agrees:
        best = next(action for kind_, action in uses.items() if kind_ != entry.action >> 16)
    advised = SimpleNamespace(action=best, package=())
    monkeypatch.setattr(review, "advise", lambda *_: SimpleNamespace(moves=[advised]))
    monkeypatch.setattr(review, "compared", lambda *_: PLAIN_GAIN)
    choice = _Choice(
        (entry.number,), entry.round, view, None, Move(entry.action), 0.1, Move(best)
    )
    found = list(_looked_at(kind, [choice], _Effort(1, 2, 5)))
    assert bool(found) == (agrees == (kind == "gain"))


def test_history_knows_nothing_of_a_crisis_that_a_deployment_called(content):
    called = []
    for seed in range(1, 4):
        match = play(content, "long-negotiation", seed, ("firm", "operations"))
        found = debrief(match)
        told = [slug for one in history_of(content, found.found) for _, slug in one.crises]
        met = [one.crisis for one in events_of(match) if isinstance(one, CrisisResolved)]
        assert told == [slug for slug in met if content.crises[slug].form is None]
        called += [slug for slug in met if content.crises[slug].form is not None]
    assert called


def test_a_site_stands_beside_the_change_of_tension_that_it_brought(content):
    act = Cause("operation", "deploy", 0)
    elsewhere = Cause("rule", "drift", None)

    def at(number, event):
        return Happening(number, 1, "actions", 0, event)

    def moved(cause, before):
        return TrackMoved("tension", None, before, before + 1, cause)

    found = (
        at(5, SiteAnnounced(0, "rota", 1, act)),
        at(5, moved(act, 3)),
        at(5, moved(elsewhere, 4)),
        at(6, moved(act, 5)),
    )
    assert [move.site for move in tension_moves(content, found)] == ["rota", None, None]


def test_what_the_computer_believed_is_told_only_when_all_is(content):
    match = play(content, "lisbon-to-chicago", 5, ("search:1", "greedy"), decisions=25)
    assert debrief(match).watchings == ()
    assert debrief(match, secrets=True).watchings != ()
